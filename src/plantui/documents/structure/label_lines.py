"""Labels without a colon: alone on their line, or set off by a gap or a dash."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.field_kind import ROLES, FieldKind, Label
from plantui.documents.languages.en import EN
from plantui.documents.normalize.lines import Line
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_labels import kind_of_label


@rule(Stage.ENGLISH)
def bare_labels(lines: Sequence[Line], taken: set[int]) -> dict[int, FieldKind]:
    """A line that is a label of the vocabulary and nothing else announces the lines below it, where the document has
    such a line twice and one of them names a role; so does a question that comes again and again. A line that comes as
    often as the roles do and never below a label is a label too, though an unknown one."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if at not in taken and len(line.words) < 80:
            places.setdefault(line.words.rstrip(" :"), []).append(at)
    again = {words: found for words, found in places.items() if len(found) > 1}
    kinds = {words: _bare_kind(words) for words in again}
    leads = max((len(again[words]) for words, kind in kinds.items() if kind in ROLES), default=0)
    if not leads:
        return {}
    labels = {at: kind for words, found in again.items() if (kind := kinds[words]) for at in found}
    for words, found in again.items():
        is_form = kinds[words] is None and not compiled(r"\d|[.,;]$").search(words)
        if is_form and len(found) >= max(2, leads) and not any(at - 1 in labels for at in found):
            labels |= dict.fromkeys(found, FieldKind.UNKNOWN)
    return labels


@rule(Stage.ENGLISH)
def gapped_labels(lines: Sequence[Line], taken: set[int]) -> dict[int, Label]:
    """A label of the vocabulary at the start of a line is one without a colon too, where a wide gap parts it from its
    value, the document has it twice, and one of such labels names a role."""
    found: dict[str, list[tuple[int, Label]]] = {}
    for at, line in enumerate(lines):
        match = EN.LABEL_LINES_GAPPED.match(line.words) if at not in taken else None
        kind = kind_of_label(match["label"]) if match else None
        if match is not None and kind is not None and not columns_after(line.words, match.end()):
            label = Label(0, match.end(), kind, match["label"])
            found.setdefault(match["label"].lower(), []).append((at, label))
    again = [places for places in found.values() if len(places) > 1]
    if not any(places[0][1].kind in ROLES for places in again):
        return {}
    return {at: label for places in again for at, label in places}


def columns_after(text: str, start: int) -> bool:
    """Whether more gaps follow: a row of a table, no label and its value."""
    return bool(compiled(r"\S(?:\s{2,}|\t)\S").search(text, start))


def _bare_kind(words: str) -> FieldKind | None:
    if words.endswith("?"):
        return FieldKind.TEXT
    kind = kind_of_label(words) if words[:1].isupper() or words[:1] == "#" else None
    return None if kind in (FieldKind.TITLE, FieldKind.NUMBER) else kind
