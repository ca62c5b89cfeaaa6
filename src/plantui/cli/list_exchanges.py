"""`plantui exchange`: the formats of other systems, their directions, and what is lost in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode

from .command import Command
from .context import CommandContext
from .options import json_option
from .output import write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.exchange.declared import Exchange


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "exchange", _run, [json_option(startup.words)], only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.exchange.declared import EXCHANGES
    from plantui.exchange.telling import exchange_cells

    words = context.words
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


def _exchange_dict(name: str, exchange: Exchange) -> JsonObject:
    return {
        "name": name,
        "export": True,
        "import": exchange.read is not None,
        "lost": [part.value for part in exchange.losses.lost],
        "approximated": [part.value for part in exchange.losses.approximated],
    }
