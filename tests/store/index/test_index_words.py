"""Words are found wherever they stand in a text: any number of characters, any width, any case, any sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plantui.model.plan import Departments, Plan, Section, Task
from plantui.model.search_text import fold_text
from plantui.store.index.library import Library
from tests.support.index_samples import Shelf, hits, plan, rows_holding, write_plan

SIGNS = [
    '"',
    "'",
    "*",
    "(",
    ")",
    "NEAR",
    "AND",
    "OR",
    "NOT",
    "NEAR(a b)",
    "grams:",
    "{",
    "}",
    "^",
    "+",
    "-",
    ":",
    "|",
]
TEXTS = [
    "治理黄河流域水污染，完成3条河道整治",
    "治 理 黄 河",
    "ＰＭ2.5浓度降至４０微克/立方米；PM10 40",
    'He said "NEAR" AND (OR) NOT* x^2 -- a:b {c} + it\'s | \\ % _ ;',
    "Ⅱ类水体①②③ ㎡ ﬁnish Straße İstanbul ǅ",
    "100%达标、《条例》“十四五”—2025年底前",
    "emoji 🚀🚀 👨‍👩‍👧 𠮷野家",
    "a",
    "ab abc",
    "污染",
    "水水水水",
    "e\u0301te\u0301 \u0301",
    "tab\there\nand　there\u2028end",
    "\x1b[31m[/][bold] ␛ \x7f",
    "grams 4e00g4e01 0g0 0",
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A plan whose tasks are the texts, with a department in the last one only."""
    folder = tmp_path_factory.mktemp("words")
    tasks = [Task(f"T{number}", "1", f"（{number}）", "x", text) for number, text in enumerate(TEXTS)]
    tasks[-1] = tasks[-1]._replace(departments=Departments(("市工信局", "市〔甲〕局"), guide=("省厅",)))
    whole = plan("words")
    write_plan(folder, Plan(whole.info, sections=(Section("1", "", "行动"),), tasks=tuple(tasks)))
    shelf = Shelf(folder, cache=folder / "cache")
    yield shelf.open()
    shelf.close()


def found(library: Library, words: str) -> list[int]:
    """The places of the texts that are found."""
    first = library.plans[0].first
    return [row - first for row in rows_holding(library, words)]


def expected(words: str) -> list[int]:
    """The naive answer: every word stands somewhere in the text, within one run without blanks."""
    runs_of = [fold_text(f"T{number} （{number}） x {text}").split() for number, text in enumerate(TEXTS)]
    runs_of[-1] += ["市工信局", "市〔甲〕局", "省厅"]
    return [
        number
        for number, runs in enumerate(runs_of)
        if all(any(word in run for run in runs) for word in fold_text(words).split())
    ]


def pieces(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """A piece of one of the texts."""
    return st.sampled_from(texts).flatmap(
        lambda text: st.tuples(st.integers(0, len(text) - 1), st.integers(1, 6)).map(
            lambda cut: text[cut[0] : cut[0] + cut[1]]
        )
    )


anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
words = st.lists(pieces(TEXTS) | st.sampled_from(SIGNS) | anything, max_size=4).map(" ".join)


@given(words)
@example("水污染")
@example("河 治")
@example("治理 NEAR")
@example("pm2.5")
@example("ＰＭ２．５")
@example("水水水")
@example("水水水水水")
@example("strasse")
@example("4e00g4e01")
@example("0")
@example("g")
def test_exactly_the_texts_with_all_words_are_found(library: Library, words: str) -> None:
    assert found(library, words) == expected(words)


@given(pieces(TEXTS), st.sampled_from(["upper", "lower", "title", "swapcase"]))
def test_case_does_not_count(library: Library, piece: str, change: str) -> None:
    changed = getattr(piece, change)()
    if fold_text(changed) == fold_text(piece):  # a few letters change for good: İ
        assert found(library, changed) == found(library, piece)


def widened(text: str) -> str:
    """ASCII in the full-width form of an input method."""
    return "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else "　" if char == " " else char for char in text
    )


@given(pieces(TEXTS))
def test_width_does_not_count(library: Library, piece: str) -> None:
    assert found(library, widened(piece)) == found(library, piece)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", list(range(len(TEXTS)))),
        ("  　\t ", list(range(len(TEXTS)))),
        ("治", [0, 1]),
        ("治理", [0]),
        ("黄河流", [0]),
        ("治理黄河流域水污染，完成3条河道整治", [0]),
        ("治理 水污染", [0]),
        ("水污染 治理", [0]),
        ("治理水污染", []),
        ("染", [0, 9]),
        ("ii类", [4]),
        ("Ⅱ", [4]),
        ("1", [1, 2, 4, 5, 10, 11, 12, 13, 14]),
        ("m2", [4, 2]),
        ("finish", [4]),
        ("strasse", [4]),
        ("STRASSE", [4]),
        ("🚀", [6]),
        ("𠮷", [6]),
        ('"near"', [3]),
        ("near(", []),
        ("not*", [3]),
        ("x and near", [3]),
        ("*", [3]),
        ('"', [3]),
        ("\\", [3]),
        ("“十四五”", [5]),
        ("[31m", [13]),
        ("市工信局", [14]),
        ("市〔甲〕", [14]),
        ("省厅", [14]),
        ("（7）", [7]),
        ("T7", [7]),
    ],
)
def test_words(library: Library, words: str, expected: list[int]) -> None:
    assert found(library, words) == sorted(expected)


@pytest.mark.parametrize("sign", SIGNS)
def test_no_sign_is_an_operator(library: Library, sign: str) -> None:
    """Alone, doubled, and beside a word: it stands for itself, and nothing fails."""
    for words in (sign, sign * 2, f"治 {sign}", f"{sign} 治", f"{sign}治", f'"{sign}'):
        assert found(library, words) == expected(words)


@pytest.mark.parametrize(
    "words", ["治 " * 3000, "治" * 5000, "治理 黄河 " * 500, "a\0b", "\udcff", "水\ud800"]
)
def test_words_that_nobody_types_do_no_harm(library: Library, words: str) -> None:
    """Pasted pages, and bytes of a command line that are no text."""
    assert found(library, words) == expected(words)


def test_words_do_not_stretch_over_two_tasks_or_fields(library: Library) -> None:
    assert found(library, "xa") == []
    assert found(library, "xab") == []


def test_the_latest_text_of_a_task_counts(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "plans", cache=tmp_path / "cache")
    write_plan(tmp_path / "plans", plan("p", "旧题"))
    assert hits(shelf.open(), "旧题") == ["旧题"]
    write_plan(tmp_path / "plans", plan("p", "新题"))
    library = shelf.open()

    assert (hits(library, "旧题"), hits(library, "新题"), hits(library, "题")) == ([], ["新题"], ["新题"])
    shelf.close()
