"""Controller of the export: forms of the tasks shown, or of those marked, and tables of figures, into files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from plantui.ui.memory import FormMemory, remember_export, remembered_export

from .host import ScreenHost
from .submitting import SubmissionExport

if TYPE_CHECKING:
    from plantui.export.compared import ComparedFile
    from plantui.export.figures import FigureTables
    from plantui.export.formats import FileFormat, Format
    from plantui.export.heading import Heading
    from plantui.export.indicators import IndicatorReportFile
    from plantui.export.matrix import MatrixFile
    from plantui.ui.dialogs.export import Write
    from plantui.ui.dialogs.export_offers import ExportRequest, Offer
    from plantui.ui.dialogs.preview_pane import Preview


class ExportControls:
    """Opens the export, with the folder of the last one and the form that was last written from the view."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def export(self) -> None:
        """Write a form of the tasks shown, or of those marked, to a file or a folder."""
        from plantui.export.progress import Progress
        from plantui.ui.memory import remembered_form

        from .form_export import FormExport

        host = self._host
        forms, submission = FormExport(host), SubmissionExport(host)
        beside = forms.beside

        def is_submission(request: ExportRequest) -> bool:
            return not request.form

        def write(request: ExportRequest, progress: Progress) -> None:
            if is_submission(request):
                submission.write(request)
            else:
                forms.write(request, progress)

        def written(request: ExportRequest) -> None:
            host.say((submission if is_submission(request) else forms).sentence(request))

        view = host.session.view.value
        last = remembered_form(host.options.state_path, view)
        from .issued import IssuedControls

        self._open(
            forms.offers,
            write,
            written,
            other=beside or submission.offer(),
            form=last.name if last else forms.first,
            suffix=last.suffix if last else "",
            preview=forms.preview,
            show_issued=IssuedControls(host).show,
            view=view,
        )

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

    def export_comparison(self, file: ComparedFile, say: Callable[[str], None]) -> None:
        """Write a comparison of plans to a file; `say` tells the user of it."""
        from plantui.export.compared_files import COMPARED_FORMATS, compared_form
        from plantui.export.compared_text import counts_text
        from plantui.export.form_libraries import missing_libraries
        from plantui.export.form_saving import save_file
        from plantui.export.progress import Progress
        from plantui.ui.dialogs.export_offers import FormOffer, Offer

        words = self._host.words
        names: dict[FileFormat, str] = {
            form: compared_form(file, form, words).name
            for form in COMPARED_FORMATS
            if not missing_libraries(form)
        }
        counts = counts_text(words, file.comparison, len(file.rows))
        title = words("compare.title")
        offer = Offer(title, counts, {}, (FormOffer("", title, names),))

        def write(request: ExportRequest, progress: Progress) -> None:
            for form, path in request.summaries:
                save_file(compared_form(file, form, words), path, force=request.force, progress=progress)

        def written(request: ExportRequest) -> None:
            say(words("compare.written", path=request.files[0].path))

        self._open([offer], write, written)

    def _export_table(
        self, offer: Offer, text_of: Callable[[Format], Iterable[str]], say: Callable[[str], None]
    ) -> None:
        """Write a table to a file in the format chosen; `say` tells the user of it."""
        from plantui.export.progress import Progress
        from plantui.export.writing import save_all

        def write(request: ExportRequest, progress: Progress) -> None:
            progress(0, 1)
            save_all([(text_of(form), path) for form, path in request.summaries], force=request.force)

        def written(request: ExportRequest) -> None:
            say(self._host.words("screen.figures_exported", path=request.files[0].path))

        self._open([offer], write, written)

    def _offer(self, head: Heading, forms: Sequence[Format], table: str) -> Offer:
        """Return the offer of a table of figures over tasks."""
        from plantui.export.filename import suggested_name
        from plantui.ui.dialogs.export_offers import Offer

        from .form_export import statement

        words = self._host.words
        names: dict[FileFormat, str] = {form: suggested_name(head, form, words, table) for form in forms}
        return Offer(table, statement(self._host, head, table), names)

    def _open(
        self,
        offers: Sequence[Offer],
        write: Write,
        written: Callable[[ExportRequest], None],
        *,
        other: Offer | str | None = None,
        form: str = "",
        suffix: str = "",
        preview: Preview | None = None,
        show_issued: Callable[[], None] | None = None,
        view: str = "",
    ) -> None:
        """Ask where to with the last folder and format, remember those of this export, then tell of it."""
        from plantui.export.formats import Format
        from plantui.planfile.search_path import is_folder
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.export import ExportDialog

        last = remembered_export(self._host.options.state_path)
        folder = last.folder if last and is_folder(last.folder) else working_folder()
        ending = suffix or (last.form if last and not form else "")
        known = next((one for one in Format if one.value == ending), None)

        def closed(request: ExportRequest | None) -> None:
            if request is not None:
                self._remember(request, view)
                written(request)

        dialog = ExportDialog(
            *(self._host.words, folder, offers, write, known, other),
            form_name=form,
            preview=preview,
            show_issued=show_issued,
        )
        self._host.open_dialog(dialog, closed)

    def _remember(self, request: ExportRequest, view: str) -> None:
        """Remember the place of the export; the format of a table, or the form of a view."""
        form, path = request.files[0]
        is_other = request.is_beside
        last = remembered_export(self._host.options.state_path)
        named = (last.form if last else "") if request.form or is_other else form.value
        chosen = FormMemory(request.form, form.value) if request.form and not is_other else None
        try:
            remember_export(self._host.options.state_path, path.parent, named, view, chosen)
        except OSError as error:
            self._host.app.log.warning(f"the place of the export is not remembered: {error}")
