"""Bytes to text: UTF-8, UTF-16 and GB18030 told apart by what they hold, not by what a name promises."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from plantui.documents.patterns import compiled
from plantui.model.problem import DataError

from .limits import MOST_CHARACTERS

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's mark, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_MOST_STRANGE = 0.01
"""Share of control and private characters above which something is no text."""
_LEAST_COMMON = 0.8
"""Share of the characters beyond ASCII that Chinese text has in the small set of GB 2312."""
_MOST_WESTERN = 0.05
"""Share of bytes beyond ASCII in a Western text: a few dashes, quotes and accents."""
_STRANGE = compiled("[\0-\x08\x0e-\x1a\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff]")
_UTF16_CLUES = {
    "utf-16-le": frozenset((b"\n\0", b"\r\0", b" \0", b"\x02\x30", b"\x0c\xff")),
    "utf-16-be": frozenset((b"\0\n", b"\0\r", b"\0 ", b"\x30\x02", b"\xff\x0c")),
}
"""Line ends, blanks, 。 and ， as each order of bytes writes them."""
_LEAST_CLUES = 0.004
"""Share of all characters that these make up in any text."""


def decoded(content: bytes, declared: str | None = None) -> str:
    """The text of a file, line ends as they are. `declared` is the encoding that the file itself names.

    Raises DataError for what is no text.
    """
    text = _decoded(content, declared)
    if len(text) > MOST_CHARACTERS:
        raise DataError("formats.too_long", most=f"{MOST_CHARACTERS:,}")
    return text


def _decoded(content: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _try(content, encoding)
            if text is None or not _is_text(text):
                raise DataError("formats.not_text")
            return text
    for encoding in _candidates(content, declared):
        text = _try(content, encoding)
        if text is not None and _is_text(text) and _suits(text, content, encoding):
            return text
    raise DataError("formats.not_text")


def _candidates(content: bytes, declared: str | None) -> Iterator[str]:
    """The encodings that a text may have, the likeliest first; each is asked for only when those before it failed."""
    if declared and (known := _known(declared)):
        yield known
    yield "utf-8"
    if likely := _likely_utf16(content):
        yield likely
    yield from ("gb18030", "cp1252")


def _likely_utf16(content: bytes) -> str | None:
    if len(content) % 2:
        return None
    sample = content[:_SAMPLE]
    pairs = [sample[at : at + 2] for at in range(0, len(sample), 2)]
    counts = {name: sum(pair in clues for pair in pairs) for name, clues in _UTF16_CLUES.items()}
    likely = max(counts, key=lambda name: counts[name])
    return likely if counts[likely] > len(pairs) * _LEAST_CLUES else None


def _known(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None  # a misspelt name; the bytes themselves tell
    return "gb18030" if name in ("gb2312", "gbk") else name


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None  # the next candidate is tried, and in the end the file refused


def _is_text(text: str) -> bool:
    return len(_STRANGE.findall(text)) <= len(text) * _MOST_STRANGE


def _suits(text: str, content: bytes, encoding: str) -> bool:
    """Whether the encoding fits what it gives: GB18030 and Windows-1252 can read almost anything as something."""
    if encoding == "cp1252":
        return sum(byte > 0x7F for byte in content[:_SAMPLE]) <= min(len(content), _SAMPLE) * _MOST_WESTERN
    if encoding == "utf-8":
        return True
    sample = text[:_SAMPLE]
    # A pair of bytes of UTF-16 can be any character at all; a letter's byte in GB18030 is a letter in any encoding.
    judged = sample if encoding.startswith("utf-16") else [char for char in sample if char > "\x7f"]
    return sum(_is_common(char) for char in judged) >= len(judged) * _LEAST_COMMON


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
