"""Patterns that are compiled late find what `re` finds, in every text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from plantui.documents import patterns
from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.needed import Needed, needed_words
from tests.support.paths import DOCUMENTS

EXPRESSIONS = (
    (r"(?P<y>20\d\d)年(?P<m>[1-9])?", 0, "到2025年6月"),
    (r"^第[一二三四五六七八九十百]{1,4}章", re.MULTILINE, "前言\n第十一章 总则"),
    (r"lead\s+(agency|department)\b", re.IGNORECASE, "The Lead  Department is"),
    (r"(?<=[\u4e00-\u9fff])([,;:])|([,;:])(?=[\u4e00-\u9fff])", 0, "一,二 a;三"),
)


@pytest.mark.parametrize(("expression", "flags", "text"), EXPRESSIONS)
def test_an_expression_finds_what_re_finds(expression: str, flags: int, text: str) -> None:
    theirs = [(m.span(), m.groups(), m.groupdict()) for m in re.compile(expression, flags).finditer(text)]
    pattern = patterns.Pattern(expression, flags)

    for _ in ("compiled by this", "compiled"):
        assert [(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(text)] == theirs
    assert theirs
    assert patterns.compiled(expression, flags) is patterns.compiled(expression, flags)


def test_every_method_answers_as_re_does_where_a_text_lacks_the_words() -> None:
    pattern, real, text = patterns.Pattern("(甲)乙"), re.compile("(甲)乙"), "甲、丙"

    assert pattern.search(text) is pattern.match(text) is pattern.fullmatch(text) is None
    assert [*pattern.finditer(text)] == pattern.findall(text) == real.findall(text)
    assert pattern.split(text) == real.split(text)
    assert pattern.sub("丁", text) == real.sub("丁", text)
    assert pattern.subn("丁", text) == real.subn("丁", text)


def test_a_pattern_is_compiled_by_the_first_text_that_has_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = re.compile

    def noting(expression: str, flags: int = 0) -> re.Pattern[str]:
        made.append(expression)
        return real(expression, flags)

    pattern = patterns.Pattern("(?:责任|牵头)单位")
    monkeypatch.setattr(re, "compile", noting)

    assert not pattern.search("单位：市水利局")
    assert "(?:责任|牵头)单位" not in made
    assert pattern.search("牵头单位：市水利局")
    assert pattern.search("责任单位：市水利局")
    assert made.count("(?:责任|牵头)单位") == 1


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("牵头", (("牵头",),)),
        ("牵头单?位", (("牵头",), ("位",))),
        ("牵+头{2}", (("牵",), ("头",))),
        ("(?:责任|任务)分工", (("分工",), ("责任", "任务"))),
        ("(?:责任|牵头责任)", (("责任",),)),
        ("(?:责任|)分", (("分",),)),
        ("(?:责任)?分|工", (("分", "工"),)),
        ("(?:责任){0,2}", ()),
        ("[局委]$", (("局", "委"),)),
        (r"[\]局\-]", (("]", "局", "-"),)),
        ("[一-三]|委", ()),
        ("[^局]", ()),
        (r"\d{4}\.\u5e74", ((".年",),)),
        ("(?<=底)前(?=完)(?!工)", (("底",), ("完",), ("前",))),
        ("(?<!底)前", (("前",),)),
        ("前(?!工)完", (("前完",),)),
        (r"(?P<s>局)(?P=s)", (("局",),)),
        ("(?i)lead|局", ()),
        ("(?i)(?:lead)局", (("局",),)),
        ("(?s:前)", ()),
    ],
)
def test_the_words_that_each_match_has(expression: str, needed: Needed) -> None:
    assert needed_words(expression) == needed


def test_letters_of_a_pattern_for_any_case_are_not_asked_for() -> None:
    assert patterns.Pattern("lead局?", re.IGNORECASE).search("The Lead")
    assert not patterns.Pattern("lead局", re.IGNORECASE).search("The Lead")


def _lines() -> Iterator[str]:
    for path in sorted(DOCUMENTS.glob("annotated/*.txt")):
        yield from path.read_text("utf-8").splitlines()


def test_no_pattern_of_the_lexicon_matches_a_line_without_its_words() -> None:
    """The words come from the expression as it is written; here `re` itself is asked."""
    known = {**zh.NEEDED, **en.NEEDED}
    assert known == {expression: needed_words(expression) for expression in known}, "make lexicon anew"
    assert sum(map(bool, known.values())) > len(known) / 2
    lines = [*_lines()]
    for expression, needed in known.items():
        lacking = [line for line in lines if not all(any(word in line for word in words) for words in needed)]
        found = re.compile(expression)
        assert not [line for line in lacking if found.search(line)], expression
