"""The sources of a form beside the ledger: plans, departments, light rules, definition and template, by their checksums."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.store.checksum import file_checksum
from plantui.store.index.files import is_departments

if TYPE_CHECKING:
    from plantui.store.index.library import Library

    from .form_content import FormContent


class SourceKind(StrEnum):
    """Kinds of files that what a form says follows from."""

    PLAN = "plan"
    DEPARTMENTS = "departments"
    """The files that say which departments there are (`departments.toml`), all of them."""
    RULES = "rules"
    """An office's own light rules."""
    FORM = "form"
    """The definition of the form."""
    TEMPLATE = "template"
    """An office's own paper."""


def other_sources(content: FormContent) -> Mapping[SourceKind, str]:
    """Return the checksums of the sources of a form but for its plans; those that it does not have are missing."""
    form, rules = content.form, content.summary.heading.rules
    return {
        SourceKind.DEPARTMENTS: _departments(content.summary.workspace.library),
        **{
            kind: checksum
            for kind, checksum in (
                (SourceKind.RULES, _checksum(rules.file)),
                (SourceKind.FORM, form.sha256),
                (SourceKind.TEMPLATE, _checksum(form.template)),
            )
            if checksum
        },
    }


def _departments(library: Library) -> str:
    """Return the checksum of all files of departments, in the order in which they are looked at."""
    files = (checksum for path, checksum in library.file_hashes.items() if is_departments(path))
    return sha256("\n".join(sorted(files)).encode()).hexdigest()


def _checksum(path: str) -> str:
    """Return the checksum of a file; nothing where there is none, or it cannot be read any more."""
    if not path:
        return ""
    try:
        return file_checksum(Path(path))
    except OSError:
        return _GONE


_GONE = "-"
"""Stands for the checksum of a file that is not there any more."""
