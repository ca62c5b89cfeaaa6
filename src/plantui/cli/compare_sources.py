"""`plantui compare-sources A B`: two copies of one document, where they differ, and which reading is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode

from .command import Command
from .context import CommandContext
from .options import argument, json_option
from .output import say, write_json, write_text
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.documents.comparing.difference import Comparison, Difference, Reading
    from plantui.words.catalogue import Words


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(
        startup, "compare-sources", _run, [argument("A"), argument("B"), json_option(startup.words)]
    )


def _run(context: CommandContext, values: Values) -> int:
    from plantui.documents.comparing.compare import compare
    from plantui.documents.formats import open_source

    found = compare(open_source(values.text("a")), open_source(values.text("b")))
    if context.is_json:
        write_json(_comparison_dict(values.text("a"), values.text("b"), found))
    else:
        for difference in found.differences:
            for line in _lines(context.words, difference):
                write_text(line)
    _say_totals(context.words, found)
    return ExitCode.DATA if found.differences else ExitCode.DONE


def _say_totals(words: Words, found: Comparison) -> None:
    count = len(found.differences)
    say(words(f"comparing.differences.{'some' if count else 'none'}", count=count))
    if found.habits:
        habits = [
            words("comparing.habit", name=words(f"comparing.habit.{habit.value}"), count=times)
            for habit, times in sorted(found.habits.items(), key=lambda item: -item[1])
        ]
        say(words("comparing.habits", habits=words.listing(habits)))


def _lines(words: Words, difference: Difference) -> Iterator[str]:
    kind = words(f"comparing.kind.{difference.kind.value}")
    yield words("comparing.head", kind=kind, right=_right(words, difference.right))
    for copy, reading in (("A", difference.a), ("B", difference.b)):
        place = words("comparing.line", line=reading.line)
        if reading.page is not None:
            place = words("comparing.page", page=reading.page) + place
        shown = f"{reading.before}[{reading.text}]{reading.after}"
        yield words("comparing.reading", copy=copy, place=place, text=shown)


def _right(words: Words, right: str | None) -> str:
    if right is None:
        return words("comparing.right.open")
    if not right:
        return words("comparing.right.nothing")
    if right.startswith("\n"):
        return words("comparing.right.own_line")
    return words("comparing.right.text", text=right)


def _comparison_dict(a: str, b: str, found: Comparison) -> JsonObject:
    return {
        "a": a,
        "b": b,
        "differences": [
            {
                "kind": difference.kind.value,
                "a": _reading_dict(difference.a),
                "b": _reading_dict(difference.b),
                "right": difference.right,
            }
            for difference in found.differences
        ],
        "habits": {habit.value: times for habit, times in found.habits.items()},
    }


def _reading_dict(reading: Reading) -> JsonObject:
    return {
        "text": reading.text,
        "before": reading.before,
        "after": reading.after,
        "line": reading.line,
        "page": reading.page,
        "start": reading.span.start,
        "end": reading.span.end,
    }
