"""`plantui compare PLAN…`: the same task in several plans side by side, and a person's word on which tasks are the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.problem import ExitCode, UsageError
from plantui.model.roles import check_may_write

from .command import Command
from .context import CommandContext
from .desk import role_of
from .form_output import put_form
from .forms import STDOUT, chosen_form
from .lookup import plan_named
from .options import argument, flag, json_option, option
from .output import say
from .startup import Startup
from .table import Column, write_table
from .task_names import task_named
from .values import Values

if TYPE_CHECKING:
    from plantui.export.compared import ComparedFile, Rows
    from plantui.export.formats import Format
    from plantui.model.alignment import AlignmentChoice
    from plantui.store.index.library import Library, PlanEntry
    from plantui.words.catalogue import Words


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        argument("PLAN", required=False, many=True),
        option(words, "--against", metavar="PLAN", text="compare_against"),
        flag(words, "--different"),
        flag(words, "--missing"),
        option(words, "--same", metavar="PLAN/TASK", nargs=2),
        option(words, "--apart", metavar="PLAN/TASK", nargs=2),
        option(words, "--format", metavar="xlsx|md|json", text="compare_format"),
        option(words, "-o", "--output", metavar="FILE", text="output", default=STDOUT),
        flag(words, "--force"),
        json_option(words),
    ]
    return Command(startup, "compare", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.compared import ComparedFile, chosen_rows
    from plantui.export.compared_files import COMPARED_FORMATS
    from plantui.export.formats import Format
    from plantui.query.comparing.opening import comparison_of

    words, target = context.words, values.text("output")
    form = chosen_form(context, values.optional("format"), target, COMPARED_FORMATS)
    rows = _rows(values)
    library = context.library()
    decided = _decide(context, library, values)
    plans = _plans(library, values, decided)
    if decided and not plans:
        return ExitCode.DONE
    if len(plans) < 2:
        raise UsageError("compare.too_few")
    comparison = comparison_of(library, context.ledger(), plans)
    file = ComparedFile(comparison, chosen_rows(comparison, rows), context.today)
    if form is None and target == STDOUT:
        _write_table(words, file)
    else:
        _write_file(context, file, form or Format.MARKDOWN, values)
    return ExitCode.DONE


def _rows(values: Values) -> Rows:
    from plantui.export.compared import Rows

    if values.flag("different") and values.flag("missing"):
        raise UsageError("compare.two_choices")
    if values.flag("different"):
        return Rows.DIFFERENT
    return Rows.MISSING if values.flag("missing") else Rows.ALL


def _plans(library: Library, values: Values, decided: Sequence[AlignmentChoice]) -> list[PlanEntry]:
    """Return the plans to compare, each once, the one to hold the others against first."""
    names = [*filter(None, [values.optional("against")]), *values.texts("plan")]
    if not names and not decided:
        raise UsageError("compare.too_few")
    return [*dict.fromkeys(plan_named(library, name) for name in names)]


def _decide(context: CommandContext, library: Library, values: Values) -> list[AlignmentChoice]:
    """Record the word on two tasks that is given, if any, and say so."""
    from plantui.model.alignment import AlignmentChoice
    from plantui.words.phrases import alignment_made

    choices = [
        AlignmentChoice(_key(library, pair[0]), _key(library, pair[1]), is_same)
        for name, is_same in (("same", True), ("apart", False))
        if (pair := values.texts(name))
    ]
    for choice in choices:
        if choice.one.plan == choice.other.plan:
            one, other = ("/".join(key) for key in (choice.one, choice.other))
            raise UsageError("compare.same_plan", one=one, other=other)
    if choices:
        from plantui.store.ledger import NewEvent

        check_may_write(role_of(context, values))
        with context.own_ledger() as ledger:
            ledger.record([NewEvent(choice, context.today) for choice in choices])
        for choice in choices:
            say(context.words("compare.recorded", what=alignment_made(context.words, choice)))
    return choices


def _key(library: Library, written: str) -> TaskKey:
    """Return the task that PLAN/TASK names. Raises UsageError."""
    name, slash, task = written.partition("/")
    if not slash or not task:
        raise UsageError("compare.bad_task", value=written)
    plan = plan_named(library, name)
    return TaskKey(plan.id, task_named(library, plan, task).id)


def _write_table(words: Words, file: ComparedFile) -> None:
    from plantui.export.compared_text import counts_text, plan_headings, short_cell

    comparison = file.comparison
    headings = [words("compare.column.task"), *plan_headings(comparison)]
    write_table(
        [Column(heading, is_elastic=True) for heading in headings],
        [
            (
                row.first.task.title,
                *(short_cell(words, row.cells.get(plan.info.id)) for plan in comparison.plans),
            )
            for row in file.rows
        ],
    )
    say(counts_text(words, comparison, len(file.rows)))


def _write_file(context: CommandContext, file: ComparedFile, form: Format, values: Values) -> None:
    from plantui.export.compared_files import compared_form
    from plantui.export.compared_text import counts_text

    words, target = context.words, values.text("output")
    for path in put_form(words, compared_form(file, form, words), form, target, force=values.flag("force")):
        say(words("compare.written", path=path))
    say(counts_text(words, file.comparison, len(file.rows)))
