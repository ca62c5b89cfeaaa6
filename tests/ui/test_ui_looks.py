"""Looks by name: what painters may ask for, in every theme that Textual brings."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from plantui.model.terms import Light
from plantui.ui.looks import look_style

NAMES = [*(f"badge-{light.value}" for light in Light), "near", "late", "muted", "hit", "head", "divider"]


@pytest.mark.parametrize("theme", BUILTIN_THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_every_look_has_a_style_in_every_theme(name: str, theme: str) -> None:
    variables = BUILTIN_THEMES[theme].to_color_system().generate()

    assert look_style(name, variables, Style()) != Style()
