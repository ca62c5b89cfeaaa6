"""The options that several commands share, with their explanations in the interface language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from plantui.query.order import Order
from plantui.words.catalogue import Words

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem
    from click.types import OptionHelpExtra


class _Option(click.Option):
    """click's option without click's English word for a required one: the explanation says it in the interface language."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Return what click adds to the explanation, without its word for a required option."""
        extra = super().get_help_extra(ctx)
        extra.pop("required", None)
        return extra


def option(
    words: Words, *names: str, metavar: str = "", text: str = "", required: bool = False, **more: Any
) -> click.Option:
    """Return an option whose explanation is `clioptions.NAME`; what completes it follows from its metavar."""
    name = next(name for name in names if name.startswith("--")).lstrip("-")
    help_text = words(f"clioptions.{text or name}")
    if required:
        help_text = words("clihelp.required", text=help_text)
    return _Option(
        names, help=help_text, metavar=metavar or None, shell_complete=_complete, required=required, **more
    )


def flag(words: Words, name: str) -> click.Option:
    """Return an option without a value."""
    return option(words, name, is_flag=True)


def global_options(words: Words) -> list[click.Option]:
    """Return the options that every command takes, before or after its name."""
    return [
        option(words, "--plans", metavar="DIR", multiple=True),
        option(words, "--db", metavar="FILE"),
        option(words, "--today", metavar="DATE"),
        option(words, "--lang", metavar="zh|en"),
    ]


def filter_options(words: Words) -> list[click.Option]:
    """Return the options that narrow the tasks."""
    return [
        option(words, "--plan", metavar="PLAN", multiple=True),
        option(words, "--department", metavar="NAME", multiple=True),
        option(words, "--role", metavar="ROLE", default="any"),
        option(words, "--year", metavar="YEAR", multiple=True),
        option(words, "--tag", metavar="TAG", multiple=True),
        option(words, "--status", metavar="STATUS", multiple=True),
        option(words, "--light", metavar="LIGHT", multiple=True),
        option(words, "--changed-since", metavar="DAY|ACTION"),
        option(words, "--text", metavar="WORDS", default=""),
        option(words, "--find", metavar="LINE", default=""),
    ]


def rules_option(words: Words) -> click.Option:
    """Return the option for light rules that hold for one command."""
    return option(words, "--rules", metavar="RULES")


def order_option(words: Words) -> click.Option:
    """Return the option for the order of the tasks."""
    return option(words, "--order", metavar="ORDER", default=Order.DOCUMENT.value)


def column_options(words: Words) -> list[click.Option]:
    """Return the options for the columns of a list and the one to sort by."""
    return [
        option(words, "--columns", metavar="COLUMNS", multiple=True),
        option(words, "--sort", metavar="SORT"),
    ]


def view_option(words: Words) -> click.Option:
    """Return the option for a saved view."""
    return option(words, "--view", metavar="VIEW")


def json_option(words: Words) -> click.Option:
    """Return the option that asks for JSON."""
    return flag(words, "--json")


def argument(name: str, *, required: bool = True, many: bool = False) -> click.Argument:
    """Return a positional argument, named in capitals in the help."""
    return click.Argument(
        [name.lower()],
        required=required,
        nargs=-1 if many else 1,
        metavar=name.upper(),
        shell_complete=_complete,
    )


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    from .completing import candidates

    return candidates(ctx, param, incomplete)
