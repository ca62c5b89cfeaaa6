"""Tasks without numbers: bullets with their fields, and paragraphs above their fields."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.normalize.lines import Line
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_labels import kind_of_label, labels_in

from .clusters import Cluster
from .numbered import Head, is_full

BULLET, PARAGRAPH, TITLED, PLEDGE = "bullet", "paragraph", "titled", "pledge"
_PLEDGES = 3
_LONGEST_BULLET = 14


def _head(at: int, end: int, series: str, start: int = 0) -> Head:
    return Head(at, end, "", "", (at, start), series)


@rule(Stage.ENGLISH)
def bullet_heads(lines: Sequence[Line], taken: set[int]) -> list[Head]:
    """A bullet can be a task: its words up to the bracket or the line of its fields."""
    found = []
    for at, line in enumerate(lines):
        if not line.is_bullet or at in taken or _begins_with_label(line.words):
            continue
        end = at + 1
        while (
            end < len(lines)
            and end - at < _LONGEST_BULLET
            and end not in taken
            and not lines[end].is_bullet
            and not lines[end].after_blank
            and not _has_label(lines[end - 1].words)
            and not _begins_with_label(lines[end].words)
            and (lines[end].words[:1].islower() or lines[end].column > line.column or _runs_on(lines, end))
        ):
            end += 1
        found.append(_head(at, end, BULLET))
    return found


def _runs_on(lines: Sequence[Line], at: int) -> bool:
    """The bracket of fields begins in this line, or the page cut the sentence."""
    open_sentence = not lines[at - 1].words.endswith((".", "!", "?"))
    return lines[at].words[:1] in "([" or (open_sentence and is_full(lines, at - 1, 0.8))


def _has_label(text: str) -> bool:
    return any(label.kind in ROLES for label in labels_in(text))


def _begins_with_label(text: str) -> bool:
    labels = labels_in(text)
    return bool(labels) and labels[0].start <= 1 and labels[0].kind is not FieldKind.UNKNOWN


@rule(Stage.ENGLISH)
def titled_heads(lines: Sequence[Line], taken: set[int]) -> list[Head]:
    """`Action: Install solar panels`, `Project title: …`: a label of the task itself begins it, where it comes again and
    again; so does its number before it (`Action No.: 3`)."""
    found: list[Head] = []
    for at, line in enumerate(lines):
        if at in taken:
            continue
        labels = labels_in(line.words)
        title = next((one for one in labels if one.kind is FieldKind.TITLE), None)
        if title is None or title.start > 0 or not line.words[title.end :].strip():
            continue
        end = at + 1
        while end < len(lines) and end not in taken and not lines[end].after_blank:
            if not lines[end].words[:1].islower() or _begins_with_label(lines[end].words):
                break
            end += 1
        series = f"{TITLED} {title.words.lower()}"
        own = EN.UNNUMBERED_OWN_NUMBER.match(line.words, title.end)
        if own is not None:
            found.append(Head(at, end, own["code"], "", (at, own.end()), series))
            continue
        code = _number_above(lines, at, taken)
        found.append(Head(at - bool(code), end, code, "", (at, title.end), series))
    return found


def _number_above(lines: Sequence[Line], at: int, taken: set[int]) -> str:
    """The value of a label of numbers on the line above."""
    if at == 0 or at - 1 in taken:
        return ""
    text = lines[at - 1].words
    labels = labels_in(text)
    is_number = len(labels) == 1 and labels[0].kind is FieldKind.NUMBER and labels[0].start == 0
    return text[labels[0].end :].strip() if is_number else ""


@rule(Stage.ENGLISH)
def paragraph_heads(lines: Sequence[Line], clusters: Sequence[Cluster], taken: set[int]) -> list[Head]:
    """Where nothing else heads the fields, the first line of the paragraph above them does: behind the last blank line,
    or behind the heading or the fields above. The first line of the document is its title."""
    found: list[Head] = []
    last = -1
    for cluster in clusters:
        at = cluster.first
        while at - 1 > last and at - 1 not in taken and not labels_in(lines[at - 1].words):
            if lines[at].after_blank and at < cluster.first:
                break
            at -= 1
        if 0 < at < cluster.first and kind_of_label(lines[at].words) is None:
            end = at + 1
            while end < cluster.first and lines[end].words[:1].islower() and not lines[end].after_blank:
                end += 1
            is_title = not compiled(r"[.;]\s*$").search(lines[end - 1].words)
            found.append(_head(at, end if is_title else at + 1, PARAGRAPH))
        last = cluster.last
    return found


@rule(Stage.ENGLISH)
def pledge_heads(lines: Sequence[Line], clusters: Sequence[Cluster], taken: set[int]) -> list[Head]:
    """Paragraphs that say what will be done and by whom (`We will open a youth space by May. The Community Team leads this
    work.`) are tasks where there are three or more, and most paragraphs from the first to the last are such."""
    found: list[Head] = []
    for cluster in clusters:
        at = cluster.first
        while at and at - 1 not in taken and not lines[at].after_blank:
            at -= 1
        is_said = all(one.is_said for one in cluster.fields)
        if is_said and at not in taken and EN.UNNUMBERED_PLEDGE.match(lines[at].text.text):
            found.append(_head(at, at + 1, PLEDGE))
    if len(found) < _PLEDGES:
        return []
    between = range(found[0].first, found[-1].first + 1)
    paragraphs = [at for at in between if at not in taken and (lines[at].after_blank or at - 1 in taken)]
    return found if 2 * len(found) > len(paragraphs) else []
