"""Issued reports: what the log keeps of a file that was written, and a request that makes it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.issued import Issued, IssuedFile
from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason
from plantui.store.checksum import file_checksum
from plantui.words import Words

from .form_making import FormRequest, MadeFile, files_of, form_contents
from .form_names import form_named
from .origin import Origin, origin_from, origin_of

if TYPE_CHECKING:
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger

    from .changed_sources import ChangedSource


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file. Raises DataError where it cannot be read."""
    try:
        return file_checksum(path)
    except OSError as error:
        raise DataError("forms.issued.unreadable", path=path, reason=system_reason(error)) from error


def issued_file(made: MadeFile, path: Path) -> IssuedFile:
    """Return what the log keeps of a file that lies at its path. Raises DataError where it cannot be read any more."""
    content = made.content
    try:
        sha256 = checksum(path)
    except DataError as error:
        raise DataError("forms.issued.gone", **error.facts) from error
    return IssuedFile(
        content.form.name,
        made.format.value,
        path.name,
        content.summary.heading.as_of,
        content.cut,
        content.summary.heading.count,
        sha256,
        origin_of(content, made.format).text,
    )


def keep_issued(words: Words, ledger: Ledger, made: Sequence[MadeFile], paths: Sequence[Path]) -> str:
    """Keep in the ledger that files were written to these paths; return a sentence on what is not kept, else nothing.

    The files stay either way. Raises DataError where one cannot be read any more: the others are kept all the same.
    """
    gone: DataError | None = None
    files: list[IssuedFile] = []
    for one, path in zip(made, paths, strict=True):
        if path.exists() and not path.is_file():
            continue  # a device keeps nothing that could be read again
        try:
            files.append(issued_file(one, path))
        except DataError as error:
            gone = error
    try:
        is_kept = not files or ledger.log_issued(files)
    except DataError as error:
        return words("forms.issued.not_kept", reason=words.error(error))
    if gone is not None:
        raise gone
    return words("forms.issued.older") if not is_kept and ledger.exists() else ""


def request_of(origin: Origin, words: Words, folders: Sequence[Path]) -> FormRequest:
    """Return the request behind an origin. Raises UsageError where its form is not there any more."""
    return FormRequest(
        [(form_named(words, origin.form, folders), origin.format)],
        origin.selection,
        origin.columns,
        origin.profile,
        origin.compared_with,
        origin.compared_with is not None,
        origin.rules,
    )


class IssuedAgain(NamedTuple):
    """An issued file that was written again."""

    made: MadeFile
    path: Path
    is_same: bool
    """True where it is the same, byte for byte."""
    changed: tuple[ChangedSource, ...]
    """The sources that are others now than then."""


def issue_again(
    entry: Issued,
    library: Library,
    ledger: Ledger,
    words: Words,
    folders: Sequence[Path],
    put: Callable[[MadeFile], Sequence[Path]],
) -> IssuedAgain:
    """Write an issued file again, of the ledger as it was and on its day; `put` writes it and returns its path.

    `folders` are those that plans are in. Raises DataError for a file of a later version and one that is not made any
    more, UsageError where its form, its light rules or the state of the ledger is not there, and what `put` raises.
    """
    try:
        origin = origin_from(entry.file.origin)
    except ValueError as error:
        raise DataError("forms.again.newer", id=entry.id) from error
    from .choosing import (
        rules_named,  # brings the checks of rule files along, which writing a form does not need
    )

    request = request_of(origin, words, folders)
    rules = rules_named(words, origin.rules, "--again", folders) if origin.rules else None
    from .changed_sources import changed_sources
    from .past import past_of

    with past_of(origin, library, ledger, rules) as past:
        if past is None:
            raise UsageError("ledger.no_cut", cut=origin.cut)
        contents = form_contents(request, past.workspace, past.ledger, Words(origin.language))
        every = files_of(contents)
        made = [one for one in every if len(every) == 1 or one.file.name == entry.file.name]
        if not made:
            raise DataError("forms.again.no_file", name=entry.file.name)
        path = put(made[0])[0]
        is_same = issued_file(made[0], path).sha256 == entry.file.sha256
        return IssuedAgain(made[0], path, is_same, changed_sources(origin, contents[0][0]))


def again_sentences(words: Words, again: IssuedAgain) -> list[str]:
    """Return what is to be said of a file that was written again."""
    from .changed_sources import changed_sentence

    changed = dict.fromkeys(changed_sentence(words, one) for one in again.changed)
    return [*changed, words("forms.again.same" if again.is_same else "forms.again.differs")]


def first_issued(entries: Sequence[Issued], origin: Origin) -> Origin | None:
    """Return the origin of the first issued file of that form, format, day and state of the ledger; None for none."""
    known = (origin.form, origin.format.value, origin.as_of, origin.cut)
    for entry in entries:
        file = entry.file
        if (file.form, file.format, file.as_of, file.cut) == known:
            try:
                return origin_from(file.origin)
            except ValueError:  # of a later version
                continue
    return None
