"""The state of the interface without an interface: what it answers, and which state comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.note import Draft, NoteContent
from plantui.model.progress import Report
from plantui.model.terms import Light, Status
from plantui.query.columns import DEFAULT_COLUMNS, Column, Sorting
from plantui.query.filter import Facet, Filter
from plantui.query.outline import Branch, Folding, Leaf, NodeKey, Row
from plantui.query.session import Session, department_named, position_in
from plantui.query.views import View
from plantui.store.ledger import TaskReports
from tests.support.naive_library import Bundled, opened_once

bundled = opened_once
TODAY = date(2025, 12, 10)
PLAN = "sanmenxia-2023-2025"
FIRST, THIRD = TaskKey(PLAN, "1"), TaskKey(PLAN, "3")
OWN = "郑州市/市工信局"


@pytest.fixture
def session(bundled: Bundled) -> Session:
    """A first start without a ledger, and without a department of one's own."""
    begun = started(bundled)
    return begun.with_ledger(begun.workspace, ())


def started(bundled: Bundled, own: str | None = None, **changes: object) -> Session:
    active_filter = Filter(**changes)  # type: ignore[arg-type]
    return Session.started(bundled.library, TODAY, active_filter, own, None)


def draft(key: TaskKey, department: str) -> Draft:
    return Draft(key, department, "张三", NoteContent(Status.IN_PROGRESS, "写到一半", as_of=TODAY))


def titles(rows: Sequence[Row]) -> list[str]:
    return [row.task.title for row in rows if isinstance(row, Leaf)]


def reported(*departments: str, status: Status = Status.COMPLETED) -> TaskReports:
    return TaskReports({name: Report(status) for name in departments}, len(departments))


# -- a start ---------------------------------------------------------------------------------------------------


def test_a_first_start_unfolds_the_first_plan(bundled: Bundled) -> None:
    begun = started(bundled)

    assert begun.view is View.TREE
    assert not begun.knows_ledger
    assert [row.is_open for row in begun.rows() if isinstance(row, Branch) and not row.depth] == [
        True,
        False,
        False,
        False,
    ]


def test_the_own_departments_tasks_are_the_start_unless_a_filter_is_given(bundled: Bundled) -> None:
    assert started(bundled, OWN).view is View.MINE
    assert started(bundled, OWN, years=(2025,)).view is View.TREE
    assert started(bundled, OWN, years=(2025,)).choice_order == ((Facet.YEAR, 2025),)


def test_what_is_remembered_of_the_branches_comes_back(bundled: Bundled) -> None:
    folding = Folding(all_open=True)

    assert Session.started(bundled.library, TODAY, Filter(), None, folding).folding is folding


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (None, None),
        ("", None),
        ("郑州市/市发改委", DepartmentRef("郑州市", "市发展改革委")),
        ("某市/没有这个局", DepartmentRef("某市", "没有这个局")),
        ("没有这个局", DepartmentRef("", "没有这个局")),
    ],
)
def test_the_department_behind_a_configured_name(
    bundled: Bundled, named: str | None, expected: DepartmentRef | None
) -> None:
    assert department_named(bundled.library, named) == expected


def test_a_start_knows_the_tasks_on_the_screen_before_all_others(bundled: Bundled) -> None:
    begun = started(bundled)
    tasks = [row.task for row in begun.rows() if isinstance(row, Leaf)][:2]
    first = begun.with_first_reports({begun.key_of(tasks[0]): reported("市生态环境局")})

    assert not first.knows_ledger
    assert [first.knows_reports_of(task.pk) for task in tasks] == [True, False]
    assert first.workspace.progress_of(tasks[0].pk).notes == 1
    assert first.with_ledger(first.workspace, ()).knows_reports_of(tasks[1].pk)


# -- filter and view -------------------------------------------------------------------------------------------


def test_a_session_never_changes(session: Session) -> None:
    narrowed = session.narrowed(Filter(years=(2025,)))

    assert session.active_filter == Filter()
    assert narrowed.tasks.bit_count() < session.tasks.bit_count() == 140


def test_the_last_choice_made_is_the_first_to_go(session: Session) -> None:
    chosen = session.toggled(Facet.YEAR, 2025).toggled(Facet.PLAN, PLAN).toggled(Facet.YEAR, 2024)
    less = chosen.without_last_choice()

    assert chosen.choice_order == ((Facet.YEAR, 2025), (Facet.PLAN, PLAN), (Facet.YEAR, 2024))
    assert less.active_filter == Filter(plans=(PLAN,), years=(2025,))
    assert less.without_last_choice().active_filter == Filter(years=(2025,))
    assert session.without_last_choice() is session


def test_words_that_change_keep_their_turn_at_the_end(session: Session) -> None:
    typed = session.with_choices(Facet.WORDS, ("煤",)).toggled(Facet.YEAR, 2025)
    typed = typed.with_choices(Facet.WORDS, ("煤电",))

    assert typed.choice_order == ((Facet.YEAR, 2025), (Facet.WORDS, "煤电"))


@pytest.mark.parametrize(
    "same",
    [
        lambda session: session.narrowed(Filter()),
        lambda session: session.with_view(View.TREE),
        lambda session: session.on_day(TODAY),
    ],
)
def test_nothing_new_is_the_session_itself(session: Session, same: object) -> None:
    assert same(session) is session  # type: ignore[operator]


def test_my_view_adds_the_own_department_to_the_filter(bundled: Bundled) -> None:
    mine = started(bundled, OWN)

    assert mine.active_filter == Filter()
    assert mine.shown_filter == Filter(departments=(DepartmentRef("郑州市", "市工信局"),))
    assert mine.tasks.bit_count() == len(mine.rows()) == 7


def test_a_new_own_department_shows_its_tasks(session: Session) -> None:
    own = DepartmentRef("郑州市", "市工信局")
    mine = session.with_own_department(own)

    assert (mine.view, mine.own_department) == (View.MINE, own)
    assert mine.active_filter == session.active_filter


def test_choices_are_counted_within_the_view(session: Session) -> None:
    warned = session.with_view(View.WARNINGS)
    lights = {choice.value: choice.count for choice in warned.choices(Facet.LIGHT)}

    assert lights[Light.GREEN] == 0
    assert lights[Light.RED] + lights[Light.YELLOW] == warned.tasks.bit_count() == 55


def test_no_limit_counts_what_the_view_holds(session: Session) -> None:
    warned = session.with_view(View.WARNINGS).toggled(Facet.YEAR, 2023)

    assert warned.count_without(Facet.YEAR) == 55


def test_no_limit_still_means_the_own_department_in_its_view(bundled: Bundled) -> None:
    """Choosing no department there shows the own tasks again, so these are what 不限 counts."""
    mine = started(bundled, OWN)
    other = mine.with_choices(Facet.DEPARTMENT, (DepartmentRef("郑州市", "市水利局"),))

    assert mine.view is View.MINE
    assert mine.count_without(Facet.DEPARTMENT) == other.count_without(Facet.DEPARTMENT) == 7
    assert mine.count_without(Facet.YEAR) == mine.tasks.bit_count()


def test_lights_are_counted_in_their_order_without_those_that_no_task_has(session: Session) -> None:
    counts = session.narrowed(Filter(plans=(PLAN,))).light_counts()

    assert list(counts) == sorted(counts, key=["red", "yellow", "green", "blue", "grey", "none"].index)
    assert Light.BLUE not in counts
    assert sum(counts.values()) == 24


def test_rows_name_their_plan_in_lists_of_several_plans_only(session: Session, bundled: Bundled) -> None:
    assert not session.names_plans
    assert session.with_view(View.WARNINGS).names_plans
    assert not session.with_view(View.WARNINGS).narrowed(Filter(plans=(PLAN,))).names_plans
    assert not started(bundled, OWN).names_plans


# -- branches --------------------------------------------------------------------------------------------------


def test_folding_under_a_filter_leaves_what_is_remembered_alone(session: Session) -> None:
    narrowed = session.narrowed(Filter(years=(2025,)))
    folded = narrowed.with_branch_toggled(NodeKey(PLAN))

    assert narrowed.current_folding == Folding(all_open=True)
    assert not folded.current_folding.is_open(NodeKey(PLAN))
    assert folded.folding == session.folding
    assert folded.narrowed(Filter(years=(2024,))).current_folding == Folding(all_open=True)


def test_everything_unfolds_and_then_folds(session: Session) -> None:
    unfolded = session.with_all_toggled()

    assert unfolded.folding == Folding(all_open=True)
    assert unfolded.with_all_toggled().folding == Folding()
    assert unfolded.with_branch_toggled(NodeKey(PLAN)).with_all_toggled().folding == Folding(all_open=True)


def test_the_cursor_goes_to_the_branch_of_a_row_that_was_folded_away(session: Session) -> None:
    rows = session.rows()
    leaf = rows[2]
    folded = session.with_branch_toggled(NodeKey(PLAN)).rows()

    assert isinstance(leaf, Leaf)
    assert position_in(session.with_view(View.WARNINGS).rows(), rows[0]) == 0
    assert position_in(folded, rows[1]) == 0
    assert position_in(session.rows(), leaf) == 2
    assert position_in(folded, None) == 0


# -- notes and drafts ------------------------------------------------------------------------------------------


def test_tasks_and_their_keys(session: Session) -> None:
    task = session.task_of(THIRD)

    assert task is not None
    assert session.key_of(task) == THIRD
    assert session.task_of(TaskKey(PLAN, "gone")) is None
    assert session.task_of(TaskKey("gone", "1")) is None


def test_drafts_are_known_by_their_tasks(session: Session) -> None:
    drafts = (draft(THIRD, "市商务局"), draft(FIRST, "市生态环境局"), draft(THIRD, "市发改委"))
    kept = session.with_reports({}, drafts)

    assert kept.draft_keys == {FIRST, THIRD}
    assert [one.department for one in kept.drafts_of(THIRD)] == ["市商务局", "市发改委"]
    assert session.drafts_of(THIRD) == []


def test_who_reports_first_a_draft_then_the_own_department_then_the_lead(bundled: Bundled) -> None:
    begun = started(bundled, "三门峡市/市商务局")
    third, first = begun.task_of(THIRD), begun.task_of(FIRST)
    assert third is not None and first is not None

    assert "市商务局" in begun.reporters(third)
    assert begun.reporter(third) == "市商务局"
    assert begun.reporter(first) == begun.reporters(first)[0] == "市生态环境局"
    kept = begun.with_reports({}, (draft(THIRD, "市财政局"),))
    assert kept.reporter(third) == "市财政局"


def test_the_own_department_of_another_city_does_not_report(bundled: Bundled) -> None:
    begun = started(bundled, "新乡市/市生态环境局")
    first = begun.task_of(FIRST)
    assert first is not None

    assert begun.reporter(first) == started(bundled).reporter(first)


def test_a_task_that_names_nobody_is_reported_by_the_own_department_alone(bundled: Bundled) -> None:
    begun, mine = started(bundled), started(bundled, "郑州市/市生态环境局")
    last = begun.library.plans[-1]
    nobody = begun.library.tasks([last.first + last.tasks - 1])[0]

    assert begun.reporters(nobody) == ()
    assert begun.reporter(nobody) is None
    assert mine.reporters(nobody) == ("市生态环境局",)


def test_the_next_task_to_report_on(session: Session) -> None:
    rows = session.rows()
    first = session.task_of(FIRST)
    assert first is not None
    assert session.next_to_report(rows, 1) == 2
    done = session.with_reports({FIRST: reported(*session.reporters(first))}, ())

    assert not done.awaits_report(first)
    assert done.next_to_report(done.rows(), 1) == 3
    assert done.next_to_report(done.rows(), len(done.rows())) is None


def test_ones_own_report_is_enough_for_oneself(bundled: Bundled) -> None:
    mine = started(bundled, "三门峡市/市商务局")
    third = mine.task_of(THIRD)
    assert third is not None
    accountable = session_without_own(mine).reporters(third)
    said = mine.with_reports({THIRD: reported(accountable[0])}, ())
    by_us = mine.with_reports({THIRD: reported("市商务局")}, ())

    assert mine.awaits_report(third)
    assert said.awaits_report(third) == bool(said.workspace.expected(third).missing)
    assert by_us.awaits_report(third) == ("市商务局" not in by_us.workspace.expected(third).reported)


def session_without_own(session: Session) -> Session:
    return replace(session, own_department=None)


def test_reports_change_lights_and_keep_the_rest(session: Session) -> None:
    first = session.task_of(FIRST)
    assert first is not None
    later = session.narrowed(Filter(plans=(PLAN,))).with_reports(
        {FIRST: reported(*session.reporters(first))}, ()
    )

    assert later.workspace.light(first).light is Light.BLUE
    assert later.active_filter == Filter(plans=(PLAN,))
    assert session.workspace.light(first).light is Light.YELLOW


def test_another_day_changes_lights_and_days_late(session: Session) -> None:
    first = session.task_of(FIRST)
    assert first is not None
    later = session.on_day(date(2026, 1, 1))

    assert (session.workspace.light(first).light, session.workspace.light(first).days) == (Light.YELLOW, 21)
    assert (later.workspace.light(first).light, later.workspace.light(first).days) == (Light.RED, -1)
    assert later.today == date(2026, 1, 1)
    assert later.folding == session.folding


# -- marks -----------------------------------------------------------------------------------------------------


def test_marks_come_and_go(session: Session) -> None:
    first, third = (session.with_marks([key]).marked_tasks for key in (FIRST, THIRD))
    marked = session.with_marks_toggled(first).with_marks_toggled(third)

    assert session.marked == frozenset()
    assert marked.marked == {FIRST, THIRD}
    assert marked.with_marks_toggled(first).marked == {THIRD}
    assert marked.with_marks_toggled(first).marked_tasks == third
    assert marked.with_marks([]).marked == frozenset()


def test_marks_outlive_filters_and_count_what_the_plans_still_have(session: Session) -> None:
    marked = session.with_marks([FIRST, TaskKey("gone", "1")]).narrowed(Filter(plans=("xinxiang-2023-2025",)))

    assert marked.marked == {FIRST, TaskKey("gone", "1")}
    assert marked.marked_tasks.bit_count() == 1
    assert marked.marked_tasks & marked.tasks == 0
    assert marked.marked_tasks & session.tasks


# -- columns ---------------------------------------------------------------------------------------------------


def test_columns_are_chosen_each_once(session: Session) -> None:
    chosen = session.with_columns((Column.DUE, Column.TASK, Column.DUE))

    assert session.columns == DEFAULT_COLUMNS
    assert chosen.columns == (Column.DUE, Column.TASK)
    assert session.with_sorting(Sorting(Column.DUE, True)).with_sorting(None).sorting is None
