"""A review whose every decision is on the disk before the next key."""

from __future__ import annotations

from collections.abc import Mapping

from plantui.documents.review import Review
from plantui.documents.review.decision import Decision
from plantui.model.system import system_reason
from plantui.words import Words

from .decision_store import DecisionStore
from .showing import ShownReview


class SavedReviewScreen(ShownReview):
    """Keeps what was decided, and shows it."""

    def __init__(self, words: Words, review: Review, store: DecisionStore) -> None:
        super().__init__(words, review)
        self._store = store
        self.is_warned = False
        """True once it was told that the file would have an error."""

    def decided(self, key: str | None = None) -> None:
        """Keep what was decided and show it, with the cursor where it was or on the field of that key."""
        self.is_warned = False
        self.refresh_rows(key)
        self.keep()

    def keep(self) -> bool:
        """Write the decisions; where that fails it is said."""
        failure = unkept(self.words, self._store, self.review.decisions)
        if failure:
            self.say(failure)
        return not failure


def unkept(words: Words, store: DecisionStore, decisions: Mapping[str, Decision]) -> str:
    """Write the decisions; return the sentence that says why that failed, empty where it did not."""
    try:
        store.write(decisions)
    except OSError as error:
        return words("review.said.not_kept", reason=system_reason(error))
    return ""
