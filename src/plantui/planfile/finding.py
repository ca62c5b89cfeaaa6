"""What checks find, before its line is known: lines are looked up once, and only if there is a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantui.model.problem import Problem, Severity

from .locator import Locator, Place, place_text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong at one place of a file."""

    message: str
    place: Place
    facts: dict[str, str]
    severity: Severity = Severity.ERROR
    line: int | None = None
    """Set where the line is known and the place is not enough to find it."""


class Findings:
    """The findings of one file, collected in any order."""

    def __init__(self) -> None:
        self._found: list[Finding] = []

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether anything makes the file unusable."""
        return any(finding.severity is Severity.ERROR for finding in self._found)

    def error(self, message: str, place: Place = (), *, line: int | None = None, **facts: object) -> None:
        """Add an error; `message` is its name in the catalogue's `problems` topic."""
        self._add(message, place, Severity.ERROR, line, facts)

    def warning(self, message: str, place: Place = (), **facts: object) -> None:
        """Add a warning: the file stays usable."""
        self._add(message, place, Severity.WARNING, None, facts)

    def _add(
        self, message: str, place: Place, severity: Severity, line: int | None, facts: dict[str, object]
    ) -> None:
        texts = {name: str(value) for name, value in facts.items()}
        self._found.append(Finding(f"problems.{message}", place, texts, severity, line))

    def problems(self, text: str, file: str) -> tuple[Problem, ...]:
        """The findings as problems of `file`, whose content is `text`, in the order of its lines."""
        if not self._found:
            return ()
        locator = Locator(text)
        problems = [
            Problem(
                message=finding.message,
                file=file,
                line=finding.line or locator.line(finding.place),
                key=place_text(finding.place),
                facts=finding.facts,
                severity=finding.severity,
            )
            for finding in self._found
        ]
        return tuple(sorted(problems, key=lambda problem: problem.line or 0))
