"""`plantui receive`: submissions and ledgers of other desks come into the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode
from plantui.planfile.search_path import at_home
from plantui.store.arrivals import files_in, read_secrets

from .backing_up import back_up_before
from .command import Command
from .context import CommandContext
from .options import argument, json_option
from .output import say, write_json
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plantui.model.jsonvalue import JsonObject
    from plantui.model.period import Period
    from plantui.query.missing import OwingDepartment
    from plantui.query.receiving import Arrival


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "receive", _run, [argument("FILE", many=True), json_option(startup.words)])


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.arrivals import missing_sentences
    from plantui.query.missing import missing_after
    from plantui.query.receiving import receive_all

    files = files_in([at_home(Path(path)) for path in values.texts("file")], context.ledger_path)
    library = context.library()
    with context.own_ledger() as ledger:
        back_up_before(context.words, ledger, context.config_path)
        arrivals = receive_all(ledger, files, read_secrets(context.config_path))
        missing = missing_after(arrivals, library, ledger, context.today)
    for one in arrivals:
        _tell(context, one)
    refused = sum(one.error is not None for one in arrivals)
    if refused:
        say(context.words("arrivals.refused", count=refused))
    for period, departments in missing.items():
        for sentence in missing_sentences(context.words, period, departments):
            say(sentence)
    if context.is_json:
        write_json(_report(context, arrivals, missing))
    return ExitCode.DATA if refused else ExitCode.DONE


def _tell(context: CommandContext, arrival: Arrival) -> None:
    received = arrival.received
    if arrival.error is not None:
        say(context.words.error(arrival.error))
    if received is None:
        return
    from plantui.export.arrivals import received_sentence

    say(received_sentence(context.words, arrival.path.name, received))
    if received.conflicts:
        say(context.words("arrivals.conflicts", count=len(received.conflicts)))


def _report(
    context: CommandContext, arrivals: Sequence[Arrival], missing: Mapping[Period, Sequence[OwingDepartment]]
) -> JsonObject:
    return {
        "files": [_file_dict(context, one) for one in arrivals],
        "missing": [
            {
                "period": period.name,
                "departments": [
                    {"region": one.department.region, "name": one.department.name, "tasks": one.tasks}
                    for one in departments
                ],
            }
            for period, departments in missing.items()
        ],
    }


def _file_dict(context: CommandContext, arrival: Arrival) -> JsonObject:
    if arrival.received is None:
        sentence = context.words.error(arrival.error) if arrival.error else None
        return {"file": str(arrival.path), "received": False, "error": sentence}
    received, receipt = arrival.received, arrival.received.receipt
    return {
        "file": str(arrival.path),
        "received": True,
        "form": receipt.form.value,
        "department": receipt.department or None,
        "first_day": _day(receipt.first_day),
        "last_day": _day(receipt.last_day),
        "notes": received.notes,
        "revisions": received.revisions,
        "events": received.events,
        "known": received.known,
        "conflicts": [[note.id for note in heads] for heads in received.conflicts],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
