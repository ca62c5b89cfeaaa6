"""Hard wraps taken out: physical lines become paragraphs, however wide the page was."""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, replace

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import Pattern, compiled
from plantui.documents.progress import Progress
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import Number, Sequence, Style, decimal_number, number_of
from plantui.documents.traced import TracedText

from .card_labels import card_labels, label_of
from .lines import Line, cells_of
from .role_signs import (
    DATE_LINE,
    LONGEST_END,
    begins_with_label,
    ends_with_label,
)
from .shape import Shape, shape_of

_SHARE = 0.25
"""How much of an import the joining of lines is."""
_OPEN = {"（": "）", "(": ")", "《": "》", "〔": "〕", "【": "】", "［": "］"}
_BRACKETS = compiled(r"[（(《〔【［）)》〕】］]")
_LONGEST_BRACKET = 240
_LONGEST_HEADING = 45
# Chinese pages cut VOCs or GDP anywhere; only words in lower case had a blank between them.
_LATIN_END = compiled(r"[a-z]{3}$")
_LATIN_START = compiled(r"[a-z]{3}")
_NO_START = "。，、；：？！）》”’〕】,;:?!)]"
_STYLES = (Style.HAN, Style.HAN_PAREN, Style.ARABIC, Style.ARABIC_PAREN, Style.CIRCLED)


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """One paragraph with its wraps taken out; the number at its start stands apart."""

    text: TracedText
    number: Number | None = None
    number_text: TracedText | None = None
    is_heading: bool = False
    """The format itself marks it as a heading."""
    is_label: bool = False
    """It begins with the label of a role or a date (责任单位：)."""


class _Joiner:
    """Puts lines together to paragraphs."""

    def __init__(self, shape: Shape, labels: frozenset[str] = frozenset()) -> None:
        self.shape = shape
        self.labels = labels
        self.sequence = Sequence()
        self.done: list[Paragraph] = []
        self.parts: list[TracedText] = []
        self.text = ""
        self.last: Line | None = None
        self.number: Number | None = None
        self.open: list[tuple[str, int]] = []

    def add(self, line: Line, following: Line | None) -> None:
        if self.last is not None and not self._starts_new(line, following):
            self._join(line)
            return
        self.flush()
        number = self._number(line, is_complete=True)
        if number:
            self.sequence.take(number)
        self.number = number
        self.parts, self.text, self.last = [line.text], line.words, line
        self._count_brackets(line.words, 0)

    def flush(self) -> None:
        if self.last is None:
            return
        whole = TracedText.join(self.parts)
        number_text = whole[: self.number.length] if self.number else None
        body = whole[self.number.length :] if self.number else whole
        heading = len(self.parts) == 1 and self.last.is_heading
        self.done.append(
            Paragraph(body.strip(), self.number, number_text, heading, begins_with_label(whole.text))
        )
        self.parts, self.last, self.open = [], None, []

    def _join(self, line: Line) -> None:
        if _LATIN_END.search(self.text[-3:]) and _LATIN_START.match(line.words):
            self.parts.append(TracedText.implied(" ", line.text.offsets[0] - 1))
            self.text += " "
        self._count_brackets(line.words, len(self.text))
        self.parts.append(line.text)
        self.text += line.words
        self.last = line

    def _count_brackets(self, text: str, at: int) -> None:
        for match in _BRACKETS.finditer(text):
            char = match.group()
            if char in _OPEN:
                self.open.append((_OPEN[char], at + match.start()))
            elif self.open and (char == self.open[-1][0] or {char, self.open[-1][0]} == {")", "）"}):
                self.open.pop()

    def _number(self, line: Line, is_complete: bool) -> Number | None:
        text = line.words
        for number in (decimal_number(text), self.sequence.in_its_style(number_of(text))):
            if number and self.sequence.accepts(number, is_complete or self._begins_outline(line, number)):
                return number
        return None

    @rule(Stage.REPAIR)
    def _begins_outline(self, line: Line, number: Number) -> bool:
        """第一章 总则 or 一、总体要求 on a short line of its own begins the outline, also behind a title without a stop."""
        body = line.words[number.length :]
        return (
            number.value == 1
            and number.style <= Style.HAN
            and 1 < len(body) <= 26
            and not compiled(r"[。；：]|[，、]$|，.*，").search(body)
            and not self.shape.is_full(line)
        )

    def _starts_new(self, line: Line, following: Line | None) -> bool:
        """Whether a line begins a paragraph, given the paragraph so far."""
        text, last = self.text, self.last
        assert last is not None
        if line.words[0] in _NO_START:
            return False
        if self._stands_alone(line, following):
            return True
        if begins_with_label(text) and ZH.WRAPPING_SAME_NAME.match(line.words):
            return False
        if self.shape.indents_count and line.is_indented and not self.open and text[-1] not in "，、；：,":
            return True
        if self.open and len(text) - self.open[-1][1] < _LONGEST_BRACKET and not self._must_start(line):
            return False
        is_heading = self._is_heading(text) or self._is_paused_heading(text, last)
        is_stopped = _is_at_end(ZH.ROLE_SIGNS_TERMINAL, text)
        is_over = is_stopped or _is_at_end(ZH.ROLE_SIGNS_CLAUSE_END, text)
        is_complete = is_over or is_heading or self._is_short(last)
        if begins_with_label(line.words) or line.is_heading or label_of(line.words) in self.labels:
            return True
        if self._number(line, is_complete or ends_with_label(text)):
            return True
        if is_heading and self._is_cut_heading(line, following):
            return False
        if begins_with_label(text) and _is_cut_name(text) and not ZH.WRAPPING_TIME_LABEL.match(text):
            return False
        if self.shape.is_wrapped:
            return self._ends_between_cuts(text, last, line, is_over or is_heading, is_stopped)
        if is_over or is_heading:
            return True
        if ends_with_label(text):
            return not text.endswith(("、", "，", ","))
        return len(text) < 60 and cells_of(text) < 60 and not ZH.ROLE_SIGNS_HEADING_STOP.search(text)

    def _stands_alone(self, line: Line, following: Line | None) -> bool:
        """Whether a line or the paragraph before it is a date, a document number, a signature, a note of release or the
        like of 具体措施：."""
        words = line.words
        if self.text.endswith(("，", "、")):
            return False
        if (
            DATE_LINE.match(words)
            or ZH.ROLE_SIGNS_NUMBER_LINE.match(words)
            or ZH.WRAPPING_CLOSING.match(words)
        ):
            return True
        is_signed = following is not None and DATE_LINE.match(following.words)
        if is_signed and ZH.ROLE_SIGNS_SIGNER.match(words):
            return True
        return bool(DATE_LINE.match(self.text) or ZH.ROLE_SIGNS_NUMBER_LINE.match(self.text))

    def _must_start(self, line: Line) -> bool:
        """Whether a line begins something although a bracket is open: the bracket was never closed. A role label inside a
        bracket of roles is not such a line."""
        number = number_of(line.words)
        inside = self.text[self.open[-1][1] + 1 :].strip() if self.open else ""
        is_label = begins_with_label(line.words) and not line.words.startswith(("（", "("))
        return bool(is_label and inside and not begins_with_label(inside)) or bool(
            number
            and number.is_certain
            and number.style is not Style.ARABIC_PAREN
            and self.sequence.follows(number)
        )

    def _is_heading(self, text: str) -> bool:
        if self.number is None:
            return False
        if len(text) - self.number.length > _LONGEST_HEADING:
            return False
        return not ZH.ROLE_SIGNS_HEADING_STOP.search(text, self.number.length)

    @rule(Stage.REPAIR)
    def _is_paused_heading(self, text: str, last: Line) -> bool:
        """A heading may hold commas (一、坚持系统集成，推动审批提速) where it fills one line that the page did not cut."""
        if self.number is None or len(self.parts) > 1 or self.shape.is_full(last):
            return False
        body = text[self.number.length :]
        return len(body) <= 45 and not compiled(r"[。；;!?！？:：]|[，,、]$").search(body)

    def _is_short(self, line: Line) -> bool:
        return line.cells < (0.6 * self.shape.full_cells if self.shape.is_wrapped else 24)

    def _is_cut_heading(self, line: Line, following: Line | None) -> bool:
        """A heading that the page cut: its rest is short, and a numbered line comes next; or its rest ends in a full stop
        before any other mark, with the text in the same line."""
        rest = line.words
        if self.shape.is_wrapped and ZH.WRAPPING_SHORT_TITLE.match(rest) and len(self.text) >= 6:
            return True
        is_rest = len(rest) <= 20 and not ZH.ROLE_SIGNS_HEADING_STOP.search(rest) and rest[0] not in "（("
        is_rest = is_rest and not ZH.ROLE_SIGNS_CLAUSE_END.search(rest + "）") and rest[-1] not in "：:"
        return is_rest and following is not None and number_of(following.words) is not None

    def _ends_between_cuts(self, text: str, last: Line, line: Line, is_over: bool, is_stopped: bool) -> bool:
        """Whether a paragraph ends with a line that the page did not cut."""
        is_full = self.shape.is_full(last)
        if self.shape.blanks_count and line.after_blank and (is_stopped or not is_full):
            return True
        return not is_full and (is_over or last.cells < 0.6 * self.shape.full_cells or ends_with_label(text))


def _is_at_end(pattern: Pattern, text: str) -> bool:
    """Whether a paragraph ends so; nothing is looked for far before its end."""
    return pattern.search(text, max(0, len(text) - LONGEST_END)) is not None


@rule(Stage.REPAIR)
def _is_cut_name(text: str) -> bool:
    """A role line whose last word ends like no department and no date was cut by the page: 责任单位：市工业和信息."""
    return not ZH.WRAPPING_NAME_END.search(text.rstrip()) and not text.rstrip().endswith(("：", ":"))


@rule(Stage.REPAIR)
def paragraphs_of(lines: list[Line], progress: Progress | None = None) -> list[Paragraph]:
    """A line goes on with the next unless that one begins something (a number that may come next, a role label), or the
    sentence is over and the line was not cut by the page. Inside a bracket, a title or a name nothing begins. A
    heading without a full stop ends with its line unless the page cut it. In a document of cards each label begins a
    paragraph that comes again."""
    joiner = _Joiner(shape_of(lines), card_labels(lines))
    for index, line in enumerate((progress or Progress()).over(lines, _SHARE)):
        joiner.add(line, lines[index + 1] if index + 1 < len(lines) else None)
    joiner.flush()
    return joiner.done


@rule(Stage.REPAIR)
def nested_numbers(paragraphs: abc.Sequence[Paragraph], text: str) -> list[Paragraph]:
    """Where a document has no numbers but 1. 2. 3., and each that stands further to the right begins anew with 1 while each
    further to the left goes on, the indentation says which stands below which: as with 一、, （一）, 1."""
    numbers = [paragraph.number for paragraph in paragraphs if paragraph.number is not None]
    if any(number.style is not Style.ARABIC for number in numbers):
        return [*paragraphs]
    depths = _depths([(p.number, _indent(p, text)) for p in paragraphs if p.number is not None])
    levels = max(depths, default=0) + 1
    if not 1 < levels <= len(_STYLES):
        return [*paragraphs]
    styles = _STYLES[1:] if levels == 2 else _STYLES
    given = iter(depths)
    return [
        replace(p, number=p.number._replace(style=styles[next(given)])) if p.number is not None else p
        for p in paragraphs
    ]


def _indent(paragraph: Paragraph, text: str) -> int:
    assert paragraph.number_text is not None
    first = paragraph.number_text.offsets[0]
    return cells_of(text[text.rfind("\n", 0, first) + 1 : first].expandtabs(4))


def _depths(numbers: abc.Sequence[tuple[Number, int]]) -> list[int]:
    """Return how deep each number stands; nothing where one of them does not come next at its indentation."""
    depths: list[int] = []
    stack: list[tuple[int, int]] = []
    """Indentation and last value of the lists that are open."""
    for number, indent in numbers:
        while stack and stack[-1][0] > indent:
            stack.pop()
        expected = stack.pop()[1] + 1 if stack and stack[-1][0] == indent else 1
        if number.value != expected:
            return []
        stack.append((indent, number.value))
        depths.append(len(stack) - 1)
    return depths
