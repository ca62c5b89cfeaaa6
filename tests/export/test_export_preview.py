"""The first lines of forms, as the export dialog shows them before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.export.form_making import FormRequest, form_contents, members_of
from plantui.export.form_names import form_named
from plantui.export.preview import preview_lines
from plantui.model.terms import Language
from plantui.query.selection import TaskSelection
from plantui.words import Words
from tests.support.export_samples import make_ledger, make_workspace


@pytest.mark.parametrize(
    ("form", "language", "said"),
    [
        ("ledger", Language.ZH, "列：序号、"),
        ("report", Language.ZH, "一、总体情况"),
        ("one-page", Language.ZH, "重点关注事项"),
        ("reminder", Language.ZH, "现予催办"),
        ("summary", Language.EN, "# "),
        ("calendar", Language.EN, "Calendar of deadlines"),
        ("month", Language.EN, ".xlsx, "),
    ],
)
def test_each_form_shows_how_it_begins(tmp_path: Path, form: str, language: Language, said: str) -> None:
    """The files' names come first, then the form's own beginning."""
    words, ledger = Words(language), make_ledger(tmp_path)
    members = members_of(words, form_named(words, form, ()), None, ())

    request = FormRequest(members, TaskSelection())

    lines = preview_lines(form_contents(request, make_workspace(tmp_path, ledger), ledger, words), words)

    assert lines[0].startswith("文件：" if language is Language.ZH else "Files: ")
    assert said in "\n".join(lines)
