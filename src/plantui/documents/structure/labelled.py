"""Labelled values: what belongs to a label, and what goes on as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from plantui.documents.field_kind import ROLES, FieldKind, Label
from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.normalize.lines import Line
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_dates import dates_only
from plantui.documents.tokens.english_labels import labels_in
from plantui.documents.traced import TracedText

from .label_lines import bare_labels, gapped_labels
from .numbered import is_full

_SENTENCE_WORDS = 5
_SHORT_LINE = 45
"""A name below a label of its own is cut by the page only in a line longer than this."""
_LITTLE = frozenset(en.STOPWORDS_LITTLE)
_LABEL_NEAR = 4
_SAME_COLUMN = 2


@dataclass(slots=True)
class Field:
    """A labelled value."""

    line: int
    kind: FieldKind
    words: str
    parts: list[TracedText] = field(default_factory=list)
    last: int = -1
    """The last line of its value."""
    column: int = -1
    """Where its value begins in the line, where a gap parts it from its label."""
    is_bare: bool = False
    """Its label stands alone on its line, without a colon."""
    is_said: bool = False
    """No label: a sentence that names who does the task."""

    @property
    def value(self) -> TracedText:
        """The value, each part on a line of its own."""
        joined: list[TracedText] = []
        for part in self.parts:
            if joined:
                joined.append(TracedText.implied("\n", part.offsets[0]))
            joined.append(part)
        return TracedText.join(joined)


@dataclass(frozen=True, slots=True)
class Read:
    """The fields of a document, and what of each line is in none."""

    fields: tuple[Field, ...]
    rest: dict[int, TracedText]


class FieldReader:
    """Reads the labelled values line by line."""

    def __init__(self, lines: Sequence[Line], stops: set[int], heads: set[int], skip: set[int]) -> None:
        self._lines = lines
        self._stops = stops
        self._heads = heads
        self._skip = skip
        self._bare = bare_labels(lines, heads | skip)
        self._gapped = gapped_labels(lines, heads | skip)
        self._open: Field | None = None
        self._fields: list[Field] = []
        self._rest: dict[int, TracedText] = {}

    def read(self) -> Read:
        """All fields."""
        for at, line in enumerate(self._lines):
            if at in self._skip:
                self._open = None
                continue
            if at in self._stops:
                self._open = None
            if at in self._bare and at not in self._heads:
                self._begin(at, self._bare[at], line.words, is_bare=True)
                continue
            labels = self._labels(at)
            if labels:
                self._labelled(at, labels)
            elif self._open is not None and goes_on(self._lines, at, line.words, self._open, self._is_label):
                self._continue(at, line.text)
            else:
                self._open = None
                self._rest[at] = line.text
        return Read(tuple(self._fields), self._rest)

    def _labels(self, at: int) -> list[Label]:
        labels = labels_in(self._lines[at].words)
        if at in self._gapped:
            return [self._gapped[at]]
        if at in self._heads:
            return [label for label in labels if label.start and label.kind in ROLES | {FieldKind.DUE}]
        inside = self._open is not None and self._open.kind is FieldKind.TEXT
        return [
            label
            for label in labels
            if label.kind is not FieldKind.UNKNOWN or (label.start == 0 and not inside)
        ]

    def _is_label(self, at: int) -> bool:
        if at >= len(self._lines) or at in self._stops:
            return False
        return at in self._bare or bool(self._labels(at))

    def _begin(self, at: int, kind: FieldKind, words: str, *, is_bare: bool = False) -> Field:
        self._open = Field(at, kind, words, [], at, is_bare=is_bare)
        self._fields.append(self._open)
        return self._open

    def _labelled(self, at: int, labels: list[Label]) -> None:
        text = self._lines[at].text
        before = text[: labels[0].start]
        before = before[: len(before.text.rstrip("(|;[–—\t "))].strip(" |")
        if before.text:
            if self._goes_on(at, before.text):
                self._continue(at, before)
            else:
                self._rest[at] = before
        for index, label in enumerate(labels):
            end = labels[index + 1].start if index + 1 < len(labels) else len(text)
            value = text[label.end : end].strip().strip("|\t [").strip()
            value, behind = _within_bracket(value)
            opened = self._begin(at, label.kind, label.words)
            if at in self._gapped and "  " in text.text[: label.end]:
                opened.column = self._lines[at].column + label.end
            if value.text:
                opened.parts.append(value)
            if behind.text:
                self._behind(at, behind)

    def _goes_on(self, at: int, before: str) -> bool:
        """Whether words before the first label of a line belong to the value above."""
        if self._open is None:
            return False
        cut = self._open.kind in ROLES and is_cut_name(self._lines[at], before)
        return cut or goes_on(self._lines, at, before, self._open, self._is_label)

    def _behind(self, at: int, text: TracedText) -> None:
        """What stands behind a bracket of fields: its date, or text."""
        self._open = None
        if dates_only(text.text.removeprefix("by ")):
            self._begin(at, FieldKind.DUE, "").parts.append(text)
            self._open = None
        else:
            self._rest[at] = text

    def _continue(self, at: int, text: TracedText) -> None:
        assert self._open is not None
        current, parts = self._open, self._open.parts
        wraps = (
            bool(parts)
            and not (current.is_bare and dates_only(text.text))
            and (
                not current.is_bare
                or bool(EN.FIELDS_CONNECTS.search(parts[-1].text))
                or text.text[:1].islower()
                or (is_full(self._lines, at - 1, 0.85) and len(parts[-1].text) > _SHORT_LINE)
            )
        )
        if wraps and current.kind is not FieldKind.TEXT:
            gap = TracedText.implied(" ", text.offsets[0])
            glued = parts[-1].text.endswith("/")
            parts[-1] = TracedText.join([parts[-1], text] if glued else [parts[-1], gap, text])
        else:
            parts.append(text)
        current.last = at


def is_cut_name(line: Line, before: str) -> bool:
    """Whether words before the first label of a line are the end of a name from the line above."""
    return (
        not line.after_blank and not line.is_bullet and not _is_sentence(before) and before[-1:] not in ".:"
    )


@rule(Stage.ENGLISH)
def _within_bracket(value: TracedText) -> tuple[TracedText, TracedText]:
    """A value inside a bracket of fields ends with the bracket, and what stands behind it."""
    depth = 0
    for at, char in enumerate(value.text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return value[:at].strip(), value[at + 1 :].strip(" -–—.;,)")
    return value, value[:0]


@rule(Stage.ENGLISH)
def goes_on(
    lines: Sequence[Line], at: int, text: str, current: Field, is_label: Callable[[int], bool]
) -> bool:
    """A value goes on in the next line where it ends in a comma or a small word, where a bracket is open, where the line
    begins in lower case, or where the page cut it: names go on with names, a date with its year. A sentence begins the
    text, a blank line ends the value. Below a label that stands alone everything up to the next label belongs to it."""
    line = lines[at]
    if not current.parts:
        return not line.is_bullet or current.kind is not FieldKind.DUE
    if current.column >= 0 and not line.after_blank:
        return abs(line.column - current.column) <= _SAME_COLUMN
    if current.is_bare:
        return not line.after_blank or current.kind is FieldKind.TEXT
    before = current.parts[-1].text.rstrip()
    if line.after_blank and not EN.FIELDS_CONNECTS.search(before):
        return False
    if current.kind is FieldKind.TEXT:
        return True
    if before.count("(") > before.count(")") or before.endswith((",", ";", "&", "/", "(")):
        return True
    if current.kind in (FieldKind.DUE, FieldKind.START):
        return (
            bool(EN.FIELDS_DATE_TAIL.search(before) and EN.FIELDS_YEAR_HEAD.match(text))
            or (bool(EN.FIELDS_CONNECTS.search(before)) or (text[:1].islower() and len(text) < 60))
            or (text.startswith("(") and len(text) < 60)
        )
    if current.kind in ROLES:
        if line.is_bullet:
            return not _is_sentence(text)
        if text[:1].islower() or text[:1] == "(" or EN.FIELDS_CONNECTS.search(before):
            return not _is_sentence(text) or bool(EN.FIELDS_CONNECTS.search(before))
        return not _is_sentence(text) and (is_full(lines, at - 1) or _label_near(at, lines, is_label))
    return text[:1].islower() or bool(EN.FIELDS_CONNECTS.search(before)) or is_full(lines, at - 1, 0.75)


def _label_near(at: int, lines: Sequence[Line], is_label: Callable[[int], bool]) -> bool:
    """Only names stand between this line and the next label."""
    for place in range(at + 1, min(at + _LABEL_NEAR, len(lines))):
        if is_label(place):
            return not lines[place].after_blank
        if lines[place].after_blank or _is_sentence(lines[place].words):
            return False
    return False


def _is_sentence(text: str) -> bool:
    """Whether words are a sentence, not names: most of them begin in lower case."""
    words = compiled(r"[A-Za-z][\w’'-]*").findall(text)
    counted = [word for word in words if word not in _LITTLE]
    lower = sum(word[0].islower() for word in counted)
    return len(words) >= _SENTENCE_WORDS and lower > 0.4 * len(counted)


@rule(Stage.ENGLISH)
def names_somebody(value: str) -> bool:
    """A value that is a sentence explains the label and names nobody."""
    if not compiled(r"[A-Za-z]").search(value):
        return False
    first = compiled(r"(?<=[a-z]{2})[.;](?=\s)|\n").split(value)[0]
    return not (
        _is_sentence(first) and len(first.split()) > 6 and not compiled(r"[,;]").search(first)
    ) and not dates_only(value)
