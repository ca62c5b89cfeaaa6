"""The forms that one opening of the export offers: of which tasks, in which variants; writing them, and what is said."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.query.filter import Filter
from plantui.query.views import View

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.export.form_making import Contents, FormRequest
    from plantui.export.formats import FileFormat
    from plantui.export.heading import Heading
    from plantui.export.one_state import FormSource
    from plantui.export.progress import Progress
    from plantui.model.form import Form
    from plantui.query.selection import TaskSelection
    from plantui.query.workspace import Workspace
    from plantui.store.ledger import Ledger
    from plantui.ui.dialogs.export_offers import ExportRequest, FormOffer, Offer

_MOST_PREVIEWED = 5_000
"""Number of tasks above which nothing is shown beforehand: making it would take too long."""


class FormExport:
    """Forms of the tasks shown, or of those marked."""

    def __init__(self, host: ScreenHost) -> None:
        from plantui.export.form_names import known_forms
        from plantui.export.heading import heading_of

        self._host = host
        session = self._session = host.session
        shown = heading_of(session.workspace, session.tasks, session.shown_filter, session.view)
        self._heads: list[tuple[TaskSelection, Heading]] = [(self._selection(session.shown_filter), shown)]
        if marked := session.marked_tasks:
            head = heading_of(session.workspace, marked, Filter(), View.TREE, session.marked)
            selection = self._selection(Filter())._replace(marked=tuple(sorted(session.marked)))
            self._heads.append((selection, head))
        self._folders = list(dict.fromkeys(Path(plan.path).parent for plan in session.library.plans))
        self._forms = [form for form in known_forms(self._folders) if form.problem is None]
        self._rows = 0
        self._paths: list[Path] = []
        self._remarks: list[str] = []

    def _selection(self, active_filter: Filter) -> TaskSelection:
        """Return the tasks of the screen in its order."""
        from plantui.query.selection import RowOrder, TaskSelection

        session = self._session
        order = RowOrder(
            session.view.order,
            session.sorting,
            is_tree=session.view is View.TREE and session.sorting is not None,
            is_clerk=session.is_clerk,
        )
        return TaskSelection(active_filter, session.view, order=order, by_all_notes=True)

    @property
    def first(self) -> str:
        """The name of the form to offer first: what this desk hands in each month."""
        from plantui.export.form_names import DEPARTMENT_DESK, form_to_offer

        session = self._session
        desks = [session.role] if session.role else []
        return form_to_offer(
            self._forms, [*desks, DEPARTMENT_DESK] if session.own_department is not None else desks
        )

    @property
    def offers(self) -> list[Offer]:
        """The offers: the tasks shown, and those marked."""
        return [self._offer(head, self._forms) for _, head in self._heads]

    @property
    def beside(self) -> Offer | None:
        """The form that is meant for the view, such as the letters to those who have not reported; None without any."""
        from plantui.export.form_names import meant_for

        forms = meant_for(self._forms, self._session.view.value)
        return self._offer(self._heads[0][1], forms[:1]) if forms else None

    def _offer(self, head: Heading, forms: list[Form]) -> Offer:
        from plantui.ui.dialogs.export_offers import Offer

        words = self._host.words
        return Offer(
            words(f"dialogs.export.{'marked' if head.marked else 'shown'}", count=head.count),
            statement(self._host, head),
            {},
            [self._form_offer(head, form) for form in forms],
        )

    def _form_offer(self, head: Heading, form: Form) -> FormOffer:
        from plantui.export.filename import suggested_name
        from plantui.export.form_making import COMPARING, has_several_files
        from plantui.export.formats import Format
        from plantui.model.form import FormKind
        from plantui.model.initials import initials
        from plantui.ui.dialogs.export_offers import FormOffer

        words = self._host.words
        title = form.title.text(words.language)
        kind = "" if form.kind is FormKind.SUMMARY else title
        several = has_several_files(form)
        suffixes = form.formats or tuple(dict.fromkeys(one.rpartition(".")[2] for one in form.members[:1]))
        names: dict[FileFormat, str] = {}
        for suffix in suffixes:
            name = suggested_name(head, Format(suffix), words, kind)
            names[Format(suffix)] = name.removesuffix(f".{suffix}") if several else name
        return FormOffer(
            form.name,
            title,
            names,
            " ".join((form.name, title.casefold(), initials(form.title.zh))),
            several,
            [(profile.name, profile.title.text(words.language)) for profile in form.profiles],
            can_compare=form.kind in (*COMPARING, FormKind.BUNDLE),
        )

    def _asked(self, request: ExportRequest) -> tuple[TaskSelection, Heading]:
        """Return the tasks that a request is about; what is beside the offers goes by those shown."""
        return self._heads[0 if request.is_beside else request.offer]

    def write(self, request: ExportRequest, progress: Progress) -> None:
        """Write the files. Called from a thread. Raises PlantuiError where that cannot be, and what `progress` raises."""
        progress(0, 1)
        with self._source.contents(partial(self._wanted, request)) as contents:
            progress(0, 1)
            self._write(contents, request, progress)

    def _write(self, contents: Contents, request: ExportRequest, progress: Progress) -> None:
        from plantui.export.form_making import files_of
        from plantui.export.form_saving import save_file, save_folder
        from plantui.export.issuing import keep_issued
        from plantui.export.phrasing import left_out_text

        host, several = self._host, self._has_several_files(request)
        made, path = files_of(contents), request.files[0].path
        files = [one.file for one in made]
        self._paths = (
            save_folder(files, path, force=request.force, progress=progress)
            if several
            else save_file(files[0], path, force=request.force, progress=progress)
        )
        self._rows = contents[0][0].summary.heading.count
        remarks = [remark for file in files for remark in file.remarks()]
        remarks.append(left_out_text(host.words, contents[0][0].summary.heading))
        remarks.append(keep_issued(host.words, host.ledger, made, self._paths))
        self._remarks = list(dict.fromkeys(filter(None, remarks)))

    def preview(self, request: ExportRequest) -> list[str]:
        """Return the first lines of what a request would write, none of a submission. Called from a thread.

        Raises PlantuiError.
        """
        from plantui.export.preview import preview_lines

        if not request.form:
            return []
        words, count = self._host.words, self._asked(request)[1].count
        if count > _MOST_PREVIEWED:
            return [words("dialogs.export.no_preview", count=count)]
        with self._source.contents(partial(self._wanted, request)) as contents:
            return preview_lines(contents, words)

    @cached_property
    def _source(self) -> FormSource:
        """Plans and ledger as the forms of this opening are made from them; read when a form is first asked for."""
        from plantui.export.one_state import FormSource

        return FormSource(self._host.ledger, self._read, self._host.words)

    def _read(self, ledger: Ledger, *, keeps: bool) -> Workspace:
        from plantui.query.opening import open_workspace

        return open_workspace(self._session.library, ledger, self._session.today, keeps=keeps)

    def _form(self, request: ExportRequest) -> Form:
        return next(form for form in self._forms if form.name == request.form)

    def _has_several_files(self, request: ExportRequest) -> bool:
        from plantui.export.form_making import has_several_files

        return has_several_files(self._form(request))

    def _wanted(self, request: ExportRequest, workspace: Workspace) -> FormRequest:
        """Return what is asked for in terms of forms."""
        from plantui.export.form_making import FormRequest, members_of
        from plantui.query.comparison import usual_since
        from plantui.ui.dialogs.export_offers import Comparing

        variant = request.variant
        selection, _ = self._asked(request)
        if variant.comparing is Comparing.CHANGED:
            since = usual_since(workspace)
            selection = selection._replace(filter=selection.filter._replace(changed_since=since))
        asked = None if self._has_several_files(request) else request.summaries[0][0]
        return FormRequest(
            members_of(self._host.words, self._form(request), asked, self._folders),
            selection,
            self._session.chosen_columns,
            variant.profile,
            is_compared=variant.comparing is not Comparing.NOTHING,
        )

    def sentence(self, request: ExportRequest) -> str:
        """Return what is to be said of the files written."""
        words, count = self._host.words, self._rows
        if len(self._paths) == 1:
            told = words("screen.exported", count=count, path=self._paths[0])
        elif self._paths:
            facts = {"count": len(self._paths), "rows": count, "folder": self._paths[0].parent}
            told = words("forms.written_several", **facts)
        else:
            told = words("forms.nothing_to_write", form=request.form)
        # On a narrow screen the end may not be seen: the path was typed, what was cut is news.
        return " ".join([*self._remarks, told])


def statement(host: ScreenHost, head: Heading, table: str = "") -> str:
    """Return the sentence on the tasks of a form, or of a table of figures over them."""
    from plantui.export.phrasing import filter_text

    words, kind = host.words, "marked" if head.marked else "shown"
    what = words(f"screen.export_what.{kind}", shown=head.count, all=head.everything)
    if table:
        what = words("export.labelled", label=table, text=what)
    return words(
        "screen.export_states", what=what, scope=filter_text(words, head), day=head.as_of.isoformat()
    )
