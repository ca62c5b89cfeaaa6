"""click's usage errors in the interface language."""

from __future__ import annotations

from collections.abc import Sequence

import click

from plantui.words.catalogue import Words


def sentences(error: click.ClickException, words: Words) -> list[str]:
    """Return two sentences: what is wrong, and where help is."""
    said = [_sentence(error, words)]
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        said.append(words("cli.usage.try_help", command=context.command_path))
    return said


def refused_text(error: click.ClickException, arguments: Sequence[str]) -> str:
    """Return what click refuses: its message, and the arguments of which it only names the beginning."""
    option = error.option_name if isinstance(error, click.NoSuchOption) else ""
    begun = [argument for argument in arguments if option and argument.startswith(option)]
    return "\n".join([error.format_message(), *begun])


def _sentence(error: click.ClickException, words: Words) -> str:
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            near = words.listing(sorted(error.possibilities))
            return words("cli.usage.no_such_option_near", name=error.option_name, nearest=near)
        return words("cli.usage.no_such_option", name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.metavar
        return words("cli.usage.missing", name=name)
    if isinstance(error, click.BadOptionUsage):
        return words("cli.usage.option_value", name=error.option_name)
    return words("cli.usage.other", message=error.format_message())
