"""The root of the command line: which commands there are, and how click's own errors end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from plantui import __version__
from plantui.model.problem import ExitCode

from .command import Group, LazyCommand
from .output import say, say_lookalikes, write

if TYPE_CHECKING:
    from .startup import Startup

PROGRAM = "plantui"
COMPLETION_VARIABLE = "_PLANTUI_COMPLETE"

COMMANDS = {
    "browse": LazyCommand("browse"),
    "plans": LazyCommand("plans"),
    "list": LazyCommand("list_tasks"),
    "views": LazyCommand("views"),
    "show": LazyCommand("show"),
    "note": LazyCommand("note.group"),
    "extend": LazyCommand("extend"),
    "office": LazyCommand("office.group"),
    "pack": LazyCommand("pack"),
    "receive": LazyCommand("receive"),
    "verify": LazyCommand("verify"),
    "conflicts": LazyCommand("conflicts.group"),
    "due": LazyCommand("missing", "build_due"),
    "missing": LazyCommand("missing", "build_missing"),
    "changes": LazyCommand("changes"),
    "stats": LazyCommand("stats"),
    "indicators": LazyCommand("indicators"),
    "evidence": LazyCommand("evidence.group"),
    "forms": LazyCommand("list_forms"),
    "export": LazyCommand("export_summary"),
    "issued": LazyCommand("issued"),
    "compare": LazyCommand("compare"),
    "check": LazyCommand("check"),
    "import": LazyCommand("import_document"),
    "exchange": LazyCommand("list_exchanges"),
    "demo": LazyCommand("demo"),
    "compare-sources": LazyCommand("compare_sources"),
    "diff": LazyCommand("diff"),
    "restore": LazyCommand("restore"),
    "doctor": LazyCommand("doctor"),
    "config": LazyCommand("config.group"),
    "completion": LazyCommand("completion"),
}


def root(startup: Startup) -> Group:
    """Return the program as one group of commands."""
    group = Group(startup, PROGRAM, COMMANDS, default="browse")
    group.params.append(_version_option(startup))
    return group


def run(startup: Startup, arguments: list[str]) -> int:
    """Run the command that the arguments name and return its exit code. Raises PlantuiError."""
    if instruction := os.environ.get(COMPLETION_VARIABLE):
        return _completed(startup, instruction)
    group = root(startup)
    try:
        with group.make_context(PROGRAM, arguments) as context:
            code: int = group.invoke(context)
            return code
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.ClickException as error:
        from .usage import refused_text, sentences

        for sentence in sentences(error, startup.words):
            say(sentence)
        say_lookalikes(startup.words, arguments, refused_text(error, arguments))
        return ExitCode.USAGE


def _completed(startup: Startup, instruction: str) -> int:
    """Answer a shell that asks what a word may become; `instruction` is `bash_complete`."""
    from .shells import SHELLS

    shell = SHELLS.get(instruction.removesuffix("_complete"))
    if shell is None:
        return ExitCode.USAGE
    write(shell(root(startup), {}, PROGRAM, COMPLETION_VARIABLE).complete())
    return ExitCode.DONE


def _version_option(startup: Startup) -> click.Option:
    def show(context: click.Context, param: click.Parameter, wanted: Any) -> None:
        if wanted and not context.resilient_parsing:
            write(f"{PROGRAM} {__version__}")
            context.exit()

    text = startup.words("clioptions.version")
    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=text
    )
