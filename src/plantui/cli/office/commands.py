"""`plantui office show` and `set`: reporting period, closing day, light rules, roles, counting stage."""

from __future__ import annotations

from plantui.export.choosing import chosen_value
from plantui.export.office import choice_text, current_text, period_dict
from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode
from plantui.model.roles import check_may_write
from plantui.query.office import OfficeChoice, OfficeChoices, office_choices, office_of

from ..command import Command
from ..context import CommandContext
from ..desk import role_of
from ..light_rules import rules_folders
from ..options import argument, json_option
from ..output import say, write_json
from ..startup import Startup
from ..table import Column, write_table
from ..values import Values


def build_show(startup: Startup) -> Command:
    """Return the command `show`."""
    return Command(startup, "office.show", _show, [json_option(startup.words)])


def build_set(startup: Startup) -> Command:
    """Return the command `set`."""
    params = [argument("CHOICE"), argument("CHOSEN"), json_option(startup.words)]
    return Command(startup, "office.set", _set, params, takes_negatives=True)


def _show(context: CommandContext, values: Values) -> int:
    ledger, words = context.ledger(), context.words
    office, cut = office_of(ledger, context.today), ledger.cut()
    for name in office.unreadable:
        say(words("reporting.unreadable", name=name.value, value=office.value(name)))
    if context.is_json:
        write_json(_office_dict(context, office, cut))
        return ExitCode.DONE
    columns = [
        Column(words("cli.column.choice")),
        Column(words("cli.column.value")),
        Column(words("cli.column.meaning"), is_elastic=True),
    ]
    rows = [(name.value, office.value(name), choice_text(words, office, name)) for name in OfficeChoice]
    write_table(columns, rows)
    say(current_text(words, office, context.today))
    say(words("reporting.cut", cut=cut) if cut else words("reporting.no_cut"))
    return ExitCode.DONE


def _office_dict(context: CommandContext, office: OfficeChoices, cut: str | None) -> JsonObject:
    reporting = office.reporting
    period = reporting.period_to_report(context.today)
    return {
        **{name.value: office.value(name) for name in OfficeChoice},
        "made": [name.value for name in OfficeChoice if office.is_made(name)],
        "current_period": period_dict(office, period),
        "cut": cut,
    }


def _set(context: CommandContext, values: Values) -> int:
    from plantui.model.event import Choice
    from plantui.store.ledger import NewEvent

    check_may_write(role_of(context, values))
    name = _choice(values.text("choice"))
    value = chosen_value(context.words, name, values.text("chosen"), rules_folders(context))
    with context.own_ledger() as ledger:
        before = office_of(ledger, context.today)
        is_new = not before.is_made(name) or before.value(name) != value
        events = ledger.record([NewEvent(Choice(name.value, value), context.today)]) if is_new else []
        cut = ledger.cut()
    chosen = office_choices(events) if events else before
    if context.is_json:
        write_json({"name": name.value, "value": value, "is_new": is_new, "cut": cut})
    said = "reporting.chosen" if is_new else "reporting.chosen_before"
    say(context.words(said, name=name.value, value=value, meaning=choice_text(context.words, chosen, name)))
    return ExitCode.DONE


def _choice(written: str) -> OfficeChoice:
    folded = written.strip().lower().replace("-", "_")
    if folded in set(OfficeChoice):
        return OfficeChoice(folded)
    from ..nearest import unknown

    raise unknown("choice", written, [name.value for name in OfficeChoice])
