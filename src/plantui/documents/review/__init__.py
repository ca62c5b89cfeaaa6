"""The review of an import: which fields there are, what was decided about each, and the plan that follows."""

from .field import Field, Kind
from .review import Review
from .shown import UNCORRECTED, Left
from .structure import Part, Target, target_of
from .values import BadValue

__all__ = ["UNCORRECTED", "BadValue", "Field", "Kind", "Left", "Part", "Review", "Target", "target_of"]
