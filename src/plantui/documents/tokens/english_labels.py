"""The labels of a plan's lines: who leads, who helps, by when, what else. One vocabulary, read word by word."""

from __future__ import annotations

from plantui.documents.field_kind import KIND_OF_MEANING, ROLES, FieldKind, Label
from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.own_words import meaning_of, own_words, remembered
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_BODY = frozenset(en.LABELS_BODY)
_PLACE = frozenset(en.LABELS_PLACE)
_LEAD = frozenset(en.LABELS_LEAD)
_LEAD_PART = frozenset(en.LABELS_LEAD_PART)
_SUPPORT = frozenset(en.LABELS_SUPPORT)
_RESPONSIBLE = frozenset(en.LABELS_RESPONSIBLE)
_TIME_CORE = frozenset(en.LABELS_TIME_CORE)
_TIME = _TIME_CORE | frozenset(en.LABELS_TIME)
_START = frozenset(en.LABELS_START)
_TEXT_CORE = frozenset(en.LABELS_TEXT_CORE)
_TEXT = _TEXT_CORE | frozenset(en.LABELS_TEXT)
_MEASURE_CORE = frozenset(en.LABELS_MEASURE_CORE)
_MEASURE = _MEASURE_CORE | frozenset(en.LABELS_MEASURE)
_OTHER_CORE = frozenset(en.LABELS_OTHER_CORE)
_OTHER = _OTHER_CORE | frozenset(en.LABELS_OTHER)
_TITLE = frozenset(en.LABELS_TITLE)
_TITLE_REST = _TITLE | frozenset(en.LABELS_TITLE_REST)
_NUMBER = frozenset(en.LABELS_NUMBER)
_NUMBER_REST = _NUMBER | _TITLE | frozenset(en.LABELS_NUMBER_REST)


@rule(Stage.ENGLISH)
@remembered(2048)
def kind_of_label(label: str) -> FieldKind | None:
    """What a label announces follows from its words, of which each must be known: a leading body is the one with lead,
    primary, owner, coordinating; a supporting one with support, partner, stakeholder, involved, consulted, whatever
    else stands with it (implementing partners) but lead (lead partner); a responsible one with responsible,
    implementing, accountable, or a bare agency or department.
    An owner leads, whatever the rest (Executive owner). Dates have date, timeline, due, by, when, completion;
    then come the label's other words (description, target, cost)."""
    if meaning := meaning_of(label.strip(" .:"), own_words().labels):
        return KIND_OF_MEANING[meaning]
    plain = (
        EN.LABELS_TEXT_PLURAL.sub("", label.lower()).replace("/", " ").replace("&", " and ").replace("’", "'")
    )
    plain = (
        compiled(r"\b(no|sl|sr|s|dept|ref)\.")
        .sub(r"\1 ", plain)
        .replace("time frame", "timeframe")
        .replace("time-frame", "timeframe")
    )
    if compiled(r"[\d.;!]").search(plain.strip(" .")):
        return None
    tokens = EN.LABELS_TEXT_TOKEN.findall(plain)
    if not tokens or len(tokens) > 8:
        return None
    words = frozenset(tokens)
    joint = bool(compiled(r"[/&]|\band\b").search(label))
    return _role_of(words, tokens, joint=joint) or _time_of(words, tokens) or _rest_of(words, tokens)


def _role_of(words: frozenset[str], tokens: list[str], *, joint: bool) -> FieldKind | None:
    known = _BODY | _PLACE | _LEAD | _LEAD_PART | _SUPPORT | _RESPONSIBLE
    if not words <= known:
        return (
            FieldKind.LEAD
            if tokens[-1] in en.LABELS_LAST_LEADS and len(tokens) <= _MOST_BEFORE_LAST
            else None
        )
    leads = bool(words & (_LEAD | _LEAD_PART)) and words != {"head"}
    supports = bool(words & (_SUPPORT - {"actors"})) or ("other" in words and bool(words & _BODY))
    supports = supports or words in ({"working", "with"}, {"with"})
    supports = supports or ("actors" in words and len(words) > 1 and not words & _RESPONSIBLE - {"actors"})
    if leads and supports and joint:
        return FieldKind.LEAD_AND_SUPPORT
    if leads and supports:
        is_lead = words & {"partner", "partners", "stakeholder", "collaborator", "primary"}
        return FieldKind.LEAD if is_lead else FieldKind.SUPPORT
    if leads:
        return FieldKind.LEAD
    if "responsible" in words and supports and words & {"partner", "partners", "stakeholder", "stakeholders"}:
        return FieldKind.RESPONSIBLE
    if supports:
        return FieldKind.SUPPORT
    has_body = bool(words & (_BODY | {"who"}))
    if (
        words & {"implementation", "implementing"}
        and not has_body
        and words <= {"implementation", "implementing"}
    ):
        return None
    if words & _RESPONSIBLE - {"implementation", "office", "delivered"}:
        return FieldKind.RESPONSIBLE
    if "implementation" in words and has_body and not words & {"plan", "level"}:
        return FieldKind.RESPONSIBLE
    return FieldKind.RESPONSIBLE if tokens[-2:] == ["delivered", "by"] else None


def _time_of(words: frozenset[str], tokens: list[str]) -> FieldKind | None:
    if not words <= _TIME | _START:
        return None
    if words & _START and not words & {"end", "completion", "finish", "complete", "timeline", "timeframe"}:
        return FieldKind.START
    core = words & _TIME_CORE or ("time" in words and len(words) > 1)
    return FieldKind.DUE if core and words != {"years"} and words != {"complete"} else None


def _rest_of(words: frozenset[str], tokens: list[str]) -> FieldKind | None:
    if words & _NUMBER and words <= _NUMBER_REST and words != {"item"} and words != {"reference"}:
        return FieldKind.NUMBER
    if words & _TITLE and words <= _TITLE_REST and words != {"measure"}:
        return FieldKind.TITLE
    for core, known, kind in (
        (_TEXT_CORE, _TEXT, FieldKind.TEXT),
        (_MEASURE_CORE, _MEASURE, FieldKind.MEASURE),
        (_OTHER_CORE, _OTHER | _TEXT | _MEASURE, FieldKind.OTHER),
    ):
        if words & core and words <= known:
            return kind
    return None


_MOST_BEFORE_LAST = 3
_MOST_WORDS = 7
_MOST_WHOLE = 4
"""At the start of a line so many words before a colon are one label, also with a word that no vocabulary has."""
_SURE = frozenset(FieldKind) - {FieldKind.UNKNOWN, FieldKind.TITLE, FieldKind.NUMBER, FieldKind.SECTION}


@rule(Stage.ENGLISH)
def labels_in(line: str) -> list[Label]:
    """A label ends in a colon and begins with a capital at the start of the line, behind a wide gap, a mark (| ; – or a
    bracket) or the end of a sentence; one of the vocabulary also behind a single blank. The longest label wins. Short
    words with a capital before a colon are a label even where no vocabulary has them."""
    found: list[Label] = []
    begin = 0
    for colon in EN.LABELS_TEXT_COLON.finditer(line):
        label = _before(line, begin, colon.start(), is_first=not found)
        asks = colon.group() == "?"
        if label is not None and not (asks and (label[0] or label[1] not in ROLES | {FieldKind.DUE})):
            found.append(Label(label[0], colon.end(), label[1], line[label[0] : colon.start()].strip()))
            begin = colon.end()
    return found


def _before(line: str, begin: int, end: int, *, is_first: bool) -> tuple[int, FieldKind] | None:
    for gap in EN.LABELS_TEXT_WIDE.finditer(line, begin, end):
        begin = gap.end()
    edges = [begin + (len(line[begin:end]) - len(line[begin:end].lstrip()))]
    edges += [
        match.end()
        for match in EN.LABELS_TEXT_EDGE.finditer(line, begin, end)
        if match[0][0] != "," or not is_first
    ]
    for start in edges:
        phrase = line[start:end].strip()
        kind = kind_of_label(phrase) if EN.LABELS_TEXT_LABEL.fullmatch(phrase.rstrip(".")) else None
        if kind is not None:
            return start, kind
    for match in compiled(r"(?<=[^,\s]\s)(?=[A-Z])").finditer(line, edges[0], end):
        kind = kind_of_label(line[match.start() : end].strip())
        if kind in _SURE and kind is not FieldKind.TEXT:
            phrase = line[edges[0] : end].strip()
            is_whole = is_first and edges[0] == 0 and len(phrase.split()) <= _MOST_WHOLE
            return (0 if is_whole and EN.LABELS_TEXT_LABEL.fullmatch(phrase) else match.start()), kind
    for start in reversed(edges):
        phrase = line[start:end].strip()
        at_edge = (is_first and start == edges[0]) or start > edges[0]
        if (
            at_edge
            and EN.LABELS_TEXT_LABEL.fullmatch(phrase)
            and len(phrase.split()) <= _MOST_WORDS
            and len(phrase) > 1
        ):
            return start, FieldKind.UNKNOWN
    return None
