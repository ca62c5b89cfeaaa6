"""`plantui import FILE`: a published document becomes a plan definition."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError
from plantui.model.text import half_width

from .command import Command
from .context import CommandContext
from .document_reading import read_document
from .import_exchange import exchange_of, import_exchange
from .import_ledger import import_ledger, refuse_ledger_options, seen_table
from .options import argument, flag, json_option, option
from .output import say, write, write_json, write_text
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.documents.imported import Imported
    from plantui.documents.overview.overview import Seen
    from plantui.documents.rule import RuleUse
    from plantui.documents.source import Source


def build(startup: Startup) -> Command:
    """Return the command `import`."""
    words = startup.words
    params = [
        argument("FILE"),
        option(words, "-o", "--output", metavar="FILE"),
        flag(words, "--force"),
        flag(words, "--review"),
        option(words, "--year", metavar="YYYY", text="import_year"),
        flag(words, "--hidden"),
        option(words, "--attachment", metavar="NAME"),
        flag(words, "--explain"),
        flag(words, "--strict"),
        option(words, "--map", metavar="MAP"),
        flag(words, "--update"),
        flag(words, "--notes"),
        json_option(words),
    ]
    return Command(startup, "import", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    if not values.flag("review"):
        gc.disable()  # the program ends with the import: collecting costs a part of its time
    output = values.optional("output")
    target = Path(output) if output and output != "-" else None
    if name := exchange_of(values.text("file")):
        refuse_ledger_options(values, values.text("file"), has_notes=True)
        return import_exchange(context, values, name, target)
    table = seen_table(context, values)
    if table is not None and table.map is not None:
        return import_ledger(context, values, table.source, table.map, target)
    refuse_ledger_options(values, values.text("file"))
    if values.flag("strict"):
        raise UsageError("exchange.no_account")
    year = _year(values.optional("year"))
    from plantui.documents.rule import RuleUse, noting

    asked = noting() if values.flag("explain") else nullcontext[list[RuleUse]]([])
    with asked as uses:
        imported, seen = _read(context, values, target, year, table.source if table else None)
    may_replace = values.flag("force")
    if values.flag("review"):
        may_replace = _check_review(context, imported, target, force=may_replace)
        reviewed = _reviewed(context, imported)
        if reviewed is None:
            return ExitCode.DONE
        imported = reviewed
    elif not imported.plan.tasks:
        return _without_tasks(context, imported, seen, values.text("file"))
    if target is not None:
        _save(context, imported, target, values.text("file"), force=may_replace)
    if values.flag("explain"):
        _explain(context, imported, uses)
    elif context.is_json:
        from .import_report import imported_dict

        write_json(imported_dict(context.words, imported))
    elif target is None:
        from plantui.planfile.writer import plan_toml

        write(plan_toml(imported.plan).rstrip("\n"))
    if not values.flag("review"):
        from .import_report import tell_import

        tell_import(context.words, imported)
    return ExitCode.DONE


def _explain(context: CommandContext, imported: Imported, uses: Sequence[RuleUse]) -> None:
    """Tell by which rule and at which place each field was read."""
    from plantui.documents.explaining import explained

    from .import_explained import explained_dicts, explained_lines

    fields = [*explained(imported, uses)]
    if not context.is_json:
        for line in explained_lines(context.words, fields):
            write_text(line)
        return
    from .import_report import imported_dict

    data = imported_dict(context.words, imported)
    write_json({**data, "explained": explained_dicts(imported, fields)})


def _year(written: str | None) -> int | None:
    """Return the year given for dates without one. Raises UsageError where it is no year of our time."""
    if written is None:
        return None
    from plantui.documents.period import FIRST_YEAR, LAST_YEAR

    digits = half_width(written).strip().removesuffix("年")
    if not (digits.isascii() and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR):
        raise UsageError("documents.bad_year", written=written, first=FIRST_YEAR, last=LAST_YEAR)
    return int(digits)


def _without_tasks(context: CommandContext, imported: Imported, seen: Sequence[Seen], file: str) -> int:
    """Tell what was seen of a document in which no task was found; no plan is written."""
    from .import_report import outline_dict, tell_outline

    if context.is_json:
        write_json(outline_dict(context.words, imported, seen))
    tell_outline(context.words, imported, seen, file)
    return ExitCode.DATA


def _read(
    context: CommandContext, values: Values, target: Path | None, year: int | None, source: Source | None
) -> tuple[Imported, Sequence[Seen]]:
    """Read the document as a plan that is called as its file will be; where it has no tasks, with what was seen of it.

    Raises UsageError where the year given for its dates is none of its own, or it has no attachments.
    """
    from plantui.documents.source import Selection

    file, selection = (
        values.text("file"),
        Selection(values.flag("hidden"), values.optional("attachment") or ""),
    )
    imported, seen = read_document(context, file, target.stem if target else None, year, selection, source)
    if selection.attachment and not imported.source.selection.attachment:
        raise UsageError("formats.no_mail", name=file)
    info = imported.plan.info
    if year is not None and not (info.start_year or year) <= year <= (info.end_year or year):
        from plantui.words.phrases import years_term

        years = years_term(context.words, info.start_year, info.end_year)
        raise UsageError("documents.other_year", file=file, years=years, year=year)
    return imported, seen


def _save(context: CommandContext, imported: Imported, target: Path, file: str, *, force: bool) -> None:
    """Write the plan, and say where its document should lie."""
    from plantui.export.writing import save
    from plantui.planfile.writer import plan_toml

    place = save([plan_toml(imported.plan)], target, force=force)
    say(context.words("documents.written", path=place))
    if file == "-":
        say(context.words("documents.no_document"))
    elif Path(file).resolve().parent != place.parent:
        say(context.words("documents.keep_beside", file=Path(file).name, folder=place.parent))


def _check_review(context: CommandContext, imported: Imported, target: Path | None, *, force: bool) -> bool:
    """Return whether the review may replace the file that exists: with --force, or where the review itself wrote it.

    Raises UsageError where nothing can be reviewed here, before the work begins.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):  # drawn on stderr: standard output is the plan's
        raise UsageError("review.no_terminal")
    if target is None and not context.is_json and sys.stdout.isatty():
        raise UsageError("review.no_output")
    if target is None or force or not target.exists():
        return force
    from plantui.planfile.writer import plan_toml
    from plantui.ui.review.decision_store import kept_plan

    if target.read_bytes() != plan_toml(kept_plan(imported)).encode():
        raise UsageError("export.exists", path=target)
    return True


def _reviewed(context: CommandContext, imported: Imported) -> Imported | None:
    """Return the import as the user corrected it in the interface; None where the review was left before its end."""
    from plantui.ui.review.app import run_review

    plan, left = run_review(context.words, imported, theme=context.settings().theme)
    if plan is None:
        say(context.words("review.kept", open=left.open, doubtful=left.doubtful))
        return None
    if left.open:
        say(context.words("review.unfinished", open=left.open, doubtful=left.doubtful))
    return imported._replace(plan=plan)
