"""Writes OpenDocument files: packages and flat ones, by hand, so that each says what a test is about and no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

_VOCABULARIES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("number", "datastyle"),
    )
)  # fmt: skip
_VOCABULARIES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:math="http://www.w3.org/1998/Math/MathML"'
TYPE = "application/vnd.oasis.opendocument."


def flat_of(body: str, kind: str = "text", automatic: str = "", styles: str = "") -> bytes:
    """Return a flat document (.fodt, .fods) with this body, its own styles and the named ones."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_VOCABULARIES} office:version="1.3" '
        f'office:mimetype="{TYPE}{kind}"><office:styles>{styles}</office:styles>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def package_of(
    body: str, kind: str = "text", automatic: str = "", parts: Iterable[tuple[str, str]] = ()
) -> bytes:
    """Return a document as a package (.odt, .ods), with further parts."""
    content = (
        f"<office:document-content {_VOCABULARIES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), TYPE + kind)
        package.writestr("content.xml", content)
        for name, part in parts:
            package.writestr(name, part)
    return buffer.getvalue()


def odt_of(paragraphs: Iterable[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """Return an .odt, with a table after the paragraphs."""
    body = "".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs)
    return package_of(body + (f"<table:table>{rows_xml(table)}</table:table>" if table else ""))


def ods_of(rows: Sequence[Sequence[object]]) -> bytes:
    """Return an .ods of one sheet."""
    return package_of(f'<table:table table:name="Sheet">{rows_xml(rows)}</table:table>', "spreadsheet")


def rows_xml(rows: Sequence[Sequence[object]]) -> str:
    """Return rows of cells."""
    return "".join("<table:table-row>" + "".join(map(cell_xml, row)) + "</table:table-row>" for row in rows)


def cell_xml(value: object, attributes: str = "") -> str:
    """Return a cell with a text or a number."""
    kind = (
        f' office:value-type="float" office:value="{value}"'
        if isinstance(value, int | float)
        else ' office:value-type="string"'
    )
    return f"<table:table-cell{kind} {attributes}><text:p>{escape(str(value))}</text:p></table:table-cell>"
