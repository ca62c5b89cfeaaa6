"""Issued reports: what the log keeps of a file that was written, and a request that makes it again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.issued import IssuedFile
from plantui.model.problem import DataError
from plantui.words import Words

from .form_making import FormRequest, MadeFile
from .form_names import form_named
from .origin import Origin, PlanFileHash, origin_of

if TYPE_CHECKING:
    from plantui.store.index.library import Library
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


class IssuedAgain(NamedTuple):
    """A request that makes an issued form again."""

    request: FormRequest
    changed: tuple[PlanFileHash, ...]
    """The plans whose files have changed since, or are not there any more: what follows may be otherwise."""


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


def again(origin: Origin, library: Library, words: Words, folders: Sequence[Path]) -> IssuedAgain:
    """Return the request behind an origin, with what has changed since. Raises as `request_of` does."""
    now = {plan.id: library.file_hashes.get(plan.path, "") for plan in library.plans}
    changed = tuple(plan for plan in origin.plans if now.get(plan.plan) != plan.sha256)
    return IssuedAgain(request_of(origin, words, folders), changed)
