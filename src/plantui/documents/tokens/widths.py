"""One width for matching: every pattern of this package is written on folded text, every result cut from the original."""

from __future__ import annotations

from functools import lru_cache

from plantui.documents.patterns import compiled

_PAIRS = (
    "，,",
    "；;",
    "：:",
    "（([〔【［{｛",
    "）)]〕】］}｝",
    "、､",
    "。｡",
    "％%",
    "—–―─",
    "“\u201f",
    "～~∼",
    "·•・‧",
)
_TABLE = str.maketrans({other: pair[0] for pair in _PAIRS for other in pair[1:]})
_TABLE |= {
    ord(wide): chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９．＋－／ＡＢＣＤＥＦＧ＜＞＝＊"
}
_TABLE |= str.maketrans({"％": "%", "\u3000": " ", "\xa0": " ", "—": "—"})
_THOUSANDS = compiled(r"(?<=\d)，(?=\d{3}(?!\d))")
_FULL_STOP = compiled(r"(?<=[^\x00-\x7f%])\.(?![\dA-Za-z])")
_QUOTE = compiled(r'"')


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """The text with one width and one form of each mark, character for character: full-width marks of a sentence,
    half-width digits and signs, `%`, `（）` for all brackets. A half-width comma inside a number stays one."""
    result = text.translate(_TABLE).replace("％", "%")
    if "，" in result:
        result = _THOUSANDS.sub(",", result)
    if "." in result:
        result = _FULL_STOP.sub("。", result)
    return _curled(result) if '"' in result else result


def _curled(text: str) -> str:
    """Straight quotation marks opened and closed in turn."""
    marks = iter(range(len(text)))
    return _QUOTE.sub(lambda _: "“" if next(marks) % 2 == 0 else "”", text)
