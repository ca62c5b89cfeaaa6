"""Controller of the comparison of plans: which plans, the matrix, words on which tasks are the same, the files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .exports import ExportControls
from .host import ScreenHost
from .indicators import go_to_task
from .ledger_reader import LedgerReader
from .notes import NoteControls

if TYPE_CHECKING:
    from plantui.export.compared import ComparedFile
    from plantui.model.alignment import AlignmentChoice
    from plantui.model.key import TaskKey
    from plantui.store.index.library import PlanEntry


class ComparingControls:
    """Compares plans of the library."""

    def __init__(
        self, host: ScreenHost, reader: LedgerReader, notes: NoteControls, exports: ExportControls
    ) -> None:
        self._host = host
        self._reader = reader
        self._notes = notes
        self._exports = exports

    def show(self) -> None:
        """Ask which plans, with those of the filter marked, and compare them."""
        from plantui.ui.comparing.plan_choice import PlanChoice

        host, library = self._host, self._host.session.library
        chosen = host.session.active_filter.plans
        marked = [plan for plan in library.plans if plan.id in chosen]
        host.open_dialog(PlanChoice(host.words, library.plans, marked), self._compare)

    def _compare(self, plans: Sequence[PlanEntry] | None) -> None:
        if plans is None:
            return
        from plantui.ui.comparing.matrix import ComparedMatrix

        host = self._host
        desk = _Desk(host, self._reader, self._notes, self._exports, plans)
        host.open_dialog(ComparedMatrix(host.words, desk), self._left)

    def _left(self, key: TaskKey | None) -> None:
        """Show the task that was chosen among the tasks of its plan."""
        if key is None:
            return
        session = self._host.session
        if (task := session.task_of(key)) is not None:
            go_to_task(self._host, session.library.plan_at[task.plan], task)


class _Desk:
    """The matrix's way to plans, ledger and files."""

    def __init__(
        self,
        host: ScreenHost,
        reader: LedgerReader,
        notes: NoteControls,
        exports: ExportControls,
        plans: Sequence[PlanEntry],
    ) -> None:
        self._host, self._reader, self._notes, self._exports = host, reader, notes, exports
        self._plans = plans

    @property
    def refusal(self) -> str:
        """The sentence that says why nothing may be written here; empty where it may."""
        return self._notes.refusal

    def compare(self, first: str = "") -> ComparedFile:
        """Return the comparison, held against the plan with the id `first` where one is named."""
        from plantui.export.compared import ComparedFile
        from plantui.query.comparing.opening import comparison_of

        session = self._host.session
        plans = sorted(self._plans, key=lambda plan: plan.id != first)
        found = comparison_of(session.library, self._host.ledger, plans)
        return ComparedFile(found, found.rows, session.today)

    def decide(self, choices: list[AlignmentChoice]) -> str:
        """Keep a person's word on tasks, and return the sentence that says so."""
        from plantui.store.ledger import NewEvent
        from plantui.words.phrases import alignment_made, notes_listed

        words, today = self._host.words, self._host.session.today
        self._reader.ledger.record([NewEvent(choice, today) for choice in choices])
        made = notes_listed(words, [alignment_made(words, choice) for choice in choices])
        return words("compare.kept", what=made)

    def export(self, file: ComparedFile, say: Callable[[str], None]) -> None:
        """Write the comparison to a file; `say` tells of it."""
        self._exports.export_comparison(file, say)
