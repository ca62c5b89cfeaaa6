"""Packages of Word and Excel are read however a program names their parts and calls their kind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from plantui.documents.formats import read_source
from plantui.documents.source import SourceKind
from tests.support.document_files import docx_of, xlsx_of

DOCX = docx_of(["一、新建公园"])
XLSX = xlsx_of([["序号", "任务"], ["1", "新建公园"]])
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

Change = Callable[[str, bytes], tuple[str, bytes]]


def _changed(content: bytes, change: Change) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return buffer.getvalue()


def _numbered(part: str) -> Change:
    """Call the main part as programs do that number it."""
    old, new = f"{part}.xml", f"{part}2.xml"
    return lambda name, text: (name.replace(old, new), text.replace(old.encode(), new.encode()))


def _typed(old: bytes, new: bytes) -> Change:
    return lambda name, text: (name, text.replace(old, new))


@pytest.mark.parametrize(
    ("content", "change", "kind", "text"),
    [
        (DOCX, _numbered("document"), SourceKind.DOCX, "一、新建公园"),
        (DOCX, lambda name, text: (name.replace("/", "\\"), text), SourceKind.DOCX, "一、新建公园"),
        (DOCX, _typed(WORD, b"application/vnd.ms-word.document.macroEnabled.main+xml"), SourceKind.DOCX, "一、新建公园"),
        (DOCX, _typed(b"wordprocessingml.document.main", b"wordprocessingml.template.main"), SourceKind.DOCX, "一、新建公园"),
        (DOCX, _typed(WORD, b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), SourceKind.DOCX, "一、新建公园"),
        (XLSX, _numbered("workbook"), SourceKind.TABLE, "序号\n任务\n1\n新建公园"),
        (XLSX, lambda name, text: (name.replace("/", "\\"), text), SourceKind.TABLE, "序号\n任务\n1\n新建公园"),
        (XLSX, lambda name, text: (name.replace("sheet1", "Sheet1"), text), SourceKind.TABLE, "序号\n任务\n1\n新建公园"),
        (XLSX, _typed(EXCEL, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"), SourceKind.TABLE, "序号\n任务\n1\n新建公园"),
    ],
    ids=["document2", "strokes of Windows", "docm", "dotx", "dotm", "workbook2", "strokes of Windows in a workbook", "capitals", "xlsm"],
)  # fmt: skip
def test_packages(content: bytes, change: Change, kind: SourceKind, text: str) -> None:
    """Word and Excel open all of them."""
    source = read_source(_changed(content, change), "plan")

    assert (source.kind, source.text.strip()) == (kind, text)


def test_a_picture_that_is_missing() -> None:
    """A .docx is read without it: it has no words."""
    picture = b'<Relationship Id="rId99" Type="http://x/relationships/image" Target="media/none.png"/></Relationships>'
    named = _changed(DOCX, lambda name, text: (name, text.replace(b"</Relationships>", picture)))

    assert read_source(named, "plan").text.strip() == "一、新建公园"
