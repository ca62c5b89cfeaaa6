"""A web page in one file with all that belongs to it (.mht), as browsers and word processors save it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from email.parser import BytesParser

from plantui.model.problem import DataError

from .content import Builder, Content
from .web import read_web

_SHEET = re.compile(r"sheet\d{1,4}\.html?$", re.I)
"""How Excel calls the pages of a workbook that it saves so."""
_SHEET_NAME = re.compile(rb"<x:Name>([^<]{1,100})</x:Name>", re.I)


def read_web_archive(content: bytes, *, with_hidden: bool = False) -> Content:
    """The page, or all sheets of a workbook, each behind its name where there are several."""
    message = BytesParser().parsebytes(content)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise DataError("formats.empty")
    sheets = [part for part in pages if _SHEET.search(str(part.get("Content-Location", "")))]
    if not sheets:
        return _page(_first(message, pages), with_hidden=with_hidden)
    builder = Builder()
    names = _names(pages[0], len(sheets))
    for sheet, name in zip(sheets, names, strict=True):
        page = _page(sheet, with_hidden=with_hidden)
        if name and page.text.strip():
            builder.line(name)
        builder.add(page)
    return builder.content()


def _first(message: Message, pages: Sequence[Message]) -> Message:
    """Return the page that the file names as its first, else the one that comes first."""
    start = message.get_param("start")
    return next((page for page in pages if start and page.get("Content-ID") == start), pages[0])


def _page(part: Message, *, with_hidden: bool) -> Content:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return read_web(payload if isinstance(payload, bytes) else b"", with_hidden=with_hidden, declared=charset)


def _names(book: Message, count: int) -> Sequence[str]:
    """Return the names of the sheets; none where there is one, or where they are not all there."""
    payload = book.get_payload(decode=True)
    found = [*_decoded(_SHEET_NAME.findall(payload if isinstance(payload, bytes) else b""), book)]
    return found if 1 < len(found) == count else [""] * count


def _decoded(names: Sequence[bytes], book: Message) -> Iterator[str]:
    from html import unescape

    charset = book.get_content_charset() or "utf-8"
    for name in names:
        try:
            yield unescape(name.decode(charset))
        except (UnicodeDecodeError, LookupError):
            return
