"""All that a form is written from, as one value, and the writers of each kind and format."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from plantui.model.form import Form, Profile
from plantui.query.selection import TaskSelection
from plantui.words import Words

from .progress import Progress
from .summary import Summary

if TYPE_CHECKING:
    from plantui.exchange.losses import LossAccount
    from plantui.model.since import Since
    from plantui.query.comparison import Comparison


class FormContent(NamedTuple):
    """A form with what it says."""

    form: Form
    summary: Summary
    words: Words
    before: Comparison | None = None
    """The standing of the tasks at an earlier time (较上期); None where there is nothing to compare with."""
    profile: Profile | None = None
    """The variant for certain readers; None for the whole form."""
    selection: TaskSelection = TaskSelection()
    """The tasks of the summary and their order, as they were asked for."""
    rules: str = ""
    """The light rules that were asked for by name or file; empty for the office's."""
    silent_before: Since | None = None
    """The earlier time that it was to compare with, where nothing had been said by then; else None."""

    @property
    def lacks_before(self) -> bool:
        """True where it was to compare with an earlier time, and nothing had been said by then."""
        return self.silent_before is not None

    @property
    def cut(self) -> str:
        """The state of the ledger: the id of its last action. Empty without a ledger."""
        return self.summary.heading.cut


def no_remarks() -> list[str]:
    """Return no remarks: nothing was cut."""
    return []


class FormFile(NamedTuple):
    """A file of a form."""

    name: str
    """Its name, with the suffix."""
    write: Callable[[BinaryIO, Progress], None]
    """Writes it to a stream that can be sought in. The same content makes the same bytes."""
    remarks: Callable[[], list[str]] = no_remarks
    """Sentences on what remains to be known of the file as written, such as cells that a spreadsheet cuts."""
    account: LossAccount | None = None
    """Account of what of the plan and its notes does not arrive as it is; None for forms of our own."""
    streams: bool = False
    """True where it is written from front to back, so that a pipe takes it at once."""
