"""How Chinese is set: without blanks, with one width of punctuation, whatever the copy was typed with."""

from __future__ import annotations

from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_HAN = "\u4e00-\u9fff"
_WIDE = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’·•Ⅰ-Ⅻ％"
_BLANK = r"[\s\u00a0\u3000]+"
_BESIDE_WIDE = compiled(rf"(?<=[{_WIDE}]){_BLANK}|(?<!\s){_BLANK}(?=[{_WIDE}])")
_IN_DECIMAL = compiled(rf"(?<=\d){_BLANK}(?=[.．]\s?\d)|(?<=\d[.．]){_BLANK}(?=\d)")
_BEFORE_MARK = compiled(rf"(?<=\d){_BLANK}(?=[%‰,;:)\]])|(?<=[(\[]){_BLANK}|(?<=[,;:]){_BLANK}(?=\d+[)\]])")
_AROUND_DASH = compiled(rf"(?<=\d){_BLANK}(?=[-–~～]\s?\d)|(?<=\d[-–~～]){_BLANK}(?=\d)")
_MANY = compiled(r"(?<=\s)\s+")
_FULL = dict(zip(",;:?!", "，；：？！", strict=True))
_MIDDLE = compiled(r"[•･‧]")
_BRACKET = compiled(r"[(（)）]")


def typeset(text: TracedText) -> TracedText:
    """A text by all rules of this file, in their order."""
    text = without_blanks(without_foreign_words(text))
    return plus_read_as_ten(curly_quotes(dash_between_years(year_brackets(full_width(text)))))


@rule(Stage.REPAIR)
def without_blanks(text: TracedText) -> TracedText:
    """Blanks beside a Chinese character or full-width mark, around the point of a decimal (2. 45), before ％ and
    inside a range of figures (1 - 2) are dropped; between two Latin words one stays."""
    if " " not in text.text and "\u3000" not in text.text and not _BESIDE_WIDE.search(text.text):
        return text
    for pattern in (_BESIDE_WIDE, _IN_DECIMAL, _BEFORE_MARK, _AROUND_DASH, _MANY):
        text = text.without(pattern)
    return text


@rule(Stage.REPAIR)
def without_foreign_words(text: TracedText) -> TracedText:
    """A lone word of another language between two Chinese words, set off by blanks, was left by a converter; `and` and
    `or` become 和 and 或, any other is dropped."""
    parts, at = [], 0
    for match in ZH.TYPOGRAPHY_FOREIGN.finditer(text.text):
        twin = zh.FOREIGN_WORDS_TWINS.get(match[1].lower(), "")
        parts += [text[at : match.start()], TracedText.implied(twin, text.offsets[match.start(1)])]
        at = match.end()
    return TracedText.join([*parts, text[at:]]) if at else text


@rule(Stage.REPAIR)
def full_width(text: TracedText) -> TracedText:
    """Commas, colons, semicolons and brackets beside Chinese characters become full-width; the comma inside 1,000 and
    the brackets of Latin text stay. The dot of a name is `·`."""
    source = text.text
    changes = {m.start(): _FULL[m.group()] for m in ZH.TYPOGRAPHY_AFTER_HAN.finditer(source)}
    changes |= {m.start(): "·" for m in _MIDDLE.finditer(source)}
    for match in ZH.TYPOGRAPHY_DIGIT_COMMA.finditer(source):
        changes.pop(match.start(), None)
    stack: list[int] = []
    for match in _BRACKET.finditer(source):
        at = match.start()
        if match.group() in "(（":
            stack.append(at)
        elif stack:
            start = stack.pop()
            if compiled(f"[{_HAN}，。、；：）（]").search(source[max(0, start - 1) : at + 2]):
                changes |= {start: "（", at: "）"}
    return text.replaced(changes)


@rule(Stage.REPAIR)
def curly_quotes(text: TracedText) -> TracedText:
    """Straight double quotes in Chinese text become “ and ” in turn; an odd one at the end stays."""
    places = [at for at, char in enumerate(text.text) if char == '"'] if '"' in text.text else []
    if len(places) % 2:
        return text
    return text.replaced({at: "”" if index % 2 else "“" for index, at in enumerate(places)})


@rule(Stage.REPAIR)
def year_brackets(text: TracedText) -> TracedText:
    """The year of a document number stands in 〔 〕, also where the copy has ( ), [ ] or 【 】: 豫政办〔2023〕33号."""
    found = [*ZH.TYPOGRAPHY_YEAR.finditer(text.text)]
    return text.replaced({m.start(1): "〔" for m in found} | {m.start(3): "〕" for m in found})


@rule(Stage.REPAIR)
def dash_between_years(text: TracedText) -> TracedText:
    """Whatever line stands between two years is a dash: a minus sign, a bar, one of a table's frame, a hyphen that keeps
    words together, and the 一 that character recognition reads (2024一2026年)."""
    found = ZH.TYPOGRAPHY_BETWEEN_YEARS.finditer(text.text)
    return text.replaced({at: "—" for match in found for at in range(match.start(1), match.end(1))})


@rule(Stage.REPAIR)
def plus_read_as_ten(text: TracedText) -> TracedText:
    """A 十 that ends a quotation after a word is a ＋ that was misread: “光伏十” is “光伏＋”."""
    return text.replaced({match.start(): "＋" for match in ZH.TYPOGRAPHY_TEN.finditer(text.text)})
