"""A document reads the same whichever program made its file: the files in `makers/` are as these programs wrote them.

LibreOffice 7.4.7 from a .docx by python-docx, Chromium 156 and WeasyPrint 70 from a web page, Typst 0.15: 16 pt type in a line of
28 pt, first lines indented, lines justified, the number of the page at its foot.
"""

from __future__ import annotations

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from tests.support.imported_documents import SEEDS, document, imported, said
from tests.support.paths import DOCUMENTS

FORMS = ("libreoffice.pdf", "chromium.pdf", "weasyprint.pdf", "typst.pdf", "libreoffice.odt")


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("form", FORMS)
def test_maker(name: str, form: str) -> None:
    source = read_source(DOCUMENTS / "makers" / f"{name}.{form}")

    made, expected = import_document(source), imported(document(name))

    assert said(made.plan) == said(expected.plan)
    assert len(made.doubts) <= len(expected.doubts)
