"""Golden files of the forms that are handed in: what each file is made of, compared line by line.

A package is compared by the parts that plantui itself lays out, indented. `PLANTUI_ACCEPT=1` writes all as they are now.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.progress import unobserved
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.terms import Language
from plantui.query.filter import Filter
from tests.support.calendar_office import CALENDAR
from tests.support.export_samples import make_ledger, make_workspace
from tests.support.form_samples import REPORT, content_of
from tests.support.paths import DATA

GOLDEN = DATA / "export" / "forms"
LEDGER = Form("ledger", FormKind.LEDGER, ("xlsx", "docx", "html"), InLanguages("工作台账", "Working ledger"))

_FEW = ("plan", "section", "task", "due", "progress", "percent", "light", "compared")
_SMALL = Form("ledger", FormKind.LEDGER, ("docx",), LEDGER.title, columns=_FEW)
_PARTS = (
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/document.xml",
    "xl/worksheets/",
    "xl/workbook.xml",
)
"""Beginnings of the names of the parts that are compared; what the libraries make of charts and styles is theirs."""


@pytest.mark.parametrize("language", Language, ids=[one.value for one in Language])
@pytest.mark.parametrize(
    ("form", "format_"),
    [
        (REPORT, Format.DOCX),
        (_SMALL, Format.DOCX),
        (LEDGER, Format.XLSX),
        (LEDGER, Format.HTML),
        (REPORT, Format.HTML),
        (CALENDAR, Format.ICS),
        (CALENDAR, Format.VTODO),
    ],
    ids=lambda one: one.name if isinstance(one, Form) else one.value,
)
def test_every_form_is_as_agreed(form: Form, format_: Format, language: Language, tmp_path: Path) -> None:
    golden = GOLDEN / f"{form.name}.{language.value}.{format_.value}.txt"
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger)
    rows = workspace.rows(workspace.library.live)
    made = replace(summary(workspace, rows, Filter(), ledger), changes=ledger.changes())
    (file,) = form_files(content_of(form, made, language), format_)
    stream = io.BytesIO()

    file.write(stream, unobserved)

    written = "\n".join(_lines(stream.getvalue())) + "\n"
    if os.environ.get("PLANTUI_ACCEPT"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, "utf-8", newline="\n")
    assert written.split("\n") == golden.read_text("utf-8").split("\n")


def _lines(content: bytes) -> Iterator[str]:
    """Yield a text by its lines, a package by those of its parts."""
    if not content.startswith(b"PK"):
        yield from content.decode().splitlines()
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.infolist():
            if part.filename.startswith(_PARTS) and part.filename.endswith(".xml"):
                yield f"=== {part.filename}, {part.date_time[:3]}"
                root = etree.fromstring(package.read(part))
                etree.indent(root)
                yield from etree.tostring(root, encoding="unicode").split("\n")
