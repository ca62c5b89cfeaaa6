"""Numbers as Word prints them before a paragraph: 一、 （一） 1． ① ii) C."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "十", "百", "千")
_FORMAL_PLACES = ("", "拾", "佰", "仟")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 9999


def chinese(number: int, digits: str = _DIGITS, places: tuple[str, ...] = _PLACES) -> str:
    """一, 十, 十一, 二十, 一百零五."""
    if number < 10:
        return digits[number]
    written = str(number)
    text = ""
    for at, digit in enumerate(written):
        place = len(written) - at - 1
        if digit != "0":
            text += digits[int(digit)] + places[place]
        elif not text.endswith("零") and int(written[at:]):
            text += "零"
    is_teen = 10 <= number < 20 and digits is _DIGITS
    return text.removeprefix("一") if is_teen else text


def by_digits(number: int) -> str:
    """一, 一〇, 一一, 二〇."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def formal_digits(number: int) -> str:
    """壹, 壹零, 贰零."""
    return "".join(_FORMAL_DIGITS[int(digit)] for digit in str(number))


def circled(number: int) -> str:
    """①; beyond ⑳ plain."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def letter(number: int) -> str:
    """a, b, … z, aa, bb."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def roman(number: int) -> str:
    """i, ii, iv."""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def wide(number: int) -> str:
    """１２."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": wide,
    "decimalFullWidth2": wide,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": by_digits,
    "japaneseDigitalTenThousand": by_digits,
    "taiwaneseDigital": by_digits,
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL_DIGITS, _FORMAL_PLACES),
    "ideographLegalTraditional": lambda number: chinese(number, _FORMAL_DIGITS, _FORMAL_PLACES),
    "ideographEnclosedCircle": lambda number: chr(0x3280 + number - 1) if 1 <= number <= 10 else str(number),
    "ideographTraditional": lambda number: "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10],
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",
}


def printed(number: int, style: str) -> str:
    """A number in one of Word's styles; a style that is not known prints digits."""
    if not 0 <= number <= _LARGEST:
        return str(number)
    return _STYLES.get(style, str)(number)
