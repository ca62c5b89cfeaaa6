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
    """Return what the log keeps of a file that lies at its path. Raises OSError where it cannot be read any more."""
    content = made.content
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
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

    The files stay either way.
    """
    # A device keeps nothing that could be read again.
    places = {path.name: path for path in paths if path.is_file()}
    if not places:
        return ""
    try:
        files = [issued_file(one, paths[0] if len(made) == 1 else places[one.file.name]) for one in made]
        is_kept = ledger.log_issued(files)
    except DataError as error:
        return words("forms.issued.not_kept", reason=words.error(error))
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
