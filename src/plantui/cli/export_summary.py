"""`plantui export`: a form of the tasks as a file, or several forms as a folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError
from plantui.model.since import cut_of

from .command import Command
from .context import CommandContext
from .form_request import form_asked_for, form_request
from .forms import STDOUT
from .issued import log_issued, say_changed, write_again
from .light_rules import rules_asked_for
from .options import column_options, filter_options, flag, option, order_option, rules_option, view_option
from .output import say
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.export.changed_sources import ChangedSource
    from plantui.export.form_making import Contents, FormRequest
    from plantui.model.form import Form
    from plantui.query.workspace import Workspace
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
        option(words, "--compared-with", metavar="TIME"),
        flag(words, "--changed-only"),
        flag(words, "--strict"),
        option(words, "--cut", metavar="ACTION"),
        option(words, "--again", metavar="ISSUED"),
        *filter_options(words),
        rules_option(words),
        order_option(words),
        *column_options(words),
        view_option(words),
        flag(words, "--json"),
    ]
    return Command(startup, "export", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.form_making import has_several_files
    from plantui.export.one_state import FormSource

    if values.optional("again") is not None:
        return write_again(context, values)
    target: str = values.text("output")
    form, asked = form_asked_for(context, values, target)
    if has_several_files(form) and target == STDOUT:
        raise UsageError("forms.wants_folder", form=form.name)
    rules = rules_asked_for(context, values)
    library, ledger, cut = context.library(), context.ledger(), _cut(context, values)

    def read(ledger: Ledger, *, keeps: bool) -> Workspace:
        return context.workspace_of(library, ledger, rules, keeps=keeps)

    def request_of(workspace: Workspace) -> FormRequest:
        return form_request(context, values, form, asked, workspace)

    with FormSource(ledger, read, context.words).contents(request_of, cut) as contents:
        if cut is not None:
            say_changed(context, _changed_since(context, contents))
        return _write(context, values, form, contents)


def _changed_since(context: CommandContext, contents: Contents) -> Iterator[ChangedSource]:
    """Yield what has changed since the forms were first issued of this state of the ledger, as far as they were."""
    from plantui.export.changed_sources import changed_sources
    from plantui.export.issuing import first_issued
    from plantui.export.origin import origin_of

    entries = context.ledger().issued()
    for content, form in contents:
        if before := first_issued(entries, origin_of(content, form)):
            yield from changed_sources(before, content)


def _cut(context: CommandContext, values: Values) -> str | None:
    """Return the state of the ledger that `--cut` names; None without it. Raises UsageError for one that never was."""
    written = values.optional("cut")
    if written is None:
        return None
    cut = cut_of(written) or written
    context.ledger().require_cut(cut)
    return cut


def _write(context: CommandContext, values: Values, form: Form, contents: Contents) -> int:
    """Write the contents and tell what is to be known of them."""
    from plantui.export.form_making import files_of, has_several_files
    from plantui.export.phrasing import left_out_text

    from .form_output import put_folder, put_form, require_no_losses, say_written

    words, target, force = context.words, values.text("output"), values.flag("force")
    made, heading = files_of(contents), contents[0][0].summary.heading
    files = [one.file for one in made]
    if values.flag("strict"):
        require_no_losses(words, files)
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
    log_issued(context, made, paths)
    return ExitCode.DONE
