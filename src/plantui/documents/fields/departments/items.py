"""A department clause as items: names, verbs, dates, each in its role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plantui.documents.field_kind import ROLE_OF, ROLES, FieldKind, Label
from plantui.documents.fields.deadlines.phrases import FINDERS, whole_year
from plantui.documents.fields.deadlines.standing import start
from plantui.documents.fields.departments.labels import (
    KNOWN,
    labels_in,
    role_of_verb,
    verb_behind,
    verb_with_object,
)
from plantui.documents.fields.departments.names import place_and_group, runs_of, split_joined
from plantui.documents.languages.own_words import remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import (
    Likeness,
    likeness,
    nobody,
    without_note,
    without_others,
)
from plantui.documents.tokens.dates import DatedPhrase
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

_IN_DATES = compiled(r"[年月日季底末内]")


@dataclass(slots=True)
class Item:
    """A name as it is read: the words, the run (names between two commas) and the role, once a verb or label gave it."""

    name: TracedText
    run: int
    role: Role | None = None
    likeness: Likeness = Likeness.WEAK
    mark: str = ""
    """The ★ or ▲ before it."""
    is_joined: bool = False
    """It stands before 会同, and so do the names before it in its run."""


@dataclass(slots=True)
class Parsed:
    """A clause taken apart."""

    items: list[Item] = field(default_factory=list)
    dates: list[tuple[DatedPhrase, TracedText, str]] = field(default_factory=list)
    """Each date, its phrase, and what the words behind it say is due by then."""
    kept: list[TracedText] = field(default_factory=list)
    """Parts behind labels of another kind (适用范围：…), which stay in the text."""
    undated: list[TracedText] = field(default_factory=list)
    """What stands behind a label of a deadline and is no date: 秋季开学前."""
    persons: list[TracedText] = field(default_factory=list)
    """Labels of persons with their names: 牵头领导：…"""
    has_label: bool = False
    has_verb: bool = False
    has_bare_verb: bool = False
    """A verb that nothing follows: not only 市公安局配合做好路段管理."""
    is_standing: bool = False
    is_empty: bool = False
    """It says 无."""


def parse(clause: TracedText, period: Period, kind: FieldKind | None = None) -> Parsed:
    """Take a clause apart. `kind` is that of a list whose label stands elsewhere, such as a table column."""
    parsed = Parsed(has_label=kind is not None)
    text = folded(clause.text)
    labels = labels_in(text, others=True)
    first = labels[0].start if labels else len(text)
    _read_part(clause[:first], kind, period, parsed)
    for index, label in enumerate(labels):
        end = labels[index + 1].start if index + 1 < len(labels) else len(text)
        if label.kind in ROLES:
            parsed.has_label = True
            label = beside_lead(text, label, labels)
        if label.kind in KNOWN - {FieldKind.PERSON}:
            _read_part(clause[label.end : end], label.kind, period, parsed)
        else:
            said = clause[label.start : end].strip("，,；;。.、 　")
            (parsed.persons if label.kind is FieldKind.PERSON else parsed.kept).append(said)
    return parsed


@rule(Stage.DEPARTMENTS)
def beside_lead(text: str, label: Label, labels: list[Label]) -> Label:
    """主责单位： leads, but beside a 牵头单位： it is responsible."""
    said = text[label.start : label.end]
    others = any("牵头" in text[other.start : other.end] for other in labels)
    return label._replace(kind=FieldKind.RESPONSIBLE) if others and "主责" in said else label


def _read_part(part: TracedText, kind: FieldKind | None, period: Period, parsed: Parsed) -> None:
    """One list behind a label, or the whole clause where no label stands."""
    pending: list[Item] = []
    first_run = parsed.items[-1].run + 1 if parsed.items else 0
    for run, name in each_of_level(runs_of(part)):
        pending.extend(_read_item(name, first_run + run, kind, period, parsed, pending))
    role = ROLE_OF.get(kind) if kind else None
    for item in pending:
        item.role = item.role or role
    parsed.items.extend(pending)


def _read_item(
    name: TracedText,
    run: int,
    kind: FieldKind | None,
    period: Period,
    parsed: Parsed,
    pending: list[Item],
) -> list[Item]:
    name, text = _trimmed(name)
    if not text:
        return []
    is_whole_year = kind is FieldKind.DUE and any(whole_year(text, period))
    if ZH.ITEMS_STANDING.match(text) and not is_whole_year:
        parsed.is_standing = True
        return []
    if _take_date(name, text, kind, period, parsed):
        return []
    found: list[Item] = []
    said = verb_behind(text)
    parsed.has_bare_verb = parsed.has_bare_verb or said is not None
    said = said or verb_with_object(text)
    words = name[: said[0]] if said else name
    found.extend(_names(words, run, parsed))
    if found and found[0].is_joined:
        for item in pending:
            item.role = item.role or (Role.LEAD if item.run == run else None)
    if said:
        parsed.has_verb = True
        _close([*pending, *found], said[1], ROLE_OF.get(kind) if kind else None)
    return found


@rule(Stage.DEPARTMENTS)
def _close(items: list[Item], said: Role, role: Role | None) -> None:
    """A verb gives its role to all names since the last one. Under a label, 负责 only repeats it, unless another
    verb there says who leads; 按职责分工负责 says that they share it. In
    市教育局；市财政局、市人力社保局配合 the names before the first ； or ， are those who do it; under a label those
    before the last one are what the label says."""
    leads = any(item.role is Role.LEAD for item in items)
    weak = said is Role.RESPONSIBLE and role is not None and not leads
    open_items = [item for item in items if item.role is None]
    if said is Role.SUPPORT and open_items and len(open_items) == len(items):
        first, last = open_items[0].run, open_items[-1].run
        behind = [item for item in open_items if (item.run == last if role else item.run != first)]
        if first != last:
            for item in open_items[: len(open_items) - len(behind)]:
                item.role = role or Role.RESPONSIBLE
            open_items = behind
    for item in open_items:
        item.role = role if weak else said


def _trimmed(name: TracedText) -> tuple[TracedText, str]:
    name = name.strip(" \t\n　。.；;，,、：:")
    text = folded(name.text)
    lead = ZH.ITEMS_LEADING.match(text)
    if lead and lead.end() < len(text):
        name = name[lead.end() :]
        text = text[lead.end() :]
    return name, text


def _take_date(name: TracedText, text: str, kind: FieldKind | None, period: Period, parsed: Parsed) -> bool:
    if kind is not FieldKind.DUE and not _IN_DATES.search(text):
        return False
    if kind is not FieldKind.DUE and likeness(text) is Likeness.STRONG:
        return False
    candidates = [
        found
        for finder in FINDERS
        for found in finder(text, period)
        if kind is not FieldKind.DUE or not start(text, found)
    ]
    candidates.sort(key=lambda found: (found.start - found.end, found.start))
    if candidates:
        best = candidates[0]
        parsed.dates.append((best, name[best.start : best.end], _due(name[best.end :].text)))
        return True
    if kind is FieldKind.DUE:
        parsed.is_standing = True
        parsed.undated.append(name)
    return kind is FieldKind.DUE


def _due(behind: str) -> str:
    """3月底前出台办法: what is due. 2025年底前完成 says no more than that the whole task is."""
    behind = behind.strip(" 　，,、")
    return "" if len(behind) < 4 or ZH.ITEMS_NO_MORE.match(folded(behind)) else behind


def _names(words: TracedText, run: int, parsed: Parsed) -> list[Item]:
    found: list[Item] = []
    for piece, is_joined in split_joined(words):
        name, text = _trimmed(piece)
        if (plain := _plain_name(text)) is not None:
            start, end, like = plain
            found.append(Item(name[start:end], run, Role.LEAD if is_joined else None, like, "", is_joined))
            continue
        role, mark = None, ""
        if ZH.ITEMS_MARK.match(text):
            mark = text[0]
            name, text = _trimmed(name[1:])
        note = ZH.ITEMS_SCOPE_NOTE.search(text)
        if note:
            name, text = name[: note.start()], text[: note.start()]
        marked = ZH.ITEMS_MARKED.search(text)
        if marked:
            role = role_of_verb(marked["mark"].removesuffix("单位").removesuffix("部门"))
            name, text = name[: marked.start()], text[: marked.start()]
        if nobody(text):
            parsed.is_empty = parsed.is_empty or text.strip() in ("无", "暂无")
            continue
        for one in place_and_group(name):
            text = folded(one.text)
            length = without_note(text[: without_others(text)])
            kept, text = one[:length].strip(), text[:length].strip()
            if text and not nobody(text):
                given = role or (Role.LEAD if is_joined else None)
                found.append(Item(kept, run, given, likeness(text), mark, is_joined))
    return found


@remembered(4096)  # a plan names the same bodies again and again
def _plain_name(text: str) -> tuple[int, int, Likeness] | None:
    """Return where a name stands in words that have neither mark nor note, and what it is like; None for other words."""
    if (
        nobody(text)
        or ZH.ITEMS_MARK.match(text)
        or ZH.ITEMS_SCOPE_NOTE.search(text)
        or ZH.ITEMS_MARKED.search(text)
        or ZH.ITEMS_PLACE_OF_GROUP.fullmatch(text)
    ):
        return None
    whole = text[: without_note(text[: without_others(text)])]
    name = whole.strip()
    start = len(whole) - len(whole.lstrip())
    return None if not name or nobody(name) else (start, start + len(name), likeness(name))


@rule(Stage.DEPARTMENTS)
def each_of_level(runs: list[tuple[int, TracedText]]) -> Iterator[tuple[int, TracedText]]:
    """各区、县级市 are 各区 and 各县级市: a level alone behind one with 各 means all of it, too."""
    if not any("各" in name.text for _, name in runs):
        yield from runs
        return
    before = ""
    for run, name in runs:
        text = folded(name.text).strip()
        said = verb_behind(text)
        level = text[: said[0]] if said else text
        is_one = ZH.ITEMS_BARE_LEVEL.fullmatch
        if level and before.startswith("各") and is_one(before[1:]) and is_one(level):
            name = TracedText.join([TracedText.implied("各", name.strip().offsets[0]), name.strip()])
            level = f"各{level}"
        before = level
        yield run, name
