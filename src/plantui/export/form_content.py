"""All that a form is written from, as one value, and the writers of each kind and format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from plantui.model.form import Form, Profile
from plantui.words import Words

from .progress import Progress
from .summary import Summary

if TYPE_CHECKING:
    from plantui.query.comparison import Comparison


@dataclass(frozen=True, slots=True)
class FormContent:
    """A form with what it says."""

    form: Form
    summary: Summary
    words: Words
    cut: str = ""
    """The state of the ledger: the id of its last action. Empty without a ledger."""
    before: Comparison | None = None
    """The standing of the tasks at an earlier time (较上期); None where there is nothing to compare with."""
    profile: Profile | None = None
    """The variant for certain readers; None for the whole form."""


class FormFile(NamedTuple):
    """A file of a form."""

    name: str
    """Its name, with the suffix."""
    write: Callable[[BinaryIO, Progress], None]
    """Writes it to a stream that can be sought in. The same content makes the same bytes."""
