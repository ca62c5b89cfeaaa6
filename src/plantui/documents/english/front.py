"""What an English plan says about itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.repair.lines import Line
from plantui.documents.rule import Stage, rule

_PLAN = compiled(
    r"\b(?:Plan|Strategy|Roadmap|Road Map|Agenda|Framework|Blueprint|Program)\b(?:,?\s+(?:20\d\d.*|"
    r"Update.*))?$"
)
_REGION = compiled(
    r"\b((?:City|Town|County|State|Village|Borough|Township|Municipality|Province|District) of "
    r"(?:[A-Z][\w.’'-]+)(?: (?!Sustainab|Climate|Action|Energy|Resilien|Wildfire|Strateg|Compreh|Plan\b|Municipal|Community|"
    r"Green|Vision|Safety|Digital|Adapt|Mitig)[A-Z][\w.’'-]+){0,3})"
)
_COUNTY = compiled(r"\b((?!The |This |Each |Our |Your )[A-Z][a-z]+(?: [A-Z][a-z]+)? County)\b")
_YEAR = compiled(r"\b(20[0-4]\d)\b")
_BY = compiled(r"\bby (?:the (?:end of )?)?(20\d\d)\b")
_LITTLE = compiled(r"(?<=\s)(?:Of|And|The|For|In|To|A|On)(?=\s)")
_HEAD = 60


@dataclass(frozen=True, slots=True)
class EnglishFront:
    """The front matter."""

    title: str
    region: str
    start_year: int
    end_year: int
    is_draft: bool


@rule(Stage.ENGLISH)
def english_front(lines: Sequence[Line], text: str, name: str) -> EnglishFront:
    """The title is the line of the first pages, or of the running heads, that ends in Plan, Strategy or the like, with the
    place's name before it; the region is the City, Town or County named most often. The period runs from the year in
    the title, else the first year of the front, to the last `by 20…`."""
    words = [cased(line.text.text) for line in lines]
    whole = "\n".join([*words[:_HEAD], text])
    regions = Counter(match[1] for match in _REGION.finditer(whole)) or Counter(
        match[1] for match in _COUNTY.finditer(whole)
    )
    region = regions.most_common(1)[0][0] if regions else name
    title = _title(words, region) or name
    update = next(
        (line.text.text for line in lines[:_HEAD] if compiled(r"20\d\d Update").fullmatch(line.text.text)), ""
    )
    if update and update not in title:
        title = f"{title}, {update}"
    head = " ".join(line.text.text for line in lines[:_HEAD])
    years = [int(year) for year in _YEAR.findall(title) or _YEAR.findall(name) or _YEAR.findall(head)]
    start = min(years) if years else min((int(y) for y in _YEAR.findall(text)), default=2000)
    ends = [int(year) for year in _BY.findall(text) if start <= int(year) <= start + 40]
    draft = bool(compiled(r"\bDRAFT\b|\bPublic Review Draft\b").search(head))
    return EnglishFront(title, region, start, max(ends, default=max(years, default=start)), draft)


@rule(Stage.ENGLISH)
def cased(line: str) -> str:
    """A title page in capitals is read as written with capitals and small letters."""
    if not line.isupper() or " " not in line:
        return line
    return _LITTLE.sub(lambda match: match.group().lower(), line.title())


def _title(lines: Sequence[str], region: str) -> str:
    candidates = Counter(
        line
        for line in lines
        if 8 < len(line) < 90 and _PLAN.search(line) and ".." not in line and line[0].isupper()
    )
    if not candidates:
        return ""
    first = {line: index for index, line in reversed(list(enumerate(lines)))}
    best = max(candidates, key=lambda line: (min(candidates[line], 3), -first[line]))
    if region in best or any(word in best for word in region.split()[2:]):
        return best
    return f"{region} {best}"
