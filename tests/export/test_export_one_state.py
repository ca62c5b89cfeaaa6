"""A form is of one state of the ledger: what another program saves meanwhile is in no part of it."""

from __future__ import annotations

import io
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from plantui.export.form_making import Contents, FormRequest, files_of, form_contents, members_of
from plantui.export.form_names import form_named
from plantui.export.formats import Format
from plantui.export.one_state import FormSource
from plantui.export.progress import unobserved
from plantui.model.key import TaskKey
from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.query.opening import open_workspace
from plantui.query.selection import TaskSelection
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.words import Words
from tests.support.export_samples import TODAY, make_ledger, make_workspace
from tests.support.other_writer import save_elsewhere

WORDS = Words(Language.ZH)
KEY = TaskKey("jinshi", "2")
SAVED = "另一个窗口保存的"


class Office:
    """A ledger of which forms are made, and another program that saves into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = make_ledger(folder)
        make_workspace(folder, self.ledger)
        self.library = open_library([folder / "plans"], folder / "cache")
        self.readings = 0
        self.source = FormSource(self.ledger, self._read, WORDS)

    def _read(self, ledger: Ledger, *, keeps: bool) -> Workspace:
        self.readings += 1
        return open_workspace(self.library, ledger, TODAY, keeps=keeps)

    def save(self) -> str:
        """Save in another program; return the state after it."""
        return save_elsewhere(self.folder / "ledger.db", KEY, "市水利局", SAVED, "2026-11-20T04:00:00+00:00")

    def contents(self, form: str = "summary", cut: str | None = None) -> AbstractContextManager[Contents]:
        members = members_of(WORDS, form_named(WORDS, form, ()), None, ())
        return self.source.contents(lambda _: FormRequest(members, TaskSelection()), cut)

    def text(self, form: str = "summary", cut: str | None = None) -> str:
        with self.contents(form, cut) as contents:
            return written(contents)


def written(contents: Contents) -> str:
    stream = io.BytesIO()
    files_of(contents)[0].file.write(stream, unobserved)
    return stream.getvalue().decode()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def at_the_call(monkeypatch: pytest.MonkeyPatch, office: Office, *, before: bool) -> None:
    """Have the other program save while contents are made the first time, before or after they are."""
    states = list[str]()

    def made(request: FormRequest, workspace: Workspace, ledger: Ledger, words: Words) -> Contents:
        if before and not states:
            states.append(office.save())
        contents = form_contents(request, workspace, ledger, words)
        if not states:
            states.append(office.save())
        return contents

    monkeypatch.setattr("plantui.export.one_state.form_contents", made)


@pytest.mark.parametrize("before", [True, False], ids=["after the plans were read", "after all was read"])
def test_what_is_saved_while_a_form_is_made_is_in_no_part_of_it(
    office: Office, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    at_the_call(monkeypatch, office, before=before)
    cut = office.ledger.cut()

    with office.contents() as contents:
        ((content, _),) = contents
        task = next(row.task for row in content.summary if row.task.key == KEY)
        assert task.progress.percent != 55, "figures and notes are of one state"
        assert SAVED not in written(contents)
        assert content.cut == cut != office.ledger.cut()
    with office.contents() as contents:
        assert contents[0][0].cut == office.ledger.cut()
        assert SAVED in written(contents)


def test_only_a_form_that_compares_asks_with_what(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Workspace] = []

    def since(workspace: Workspace) -> date:
        asked.append(workspace)
        return TODAY

    monkeypatch.setattr("plantui.export.form_making.usual_since", since)
    with office.contents("summary"), office.contents("calendar"):
        assert asked == []
    with office.contents("ledger"):
        assert len(asked) == 1


@pytest.mark.parametrize("form", ["summary", "calendar"])
def test_what_is_saved_before_a_form_is_written_is_left_out(office: Office, form: str) -> None:
    with office.contents(form) as contents:
        cut = office.ledger.cut()
        before = office.text(form, cut)
        office.save()
        assert written(contents) == before == office.text(form, cut)
        assert SAVED not in before
    assert office.text(form) != before


def test_plans_and_ledger_are_read_again_only_where_somebody_has_saved(office: Office) -> None:
    with office.contents() as first, office.contents() as second:
        assert first is second
    office.text("calendar")
    assert office.readings == 1
    office.save()
    office.text()
    assert office.readings == 2


def test_before_anything_was_written_is_a_state_too(office: Office) -> None:
    """A form that was issued then is made again of it."""
    with office.contents(cut="") as contents:
        ((content, form),) = contents
        assert (content.cut, form) == ("", Format.MARKDOWN)
        assert all(not row.notes for row in content.summary)
    with pytest.raises(UsageError):
        office.text(cut="0" * 32)


def test_a_first_note_of_all_is_left_out_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path)
    office.ledger.close()
    for file in tmp_path.glob("ledger.db*"):
        file.unlink()
    office.ledger = Ledger(tmp_path / "ledger.db", "李雷")
    office.source = FormSource(office.ledger, office._read, WORDS)
    at_the_call(monkeypatch, office, before=True)

    assert SAVED not in office.text()
    assert SAVED in office.text()
