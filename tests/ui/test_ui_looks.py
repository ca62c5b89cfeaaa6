"""Looks by name: every pair of colours has enough contrast, in each theme that Textual brings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.filter import Monochrome
from textual.theme import BUILTIN_THEMES

from plantui.model.light_rules import DEFAULT_RULES
from plantui.model.terms import Light
from plantui.query.lights import JudgedBy
from plantui.store.working_days import ChineseWorkingDays
from plantui.ui.contrast import contrast
from plantui.ui.looks import BADGES, FILLS, TEXTS, Grounds, look_style, theme_grounds
from plantui.ui.meanings import badge_look, date_look

TODAY = date(2025, 6, 30)
NAMED = ("textual-dark", "textual-light")
"""The two themes that the interface switches between."""
ANSI = tuple(name for name, theme in BUILTIN_THEMES.items() if theme.ansi)
COLOURED = tuple(name for name in BUILTIN_THEMES if name not in ANSI)
XTERM = TerminalTheme(
    (0, 0, 0),
    (229, 229, 229),
    [
        (0, 0, 0),
        (205, 0, 0),
        (0, 205, 0),
        (205, 205, 0),
        (0, 0, 238),
        (205, 0, 205),
        (0, 205, 205),
        (229, 229, 229),
    ],
    [
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255,) * 3,
    ],
)


def variables(theme: str) -> dict[str, str]:
    return BUILTIN_THEMES[theme].to_color_system().generate()


def bases(theme: str) -> Iterator[Style]:
    """Yield the styles of every ground with the theme's text on it, those of the cursor's row included."""
    given = variables(theme)
    grounds = theme_grounds(given)
    text = Color.parse(given["foreground"]).rich_color
    for ground in (grounds.background, grounds.surface, grounds.panel):
        yield Style(color=text, bgcolor=ground.rich_color)
    yield look_style("cursor", given, Style(color=text))
    yield look_style("cursor-blurred", given, Style(color=text))


def seen_contrast(style: Style) -> float:
    """Return the contrast of a style's text on its ground."""
    assert style.color and style.bgcolor
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


@pytest.mark.parametrize("theme", COLOURED)
@pytest.mark.parametrize("name", BADGES)
def test_badge_is_readable_and_seen_on_every_ground(name: str, theme: str) -> None:
    for base in bases(theme):
        badge = look_style(name, variables(theme), base)

        assert seen_contrast(badge) >= 4.5
        assert badge.bgcolor and base.bgcolor
        assert contrast(Color.from_rich_color(badge.bgcolor), Color.from_rich_color(base.bgcolor)) >= 3


@pytest.mark.parametrize("theme", NAMED)
@pytest.mark.parametrize("name", (*TEXTS, *FILLS))
def test_text_is_readable_on_every_ground(name: str, theme: str) -> None:
    for base in bases(theme):
        assert seen_contrast(look_style(name, variables(theme), base)) >= 4.5


@pytest.mark.parametrize("theme", COLOURED)
@pytest.mark.parametrize("name", ("late", "near", "muted", "hit", "cursor"))
def test_coloured_and_muted_text_is_readable_in_other_themes_too(name: str, theme: str) -> None:
    for base in bases(theme):
        assert seen_contrast(look_style(name, variables(theme), base)) >= 4.5


@pytest.mark.parametrize("theme", COLOURED)
def test_cursor_with_and_without_the_keyboard_is_seen_and_told_apart(theme: str) -> None:
    grounds = theme_grounds(variables(theme))

    assert contrast(grounds.cursor, grounds.background) >= 1.3
    assert contrast(grounds.blurred, grounds.background) >= 1.2
    assert grounds.cursor != grounds.blurred


@pytest.mark.parametrize("theme", ANSI)
@pytest.mark.parametrize("row", ("", "cursor", "cursor-blurred"))
@pytest.mark.parametrize("name", (*BADGES, "late", "near"))
def test_pairs_of_an_ansi_theme_pass_in_the_usual_palette(name: str, row: str, theme: str) -> None:
    given = variables(theme)
    base = look_style(row, given, Style(color="default", bgcolor="default"))
    style = look_style(name, given, base)
    text, ground = "ansi_black", "ansi_white"
    if BUILTIN_THEMES[theme].dark is not bool(base.reverse):
        text, ground = ground, text

    def shown(colour: RichColor | None, default: str) -> Color:
        rich = Color.parse(default).rich_color if colour is None or colour.is_default else colour
        return Color(*rich.get_truecolor(XTERM))

    under = shown(None, ground)
    fill = shown(style.bgcolor, ground)
    assert contrast(shown(style.color, text), fill) >= 4.5
    if name in BADGES:
        assert not style.reverse
        assert contrast(fill, under) >= 3


@pytest.mark.parametrize("theme", NAMED)
@pytest.mark.parametrize("system", (ColorSystem.EIGHT_BIT, ColorSystem.STANDARD))
def test_nothing_vanishes_where_a_terminal_has_few_colours(system: ColorSystem, theme: str) -> None:
    given = variables(theme)

    def few(colour: RichColor | None) -> RichColor:
        assert colour
        return colour.downgrade(system)

    for base in bases(theme):
        for name in (*BADGES, *TEXTS, *FILLS):
            style = look_style(name, given, base)
            assert few(style.color) != few(style.bgcolor), name
            if name in BADGES:
                assert few(style.bgcolor) != few(base.bgcolor), name
    cursor, background = next(bases(theme)), look_style("cursor", given, Style())
    assert few(cursor.bgcolor) != few(background.bgcolor)


@pytest.mark.parametrize("theme", NAMED)
@pytest.mark.parametrize("name", BADGES)
def test_badge_is_seen_without_colours(name: str, theme: str) -> None:
    """NO_COLOR makes Textual paint in greys."""
    from rich.segment import Segment

    for base in bases(theme):
        segments = [Segment("红", look_style(name, variables(theme), base)), Segment("文", base)]
        badge, around = (piece.style for piece in Monochrome().apply(segments, Color.parse("black")))
        assert badge and around
        assert badge.bgcolor != around.bgcolor
        assert seen_contrast(badge) >= 4.5


def test_each_light_has_a_fill_of_its_own_and_no_light_none() -> None:
    fills = {
        theme: [look_style(badge_look(light), variables(theme), Style()).bgcolor for light in Light]
        for theme in NAMED
    }

    for found in fills.values():
        assert found[list(Light).index(Light.NONE)] is None
        assert len(set(found)) == len(Light)


@pytest.mark.parametrize(("days", "look"), [(-1, "late"), (0, "near"), (30, "near"), (31, ""), (400, "")])
def test_a_date_is_coloured_only_when_near_or_late(days: int, look: str) -> None:
    assert date_look(TODAY + timedelta(days), JudgedBy(TODAY)) == look


@pytest.mark.parametrize(("days", "look"), [(-1, "late"), (0, "near"), (10, "near"), (11, "")])
def test_the_rules_say_from_when_on_a_date_is_near(days: int, look: str) -> None:
    rules = DEFAULT_RULES._replace(notice_days=10)
    assert date_look(TODAY + timedelta(days), JudgedBy(TODAY, rules)) == look


def test_rules_of_working_days_count_them() -> None:
    """From 30 September 2025 on seven working days end on 16 October: a week of holidays, a Saturday is made up."""
    by = JudgedBy(
        date(2025, 9, 30), DEFAULT_RULES._replace(notice_days=7, in_working_days=True), ChineseWorkingDays()
    )
    assert [date_look(date(2025, 10, day), by) for day in (16, 17)] == ["near", ""]


def test_unknown_look_is_an_error() -> None:
    with pytest.raises(KeyError):
        look_style("pink", variables("textual-dark"), Style())


def test_grounds_are_those_of_the_theme() -> None:
    grounds = theme_grounds(variables("textual-light"))

    assert isinstance(grounds, Grounds) and not grounds.is_dark
    assert grounds.background == Color.parse("#E0E0E0")
