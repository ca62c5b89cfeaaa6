"""Files of every form to one `Source`: the only part of the importer that knows where a document came from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.problem import DataError, PlantuiError, UsageError
from plantui.model.system import system_reason

from ..progress import Watch
from ..source import AS_SHOWN, Mark, MarkKind, Selection, Source, source_of
from ..traced import Span
from .limits import MEBIBYTE, MOST_BYTES

if TYPE_CHECKING:
    from .content import Content
    from .mail import Brought
    from .sniff import Form

STANDARD_INPUT = "-"
SCAN = "formats.scan"
"""The refusal of a file whose pages are all pictures."""
NOT_RECOGNISED = "formats.not_recognised"
"""The refusal of a scan for whoever may not wait until it is recognised."""


def open_source(argument: str, selection: Selection = AS_SHOWN, *, watch: Watch | None = None) -> Source:
    """The document that an argument of the command line names; `-` is standard input."""
    if argument == STANDARD_INPUT:
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
        return read_source(content, STANDARD_INPUT, selection, watch=watch)
    return read_source(Path(argument), selection=selection, watch=watch)


def read_source(
    document: Path | bytes,
    name: str | None = None,
    selection: Selection = AS_SHOWN,
    *,
    watch: Watch | None = None,
    may_recognise: bool = True,
) -> Source:
    """A document as its text. `name` is what it is called, by default its path; `watch` hears of
    recognition, which takes seconds a page. Who may not wait for that gets a DataError `NOT_RECOGNISED` instead.

    Raises UsageError for a file or an attachment that is not there, DataError for a file that cannot be read, and
    SeveralAttachments for a mail that leaves open which attachment is meant.
    """
    called = name if name is not None else str(document) if isinstance(document, Path) else ""
    try:
        content = document if isinstance(document, bytes) else read_content(document)
        return _read(content, called, _Wishes(selection, watch, may_recognise))
    except PlantuiError as error:
        error.facts["name"] = called
        raise


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


class _Wishes(NamedTuple):
    """How a document is to be read."""

    selection: Selection
    watch: Watch | None
    may_recognise: bool


def _read(content: bytes, name: str, wishes: _Wishes) -> Source:
    from hashlib import sha256

    from .reading import CONVERTED, READERS, read_here, require_library
    from .sniff import Form, form_of

    require_bounded(content)
    sha256_of_file = sha256(content).hexdigest()
    form = form_of(content, name)
    said: tuple[Mark, ...] = ()
    attachment = ""
    if form is Form.MAIL:
        from .mail import brought_by

        brought = brought_by(content, wishes.selection.attachment)
        attachment = brought.name if wishes.selection.attachment else ""
        content, form = brought.content, form_of(brought.content, brought.name)
        said = tuple(_said_of(brought))
    if form in CONVERTED:
        from .conversion import converted, equations_after, equations_before

        before = equations_before(content)
        content = converted(content, form)
        require_bounded(content)
        form = form_of(content, "")
        said = (*said, *_said_of_equations(before, equations_after(content) if before else 0))
    if form not in READERS:
        raise DataError("formats.not_converted")
    reader = READERS[form]
    require_library(form)
    if reader.is_guarded:
        read = _read_guarded(form, content, wishes)
    else:
        read = read_here(form, content, with_hidden=wishes.selection.with_hidden)
    if not read.text.strip():
        raise DataError("formats.empty")
    return source_of(
        name,
        sha256_of_file,
        reader.kind,
        read.text,
        read.page_starts,
        read.rows,
        read.caption,
        (*said, *read.marks),
        Selection(wishes.selection.with_hidden and reader.takes_hidden, attachment),
    )


def _said_of(brought: Brought) -> Iterator[Mark]:
    if brought.is_attachment:
        yield Mark(MarkKind.ATTACHMENT, Span(0, 0), brought.name)
    for name in brought.others:
        yield Mark(MarkKind.NOT_READ, Span(0, 0), name)


def _said_of_equations(before: int, after: int) -> Iterator[Mark]:
    if before > after:
        yield Mark(MarkKind.LOST_EQUATIONS, Span(0, 0), where=str(before - after))
    if before and after:
        yield Mark(MarkKind.EQUATIONS, Span(0, 0), where=str(min(before, after)))


def _read_guarded(form: Form, content: bytes, wishes: _Wishes) -> Content:
    """Return what a reader reads; pages that are pictures are recognised where that can be done.

    Raises UsageError, which says what to install, for a file that has no other pages.
    """
    from .guarded import read_guarded
    from .reading import READERS, recognises, require_recognition

    recognising = READERS[form].recognises and wishes.may_recognise and recognises()
    try:
        found = read_guarded(
            form,
            content,
            with_hidden=wishes.selection.with_hidden,
            recognising=recognising,
            watch=wishes.watch,
        )
    except DataError as error:
        if error.message != SCAN:
            raise
        if not wishes.may_recognise:
            raise DataError(NOT_RECOGNISED) from error
        require_recognition()
        raise
    if not wishes.may_recognise and any(mark.kind is MarkKind.SCANNED_PAGE for mark in found.marks):
        raise DataError(NOT_RECOGNISED)
    return found
