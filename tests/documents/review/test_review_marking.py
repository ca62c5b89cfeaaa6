"""Lines that a person marks become tasks: title and number are the line's own, who and when are read up to the next mark."""

from __future__ import annotations

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.overview.pieces import Piece, pieces_of
from plantui.documents.review import Part, Review
from plantui.documents.review.structure import alike
from plantui.documents.traced import Span
from plantui.model.plan import Task
from tests.support.unread_documents import SUMMARY, unread

LETTER = """Harbour Town Letter

Dear residents, this is what we hope for.
Raise the sea wall
Lead agency: Harbour Office
Support: Parks Department and Police Department
Timeline: 30 June 2027
Plant the dunes
Lead agency: Parks Department
Timeline: 2028
"""


def _piece(review: Review, words: str) -> Piece:
    return next(one for one in review.pieces if words in one.text.text)


def _mark(review: Review, *lines: str, part: Part = Part.TASK) -> None:
    review.mark(part, [_piece(review, words).span for words in lines])


def _told(task: Task) -> tuple[str, str, list[str], list[str]]:
    names = [name for _, name in task.departments.pairs()]
    return task.number, task.title, names, [one.due.isoformat() for one in task.deadlines]


def test_marked_lines_are_tasks() -> None:
    """A task goes on up to the next mark, and ends before a heading that ranks above its own."""
    review = Review(unread(SUMMARY))
    _mark(review, "（一）", "（二）")
    assert [_told(task) for task in review.plan().tasks] == [
        ("（一）", "建设分拣中心", ["县城管局"], ["2025-09-30"]),
        ("（二）", "配备分类桶", ["各镇人民政府"], ["2025-12-31"]),
    ]


def test_a_mark_between_ends_the_task_before() -> None:
    """The id of a task stays what it was when others are marked, and so do the decisions on its fields."""
    review = Review(unread(SUMMARY))
    _mark(review, "（一）")
    (task,) = review.plan().tasks
    field = next(one for one in review.fields if one.task == task.id and one.name == "title")
    review.correct(field, "建两座分拣中心")
    _mark(review, "2025年9月底前建成")
    first, second = review.plan().tasks
    assert (first.id, first.title, _told(first)[3]) == (task.id, "建两座分拣中心", [])
    assert _told(second)[3] == ["2025-09-30"]
    assert review.undo() is not None
    assert [_told(one)[3] for one in review.plan().tasks] == [["2025-09-30"]]


def test_what_a_marked_line_holds_is_doubtful_no_more() -> None:
    """A label in a part that was set aside is a doubt until it is in a task."""
    review = Review(unread(SUMMARY))
    before = {doubt.reason for field in review.doubtful for doubt in review.doubts(field)}
    assert "documents.doubt.many_departments_set_aside" in before
    _mark(review, "（一）")
    (half,) = [
        doubt
        for field in review.doubtful
        for doubt in review.doubts(field)
        if doubt.reason == "documents.doubt.many_departments_set_aside"
    ]
    assert (len(half.places), half.facts["count"]) == (1, "1")
    _mark(review, "（二）")
    after = {doubt.reason for field in review.doubtful for doubt in review.doubts(field)}
    assert "documents.doubt.many_departments_set_aside" not in after


def test_a_marked_section_holds_the_tasks_below_it() -> None:
    """Marking a section as a task makes it one; taking the mark back leaves nothing."""
    review = Review(unread(SUMMARY))
    _mark(review, "一、", part=Part.SECTION)
    _mark(review, "（一）")
    plan = review.plan()
    assert plan.sections[-1].title == "总体要求"
    assert plan.tasks[0].section == plan.sections[-1].id
    _mark(review, "一、")
    assert [one.part for one in review.marks] == [Part.TASK, Part.TASK]
    assert review.unmark([one.span for one in review.pieces]) == 2
    assert (review.marks, review.plan().tasks) == ([], ())


def test_lines_numbered_alike() -> None:
    """All （一） （二） are one kind; a line without a number is alone."""
    review = Review(unread(SUMMARY))
    found = [one.number for one in alike(review.pieces, _piece(review, "（二）"))]
    assert found == ["（一）", "（二）"]
    assert len([*alike(review.pieces, _piece(review, "高度重视"))]) == 1


def test_marks_are_kept() -> None:
    """The decisions of one sitting give the same plan in the next."""
    review = Review(unread(SUMMARY))
    _mark(review, "（一）", "（二）")
    again = Review(unread(SUMMARY), review.decisions)
    assert again.plan() == review.plan()
    assert not again.outdated


def test_english_lines() -> None:
    """Labels of English plans give departments by role, sentences their dates."""
    found = import_document(read_source(LETTER.encode(), "letter.txt"), "harbour")
    review = Review(found._replace(plan=found.plan._replace(tasks=())))
    _mark(review, "Raise the sea wall", "Plant the dunes")
    first, second = review.plan().tasks
    assert _told(first) == (
        "",
        "Raise the sea wall",
        ["Harbour Office", "Parks Department", "Police Department"],
        ["2027-06-30"],
    )
    assert first.departments.lead == ("Harbour Office",)
    assert _told(second) == ("", "Plant the dunes", ["Parks Department"], ["2028-12-31"])


def test_a_row_is_a_piece_and_its_head_gives_roles() -> None:
    """A row's number stands in a cell of its own; cells below 责任单位 are departments."""
    text = "名称,责任单位,完成时限\n修路,市交通局、市财政局,2025年9月底前\n"
    source = read_source(text.encode(), "表.csv")
    assert [(one.index, one.text.text) for one in pieces_of(source)] == [
        (1, "名称 | 责任单位 | 完成时限"),
        (2, "修路 | 市交通局、市财政局 | 2025年9月底前"),
    ]


ENGLISH_TABLE = """# Harbour Town Plan 2026-2028

What became of the harbour.

| Beach | Lead agency | Support | Timeline |
|---|---|---|---|
| Raise the sea wall | Harbour Office | Parks Department; Police Department | 30 June 2027 |
| Plant the dunes | Parks Department | | 2028 |
"""


def test_a_row_of_an_english_table_is_read_below_its_english_head() -> None:
    """The heads of the columns say what the cells are, as they do in a table that the import reads by itself."""
    review = Review(unread(ENGLISH_TABLE, "plan.md"))
    _mark(review, "Raise the sea wall")

    (task,) = review.plan().tasks
    names = ["Harbour Office", "Parks Department", "Police Department"]
    assert _told(task) == ("", "Raise the sea wall", names, ["2027-06-30"])
    assert task.departments.lead == ("Harbour Office",)


def test_a_part_of_an_english_line_is_read_by_english_rules() -> None:
    """A task that is added from the middle of a line has the date as English words say it."""
    text = LETTER.replace("Dear residents, this", "Dear residents: Sweep the beach by 31 March 2027. This")
    found = import_document(read_source(text.encode(), "letter.txt"), "harbour")
    review = Review(found)
    start = found.source.text.index("Sweep")
    target = review.add(Part.TASK, Span(start, found.source.text.index(" This")))

    task = next(one for one in review.plan().tasks if one.id == target.id)
    assert (task.title, [one.due.isoformat() for one in task.deadlines]) == (
        "Sweep the beach by 31 March 2027",
        ["2027-03-31"],
    )


def test_the_cells_of_a_marked_row_are_read_as_those_of_a_table() -> None:
    """A date in figures and a sign for nobody mean there what they mean in the tables that the import reads."""
    text = "名称,说明,牵头部门,协办部门,完成时限\n修路,翻修路面3公里,市交通局,无,2025/9/30\n"
    found = import_document(read_source(text.encode(), "表.csv"))
    review = Review(found._replace(plan=found.plan._replace(tasks=())))
    _mark(review, "修路")

    task = review.plan().tasks[0]
    assert _told(task) == ("", "修路", ["市交通局"], ["2025-09-30"])
    assert (task.departments.lead, task.text) == (("市交通局",), "翻修路面3公里")
