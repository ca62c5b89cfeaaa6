"""Headings of a working ledger, as the export writes them in either language and as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from plantui.export.ledger_columns import LEDGER_COLUMNS
from plantui.model.form import Form
from plantui.model.terms import Language
from plantui.words import Words
from plantui.words.catalogue import topic

_REMARK = re.compile(r"\([^()]*\)$")
"""A remark in brackets behind a heading: a unit, a hint, a day."""
_MARKS = "*:#☆★"


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of working ledgers by their headings."""

    columns: Mapping[str, str]
    """The name of each column by its heading, folded."""
    languages: Mapping[str, Language]
    """The language of each heading that belongs to one only."""

    def column(self, heading: str) -> str:
        """Return the name of the column under a heading, with or without a remark in brackets; empty for a foreign one."""
        whole = folded(heading)
        return self.columns.get(whole) or self.columns.get(_REMARK.sub("", whole), "")

    def language(self, headings: Iterable[str]) -> Language | None:
        """Return the language of most of these headings; None where none tells."""
        known = [one for heading in headings if (one := self.languages.get(folded(heading)))]
        return max(dict.fromkeys(known), key=known.count, default=None)


def known_headings(forms: Iterable[Form] = ()) -> Headings:
    """Return the headings of both languages, with those that the definitions of forms give to columns."""
    columns: dict[str, str] = {}
    for form in forms:
        for name, own in form.headings.items():
            columns |= {folded(text): name for text in (own.zh, own.en) if text}
    languages: dict[str, Language] = {}
    for language in Language:
        words = Words(language)
        for column in LEDGER_COLUMNS:
            heading = folded(column.heading(words))
            columns.setdefault(heading, column.name)
            languages[heading] = language
    for column in LEDGER_COLUMNS:
        if f"also.{column.name}" in topic("readback"):
            for language in Language:
                for heading in Words(language)(f"readback.also.{column.name}").split("|"):
                    columns.setdefault(folded(heading), column.name)
    return Headings(columns, languages)


def folded(heading: str) -> str:
    """Return the form in which two spellings of a heading compare equal: blanks, line ends, width and marks do not count."""
    return "".join(normalize("NFKC", heading).casefold().split()).strip(_MARKS)
