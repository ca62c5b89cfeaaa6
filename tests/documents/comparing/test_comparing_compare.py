"""Two copies of one document: what differs, where, and which is right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.documents.comparing.alignment import differences
from plantui.documents.comparing.compare import compare
from plantui.documents.comparing.difference import Comparison, DifferenceKind, Habit
from plantui.documents.formats import read_source
from plantui.documents.source import Source, SourceKind, source_of
from tests.support.paths import ROOT
from tests.support.time_used import within

A = ROOT / "plans" / "zhengzhou-2023-2025.txt"
B = ROOT / "tests" / "data" / "documents" / "zhengzhou-b.txt"


def _source(text: str, name: str = "a") -> Source:
    return source_of(name, "", SourceKind.TEXT, text)


def _found(a: str, b: str) -> list[tuple[DifferenceKind, str, str, str | None]]:
    return [
        (difference.kind, difference.a.text, difference.b.text, difference.right)
        for difference in compare(_source(a), _source(b)).differences
    ]


@pytest.fixture(scope="module")
def zhengzhou() -> Comparison:
    """The two extractions of one plan."""
    return compare(read_source(A), read_source(B))


def test_two_extractions(zhengzhou: Comparison) -> None:
    """All that a person found comparing them by hand, with the right readings, and nothing else."""
    kind = DifferenceKind
    assert [
        (
            difference.kind,
            difference.a.line,
            difference.b.line,
            difference.a.text,
            difference.b.text,
            difference.right,
        )
        for difference in zhengzhou.differences
    ] == [
        (kind.MARK, 15, 9, "", ">", ""),
        (kind.BRACKET, 29, 13, "〔", "(", "〔"),
        (kind.BRACKET, 29, 13, "〕", ")", "〕"),
        (kind.ROMAN, 52, 21, "Ⅴ", "V", "Ⅴ"),
        (kind.ROMAN, 56, 21, "Ⅱ", "II", "Ⅱ"),
        (kind.PLUS, 141, 57, "＋", "十", "＋"),
        (kind.BLANK_IN_NUMBER, 321, 135, "2.45", "2. 45", "2.45"),
        (kind.BLANK_IN_NUMBER, 323, 135, "1.14", "1. 14", "1.14"),
        (kind.DOT, 398, 171, "·", "•", "·"),
        (kind.LINES_RUN_TOGETHER, 416, 181, "责任单位：", "责任单位:", "\n责任单位："),
    ]


def test_habits_are_counted(zhengzhou: Comparison) -> None:
    """What differs all through is no list: 22 pairs of quotes, and the width of signs."""
    assert zhengzhou.habits == {Habit.WIDTH: 454, Habit.QUOTES: 44}


def test_order_of_copies_does_not_matter(zhengzhou: Comparison) -> None:
    """The same places and right readings, the other way round."""
    swapped = compare(read_source(B), read_source(A))

    assert [
        (difference.kind, difference.a.text, difference.b.text, difference.right.translate({0xFF1A: ":"}))
        for difference in swapped.differences
        if difference.right is not None
    ] == [
        (difference.kind, difference.b.text, difference.a.text, difference.right.translate({0xFF1A: ":"}))
        for difference in zhengzhou.differences
        if difference.right is not None
    ]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("市城管局、市公安局", "市城管局市公安局", [(DifferenceKind.COMMA, "、", "", "、")]),
        ("市城管局、市公安局", "市城管局，市公安局", [(DifferenceKind.COMMA, "、", "，", None)]),
        ("新建10座", "新建1O座", [(DifferenceKind.LOOKALIKE, "0", "O", "0")]),
        ("上一页\n— 3 —\n下一页", "上一页\n下一页", [(DifferenceKind.PAGE_NUMBER, "— 3 —", "", "")]),
        ("建设⽬标", "建设目标", [(DifferenceKind.RADICAL, "⽬", "目", "目")]),
        ("推进改造推进改造工作", "推进改造工作", [(DifferenceKind.REPEATED, "推进改造", "", "")]),
        ("**总体要求**", "总体要求", [(DifferenceKind.MARK, "**", "", ""), (DifferenceKind.MARK, "**", "", "")]),
        ("新建加油站", "新建加气站", [(DifferenceKind.WORDING, "油", "气", None)]),
        ("推进重点领域改造", "推进改造", [(DifferenceKind.MISSING, "重点领域", "", None)]),
        ("到2025年建成二十座", "到2025年建成二＋座", [(DifferenceKind.WORDING, "十", "＋", None)]),
        ("一、2025年", "一、20 25年", [(DifferenceKind.BLANK_IN_NUMBER, "2025", "20 25", "2025")]),
    ],
)  # fmt: skip
def test_kinds(a: str, b: str, found: list[tuple[DifferenceKind, str, str, str | None]]) -> None:
    """Each way in which copies go wrong, and what is right where that can be told."""
    assert _found(a, b) == found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("到 2025年，建成", "到2025 年,建成"),
        ("建成1.5\n万千瓦", "建成1.5万千瓦"),
        ("到20\n25年", "到2025年"),
        ("1．推进“一网”", '1. 推进"一网"'),
        ("1. 2025年建成", "1.2025年建成"),
    ],
)
def test_no_differences(a: str, b: str) -> None:
    """Wraps, blanks, width and the shape of quotes."""
    assert _found(a, b) == []


def test_places() -> None:
    """A difference is found again by its range, line and words around it."""
    a, b = _source("一、总体\n二、目标甲\n"), _source("一、总体\n\n二、目标乙\n")

    [difference] = compare(a, b).differences

    for source, reading, text, line in ((a, difference.a, "甲", 2), (b, difference.b, "乙", 3)):
        assert source.text[reading.span.start : reading.span.end] == text
        assert (reading.line, reading.before[-2:]) == (line, "目标")


TEXTS = st.text("甲乙丙丁ab1。.，,\n ", max_size=200)


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_what_is_between_differences_is_the_same(first: str, second: str) -> None:
    """With the differences put in, one text becomes the other."""
    built, at = "", 0
    for start, end, other_start, other_end in differences(first, second):
        built += first[at:start] + second[other_start:other_end]
        at = end
    assert built + first[at:] == second


@given(st.data())
@settings(deadline=None, max_examples=30)
def test_wrapping_is_no_difference(data: st.DataObject) -> None:
    """Broken anywhere, a document stays the same."""
    text = "".join(B.read_text(encoding="utf-8")[3000:5000])
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=30))
    broken = text
    for place in sorted(places, reverse=True):
        broken = broken[:place] + data.draw(st.sampled_from(["\n", "\n\n", "　\n"])) + broken[place:]

    found = compare(_source(text), _source(broken)).differences

    # A label that a wrap happens to part from the words before it is told; it may be two lines run together.
    assert {difference.kind for difference in found} <= {DifferenceKind.LINES_RUN_TOGETHER}


def test_time_grows_with_length() -> None:
    """Two copies of half a million characters with a thousand differences."""
    text = "".join(
        f"第{number}条，推进各项重点任务落实到位，确保完成目标{number * 7}项。\n" for number in range(16_000)
    )
    other = text.replace("00条", "OO条")

    with within(15):
        found = compare(_source(text), _source(other))

    assert len(found.differences) == text.count("00条")


def test_different_documents() -> None:
    """Copies of two documents are still compared in time."""
    a, b = "".join(map(chr, range(0x4E00, 0x9000))) * 4, "".join(map(chr, range(0x9000, 0x4E00, -1))) * 4

    with within(15):
        compare(_source(a), _source(b))


@pytest.mark.parametrize("label", ["主责部门：", "承办单位：", "完成期限：", "Lead Agency: "])
def test_each_label_of_the_import_begins_a_line(label: str) -> None:
    """A label that one copy has in the middle of a line is told, whatever role it names."""
    apart, together = f"建设公园二十座。\n{label}园林局", f"建设公园二十座。{label}园林局"

    assert [kind for kind, *_ in _found(apart, together)] == [DifferenceKind.LINES_RUN_TOGETHER]
