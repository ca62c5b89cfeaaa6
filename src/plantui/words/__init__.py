"""Every text for users, in both languages side by side: one catalogue, one file per topic."""

from .catalogue import Words, language_of

__all__ = ["Words", "language_of"]
