"""A form made from plans and ledger: what was asked for, as one value, and the content that it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.form import Form, FormKind
from plantui.query.circular import circular_workspace
from plantui.query.comparison import comparison, usual_since
from plantui.store.ledger.task_changes import NO_CHANGES
from plantui.words import Words

from .form_content import FormContent, FormFile
from .form_files import form_files
from .form_names import form_named, format_of_form, profile_named
from .formats import Format
from .summary import summary

if TYPE_CHECKING:
    from pathlib import Path

    from plantui.model.since import Since
    from plantui.query.columns import Column
    from plantui.query.selection import TaskSelection
    from plantui.query.workspace import Workspace
    from plantui.store.ledger import Ledger


Member = tuple[Form, Format]
"""A form and the format that it is written in."""


class FormRequest(NamedTuple):
    """A form as it is asked for, apart from plans, ledger and day."""

    members: Sequence[Member]
    """The form with its format; those of a bundle."""
    selection: TaskSelection
    columns: tuple[Column, ...] = ()
    """The columns that were chosen for tables; none for those of the form."""
    profile: str = ""
    """The name of the variant for certain readers; empty for the whole form."""
    compared_with: Since | None = None
    """The day or the state of the ledger to compare with; None for the end of the period before."""
    is_compared: bool = True
    """False for a form that compares with nothing."""
    rules: str = ""
    """The light rules that the workspace follows where they are not the office's, by name or file."""


def has_several_files(form: Form) -> bool:
    """Return whether a form is written into a folder: a bundle, and letters to departments."""
    return form.kind in (FormKind.BUNDLE, FormKind.REMINDER)


def members_of(words: Words, form: Form, asked: Format | None, folders: Sequence[Path]) -> list[Member]:
    """Return the forms of a bundle with their formats; of another form itself.

    Raises UsageError for a format that a form has not, and a member that is not there.
    """
    if form.kind is not FormKind.BUNDLE:
        return [(form, format_of_form(words, form, asked))]
    found: list[Member] = []
    for member in form.members:
        name, _, suffix = member.rpartition(".")
        inner = form_named(words, name, folders)
        found.append((inner, format_of_form(words, inner, Format(suffix))))
    return found


def form_contents(
    request: FormRequest, workspace: Workspace, ledger: Ledger, words: Words
) -> list[tuple[FormContent, Format]]:
    """Return the content of each member of a request; the workspace is that of all notes, as of the day of the form.

    Raises UsageError where a member has no profile of that name, plantui.model.problem.DataError where the ledger
    cannot be read.
    """
    profiles = [profile_named(words, form, request.profile) for form, _ in request.members if request.profile]
    asked = request.selection
    counted = circular_workspace(workspace, ledger)
    rows = asked.rows(workspace if asked.by_all_notes else counted)
    made = summary(counted, rows, asked.filter, ledger, asked.view, asked.marked)
    # Here, while the ledger is at hand: it may be a copy of an earlier state, which is gone when files are written.
    has_calendar = any(form.kind is FormKind.CALENDAR for form, _ in request.members)
    made = replace(made, columns=request.columns, changes=ledger.changes() if has_calendar else NO_CHANGES)
    since = _since(request, counted)
    before = comparison(counted, ledger, since) if since is not None else None
    return [
        (
            FormContent(
                form,
                made,
                words,
                before=before if form.kind in COMPARING else None,
                silent_before=since if before is None and form.kind in COMPARING else None,
                profile=profiles[at] if profiles else None,
                selection=asked,
                rules=request.rules,
            ),
            format_,
        )
        for at, (form, format_) in enumerate(request.members)
    ]


COMPARING = (FormKind.LEDGER, FormKind.REPORT, FormKind.ONE_PAGE)
"""The kinds of forms that say what has become better and worse."""


def _since(request: FormRequest, workspace: Workspace) -> Since | None:
    """Return the time that the members of a request compare with; None where none of them does."""
    if not request.is_compared or not any(form.kind in COMPARING for form, _ in request.members):
        return None
    return request.compared_with or usual_since(workspace)


Contents = Sequence[tuple[FormContent, Format]]
"""The content of each form of a request, with the format that it is written in."""


class MadeFile(NamedTuple):
    """A file of a form with what it is made from."""

    file: FormFile
    content: FormContent
    format: Format


def files_of(contents: Contents) -> list[MadeFile]:
    """Return the files of several forms, each under a name of its own. Raises as `form_files` does."""
    found: list[MadeFile] = []
    taken: set[str] = set()
    for content, form in contents:
        for file in form_files(content, form):
            name = file.name
            if name.casefold() in taken:
                stem, _, suffix = name.rpartition(".")
                name = f"{stem}-{content.form.title.text(content.words.language)}.{suffix}"
            taken.add(name.casefold())
            found.append(MadeFile(file._replace(name=name), content, form))
    return found
