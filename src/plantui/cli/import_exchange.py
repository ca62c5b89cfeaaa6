"""`plantui import FILE.xml`: a plan from the file of another system, recognised by its root."""

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
from .values import Values

if TYPE_CHECKING:
    from plantui.exchange.reading import ReadPlan

_STDIN = "-"
_HEAD = 1 << 14
"""Bytes at the beginning of a file in which its root stands."""
_OF_DOCUMENTS = ("review", "hidden", "explain")
"""Flags that only documents have a use for."""


def exchange_of(file: str) -> str:
    """Return the format of another system that a file has; empty for documents, and for a file that cannot be read."""
    head = _head(file)
    if b"<" not in head:
        return ""
    from plantui.exchange.declared import format_of_root
    from plantui.exchange.xmlfile import root_name

    return format_of_root(root_name(head))


def _head(file: str) -> bytes:
    """Return the beginning of a file; what standard input holds stays there for whoever reads it."""
    if file == _STDIN:
        assert isinstance(sys.stdin.buffer, BufferedReader)
        return sys.stdin.buffer.peek(_HEAD)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_HEAD)
    except OSError:
        return b""  # the reading of documents says why


def import_exchange(context: CommandContext, values: Values, name: str, target: Path | None) -> int:
    """Read the file as a plan, and write and tell it. Raises DataError where it is unsound, or `--strict` forbids a loss."""
    from plantui.planfile.writer import plan_toml

    file = values.text("file")
    _refuse_options(values, file, name)
    read = _read(context, file, name, target.stem if target else None)
    _check(context, read, file)
    is_refused = values.flag("strict") and bool(read.account.losses)
    if not is_refused:
        if target is not None:
            from plantui.export.writing import save

            place = save([plan_toml(read.plan)], target, force=values.flag("force"))
            say(context.words("documents.written", path=place))
        if context.is_json:
            write_json(_imported_dict(context, read, name))
        elif target is None:
            write(plan_toml(read.plan).rstrip("\n"))
    _tell(context, read)
    if is_refused:
        raise DataError("exchange.strict")
    return ExitCode.DONE


def _refuse_options(values: Values, file: str, name: str) -> None:
    given = [f"--{option}" for option in _OF_DOCUMENTS if values.flag(option)]
    given += [f"--{option}" for option in ("year", "attachment") if values.optional(option)]
    if given:
        raise UsageError("exchange.not_for_exchange", file=file, format=name, option=given[0])


def _read(context: CommandContext, file: str, name: str, plan_id: str | None) -> ReadPlan:
    """Read the plan within the bounds of an import."""
    from plantui.documents.formats import read_content, require_bounded
    from plantui.documents.formats.limits import MOST_BYTES
    from plantui.exchange.declared import EXCHANGES

    read = EXCHANGES[name].read
    assert read is not None  # only what can be read is recognised
    with bounded_import(context.words, file):
        content = sys.stdin.buffer.read(MOST_BYTES + 1) if file == _STDIN else read_content(Path(file))
        try:
            require_bounded(content)
        except DataError as error:
            error.facts["name"] = file
            raise
        return read(content, file, plan_id)


def _check(context: CommandContext, read: ReadPlan, file: str) -> None:
    """Raise DataError where a plan file could not hold what was read."""
    from plantui.planfile.writer import errors_of

    if errors := errors_of(read.plan):
        raise DataError("exchange.unusable", file=file, fault=context.words.problem(errors[0]))


def _tell(context: CommandContext, read: ReadPlan) -> None:
    """Say what was lost and what is doubtful."""
    from plantui.exchange.telling import account_lines

    words = context.words
    for line in account_lines(words, read.account):
        say(line)
    if read.doubts:
        say(words("exchange.doubts", count=len(read.doubts)))
    for doubt in read.doubts:
        say("  " + words(doubt, **doubt.facts))


def _imported_dict(context: CommandContext, read: ReadPlan, name: str) -> JsonObject:
    from plantui.exchange.telling import account_rows
    from plantui.planfile.jsonform import plan_dict

    doubts = [
        {"reason": doubt.rpartition(".")[2], "message": context.words(doubt, **doubt.facts)}
        for doubt in read.doubts
    ]
    return {
        **plan_dict(read.plan),
        "import": {"format": name, "losses": account_rows(read.account), "doubts": doubts},
    }
