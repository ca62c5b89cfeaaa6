"""Figures: what is to be reached, how much of it, by when."""

from plantui.documents.fields.indicators.reading import read_indicators

__all__ = ["read_indicators"]
