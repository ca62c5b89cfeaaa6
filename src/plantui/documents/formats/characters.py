"""Signs that fonts and converters put in the place of ordinary Chinese characters, of which they have the look."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_ODD = compiled("[\u2015\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼"
    "⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲"
    "⼾⾭⿈"
)
_ORDINARY = (
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉"
    "艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
    "户青黄"
)
"""Characters that Unicode gives for those of the supplement's radicals, for which it knows no compatible form; and of three
others the form that is written today."""
_TWINS = {"\u2015": "\u2014", **dict(zip(_RADICALS, _ORDINARY, strict=True))}
"""The long dash is one sign with two numbers: tables of GBK differ in it, and Chromium 156 writes U+2015 where a page has
U+2014."""


@rule(Stage.FORMAT)
def with_ordinary_characters(text: str) -> str:
    """Signs of radicals (⽬, ⻓), compatible forms of characters and the other long dash are the characters of the same look
    (目, 长, —): a document whose font mixed them up reads as if it were written with the usual ones."""
    if not _ODD.search(text):
        return text
    from unicodedata import normalize

    return _ODD.sub(lambda match: _TWINS.get(match[0]) or normalize("NFKC", match[0]), text)
