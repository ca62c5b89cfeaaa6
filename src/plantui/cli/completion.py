"""`plantui completion SHELL`: the script that teaches a shell to complete plantui's words."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from .command import Command
from .context import CommandContext
from .options import argument
from .output import write
from .startup import Startup
from .values import Values


def build(startup: Startup) -> Command:
    """Return the command."""

    def run(context: CommandContext, values: Values) -> int:
        return _run(startup, values.text("shell"))

    return Command(startup, "completion", run, [argument("SHELL")])


def _run(startup: Startup, shell: str) -> int:
    from .app import COMPLETION_VARIABLE, PROGRAM, root
    from .shells import SHELLS

    if shell not in SHELLS:
        from .nearest import unknown

        raise unknown("shell", shell, list(SHELLS))
    write(SHELLS[shell](root(startup), {}, PROGRAM, COMPLETION_VARIABLE).source().rstrip("\n"))
    return ExitCode.DONE
