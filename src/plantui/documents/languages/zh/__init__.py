"""Chinese: its words, patterns and examples."""

from __future__ import annotations

from plantui.documents.languages.compiling import Patterns

from . import _generated

ZH = Patterns(_generated)
"""The patterns of Chinese documents."""
