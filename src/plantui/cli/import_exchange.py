"""`plantui import FILE.xml`: a plan and its notes from the file of another system, recognised by its root."""

from __future__ import annotations

import sys
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import DataError, ExitCode, UsageError

from .bounded_import import bounded_import
from .context import CommandContext
from .output import say, write, write_json
from .outside_notes import notes_taken, refuse_without_plan, taken_dict
from .values import Values

if TYPE_CHECKING:
    from plantui.exchange.read_plan import ReadPlan
    from plantui.query.outside_notes import OutsideTaken

_STDIN = "-"
_OF_DOCUMENTS = ("review", "hidden", "explain")
"""Flags that only documents have a use for."""


def exchange_of(file: str) -> str:
    """Return the format of another system that a file has; empty for documents, and for a file that cannot be read."""
    if file == _STDIN:
        from plantui.exchange.roots import HEAD, format_of

        assert isinstance(sys.stdin.buffer, BufferedReader)
        return format_of(sys.stdin.buffer.peek(HEAD))  # what it holds stays there for whoever reads it
    from plantui.readback.foreign_plan import format_of_file

    return format_of_file(Path(file))


def import_exchange(context: CommandContext, values: Values, name: str, target: Path | None) -> int:
    """Read the file as a plan, and write and tell it. Raises DataError where it is unsound, or `--strict` forbids a loss."""
    from plantui.exchange.telling import reading_lines
    from plantui.planfile.writer import plan_toml

    file = values.text("file")
    _refuse_options(values, file, name)
    read = _read(context, file, name, target.stem if target else None)
    is_refused = values.flag("strict") and bool(read.account.losses)
    if not is_refused:
        if target is not None:
            from plantui.export.writing import save

            place = save([plan_toml(read.plan)], target, force=values.flag("force"))
            say(context.words("documents.written", path=place))
        taken = notes_taken(context, values, read, target)
        if context.is_json:
            write_json(_imported_dict(context, read, name, taken))
        elif target is None:
            write(plan_toml(read.plan).rstrip("\n"))
    for line in reading_lines(context.words, read):
        say(line)
    if is_refused:
        raise DataError("exchange.strict")
    return ExitCode.DONE


def _refuse_options(values: Values, file: str, name: str) -> None:
    given = [f"--{option}" for option in _OF_DOCUMENTS if values.flag(option)]
    given += [f"--{option}" for option in ("year", "attachment") if values.optional(option)]
    if given:
        raise UsageError("exchange.not_for_exchange", file=file, format=name, option=given[0])
    refuse_without_plan(values)


def _read(context: CommandContext, file: str, name: str, plan_id: str | None) -> ReadPlan:
    """Read the plan within the bounds of an import. Raises DataError where a plan file could not hold it."""
    from plantui.documents.formats.limits import MOST_BYTES
    from plantui.readback.foreign_plan import read_foreign, require_sound

    with bounded_import(context.words, file):
        content = sys.stdin.buffer.read(MOST_BYTES + 1) if file == _STDIN else Path(file)
        read = read_foreign(content, name, file, plan_id)
    require_sound(context.words, read, file)
    return read


def _imported_dict(
    context: CommandContext, read: ReadPlan, name: str, taken: OutsideTaken | None
) -> JsonObject:
    from plantui.exchange.telling import imported_facts
    from plantui.planfile.jsonform import plan_dict

    facts: JsonObject = {"format": name, **imported_facts(context.words, read)}
    if taken is not None:
        facts["taken"] = taken_dict(taken)
    return {**plan_dict(read.plan), "import": facts}
