"""Keeps a review on the disk from decision to decision, and checks what it would write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plantui.documents.imported import Imported
from plantui.documents.review import Review
from plantui.documents.review.decision import Decision, decisions_of, state_text
from plantui.model.plan import Plan
from plantui.store.atomic import atomic_write
from plantui.store.locations import state_file

_SET_ASIDE = ".set-aside"


def review_file(document: str) -> Path:
    """Return the file in which the review of a document (its key) is kept: beside what the interface remembers."""
    return state_file().parent / "reviews" / f"{document}.json"


class DecisionStore:
    """The file of one review."""

    def __init__(self, path: Path, document: str) -> None:
        self.path = path
        self._document = document
        self._last = ""

    def read(self) -> dict[str, Decision]:
        """Return what was decided before.

        A file that is no review of this document is set aside and not overwritten, nor is one that was set aside
        before. Raises OSError where the file cannot be read now.
        """
        try:
            self._last = self.path.read_text("utf-8")
        except FileNotFoundError:
            return {}
        except UnicodeDecodeError:
            decisions = None
        else:
            decisions = decisions_of(self._last, self._document)
        if decisions is None:
            self._last = ""
            self.path.replace(self._free_name())
        return decisions or {}

    def _free_name(self) -> Path:
        names = (f"{self.path.name}{_SET_ASIDE}{count or ''}" for count in range(1_000))
        return next(path for name in names if not (path := self.path.with_name(name)).exists())

    def write(self, decisions: Mapping[str, Decision]) -> None:
        """Keep the decisions. Raises OSError where the place cannot be written."""
        text = state_text(self._document, decisions)
        if text != self._last and (decisions or self._last):
            atomic_write(self.path, text)
            self._last = text


def kept_plan(imported: Imported) -> Plan:
    """The plan that follows from what was decided so far."""
    document = imported.source.key
    return Review(imported, DecisionStore(review_file(document), document).read()).plan()
