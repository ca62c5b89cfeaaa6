"""A document reads the same as text, Word file, PDF, OFD and web page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from tests.support.document_files import docx_of, html_of, paragraphs_of, pdf_of
from tests.support.imported_documents import document, imported, said
from tests.support.ofd_files import ofd_of
from tests.support.open_documents import odt_of


@pytest.mark.parametrize("name", ["zhengzhou-a", "xinxiang", "cn-wufeichengshi-2018", "cn-zimaoqu-2018"])
@pytest.mark.parametrize(
    ("make", "ending"),
    [(docx_of, "docx"), (odt_of, "odt"), (pdf_of, "pdf"), (html_of, "html"), (ofd_of, "ofd")],
)
def test_form(name: str, make: Callable[[list[str]], bytes], ending: str) -> None:
    """Printed in another form, the plan is the same."""
    text = document(name)

    source = read_source(make(paragraphs_of(text)), f"plan.{ending}")

    assert said(import_document(source).plan) == said(imported(text).plan)
