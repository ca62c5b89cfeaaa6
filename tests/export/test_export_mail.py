"""Reminders as mails: one for each department, which mail programs open for writing."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO

import pytest

from plantui.export.blocks import Paragraph, Table, plain
from plantui.export.form_content import FormFile
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.progress import unobserved
from plantui.export.report.reminders import reminder_documents
from plantui.export.summary import Summary, summary
from plantui.model.problem import DataError
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from tests.support.form_samples import REMINDER, SLIP, content_of


def written(file: FormFile) -> bytes:
    """The bytes of a file."""
    stream = BytesIO()
    file.write(stream, unobserved)
    return stream.getvalue()


def read(content: bytes) -> EmailMessage:
    """A mail as a mail program reads it."""
    found = message_from_bytes(content, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_each_department_gets_a_mail_that_says_what_its_letter_says(everything: Summary) -> None:
    content = content_of(REMINDER, everything)
    files = form_files(content, Format.EML)
    letters = reminder_documents(content)

    assert len({file.name for file in files}) == len(files) == len(letters) > 3
    for file, (department, letter) in zip(files, letters, strict=True):
        mail = read(written(file))
        text = mail.get_content()
        assert file.name.endswith("-2026-11.eml")
        assert mail["Subject"] == letter.title
        assert mail["X-Unsent"] == "1"
        assert [(one.display_name, one.addresses) for one in mail["To"].groups] == [(department.name, ())]
        assert (mail.get_content_type(), mail.get_content_charset()) == ("text/plain", "utf-8")
        assert letter.addressee in text
        for block in letter.blocks:
            if isinstance(block, Paragraph):
                assert plain(block.text) in text
            if isinstance(block, Table):
                assert all(plain(row[1].text) in text for row in block.rows)


def test_lines_end_as_mail_wants_and_nothing_of_a_day_or_a_machine_is_in_it(everything: Summary) -> None:
    content = content_of(REMINDER, everything)
    (first, *_), (again, *_) = form_files(content, Format.EML), form_files(content, Format.EML)

    found = written(first)
    assert found == written(again)
    assert found.count(b"\n") == found.count(b"\r\n")
    assert found.isascii()
    assert max(map(len, found.splitlines())) <= 78
    assert read(found)["Date"] is None


def test_where_no_department_needs_a_mail_that_is_said(workspace: Workspace, ledger: Ledger) -> None:
    content = content_of(SLIP, summary(workspace, [], Filter(), ledger))

    with pytest.raises(DataError):
        form_files(content, Format.EML)
