"""Numbers and days as a sheet shows them under their number formats, as far as text for readers needs them.

A date whose shown form no rule of the import reads (6/2025, Monday, 30-Jun-25) is given with the same parts in a form that
is read: a year and a month stay a year and a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ..numerals import by_digits, chinese, formal_digits, wide
from .number_format import Section, Token, is_minute, is_silent, literal, section_for, sections_of

_IS_READ = re.compile(r"[^\d〇零一二三四五六七八九十]*[\d〇零一二三四五六七八九]{4}(年|[-/.]\d)")
"""How a shown day begins that the import reads: with a year of four digits and 年 or a stroke."""
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's days have no zone
_LAST_SERIAL = 2_958_466
_LEAP_BUG = 60
"""Excel counts a 29 February 1900, which there was not."""
_YEARS_OF_1904 = 1462
_WIDE_NUMBER = 1e15
_FOR_TEXTS = 3
"""The place of the section for texts, behind those for numbers."""


def moment_of(serial: float, *, since_1904: bool = False) -> datetime | None:
    """Return the moment of a sheet's number; None for one that no sheet shows as a day."""
    days = serial + _YEARS_OF_1904 if since_1904 else serial
    if not 0 <= days < _LAST_SERIAL:
        return None
    if days < _LEAP_BUG and not since_1904:
        days += 1
    return _FIRST_DAY + timedelta(seconds=round(days * 86_400))


def is_read_day(text: str) -> bool:
    """Return whether a day stands in a form that the import reads."""
    return bool(_IS_READ.match(text))


def shown_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """Return a number as a sheet shows it under a number format."""
    section = section_for(value, sections_of(code))
    if is_silent(section, code):
        return ""
    if section.is_moment:
        moment = moment_of(value, since_1904=since_1904)
        return general(value) if moment is None else _shown_moment(moment, section)
    return _shown_number(value, section, len(sections_of(code)))


def shown_moment(moment: datetime, code: str) -> str:
    """Return a moment as a sheet shows it under a number format; under one for numbers, its day."""
    section = next((one for one in sections_of(code) if one.is_moment), None)
    return f"{moment:%Y-%m-%d}" if section is None else _shown_moment(moment, section)


def shown_text(text: str, code: str) -> str:
    """Return a text as a sheet shows it: a number format may put words around it."""
    sections = sections_of(code)
    if len(sections) > _FOR_TEXTS and is_silent(sections[_FOR_TEXTS], code):
        return ""
    for section in sections:
        if any(token == ("sign", "@") for token in section.tokens):
            return "".join(text if token == ("sign", "@") else literal(token) for token in section.tokens)
    return text


def general(value: float) -> str:
    """Return a number as a cell without a number format shows it in a wide column."""
    if value == int(value) and abs(value) < _WIDE_NUMBER:
        return str(int(value))
    return f"{value:.11g}"


def _shown_moment(moment: datetime, section: Section) -> str:
    tokens = [token for token in section.tokens if token.kind != "half"]
    written = "".join(_moment_pieces(moment, tokens, section.digits)).strip()
    parts = {
        token.text[0] for at, token in enumerate(tokens) if token.kind == "day" and not is_minute(tokens, at)
    }
    if not parts & set("yedm"):
        return written  # a time, a weekday
    has_month, has_day = "m" in parts, "d" in parts
    is_whole = not parts & set("ahs") and not any(token.text.startswith("g") for token in tokens)
    if is_whole and _IS_READ.match(written) and section.digits != 2:
        return written
    year, month, day = ("{0}年", "{1}月", "{2}日") if "月" in written else ("{0}", "-{1:02}", "-{2:02}")
    shown = day if has_day or not parts & set("ye") else month if has_month else ""
    form = {day: year + month + day, month: year + month}.get(shown, year)
    return form.format(moment.year, moment.month, moment.day)


def _moment_pieces(moment: datetime, tokens: Sequence[Token], digits: int) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token.kind == "day":
            yield _moment_piece(moment, token.text, digits, is_minute=is_minute(tokens, at))
        elif token.kind != "place":
            yield literal(token)


def _moment_piece(moment: datetime, letters: str, digits: int, *, is_minute: bool) -> str:
    sign, length = letters[0], len(letters)
    if sign == "g":
        return ""
    if sign in "ye":
        year = moment.year % 100 if sign == "y" and length <= 2 else moment.year
        return by_digits(year) if digits in (1, 2) else _in_digits(f"{year:02}", digits)
    if sign == "a" or (sign == "d" and length > 2):
        day = "一二三四五六日"[moment.weekday()]
        return day if length == 3 and sign == "a" else f"星期{day}"
    number = {"m": moment.minute if is_minute else moment.month, "d": moment.day, "h": moment.hour}.get(
        sign, moment.second
    )
    if digits in (1, 2):
        return chinese(number)
    return _in_digits(f"{number:02}" if length == 2 else str(number), digits)


def _in_digits(text: str, digits: int) -> str:
    """Return digits as a [DBNum] section prints them one by one."""
    if digits == 3:
        return "".join(wide(int(one)) if one.isdigit() else one for one in text)
    form = {1: by_digits, 2: formal_digits}.get(digits)
    return "".join(form(int(one)) if one.isdigit() else one for one in text) if form else text


def _shown_number(value: float, section: Section, sections: int) -> str:
    kinds = {token.kind for token in section.tokens}
    if "place" not in kinds or "science" in kinds or Token("sign", "/") in section.tokens:
        return _shown_general(value, section)
    tokens = section.tokens
    point = next((at for at, token in enumerate(tokens) if token == ("sign", ".")), len(tokens))
    last_place = max(at for at, token in enumerate(tokens) if token.kind == "place")
    is_grouped = any(token == ("sign", ",") for token in tokens[:last_place])
    thousands = sum(token == ("sign", ",") for token in tokens[last_place:])
    percents = sum(token == ("sign", "%") for token in tokens)
    decimals = [token.text for token in tokens[point:] if token.kind == "place"]
    scaled = Decimal(repr(value)).scaleb(2 * percents - 3 * thousands)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    sign = "-" if value < 0 and rounded and (sections == 1 or section.condition) else ""
    before = _filled_from_right(tokens[:point], whole.lstrip("0"), is_grouped=is_grouped)
    behind = _filled(tokens[point:], fraction)
    return _in_digits((sign + before + behind).strip(), section.digits)


def _filled_from_right(tokens: Sequence[Token], digits: str, *, is_grouped: bool) -> str:
    """Return the places left of the point with their digits; the first takes all that are left."""
    pieces: list[str] = []
    left, count = digits, 0
    first = next((at for at, token in enumerate(tokens) if token.kind == "place"), -1)
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token.kind != "place":
            pieces.append("" if token == ("sign", ",") else literal(token))
            continue
        take = left if at == first else left[-1:]
        left = left[: len(left) - len(take)]
        for digit in reversed(take or {"0": "0", "?": " "}.get(token.text, "")):
            if is_grouped and count and count % 3 == 0 and digit.isdigit():
                pieces.append(",")
            pieces.append(digit)
            count += 1
    return "".join(reversed(pieces))


def _filled(tokens: Sequence[Token], digits: str) -> str:
    """Return the point and the places behind it with their digits; a # shows no nought at the end."""
    pieces: list[str] = []
    at = 0
    for token in tokens:
        if token.kind == "place":
            is_empty = token.text != "0" and not digits[at:].strip("0")
            pieces.append({"#": "", "?": " "}.get(token.text, "0") if is_empty else digits[at])
            at += 1
        elif token != ("sign", ","):
            pieces.append(literal(token))
    return "".join(pieces)


def _shown_general(value: float, section: Section) -> str:
    """Return a number as it is, with the words that the section puts around it."""
    is_small_whole = section.digits and value == int(value) and 0 <= value < 10_000
    number = chinese(int(value)) if is_small_whole else general(value)
    if any(_is_whole_value(token) for token in section.tokens):
        pieces = (number if _is_whole_value(token) else literal(token) for token in section.tokens)
        return "".join(pieces).strip()
    has_places = any(token.kind in ("place", "science") for token in section.tokens)
    return number if has_places or not section.tokens else "".join(map(literal, section.tokens)).strip()


def _is_whole_value(token: Token) -> bool:
    return token.kind == "general" or token == ("sign", "@")
