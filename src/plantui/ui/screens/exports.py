"""Controller of the export: the tasks shown, or those marked, into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.ui.memory import remember_export, remembered_export

from .host import ScreenHost
from .submitting import SubmissionExport

if TYPE_CHECKING:
    from plantui.export.figures import FigureTables
    from plantui.export.formats import Format
    from plantui.export.heading import Heading
    from plantui.export.indicators import IndicatorReportFile
    from plantui.export.matrix import MatrixFile
    from plantui.ui.dialogs.export import ExportDialog, ExportRequest, Offer, Write


class ExportControls:
    """Opens the export, with the folder and the format of the last one."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def export(self) -> None:
        """Write the tasks shown, or those marked, to a file."""
        from plantui.export.csvfile import CutCell, cut_cells_sentence
        from plantui.export.formats import TEXT_FORMATS, export
        from plantui.export.heading import heading_of
        from plantui.export.summary import summary
        from plantui.export.writing import save_all
        from plantui.query.circular import circular_workspace

        host, session = self._host, self._host.session
        words, workspace = host.words, session.workspace
        shown = heading_of(workspace, session.tasks, session.shown_filter, session.view)
        selections = [(session.tasks, shown)]
        if marked := session.marked_tasks:
            head = heading_of(workspace, marked, Filter(), View.TREE, session.marked)
            selections.append((marked, head))
        cut: list[CutCell] = []
        submission = SubmissionExport(host)

        def write(request: ExportRequest) -> None:
            if request.offer == len(selections):
                submission.write(request)
                return
            cut.clear()
            tasks, head = selections[request.offer]
            rows = session.task_rows(tasks)
            counted = circular_workspace(workspace, host.ledger)
            made = summary(counted, rows, head.filter, host.ledger, head.view, head.marked)
            made = replace(made, columns=session.chosen_columns)
            files = [(export(made, form, words, cut.append), path) for form, path in request.summaries]
            save_all(files, force=request.force)

        def written(request: ExportRequest) -> None:
            if request.offer == len(selections):
                host.say(submission.sentence(request))
                return
            count, path = selections[request.offer][1].count, request.files[0].path
            told = words("screen.exported", count=count, path=path)
            # On a narrow screen the end may not be seen: the path was typed, the cut cells are news.
            host.say(f"{cut_cells_sentence(words, cut)} {told}" if cut else told)

        offers = [self._offer(head, TEXT_FORMATS) for _, head in selections]
        self._open(offers, write, written, submission.offer())

    def export_figures(self, tables: FigureTables, say: Callable[[str], None]) -> None:
        """Write a table of the statistics to a file; `say` tells the user of it."""
        from plantui.export.figures import export_figures, tables_name
        from plantui.export.formats import Format

        words = self._host.words
        offer = self._offer(
            tables.heading, (Format.MARKDOWN, Format.CSV), tables_name(words, list(tables.groups))
        )
        self._export_table(offer, lambda form: export_figures(tables, form, words), say)

    def export_indicators(self, report: IndicatorReportFile, say: Callable[[str], None]) -> None:
        """Write the indicators to a file; `say` tells the user of it."""
        from plantui.export.formats import TEXT_FORMATS
        from plantui.export.indicators import export_indicators

        words = self._host.words
        offer = self._offer(report.heading, TEXT_FORMATS, words("notes.indicators_title"))
        self._export_table(offer, lambda form: export_indicators(report, form, words), say)

    def export_matrix(self, file: MatrixFile, say: Callable[[str], None]) -> None:
        """Write the matrix of tasks and departments to a file; `say` tells the user of it."""
        from plantui.export.formats import TEXT_FORMATS
        from plantui.export.matrix import export_matrix

        words = self._host.words
        offer = self._offer(file.heading, TEXT_FORMATS, words("export.matrix.title"))
        self._export_table(offer, lambda form: export_matrix(file, form, words), say)

    def _export_table(
        self, offer: Offer, text_of: Callable[[Format], Iterable[str]], say: Callable[[str], None]
    ) -> None:
        """Write a table to a file in the form chosen; `say` tells the user of it."""
        from plantui.export.writing import save_all

        def write(request: ExportRequest) -> None:
            save_all([(text_of(form), path) for form, path in request.summaries], force=request.force)

        def written(request: ExportRequest) -> None:
            say(self._host.words("screen.figures_exported", path=request.files[0].path))

        self._open([offer], write, written)

    def _offer(self, head: Heading, forms: Sequence[Format], table: str = "") -> Offer:
        """Return the offer of the tasks, or of a table of figures over them."""
        from plantui.export.filename import suggested_name
        from plantui.export.phrasing import filter_text
        from plantui.ui.dialogs.export import Offer

        words, kind = self._host.words, "marked" if head.marked else "shown"
        what = words(f"screen.export_what.{kind}", shown=head.count, all=head.everything)
        if table:
            what = words("export.labelled", label=table, text=what)
        scope = filter_text(words, head)
        statement = words("screen.export_states", what=what, scope=scope, day=head.as_of.isoformat())
        title = words(f"dialogs.export.{kind}", count=head.count)
        return Offer(title, statement, {form: suggested_name(head, form, words, table) for form in forms})

    def _open(
        self,
        offers: Sequence[Offer],
        write: Write,
        written: Callable[[ExportRequest], None],
        submission: Offer | str | None = None,
    ) -> None:
        """Ask where to with the last folder and format, remember those of this export, then tell of it."""

        def closed(request: ExportRequest | None) -> None:
            if request is not None:
                self._remember(request)
                written(request)

        self._host.open_dialog(self._dialog(offers, write, submission), closed)

    def _dialog(self, offers: Sequence[Offer], write: Write, submission: Offer | str | None) -> ExportDialog:
        from plantui.export.formats import Format
        from plantui.planfile.search_path import is_folder
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.export import ExportDialog

        last = remembered_export(self._host.options.state_path)
        folder = last.folder if last and is_folder(last.folder) else working_folder()
        form = next((form for form in Format if last and form.value == last.form), None)
        return ExportDialog(self._host.words, folder, offers, write, form, submission)

    def _remember(self, request: ExportRequest) -> None:
        """Remember the place of the export, and the form of a summary."""
        from plantui.export.formats import SubmissionFormat

        form, path = request.files[0]
        last = remembered_export(self._host.options.state_path)
        named = last.form if last and form is SubmissionFormat.SUBMISSION else form.value
        try:
            remember_export(self._host.options.state_path, path.parent, named)
        except OSError as error:
            self._host.app.log.warning(f"the place of the export is not remembered: {error}")
