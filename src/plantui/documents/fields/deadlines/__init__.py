"""Dated phrases: by when something is due."""

from plantui.documents.fields.deadlines.reading import read_deadlines

__all__ = ["read_deadlines"]
