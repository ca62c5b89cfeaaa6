"""Search in the texts of the notes that count, a portion of the table at a time.

No table of words is kept: the ledger is the user's own file, and what a note says belongs nowhere else. SQLite looks at
the texts themselves while other threads go on. Width and case do not count, of which it knows little: so for a term
whose characters could be written otherwise, the ledger's characters are gathered once, and tell how they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, tzinfo

from plantui.model.key import TaskKey
from plantui.model.search_text import fold_text

from .latest import counting_condition
from .readable import replaced, texts_as
from .records import stored
from .variants import can_join, is_plain, variants_of

PORTION = 50_000
"""Rows of the ledger that are looked at without a pause, some 50 ms."""

_AT_ONCE = 500
"""Rows whose characters are gathered before other threads have their turn."""
_COLUMNS = ("progress", "problems", "next_steps", "reason")
_TEXTS = ", ".join(_COLUMNS)

_PORTION = "(SELECT seq, plan, task, kind, as_of, {stored} FROM note WHERE seq BETWEEN :low AND :high)"
_HOLDING = "SELECT DISTINCT plan, task{texts} FROM {portion} WHERE {counting} AND ({holds})"


@dataclass(frozen=True, slots=True)
class TermCondition:
    """The SQL condition that a text holds a term; `{}` stands for the column."""

    term: str
    sql: str
    facts: Mapping[str, str]
    is_exact: bool
    """False where a text that meets it need not hold the term."""

    @classmethod
    def of(cls, term: str, alphabet: AbstractSet[str] | None) -> TermCondition:
        """Return the condition for a folded term in texts made of these characters, None for any."""
        written = {char: _written(char, alphabet) for char in term}
        if all(forms == {char} for char, forms in written.items()):
            is_exact = is_plain(term) or (alphabet is not None and not can_join(alphabet))
            return cls(term, "instr({}, :term)", {"term": term}, is_exact)
        if all(_is_case(char, forms) for char, forms in written.items()):
            is_exact = alphabet is not None and not can_join(alphabet)
            return cls(term, "{} LIKE :term ESCAPE '\\'", {"term": _like(term)}, is_exact)
        facts = {f"char{at}": _any_of(forms) for at, forms in enumerate(written.values())}
        sql = " AND ".join(f"{{}} GLOB :{name}" for name in facts)
        return cls(term, f"({sql})", facts, is_exact=False)

    def in_any_column(self) -> str:
        """Return the condition that any text of a note holds the term."""
        return " OR ".join(self.sql.replace("{}", column) for column in _COLUMNS)


def newest_row(connection: sqlite3.Connection) -> int:
    """Return the number of the newest revision, 0 for a ledger without any."""
    (newest,) = connection.execute("SELECT max(seq) FROM note").fetchone()
    return newest or 0


def characters(connection: sqlite3.Connection, rows: range) -> set[str]:
    """Return the characters of the texts in a portion of rows."""
    found: set[str] = set()
    sql = f"SELECT {_TEXTS} FROM {_PORTION.format(stored=stored(connection, _TEXTS))}"
    with texts_as(connection, replaced):
        cursor = connection.execute(sql, {"low": rows.start, "high": rows.stop - 1})
        while texts := cursor.fetchmany(_AT_ONCE):
            found.update("".join(str(text) for row in texts for text in row))
    return found


def tasks_holding(
    connection: sqlite3.Connection, condition: TermCondition, today: date, zone: tzinfo | None, rows: range
) -> set[TaskKey]:
    """Return the tasks of which a note that counts on the as-of day holds the term, among a portion of rows."""
    counting, facts = counting_condition(connection, today, zone)
    sql = _HOLDING.format(
        texts="" if condition.is_exact else f", {_TEXTS}",
        portion=_PORTION.format(stored=stored(connection, _TEXTS)),
        counting=counting,
        holds=condition.in_any_column(),
    )
    bound = {**facts, **condition.facts, "low": rows.start, "high": rows.stop - 1}
    with texts_as(connection, replaced):
        return {
            TaskKey(plan, task)
            for plan, task, *texts in connection.execute(sql, bound)
            if condition.is_exact or any(condition.term in fold_text(str(text)) for text in texts)
        }


def _written(char: str, alphabet: AbstractSet[str] | None) -> frozenset[str]:
    """Return how a character may be written in texts made of these characters; itself where it is in none of them."""
    variants = variants_of(char)
    return variants if alphabet is None else (variants & alphabet or frozenset({char}))


def _is_case(char: str, forms: AbstractSet[str]) -> bool:
    """Return whether a character is written only as LIKE takes it: in any case where it is an ASCII letter."""
    return forms <= ({char, char.upper()} if char.isascii() else {char})


def _like(term: str) -> str:
    """Return the pattern of a text that holds the term."""
    return "%" + "".join(f"\\{char}" if char in "%_\\" else char for char in term) + "%"


def _any_of(chars: AbstractSet[str]) -> str:
    """Return the pattern of a text that holds one of these characters."""
    if chars == {"^"}:
        return "*^*"
    # What would end a class comes first in it, what would turn it around or make a range of its neighbours last.
    first = "]" if "]" in chars else ""
    last = "".join(char for char in "^-" if char in chars)
    return f"*[{first}{''.join(sorted(chars - set(']^-')))}{last}]*"
