"""The kinds of facet values that the index keeps a set of tasks for."""

from __future__ import annotations

from enum import StrEnum

ANY_ROLE = "any"
"""Stands for the role where it does not matter."""


class FacetKind(StrEnum):
    """The kinds of facet values, by what they say of a task."""

    DEPARTMENT = "department"
    """`role<TAB>name as printed`, within the plan's region."""
    YEAR = "year"
    """A year in which a dated requirement falls; empty for a task without dates."""
    DUE = "due"
    """The date of a dated requirement, ISO."""
    TAG = "tag"
    """A tag of an office's own, as written."""
    FIRST_DUE = "first_due"
    """The earliest date, ISO; empty without one."""
    FIRST_DEPARTMENT = "first_department"
    """`role<TAB>name as printed` of the department that is named first in a role; the name is empty without one."""


class WordPlace(StrEnum):
    """Places of a task in which words are looked for, by the columns of the full-text table."""

    TITLE = "title"
    """Id, printed number and title."""
    NAMES = "names"
    """The departments as printed."""
    BODY = "body"
