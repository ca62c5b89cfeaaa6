"""The generated part of docs/command-line.md: every command with its help, options and examples."""

from __future__ import annotations

from collections.abc import Iterator

import click

from plantui.model.terms import Language
from plantui.words.catalogue import Words

from .app import PROGRAM, root
from .command import Command, Group
from .options import global_options
from .startup import Startup

MARK = "<!-- Below this line the page is written by plantui.cli.reference; change the texts in words/ instead. -->"


def page(before: str) -> str:
    """Return the page with its generated part written anew; what stands above the mark stays."""
    intro = before.partition(MARK)[0].rstrip()
    return f"{intro}\n\n{MARK}\n\n{reference()}"


def reference() -> str:
    """Return all commands as Markdown, in English."""
    group = root(Startup(Words(Language.EN), {}))
    lines = ["## Options of every command", *_options(global_options(group.startup.words))]
    for path, command in commands(group):
        lines += ["", *_section(path, command)]
    return "\n".join(lines) + "\n"


def commands(
    group: Group, above: tuple[str, ...] = (PROGRAM,)
) -> Iterator[tuple[tuple[str, ...], Command | Group]]:
    """Yield every command and group below `group`, with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert isinstance(command, Command | Group)
        yield (*above, name), command
        if isinstance(command, Group):
            yield from commands(command, (*above, name))


def _section(path: tuple[str, ...], command: Command | Group) -> Iterator[str]:
    yield f"{'#' * len(path)} `{' '.join(path)}`"
    yield ""
    yield command.help or ""
    if isinstance(command, Command):
        arguments = [_argument(param) for param in command.params if isinstance(param, click.Argument)]
        yield from ("", f"`{' '.join([*path, *arguments, '[OPTIONS]'])}`")
        yield from _options(_own_options(command))
    yield from ("", "```sh", command.startup.words(f"clihelp.{command.topic}.examples"), "```")


def _argument(param: click.Argument) -> str:
    text = f"{param.metavar}…" if param.nargs < 0 else f"{param.metavar}"
    return text if param.required else f"[{text}]"


def _own_options(command: Command) -> list[click.Option]:
    shared = {option.name for option in global_options(command.startup.words)}
    return [param for param in command.params if isinstance(param, click.Option) and param.name not in shared]


def _options(options: list[click.Option]) -> Iterator[str]:
    if options:
        yield from ("", "| option | meaning |", "| --- | --- |")
    for option in options:
        value = f" {option.metavar}" if option.metavar else ""
        names = ", ".join(option.opts) + value
        yield f"| `{_cell(names)}` | {_cell(option.help or '')} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
