"""Lines of both languages are of one type, and what stands around their words is known."""

from __future__ import annotations

import pytest

from plantui.documents.languages.language import CHINESE, ENGLISH, Language
from plantui.documents.languages.own_words import with_own_words
from plantui.documents.normalize.lines import Line
from plantui.documents.normalize.normalize import Normalized, normalize
from plantui.documents.source import Source, SourceKind, source_of
from plantui.documents.traced import Span
from plantui.model.own_words import Meaning, OwnWords


def _source(text: str) -> Source:
    return source_of("a", "", SourceKind.TEXT, text)


def _line(text: str, language: Language) -> Line:
    return normalize(_source(text), language).kept[0]


@pytest.mark.parametrize(
    ("printed", "language", "words"),
    [
        ("\u3000\u3000２０２５年底前完成.", CHINESE, "2025年底前完成。"),
        ("**市水利局**负责", CHINESE, "市水利局负责"),
        ("【责任部门】市水利局", CHINESE, "责任部门：市水利局"),
        ("2O23年l2月", CHINESE, "2023年12月"),
        ("• Plant trees by 2025.", ENGLISH, "Plant trees by 2025."),
        ("[x] Plant trees along the river", ENGLISH, "Plant trees along the river"),
        ("Low -income homes .", ENGLISH, "Low-income homes."),
    ],
)
def test_words_are_made_whole(printed: str, language: Language, words: str) -> None:
    assert _line(printed, language).words == words


@pytest.mark.parametrize(
    ("printed", "language", "is_bullet", "column"),
    [
        ("市水利局", CHINESE, False, 0),
        ("  - 市水利局", CHINESE, True, 4),
        ("Plant trees along the river", ENGLISH, False, 0),
        ("• Plant trees along the river", ENGLISH, True, 2),
        ("\t– Plant trees along the river", ENGLISH, True, 8),
    ],
)
def test_what_stands_before_the_words_is_known(
    printed: str, language: Language, is_bullet: bool, column: int
) -> None:
    line = _line(printed, language)

    assert (line.is_bullet, line.column) == (is_bullet, column)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        (CHINESE, "一、加快造林。", "二、修复湿地。"),
        (ENGLISH, "Plant trees along the river.", "Restore the wetland."),
    ],
)
def test_a_page_number_is_no_line_and_a_range_is_left_out(
    language: Language, first: str, second: str
) -> None:
    text = f"{first}\n3/20\n{second}\n"

    def words(read: Normalized) -> list[str]:
        return [line.words for line in read.kept]

    whole = normalize(_source(text), language)
    assert words(whole) == [first, second]
    assert [one.text for one in whole.furniture] == ["3/20"]
    assert words(normalize(_source(text), language, [Span(0, len(first))])) == [second]


def test_chinese_lines_are_joined_and_english_ones_are_not() -> None:
    chinese = normalize(_source("加快造林，\n修复湿地。\n"), CHINESE)
    english = normalize(_source("Plant trees,\nrestore the wetland.\n"), ENGLISH)

    assert [one.text.text for one in chinese.paragraphs] == ["加快造林，修复湿地。"]
    assert english.paragraphs == ()
    assert len(english.kept) == 2


def test_lines_are_read_again_when_other_words_hold() -> None:
    """An office's own label in brackets is one also where the document was read without the office's words before."""
    source = _source("【挂钩领导】王某某")
    first = normalize(source, CHINESE).kept[0].words
    with with_own_words(OwnWords(labels=(("挂钩领导", Meaning.LEAD),))):
        second = normalize(source, CHINESE).kept[0].words

    assert (first, second) == ("【挂钩领导】王某某", "挂钩领导：王某某")
