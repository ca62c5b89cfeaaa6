"""Files of every form to one `Source`: the only part of the importer that knows where a document came from."""

from __future__ import annotations

import sys
from pathlib import Path

from plantui.model.problem import DataError, PlantuiError, UsageError
from plantui.model.system import system_reason

from ..source import Source, source_of
from .limits import MEBIBYTE, MOST_BYTES

STANDARD_INPUT = "-"


def open_source(argument: str, *, with_hidden: bool = False) -> Source:
    """The document that an argument of the command line names; `-` is standard input."""
    if argument == STANDARD_INPUT:
        return read_source(sys.stdin.buffer.read(MOST_BYTES + 1), STANDARD_INPUT, with_hidden=with_hidden)
    return read_source(Path(argument), with_hidden=with_hidden)


def read_source(document: Path | bytes, name: str | None = None, *, with_hidden: bool = False) -> Source:
    """A document as its text. `name` is what it is called, by default its path; `with_hidden` reads hidden rows, columns
    and sheets like the others.

    Raises UsageError for a file that is not there and DataError for one that cannot be read.
    """
    called = name if name is not None else str(document) if isinstance(document, Path) else ""
    try:
        content = document if isinstance(document, bytes) else read_content(document)
        return _read(content, called, with_hidden=with_hidden)
    except PlantuiError as error:
        raise type(error)(error.message, **error.facts, name=called) from error


def read_content(path: Path) -> bytes:
    """Return what a file holds, no more than one byte beyond what is read of one. Its refusals lack the fact `name`.

    Raises UsageError for a file that is not there or cannot be read.
    """
    if not path.exists():
        raise UsageError("formats.no_such_file")
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError("formats.unreadable", reason=system_reason(error)) from error


def require_bounded(content: bytes) -> None:
    """Raise DataError, which lacks the fact `name`, for a file that is larger than what is read of one."""
    if len(content) > MOST_BYTES:
        raise DataError("formats.too_large", most=MOST_BYTES // MEBIBYTE)


def _read(content: bytes, name: str, *, with_hidden: bool) -> Source:
    from hashlib import sha256

    from .reading import READERS, read_here, require_library
    from .sniff import form_of

    require_bounded(content)
    form = form_of(content, name)
    reader = READERS[form]
    require_library(form)
    if reader.is_guarded:
        from .guarded import read_guarded

        read = read_guarded(form, content, with_hidden=with_hidden)
    else:
        read = read_here(form, content, with_hidden=with_hidden)
    if not read.text.strip():
        raise DataError("formats.empty")
    sha256_of_file = sha256(content).hexdigest()
    return source_of(
        name,
        sha256_of_file,
        reader.kind,
        read.text,
        read.page_starts,
        read.rows,
        read.caption,
        read.marks,
        with_hidden=with_hidden and reader.takes_hidden,
    )
