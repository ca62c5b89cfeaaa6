"""Problems as data: a message's key and its facts. The words are made where they are shown."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple, Self


class ExitCode(IntEnum):
    """Exit code of the program."""

    DONE = 0
    DATA = 1
    USAGE = 2


class Severity(StrEnum):
    """Severity of a problem: may the file or the row that has it still be used?"""

    ERROR = "error"
    WARNING = "warning"


class Message(str):
    """A message of the catalogue that is a fact of another one: the text is its key, told in the reader's language."""

    facts: dict[str, str]

    def __new__(cls, key: str, /, **facts: object) -> Self:
        """Return the message of a key with its facts."""
        made = super().__new__(cls, key)
        made.facts = {
            name: value if isinstance(value, Message) else str(value) for name, value in facts.items()
        }
        return made


class Problem(NamedTuple):
    """A problem in one place of a data file."""

    message: str
    """Key of the message in the catalogue."""
    file: str = ""
    line: int | None = None
    key: str = ""
    """The place inside the file: `tasks[3].deadlines[1].due`."""
    facts: dict[str, str] = {}  # noqa: RUF012 - nobody changes it
    severity: Severity = Severity.ERROR
    """An error makes a plan file unusable, a warning does not."""


class PlantuiError(Exception):
    """An expected failure: one clear sentence for the user and an exit code."""

    exit_code = ExitCode.DATA

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message, facts)
        self.message = message
        self.facts = {
            name: value if isinstance(value, Message) else str(value) for name, value in facts.items()
        }


class UsageError(PlantuiError):
    """The command line or the configuration asks for something that is not there."""

    exit_code = ExitCode.USAGE


class DataError(PlantuiError):
    """A file or a database does not hold what it should."""
