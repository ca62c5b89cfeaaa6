"""Signs that a document writes as places in a symbol font: ≤ as F0A3 of Symbol, ☑ as F052 of Wingdings 2."""

from __future__ import annotations

from collections.abc import Mapping

_FIRST_PRIVATE, _LAST_PRIVATE = 0xF000, 0xF0FF
"""Where Word keeps the places of a symbol font."""


def _run(first: int, signs: str) -> dict[int, str]:
    """Return signs that stand at places one behind the other; a blank stands for a place that is left out."""
    return {first + at: sign for at, sign in enumerate(signs) if sign != " "}


_SYMBOL: Mapping[int, str] = {
    **_run(0x21, "!∀#∃%&∍()∗+,−./0123456789:;<=>?"),
    **_run(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_run(0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_run(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
}
_WINGDINGS: Mapping[int, str] = {
    **_run(0x6C, "●"), 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA3: "○",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **_run(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩"), **_run(0x8B, "⓿❶❷❸❹❺❻❼❽❾❿"),
}  # fmt: skip
_WINGDINGS_2: Mapping[int, str] = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x97: "●", 0xA3: "□", 0x2A: "□",
    **_run(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩"), **_run(0x75, "❶❷❸❹❺❻❼❽❾❿"),
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}


def is_symbol_font(font: str) -> bool:
    """Return whether a font has signs where others have letters."""
    return font.lower() in _FONTS


def sign_of(font: str, place: int) -> str | None:
    """Return the sign at a place of a symbol font; None for one that is not known."""
    if _FIRST_PRIVATE <= place <= _LAST_PRIVATE:
        place -= _FIRST_PRIVATE
    if place == ord(" "):
        return " "
    return _FONTS.get(font.lower(), {}).get(place)
