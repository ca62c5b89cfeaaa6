"""Which form a file has: its content decides, its name only where content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from plantui.model.problem import DataError

from .compound import SIGNATURE, entry_names


class Form(StrEnum):
    """The forms that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DELIMITED = "delimited"  # .csv and .tsv
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    ODT = "odt"
    ODS = "ods"
    WORKBOOK_XML = "workbook xml"
    WEB_ARCHIVE = "mht"
    MAIL = "eml"
    OLD_TEXT = "doc"  # and .wps, .rtf and the XML of Word 2003
    OLD_SHEETS = "et"
    PDF = "pdf"
    PICTURE = "picture"
    OFD = "ofd"


_HEAD = 2048
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = frozenset(("Workbook", "Book"))
"""What the part of a compound file is called that holds sheets: since Excel 97, and in Excel 5."""
_OPEN_KIND = re.compile(rb"application/vnd\.oasis\.opendocument\.(text(?!-web)|spreadsheet)")
_FLAT = re.compile(rb"<office:document\b[^>]*office:mimetype=[\"']([^\"']+)")
_FLAT_WITHIN = 1 << 16
"""Where a flat OpenDocument file says its kind: behind the names of all its vocabularies."""
WORD_PART = "WordDocument"
"""What the part of a compound file is called that holds a text of Word."""
RICH_TEXT = b"{\\rtf"
_BARE_WORKBOOK = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00..(\x05|\x10|\x20|\x40)\x00", re.S)
"""How the sheets begin that a program wrote without the compound file around them."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM6")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".csv": Form.DELIMITED,
    ".tsv": Form.DELIMITED,
}
_OLD_SUFFIXES = {
    ".doc": Form.OLD_TEXT,
    ".dot": Form.OLD_TEXT,
    ".wps": Form.OLD_TEXT,
    ".wpt": Form.OLD_TEXT,
    ".et": Form.OLD_SHEETS,
    ".ett": Form.OLD_SHEETS,
}
"""Names of old forms, for compound files whose parts do not tell them."""
_PAGE = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S
)
_PAGE_PART = re.compile(rb"\s*(<!--.{0,500}?-->\s*)*<(table|meta|style|title|div)\b", re.I | re.S)
"""How pages begin that programs write for Excel and Word: without the elements around."""
_WORKBOOK_XML = re.compile(rb"<(\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")
_WORD_XML = re.compile(rb"<(w:wordDocument|pkg:package)\b")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.M)
_MAILBOX_LINE = re.compile(rb"\AFrom [^\r\n]*\r?\n")
"""How each mail of a mailbox (mbox) begins."""
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_HEADERS_WITHIN = 1 << 16
_OF_PROGRAMS = frozenset((b"message-id", b"received", b"return-path"))
"""Lines of a mail that no person writes."""
_DOCUMENT, _WORKBOOK = re.compile(r"word/document\d*\.xml"), re.compile(r"xl/workbook\d*\.xml")
"""The main parts of a .docx and an .xlsx, which some programs number."""
_WEB_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)


def form_of(content: bytes, name: str) -> Form:
    """The form of a file. Raises DataError for one that cannot be read, saying what could be done."""
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    if content.startswith(b"PK\x03\x04"):
        return _form_of_package(content)
    if _BARE_WORKBOOK.match(head):
        return Form.XLS
    if head.startswith(SIGNATURE):
        return _form_of_compound(content, PurePath(name).suffix.lower())
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return Form.PICTURE
    _refuse_others(head)
    plain = (
        head.removeprefix(b"\xef\xbb\xbf")
        .replace(b"\0", b"")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
    if b"<office:document" in plain and (flat := _FLAT.search(content[:_FLAT_WITHIN])):
        return _open_form(flat[1])
    if _WORKBOOK_XML.search(plain):
        return Form.WORKBOOK_XML
    if _WORD_XML.search(plain) or head.startswith(RICH_TEXT):
        return Form.OLD_TEXT
    if _PAGE.match(plain):
        return Form.HTML
    if _is_mail(content[:_HEADERS_WITHIN]):
        return Form.MAIL
    if _WEB_ARCHIVE.search(plain):
        return Form.WEB_ARCHIVE
    named = _SUFFIXES.get(PurePath(name).suffix.lower(), Form.TEXT)
    return Form.HTML if named is not Form.MARKDOWN and _PAGE_PART.match(plain) else named


def _is_mail(begin: bytes) -> bool:
    """Return whether a file begins with the lines of a mail: a memo has From and To, but nothing that a program writes."""
    head = _END_OF_HEADERS.split(_MAILBOX_LINE.sub(b"", begin), 1)[0]
    names = {name.lower() for name in _HEADER.findall(head)} if _HEADER.match(head) else set()
    return b"from" in names and (bool(names & _OF_PROGRAMS) or {b"to", b"mime-version"} <= names)


def _form_of_package(content: bytes) -> Form:
    from .ofd.package import is_ofd
    from .package import first_part, folded_name, part_names

    names = part_names(content)
    usual = {*map(folded_name, names)}
    if any(map(_DOCUMENT.fullmatch, usual)):
        return Form.DOCX
    if any(map(_WORKBOOK.fullmatch, usual)):
        return Form.XLSX
    if is_ofd(names):
        return Form.OFD
    if "content.xml" in names and "mimetype" in names:
        return _open_form(first_part(content, "mimetype"))
    raise DataError("formats.other_package")


def _open_form(kind: bytes) -> Form:
    """Return the form of an OpenDocument file by its media type, templates included."""
    if found := _OPEN_KIND.search(kind):
        return Form.ODT if found[1].startswith(b"text") else Form.ODS
    raise DataError("formats.other_package")


def _form_of_compound(content: bytes, suffix: str) -> Form:
    names = entry_names(content)
    if names & _WORKBOOKS:
        return Form.XLS
    if WORD_PART in names:
        return Form.OLD_TEXT
    if _LOCKED_OFFICE not in content and names and suffix in _OLD_SUFFIXES:
        return _OLD_SUFFIXES[suffix]
    raise DataError("formats.locked" if _LOCKED_OFFICE in content else "formats.old_office")


def _refuse_others(head: bytes) -> None:
    if head.startswith(_ARCHIVES):
        raise DataError("formats.archive")
