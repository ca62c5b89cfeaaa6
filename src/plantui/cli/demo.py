"""`plantui demo`: the interface on the demonstration, a ledger of its own with invented notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError

from .browse import open_interface, startup_options
from .command import Command
from .context import CommandContext
from .options import flag
from .output import say, write
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.query.startup import StartupOptions
    from plantui.store.index.library import Library

_ACTIONS = ("delete", "reset", "path")


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    return Command(startup, "demo", _run, [flag(words, f"--{name}") for name in _ACTIONS])


def _run(context: CommandContext, values: Values) -> int:
    from plantui.store.demo import delete_demo, demo_path, make_demo

    path = demo_path(context.ledger_path)
    asked = [name for name in _ACTIONS if values.flag(name)]
    if len(asked) > 1:
        raise UsageError("demo.two_actions")
    if values.flag("delete") or values.flag("reset"):
        was_there = delete_demo(path)
        if values.flag("delete"):
            say(context.words("demo.deleted" if was_there else "demo.none", path=path))
            return ExitCode.DONE
    is_new = not path.exists()
    make_demo(path)
    if is_new:
        say(context.words("demo.made", path=path))
    if values.flag("path"):
        write(str(path))
        return ExitCode.DONE
    return open_interface(context, values, _options)


def _options(context: CommandContext, library: Library, values: Values) -> StartupOptions:
    from plantui.query.demo import open_demo

    return open_demo(startup_options(context, library, values), library)
