"""Starts plantui: a subcommand, or the interface. The exit code is decided here and nowhere else."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantui.cli.startup import Startup

INTERRUPTED = 130
"""Exit code that a shell expects of a program that Ctrl+C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run plantui with these arguments, by default the process's own, and return its exit code.

    Nothing that a start loads is garbage, so none is looked for: the interface collects again after its first paint.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # at any moment, also while the first modules are being loaded
        return INTERRUPTED
    finally:
        if was_enabled:
            gc.enable()


def _run(arguments: list[str]) -> int:
    from plantui.cli.startup import startup_of
    from plantui.model.problem import PlantuiError

    startup = startup_of(arguments, os.environ)
    try:
        code = _dispatched(startup, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        from plantui.cli.output import discard

        discard(sys.stdout)
        return 0
    except (PlantuiError, OSError) as error:
        from plantui.cli.output import discard, tell_failure

        try:
            sys.stdout.flush()
        except OSError:
            discard(sys.stdout)
        return tell_failure(startup.words, error, arguments)
    return int(code)


def _dispatched(startup: Startup, arguments: list[str]) -> int:
    from plantui.cli.output import prepare_streams

    prepare_streams()
    if "_PLANTUI_COMPLETE" not in os.environ:
        from plantui.cli.quick import quick_values

        values = quick_values(arguments)
        if values is not None:
            # The interface without filters needs no click: that is 25 ms of a start.
            from plantui.cli.browse import start
            from plantui.cli.context import CommandContext

            with CommandContext.of(startup, values) as context:
                return start(context, values)
    return _commanded(startup, arguments)


def _commanded(startup: Startup, arguments: list[str]) -> int:
    """Run a subcommand."""
    import atexit

    atexit.register(gc.freeze)  # else the interpreter looks through all that was read before it lets it go
    from plantui.cli.app import run
    from plantui.cli.interruption import interrupted_once

    with interrupted_once():
        return run(startup, arguments)


if __name__ == "__main__":
    sys.exit(main())
