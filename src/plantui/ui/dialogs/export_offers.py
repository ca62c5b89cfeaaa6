"""Values of the export dialog: what can be written of which tasks, and what the user asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from plantui.export.formats import ExportFile, FileFormat, Format


class Comparing(StrEnum):
    """Ways of a form to compare with the end of the period before (较上期)."""

    BEFORE = "before"
    """Say what has become better and worse."""
    NOTHING = "nothing"
    """Compare with nothing."""
    CHANGED = "changed"
    """Say it, of those tasks alone of which something was said since."""


@dataclass(frozen=True, slots=True)
class Variant:
    """The variant of a form."""

    profile: str = ""
    """The name of the profile for certain readers; empty for the whole form."""
    comparing: Comparing = Comparing.BEFORE


USUAL_VARIANT = Variant()


@dataclass(frozen=True, slots=True)
class FormOffer:
    """A form that can be written."""

    name: str
    """Its name on the command line; empty for the only form of what is offered, such as a table."""
    title: str
    names: Mapping[FileFormat, str]
    """The file names to offer, by the formats that there are; of a form of several files, the folder's."""
    typed: str = ""
    """The text in lower case by which letters find it: name, title and initials."""
    has_several_files: bool = False
    profiles: Sequence[tuple[str, str]] = ()
    """Names and titles of the profiles."""
    can_compare: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to export: the rows shown, the rows marked, the table of the statistics."""

    title: str
    """Its name among several offers."""
    statement: str
    """A sentence that says how many tasks it is, through which filter, as of which day."""
    names: Mapping[FileFormat, str]
    """The file names to offer, by the formats that there are, where it has no choice of forms."""
    forms: Sequence[FormOffer] = ()
    """The forms to choose from."""

    @property
    def choices(self) -> Sequence[FormOffer]:
        """The forms, or the only one that there is."""
        return self.forms or (FormOffer("", self.title, self.names),)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Files to write, all of them or none. `force` says that those which are there may be replaced."""

    files: tuple[ExportFile, ...]
    """The file; of a form of several files, their folder."""
    offer: int = 0
    """The place of what was chosen among the offers."""
    is_beside: bool = False
    """True for what Down turns to, beside the offers."""
    force: bool = False
    form: str = ""
    """The name of the form; empty where there is no choice of forms."""
    variant: Variant = USUAL_VARIANT

    @property
    def summaries(self) -> tuple[tuple[Format, Path], ...]:
        """The files in the formats of a form."""
        return tuple((form, path) for form, path in self.files if isinstance(form, Format))
