"""Foreign ledgers by a column map: departments by known names, unknown as unknown, every loss counted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from plantui.exchange.ledgers.names import KnownNames
from plantui.exchange.ledgers.reading import LedgerRead, read_ledger
from plantui.exchange.ledgers.surroundings import Surroundings
from plantui.exchange.ledgers.table import LedgerTable, recognised_maps
from plantui.exchange.ledgers.updating import updated_plan
from plantui.model.column_map import ColumnMap, LedgerField
from plantui.model.plan import Departments
from plantui.model.problem import DataError
from plantui.model.terms import Status
from plantui.readback.foreign_ledger import due_reader
from plantui.store.column_maps import known_maps

TODAY = date(2024, 7, 15)
JUNE = date(2024, 6, 30)
HEADS = (
    "编号",
    "督办事项",
    "牵头单位",
    "配合单位",
    "完成时限",
    "办理状态",
    "完成比例",
    "办理情况",
    "截至日期",
)
MAPS = {one.name: one for one in known_maps(())}
SUPERVISION = MAPS["supervision"]


def row(**cells: str) -> tuple[str, ...]:
    """A row of the ledger; what is not given is usual."""
    usual = {
        "id": "甲1",
        "title": "修堤",
        "lead": "水利局",
        "support": "",
        "due": "",
        "status": "进行中",
        "percent": "",
        "progress": "开工",
        "as_of": "2024-06-30",
    }
    return tuple((usual | cells).values())


def read(
    *rows: tuple[str, ...],
    by: ColumnMap = SUPERVISION,
    heads: tuple[str, ...] = HEADS,
    names: tuple[str, ...] = (),
    ids: dict[str, str] | None = None,
) -> LedgerRead:
    """Read a ledger of these rows."""
    around = Surroundings(
        "台账.csv", "plan", TODAY, "台账", "某市", names, due_reader(by.day_first), ids or {}
    )
    return read_ledger([LedgerTable("", (heads, *rows))], by, around)


def doubts(found: LedgerRead) -> dict[str, str]:
    """The doubts by their kinds, each with its number and examples."""
    return {
        str(doubt).rpartition(".")[2]: f"{doubt.facts['count']}: {doubt.facts['shown']}"
        for doubt in found.read.doubts
    }


def losses(found: LedgerRead) -> dict[tuple[str, str], int]:
    """The losses by column and kind."""
    return {(str(one.what), one.kind.value): one.times for one in found.read.account.losses}


def test_a_row_becomes_a_task_and_a_note() -> None:
    found = read(row(due="2024年12月底前", percent="40%", support="财政局；城管局"))

    (task,), (note,) = found.read.plan.tasks, found.read.notes
    assert (task.id, task.title) == ("甲1", "修堤")
    assert task.departments == Departments(lead=("水利局",), support=("财政局", "城管局"))
    assert [(one.phrase, one.due) for one in task.deadlines] == [("2024年12月底前", date(2024, 12, 31))]
    assert (note.department, note.content.status, note.content.percent) == ("水利局", Status.IN_PROGRESS, 40)
    assert (note.content.progress, note.content.as_of) == ("开工", JUNE)
    assert losses(found) == {}


class Cell(NamedTuple):
    """A percent in a cell, and what it is read as."""

    written: str
    percent: int | None
    doubt: str = ""


@pytest.mark.parametrize(
    "cell",
    [
        Cell("", None),
        Cell("40", 40),
        Cell("40%", 40),
        Cell("４０％", 40),
        Cell("100.0", 100),
        Cell("33.4%", 33),
        Cell("过半", None, "percent"),
        Cell("140", None, "percent"),
        Cell("nan", None, "unwritten"),
    ],
    ids=str,
)
def test_percent(cell: Cell) -> None:
    """Nothing is unknown and never nought; what is no percent stays in the note's words."""
    found = read(row(percent=cell.written), row(id="甲2", title="修桥", percent="7"))

    content = found.read.notes[0].content
    assert content.percent == cell.percent
    assert [*doubts(found)] == ([cell.doubt] if cell.doubt else [])
    assert (cell.written in content.progress) == (cell.doubt == "percent" or not cell.written)


def test_a_column_of_shares_is_read_as_shares() -> None:
    found = read(row(percent="0.4"), row(id="甲2", title="修桥", percent="1"))

    assert [note.content.percent for note in found.read.notes] == [40, 100]
    assert "shares" in doubts(found)


def test_one_share_among_percents_is_unknown() -> None:
    found = read(row(percent="0.4"), row(id="甲2", title="修桥", percent="60"))

    assert [note.content.percent for note in found.read.notes] == [None, 60]
    assert doubts(found) == {"percent": "1: 甲1: 0.4"}


def test_an_unknown_status_is_told_and_stays_in_the_note() -> None:
    found = read(row(status="待核实"))

    content = found.read.notes[0].content
    assert (content.status, content.progress) == (Status.IN_PROGRESS, "开工\n办理状态: 待核实")
    assert doubts(found) == {"status": "1: 甲1"}
    assert losses(found) == {("办理状态", "approximated"): 1}


@pytest.mark.parametrize("status", ["未启动", "", "无"])
def test_a_row_that_reports_nothing_is_no_note(status: str) -> None:
    assert read(row(status=status, progress="", as_of="")).read.notes == ()


def test_a_status_that_is_never_late_needs_a_reason() -> None:
    found = read(row(status="暂缓", progress=""))

    content = found.read.notes[0].content
    assert (content.status, content.reason, content.progress) == (Status.DEFERRED, "暂缓", "暂缓")
    assert "no_reason" in doubts(found)


def test_several_rows_of_one_id_are_several_notes() -> None:
    """Also the rows of a merged cell: each place has its text."""
    found = read(row(), row(progress="封顶", as_of="2024-07-10"))

    assert [task.id for task in found.read.plan.tasks] == ["甲1"]
    assert [note.content.as_of for note in found.read.notes] == [JUNE, date(2024, 7, 10)]


def test_an_id_of_another_wording_is_another_task() -> None:
    """Two that agree in their first words are two."""
    long = "修堤" * 40
    found = read(row(title=long), row(title=f"{long}乙"))

    assert [task.id for task in found.read.plan.tasks] == ["甲1", "甲1~2"]
    assert "id_twice" in doubts(found)


@pytest.mark.parametrize(
    ("written", "due", "doubt"),
    [
        ("2024-09-30", date(2024, 9, 30), ""),
        ("2024/9/3 00:00", date(2024, 9, 3), ""),
        ("2024年9月底前", date(2024, 9, 30), ""),
        ("30 September 2024", date(2024, 9, 30), ""),
        ("45565", date(2024, 9, 30), "serial"),
        ("90 Days", None, "day"),
        ("03/04/2024", None, "day"),
        ("长期", None, "day"),
        ("无", None, ""),
    ],
)
def test_days(written: str, due: date | None, doubt: str) -> None:
    found = read(row(due=written))

    deadlines = found.read.plan.tasks[0].deadlines
    assert [one.due for one in deadlines] == ([due] if due else [])
    assert [*doubts(found)] == ([doubt] if doubt else [])
    assert losses(found) == ({("完成时限", "lost"): 1} if doubt == "day" else {})


def test_a_map_may_say_that_days_come_first() -> None:
    by = SUPERVISION._replace(day_first=True)

    assert read(row(due="03/04/2024"), by=by).read.plan.tasks[0].deadlines[0].due == date(2024, 4, 3)


def test_a_day_to_come_is_none_to_report_of() -> None:
    found = read(row(as_of="2024-12-31"))

    assert (found.read.notes[0].content.as_of, "future" in doubts(found)) == (None, True)


def test_columns_without_a_place_are_counted() -> None:
    found = read((*row(), "甲"), (*row(id="甲2", title="修桥"), ""), heads=(*HEADS, "批示领导"))

    assert losses(found) == {("批示领导", "lost"): 1}


def test_rows_without_a_task_and_group_rows() -> None:
    group = ("一、水务", *[""] * 8)
    total = ("合计", "", "", "", "", "", "50%", "", "")
    found = read(group, row(), total)

    plan = found.read.plan
    assert [section.title for section in plan.sections] == ["一、水务"]
    assert doubts(found) == {"no_task": "1: 合计: 合计"}


def test_heads_on_two_rows_and_a_title_above() -> None:
    upper = (
        "编号",
        "督办事项",
        "责任分工",
        "责任分工",
        "完成时限",
        "办理状态",
        "完成比例",
        "办理情况",
        "截至日期",
    )
    title = ("某市2024年督办台账",) * 9
    table = LedgerTable("", (title, upper, HEADS, row(support="财政局")))
    found = read_ledger([table], SUPERVISION, Surroundings("a.xlsx", "plan", TODAY, "a", "某市"))

    assert found.read.plan.info.title == "某市2024年督办台账"
    assert found.read.plan.tasks[0].departments.support == ("财政局",)


def test_sheets_without_the_heads_are_set_aside_and_told() -> None:
    tables = [LedgerTable("台账", (HEADS, row())), LedgerTable("说明", (("填表说明", ""),))]
    around = Surroundings("a.xlsx", "plan", TODAY, "a", "某市", (), due_reader(None))
    found = read_ledger(tables, SUPERVISION, around)

    assert doubts(found) == {"sheet": "1: 说明"}
    with pytest.raises(DataError) as refused:
        read_ledger(tables[1:], SUPERVISION, Surroundings("a.xlsx", "plan", TODAY))
    assert refused.value.message == "exchange.ledger.no_heads"


OPENPROJECT = ("ID", "Subject", "Status", "Finish date", "% Complete", "Description", "Assignee")


@pytest.mark.parametrize(("rows", "is_cut"), [(499, False), (500, True), (501, False)])
def test_exactly_500_rows_of_openproject_are_suspected(rows: int, is_cut: bool) -> None:
    lines = [(str(at), f"Lay pipe {at}", "New", "", "", "", "") for at in range(rows)]
    found = read(*lines, by=MAPS["openproject"], heads=OPENPROJECT)

    assert ("cut" in doubts(found)) == is_cut


def test_persons_of_openproject_become_no_departments_and_pages_become_words() -> None:
    line = (
        "7",
        "Lay pipe",
        "In progress",
        "2024-09-30",
        "20",
        "<p>First &amp; second</p><p>Then</p>",
        "A. Person",
    )
    found = read(line, by=MAPS["openproject"], heads=OPENPROJECT)

    (task,), (note,) = found.read.plan.tasks, found.read.notes
    assert (task.text, task.departments) == ("First & second\nThen", Departments())
    assert note.department == "某市"
    assert losses(found) == {("Description", "approximated"): 1, ("Assignee", "lost"): 1}
    assert "nameless" in doubts(found)


def test_parents_of_decidim_are_headings_and_orphans_are_told() -> None:
    heads = (
        "id",
        "parent/id",
        "title/en",
        "title/ca",
        "description/en",
        "end_date",
        "status/key",
        "progress",
    )
    lines = [
        ("1", "", "Water", "Aigua", "", "", "", "50"),
        ("11", "1", "Repair the dyke", "Reparar", "<p>All of it</p>", "2024-09-30", "ongoing", "50.0"),
        ("12", "9", "Plant trees", "", "", "", "planned", "0.0"),
    ]
    found = read(*lines, by=MAPS["decidim"], heads=heads)

    plan = found.read.plan
    assert [(task.id, task.section) for task in plan.tasks] == [("11", "1"), ("12", "2")]
    assert [section.title for section in plan.sections] == ["Water", "台账"]
    assert [note.content.percent for note in found.read.notes] == [50, 0]
    assert doubts(found)["parent"] == "1: 12: 9"
    assert losses(found)["progress", "lost"] == 1
    assert losses(found)["title/ca", "lost"] == 2


PARENTED = ColumnMap(
    "own",
    (
        (LedgerField.ID, ("编号",)),
        (LedgerField.PARENT, ("上级",)),
        (LedgerField.SECTION, ("类别",)),
        (LedgerField.TITLE, ("事项",)),
    ),
)


@pytest.mark.parametrize("above", [("甲", "", "", ""), ("甲", "", "水利", "")])
def test_a_parent_that_is_no_heading_is_told_as_one_that_is_missing(above: tuple[str, ...]) -> None:
    heads = ("编号", "上级", "类别", "事项")
    found = read(above, ("乙", "甲", "", "修堤"), by=PARENTED, heads=heads)

    plan = found.read.plan
    assert [task.section for task in plan.tasks] == [section.id for section in plan.sections]
    assert doubts(found)["parent"] == "1: 乙: 甲"
    assert updated_plan(plan, found).plan == plan


def test_a_section_by_its_title_never_takes_the_id_of_a_heading() -> None:
    heads = ("编号", "上级", "类别", "事项")
    lines = [("5", "", "水利", "修堤"), ("1", "", "", "林业"), ("6", "1", "", "植树")]
    plan = read(*lines, by=PARENTED, heads=heads).read.plan

    titles = {section.id: section.title for section in plan.sections}
    assert [(task.title, titles[task.section]) for task in plan.tasks] == [("修堤", "水利"), ("植树", "林业")]


class Names(NamedTuple):
    """A cell of departments, and the names in it."""

    cell: str
    names: tuple[str, ...] = ()
    unsplit: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()


SCIENCE = "Office of Science, Crafts and Industry"
NORTH = "Office of the North and Office for the Ports of the North"
KNOWN = (SCIENCE, NORTH, "Office of Water", "Office of Roads", "市水利局", "市财政局")


@pytest.mark.parametrize(
    "one",
    [
        Names(f"{SCIENCE}; Office of Water", (SCIENCE, "Office of Water")),
        Names(f"Office of Water, {SCIENCE}", ("Office of Water", SCIENCE)),
        Names("Office of Water Office of Roads", ("Office of Water", "Office of Roads")),
        Names("Office\u00a0of\u00a0Water;\r\nOffice of Roads", ("Office of Water", "Office of Roads")),
        Names("Office of Water and Office of Roads", ("Office of Water", "Office of Roads")),
        Names(NORTH, (NORTH,)),
        Names("Office of Watr", (), (), (("Office of Watr", "Office of Water"),)),
        Names(
            f"{NORTH} and Office for the Ports of the North",
            (),
            (),
            ((f"{NORTH} and Office for the Ports of the North", NORTH),),
        ),
        Names("Office of Fish, Office of Hunting", (), ("Office of Fish, Office of Hunting",)),
        Names("Office of Water and Fish", (), ("Office of Water and Fish",)),
        Names("Office of Waterways", ("Office of Waterways",)),
        Names("市水利局、市民政局", ("市水利局", "市民政局")),
        Names("市水利局，市财政局", ("市水利局", "市财政局")),
        Names("市水利局 市财政局", ("市水利局", "市财政局")),
        Names("市水利局，市民政局", (), ("市水利局，市民政局",)),
        Names("市水利局\n市民政局", ("市水利局", "市民政局")),
    ],
    ids=lambda one: one.cell,
)
def test_names_are_parted_by_known_ones(one: Names) -> None:
    split = KnownNames(KNOWN).split(one.cell)

    assert (split.names, split.unsplit, split.alike) == one[1:]


def test_a_name_that_stands_in_lists_again_and_again_is_one() -> None:
    names = KnownNames(("Office of Water",))
    cells = [f"Office of Water; {SCIENCE}", f"{SCIENCE}; Office of Roads", "Office of Fish; Office of Roads"]

    assert names.recurring(cells) == ["Office of Roads", SCIENCE]


def test_names_that_stand_alone_in_other_cells_part_lists() -> None:
    found = read(
        row(lead="水利局，财政局"), row(id="甲2", title="修桥", lead="财政局"), row(id="甲3", title="修路")
    )

    assert found.read.plan.tasks[0].departments.lead == ("水利局", "财政局")
    assert [note.department for note in found.read.notes[:2]] == ["水利局", "财政局"]
    assert losses(found) == {("填报单位", "approximated"): 1}


def test_a_lead_that_is_not_among_all_is_told() -> None:
    heads = ("MLC ID", "Commitment", "Reporting Lead", "All ministers")
    lines = [
        ("1", "Repair all dykes", "Office of Water", "Office of Roads"),
        ("2", "Mend all roads", SCIENCE, f"{SCIENCE}; Office of Water"),
    ]
    found = read(*lines, by=MAPS["canada-mandate"], heads=heads)

    assert doubts(found)["lead_not_among"] == "1: 1: Office of Water"
    assert found.read.plan.tasks[1].departments == Departments(lead=(SCIENCE,), support=("Office of Water",))


def test_escapes_stay_and_are_told() -> None:
    found = read(row(title="King\\u2019s dyke"))

    assert found.read.plan.tasks[0].title == "King\\u2019s dyke"
    assert doubts(found) == {"escape": "1: 甲1: \\u2019"}


@pytest.mark.parametrize("name", MAPS)
def test_every_map_recognises_its_own_heads_alone(name: str) -> None:
    heads = tuple(names[0].replace("*", "en") for _, names in MAPS[name].columns)
    table = LedgerTable("", (heads, ("1",) * len(heads)))

    assert [one.name for one in recognised_maps([table], [*MAPS.values()])] == [name]


def test_an_update_keeps_what_the_ledger_cannot_say() -> None:
    known = read(
        row(), row(id="甲2", title="修桥"), row(id="甲3", title="修路", lead="水利局、交通局")
    ).read.plan
    kept = known._replace(tasks=tuple(task._replace(tags=("重点",)) for task in known.tasks))
    later = read(
        row(title="修南堤"), row(id="甲3", title="修路", lead="水利局, 公路局"), row(id="甲4", title="修渠")
    )

    updated = updated_plan(kept, later)

    assert [task.id for task in updated.plan.tasks] == ["甲1", "甲2", "甲3", "甲4"]
    assert [task.id for task in updated.new] == ["甲4"]
    assert [(was.title, task.title) for was, task in updated.reworded] == [("修堤", "修南堤")]
    assert [task.id for task in updated.vanished] == ["甲2"]
    assert updated.plan.tasks[0].tags == ("重点",)
    assert updated.plan.tasks[2] == kept.tasks[2]  # what nobody can part is no reason to forget


def test_a_ledger_without_ids_finds_its_tasks_by_their_wording() -> None:
    heads, first, second = HEADS[1:], row()[1:], row(title="修桥")[1:]
    known = read(first, second, heads=heads).read.plan
    ids = {task.title: task.id for task in known.tasks}

    later = read(row(title="修渠")[1:], second, heads=heads, ids=ids).read.plan

    assert {task.title: task.id for task in later.tasks} == {"修渠": "3", "修桥": ids["修桥"]}


def test_fields_of_the_map_are_all_of_use() -> None:
    used = {field for one in MAPS.values() for field, _ in one.columns}

    assert used | {"indicator", "target", "unit", "actual"} == {*LedgerField}


def test_indicators_and_their_values() -> None:
    by = ColumnMap(
        "own",
        (
            *(
                (LedgerField(name), (name,))
                for name in ("id", "title", "lead", "indicator", "target", "unit")
            ),
            (LedgerField.ACTUAL, ("actual",)),
        ),
    )
    heads = ("id", "title", "lead", "indicator", "target", "unit", "actual")
    found = read(("1", "修堤", "水利局", "长度", "12", "公里", "5"), by=by, heads=heads)

    (indicator,) = found.read.plan.tasks[0].indicators
    (actual,) = found.read.notes[0].content.actuals
    assert (indicator.indicator, indicator.value, indicator.unit) == ("长度", 12, "公里")
    assert (actual.indicator, actual.value, actual.day) == (indicator, 5, TODAY)


def test_departments_that_speak_by_their_names_are_parted() -> None:
    words = "水利局：开工\n又招标\n财政局: 拨款"
    found = read(row(lead="水利局、财政局、城管局", progress=words))

    said = [(note.department, note.content.progress) for note in found.read.notes]
    assert said == [("水利局", "开工\n又招标"), ("财政局", "拨款")]
    assert read(row(progress="说明：开工")).read.notes[0].content.progress == "说明：开工"


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("某市督办台账（截至2024年6月30日）", JUNE),
        ("督办台账 截止2024年5月底", date(2024, 5, 31)),
        ("督办台账", None),
    ],
)
def test_the_day_above_the_heads_is_that_of_all_rows(above: str, day: date | None) -> None:
    heads, line = HEADS[:-1], row()[:-1]
    table = LedgerTable("", ((above, *[""] * 7), heads, line, heads, row(id="甲2", title="修桥")[:-1]))
    around = Surroundings("a.xlsx", "plan", TODAY, "a", "某市", (), due_reader(None))
    found = read_ledger([table], SUPERVISION, around)

    assert [task.id for task in found.read.plan.tasks] == ["甲1", "甲2"]  # heads that come again are no task
    assert [note.content.as_of for note in found.read.notes] == [day, day]
    assert ("as_of_above" in doubts(found)) == (day is not None)
