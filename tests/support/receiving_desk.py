"""A supervision office that sends out working ledgers and receives them filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plantui.export.formats import Format
from plantui.export.origin import PROPERTY, Origin, PlanFileHash
from plantui.model.note import Note
from plantui.model.terms import Language
from plantui.query.opening import open_workspace
from plantui.query.selection import TaskSelection
from plantui.query.workspace import Workspace
from plantui.readback.filled.desk import Choices
from plantui.readback.filled.headings import known_headings
from plantui.readback.filled.receiving import FilledArrival, ReceivingDesk, receive_workbook
from plantui.readback.filled.telling import filled_sentences
from plantui.store.ledger import Ledger
from plantui.words import Words
from tests.support.export_samples import TODAY, make_ledger, make_workspace
from tests.support.filled_ledgers import Form, make_form


@dataclass
class Office:
    """The office with its plans and its ledger."""

    folder: Path
    ledger: Ledger
    workspace: Workspace

    @property
    def every_task(self) -> list[int]:
        """The row numbers of all tasks."""
        return [
            pk for plan in self.workspace.library.plans for pk in range(plan.first, plan.first + plan.tasks)
        ]

    def form(
        self,
        *,
        knows_origin: bool = True,
        language: Language = Language.ZH,
        name: str = "台账.xlsx",
        **more: Sequence[str],
    ) -> Form:
        """Send out the working ledger of all tasks; without its origin nothing tells when it was made."""
        properties = {PROPERTY: self._origin(language).text} if knows_origin else {}
        now = open_workspace(self.workspace.library, self.ledger, TODAY)
        return make_form(
            self.folder / name,
            now,
            self.ledger,
            self.every_task,
            language=language,
            properties=properties,
            **more,
        )

    def _origin(self, language: Language) -> Origin:
        plans = tuple(PlanFileHash(plan.id, "") for plan in self.workspace.library.plans)
        self.ledger.settle()
        cut = self.ledger.cut() or ""
        return Origin("ledger", Format.XLSX, language, TODAY, cut, TaskSelection(), plans=plans)

    def receive(self, path: Path, choices: Choices = Choices()) -> FilledArrival:  # noqa: B008 - frozen
        """Receive a filled-in ledger."""
        library = self.workspace.library
        desk = ReceivingDesk(Words(), library, self.ledger, TODAY, known_headings(), choices)
        return receive_workbook(desk, path)

    def told(self, arrival: FilledArrival) -> list[str]:
        """Return what is said of a ledger that came in."""
        return filled_sentences(Words(), arrival)

    def notes(self) -> list[Note]:
        """Return the notes that count, whatever their day."""
        return self.ledger.notes()


def office_in(folder: Path) -> Office:
    """Return an office with the small library and ledger of the exports."""
    ledger = make_ledger(folder)
    return Office(folder, ledger, make_workspace(folder, ledger))
