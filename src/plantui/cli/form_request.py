"""Requests of `plantui export` from its options: form and format, tasks, what they are compared with."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError
from plantui.model.text import half_width

from .columns import columns_of, sorting_of
from .context import CommandContext
from .filters import filter_of, since_of
from .forms import STDOUT, chosen_form
from .light_rules import rules_folders
from .values import Values
from .vocabulary import ORDERS

if TYPE_CHECKING:
    from plantui.export.form_making import FormRequest
    from plantui.export.formats import Format
    from plantui.model.form import Form
    from plantui.model.since import Since
    from plantui.query.selection import TaskSelection
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import Library

    from .saved_views import SelectedView

NOTHING = "none"
"""Word for comparing with nothing."""


def form_asked_for(context: CommandContext, values: Values, target: str) -> tuple[Form, Format | None]:
    """Return the form and the format that the options ask for, None for its usual format.

    Raises UsageError for what is not there, and where format and ending disagree.
    """
    from plantui.export.form_making import has_several_files
    from plantui.export.form_names import form_named, usual_form_name
    from plantui.export.formats import Format

    words, folders, written = context.words, rules_folders(context), values.optional("form")
    form = None if written is None else form_named(words, written, folders)
    if form is not None and has_several_files(form):
        return form, chosen_form(context, values.optional("format"), STDOUT, tuple(Format))
    formats = tuple(Format) if form is None else tuple(map(Format, form.formats))
    asked = chosen_form(context, values.optional("format"), target, formats)
    if form is None:
        asked = asked or Format.MARKDOWN
        form = form_named(words, usual_form_name(asked), folders)
    return form, asked


def form_request(
    context: CommandContext,
    values: Values,
    form: Form,
    asked: Format | None,
    workspace: Workspace,
) -> FormRequest:
    """Return what the options ask for. Raises UsageError for what is not there or does not go together."""
    from plantui.export.form_making import FormRequest, members_of
    from plantui.query.comparison import usual_since

    since, is_compared = _compared_with(context, values)
    saved = None
    if values.optional("view"):
        from .saved_views import selected_view

        saved = selected_view(context, workspace.library, values)
    selection = _selection(context, workspace.library, values, saved)
    if values.flag("changed_only"):
        selection = _changed_only(selection, since or usual_since(workspace), is_compared=is_compared)
    return FormRequest(
        members_of(context.words, form, asked, rules_folders(context)),
        selection,
        columns_of(context.words, values) or (saved.choice.chosen if saved else ()),
        values.optional("profile") or "",
        since,
        is_compared,
        (values.optional("rules") or "").strip(),
    )


def _selection(
    context: CommandContext, library: Library, values: Values, saved: SelectedView | None
) -> TaskSelection:
    """Return the tasks that the options ask for, and their order. Raises UsageError for what is not there."""
    from plantui.query.order import Order
    from plantui.query.selection import RowOrder, TaskSelection

    words, written = context.words, values.optional("sort")
    order = ORDERS.find(words, values.text("order"))
    if written is not None and order is not Order.DOCUMENT:
        raise UsageError("cli.two_orders")
    sorting = None if written is None else sorting_of(words, written)
    chosen = filter_of(context, library, values)
    if saved is None:
        return TaskSelection(chosen, order=RowOrder(order, sorting))
    if written is None and order is Order.DOCUMENT:
        order, sorting = saved.view.order, saved.choice.sorting
    return TaskSelection(saved.narrowed(chosen), saved.view, order=RowOrder(order, sorting))


def _compared_with(context: CommandContext, values: Values) -> tuple[Since | None, bool]:
    """Return what `--compared-with` names, and whether the form compares at all; None for the end of the period before.

    A day, and a period by its last day, are compared as of that day. Raises UsageError for what is none of these, and a
    day that is not over.
    """
    from plantui.model.period import parse_period

    written = values.optional("compared_with")
    if written is None:
        return None, True
    if half_width(written).strip().casefold() == NOTHING:
        return None, False
    try:
        day: Since = parse_period(written).last
    except ValueError:
        day = since_of(context, written, "--compared-with")
    if isinstance(day, str):
        return day, True
    if day >= context.today:
        raise UsageError("forms.compared_later", day=day.isoformat(), today=context.today.isoformat())
    return day + timedelta(days=1), True


def _changed_only(selection: TaskSelection, since: Since, *, is_compared: bool) -> TaskSelection:
    """Return those of the tasks of which something was said since then. Raises UsageError where two times are given."""
    if not is_compared or selection.filter.changed_since is not None:
        raise UsageError("forms.changed_since_what")
    return selection._replace(filter=selection.filter._replace(changed_since=since))
