"""Ids of the tasks of a ledger, each with its whole wording."""

from __future__ import annotations

from collections.abc import Mapping

from plantui.model.column_map import LedgerField

from .line import Line
from .remarks import Remarks


class TaskIds:
    """Gives the rows of a ledger the ids of their tasks."""

    def __init__(self, known: Mapping[str, str], remarks: Remarks) -> None:
        """Take the ids of the tasks that the plan has already, by their wordings."""
        self._known = known
        self._known_ids = {*known.values()}
        self._remarks = remarks
        self._wordings: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._next = 1

    def id_of(self, line: Line) -> str:
        """Return the id of a row's task: its own, else its number, else one made of its place.

        Rows of one id are notes on one task; where their wordings differ, they are two, and it is said.
        """
        written, wording = line.text(LedgerField.ID), line.wording
        if not written:
            number = line.text(LedgerField.NUMBER)
            known = self._ids.get(wording, "")
            if known and number in ("", known):
                return known
            if LedgerField.ID in line.table.columns:
                self._remarks.doubt("no_id", f"{line.label}: {wording}")
            written = number or self._known.get(wording) or self._free()
        id_ = self._taken(plain_id(written), wording)
        if id_ != plain_id(written):
            self._remarks.doubt("id_twice", f"{written}: {wording}")
        return id_

    def _free(self) -> str:
        """Return a number that neither the ledger nor the plan has as an id yet."""
        while str(self._next) in self._known_ids or str(self._next) in self._wordings:
            self._next += 1
        return str(self._next)

    def _taken(self, id_: str, wording: str) -> str:
        """Take an id for a wording and return it; where another wording has it, with a number behind."""
        at, chosen = 2, id_
        while self._wordings.setdefault(chosen, wording) != wording:
            chosen = f"{id_}~{at}"
            at += 1
        self._ids.setdefault(wording, chosen)
        return chosen


def plain_id(written: str) -> str:
    """Return an id that a plan may have: no blanks, and no slash, which parts plan and task."""
    return "-".join(written.replace("/", "-").split())
