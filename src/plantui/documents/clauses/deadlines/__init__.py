"""Dated phrases: by when something is due."""

from .reading import read_deadlines

__all__ = ["read_deadlines"]
