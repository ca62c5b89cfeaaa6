"""Search lines: what their parts mean in both languages, what is not understood, and terms that are written again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plantui.model.bound import Bound
from plantui.model.find_line import (
    CalledDepartment,
    CalledPlan,
    CalledTag,
    DueYear,
    FindItem,
    FindKey,
    SoughtWord,
    Term,
    parse_line,
    written_term,
)
from plantui.model.period import Period, PeriodKind, parse_period
from plantui.model.terms import Language, Light, Measure, Op, Role, Status, TaskState, Waiting
from plantui.words.find_phrases import find_vocabulary

ZH, EN = map(find_vocabulary, (Language.ZH, Language.EN))
LATE = Bound(Measure.OVERDUE, Op.MORE, 30)


@pytest.mark.parametrize(
    ("part", "term"),
    [
        ("slj", SoughtWord("slj")),
        ("治理", SoughtWord("治理")),
        ("2024", DueYear(2024)),
        ("２０２４年", DueYear(2024)),
        ("2024年底", SoughtWord("2024年底")),
        ("20240", SoughtWord("20240")),
        ("1024", SoughtWord("1024")),
        ("无期限", DueYear(None)),
        ("no-date", DueYear(None)),
        ("2024-06", parse_period("2024-06")),
        ("2024年6月", parse_period("2024-06")),
        ("2024q2", parse_period("2024Q2")),
        ("2024H1", parse_period("2024H1")),
        ("2024Q7", SoughtWord("2024Q7")),
        ("红", Light.RED),
        ("红灯", Light.RED),
        ("RED", Light.RED),
        ("红旗", SoughtWord("红旗")),
        ("none", SoughtWord("none")),
        ("预警:无期限", Light.NONE),
        ("light:none", Light.NONE),
        ("已完成", Status.COMPLETED),
        ("in_progress", Status.IN_PROGRESS),
        ("in-progress", Status.IN_PROGRESS),
        ("逾期", TaskState.OVERDUE),
        ("due-soon", TaskState.DUE_SOON),
        ("未报送", Waiting.UNREPORTED),
        ("待审核", Waiting.SUBMITTED),
        ("returned", Waiting.RETURNED),
        ("牵头", Role.LEAD),
        ("责任", SoughtWord("责任")),
        ("角色：责任", Role.RESPONSIBLE),
        ("lead", SoughtWord("lead")),
        ("牵头:市水利局", CalledDepartment("市水利局", Role.LEAD)),
        ("牵头单位：市水利局", CalledDepartment("市水利局", Role.LEAD)),
        ("lead:slj", CalledDepartment("slj", Role.LEAD)),
        ("单位:郑州市/市水利局", CalledDepartment("郑州市/市水利局")),
        ('dept:"Head of Legal"', CalledDepartment("Head of Legal")),
        ("单位:“a b”", CalledDepartment("a b")),
        ("计划:zhengzhou", CalledPlan("zhengzhou")),
        ("文字:红", SoughtWord("红")),
        ('"红"', SoughtWord("红")),
        ("“2024”", SoughtWord("2024")),
        ('"a""b"', SoughtWord('a"b')),
        ('"no end', SoughtWord("no end")),
        ("逾期>30", LATE),
        ("逾期＞３０天", LATE),
        ("overdue>30d", LATE),
        ("进度<=50%", Bound(Measure.PERCENT, Op.AT_MOST, 50)),
        ("剩余≤7", Bound(Measure.LEFT, Op.AT_MOST, 7)),
        ("percent=100", Bound(Measure.PERCENT, Op.EQUAL, 100)),
        ("未更新>30天", Bound(Measure.AGE, Op.MORE, 30)),
        ("age>30", Bound(Measure.AGE, Op.MORE, 30)),
        ("a<b", SoughtWord("a<b")),
        ("3:00", SoughtWord("3:00")),
        ("https://x", SoughtWord("https://x")),
        ("逾期>", None),
        ("逾期>abc", None),
        ("逾期>-1", None),
        ("状态:红", None),
        ("标签:民生实事", CalledTag("民生实事")),
        ("tag:a", CalledTag("a")),
        ("状态:", None),
        ("年度:明年", None),
        ("牵头:", None),
    ],
)
def test_a_part_means_one_thing_in_both_languages(part: str, term: Term | None) -> None:
    for vocabulary in (ZH, EN):
        ((text, found),) = parse_line(part, vocabulary)
        assert (text, found, type(found)) == (part, term, type(term))


def test_blanks_part_a_line() -> None:
    assert [item.text for item in parse_line('slj　2024 单位:"a b"  "c d"e ', ZH)] == [
        *("slj", "2024", '单位:"a b"', '"c d"', "e"),
    ]
    assert parse_line(' "" " ', ZH) == (FindItem('" ', SoughtWord(" ")),)


PIECES = [
    "2024",
    "年",
    "红",
    "牵头",
    ":",
    "：",
    '"',
    "“",
    "”",
    " ",
    "逾期",
    ">",
    "=",
    "a",
    "-",
    "Q2",
    "\u3000",
    "角色",
]
anything = st.text(max_size=12) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(anything)
@example('"')
@example('牵头:"')
@example('"""')
def test_every_sign_of_a_line_is_in_a_part_that_is_understood_or_not(line: str) -> None:
    """Nothing raises, and nothing is passed over but marks around nothing."""
    items = parse_line(line, ZH)
    rest = line
    for item in items:
        before, found, rest = rest.partition(item.text)
        assert found
        assert not before.strip(' "“”\u3000') or before.isspace()
    assert not rest.strip('"“”').strip()


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8).filter(str.strip)
words = st.one_of(names, st.sampled_from(PIECES).filter(str.strip), anything.filter(str.strip)).filter(
    lambda word: not any(map(str.isspace, word))
)
periods = st.sampled_from(
    [
        *map(parse_period, ("2024-06", "2024Q2", "2024H1")),
        Period(date(2024, 3, 26), date(2024, 6, 25), PeriodKind.OWN_DATES),
    ]
)
terms: st.SearchStrategy[Term] = st.one_of(
    words.map(SoughtWord),
    st.builds(CalledDepartment, names, st.none() | st.sampled_from(Role)),
    names.map(CalledPlan),
    names.map(CalledTag),
    periods,
    st.builds(
        Bound,
        st.sampled_from(Measure),
        st.sampled_from([op for op in Op if op is not Op.ABOUT]),
        st.integers(0, 9999),
    ),
    st.builds(DueYear, st.none() | st.integers(1900, 2199)),
    st.sampled_from([*Light, *Status, *Waiting, *Role]),
    st.sampled_from([state for state in TaskState if state in EN.values[FindKey.STATE].values()]),
)


@given(st.lists(terms, max_size=4))
@example([SoughtWord("2024"), SoughtWord("“十四五”"), SoughtWord('a:"b'), SoughtWord('"')])
@example([CalledDepartment('a "b', Role.LEAD), CalledPlan('"'), CalledDepartment("”")])
def test_written_terms_are_understood_again(wanted: list[Term]) -> None:
    for vocabulary in (ZH, EN):
        line = " ".join(written_term(term, vocabulary) for term in wanted)
        assert [item.term for item in parse_line(line, vocabulary)] == wanted
