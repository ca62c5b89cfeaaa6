"""From a file's bytes to its TOML data; what keeps it from being read is collected, not raised."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .finding import Findings
from .locator import Locator

_AT_LINE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
_AT_END = " (at end of document)"
_BARE_DATE = re.compile(r"(=[ \t]*)(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?=[ \t\r]*(?:[,}#]|$))", re.MULTILINE)


@dataclass(slots=True)
class TomlSource:
    """A file's text and data; `data` is None where it is not TOML at all."""

    text: str = ""
    data: dict[str, Any] | None = None
    findings: Findings = field(default_factory=Findings)


def read_toml(source: Path | bytes) -> TomlSource:
    """Read a file or its content. A file that cannot be opened, is not UTF-8 or not TOML is a finding."""
    result = TomlSource()
    try:
        content = source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        result.findings.error("file_unreadable", reason=error.strerror or error)
        return result
    try:
        result.text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        result.text = content.decode("utf-8", errors="replace")
        line = content.count(b"\n", 0, error.start) + 1
        result.findings.error("not_utf8", line=line, byte=f"0x{content[error.start]:02X}")
        return result
    result.data = _parse(result)
    return result


def _parse(source: TomlSource) -> dict[str, Any] | None:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        # A day that does not exist stops the parser. Quoted, it becomes one wrong value among the others.
        quoted = _BARE_DATE.sub(_quote_impossible, source.text)
        if quoted != source.text:
            source.text = quoted
            return _parse(source)
        _report_syntax(source, str(error))
    except RecursionError:
        source.findings.error("toml_too_deep")
    except ValueError as error:  # a number with thousands of digits
        source.findings.error("toml_broken", detail=error)
    return None


def _quote_impossible(match: re.Match[str]) -> str:
    before, written = match.groups()
    return match.group() if is_day(written) else f'{before}"{written}"'


def is_day(written: str) -> bool:
    """Whether the text is a day of the calendar in the form 2025-09-30."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _report_syntax(source: TomlSource, said: str) -> None:
    locator = Locator(source.text)
    if match := _AT_LINE.fullmatch(said):
        detail, line, column = match.group(1), int(match.group(2)), match.group(3)
        source.findings.error(
            "toml_broken_at", locator.place_at(line), line=line, detail=detail, column=column
        )
        return
    # Something was opened and never closed: the line where it was opened says more than the last one.
    place = locator.places[-1] if locator.places else ()
    source.findings.error("toml_broken", place, detail=said.removesuffix(_AT_END))
