"""The task pane's other side: the document's own sentences, on one key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from plantui.query.outline import Branch, Leaf
from plantui.words.phrases import numbered

from .pane import PaneActions

if TYPE_CHECKING:
    from plantui.documents.quoting import Document
    from plantui.model.plan import Source


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
        """Show the sentences that the task, plan or heading was read from; once more shows the row itself."""
        if self.rows.current is None:
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
        if not self.quotes_source or row is None:
            super().show_in_pane()
            return
        self.shown_in_pane = None  # the row itself is shown from its top again
        plan = self.library.plan_at[row.task.plan] if isinstance(row, Leaf) else row.plan
        document = self._documents.get(plan.id)
        recorded = self.library.head(plan).info.source
        if document is None and recorded:
            self._read_document(plan.id, Path(plan.path), recorded)
        if isinstance(row, Leaf):
            self._quote_task(row, document)
        else:
            self._quote_branch(row, document)

    def _quote_task(self, row: Leaf, document: Document | None) -> None:
        from plantui.ui.source_lines import source_lines

        task = self.library.task(row.task.pk)
        self.pane.show(lambda width: source_lines(self.words, task, document, width))

    def _quote_branch(self, row: Branch, document: Document | None) -> None:
        """The plan's own data and goals, or the heading."""
        from plantui.documents.quoting import placed as placed_field
        from plantui.documents.quoting import plan_quotations
        from plantui.ui.source_lines import branch_source_lines

        head = self.library.head(row.plan)
        if row.section is None:
            title, placed = head.info.title, [*plan_quotations(head)]
        else:
            title = numbered(row.section.number, row.section.title)
            placed = [*placed_field("section", title, head.sections[row.section.ordinal].source)]
        self.pane.show(lambda width: branch_source_lines(self.words, title, placed, document, width))

    @cached_property
    def _documents(self) -> dict[str, Document]:
        """The documents read so far, by their plan."""
        return {}

    def _read_document(self, plan: str, path: Path, recorded: Source) -> None:
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
