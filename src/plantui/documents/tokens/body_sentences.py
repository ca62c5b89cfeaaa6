"""Bodies that the sentences of a task name in passing: led by the Planning Department with support from Public Works."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

_LONGEST_LIST = 120
_RESPONSIBLE = ("implemented", "delivered", "carried out", "undertaken", "responsible", "accountable")


def sentences_of(text: TracedText) -> Iterator[TracedText]:
    """The sentences of a text without their full stops; behind `No.` and initials none ends."""
    start = 0
    for stop in EN.SENTENCES_STOP.finditer(text.text):
        if not EN.SENTENCES_ABBREVIATED.search(text.text[start : stop.start()]):
            yield text[start : stop.start()].strip()
            start = stop.end()
    yield text[start:].strip()


@rule(Stage.ENGLISH)
def bodies_in_sentence(sentence: TracedText) -> list[tuple[Role, TracedText]]:
    """A sentence says who does a task: `The redesign is led by the Office of the Provost`, `Led by X`, `X will lead this
    work`, `X leads` name who leads; `X is responsible for this action`, `…, delivered by X`, `X will hold the day with help
    from Y` and, where X is a body, `X will sample meat` who is responsible; `with support from Y`, `supported by Y`,
    `in partnership with Y`, `together with Y` behind it, and `Y advises`, who helps."""
    does = EN.SENTENCES_DOES.match(sentence.text)
    if does is not None and not are_bodies(EN.SENTENCES_THE.sub("", does["who"])):
        does = None
    if does is None and not EN.SENTENCES_MAY_LEAD.search(sentence.text):
        return []
    found: list[tuple[Role, TracedText]] = []
    for clause in sentence.split(compiled(r";\s+")):
        match = next(
            (
                m
                for p in (EN.SENTENCES_LED, EN.SENTENCES_LEADS, EN.SENTENCES_OFFICE_OF, EN.SENTENCES_HELPED)
                if (m := p.match(clause.text)) is not None
            ),
            None,
        )
        match = match or (None if found else does)
        if match is None:
            if found and (advises := EN.SENTENCES_ADVISES.match(clause.text)):
                found += _names(clause, advises.start("who"), advises.end("who"), Role.SUPPORT)
            continue
        verb = (match.groupdict().get("verb") or "").lower()
        says = verb in _RESPONSIBLE or match is does or match.re.pattern == EN.SENTENCES_HELPED.pattern
        found += _names(clause, match.start("who"), match.end("who"), Role.RESPONSIBLE if says else Role.LEAD)
        behind = match.end("who") if match is does else max(match.end("who"), match.end() - 1)
        for beside in EN.SENTENCES_BESIDE.finditer(clause.text, behind):
            found += _names(clause, beside.start("who"), beside.end("who"), Role.SUPPORT)
    return found


def _names(clause: TracedText, start: int, end: int, role: Role) -> Iterator[tuple[Role, TracedText]]:
    for part in (
        piece for given in clause[start:end].split(EN.SENTENCES_AND_THE) for piece in _two_of(given)
    ):
        article = EN.SENTENCES_THE.match(part.text)
        part = (part[article.end() :] if article else part).strip(" ,.")
        if part.text:
            yield role, part


def _two_of(part: TracedText) -> Iterator[TracedText]:
    """Two names joined by an `and` where both have several words and no last word (Team) holds for both."""
    joint = EN.SENTENCES_AND.search(part.text)
    halves = [part] if joint is None else [part[: joint.start()], part[joint.end() :]]
    if len(halves) == 2 and (
        EN.BODIES_TEXT_BODY.search(part.text) or any(len(half.text.split()) < 2 for half in halves)
    ):
        halves = [part]
    yield from halves


def are_bodies(value: str) -> bool:
    """Return whether a value is nothing but names of bodies, each of several words; a county or city may be but the place."""
    names = [name.strip() for name in compiled(r"[,;]").split(value.strip(" .,;"))]
    return len(value) <= _LONGEST_LIST and all(
        " " in name
        and name[0].isupper()
        and bool(EN.BODIES_TEXT_BODY.search(name) or EN.BODIES_TEXT_OF_BODY.match(name))
        and not EN.BODIES_TEXT_PLACE.search(name)
        for name in names
    )


def names_somebody(text: str) -> bool:
    """Return whether a sentence of a text says who does something."""
    return bool(EN.SENTENCES_MAY_LEAD.search(text)) and any(
        bodies_in_sentence(one) for one in sentences_of(TracedText.of(text))
    )
