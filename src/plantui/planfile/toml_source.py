"""Reads a file's bytes as TOML data; faults that keep it from being read are collected, not raised."""

from __future__ import annotations

import errno
import os
import re
import stat
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plantui.model.system import system_reason

from .bounds import DEEPEST, INTEGERS, MEBIBYTE, MOST_BYTES, shortened
from .finding import Findings
from .locator import Locator, OpenedValue

_AT_LINE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
_AT_END = " (at end of document)"
_LONG_NUMBER = re.compile(r"(?<![\w.])[0-9][0-9_]{4000,}")
_LONG = 16_384
"""Characters from which on loading a compiled parser is worth its while."""
_NO_SECONDS = re.compile(r":\d\d(?!:?\d)")
_BARE_DATE = re.compile(r"(=[ \t]*)(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?=[ \t\r]*(?:[,}#]|$))", re.MULTILINE)


@dataclass(slots=True)
class TomlSource:
    """A file's text and data; `data` is None where it is not TOML at all."""

    text: str = ""
    data: dict[str, Any] | None = None
    findings: Findings = field(default_factory=Findings)


def read_toml(source: Path | bytes) -> TomlSource:
    """Read a file or its content. A file that cannot be opened, is not UTF-8, not TOML or too large is a finding."""
    result = TomlSource()
    try:
        content = source if isinstance(source, bytes) else read_content(source)
    except IsADirectoryError:
        result.findings.error("not_a_file")
        return result
    except OSError as error:
        result.findings.error("file_unreadable", reason=system_reason(error))
        return result
    if len(content) > MOST_BYTES:
        result.findings.error("file_too_large", most=MOST_BYTES // MEBIBYTE)
        return result
    try:
        result.text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        result.text = content.decode("utf-8", errors="replace")
        line = content.count(b"\n", 0, error.start) + 1
        result.findings.error("not_utf8", line=line, byte=f"0x{content[error.start]:02X}")
        return result
    if _may_be_too_deep(result.text) and _report_depth(result):
        return result
    result.data = _parse(result)
    return result


def read_content(path: Path) -> bytes:
    """Return a file's bytes, at most one more than may be read.

    Raises OSError; IsADirectoryError for whatever is no file, so that a pipe that nobody writes to is not waited for.
    """
    handle = os.open(
        _in_the_locale(path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(handle, "rb") as file:  # noqa: PTH123 - a path has no way to open a pipe without waiting
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        return file.read(MOST_BYTES + 1)


def _in_the_locale(path: Path) -> str:
    """Return the path as this locale spells it; one that it cannot spell as its UTF-8, which is what the system needs."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return os.fsdecode(str(path).encode(errors="surrogateescape"))
    return str(path)


def _may_be_too_deep(text: str) -> bool:
    """Return whether a line has dots enough for a key whose parts would cost the parser their square in time."""
    on_a_line = 0
    for between in text.split(".")[1:-1]:
        on_a_line = 0 if "\n" in between else on_a_line + 1
        if on_a_line >= DEEPEST:
            return True
    return False


def _report_depth(source: TomlSource) -> bool:
    locator = Locator(source.text)
    if locator.too_deep is None:
        return False
    line = locator.line_of(locator.too_deep)
    source.findings.error("toml_too_deep", locator.place_at(line), line=line, most=DEEPEST)
    return True


def _parse(source: TomlSource) -> dict[str, Any] | None:
    try:
        return _loads(source.text)
    except tomllib.TOMLDecodeError as error:
        # A day that does not exist stops the parser. Quoted, it becomes one wrong value among the others.
        quoted = _BARE_DATE.sub(_quote_impossible, source.text)
        if quoted != source.text:
            source.text = quoted
            return _parse(source)
        _report_syntax(source, str(error))
    except RecursionError:
        if not _report_depth(source):
            source.findings.error("toml_too_deep", most=DEEPEST)
    except ValueError as error:  # a number with thousands of digits
        _report_number(source, str(error))
    return None


def _loads(text: str) -> dict[str, Any]:
    """Return what tomllib reads in a text.

    tomli is the same parser, compiled: it takes two fifths of the time. What it refuses is read again by tomllib, whose
    account of the mistake is told, and so is what it might read by a later version of TOML than that one knows.
    """
    if len(text) >= _LONG and _is_plain(text):
        import tomli  # only who reads a long file waits for it

        with suppress(Exception):
            return tomli.loads(text)
    return tomllib.loads(text)


def _is_plain(text: str) -> bool:
    """Return whether a text has nothing that TOML 1.1 reads and 1.0 does not: tables that go on on the next line, the
    escapes for ESC and for a byte, a time without seconds."""
    return not any(sign in text for sign in ("{", "\\e", "\\x")) and _NO_SECONDS.search(text) is None


def _quote_impossible(match: re.Match[str]) -> str:
    before, written = match.groups()
    return match.group() if is_day(written) else f'{before}"{written}"'


def is_day(written: str) -> bool:
    """Return whether the text is a day of the calendar in the form 2025-09-30."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _report_number(source: TomlSource, said: str) -> None:
    """Report the number that the parser refused; it does not say which."""
    found = _LONG_NUMBER.search(source.text)
    if found is None:
        source.findings.error("toml_broken", detail=said)
        return
    locator = Locator(source.text)
    line = locator.line_of(found.start())
    value = shortened(found.group(), 40)
    source.findings.error(
        "number_too_large", locator.place_at(line), line=line, value=value, most=INTEGERS[-1]
    )


def _report_syntax(source: TomlSource, said: str) -> None:
    """Report what keeps the text from being TOML, on the line where the value began that is in the wrong."""
    locator = Locator(source.text)
    match = _AT_LINE.fullmatch(said)
    line, column = (int(match[2]), int(match[3])) if match else (len(source.text), 1)
    opened = locator.misclosed(locator.offset_of(line, column))
    if opened:
        _report_opened(source, locator, opened)
    elif match:
        place = locator.place_at(line)
        source.findings.error("toml_broken_at", place, line=line, detail=match[1], column=column)
    else:
        place = locator.places[-1] if locator.places else ()
        source.findings.error("toml_broken", place, detail=said.removesuffix(_AT_END))


def _report_opened(source: TomlSource, locator: Locator, value: OpenedValue) -> None:
    message = "never_closed"
    if value.is_closed:
        message = "closed_too_late"
    elif len(value.opener) == 1 and value.opener == value.closer:
        message = "not_closed_on_line"
    line, last = locator.line_of(value.start), locator.line_of(value.end)
    facts = {"opener": value.opener, "closer": value.closer, "last": last}
    source.findings.error(message, value.place, line=line, **facts)
