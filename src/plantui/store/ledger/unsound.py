"""Values that plantui never writes, told in the reader's language and not in Python's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from json import JSONDecodeError

from plantui.model.problem import Message

_SHOWN = 60
"""Characters of a value that are told: it may be as long as a note."""


class Unsound(ValueError):
    """A value that plantui never writes. `fault` is the name of the message, `ledger.unsound.FAULT`."""

    def __init__(self, fault: str, /, **facts: object) -> None:
        self.reason = Message(
            f"ledger.unsound.{fault}", **{name: str(value)[:_SHOWN] for name, value in facts.items()}
        )
        super().__init__(fault, facts)

    @classmethod
    def of(cls, reason: Message) -> Unsound:
        """Return the error with a reason that is known."""
        made = cls("value")
        made.reason = reason
        return made


def reason_of(error: Exception) -> Message:
    """Return what an error says about stored or sent values, one of Python's own in general words."""
    if isinstance(error, Unsound):
        return error.reason
    if isinstance(error, UnicodeError):
        return Unsound("not_text").reason
    if isinstance(error, JSONDecodeError):
        return Unsound("not_json").reason
    if isinstance(error, RecursionError):
        return Unsound("too_deep").reason
    if isinstance(error, KeyError) and error.args:
        return Unsound("key_missing", key=error.args[0]).reason
    return Unsound("value").reason


def cell_reason(
    error: Exception, cells: Iterable[tuple[str, object]], checks: dict[str, Callable[[str], object]]
) -> Message:
    """Return what is wrong with a row of cells by their columns: the first that its check refuses, else what `error` says."""
    for column, cell in cells:
        if isinstance(cell, bytes):
            try:
                cell = cell.decode()
            except UnicodeDecodeError:
                return Unsound("cell_not_text", column=column).reason
        check = checks.get(column)
        if check is None or cell in ("", None):
            continue
        try:
            check(str(cell))
        except ValueError:
            return Unsound("cell", column=column, value=cell).reason
    return reason_of(error)
