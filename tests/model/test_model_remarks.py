"""Remarks on a note that is being written: each with what raises it and what does not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.actual import Actual
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Deadline, Indicator
from plantui.model.remarks import (
    BeforePlan,
    LeavesStage,
    NoEvidence,
    NotWhole,
    OtherUnit,
    PercentDown,
    Remark,
    RemarkKind,
    SameText,
    SecondNote,
    StockPhrase,
    notes_before,
    remarks_on,
)
from plantui.model.requirement import RequirementReport
from plantui.model.stages import NoteStage
from plantui.model.terms import Language, Status
from plantui.words import Words
from plantui.words.remark_phrases import remark_text

MAY, JUNE, JULY = date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31)
FIRST = Deadline("2024年底前", date(2024, 12, 31), "完成改造40家")
ROADS = Indicator("新建道路", value=40, unit="公里", clause="新建道路40公里")
LETTER = Evidence(EvidenceKind.LINK, "https://example.org/a.pdf", "a.pdf", JUNE)


def content(text: str = "完成3家", day: date | None = JULY, **more: object) -> NoteContent:
    """What a department says."""
    return NoteContent(Status.IN_PROGRESS, text, as_of=day)._replace(**more)  # type: ignore[arg-type]


def note(text: str = "完成2家", day: date = JUNE, department: str = "市水利局", **more: object) -> Note:
    """A saved note."""
    moment = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    ident = f"{department} {day} {text}"
    return Note(ident, TaskKey("p", "t"), department, content(text, day, **more), "张三", moment, chain=ident)


def kinds(said: NoteContent, *before: Note, indicators: tuple[Indicator, ...] = ()) -> list[RemarkKind]:
    """Return the kinds of the remarks."""
    return [remark.kind for remark in remarks_on(said, before, indicators)]


@pytest.mark.parametrize(
    ("text", "earlier", "is_same"),
    [
        ("完成3家", "完成3家", True),
        (" 完成３家。\n", "完成3家", True),
        ("完成3家", "完成2家", False),
        ("完成3家", "", False),
    ],
)
def test_the_text_of_the_note_before(text: str, earlier: str, is_same: bool) -> None:
    before = note(earlier or "别的")
    assert (SameText(before) in remarks_on(content(text), [before])) is is_same


def test_only_the_note_before_is_compared_and_never_a_later_one() -> None:
    may, june = note("完成3家", MAY), note("完成2家", JUNE)
    assert kinds(content("完成3家"), may, june) == []
    assert kinds(content("完成2家", MAY), june) == []


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        (["正在推进", "有序推进中", "正在推进。"], 3),
        (["Work is under way.", "In progress", "progressing as planned"], 3),
        (["正在推进", "正在推进"], 0),
        (["正在推进", "完成3家", "正在推进"], 0),
        (["正在推进", "正在推进", "正在推进，已完成3家"], 0),
        (["正在推进", "正在推进", "正在推进，已完成３家"], 0),
        (["正在推进1", "正在推进2", "有序推进", "稳步推进", "进行中"], 3),
    ],
)
def test_a_stock_phrase_for_the_third_time(texts: list[str], times: int) -> None:
    days = [date(2024, month, 1) for month in range(1, len(texts) + 1)]
    *before, last = zip(texts, days, strict=True)
    remarks = remarks_on(content(*last), [note(text, day) for text, day in before])
    assert [remark.times for remark in remarks if isinstance(remark, StockPhrase)] == [times][: bool(times)]


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [(40, 60, PercentDown(60, 40)), (60, 40, None), (60, 60, None), (None, 60, None), (60, None, None)],
)
def test_percent_going_down(now: int | None, before: int | None, expected: PercentDown | None) -> None:
    found = remarks_on(content(percent=now), [note(percent=before)])
    assert found == ((expected,) if expected else ())


def test_percent_of_a_note_without_one_is_that_of_the_note_before_it() -> None:
    assert kinds(content(percent=10), note(day=MAY, percent=60), note("完成1家")) == [RemarkKind.PERCENT_DOWN]


def test_percent_of_a_requirement_going_down() -> None:
    before = note(requirements=(RequirementReport(FIRST, percent=60),))
    said = content(requirements=(RequirementReport(FIRST, percent=50),))
    assert remarks_on(said, [before]) == (PercentDown(60, 50, FIRST),)


def test_completed_without_evidence() -> None:
    assert remarks_on(content(status=Status.COMPLETED), []) == (NoEvidence(),)
    assert remarks_on(content(status=Status.COMPLETED, evidence=(LETTER,)), []) == ()
    assert remarks_on(content(), []) == ()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("新建道路12里", "12里"),
        ("今年新建道路累计达到1.2万公里", "1.2万公里"),
        ("新建道路12公里", ""),
        ("新建道路１２公里，投资3亿元", ""),
        ("新建道路于2024年开工", ""),
        ("新建道路；投资3亿元", ""),
        ("投资3亿元", ""),
    ],
)
def test_a_figure_in_another_unit(text: str, figure: str) -> None:
    expected = (OtherUnit(ROADS, figure),) if figure else ()
    assert remarks_on(content(text), [], [ROADS]) == expected


def test_an_actual_value_in_another_unit_is_remarked_upon_once() -> None:
    actual = Actual(ROADS, 12, "里", JUNE)
    assert remarks_on(content("新建道路12里", actuals=(actual,)), [], [ROADS]) == (OtherUnit(ROADS, "12里"),)
    assert remarks_on(content(actuals=(actual._replace(unit="公 里"),)), [], [ROADS]) == ()


def test_a_second_note_of_one_day() -> None:
    first = note("完成2家", JULY)
    assert remarks_on(content(), [first]) == (SecondNote(first),)
    assert remarks_on(content(day=None), [first]) == ()


def test_notes_of_others_and_the_note_that_is_changed_are_left_aside() -> None:
    own, other = note(), note(department="市林业局")
    assert notes_before([own, other], "市水利局") == [own]
    assert notes_before([own, other], "市水利局", own.chain) == []


@pytest.mark.parametrize(
    ("stage", "is_said"),
    [
        (None, False),
        (NoteStage.SAVED, False),
        (NoteStage.RETURNED, False),
        (NoteStage.SUBMITTED, True),
        (NoteStage.CHECKED, True),
        (NoteStage.CLOSED, True),
    ],
)
def test_a_change_of_a_note_that_somebody_has_before_them_is_remarked_upon(
    stage: NoteStage | None, is_said: bool
) -> None:
    """A returned note is to be changed, and a saved one may be."""
    expected = (LeavesStage(stage),) if stage and is_said else ()
    assert remarks_on(content(), [], stage=stage) == expected


@pytest.mark.parametrize(
    ("status", "percent", "is_said"),
    [
        (Status.COMPLETED, 99, True),
        (Status.CLOSED, 0, True),
        (Status.COMPLETED, 100, False),
        (Status.COMPLETED, None, False),
        (Status.IN_PROGRESS, 60, False),
    ],
)
def test_completion_with_a_percent_below_100_is_remarked_upon(
    status: Status, percent: int | None, is_said: bool
) -> None:
    said = content(status=status, percent=percent, evidence=(LETTER,))
    assert remarks_on(said, []) == ((NotWhole(percent or 0),) if is_said else ())


@pytest.mark.parametrize(
    ("day", "start_year", "is_said"),
    [
        (date(2024, 12, 31), 2025, True),
        (date(2025, 1, 1), 2025, False),
        (date(2024, 12, 31), None, False),
        (None, 2025, False),
    ],
)
def test_a_day_before_the_plan_is_remarked_upon(
    day: date | None, start_year: int | None, is_said: bool
) -> None:
    """A plan begins on 1 January of its first year; of a plan without years nothing is known."""
    expected = (BeforePlan(day, start_year),) if is_said and day and start_year else ()
    assert remarks_on(content(day=day), [], start_year=start_year) == expected


@pytest.mark.parametrize("language", Language)
def test_every_remark_is_a_sentence_with_its_facts(language: Language) -> None:
    words = Words(language)
    before = note("[/]\x1b[31m")
    said: list[tuple[Remark, str]] = [
        (SameText(before), "2024-06-30"),
        (StockPhrase("正在推进", 3), "正在推进"),
        (PercentDown(60, 40), "40%"),
        (PercentDown(60, 40, FIRST), "2024年底前"),
        (NoEvidence(), "."),
        (NotWhole(60), "60%"),
        (BeforePlan(JUNE, 2025), "2024-06-30"),
        (BeforePlan(JUNE, 2025), "2025"),
        (OtherUnit(ROADS, "12里"), "公里"),
        (OtherUnit(ROADS._replace(unit=None), "12里"), "12里"),
        (SecondNote(before), "2024-06-30"),
        (LeavesStage(NoteStage.CLOSED), words("terms.stage.closed")),
        (LeavesStage(NoteStage.CHECKED, is_retracted=True), words("terms.stage.checked")),
    ]
    for remark, fact in said:
        assert fact in remark_text(words, remark).replace("。", ".")


@given(
    st.lists(st.tuples(st.text(max_size=30), st.one_of(st.none(), st.integers(0, 100))), max_size=5),
    st.text(max_size=30),
    st.text(max_size=10),
    st.text(max_size=5),
)
def test_no_text_makes_a_remark_fail(
    earlier: list[tuple[str, int | None]], text: str, name: str, unit: str
) -> None:
    before = [note(said, MAY, percent=percent) for said, percent in earlier]
    for remark in remarks_on(content(text + name + text, percent=50), before, [Indicator(name, unit=unit)]):
        assert remark_text(Words(Language.ZH), remark)
