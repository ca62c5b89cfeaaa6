"""Problems of one file before their lines are known: lines are looked up once, and only if there is a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantui.model.problem import Message, Problem, Severity
from plantui.model.text import one_line

from .bounds import MOST_PROBLEMS, number_text, shortened
from .locator import KeyPath, Locator, key_path_text


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at one place of a file."""

    message: str
    place: KeyPath
    facts: dict[str, str]
    severity: Severity = Severity.ERROR
    line: int | None = None
    """Set where the line is known and the place is not enough to find it."""


class Findings:
    """The findings of one file, collected in any order; those beyond a bound are only counted."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._left_out: dict[Severity, int] = {}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Return whether anything makes the file unusable."""
        return Severity.ERROR in self._left_out or any(
            finding.severity is Severity.ERROR for finding in self._found
        )

    @property
    def is_full(self) -> bool:
        """Return whether further findings are only counted: looking for a better spelling is then wasted."""
        return len(self._found) >= MOST_PROBLEMS

    def error(self, message: str, place: KeyPath = (), *, line: int | None = None, **facts: object) -> None:
        """Add an error; `message` is its name in the catalogue's `problems` topic."""
        self._add(message, place, Severity.ERROR, line, facts)

    def warning(self, message: str, place: KeyPath = (), **facts: object) -> None:
        """Add a warning: the file stays usable."""
        self._add(message, place, Severity.WARNING, None, facts)

    def _add(
        self, message: str, place: KeyPath, severity: Severity, line: int | None, facts: dict[str, object]
    ) -> None:
        if self.is_full:
            self._left_out[severity] = self._left_out.get(severity, 0) + 1
            return
        texts = {name: _fact(value) for name, value in facts.items()}
        self._found.append(Finding(f"problems.{message}", place, texts, severity, line))

    def problems(self, text: str, file: str) -> tuple[Problem, ...]:
        """Return the findings as problems of `file`, whose content is `text`, in the order of its lines."""
        if not self._found:
            return ()
        locator = Locator(text)
        problems = [
            Problem(
                message=finding.message,
                file=file,
                line=finding.line or locator.line(finding.place),
                key=key_path_text(finding.place),
                facts=finding.facts,
                severity=finding.severity,
            )
            for finding in self._found
        ]
        problems.sort(key=lambda problem: problem.line or 0)
        if self._left_out:
            problems.append(self._rest(file))
        return tuple(problems)

    def _rest(self, file: str) -> Problem:
        count = sum(self._left_out.values())
        return Problem(
            message="problems.more_problems",
            file=file,
            facts={"count": str(count), "told": str(len(self._found))},
            severity=Severity.ERROR if Severity.ERROR in self._left_out else Severity.WARNING,
        )


def _fact(value: object) -> str:
    if isinstance(value, Message):
        return value
    return one_line(shortened(number_text(value) if type(value) is int else str(value)))
