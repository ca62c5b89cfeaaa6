"""A legend of terms, and the days that they mean: Short-term – 2023; Medium-term – 2027; Long-term – Post 2030."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_LEAST = 2


@dataclass(frozen=True, slots=True)
class Legend:
    """The last day of each term, and the lines that say so."""

    days: dict[str, date]
    lines: tuple[TracedText, ...] = ()

    def day_of(self, value: str) -> date | None:
        """Return the day that a cell or a value means."""
        return self.days.get(_key(value))


NO_LEGEND = Legend({})


@rule(Stage.ENGLISH)
def legend_of(lines: Iterable[TracedText]) -> Legend:
    """Lines of nothing but two terms or more, each with its year, say what short-term and the like mean in the cells of
    tables and cards; one that ends at no day (Post 2030) means none."""
    found = [
        (line, [*EN.TABLES_LEGEND.finditer(line.text)]) for line in lines if EN.TABLES_LEGEND.match(line.text)
    ]
    whole = [
        (line, entries) for line, entries in found if not EN.TABLES_LEGEND.sub("", line.text).strip(" .")
    ]
    entries = [entry for _, entries in whole for entry in entries]
    if len({_key(entry["term"]) for entry in entries}) < _LEAST:
        return NO_LEGEND
    days = {
        _key(entry["term"]): date(int(entry["year"]), 12, 31)
        for entry in entries
        if not (entry["open"] or entry["more"])
    }
    return Legend(days, tuple(line for line, _ in whole))


def _key(term: str) -> str:
    return compiled(r"[^a-z]").sub("", term.lower())
