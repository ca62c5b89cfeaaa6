"""Arguments that ask for the interface with nothing but global options: the start that must not wait for click."""

from __future__ import annotations

from collections.abc import Sequence

from .values import Values

_SINGLE = {"--db": "db", "--today": "today", "--lang": "lang"}
_PLANS = "--plans"
_COMMAND = "browse"


def quick_values(arguments: Sequence[str]) -> Values | None:
    """Return the options' values by name, as click would give them; None where click has to look at the arguments."""
    plans: list[str] = []
    values: dict[str, str] = {}
    waiting = list(arguments)
    named = False
    while waiting:
        argument = waiting.pop(0)
        if argument == _COMMAND and not named:
            named = True
            continue
        option, equals, value = argument.partition("=")
        if option not in _SINGLE and option != _PLANS:
            return None
        if not equals:
            if not waiting or waiting[0].startswith("-"):
                return None
            value = waiting.pop(0)
        if option == _PLANS:
            plans.append(value)
        else:
            values[_SINGLE[option]] = value
    return Values({**values, "plans": tuple(plans)})
