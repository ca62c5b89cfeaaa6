"""`plantui verify`: holds a hand-edited report against the ledger, figure by figure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode
from plantui.planfile.search_path import at_home

from .command import Command
from .context import CommandContext
from .options import argument, json_option
from .output import say, write, write_json
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.readback.verify.verifying import Verified
    from plantui.store.index.library import Library


def build(startup: Startup) -> Command:
    """Return the command."""
    params = [argument("FILE"), json_option(startup.words)]
    return Command(startup, "verify", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.readback.verify.telling import verified_dict, verified_sentences
    from plantui.readback.verify.verifying import verify

    library = context.library()
    path = at_home(Path(values.text("file")))
    verified = verify(path, library, context.ledger(), context.words, context.folders())
    if context.is_json:
        write_json(verified_dict(verified, library, str(path)))
    else:
        _print(context, verified, library)
    for sentence in verified_sentences(context.words, verified, path.name):
        say(sentence)
    return ExitCode.DONE if verified.held.agrees else ExitCode.DATA


def _print(context: CommandContext, verified: Verified, library: Library) -> None:
    from plantui.readback.verify.telling import verified_lines

    for line in verified_lines(context.words, verified, library):
        write(line)
