"""Commands and groups of commands with help in the interface language; a group imports the command it needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, cast

import click

from plantui.model.problem import PlantuiError, UsageError

from .context import CommandContext
from .options import global_options
from .output import say
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from .helptext import Formatter

Run = Callable[[CommandContext, Values], int]
"""Body of a command; returns the exit code."""

FLAGS = frozenset(
    {
        "--json",
        "--changed-only",
        "--not-reported",
        "--matrix",
        "--all",
        "--force",
        "--good-rows",
        "--reset",
        "--delete",
        "--path",
        "--review",
        "--source",
        "--join",
        "--help",
        "--version",
    }
)
"""The options without a value: they say where the values of others end."""
_NEGATIVE = re.compile(r"-\d+")
_STOPPING = frozenset({"--help", "--version"})


class Context(click.Context):
    """click's context with our layout of help."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what lays the help out; only help loads it."""
        from .helptext import Formatter

        return Formatter(width=self.terminal_width, max_width=self.max_content_width)


class _Helped(click.Command):
    """Base of commands and groups: texts from the catalogue."""

    context_class = Context
    startup: Startup
    topic: str

    def _set_texts(self, startup: Startup, topic: str) -> None:
        self.startup = startup
        self.topic = topic
        words = startup.words
        self.short_help = words(f"clihelp.{topic}.short")
        self.help = words(f"clihelp.{topic}.text")
        self.options_metavar = words("clihelp.options_metavar")

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the --help option, explained in the interface language."""
        return self._help_option_of_ours

    @cached_property
    def _help_option_of_ours(self) -> click.Option:
        # click makes its own by way of gettext, whose look for a catalogue of English words costs every start 2 ms.
        def show(ctx: click.Context, param: click.Parameter, wanted: Any) -> None:
            if wanted and not ctx.resilient_parsing:
                click.echo(ctx.get_help(), color=ctx.color)
                ctx.exit()

        text = self.startup.words("clioptions.help")
        return click.Option(
            ["--help"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=text
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write(f"{self.startup.words('clihelp.heading.usage')} {ctx.command_path} {pieces}\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write("\n")
        with formatter.indentation():
            formatter.write_text(self.help or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = (param.get_help_record(ctx) for param in self._shown_params(ctx))
        with formatter.section(self.startup.words("clihelp.heading.options")):
            formatter.write_dl([record for record in records if record])

    def _shown_params(self, ctx: click.Context) -> list[click.Parameter]:
        return self.get_params(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        with formatter.section(self.startup.words("clihelp.heading.examples")):
            cast("Formatter", formatter).write_verbatim(self.startup.words(f"clihelp.{self.topic}.examples"))


class Command(_Helped):
    """A command of the program. `topic` names its texts: `clihelp.TOPIC.short`, `.text` and `.examples`.

    A command that `only_reads` is run again where the index of the plans turns out to be damaged before anything was put out.
    One that `takes_negatives` takes -3 for a value, wherever it stands, and not for an option.
    """

    def __init__(
        self,
        startup: Startup,
        topic: str,
        run: Run,
        params: Sequence[click.Parameter] = (),
        *,
        only_reads: bool = False,
        takes_negatives: bool = False,
    ) -> None:
        super().__init__(topic.rpartition(".")[2], params=[*params, *global_options(startup.words)])
        self._own = params
        self._run = run
        self._only_reads = only_reads
        self._takes_negatives = takes_negatives
        self._set_texts(startup, topic)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments. Raises UsageError for one too many, and for an option twice that takes one value."""
        ctx.allow_extra_args = True
        if self._takes_negatives and "--" not in args:
            below = [one for one in args if _NEGATIVE.fullmatch(one)]
            args = [*(one for one in args if one not in below), "--", *below]
        if not ctx.resilient_parsing:
            self._refuse_twice(ctx, args)
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UsageError("cli.usage.too_many", values=" ".join(rest), command=ctx.command_path)
        return rest

    def _refuse_twice(self, ctx: click.Context, args: Sequence[str]) -> None:
        """Raise UsageError for an option of the command itself that takes one value and has two: click drops the first.

        Of the global ones the last counts, so that an alias may have them.
        """
        _, _, order = self.make_parser(ctx).parse_args(args=[*args])
        once = [
            one for one in self._own if isinstance(one, click.Option) and not (one.multiple or one.is_flag)
        ]
        for one in once:
            if order.count(one) > 1:
                raise UsageError("cli.usage.twice", name=one.opts[-1])

    def invoke(self, ctx: click.Context) -> int:
        """Run the command and return the exit code."""
        values = Values(ctx.params)
        with CommandContext.of(self.startup, values) as context:
            if context.remark:
                say(context.remark)
            return self._invoke(context, values)

    def _invoke(self, context: CommandContext, values: Values) -> int:
        if not self._only_reads:
            return self._run(context, values)
        output = _WatchedOutput(sys.stdout)
        try:
            with redirect_stdout(cast("TextIO", output)):
                return self._run(context, values)
        except _index_damaged() as error:  # looked up only where something went wrong
            if output.is_used or error.message != "cli.index_damaged":
                raise
        code = self._run(context, values)
        say(context.words("cli.index_made_again"))
        return code


def _index_damaged() -> type[PlantuiError]:
    from plantui.store.index.damage import IndexDamaged

    return IndexDamaged


class _WatchedOutput:
    """Standard output that knows whether anything was written to it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.is_used = False

    def __getattr__(self, name: str) -> object:
        if name in ("write", "writelines", "buffer"):
            self.is_used = True
        return getattr(self._stream, name)


class LazyCommand(NamedTuple):
    """A command that is built when it is asked for, by `build(startup)` in a module of this package."""

    module: str
    function: str = "build"


class Group(_Helped, click.Group):
    """Commands by name, each imported when it is asked for.

    Options before the command's name are handed to it, so the global ones may stand on either side.
    """

    def __init__(
        self, startup: Startup, topic: str, commands: Mapping[str, LazyCommand], default: str | None = None
    ) -> None:
        super().__init__(topic.rpartition(".")[2])
        self._commands = commands
        self._default = default
        self._set_texts(startup, topic)
        self.subcommand_metavar = startup.words("clihelp.command_metavar")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the documentation."""
        return list(self._commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, built now."""
        command = self._commands.get(cmd_name)
        if command is None:
            return None
        build = getattr(import_module(f"plantui.cli.{command.module}"), command.function)
        return cast("click.Command", build(self.startup))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name. Raises UsageError with the nearest one."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            from .nearest import unknown

            raise unknown("command", args[0], list(self._commands), topic="cli.unknown")
        return args[0] if command else None, command, args[1:]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name first."""
        return super().parse_args(ctx, self._ordered(list(args), is_complete=not ctx.resilient_parsing))

    def _ordered(self, args: list[str], *, is_complete: bool) -> list[str]:
        leading = leading_options(args)
        rest = args[len(leading) :]
        if not rest and not is_complete:
            return args
        if stopping := [option for option in leading if option in _STOPPING]:
            return stopping[:1]
        if rest:
            return [rest[0], *leading, *rest[1:]]
        if self._default:
            return [self._default, *leading]
        raise UsageError("cli.command_missing", group=self.topic, names=" ".join(self._commands))

    def _shown_params(self, ctx: click.Context) -> list[click.Parameter]:
        # They belong to the commands, but may stand here.
        return [*global_options(self.startup.words), *self.get_params(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        words = self.startup.words
        prefix = f"{self.topic}." if self.topic != "plantui" else ""
        with formatter.section(words("clihelp.heading.commands")):
            formatter.write_dl([(name, words(f"clihelp.{prefix}{name}.short")) for name in self._commands])


def leading_options(args: Sequence[str]) -> list[str]:
    """Return the options with their values before the first word that is neither."""
    position = 0
    while position < len(args) and args[position].startswith("-") and args[position] not in ("-", "--"):
        takes_next = args[position] not in FLAGS and "=" not in args[position]
        following = args[position + 1 : position + 2]
        position += 2 if takes_next and following and not following[0].startswith("--") else 1
    return list(args[:position])
