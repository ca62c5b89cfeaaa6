"""The order of rows."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """Order of rows."""

    DOCUMENT = "document"
    """Plan by plan, as printed."""
    WORST_FIRST = "worst_first"
    """Red before yellow before green before no date before completed, earliest date first."""
