"""Letters to departments as mails (RFC 5322) that are opened, given an address and sent by a person: nothing is sent here."""

from __future__ import annotations

from email.headerregistry import Group
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from typing import BinaryIO

from plantui.model.text import one_line

from .blocks import Document
from .document_text import document_text
from .form_content import FormContent, FormFile
from .formats import Format
from .progress import Progress
from .report.reminders import named_reminders


def mail_files(content: FormContent) -> list[FormFile]:
    """Return a mail for each department. Raises DataError where there is none to write."""
    return [
        FormFile(name, partial(_write, content, department.name, document), streams=True)
        for name, department, document in named_reminders(content, Format.EML)
    ]


def _write(content: FormContent, name: str, document: Document, stream: BinaryIO, progress: Progress) -> None:
    progress(0, 1)
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(document.title)
    mail["To"] = Group(one_line(name))  # a group of nobody: an address is for the sender to give
    mail["X-Unsent"] = "1"  # mail programs open it for writing, with the place for an address
    mail.set_content(document_text(content.words, document), charset="utf-8", cte="base64")
    stream.write(mail.as_bytes())
    progress(1, 1)
