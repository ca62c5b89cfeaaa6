"""Forms and their contents for tests: the small library of `export_samples`, in any kind and language."""

from __future__ import annotations

from dataclasses import replace

from plantui.export.blocks import Document, Heading, Paragraph, Table, plain
from plantui.export.form_content import FormContent
from plantui.export.summary import Summary
from plantui.model.form import Form, FormKind, InLanguages, Profile
from plantui.model.terms import Language
from plantui.query.comparison import Comparison
from plantui.words import Words

REPORT = Form("report", FormKind.REPORT, ("docx", "html"), InLanguages("情况汇报", "Status report"))
CIRCULAR = Form(
    "circular",
    FormKind.REPORT,
    ("docx", "html"),
    InLanguages("情况通报", "Circular"),
    is_downward=True,
    addressee=InLanguages("各有关单位", "All departments concerned"),
    sender=InLanguages("金石市人民政府督查室", "Supervision Office of Jinshi"),
)
PAGE = Form("one-page", FormKind.ONE_PAGE, ("docx",), InLanguages("一页纸", "Progress on one page"))
REMINDER = Form(
    "reminder", FormKind.REMINDER, ("docx",), InLanguages("催办通知", "Reminder"), parts=("missing",)
)
SLIP = Form("slip", FormKind.REMINDER, ("docx",), InLanguages("督办单", "Supervision slip"), parts=("red",))
CUT = "0123456789abcdef0123456789abcdef"


def with_cut(summary: Summary, cut: str) -> Summary:
    """The summary as if it were of that state of the ledger."""
    return replace(summary, heading=replace(summary.heading, cut=cut))


def content_of(
    form: Form,
    summary: Summary,
    language: Language = Language.ZH,
    before: Comparison | None = None,
    profile: Profile | None = None,
) -> FormContent:
    """The content of a form on the rows of a summary."""
    return FormContent(form, with_cut(summary, CUT), Words(language), before, profile)


def document_text(document: Document) -> str:
    """A document as plain text: a line for each block, and for each row of a table."""
    lines = [f"# {document.title}", document.subtitle, document.addressee]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append(f"{'#' * (block.level + 1)} {block.text}")
        elif isinstance(block, Paragraph):
            lines.append(f"({plain(block.text)})" if block.is_note else plain(block.text))
        elif isinstance(block, Table):
            lines += [f"[{block.title}]", " | ".join(column.heading for column in block.columns)]
            lines += [" | ".join(plain(cell.text).replace("\n", " / ") for cell in row) for row in block.rows]
        else:
            lines.append(f"<{block.description}>")
    return "\n".join([*lines, *document.signature, *document.notes, ""])
