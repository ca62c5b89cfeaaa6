"""The task pane: the row under the cursor, or on one key the document's own sentences behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from plantui.query.outline import Branch, DepartmentBranch, Leaf, Row, TreeRow
from plantui.query.session import Session
from plantui.store.index.library import PlanEntry, TaskEntry
from plantui.ui.hits import HIT
from plantui.ui.widgets.lines_view import LinesView
from plantui.words import Words
from plantui.words.phrases import numbered

from .pane_reading import PaneReading

if TYPE_CHECKING:
    from plantui.documents.quoting import Document
    from plantui.ui.task_lines import TaskFacts


class TaskPane(LinesView):
    """Shows a task, a plan or a heading. A document is read once, in a thread: a PDF takes its time."""

    @dataclass(eq=False, repr=False)
    class DocumentRead(Message):
        """A plan's document is at hand, or it is known why not."""

        plan: str
        document: Document

    def __init__(self, words: Words, reading: PaneReading, *, id: str) -> None:
        super().__init__(id=id)
        self._words = words
        self._reading = reading
        self._session: Session | None = None
        self._row: Row | None = None
        """The row asked for last."""
        self._shown: Row | None = None
        """The row whose page stands there, None where its next page starts from the top."""
        self._sought = ""
        """The words that were marked last."""
        self.quotes_source = False
        """True where the pane shows the document's sentences instead of the row itself."""
        self._documents: dict[str, Document] = {}
        """The documents read so far, by their plan."""

    def forget_place(self) -> None:
        """Show the next page from its top, also where it is about the same row."""
        self._shown = None

    def show_row(self, row: Row | None, session: Session) -> None:
        """Show a row of the session, at the place where it was left if it is the same one."""
        self._row, self._session = row, session
        if self.quotes_source and row is not None and not isinstance(row, DepartmentBranch):
            self._show_source(row, session)
            return
        same, self._shown = _same_row(row, self._shown), row
        if isinstance(row, Leaf):
            from plantui.ui.task_lines import task_lines

            facts = self._facts(row.task, session)
            # Where the row is another one, or the words are others, the first of them is what the user looks for.
            same = same and facts.sought in ("", self._sought)
            self._sought = facts.sought
            self.show(
                lambda width: task_lines(self._words, facts, width),
                keep_scroll=same,
                seek=HIT if facts.sought else "",
            )
        elif isinstance(row, Branch):
            from plantui.ui.plan_lines import plan_lines

            goals = session.library.goals(row.plan)
            self.show(lambda width: plan_lines(self._words, goals, row, width), keep_scroll=same)
        elif row is not None:
            from plantui.ui.plan_lines import department_lines

            names = session.library.registry.names_of(row.department) if row.department else ()
            self.show(lambda width: department_lines(self._words, names, row, width), keep_scroll=same)
        else:
            self.show(lambda width: [])

    def _facts(self, task: TaskEntry, session: Session) -> TaskFacts:
        from plantui.query.reporting import department_reports
        from plantui.ui.task_lines import TaskFacts

        library = session.library
        plan = library.plan_at[task.plan]
        section = library.sections(plan)[task.section]
        key = session.key_of(task)
        whole, found = library.task(task.pk), session.workspace.reports_of(task)
        counting = self._reading.counting_notes(key)
        revisions = self._reading.revisions(key)
        return TaskFacts(
            plan=plan,
            section=numbered(section.number, section.title),
            task=whole,
            progress=session.workspace.expected(task),
            reason=session.workspace.light(task),
            judged_by=session.workspace.judged_by,
            notes=revisions,
            late=self._reading.late(revisions),
            owing=session.workspace.owing(task),
            aged=session.workspace.aged(task),
            assignments=session.workspace.spoken_assignments(task),
            assessments=session.workspace.assessed(task),
            actions=self._reading.actions(key),
            zone=self._reading.zone(),
            counting=counting,
            reports=department_reports(library.registry, plan, whole, counting),
            stages=self._reading.stages(key) if found.is_staged else {},
            extensions=found.extensions,
            has_draft=key in session.draft_keys,
            sought=session.sought_in(task),
            requirements=session.workspace.requirements_of(task, whole.deadlines),
            former=session.workspace.former_words(task, whole.deadlines),
        )

    # -- the document ----------------------------------------------------------------------------------------

    def _show_source(self, row: TreeRow, session: Session) -> None:
        self._shown = None
        plan = session.library.plan_at[row.task.plan] if isinstance(row, Leaf) else row.plan
        document = self._documents.get(plan.id)
        if document is None:
            self._read_document(plan, session)
        if isinstance(row, Leaf):
            self._quote_task(row, session, document)
        else:
            self._quote_branch(row, session, document)

    def _quote_task(self, row: Leaf, session: Session, document: Document | None) -> None:
        from plantui.ui.source_lines import source_lines

        task = session.library.task(row.task.pk)
        self.show(lambda width: source_lines(self._words, task, document, width))

    def _quote_branch(self, row: Branch, session: Session, document: Document | None) -> None:
        """Show where the plan's own data and goals, or the heading, were read."""
        from plantui.documents.quoting import placed as placed_field
        from plantui.documents.quoting import plan_quotations
        from plantui.ui.source_lines import branch_source_lines

        head = session.library.head(row.plan)
        if row.section is None:
            title, placed = head.info.title, [*plan_quotations(head)]
        else:
            title = numbered(row.section.number, row.section.title)
            placed = [*placed_field("section", title, head.sections[row.section.ordinal].source)]
        self.show(lambda width: branch_source_lines(self._words, title, placed, document, width))

    def _read_document(self, plan: PlanEntry, session: Session) -> None:
        recorded = session.library.head(plan).info.source
        if not recorded:
            return
        folders = [Path(one.path).parent for one in session.library.plans]

        def read() -> None:
            from plantui.documents.quoting import document_beside
            from plantui.planfile.search_path import bundled_plans

            document = document_beside(Path(plan.path), recorded, [*folders, bundled_plans()])
            self.post_message(self.DocumentRead(plan.id, document))

        self.run_worker(read, thread=True, group=f"document {plan.id}", exclusive=True)

    def on_task_pane_document_read(self, message: DocumentRead) -> None:
        message.stop()
        self._documents[message.plan] = message.document
        if self.quotes_source and self.display and self._session is not None:
            self.show_row(self._row, self._session)


def _same_row(row: Row | None, other: Row | None) -> bool:
    if isinstance(row, Leaf) and isinstance(other, Leaf):
        return row.task.pk == other.task.pk
    if isinstance(row, DepartmentBranch) and isinstance(other, DepartmentBranch):
        return row.department == other.department
    return isinstance(row, Branch) and isinstance(other, Branch) and row.key == other.key
