"""The plan of a file of another system, as it was read."""

from __future__ import annotations

from typing import NamedTuple

from plantui.model.outside_note import OutsideNote
from plantui.model.plan import Plan
from plantui.model.problem import Message

from .losses import LossAccount


class ReadPlan(NamedTuple):
    """The plan of a file, with what is doubtful and what was lost."""

    plan: Plan
    doubts: tuple[Message, ...]
    account: LossAccount
    notes: tuple[OutsideNote, ...] = ()
    """The progress that the file has."""
    sha256: str = ""
    """The checksum of the file, where it was read from one."""
