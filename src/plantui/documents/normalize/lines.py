"""The physical lines of a document, cleaned of what the converter left, with what is known about their surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

from plantui.documents.languages.language import language_of
from plantui.documents.languages.own_words import remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.traced import TracedText

from .role_signs import begins_with_label

_INVISIBLE = compiled(
    "[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufffc\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]"
)
_STARS = compiled(r"\*\*|__(?=\S)|(?<=\S)__|`")
_QUOTE = compiled(r"^(?:>\s*)+")
_HASHES = compiled(r"^#{1,6}\s+")
_BULLET = compiled(r"^[•●▪◆◇■□►➢✦★☆▲△※]\s*|^[-*+]\s+(?=\S)")
_RULER = compiled(r"^[-=_*—─~·.\s]{3,}$")
_MAY_BE_MARKUP = compiled(rf"^[^\w（“《【]|\*\*|__|`|\([a-z]|{_INVISIBLE.pattern}")
_MARKED = compiled(
    r"^\s*(?:[•●▪◆■□►➢✦◦‣⁃∙·➤❖✓\u2022\uf0b7\uf0a7\u0083o]|[-–—*+])\s*$|^\s*[\uf000-\uf0ff\x07\x83\u2023]\s*$"
)
"""What stands before the words of a list's entry."""
_INDENT = compiled(r"\u3000|[ \u00a0]{2}|\t")
_WIDE = compiled(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_AS_DIGITS = str.maketrans("OolI", "0011")
LINE_ENDS = compiled(r"[\n\f\v\r\x85]")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line that holds something."""

    text: TracedText
    after_blank: bool
    """A blank line stands before it."""
    after_page: bool
    """A page begins with it."""
    is_heading: bool = False
    """The format itself marks it as a heading (`#`)."""
    is_indented: bool = False
    """Blanks stand before it, as at the start of a paragraph."""
    is_bullet: bool = False
    """The sign of a list stands before it."""
    column: int = 0
    """How many characters stand before it."""

    @property
    def words(self) -> str:
        """What it says."""
        return self.text.text

    @property
    def cells(self) -> int:
        """Its width as printed: a Chinese character counts twice."""
        return cells_of(self.text.text)


class _Cells(dict[str, int]):
    """The width of each character as printed, looked up once."""

    def __missing__(self, char: str) -> int:
        cells = self[char] = 2 if east_asian_width(char) in "WFA" else 1
        return cells


_CELLS = _Cells()


@lru_cache(maxsize=4096)  # a line and its neighbours are measured again and again
def cells_of(text: str) -> int:
    """The width of a text as printed."""
    return sum(map(_CELLS.__getitem__, text))


@rule(Stage.REPAIR)
def without_markup(text: TracedText) -> TracedText:
    """Marks of a text format that are no words of the document are dropped: `**bold**`, a `>` or a bullet at the
    start of a line, `#` of a heading, invisible characters, the sound that a converter put behind a character
    (印發(fā))."""
    text = text.strip()
    if not _MAY_BE_MARKUP.search(text.text):
        return text
    text = text.without(_INVISIBLE).strip()
    for pattern in (_QUOTE, _HASHES, _STARS, ZH.TYPOGRAPHY_PINYIN):
        text = text.without(pattern).strip()
    stripped = _BULLET.sub("", text.text)
    return text[len(text) - len(stripped) :] if stripped else text


@rule(Stage.REPAIR)
def narrow(text: TracedText) -> TracedText:
    """Full-width digits and letters (２０２５年, ＶＯＣｓ) become half-width."""
    if not _WIDE.search(text.text):
        return text
    return TracedText(_WIDE.sub(lambda match: chr(ord(match.group()) - 0xFEE0), text.text), text.offsets)


@rule(Stage.REPAIR)
def digits_read_as_letters(text: TracedText) -> TracedText:
    """Letters that character recognition read for digits beside other digits, in a date or in the number of an item are
    those digits: 2O23年l2月 is 2023年12月, l00% is 100%, `l.` is item 1."""
    if not ZH.TYPOGRAPHY_LETTER_BESIDE_DIGIT.search(text.text):
        return text
    return TracedText(
        ZH.TYPOGRAPHY_MISREAD.sub(lambda m: m.group().translate(_AS_DIGITS), text.text), text.offsets
    )


@rule(Stage.REPAIR)
def points_as_stops(text: TracedText) -> TracedText:
    """A point behind a Chinese character, a per cent sign or a bracket, at the end of a line or before the next Chinese
    sentence, is a full stop; in an English document it stays a point."""
    if "." not in text.text:
        return text
    stopped = TracedText(ZH.TYPOGRAPHY_POINT_AS_STOP.sub("。", text.text), text.offsets)
    return stopped.without(ZH.TYPOGRAPHY_SECOND_POINT)


@rule(Stage.REPAIR)
def labels_in_brackets(text: TracedText) -> TracedText:
    """【责任部门】安全环保部 is 责任部门：安全环保部."""
    if "】" not in text.text and "]" not in text.text:
        return text
    parts, at = [], 0
    for match in ZH.TYPOGRAPHY_LABEL_IN_BRACKETS.finditer(text.text):
        if not begins_with_label(match[1] + "："):
            continue
        parts += [text[at : match.start()], text[match.start(1) : match.end(1)]]
        parts.append(TracedText("：", text.offsets[match.end(1) : match.end(1) + 1]))
        at = match.end()
    return TracedText.join([*parts, text[at:]]) if at else text


def _line(printed: str, at: int, after: tuple[bool, bool], *, english: bool) -> Line | None:
    """A line with its marks taken off, and whether it stands after a blank line and after a page; None where nothing is
    left of it."""
    text = digits_read_as_letters(narrow(without_markup(TracedText.of(printed, at))))
    text = labels_in_brackets(text if english else points_as_stops(text))
    if not text.text or _RULER.match(text.text):
        return None
    before = printed[: text.offsets[0] - at]
    return Line(
        text,
        *after,
        is_heading=printed.lstrip().startswith("#"),
        is_indented=_INDENT.match(printed) is not None,
        is_bullet=bool(before) and _MARKED.search(before) is not None,
        column=len(before.expandtabs(8)),
    )


@remembered(2)  # tables and paragraphs are both looked for in them
@rule(Stage.REPAIR)
def lines_of(source: Source) -> tuple[Line, ...]:
    """Lines are cut at every kind of line end, also at form feeds; a line drawn with dashes is none."""
    lines: list[Line] = []
    at, blank, page = 0, False, False
    pages = set(source.page_starts[1:])
    english = language_of(source.text).is_english
    for match in [*LINE_ENDS.finditer(source.text), None]:
        end = match.start() if match else len(source.text)
        page = page or at in pages
        line = _line(source.text[at:end], at, (blank, page), english=english) if end > at else None
        if line is None:
            blank = True
        else:
            lines.append(line)
            blank = page = False
        page = page or bool(match and match.group() == "\f")
        at = end + 1
    return tuple(lines)
