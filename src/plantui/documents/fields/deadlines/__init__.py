"""Dated phrases: by when something is due."""

from plantui.documents.fields.deadlines.reading import deadlines_in, read_deadlines

__all__ = ["deadlines_in", "read_deadlines"]
