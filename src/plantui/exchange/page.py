"""The tables of docs/exchange.md: the formats with their directions and losses, made of their declarations."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plantui.words import Words

from .declared import EXCHANGES
from .telling import exchange_cells

_PART = re.compile(r"(<!-- formats (zh|en): made by plantui.exchange.page -->\n).*?(<!-- end -->)", re.DOTALL)


def page(text: str, words_of: Mapping[str, Words]) -> str:
    """Return a page with its tables made again; `words_of` has the catalogue for `zh` and `en`."""
    return _PART.sub(lambda part: f"{part[1]}\n{_table(words_of[part[2]])}\n{part[3]}", text)


def _table(words: Words) -> str:
    heads = [words(f"exchange.column.{name}") for name in ("format", "directions", "lost", "approximated")]
    rows = [exchange_cells(words, f"`{name}`", one) for name, one in EXCHANGES.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in (heads, ["---"] * len(heads), *rows))
