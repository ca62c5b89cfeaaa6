"""The options that several commands share, with their explanations in the interface language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from plantui.model.terms import Light, Role, Status
from plantui.query.order import Order
from plantui.words.catalogue import Words

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def option(words: Words, *names: str, metavar: str = "", **more: Any) -> click.Option:
    """An option whose explanation is `clihelp.option.NAME`."""
    name = next(name for name in names if name.startswith("--")).lstrip("-")
    help_text = words(f"clioptions.{name}")
    return click.Option(names, help=help_text, metavar=metavar or None, **more)


def flag(words: Words, name: str) -> click.Option:
    """An option without a value."""
    return option(words, name, is_flag=True)


def global_options(words: Words) -> list[click.Option]:
    """What every command takes, before or after its name."""
    return [
        option(words, "--plans", metavar="DIR", multiple=True),
        option(words, "--db", metavar="FILE"),
        option(words, "--today", metavar="DATE"),
        option(words, "--lang", metavar="zh|en", shell_complete=_one_of("zh", "en")),
    ]


def filter_options(words: Words) -> list[click.Option]:
    """What narrows the tasks."""
    return [
        option(words, "--plan", metavar="PLAN", multiple=True),
        option(words, "--department", metavar="NAME", multiple=True),
        option(words, "--role", metavar="ROLE", default="any", shell_complete=_one_of("any", *Role)),
        option(words, "--year", metavar="YEAR", multiple=True),
        option(words, "--status", metavar="STATUS", multiple=True, shell_complete=_one_of(*Status)),
        option(words, "--light", metavar="LIGHT", multiple=True, shell_complete=_one_of(*Light)),
        option(words, "--text", metavar="WORDS", default=""),
    ]


def order_option(words: Words) -> click.Option:
    """In which order the tasks come."""
    return option(
        words, "--order", metavar="ORDER", default=Order.DOCUMENT.value, shell_complete=_one_of(*Order)
    )


def json_option(words: Words) -> click.Option:
    """For programs."""
    return flag(words, "--json")


def argument(name: str, *, required: bool = True, many: bool = False) -> click.Argument:
    """A positional argument, named in capitals in the help."""
    return click.Argument([name.lower()], required=required, nargs=-1 if many else 1, metavar=name.upper())


def _one_of(*values: str) -> Complete:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        return [str(value) for value in values if str(value).startswith(incomplete)]

    return complete
