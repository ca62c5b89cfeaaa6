"""The review of an import: which fields there are, what was decided about each, and the plan that follows."""

from .field import Field, Kind
from .review import Left, Review
from .values import BadValue

__all__ = ["BadValue", "Field", "Kind", "Left", "Review"]
