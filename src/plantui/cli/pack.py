"""`plantui pack`: one department's notes of a period as a submission."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home
from plantui.store.arrivals import read_secrets

from .command import Command
from .context import CommandContext
from .filters import period_of
from .forms import STDOUT
from .lookup import departments_named
from .options import flag, json_option, option
from .output import say, write_json, write_pieces
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.model.period import Period
    from plantui.store.index.library import Library


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        option(words, "--department", metavar="NAME", text="pack_department"),
        option(words, "--period", metavar="PERIOD", text="pack_period"),
        option(words, "-o", "--output", metavar="FILE", default=STDOUT),
        flag(words, "--force"),
        json_option(words),
    ]
    return Command(startup, "pack", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.arrivals import packed_sentences
    from plantui.export.writing import save
    from plantui.query.receiving import pack
    from plantui.store.ledger import Ledger

    library, target = context.library(), values.text("output")
    department = _department(context, library, values.optional("department"))
    secrets = read_secrets(context.config_path)
    _ = context.ledger()  # says where it is the demonstration
    with Ledger(context.ledger_path, context.author(), read_only=True) as ledger:
        written = values.optional("period")
        period = reporting_period(context) if written is None else period_of(context, written)
        packed = pack(library, ledger, department, period, secrets)
    head = packed.head
    path: Path | None = None
    if target == STDOUT:
        write_pieces([packed.text])
    else:
        path = save([packed.text], at_home(Path(target)), force=values.flag("force"))
        if context.is_json:
            facts = {"department": head.department, "period": head.period, "notes": packed.notes}
            write_json({"file": str(path), **facts, "cut": head.cut._asdict()})
    for sentence in packed_sentences(context.words, packed, path):
        say(sentence)
    return ExitCode.DONE


def _department(context: CommandContext, library: Library, written: str | None) -> DepartmentRef:
    name = written or context.settings().department
    if not name:
        raise UsageError("arrivals.department_wanted")
    found = departments_named(library, name)
    if len(found) > 1:
        raise UsageError("arrivals.department_ambiguous", name=name, names=" | ".join(map(str, found)))
    return found[0]


def reporting_period(context: CommandContext) -> Period:
    """Return the period that is being reported on the as-of day, by the office's choices."""
    from plantui.query.office import office_choices

    events = context.ledger().events("choice", today=context.today)
    return office_choices(events).reporting.period_to_report(context.today)
