"""A review whose every decision is on the disk before the next key."""

from __future__ import annotations

from plantui.documents.review import Review
from plantui.words import Words

from .keeping import Keeper
from .showing import ShownReview


class KeptReview(ShownReview):
    """Keeps what was decided, and shows it."""

    def __init__(self, words: Words, review: Review, keeper: Keeper) -> None:
        super().__init__(words, review)
        self._keeper = keeper
        self.is_warned = False
        """Whether it was told that the file would have an error."""

    def decided(self, key: str | None = None) -> None:
        """Keep what was decided and show it, with the cursor where it was or on the field of that key."""
        self.is_warned = False
        self.refresh_rows(key)
        self.keep()

    def keep(self) -> bool:
        """Write the decisions; where that fails it is said."""
        try:
            self._keeper.write(self.review.decisions)
        except OSError as error:
            self.say(self.words("review.said.not_kept", reason=error.strerror or error))
            return False
        return True
