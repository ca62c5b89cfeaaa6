"""One width of punctuation in Chinese text, whatever the copy was typed with. Figures and letters stay as printed."""

from __future__ import annotations

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_HAN = "\u4e00-\u9fff"
_NEAR = f"{_HAN}》〉”’）〕」％%"
_AFTER_HAN = compiled(rf"(?<=[{_NEAR}])([,;:?!])|([,;:?!])(?=[{_HAN}《“‘（〔])")
_FULL = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    "•": "·",
    "･": "·",
    "‧": "·",
}
_DIGIT_COMMA = compiled(r"(?<=\d),(?=\d{3}(?!\d))")
_MIDDLE = compiled(r"[•･‧]")
_YEAR = compiled(r"([\[(（【﹝〔［])((?:19|20)\d\d)([\])）】﹞〕］])(?=\s*第?\s*\d+\s*号)")
_BETWEEN_YEARS = compiled(zh.PUNCTUATION_BETWEEN_YEARS)
_BRACKET = compiled(r"[(（)）]")
_TEN = compiled(rf"(?<=[{_HAN}])十(?=[”\"])")


def _replaced(text: TracedText, changes: dict[int, str]) -> TracedText:
    if not changes:
        return text
    letters = list(text.text)
    for at, new in changes.items():
        letters[at] = new
    return TracedText("".join(letters), text.offsets)


@rule(Stage.REPAIR)
def full_width(text: TracedText) -> TracedText:
    """Commas, colons, semicolons and brackets beside Chinese characters become full-width; the comma inside 1,000 and
    the brackets of Latin text stay. The dot of a name is `·`."""
    source = text.text
    changes = {m.start(): _FULL[m.group()] for m in _AFTER_HAN.finditer(source)}
    changes |= {m.start(): "·" for m in _MIDDLE.finditer(source)}
    for match in _DIGIT_COMMA.finditer(source):
        changes.pop(match.start(), None)
    stack: list[int] = []
    for match in _BRACKET.finditer(source):
        at = match.start()
        if match.group() in "(（":
            stack.append(at)
        elif stack:
            start = stack.pop()
            if _is_chinese(source, start, at):
                changes |= {start: "（", at: "）"}
    return _replaced(text, changes)


def _is_chinese(source: str, start: int, end: int) -> bool:
    around = source[max(0, start - 1) : end + 2]
    return bool(compiled(f"[{_HAN}，。、；：）（]").search(around))


@rule(Stage.REPAIR)
def curly_quotes(text: TracedText) -> TracedText:
    """Straight double quotes in Chinese text become “ and ” in turn; an odd one at the end stays."""
    if '"' not in text.text:
        return text
    places = [at for at, char in enumerate(text.text) if char == '"']
    if len(places) % 2 or not places:
        return text
    return _replaced(text, {at: "”" if index % 2 else "“" for index, at in enumerate(places)})


@rule(Stage.REPAIR)
def year_brackets(text: TracedText) -> TracedText:
    """The year of a document number stands in 〔 〕, also where the copy has ( ), [ ] or 【 】: 豫政办〔2023〕33号."""
    changes: dict[int, str] = {}
    for match in _YEAR.finditer(text.text):
        changes |= {match.start(1): "〔", match.start(3): "〕"}
    return _replaced(text, changes)


@rule(Stage.REPAIR)
def dash_between_years(text: TracedText) -> TracedText:
    """Whatever line stands between two years is a dash: a minus sign, a bar, one of a table's frame, a hyphen that keeps
    words together, and the 一 that character recognition reads (2024一2026年)."""
    changes = {
        at: "—" for match in _BETWEEN_YEARS.finditer(text.text) for at in range(match.start(1), match.end(1))
    }
    return _replaced(text, changes)


@rule(Stage.REPAIR)
def plus_read_as_ten(text: TracedText) -> TracedText:
    """A 十 that ends a quotation after a word is a ＋ that was misread: “光伏十” is “光伏＋”."""
    quoted = (m.start() for m in _TEN.finditer(text.text))
    changes = {at: "＋" for at in quoted if not compiled(r"[第数二三四五六七八九]$").search(text.text[:at])}
    return _replaced(text, changes)


def repaired_punctuation(text: TracedText) -> TracedText:
    """All rules of this file, in their order."""
    return plus_read_as_ten(curly_quotes(dash_between_years(year_brackets(full_width(text)))))
