"""`plantui [browse]`: opens the interface."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError
from plantui.query.startup import StartupOptions
from plantui.store.locations import LEDGER_VARIABLE, state_file

from .context import CommandContext, system_today
from .hidden_plans import hidden_remark
from .values import Values

if TYPE_CHECKING:
    from plantui.query.filter import Filter
    from plantui.store.index.library import Library

    from .command import Command
    from .startup import Startup

    OptionsOf = Callable[[CommandContext, Library, Values], StartupOptions]


def build(startup: Startup) -> Command:
    """Return the command."""
    from .command import Command
    from .options import filter_options

    return Command(startup, "browse", start, filter_options(startup.words))


def start(context: CommandContext, values: Values) -> int:
    """Open the interface on a terminal, with the filter that the options ask for."""
    return open_interface(context, values, startup_options)


def open_interface(context: CommandContext, values: Values, options_of: OptionsOf) -> int:
    """Open the interface on a terminal with the options that a function makes of what was given."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("cli.no_terminal")
    if not sys.stderr.isatty():
        raise UsageError("cli.nowhere_to_draw")
    library = context.open_plans()
    options = options_of(context, library, values)
    from plantui.ui.app import run_interface

    return run_interface(options, library)


def startup_options(context: CommandContext, library: Library, values: Values) -> StartupOptions:
    """Return what the interface is started with."""
    settings = context.settings()
    options = StartupOptions(
        ledger_path=context.ledger_path,
        author=context.author(),
        clock=(lambda: context.today) if context.is_day_fixed else system_today,
        language=context.words.language,
        department=settings.department,
        filter=_filter(context, library, values),
        theme=settings.theme,
        role=settings.role,
        config_path=context.config_path,
        state_path=state_file(),
        folders=tuple(context.folders()),
        is_first_start=_is_first(context, values),
        remark=context.words.sentences(
            filter(None, (context.remark, hidden_remark(context.words, library.hidden_plans())))
        ),
    )
    if context.demo_day is None:
        return options
    from plantui.query.demo import demo_options

    return demo_options(options, library, context.demo_day)


def _is_first(context: CommandContext, values: Values) -> bool:
    """Return whether nobody has set plantui up yet: no settings, no ledger, and no option that asks for more."""
    from .filters import is_asked_for

    is_told = context.db is not None or context.given_today is not None or LEDGER_VARIABLE in context.environ
    return not (
        is_told or context.config_path.exists() or context.ledger_path.exists() or is_asked_for(values)
    )


def _filter(context: CommandContext, library: Library, values: Values) -> Filter:
    from .filters import filter_of

    return filter_of(context, library, values)
