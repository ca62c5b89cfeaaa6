"""`plantui receive`: submissions, ledgers of other desks and filled-in working ledgers come into the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home
from plantui.store.arrivals import files_in, is_workbook, read_secrets, workbooks_in

from .backing_up import back_up_before
from .command import Command
from .context import CommandContext, day_of
from .desk import desk_option, role_of
from .lookup import departments_named
from .options import argument, flag, json_option, option
from .output import say, write_json
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.model.jsonvalue import JsonObject
    from plantui.query.missing import StillMissing
    from plantui.query.receiving import Arrival
    from plantui.readback.filled.desk import Choices
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        argument("FILE", many=True),
        option(words, "--department", metavar="NAME", text="filled_department"),
        option(words, "--date", metavar="DATE", text="filled_date"),
        flag(words, "--good-rows"),
        *(desk_option(words), json_option(words)),
    ]
    return Command(startup, "receive", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.arrivals import missing_sentences
    from plantui.query.missing import missing_after

    paths = [at_home(Path(path)) for path in values.texts("file")]
    files = files_in(paths, context.ledger_path)
    library = context.library()
    choices = _choices(context, values, library, files)
    with context.own_ledger() as ledger:
        back_up_before(context.words, ledger, context.config_path)
        arrivals = _receive(context, library, ledger, files, choices)
        missing = missing_after(arrivals, library, ledger, context.today, context.settings().department)
    for one in arrivals:
        _tell(context, one)
    if left := len(workbooks_in(paths)):
        say(context.words("readback.workbooks_left", count=left))
    refused = sum(one.received is None for one in arrivals)
    if refused:
        say(context.words("arrivals.refused", count=refused))
    for sentence in missing_sentences(context.words, missing):
        say(sentence)
    if context.is_json:
        write_json(_report(context, arrivals, missing))
    return ExitCode.DATA if refused or any(one.has_faults for one in arrivals) else ExitCode.DONE


def _choices(
    context: CommandContext, values: Values, library: Library, files: Sequence[Path]
) -> Choices | None:
    """Return what the options say of workbooks; None where there is none among the files.

    Raises UsageError for options that no file is read by, and for values that cannot be.
    """
    department, day, takes_good_rows = (
        values.optional("department"),
        values.optional("date"),
        values.flag("good_rows"),
    )
    if not any(map(is_workbook, files)):
        given = {"--department": department, "--date": day, "--good-rows": takes_good_rows}
        if any(given.values()):
            named = " ".join(option for option, value in given.items() if value)
            raise UsageError("readback.only_workbooks", options=named)
        return None
    from plantui.readback.filled.desk import Choices

    return Choices(
        tuple(departments_named(library, department)) if department else (),
        _day(context, day) if day else None,
        takes_good_rows,
        role_of(context, values),
    )


def _day(context: CommandContext, written: str) -> date:
    day = day_of(context.words, written, "--date", context.today)
    if day > context.today:
        raise UsageError("cli.note.future", date=day.isoformat(), today=context.today.isoformat())
    return day


def _receive(
    context: CommandContext, library: Library, ledger: Ledger, files: Sequence[Path], choices: Choices | None
) -> Sequence[Arrival]:
    secrets = read_secrets(context.config_path)
    if choices is None:
        from plantui.query.receiving import receive_all

        return receive_all(ledger, files, secrets)
    from plantui.readback.filled.receiving import receive_files, receiving_desk

    desk = receiving_desk(context.words, library, ledger, context.today, context.folders(), choices)
    return [*receive_files(desk, files, secrets)]


def _tell(context: CommandContext, arrival: Arrival) -> None:
    if is_workbook(arrival.path):
        from plantui.readback.filled.telling import filled_sentences

        for sentence in filled_sentences(context.words, arrival):
            say(sentence)
        return
    if arrival.error is not None:
        say(context.words.error(arrival.error))
    if (received := arrival.received) is None:
        return
    from plantui.export.arrivals import received_sentence

    say(received_sentence(context.words, arrival.path.name, received))
    if received.conflicts:
        say(context.words("arrivals.conflicts", count=len(received.conflicts)))


def _report(context: CommandContext, arrivals: Sequence[Arrival], missing: StillMissing) -> JsonObject:
    return {
        "files": [_file_dict(context, one) for one in arrivals],
        "missing": [
            {
                "period": period.name,
                "regions": [*missing.regions],
                "departments": [
                    {"region": one.department.region, "name": one.department.name, "tasks": one.tasks}
                    for one in departments
                ],
            }
            for period, departments in missing.periods.items()
        ],
    }


def _file_dict(context: CommandContext, arrival: Arrival) -> JsonObject:
    more: JsonObject = {}
    if is_workbook(arrival.path):
        from plantui.readback.filled.telling import filled_dict

        more = filled_dict(context.words, arrival)
    if arrival.received is None:
        sentence = context.words.error(arrival.error) if arrival.error else None
        return {"file": str(arrival.path), "received": False, "error": sentence, **more}
    received, receipt = arrival.received, arrival.received.receipt
    return {
        "file": str(arrival.path),
        "received": True,
        "form": receipt.form.value,
        "department": receipt.department or None,
        "first_day": _day_text(receipt.first_day),
        "last_day": _day_text(receipt.last_day),
        "notes": received.notes,
        "revisions": received.revisions,
        "events": received.events,
        "known": received.known,
        "conflicts": [[note.id for note in heads] for heads in received.conflicts],
        **more,
    }


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None
