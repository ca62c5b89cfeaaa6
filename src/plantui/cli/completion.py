"""`plantui completion SHELL`: the script that teaches a shell to complete plantui's words."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from .command import Command
from .context import CommandContext
from .options import argument
from .output import write
from .startup import Startup
from .values import Values

SHELLS = ("bash", "zsh", "fish")


def build(startup: Startup) -> Command:
    """The command."""

    def run(context: CommandContext, values: Values) -> int:
        return _run(startup, values.text("shell"))

    return Command(startup, "completion", run, [argument("SHELL")])


def _run(startup: Startup, shell: str) -> int:
    if shell not in SHELLS:
        from .nearest import unknown

        raise unknown("shell", shell, SHELLS)
    from click.shell_completion import get_completion_class

    from .app import COMPLETION_VARIABLE, PROGRAM, root

    kind = get_completion_class(shell)
    assert kind is not None
    write(kind(root(startup), {}, PROGRAM, COMPLETION_VARIABLE).source())
    return ExitCode.DONE
