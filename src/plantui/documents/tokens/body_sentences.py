"""Bodies that the sentences of a task name in passing: led by the Planning Department with support from Public Works."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.languages.en import _generated as en
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

_LED = compiled(en.SENTENCES_LED)
_LEADS = compiled(en.SENTENCES_LEADS)
_OFFICE_OF = compiled(en.SENTENCES_OFFICE_OF)
_HELPED = compiled(en.SENTENCES_HELPED)
_BESIDE = compiled(en.SENTENCES_BESIDE)
_ADVISES = compiled(en.SENTENCES_ADVISES)
_RESPONSIBLE = ("implemented", "delivered", "carried out", "undertaken", "responsible", "accountable")
_STOP = compiled(en.SENTENCES_STOP)
_ABBREVIATED = compiled(en.SENTENCES_ABBREVIATED)
_MAY_LEAD = compiled(en.SENTENCES_MAY_LEAD, 2)
_AND_THE = compiled(en.SENTENCES_AND_THE)
_THE = compiled(r"^[Tt]he\s+")


def sentences_of(text: TracedText) -> Iterator[TracedText]:
    """The sentences of a text without their full stops; behind `No.` and initials none ends."""
    start = 0
    for stop in _STOP.finditer(text.text):
        if not _ABBREVIATED.search(text.text[start : stop.start()]):
            yield text[start : stop.start()].strip()
            start = stop.end()
    yield text[start:].strip()


@rule(Stage.ENGLISH)
def bodies_in_sentence(sentence: TracedText) -> list[tuple[Role, TracedText]]:
    """A sentence says who does a task: `The redesign is led by the Office of the Provost`, `Led by X`, `X will lead this
    work`, `X leads` name who leads; `X is responsible for this action`, `delivered by X`, `X will hold the day with help
    from Y` who is responsible; `with support from Y`, `supported by Y`, `in partnership with Y`, `together with Y`
    behind it, and `Y advises`, who helps."""
    if not _MAY_LEAD.search(sentence.text):
        return []
    found: list[tuple[Role, TracedText]] = []
    for clause in sentence.split(compiled(r";\s+")):
        match = next(
            (m for p in (_LED, _LEADS, _OFFICE_OF, _HELPED) if (m := p.match(clause.text)) is not None), None
        )
        if match is None:
            if found and (advises := _ADVISES.match(clause.text)):
                found += _names(clause, advises.start("who"), advises.end("who"), Role.SUPPORT)
            continue
        verb = (match.groupdict().get("verb") or "").lower()
        says = verb in _RESPONSIBLE or match.re is _HELPED
        found += _names(clause, match.start("who"), match.end("who"), Role.RESPONSIBLE if says else Role.LEAD)
        for beside in _BESIDE.finditer(clause.text, max(match.end("who"), match.end() - 1)):
            found += _names(clause, beside.start("who"), beside.end("who"), Role.SUPPORT)
    return found


def _names(clause: TracedText, start: int, end: int, role: Role) -> Iterator[tuple[Role, TracedText]]:
    for part in clause[start:end].split(_AND_THE):
        article = _THE.match(part.text)
        part = (part[article.end() :] if article else part).strip(" ,.")
        if part.text:
            yield role, part


def names_somebody(text: str) -> bool:
    """Return whether a sentence of a text says who does something."""
    return bool(_MAY_LEAD.search(text)) and any(
        bodies_in_sentence(one) for one in sentences_of(TracedText.of(text))
    )
