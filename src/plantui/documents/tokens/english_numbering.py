"""The forms of a numbered heading: words with a number, codes, numbers, letters."""

from __future__ import annotations

import re

from plantui.documents.patterns import compiled

_ITEM = (
    r"Actions?(?:\s+(?:Items?|Steps?|Points?))?|Activity|Measure|Initiative|Recommendation|Task|Project|Policy|Strategy|Step|"
    r"Tactic|Sub-?strategy|Sub-?action|Commitment|Intervention|Deliverable|Proposal|Countermeasure|Programme|Program|Item|"
    r"Milestone|Pledge"
)

_SECTION = (
    r"Goal|Objective|Focus Area|Priority Area|Priority|Sector|Chapter|Section|Theme|Pillar|Part|Element|Area|Category|"
    r"Target Area|Big Move|Outcome|Aim|Ambition|Mission|Domain|Dimension|Component|Workstream|"
    r"Direction|Strand|Appendix|Annex|"
    r"Phase|Volume|Track|Key Area|Action Area|Challenge|Flagship(?: Initiative)?|Cluster|Building Block|Key Result Area|"
    r"Thrust(?: Area)?|Work Package|Platform|Principle|Target|Lever|Action Line|Policy Area|Topic|Subject"
)

_MODIFIER = r"(?:[A-Z][a-z]+(?:-[A-Za-z]+)?\s+){0,2}"

_CODE = (
    r"[A-Z]{0,5}[-–. /]?\d{1,3}(?:\s?[.\-–/]\s?\d{1,3}){0,4}[a-zA-Z]?(?:\.[A-Z]\d?)?|[A-Z](?:[.-]\d{1,2})*|[IVXL]{1,5}|"
    r"[a-z](?=[.):])|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
)

WORDED = compiled(
    rf"^(?P<before>{_MODIFIER})(?P<word>(?i:{_ITEM}|{_SECTION}))\s+(?:#|No\.?\s*|Number\s+)?(?P<code>{_CODE})"
    rf"(?P<sep>\s*[.:)–—|-]+\s*|\s+|$)(?P<title>.*)$"
)

NUMBERED = compiled(
    r"^(?P<code>\(\d{1,3}\)|\d{1,2}(?:\s?\.\s?\d{1,2}){1,3}[a-z]?|\d{1,3}|[A-Z]{1,5}[-–./ ]?\d{1,3}(?:[-–./]\d{1,3})*[a-z]?|"
    r"\d{1,2}[A-Z](?:\.\d{1,2})*|[IVX]{1,4}(?:\.\d{1,2})+|[A-Z](?:\.[A-Z]?\d{1,2})+|[IVX]{1,4}|[A-Z])(?P<sep>\s?[.):]\s*|\s?[–—-]\s+|\s+|$)(?P<title>.*)$"
)

NAMED = compiled(
    r"^(?P<word>Goal|Objective|Theme|Strategy|Priority(?: Area)?|Pillar|Outcome|Focus Area|Sector|"
    r"Strategic (?:Goal|Objective))"
    r"\s?[:–—]\s*(?P<title>[A-Z].{5,})$",
    re.IGNORECASE,
)

AGAIN = compiled(rf"^(?:{_SECTION}|{_ITEM})\s+\d")

_FIGURE = compiled(
    r"^(?:[MGk]W|[MG]T|MMT|Million|Billion|Percent|Per cent|Acres|Miles|Tons?|Tonnes|Gallons|Degrees|Feet|Years|Months|Days|"
    r"CFR|USC|U\.S\.C|Edition)\b",
)

TITLE_START = compiled(r"^[A-Z“\"‘'(\[À-Þ]|^\d[\d,.]*%?\s+[a-z]+")

_MONTH = compiled(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)

ITEMS = compiled(rf"(?:{_ITEM})", re.IGNORECASE)


def is_number(match: re.Match[str], title: str) -> bool:
    """Whether what stands before a title without a word can be its number."""
    code, sep = match["code"], match["sep"].strip()
    if not title:
        return bool(
            compiled(r"[A-Z]{1,5}[-–./]?\d.*[-–./]\d+|[A-Z]{2,5}-\d+|\d{1,2}(?:\.\d{1,2}){1,3}").fullmatch(
                code
            )
        )
    if not TITLE_START.match(title) or _FIGURE.match(title):
        return False
    if code.isdigit() and not sep:
        return title[0].isupper() and not _MONTH.match(title)
    if compiled(r"[A-Z]|[IVX]+").fullmatch(code):
        return sep in {".", ")"} and title[0].isupper() and len(title.split()[0]) > 1
    return not (sep == "" and code.isdigit())


def series_of(word: str, code: str, sep: str) -> str:
    form = compiled(r"\d+").sub("9", compiled(r"[A-Z]+").sub("A", code))
    if compiled(r"[A-Za-z]+").fullmatch(code) and word:
        form = "9"
    if code.endswith(".0"):
        form = "9.0"
    form = compiled(r"(?<=9)[a-z]$").sub("", form)
    mark = "" if word else sep.strip()[:1]
    return f"{word.lower()} {form.replace('–', '-')}{mark}"
