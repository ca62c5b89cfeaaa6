"""`plantui exchange`: the formats of other systems, their directions, and what is lost in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode

from .command import Command
from .context import CommandContext
from .options import flag, json_option
from .output import write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.exchange.declared import Exchange
    from plantui.model.column_map import ColumnMap
    from plantui.words import Words


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(
        startup,
        "exchange",
        _run,
        [flag(startup.words, "--maps"), json_option(startup.words)],
        only_reads=True,
    )


def _run(context: CommandContext, values: Values) -> int:
    from plantui.exchange.declared import EXCHANGES
    from plantui.exchange.telling import exchange_cells

    words = context.words
    if values.flag("maps"):
        return _list_maps(context)
    if context.is_json:
        write_json([_exchange_dict(name, one) for name, one in EXCHANGES.items()])
        return ExitCode.DONE
    columns = [
        Column(words("exchange.column.format")),
        Column(words("exchange.column.directions")),
        Column(words("exchange.column.lost"), is_elastic=True),
        Column(words("exchange.column.approximated"), is_elastic=True, leaves=2),
    ]
    write_table(columns, [exchange_cells(words, name, one) for name, one in EXCHANGES.items()])
    return ExitCode.DONE


def _list_maps(context: CommandContext) -> int:
    """List the column maps of ledgers: name, title, the columns by which a ledger is recognised, file."""
    from plantui.store.column_maps import known_maps

    words, maps = context.words, known_maps(context.folders())
    if context.is_json:
        write_json([_map_dict(one) for one in maps])
        return ExitCode.DONE
    columns = [
        Column(words("exchange.column.map")),
        Column(words("exchange.column.title"), is_elastic=True),
        Column(words("exchange.column.recognised_by"), is_elastic=True, leaves=2),
        Column(words("exchange.column.file"), leaves=1),
    ]
    write_table(columns, [_map_cells(words, one) for one in maps])
    return ExitCode.DONE


def _map_cells(words: Words, by: ColumnMap) -> tuple[str, ...]:
    heads = [by.heads(field)[0] for field in by.recognised_by]
    return by.name, by.title_in(words.language), words.listing(heads), by.file or words("exchange.bundled")


def _map_dict(by: ColumnMap) -> JsonObject:
    return {
        "name": by.name,
        "title": by.zh,
        "title_en": by.en,
        "file": by.file or None,
        "recognised_by": [field.value for field in by.recognised_by],
        "columns": {field.value: list(heads) for field, heads in by.columns},
        "status": {word: status.value for word, status in by.statuses},
    }


def _exchange_dict(name: str, exchange: Exchange) -> JsonObject:
    return {
        "name": name,
        "export": True,
        "import": exchange.read is not None,
        "lost": [part.value for part in exchange.losses.lost],
        "approximated": [part.value for part in exchange.losses.approximated],
    }
