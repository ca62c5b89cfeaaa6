"""Signs that look like those of a command line and are others: what an input method or a word processor puts there.

A shell parts words only at plain blanks, and an option begins with a plain hyphen, so `－－plan`, `—plan` and
`list　--plan` are names that nobody knows. Imported only where something was refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plantui.model.problem import PlantuiError
from plantui.words.catalogue import Words

_SIGNS = {
    "hyphen": ("\uff0d\u2014\u2013\u2010\u2011\u2012\u2015\u2212\ufe63\u2500", "-"),
    "blank": ("\u3000\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    "equals": ("\uff1d", "="),
    "quote": ("\u201c\u201d", '"'),
}
"""The signs by kind, and what stands for them in a command line."""
_TWINS = str.maketrans({sign: plain for signs, plain in _SIGNS.values() for sign in signs})
_LEADING = re.compile(rf"[-{_SIGNS['hyphen'][0]}]+")


def lookalike_hints(words: Words, arguments: Sequence[str], error: PlantuiError | str) -> list[str]:
    """Return a sentence for each argument that was refused and holds such a sign.

    `error` is the refusal, or its text; an argument that it does not mention is a text in which these signs
    are at home.
    """
    mentioned = error if isinstance(error, str) else "\n".join(error.facts.values())
    return [
        words("cli.lookalike", argument=part, signs=words.listing(_named(words, part)), right=_right(part))
        for part in _parts(arguments)
        if part in mentioned and part.translate(_TWINS) != part
    ]


def _parts(arguments: Sequence[str]) -> Iterable[str]:
    """Yield the arguments as refusals may mention them: whole, or the value of an option."""
    for argument in dict.fromkeys(arguments):
        option, equals, value = argument.partition("=")
        yield value if equals and option.startswith("-") else argument


def _named(words: Words, argument: str) -> list[str]:
    return [
        words(f"cli.lookalike.{kind}", sign=sign)
        for kind, (signs, _) in _SIGNS.items()
        for sign in dict.fromkeys(argument)
        if sign in signs
    ]


def _right(argument: str) -> str:
    """Return the argument in plain signs; a name of several letters has two hyphens before it."""
    leading = _LEADING.match(argument)
    if leading is None:
        return argument.translate(_TWINS)
    rest = argument[leading.end() :].translate(_TWINS)
    name = re.split(r"[= ]", rest)[0]
    return f"{'--' if len(name) > 1 else '-'}{rest}"
