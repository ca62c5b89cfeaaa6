"""`plantui export`: a form of the tasks as a file, or several forms as a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError
from plantui.model.since import cut_of

from .columns import columns_of, sorting_of
from .command import Command
from .context import CommandContext
from .filters import filter_of
from .forms import STDOUT, chosen_form
from .light_rules import rules_asked_for, rules_folders
from .options import column_options, filter_options, flag, option, order_option, rules_option
from .output import say
from .startup import Startup
from .values import Values
from .vocabulary import ORDERS

if TYPE_CHECKING:
    from plantui.export.form_content import FormContent
    from plantui.export.formats import Format
    from plantui.model.form import Form
    from plantui.query.selection import TaskSelection
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        option(words, "-f", "--format", metavar="FORMAT", text="form_format"),
        option(words, "--form", metavar="FORM"),
        option(words, "-o", "--output", metavar="FILE", text="form_output", default=STDOUT),
        flag(words, "--force"),
        option(words, "--profile", metavar="PROFILE"),
        option(words, "--cut", metavar="ACTION"),
        *filter_options(words),
        rules_option(words),
        order_option(words),
        *column_options(words),
        flag(words, "--json"),
    ]
    return Command(startup, "export", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.form_making import has_several_files

    target: str = values.text("output")
    form, asked = _form_asked_for(context, values, target)
    if has_several_files(form) and target == STDOUT:
        raise UsageError("forms.wants_folder", form=form.name)
    rules = rules_asked_for(context, values)
    library, ledger, cut = context.library(), context.ledger(), _cut(context, values)
    if cut is None:
        cut = ledger.cut()
        contents = _contents(context, values, form, asked, context.workspace_of(library, ledger, rules))
        if cut is None or cut == ledger.cut():
            return _write(context, values, form, contents)
        # Somebody has saved meanwhile: a form is of one state of the ledger.
    with ledger.at(cut) as then:
        workspace = context.workspace_of(library, then, rules, keeps=False)
        contents = _contents(context, values, form, asked, workspace, then)
        return _write(context, values, form, contents)


def _cut(context: CommandContext, values: Values) -> str | None:
    """Return the state of the ledger that `--cut` names; None without it. Raises UsageError for one that never was."""
    written = values.optional("cut")
    if written is None:
        return None
    cut = cut_of(written) or written
    context.ledger().require_cut(cut)
    return cut


def _contents(
    context: CommandContext,
    values: Values,
    form: Form,
    asked: Format | None,
    workspace: Workspace,
    ledger: Ledger | None = None,
) -> list[tuple[FormContent, Format]]:
    """Return the contents of a form and, of a bundle, of each of its forms."""
    from plantui.export.form_making import FormRequest, form_contents, members_of

    request = FormRequest(
        members_of(context.words, form, asked, rules_folders(context)),
        _selection(context, workspace.library, values),
        columns_of(context.words, values),
        values.optional("profile") or "",
        (values.optional("rules") or "").strip(),
    )
    return form_contents(request, workspace, ledger or context.ledger(), context.words)


def _form_asked_for(context: CommandContext, values: Values, target: str) -> tuple[Form, Format | None]:
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


def _selection(context: CommandContext, library: Library, values: Values) -> TaskSelection:
    """Return the tasks that the options ask for, and their order. Raises UsageError for what is not there."""
    from plantui.query.order import Order
    from plantui.query.selection import RowOrder, TaskSelection

    words, written = context.words, values.optional("sort")
    order = ORDERS.find(words, values.text("order"))
    if written is not None and order is not Order.DOCUMENT:
        raise UsageError("cli.two_orders")
    sorting = None if written is None else sorting_of(words, written)
    return TaskSelection(filter_of(context, library, values), order=RowOrder(order, sorting))


def _write(
    context: CommandContext, values: Values, form: Form, contents: list[tuple[FormContent, Format]]
) -> int:
    """Write the contents and tell what is to be known of them."""
    from plantui.export.form_making import files_of, has_several_files
    from plantui.export.phrasing import left_out_text

    from .form_output import put_folder, put_form, say_written

    words, target, force = context.words, values.text("output"), values.flag("force")
    files, heading = files_of(contents), contents[0][0].summary.heading
    if has_several_files(form):
        paths = put_folder(words, files, target, force=force) if files else []
    else:
        paths = put_form(words, files[0], contents[0][1], target, force=force)
    if target != STDOUT:
        say_written(words, form.name, paths, heading.count)
    if left_out := left_out_text(words, heading):
        say(left_out)
    for remark in dict.fromkeys(remark for file in files for remark in file.remarks()):
        say(remark)
    return ExitCode.DONE
