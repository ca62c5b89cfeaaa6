"""`export --cut`: a form of an earlier state of the ledger comes out letter by letter, whatever was stored since."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plantui.export.form_files import formats_of
from plantui.export.form_making import has_several_files
from plantui.export.form_names import known_forms
from plantui.query.circular import circular_workspace
from plantui.store.ledger import Ledger
from tests.support.cli_home import Home

FORMS = [
    (form.name, suffix)
    for form in known_forms([])
    for suffix in form.formats
    if not has_several_files(form) and suffix in [known.value for known in formats_of(form.kind)]
]
"""Every form in every format that has a writer."""


def written(home: Home, name: str, form: str, suffix: str, *options: str) -> bytes:
    """Export a form and return its bytes."""
    path = home.folder / f"{name}.{suffix}"
    form_options = ("--form", form, "-f", suffix, "-o", str(path))
    done = home.run("export", *form_options, "--plan", "zhengzhou-2023-2025", *options)
    assert done.code == 0, done.err
    return path.read_bytes()


def cut_of(home: Home) -> str:
    """Return the name of the ledger's present state."""
    cut: str = home.run("office", "--json").data["cut"]
    return cut


@pytest.mark.parametrize(("form", "suffix"), FORMS)
def test_a_form_comes_out_letter_by_letter(tmp_path: Path, form: str, suffix: str) -> None:
    """After new notes, corrections, an undo and a merge."""
    home = Home(tmp_path)
    home.add("--percent", "40", "--problems", "资金[缺口]")
    home.run("note", "add", "zhengzhou", "7", "--department", "市水利局", "--progress", "=1+1")
    cut, first = cut_of(home), written(home, "first", form, suffix)

    home.add("--percent", "90", progress="后来写的")
    home.run("note", "undo")
    home.add("--status", "completed", task="5", department="市发展改革委", progress="后来完成")
    other = tmp_path / "other"
    other.mkdir()
    Home(other).add("--percent", "55", task="7", department="市水利局", progress="合并来的")
    assert home.run("receive", str(other / "ledger.db")).code == 0

    assert written(home, "again", form, suffix, "--cut", cut) == first
    assert written(home, "now", form, suffix) != first


def test_a_cut_that_never_was_is_refused(tmp_path: Path) -> None:
    home = Home(tmp_path)
    for cut in ("0" * 32, "yesterday", ""):
        done = home.run("export", "--cut", cut)
        assert (done.code, done.out) == (2, "")
    home.add()
    assert home.run("export", "--cut", "0" * 32).code == 2


def test_a_form_is_of_one_state_though_somebody_saves_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note that comes between the reading of lights and that of notes is in neither."""
    home = Home(tmp_path)
    home.add(progress="先写的")
    before = home.run("export", "--form", "summary", "--plan", "zhengzhou-2023-2025").out
    late = [True]

    def saved_meanwhile(*arguments: object) -> object:
        if late and late.pop():
            with Ledger(tmp_path / "ledger.db", "别人") as other:
                note = other.notes()[0]
                other.add(note.key, note.department, note.content._replace(progress="半路"))
        return circular_workspace(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("plantui.export.form_making.circular_workspace", saved_meanwhile)
    assert home.run("export", "--form", "summary", "--plan", "zhengzhou-2023-2025").out == before
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (2,)
