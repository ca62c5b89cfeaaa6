"""The looks of cells: font, alignment, lines, ground, number format."""

from __future__ import annotations

from enum import Enum, auto

from plantui.export.light_tints import LIGHT_TINTS
from plantui.model.terms import Language, Light
from plantui.words import Words

Property = str | int | bool
"""The value of a property of a cell's format."""


class Look(Enum):
    """Looks of cells."""

    TITLE = auto()
    FACT = auto()
    """A line of facts, left, over the width of the sheet."""
    HEAD = auto()
    TEXT = auto()
    CENTRED = auto()
    """Short text that is looked down a column: a number, a status."""
    NUMBER = auto()
    DATE = auto()
    PERCENT = auto()
    RATE = auto()
    """A share with one decimal."""
    DAYS_LEFT = auto()
    TOTAL = auto()
    TOTAL_NUMBER = auto()
    TOTAL_RATE = auto()
    RED = auto()
    YELLOW = auto()
    GREEN = auto()
    BLUE = auto()
    GREY = auto()
    PLAIN = auto()
    """Text without lines around it, on the sheet of notes."""


LIGHT_LOOKS = {
    Light.RED: Look.RED,
    Light.YELLOW: Look.YELLOW,
    Light.GREEN: Look.GREEN,
    Light.BLUE: Look.BLUE,
    Light.GREY: Look.GREY,
    Light.NONE: Look.CENTRED,
}
"""The looks of the cells that say a light in words."""

BODY_SIZE = 10
"""Size of the letters of all cells but the title, in points."""
TITLE_SIZE = 20

_FONTS = {Language.ZH: ("宋体", "黑体"), Language.EN: ("Arial", "Arial")}
"""The fonts of text and of heads. Every Windows and every WPS has them; elsewhere a program takes another one."""
_DATE_FORMAT = 14
"""The number of the built-in date format: each program shows it in the form of its own language."""
_PERCENT_FORMAT = 9
_LINE = "#808080"
_HEAD_GROUND = "#E8EDF3"
_TOTAL_GROUND = "#F2F2F2"
_TINTS = {look: LIGHT_TINTS[light] for light, look in LIGHT_LOOKS.items() if light in LIGHT_TINTS}


def look_properties(words: Words, look: Look) -> dict[str, Property]:
    """Return the properties of a look, by their names in XlsxWriter."""
    text, head = _FONTS[words.language]
    base: dict[str, Property] = {"font_name": text, "font_size": BODY_SIZE, "text_wrap": True}
    cell = base | {"border": 1, "border_color": _LINE, "valign": "vcenter", "align": "center"}
    total = cell | {"bold": True, "bg_color": _TOTAL_GROUND}
    if look in _TINTS:
        tint = _TINTS[look]
        return cell | {"bg_color": tint.ground, "font_color": tint.ink, "bold": True}
    match look:
        case Look.TITLE:
            centre = {"valign": "vcenter", "align": "center"}
            return base | centre | {"font_name": head, "font_size": TITLE_SIZE, "bold": True}
        case Look.FACT | Look.PLAIN:
            return base | {"valign": "vcenter", "align": "left"}
        case Look.HEAD:
            return cell | {"font_name": head, "bold": True, "bg_color": _HEAD_GROUND}
        case Look.TEXT:
            return cell | {"align": "left"}
        case Look.DATE:
            return cell | {"num_format": _DATE_FORMAT}
        case Look.PERCENT:
            return cell | {"num_format": _PERCENT_FORMAT}
        case Look.RATE:
            return cell | {"num_format": "0.0%"}
        case Look.DAYS_LEFT:
            return cell | {"num_format": words("workbook.days_left")}
        case Look.TOTAL | Look.TOTAL_NUMBER:
            return total
        case Look.TOTAL_RATE:
            return total | {"num_format": "0.0%"}
    return cell
