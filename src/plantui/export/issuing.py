"""Issued reports: what the log keeps of a file that was written, and a request that makes it again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.issued import Issued, IssuedFile
from plantui.model.problem import DataError
from plantui.words import Words

from .form_making import FormRequest, MadeFile
from .form_names import form_named
from .origin import Origin, origin_from, origin_of

if TYPE_CHECKING:
    from plantui.store.ledger import Ledger


def issued_file(made: MadeFile, path: Path) -> IssuedFile:
    """Return what the log keeps of a file that lies at its path. Raises DataError where it cannot be read any more."""
    content = made.content
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DataError("forms.issued.gone", path=path, reason=error.strerror or error) from error
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
