"""Tests of the search in notes: which tasks it finds, as of which day, in whatever way a word is written."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.search_text import fold_text, search_terms
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, note_search
from plantui.store.ledger.variants import can_join, is_plain, variants_of
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, said

OTHER = TaskKey("zhengzhou-2023-2025", "task-8")
JULY = date(2024, 7, 31)


def ledger(tmp_path: Path, clock: Clock | None = None) -> Ledger:
    return Ledger(tmp_path / "ledger.db", "张三", clock=clock or Clock())


def found(ledger: Ledger, words: str, today: date = JULY) -> set[TaskKey]:
    (term,) = search_terms(words)
    answer = ledger.tasks_with(term, today)
    assert answer is not None
    return set(answer)


PLAIN = NoteContent(Status.DEFERRED, "已开工", reason="无", as_of=JUNE)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN._replace(progress="清洁取暖改造"),
        PLAIN._replace(problems="清洁取暖改造"),
        PLAIN._replace(next_steps="清洁取暖改造"),
        PLAIN._replace(reason="清洁取暖改造"),
    ],
)
def test_every_text_of_a_note_is_searched(tmp_path: Path, content: NoteContent) -> None:
    with ledger(tmp_path) as one:
        one.add(KEY, BUREAU, content)
        one.add(OTHER, BUREAU, said("供水"))
        assert found(one, "清洁取暖") == {KEY}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PM2.5治理", "pm2.5"),
        ("pm2.5治理", "ＰＭ２．５"),
        ("ＰＭ２．５治理", "pm2.5"),
        ("已完成", "已完成"),
        ("水利工程⽔利", "水利"),
        ("⽔利工程", "水利"),
        ("第Ⅳ类水", "iv"),
        ("100㎡", "100m2"),
        ("café", "CAFÉ"),
        ("cafe\u0301", "café"),
        ("50%_a", "%_A"),
        ("a\\b", "A\\B"),
        ("[2023]20号", "[2023]"),
        ("x^y-z]", "^y-z]"),
        ("x＾y－z］", "^y-z]"),
        ("*?", "*?"),
        ("Straße", "STRASSE"),
    ],
)
def test_width_case_and_form_do_not_count(tmp_path: Path, text: str, words: str) -> None:
    with ledger(tmp_path) as one:
        one.add(KEY, BUREAU, said(text))
        one.add(OTHER, BUREAU, said("其他ＸＹ， e\u0301"))
        assert found(one, words) == {KEY}


@pytest.mark.parametrize(
    ("text", "words"), [("cafe\u0301", "cafe"), ("50x", "50%"), ("ab", "a_"), ("x", "[x]")]
)
def test_what_only_looks_alike_is_not_found(tmp_path: Path, text: str, words: str) -> None:
    with ledger(tmp_path) as one:
        one.add(KEY, BUREAU, said(text))
        assert found(one, words) == set()


def test_only_what_counts_on_the_day_is_searched(tmp_path: Path) -> None:
    clock = Clock(JUNE)
    with ledger(tmp_path, clock) as one:
        first = one.add(KEY, BUREAU, said("招标"))
        gone = one.add(OTHER, BUREAU, said("招标"))
        clock.set(JULY)
        one.edit(first.id, said("施工"))
        one.retract(gone.id)
        one.add(OTHER, BUREAU, said("验收", as_of=JULY))
        assert found(one, "招标", JUNE) == {KEY, OTHER}
        assert found(one, "招标", JULY) == set()
        assert found(one, "施工", JUNE) == set()
        assert found(one, "施工", JULY) == {KEY}
        assert found(one, "验收", JUNE) == set()


def test_notes_of_another_program_are_found_too(tmp_path: Path) -> None:
    with ledger(tmp_path) as one, ledger(tmp_path) as other:
        one.add(KEY, BUREAU, said("水"))
        assert found(one, "q") == set()  # the characters are gathered now
        other.add(OTHER, BUREAU, said("Ｑ１完成"))
        assert found(one, "q1") == {OTHER}


def test_a_search_that_nobody_waits_for_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_search, "PORTION", 1)
    asked: list[str] = []
    with ledger(tmp_path) as one:
        for number in range(5):
            one.add(KEY, BUREAU, said(f"水 {number}"))

        def goes_on() -> bool:
            asked.append("")
            return len(asked) < 3

        assert one.tasks_with("清", JULY, goes_on) is None
        assert len(asked) == 3
        assert found(one, "4") == {KEY}


def test_nothing_is_found_where_there_is_no_ledger(tmp_path: Path) -> None:
    assert ledger(tmp_path).tasks_with("水", JULY) == frozenset()
    assert not (tmp_path / "ledger.db").exists()


def test_a_note_that_is_no_text_spoils_no_search(tmp_path: Path) -> None:
    with ledger(tmp_path) as one:
        one.add(KEY, BUREAU, said("水利"))
        one.add(OTHER, BUREAU, said("水利"))
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as db:
        db.execute("DROP TRIGGER note_no_update")
        db.execute("UPDATE note SET progress = CAST(x'e6b0ff' AS TEXT) WHERE task = ?", (OTHER.task,))
        db.commit()
    assert found(ledger(tmp_path), "水利") == {KEY}


texts = st.text("清洁取暖水Ⅳ㎡eEé\u0301Ａａa25．.%_[]^-\\*?ｶﾞ가각\u1100\u1161", min_size=1, max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(texts.filter(str.strip), min_size=1, max_size=5), texts)
def test_the_search_finds_what_the_folded_texts_hold(
    tmp_path_factory: pytest.TempPathFactory, notes: list[str], words: str
) -> None:
    path = tmp_path_factory.mktemp("search")
    keys = {TaskKey("p", str(number)): text for number, text in enumerate(notes)}
    with ledger(path) as one:
        for key, text in keys.items():
            one.add(key, BUREAU, said(text))
        for term in search_terms(words):
            expected = {key for key, text in keys.items() if term in fold_text(text)}
            assert one.tasks_with(term, JULY) == frozenset(expected)


def test_every_character_that_folds_otherwise_is_a_variant() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if not 0xD800 <= code < 0xE000 and normalize("NFD", fold_text(char)) != char:
            assert all(char in variants_of(part) for part in fold_text(char)), hex(code)


@pytest.mark.parametrize(
    ("term", "plain"), [("清洁取暖", True), ("水", False), ("a", False), ("，", True), ("é", False)]
)
def test_a_term_is_plain_where_no_character_of_it_has_a_variant(term: str, plain: bool) -> None:
    assert is_plain(term) is plain


@pytest.mark.parametrize(
    ("alphabet", "joins"), [("清a，", False), ("\u0301", True), ("ﾞ", True), ("\u1161", True)]
)
def test_accents_join(alphabet: str, joins: bool) -> None:
    assert can_join(set(alphabet)) is joins
