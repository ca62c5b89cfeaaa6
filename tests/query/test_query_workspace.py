"""Filters, lights and order give what looking at every task gives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.assessment import Assessment, Assessor
from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import Report
from plantui.model.terms import DONE, Light, Role, Status
from plantui.query.beside import beside_of
from plantui.query.filter import Facet, Filter
from plantui.query.office import OfficeChoices
from plantui.query.order import Order
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.index.library import Library
from plantui.store.ledger import Ledger, NewEvent, TaskReports
from tests.support.naive_library import (
    Bundled,
    Naive,
    Placed,
    all_reports,
    filters,
    opened_once,
    reports,
    todays,
    workspace_of,
    years_of,
)

TODAY = date(2025, 12, 10)
bundled = opened_once
ZHENGZHOU = "郑州市"


@pytest.mark.once
@given(data=st.data(), today=todays)
@settings(max_examples=200)
def test_a_filter_lets_the_right_tasks_pass(bundled: Bundled, data: st.DataObject, today: date) -> None:
    said = data.draw(reports(bundled))
    wanted = data.draw(filters(bundled))
    workspace = workspace_of(bundled, today, said)

    assert list(bits.rows_of(workspace.matching(wanted))) == Naive(bundled, today, said).matching(wanted)


@given(data=st.data(), facet=st.sampled_from(sorted(set(Facet) - {Facet.ROLE, Facet.DEPARTMENT})))
def test_leaving_out_a_kind_of_choice(bundled: Bundled, data: st.DataObject, facet: Facet) -> None:
    """What is counted for the alternatives of a choice."""
    wanted = data.draw(filters(bundled))
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 0))

    found = workspace.matching(wanted, leaving_out=facet)
    assert found == workspace.matching(wanted.with_choices(facet, ()))


def test_what_changed_alone_is_worked_out_again_of_an_ended_period(
    bundled: Bundled, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the days before a period is closed a saved note costs what it says, not what the whole ledger says."""
    office = OfficeChoices((("closing_day", "+15"),))
    before, after = all_reports(bundled, 0), all_reports(bundled, 1)
    changed = dict([*after.items()][:3])
    workspace = Workspace(bundled.library, TODAY, before, office=office)
    workspace.period_reports = before
    assert workspace.period_workspace.today == date(2025, 11, 30)
    assert workspace.unreported
    asked: list[TaskKey] = []
    places_of = Library.places_of

    def places(library: Library, keys: Iterable[TaskKey]) -> dict[TaskKey, tuple[int, tuple[str, ...]]]:
        listed = [*keys]
        asked.extend(listed)
        return places_of(library, listed)

    monkeypatch.setattr(Library, "places_of", places)
    later = workspace.with_reports(changed, office).with_period_reports(changed)
    found = later.unreported
    assert set(asked) == set(changed)
    fresh = Workspace(bundled.library, TODAY, {**before, **changed}, office=office)
    fresh.period_reports = {**before, **changed}
    assert found == fresh.unreported != workspace.unreported
    assert later.awaiting == fresh.awaiting


@pytest.mark.parametrize("department", [DepartmentRef(ZHENGZHOU, "巩义市人民政府")])
@pytest.mark.parametrize("group", ["各区县（市）人民政府"])
def test_a_member_has_the_tasks_of_its_groups(
    bundled: Bundled, department: DepartmentRef, group: str
) -> None:
    """And a group does not have the tasks given to one member alone."""
    workspace = workspace_of(bundled, TODAY, {})
    whole = bundled.registry.resolve(ZHENGZHOU, group)
    of_member, of_group = (
        workspace.plan_sets.of_department(department),
        workspace.plan_sets.of_department(whole),
    )

    assert of_group
    assert of_group & ~of_member == 0
    alone = [one.pk for one in bundled.tasks if any(name == department.name for _, name in one.pairs)]
    assert bits.from_rows(alone) & ~of_member == 0


def test_departments_of_two_regions_stay_two(bundled: Bundled) -> None:
    workspace = workspace_of(bundled, TODAY, {})
    regions = {one.pk: one.plan.info.region for one in bundled.tasks}
    found = bundled.registry.find("市水利局")

    assert len(found) >= 2
    for ref in found:
        rows = bits.rows_of(workspace.plan_sets.of_department(ref))
        assert rows
        assert {regions[row] for row in rows} == {ref.region}


def test_a_department_that_no_plan_names_has_no_tasks(bundled: Bundled) -> None:
    workspace = workspace_of(bundled, TODAY, {})

    assert workspace.plan_sets.of_department(DepartmentRef("洛阳市", "市水利局")) == 0
    assert workspace.plan_sets.of_department(DepartmentRef(ZHENGZHOU, "没有的局")) == 0
    assert workspace.matching(Filter(departments=(DepartmentRef("洛阳市", "市水利局"),))) == 0


@given(data=st.data(), today=todays)
def test_lights_and_statuses_part_the_tasks(bundled: Bundled, data: st.DataObject, today: date) -> None:
    """Every task has one light, the one that its status and its earliest date give; and one status."""
    said = data.draw(reports(bundled))
    workspace = workspace_of(bundled, today, said)
    naive = Naive(bundled, today, said)

    for one in bundled.tasks:
        reason, status = naive.light(one), naive.progress(one).status
        entry = bundled.library.tasks([one.pk])[0]
        assert [light for light, found in workspace.lights.items() if found >> one.pk & 1] == [reason.light]
        assert [state for state, found in workspace.states.items() if found >> one.pk & 1] == [reason.state]
        assert [due for due, found in workspace.by_due if found >> one.pk & 1] == [reason.due]
        assert [known for known, found in workspace.statuses.items() if found >> one.pk & 1] == [status]
        assert workspace.light(entry) == reason
        assert workspace.expected(entry) == naive.progress(one)
        assert workspace.progress_of(one.pk).status is status
        assert bool(workspace.done >> one.pk & 1) == (status in DONE)
    everything = workspace.library.live
    assert sum(found.bit_count() for found in workspace.lights.values()) == everything.bit_count()
    assert sum(found.bit_count() for found in workspace.statuses.values()) == everything.bit_count()


@given(data=st.data(), today=todays)
def test_worst_first(bundled: Bundled, data: st.DataObject, today: date) -> None:
    """By light, then by the earliest date, then as the plans stand; no date comes after any date."""
    said = data.draw(reports(bundled))
    workspace = workspace_of(bundled, today, said)
    naive = Naive(bundled, today, said)
    tasks = workspace.matching(data.draw(filters(bundled)))
    lights = list(Light)
    shown = [one for one in bundled.tasks if tasks >> one.pk & 1]
    expected = sorted(
        shown, key=lambda one: (lights.index(naive.light(one).light), naive.light(one).due or date.max)
    )

    assert list(workspace.rows(tasks, Order.WORST_FIRST)) == [one.pk for one in expected]
    assert list(workspace.rows(tasks)) == [one.pk for one in shown]


def test_completed_tasks_without_a_date_come_last(bundled: Bundled) -> None:
    """Under one light as under all: what was never due is the least urgent."""
    undated = next(one for one in bundled.tasks if one.due is None)
    dated = [one for one in bundled.tasks if one.due is not None][:2]
    done = {one.key: naive_done(bundled, one) for one in (undated, *dated)}
    workspace = workspace_of(bundled, TODAY, done)
    rows = list(workspace.rows(workspace.lights[Light.BLUE], Order.WORST_FIRST))

    assert rows == [one.pk for one in sorted(dated, key=lambda one: str(one.due))] + [undated.pk]


def naive_done(bundled: Bundled, one: Placed) -> TaskReports:
    """Everybody accountable says that the task is completed."""
    names = Naive(bundled, TODAY, {}).progress(one).missing or ("某局",)
    return TaskReports({name: Report(Status.COMPLETED) for name in names}, len(names))


@given(data=st.data())
def test_with_reports_is_a_workspace_made_anew(bundled: Bundled, data: st.DataObject) -> None:
    """Whatever had been asked of the old one before; the old one stays as it was."""
    before, changed = data.draw(reports(bundled)), data.draw(reports(bundled))
    asked = data.draw(st.booleans())
    wanted = data.draw(filters(bundled))
    old = workspace_of(bundled, TODAY, before)
    if asked:
        old.matching(wanted)
        _ = old.lights, old.progress
    new = old.with_reports(changed)

    fresh = workspace_of(bundled, TODAY, {**before, **changed})
    assert new.progress == fresh.progress
    assert (new.lights, new.statuses, new.done) == (fresh.lights, fresh.statuses, fresh.done)
    assert new.matching(wanted) == fresh.matching(wanted)
    unchanged = workspace_of(bundled, TODAY, before)
    assert (old.progress, old.lights) == (unchanged.progress, unchanged.lights)


def test_a_retracted_report_is_gone(bundled: Bundled) -> None:
    one = bundled.tasks[0]
    said = {one.key: TaskReports({"某局": Report(Status.COMPLETED)}, 1)}
    workspace = workspace_of(bundled, TODAY, said).with_reports({one.key: TaskReports({}, 0)})

    assert workspace.progress == {}
    assert workspace.statuses[Status.NOT_STARTED] == workspace.library.live


def test_reports_of_tasks_that_are_gone_change_nothing(bundled: Bundled) -> None:
    gone = {TaskKey("nowhere", "1"): TaskReports({"某局": Report(Status.COMPLETED)}, 1)}
    workspace = workspace_of(bundled, TODAY, gone)

    assert workspace.progress == {}
    assert workspace.done == 0
    assert workspace.with_reports(gone).progress == {}


@pytest.mark.parametrize("year", [2023, 2024, 2025, None, 2031])
def test_year_set(bundled: Bundled, year: int | None) -> None:
    """A task matches a year when any of its deadlines falls in it."""
    expected = sorted(one.pk for one in bundled.tasks if year in years_of(one))

    assert list(bits.rows_of(workspace_of(bundled, TODAY, {}).plan_sets.of_year(year))) == expected


@pytest.mark.parametrize("role", Role)
def test_role_set(bundled: Bundled, role: Role) -> None:
    expected = sorted(one.pk for one in bundled.tasks if role in {pair for pair, _ in one.pairs})

    assert list(bits.rows_of(workspace_of(bundled, TODAY, {}).plan_sets.of_role(role))) == expected


def test_many_words_one_after_the_other(bundled: Bundled) -> None:
    """More than are kept; each answer stays right."""
    workspace = workspace_of(bundled, TODAY, {})
    words = [str(number) for number in range(100)]

    assert [workspace.text_set(word) for word in words] == [bundled.library.holding(word) for word in words]
    assert workspace.text_set("0") == bundled.library.holding("0")


@pytest.mark.parametrize(
    ("facet", "value"), [(Facet.ROLE, Role.LEAD), (Facet.YEAR, "2025"), (Facet.WORDS, 1), (Facet.PLAN, None)]
)
def test_what_is_no_choice_is_an_error(bundled: Bundled, facet: Facet, value: object) -> None:
    workspace = workspace_of(bundled, TODAY, {})
    with pytest.raises(ValueError, match="is no choice of"):
        workspace.choice_set(facet, value)


def test_an_unknown_plan_lets_nothing_pass(bundled: Bundled) -> None:
    assert workspace_of(bundled, TODAY, {}).matching(Filter(plans=("nowhere",))) == 0


def test_nothing_chosen_lets_everything_pass(bundled: Bundled) -> None:
    workspace: Workspace = workspace_of(bundled, TODAY, {})

    assert workspace.matching(Filter()) == workspace.library.live
    assert workspace.matching(Filter(words=" 　")) == workspace.library.live
    assert len(workspace.rows(workspace.library.live)) == 140


def test_disputes_follow_what_is_said_beside_the_reports(bundled: Bundled, tmp_path: Path) -> None:
    """Asked for before and after an assessment, and again once another one has taken its place."""
    library = bundled.library
    task = next(one for one in library.tasks(list(bits.rows_of(library.live))) if one.accountable)
    key, name = library.key_of(task), task.accountable[0]
    said = {key: TaskReports({name: Report(Status.COMPLETED)}, 1)}
    workspace = workspace_of(bundled, TODAY, said)
    found = [workspace.disputed]
    with Ledger(tmp_path / "ledger.db", "督查室") as ledger:
        for status in (Status.IN_PROGRESS, Status.COMPLETED):
            assessment = Assessment(Assessor.AUDIT, status, "现场查看")
            ledger.record([NewEvent(assessment, TODAY, key, name)])
            workspace = workspace.with_beside(beside_of(ledger, TODAY))
            found.append(workspace.disputed)

    of_task = 1 << task.pk
    assert found == [{True: 0, False: 0}, {True: of_task, False: 0}, {True: 0, False: of_task}]
