"""The task pane's other side: the document's own sentences, on one key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from plantui.query.outline import Leaf

from .pane import PaneActions

if TYPE_CHECKING:
    from plantui.documents.quoting import Document


class SourceActions(PaneActions):
    """What shows where a task was read. A document is read once, in a thread: a PDF takes its time."""

    quotes_source = False
    """Whether the pane shows the document's sentences instead of the task."""

    @dataclass
    class DocumentRead(Message):
        """A plan's document is at hand, or it is known why not."""

        plan: str
        document: Document

    def action_quote(self) -> None:
        """Show the sentences that the task was read from; once more shows the task."""
        if self.current_task is None:
            self.say(self.words("screen.no_task"))
            return
        self.quotes_source = not (self.quotes_source and self.pane.display)
        if self.pane.display:
            self.show_in_pane()
        else:
            self.open_pane()

    def leave_pane(self) -> None:
        if self.quotes_source:
            self.quotes_source = False
            if self.has_class("side"):
                self.show_in_pane()
        super().leave_pane()

    def show_in_pane(self) -> None:
        row = self.rows.current
        if not (self.quotes_source and isinstance(row, Leaf)):
            super().show_in_pane()
            return
        from plantui.ui.source_lines import source_lines

        self.shown_in_pane = None  # the task itself is shown from its top again
        plan = self.library.plan_at[row.task.plan]
        body = self.library.body(row.task.pk)
        document = self._documents.get(plan.id)
        if document is None and body.get("source"):
            self._read_document(plan.id, Path(plan.path), self.library.head(plan)[0].get("source"))
        self.pane.show(lambda width: source_lines(self.words, body, document, width))

    @cached_property
    def _documents(self) -> dict[str, Document]:
        """The documents read so far, by their plan."""
        return {}

    def _read_document(self, plan: str, path: Path, recorded: dict[str, str] | None) -> None:
        def read() -> None:
            from plantui.documents.quoting import document_beside
            from plantui.planfile.search_path import bundled_plans

            elsewhere = [*(Path(one.path).parent for one in self.library.plans), bundled_plans()]
            self.post_message(self.DocumentRead(plan, document_beside(path, recorded, elsewhere)))

        self.run_worker(read, thread=True, group=f"document {plan}", exclusive=True)

    def on_source_actions_document_read(self, message: DocumentRead) -> None:
        self._documents[message.plan] = message.document
        if self.quotes_source and self.pane.display:
            self.show_in_pane()
