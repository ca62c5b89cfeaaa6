"""The attachments of a mail that can be read: which one is the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plantui.model.problem import DataError


class SeveralAttachments(DataError):
    """A mail has several attachments that can be read, and none was chosen."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("formats.several_attachments", names="、".join(names))
        self.names = tuple(names)


def distinct_names(names: Iterable[str]) -> list[str]:
    """Return the names, each further one of the same wording with its count behind it."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return found


def place_of(names: Sequence[str], wanted: str) -> int | None:
    """Return the place of the name that is wanted: the whole one, or the only one that has the words in it."""
    if wanted in names:
        return names.index(wanted)
    within = [at for at, name in enumerate(names) if wanted.casefold() in name.casefold()]
    return within[0] if len(within) == 1 else None
