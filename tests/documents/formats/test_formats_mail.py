"""A mail is read for the document that it brings, and which one that is, is said."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from plantui.documents.formats import read_source
from plantui.documents.formats.attachments import SeveralAttachments
from plantui.documents.formats.sniff import Form, form_of
from plantui.documents.source import Selection, Source, SourceKind
from plantui.model.problem import DataError, UsageError
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.document_files import docx_of, xlsx_of
from tests.support.mails import mail_of

DOCX = ("行动计划.docx", docx_of(["一、主要任务"]))
XLSX = ("任务分解表.xlsx", xlsx_of([["任务", "单位"]]))
OTHERS = [("smime.p7s", b"0\x82abc"), ("会议.ics", b"BEGIN:VCALENDAR\r\n"), ("包.rar", b"Rar!\x1a\x07\x00")]


def _said(source: Source) -> list[tuple[str, str]]:
    return [(mark.kind.value, mark.words) for mark in source.marks]


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (mail_of(), Form.MAIL),
        (b"Received: x\r\n by y\r\nFrom: a\r\nSubject: b\r\n\r\ntext", Form.MAIL),
        (b"From: a\nTo: b\nMIME-Version: 1.0\n\ntext", Form.MAIL),
        (b"From a@example.org Wed Jan  1 08:00:00 2025\n" + mail_of(), Form.MAIL),
        (b"From City Manager to Council\n\nThe plan: text", Form.TEXT),
        (b"From: City Manager\nTo: Council\nSubject: Plan\n\nThe plan", Form.TEXT),
        (b"The plan\nFrom: a\nReceived: b\n\ntext", Form.TEXT),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", Form.WEB_ARCHIVE),
    ],
    ids=["mail", "received", "mime", "of a mailbox", "a sentence", "memo", "text", "archive"],
)  # fmt: skip
def test_kinds(content: bytes, form: Form) -> None:
    """The lines that programs write tell a mail from a memo and from a saved page."""
    assert form_of(content, "x.txt") is form


@pytest.mark.parametrize(
    ("attachment", "kind", "text"),
    [(DOCX, SourceKind.DOCX, "一、主要任务"), (XLSX, SourceKind.TABLE, "任务\n单位")],
    ids=["docx", "xlsx"],
)
def test_attachment(attachment: tuple[str, bytes], kind: SourceKind, text: str) -> None:
    """The only one that can be read is the document; the others are said."""
    source = read_source(mail_of(*OTHERS, attachment), "mail.eml")

    assert (source.kind, source.text.strip()) == (kind, text)
    assert _said(source) == [
        ("attachment", attachment[0]),
        *(("not_read", name) for name, _ in OTHERS),
    ]


@pytest.mark.parametrize(
    "name", ["", "; filename==?GB2312?B?0NC2r7zGu64uZG9jeA==?="], ids=["none", "without quotes"]
)
def test_attachment_without_a_name(name: str) -> None:
    """An attachment is one whatever a program makes of its name."""
    mail = mail_of(DOCX)
    start = mail.index(b"Content-Disposition: attachment")
    nameless = (
        mail[:start] + b"Content-Disposition: attachment" + name.encode() + mail[mail.index(b"\n\n", start) :]
    )

    source = read_source(nameless, "mail.eml")

    assert source.text.strip() == "一、主要任务"
    assert _said(source) == [("attachment", "attachment")]


def test_text_of_the_mail() -> None:
    """Without a readable attachment the mail's own text is the document; attachments that are not read are said."""
    source = read_source(mail_of(*OTHERS[:1], text="一、新建公园\n", html="<p>二"), "mail.eml")

    assert (source.kind, source.text.strip()) == (SourceKind.TEXT, "一、新建公园")
    assert _said(source) == [("not_read", "smime.p7s")]
    page = read_source(mail_of(text="\n", html="<html><meta charset=gb2312><p>新建<s>公园</s>"), "mail.eml")
    assert (page.kind, page.text.strip(), _said(page)) == (SourceKind.HTML, "新建", [("struck", "公园")])


def test_forwarded() -> None:
    """The attachment of a mail inside a mail is found."""
    inner = EmailMessage()
    inner["From"] = "c@example.org"
    inner.set_content("原件")
    inner.add_attachment(DOCX[1], "application", "octet-stream", filename=DOCX[0])
    outer = EmailMessage()
    outer["From"], outer["Message-ID"] = "a@example.org", "<2@example.org>"
    outer.set_content("转发")
    outer.add_attachment(inner)

    assert read_source(outer.as_bytes(), "mail.eml").text == "一、主要任务\n"


def test_several_attachments() -> None:
    """Which of several is the plan is not guessed: the sentence names them."""
    with pytest.raises(DataError) as caught:
        read_source(mail_of(DOCX, XLSX), "mail.eml")

    assert isinstance(caught.value, SeveralAttachments)
    assert caught.value.names == ("行动计划.docx", "任务分解表.xlsx")
    for language in Language:
        assert "行动计划.docx、任务分解表.xlsx" in Words(language).error(caught.value)


@pytest.mark.parametrize(
    ("wanted", "read", "others"),
    [
        ("任务分解表.xlsx", "任务分解表.xlsx", ["行动计划.docx", "行动计划.docx (2)"]),
        ("XLS", "任务分解表.xlsx", ["行动计划.docx", "行动计划.docx (2)"]),
        ("行动计划.docx", "行动计划.docx", ["任务分解表.xlsx", "行动计划.docx (2)"]),
        ("(2)", "行动计划.docx (2)", ["行动计划.docx", "任务分解表.xlsx"]),
    ],
    ids=["whole name", "a part", "of two the first", "of two the second"],
)
def test_attachment_by_its_name(wanted: str, read: str, others: list[str]) -> None:
    """The one that is named is the document, the others are said, and the source knows which one it was."""
    mail = mail_of(*OTHERS[:1], DOCX, XLSX, (DOCX[0], docx_of(["二、保障措施"])))

    source = read_source(mail, "mail.eml", Selection(attachment=wanted))

    assert source.selection == Selection(attachment=read)
    assert _said(source) == [("attachment", read), *(("not_read", name) for name in [*others, "smime.p7s"])]
    assert source.key not in (source.sha256, read_source(mail_of(DOCX), "mail.eml").key)


@pytest.mark.parametrize(
    ("mail", "wanted", "message"),
    [
        (mail_of(DOCX, XLSX), "附件", "formats.no_such_attachment"),
        (mail_of(DOCX, XLSX), "x", "formats.no_such_attachment"),
        (mail_of(DOCX), "附件", "formats.no_such_attachment"),
        (mail_of(*OTHERS), "附件", "formats.no_attachment"),
    ],
    ids=["no name", "words of two", "one", "none to be read"],
)
def test_no_attachment_of_that_name(mail: bytes, wanted: str, message: str) -> None:
    """A name that no attachment has, or that several have, is refused with those there are."""
    with pytest.raises(UsageError) as caught:
        read_source(mail, "mail.eml", Selection(attachment=wanted))

    assert caught.value.message == message
    for language in Language:
        assert f"“{wanted}”" in Words(language).error(caught.value)


def test_empty_and_deep_mails() -> None:
    """A mail without words is empty; parts within parts without end are read or refused in a sentence."""
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(3000)
    )

    for content, reasons in (
        (mail_of(text="\n"), ("empty",)),
        (b"From: a\nMessage-ID: x\n" + deep + b"\ntext", ("empty", "too_demanding", "not_understood")),
    ):
        with pytest.raises(DataError) as caught:
            read_source(content, "mail.eml")
        assert caught.value.message.removeprefix("formats.") in reasons
