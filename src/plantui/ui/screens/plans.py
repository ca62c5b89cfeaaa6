"""Controllers of where plans come from: opening a plan file, importing a document."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.plan_id import slug
from plantui.model.problem import DataError, PlantuiError, Severity
from plantui.model.system import system_reason
from plantui.query.filter import Filter
from plantui.query.session import Session
from plantui.store.index.library import Library

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.documents.imported import Imported
    from plantui.documents.source import Selection
    from plantui.exchange.read_plan import ReadPlan
    from plantui.model.outside_note import OutsideNote, OutsideSource
    from plantui.model.plan import Plan
    from plantui.ui.dialogs.file_dialog import FileRequest, Tell
    from plantui.ui.importing.run import ImportRun

_CHECKED = 0.3
_KEPT = 0.4
"""Shares of the work of opening a plan that are done once it is checked, and once it is kept."""


class OpenedPlan(NamedTuple):
    """A plan that the library has by now."""

    id: str
    library: Library
    folders: tuple[Path, ...]
    kept: Path | None
    """The file among the user's own plans, None where the plan is open for this time only."""
    said: tuple[str, ...] = ()
    """Sentences on what came in with it."""


class FileNotes(NamedTuple):
    """The notes of a file of another system."""

    source: OutsideSource
    notes: tuple[OutsideNote, ...]


class ReadDocument(NamedTuple):
    """A file that was read as a plan: a document, to be reviewed, or one of another system, to be added or not."""

    read: Imported | ReadPlan
    path: Path


class PlanControls:
    """Asks for a file, and opens the screen anew with the plan in it."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    # -- opening ---------------------------------------------------------------------------------------------

    def open_plan(self) -> None:
        """Ask for a plan file, check it, and open it."""
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.file_dialog import FileDialog

        words = self._host.words
        options = [words("opening.plan.keep"), words("opening.plan.once")]
        dialog = FileDialog(
            words,
            words("commands.open_plan"),
            words("opening.plan.what"),
            working_folder(),
            [".toml"],
            self._open,
            options=options,
        )
        self._host.open_dialog(dialog, self._opened)

    def _open(self, request: FileRequest, tell: Tell) -> OpenedPlan:
        """Check a plan file and read the library with it. Called in a thread."""
        from plantui.planfile.reader import read_plan
        from plantui.planfile.search_path import is_file
        from plantui.store.user_plans import keep_plan

        path = request.path
        self._require_sound(path)
        tell(_CHECKED)
        plan = read_plan(path).plan
        assert plan is not None
        if request.option:
            return self._library(plan.info.id, (path.parent, *self._host.options.folders), None, tell)
        source = plan.info.source
        document = path.parent / source.file if source and source.file else None
        has_document = document is not None and is_file(document)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DataError("opening.cannot_keep", path=path, reason=system_reason(error)) from error
        kept = keep_plan(content, plan.info.id, document if has_document else None, force=request.force)
        return self._library(plan.info.id, self._host.options.folders, kept, tell)

    def _require_sound(self, path: Path) -> None:
        """Refuse a file in which `plantui check` finds an error. Raises DataError."""
        from plantui.planfile.check import check_files

        problems = check_files([path], self._host.options.folders)
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors:
            first = self._host.words.problem(errors[0])
            raise DataError("opening.unusable", count=len(errors), problem=first, path=path)

    def _library(self, plan_id: str, folders: tuple[Path, ...], kept: Path | None, tell: Tell) -> OpenedPlan:
        """Open the library anew, with the user's own plans in it. Called in a thread."""
        from plantui.store.index.opening import open_library
        from plantui.store.locations import cache_folder
        from plantui.store.user_plans import with_user_plans

        where = with_user_plans(folders) if kept else list(folders)

        def compiling(position: int, total: int, name: str) -> None:
            tell(_KEPT + (1 - _KEPT) * position / max(1, total))

        return OpenedPlan(plan_id, open_library(where, cache_folder(), compiling), tuple(where), kept)

    def _opened(self, opened: OpenedPlan | None) -> None:
        """Show the plan that was opened."""
        if opened is None:
            return
        host, words = self._host, self._host.words
        said = words("opening.plan.opened", plan=opened.id)
        if opened.kept:
            said = words("opening.plan.kept", path=opened.kept)
        said = words.sentences([*opened.said, said]) if opened.said else said
        before = host.session
        own = str(before.own_department) if before.own_department else None
        started = Session.started(
            opened.library,
            before.today,
            Filter(plans=(opened.id,)),
            own,
            before.folding,
            is_demo=host.options.is_demo,
        )
        session = started.with_column_choice(before.column_choice)
        options = host.options._replace(folders=opened.folders, department=own)
        host.reopen(options, library=opened.library, session=session, said=said)

    # -- importing -------------------------------------------------------------------------------------------

    def import_document(self) -> None:
        """Ask for a document, read it as a plan, review it, and open the plan; one of another system is not reviewed."""
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.document import DocumentDialog

        reading = _Reading(self._host)
        dialog = DocumentDialog(self._host.words, working_folder(), reading.read, reading.cancel)
        self._host.open_dialog(dialog, self._take)

    def _take(self, document: ReadDocument | None) -> None:
        """Go on with what was read."""
        if document is None:
            return
        from plantui.exchange.read_plan import ReadPlan

        if isinstance(document.read, ReadPlan):
            self._offer(document.read, document.path)
        else:
            self._review(document.read, document.path)

    def _offer(self, read: ReadPlan, path: Path) -> None:
        """Say what was read of a file of another system and what was lost, and add the plan where that is wanted."""
        from plantui.exchange.telling import reading_lines
        from plantui.model.outside_note import OutsideSource
        from plantui.ui.dialogs.sentences import ReadPlanDialog

        def answered(is_wanted: bool | None) -> None:
            if is_wanted:
                notes = FileNotes(OutsideSource(path.name, read.sha256), read.notes)
                self._begin_adding(read.plan, path.name, None, notes)

        words = self._host.words
        lines = [*reading_lines(words, read)]
        if read.notes:
            lines.append(words("opening.import.notes", count=len(read.notes)))
        self._host.open_dialog(ReadPlanDialog(words, path.name, lines), answered)

    def _review(self, imported: Imported, path: Path) -> None:
        """Review what was read, over the main screen; of a document without tasks the outline, in which they are marked."""
        from plantui.documents.review import Review
        from plantui.ui.review.decision_store import DecisionStore, review_file
        from plantui.ui.review.outline_screen import OutlineScreen
        from plantui.ui.review.screen import ReviewScreen

        host, document = self._host, imported.source.key
        store = DecisionStore(review_file(document), document)
        try:
            review = Review(imported, store.read())
        except OSError as error:
            host.say(host.words("opening.no_review", reason=system_reason(error)))
            return

        def reviewed(plan: Plan | None) -> None:
            if plan is None:
                left = review.left()
                host.say(host.words("opening.import.left", open=left.open, doubtful=left.doubtful))
                return
            self._begin_adding(plan, path.name, path)

        screen = ReviewScreen if imported.plan.tasks else OutlineScreen
        host.open_dialog(screen(host.words, review, store), reviewed)

    def _begin_adding(
        self, plan: Plan, name: str, document: Path | None, outside: FileNotes | None = None
    ) -> None:
        """Put a plan among the user's own, with its document or the notes of its file, and show it."""
        host = self._host
        host.say(host.words("opening.working", file=name))
        host.run_worker(
            partial(self._add, plan, document, outside), group="file", exit_on_error=True, thread=True
        )

    def _add(self, plan: Plan, document: Path | None, outside: FileNotes | None) -> None:
        """Put a plan that was imported among the user's own, take in its notes, and show it. Called in a thread."""
        from plantui.planfile.writer import plan_toml
        from plantui.store.user_plans import keep_plan

        host = self._host
        try:
            kept = keep_plan(plan_toml(plan).encode(), plan.info.id, document, force=True)
            opened = self._library(plan.info.id, host.options.folders, kept, lambda share: None)
            opened = opened._replace(said=self._taken_in(outside))
        except PlantuiError as error:
            host.app.call_from_thread(host.say, host.words.error(error))
        else:
            host.app.call_from_thread(self._opened, opened)

    def _taken_in(self, outside: FileNotes | None) -> tuple[str, ...]:
        """Take in the notes of a file in one action, and return what is to be said of them. Called in a thread."""
        if outside is None or not outside.notes:
            return ()
        from plantui.export.arrivals import outside_sentences
        from plantui.query.outside_notes import take_in_outside
        from plantui.store.backups import back_up_before

        host, source = self._host, outside.source
        error = back_up_before(host.ledger, host.options.config_path)
        taken = take_in_outside(host.ledger, outside.notes, source, host.session.today)
        told = outside_sentences(host.words, source.name, taken)
        return (host.words.error(error), *told) if error else tuple(told)


class _Reading:
    """The reading of a document that a dialog has begun, and may cancel."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host
        self._run: ImportRun | None = None

    def read(self, request: FileRequest, selection: Selection, tell: Tell) -> ReadDocument:
        """Read a document. Called in a thread.

        Raises UsageError where its plan would replace another file, DataError where none can be made of it.
        """
        from plantui.exchange.read_plan import ReadPlan
        from plantui.readback.foreign_plan import require_sound
        from plantui.store.user_plans import require_free
        from plantui.ui.importing.run import ImportRun

        if not request.force:
            require_free(slug(request.path.name), request.path)
        self._run = ImportRun(request.path, selection, self._host.options.folders, self._host.session.today)
        read = self._run.run(tell)
        if isinstance(read, ReadPlan):
            require_sound(self._host.words, read, request.path.name)
        return ReadDocument(read, request.path)

    def cancel(self) -> None:
        """End the reading."""
        if self._run is not None:
            self._run.cancel()
