"""Lights of the bundled plans on the day of the issue: what is red, and what a ticked requirement changes."""

from __future__ import annotations

from datetime import date

from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.light_rules import DayCount
from plantui.model.progress import Report, TaskReports, accountable
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Light, Status, TaskState
from plantui.query.note_problems import note_problems
from plantui.query.office import OfficeChoices
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.light_rules import find_light_rules
from tests.support.naive_library import Bundled, Placed, opened_once, workspace_of

DAY = date(2024, 6, 28)


bundled = opened_once


def light(workspace: Workspace, one: Placed) -> Light:
    """Return the light of a task."""
    (entry,) = workspace.library.tasks([one.pk])
    return workspace.light(entry).light


def red_tasks(bundled: Bundled) -> list[Placed]:
    """The tasks that are red without any note."""
    workspace = workspace_of(bundled, DAY, {})
    return [one for one in bundled.tasks if light(workspace, one) is Light.RED]


def all_say(bundled: Bundled, one: Placed, report: Report, but: int = 0) -> dict[TaskKey, TaskReports]:
    """Reports in which all accountable departments of a task, but so many, say the same."""
    names = accountable(one.task.departments, one.plan.info.responsible)
    own = [bundled.registry.resolve(one.plan.info.region, name).name for name in names]
    reports = dict.fromkeys(own[but:], report)
    return {one.key: TaskReports(reports, len(reports), DAY)}


def ticked(one: Placed) -> Report:
    """A report that the requirements whose dates have passed are done."""
    passed = [deadline for deadline in one.task.deadlines if deadline.due < DAY]
    return Report(Status.IN_PROGRESS, None, tuple(RequirementReport(each, True) for each in passed))


def test_most_red_tasks_have_later_dates(bundled: Bundled) -> None:
    red = red_tasks(bundled)
    later = [one for one in red if max(deadline.due for deadline in one.task.deadlines) > DAY]
    assert (len(red), len(later)) == (16, 14)


def test_a_task_whose_passed_requirements_are_done_is_no_longer_red(bundled: Bundled) -> None:
    """Those with later dates go by the next one; those without any other are completed."""
    for one in red_tasks(bundled):
        workspace = workspace_of(bundled, DAY, all_say(bundled, one, ticked(one)))
        (entry,) = bundled.library.tasks([one.pk])
        open_dates = [deadline.due for deadline in one.task.deadlines if deadline.due >= DAY]
        reason = workspace.light(entry)
        assert reason.state is (TaskState.ON_SCHEDULE if open_dates else TaskState.COMPLETED)
        if open_dates:
            assert reason.due == min(open_dates)
        assert not workspace.lights[Light.RED] >> one.pk & 1


def test_a_missing_tick_of_one_joint_lead_keeps_it_red(bundled: Bundled) -> None:
    """A requirement is done when all who lead the task say so."""
    joint = [
        one
        for one in red_tasks(bundled)
        if len(accountable(one.task.departments, one.plan.info.responsible)) > 1
    ]
    assert joint
    for one in joint:
        workspace = workspace_of(bundled, DAY, all_say(bundled, one, ticked(one), but=1))
        assert light(workspace, one) is Light.RED


def test_an_extended_date_counts_without_any_note(bundled: Bundled) -> None:
    """A task nobody has reported on goes by its extended date, in the sets and in the order by date."""
    one = next(one for one in red_tasks(bundled) if len(one.task.deadlines) == 1)
    later = Extension(one.task.deadlines[0], date(2024, 7, 15), "汛期停工", "市政府")
    workspace = workspace_of(bundled, DAY, {one.key: TaskReports({}, 0, None, (later,))})
    (entry,) = bundled.library.tasks([one.pk])
    reason = workspace.light(entry)
    assert (reason.light, reason.due, reason.first) == (
        Light.YELLOW,
        later.new_due,
        one.task.deadlines[0].due,
    )
    assert workspace.lights[Light.YELLOW] >> one.pk & 1
    assert [due for due, tasks in workspace.by_due if tasks >> one.pk & 1] == [later.new_due]
    assert workspace.progress_of(one.pk).notes == 0
    assert one.pk not in workspace.progress


def test_a_note_saved_later_changes_only_its_task(bundled: Bundled) -> None:
    """A tick that comes, and one that goes, change the light of that task alone."""
    one = red_tasks(bundled)[0]
    before = workspace_of(bundled, DAY, {})
    assert before.lights[Light.RED].bit_count() == 16
    after = before.with_reports(all_say(bundled, one, ticked(one)))
    assert before.lights[Light.RED] & ~after.lights[Light.RED] == bits.from_rows([one.pk])
    again = after.with_reports({one.key: TaskReports({}, 0)})
    assert again.lights == before.lights
    assert again.by_due == before.by_due


def test_a_word_on_a_former_wording_is_told(bundled: Bundled) -> None:
    """A tick of a wording that the plan no longer has leaves the task red, and is shown as said of it."""
    one = red_tasks(bundled)[0]
    report = ticked(one)
    former = tuple(
        RequirementReport(
            type(word.requirement)(word.requirement.phrase, word.requirement.due, "原来的话"), True
        )
        for word in report.requirements
    )
    workspace = workspace_of(bundled, DAY, all_say(bundled, one, Report(Status.IN_PROGRESS, None, former)))
    (entry,) = bundled.library.tasks([one.pk])
    assert workspace.light(entry).light is Light.RED
    assert {said.word for said in workspace.former_words(entry, one.task.deadlines)} == set(former)
    (problem,) = note_problems(workspace, "ledger.db")
    assert (problem.message, problem.facts["task"]) == ("problems.former_wording", one.task.id)
    assert "原来的话" in problem.facts["wordings"]
    current = workspace_of(bundled, DAY, all_say(bundled, one, report))
    assert list(note_problems(current, "ledger.db")) == []


def test_the_office_chooses_the_rules(bundled: Bundled) -> None:
    """The rules that the office has chosen colour all tasks; those that are not there leave the general ones, told."""
    one = red_tasks(bundled)[0]
    chosen = OfficeChoices((("light_rules", "blue-near-limit"),))
    workspace = workspace_of(bundled, DAY, {}).with_ledger({}, chosen)
    (entry,) = bundled.library.tasks([one.pk])
    reason = workspace.light(entry)
    assert reason.step is not None
    assert workspace.lights[reason.light] >> one.pk & 1
    assert workspace.states[TaskState.OVERDUE] == workspace_of(bundled, DAY, {}).states[TaskState.OVERDUE]
    unknown = workspace.with_ledger({}, OfficeChoices((("light_rules", "nowhere"),)))
    assert unknown.light(entry).light is Light.RED
    assert unknown.rules.problem is not None


class AskedDays:
    """A calendar that keeps the days up to which it was asked to count."""

    edition = ""

    def __init__(self) -> None:
        self.asked: list[date] = []

    def between(self, first: date, last: date) -> DayCount:
        self.asked.append(last)
        return DayCount((last - first).days)


def test_working_days_are_counted_only_up_to_dates_of_the_plans(bundled: Bundled) -> None:
    """Whether a percent is behind is asked without a date: counting up to one at the end of time held the program up."""
    calendar = AskedDays()
    reports = {
        one.key: TaskReports({name: Report(Status.IN_PROGRESS, number % 100)}, 1)
        for number, one in enumerate(bundled.tasks)
        for name in accountable(one.task.departments, one.plan.info.responsible)[:1]
    }
    rules = find_light_rules("working-days", [])
    workspace = Workspace(bundled.library, DAY, reports, rules=rules, working_days=calendar)
    assert sum(map(int.bit_count, workspace.lights.values())) == len(bundled.tasks)
    assert workspace.states[TaskState.FAR_BEHIND]
    assert set(calendar.asked) <= {one.due for one in bundled.tasks}
