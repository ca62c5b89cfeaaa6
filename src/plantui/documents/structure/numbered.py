"""Numbered headings: words with a number (Action 1.2), codes (BE-1), numbers (2.1), letters (A.)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.normalize.lines import Line
from plantui.documents.normalize.running_lines import has_known_label
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_labels import kind_of_label, labels_in
from plantui.documents.tokens.numbering import form_of_code

_LITTLE = frozenset(en.HEADINGS_IN_LOWER_CASE)
_MOST_LINES = 6
_AROUND = 8


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its number as printed, and the lines that its title takes."""

    first: int
    end: int
    code: str
    """The number without the word: 1.2, BE-1."""
    word: str
    """Goal, Mitigation Action …; empty for a bare number."""
    title_at: tuple[int, int]
    """Line and character where the title begins."""
    series: str
    """What headings of one kind have in common: their word and the form of their number."""

    @property
    def number(self) -> str:
        """The number as printed, with its word."""
        return f"{self.word} {self.code}".strip()

    @property
    def is_item(self) -> bool:
        """Its word is one of those that plans give their tasks."""
        return bool(self.word) and bool(EN.NUMBERED_ITEMS.fullmatch(self.word.split()[-1]))


@rule(Stage.ENGLISH)
def head_at(lines: Sequence[Line], at: int) -> Head | None:
    """A numbered heading: a word with a number (`Action 1.1.1: Title`, `Mitigation Action MH-1`, `Action 2023-01`,
    `Commitment #2 – Title`), a code or a number before a title (`BE-1 Title`, `E1.2 Title`, `A.1 Title`, `EL/24/1`, `(3)
    Title`, `3. Title`, `1.1 Title`), a letter or a Roman number with a full stop. Behind a word and number alone the title
    is the next line, where that is one."""
    text = lines[at].words
    if compiled(r"\.{4,}|\. \. \.|\t|\s\|\s.*\s\|\s").search(text):
        return None
    worded = EN.NUMBERED_WORDED.match(text)
    match = worded or EN.NUMBERED_NUMBER.match(text)
    if match is None:
        return _named(lines, at)
    title, code = match["title"].strip(), compiled(r"\s").sub("", match["code"])
    if worded is None and not _is_number(match, title):
        return None
    if (
        worded is not None
        and title
        and (not EN.NUMBERED_TITLE_START.match(title) or EN.NUMBERED_AGAIN.match(title))
    ):
        return None
    word = " ".join(f"{match['before']}{match['word']}".split()) if worded is not None else ""
    if worded is not None and not match["sep"].strip() and not title and len(text) > 40:
        return None
    place = _title_place(lines, at, match, title)
    end = _end(lines, *place) if place[0] < len(lines) and place != (at, len(text)) else at + 1
    return Head(at, end, code.strip("()"), word, place, _series_of(word, code, match["sep"]))


def _is_number(match: re.Match[str], title: str) -> bool:
    """Whether what stands before a title without a word can be its number."""
    code, sep = match["code"], match["sep"].strip()
    if not title:
        return bool(
            compiled(r"[A-Z]{1,5}[-–./]?\d.*[-–./]\d+|[A-Z]{2,5}-\d+|\d{1,2}(?:\.\d{1,2}){1,3}").fullmatch(
                code
            )
        )
    if not EN.NUMBERED_TITLE_START.match(title) or EN.NUMBERED_FIGURE.match(title):
        return False
    if code.isdigit() and not sep:
        return title[0].isupper() and not EN.NUMBERED_MONTH.match(title)
    if compiled(r"[A-Z]|[IVX]+").fullmatch(code):
        return sep in {".", ")"} and title[0].isupper() and len(title.split()[0]) > 1
    return not (sep == "" and code.isdigit())


def _series_of(word: str, code: str, sep: str) -> str:
    form = form_of_code(code)
    if compiled(r"[A-Za-z]+").fullmatch(code) and word:
        form = "9"
    if code.endswith(".0"):
        form = "9.0"
    form = compiled(r"(?<=9)[a-z]$").sub("", form)
    mark = "" if word else sep.strip()[:1]
    return f"{word.lower()} {form.replace('–', '-')}{mark}"


def _named(lines: Sequence[Line], at: int) -> Head | None:
    """`Goal: Safe streets` behind a blank line is a heading without a number."""
    match = EN.NUMBERED_NAMED.match(lines[at].words)
    if match is None or not lines[at].after_blank:
        return None
    start = match.start("title")
    return Head(
        at, _end(lines, at, start), "", match["word"].title(), (at, start), f"{match['word'].lower()} :"
    )


def _title_place(lines: Sequence[Line], at: int, match: re.Match[str], title: str) -> tuple[int, int]:
    """Where the title begins: in this line or, where that has the number alone, in the next."""
    if title:
        return at, match.start("title")
    return (at + 1, 0) if _is_title_below(lines, at + 1) else (at, len(lines[at].words))


def _is_title_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the lines behind a number alone are its title and not yet its text: they begin no sentence."""
    if at >= len(lines) or lines[at].after_blank or not EN.NUMBERED_TITLE_START.match(lines[at].words):
        return False
    words = lines[at].words
    kind = kind_of_label(words)
    is_label = kind in ROLES or kind is FieldKind.DUE or (kind is not None and not words.isupper())
    if labels_in(words) or starts_head(lines, at) or is_label:
        return False
    for line in lines[at + 1 : at + 4]:
        if line.after_blank or not line.words[:1].islower():
            break
        words += f" {line.words}"
    below = lines[at + 1].words if at + 1 < len(lines) else ""
    ends = r"[.;](?:\s|$)" if has_known_label(below) else r"[.;,](?:\s|$)"
    return not compiled(ends).search(words) and len(words) < 180


def starts_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins like a numbered heading."""
    text = lines[at].words
    worded = EN.NUMBERED_WORDED.match(text)
    if worded is not None:
        return not worded["title"] or bool(EN.NUMBERED_TITLE_START.match(worded["title"]))
    match = EN.NUMBERED_NUMBER.match(text)
    return match is not None and bool(match["title"]) and _is_number(match, match["title"].strip())


@rule(Stage.ENGLISH)
def _end(lines: Sequence[Line], at: int, start: int) -> int:
    """A title goes on in the next line where that begins in lower case, where the line ends in a small word (of, the,
    and), or where both are written with capitals as titles are; a full stop, a blank line or a label ends it."""
    end = at + 1
    current = lines[at].words[start:]
    while end < len(lines) and end - at < _MOST_LINES:
        following = lines[end].words
        if current.rstrip().endswith((".", "?", "!")) or has_known_label(following) or lines[end].is_bullet:
            break
        if (
            starts_head(lines, end)
            or EN.NUMBERED_ALONE.fullmatch(following)
            or EN.NUMBERED_WIDE_GAP.search(following)
        ):
            break
        is_cut = following[:1].islower() or EN.NUMBERED_SMALL.search(current.rstrip())
        both = (
            is_title_case(current)
            and is_title_case(following)
            and not lines[end].after_blank
            and not _stands_above(lines, end)
        )
        if lines[end].after_blank and not (
            following[:1].islower() or EN.NUMBERED_HANGS.search(current.rstrip())
        ):
            break
        if not is_cut and not both:
            break
        current = following
        end += 1
    return end


def _stands_above(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading itself, above the numbered one behind the next blank line."""
    following = at + 1
    is_over = following < len(lines) and lines[following].after_blank and starts_head(lines, following)
    return is_over and not is_full(lines, at - 1)


def is_full(lines: Sequence[Line], at: int, share: float = 0.6) -> bool:
    """Whether the next line's first word had no room in a line, as wide as the lines around it are."""
    if at + 1 >= len(lines):
        return False
    around = [
        len(line.words)
        for line in lines[max(0, at - _AROUND) : at + _AROUND]
        if not EN.NUMBERED_WIDE_GAP.search(line.words)
    ]
    word = lines[at + 1].words.split(" ", 1)[0]
    return len(lines[at].words) + 1 + len(word) > share * max(around, default=0)


def is_title_case(text: str) -> bool:
    """Whether a line is written with capitals as titles are."""
    words = [word for word in compiled(r"[A-Za-z][\w’'-]*").findall(text) if word.lower() not in _LITTLE]
    return bool(words) and len(text) < 80 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def by_series(heads: Iterable[Head]) -> dict[str, list[Head]]:
    """Return the headings of each kind."""
    found: dict[str, list[Head]] = {}
    for head in heads:
        found.setdefault(head.series, []).append(head)
    return found


def heads_of(lines: Sequence[Line]) -> list[Head]:
    """Every numbered heading, none inside another."""
    found: list[Head] = []
    at = 0
    while at < len(lines):
        head = head_at(lines, at)
        if head is None:
            at += 1
        else:
            found.append(head)
            at = max(head.end, at + 1)
    return found


@rule(Stage.ENGLISH)
def repeated_forms(heads: Sequence[Head]) -> list[Head]:
    """Without a word, a number counts only among others of its form, and letters with a number only where that counts on:
    PM10 at the beginning of a line is none."""
    real = set()
    for series, found in by_series(heads).items():
        codes = [head.code for head in found]
        if len(set(codes)) > 1 and _counts_on(codes):
            real.add(series)
    return [head for head in heads if head.word or head.series in real]


def _counts_on(codes: Sequence[str]) -> bool:
    if not codes[0][0].isalpha():
        return True
    parts = [compiled(r"(.*?)(\d+)[a-z]?").fullmatch(code) for code in codes]
    numbers = {(part[1], int(part[2])) for part in parts if part}
    return not numbers or any((letters, number + 1) in numbers for letters, number in numbers)
