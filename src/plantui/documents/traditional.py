"""A document in traditional characters: read by the rules of simplified ones, its words kept as they were printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from .imported import Imported
from .rule import Stage, rule
from .source import Source, TableRow

_TELLING = "為國發與個這來時會務實業關責區縣單應對將點進體辦"
_TWINS = "为国发与个这来时会务实业关责区县单应对将点进体办"
_LOOKED_AT = 20_000
_LEAST = 10
_NO_WORDS = frozenset({"id", "section", "parent", "file", "sha256", "source", "reason", "span"})
"""Fields that hold no words of the document."""
_Value = TypeVar("_Value")


@rule(Stage.FORMAT)
def is_traditional(text: str) -> bool:
    """A document in traditional characters (關於印發) is one in which the usual words are written so. Every rule then reads
    it in simplified ones, character for character, and the plan keeps the words as they were printed."""
    sample = text[:_LOOKED_AT]
    telling = sum(map(sample.count, _TELLING))
    return telling >= _LEAST and telling > 4 * sum(map(sample.count, _TWINS))


def simplified(source: Source) -> Source | None:
    """The source in simplified characters, each at its old place; None where the library that knows them is not installed."""
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    converter = OpenCC("t2s")
    table = {
        ord(char): new
        for char in set(source.text)
        if len(new := converter.convert(char)) == 1 and new != char
    }
    rows = tuple(TableRow(tuple(c.translate(table) for c in r.cells), r.starts, r.table) for r in source.rows)
    return replace(source, text=source.text.translate(table), rows=rows)


def restored(imported: Imported, source: Source) -> Imported:
    """The import of a simplified document with the words of the one that it came from."""
    printed = _Printed(source.text, imported.source.text)
    return Imported(
        source,
        printed.value(imported.plan),
        tuple(printed.value(doubt) for doubt in imported.doubts),
        imported.shares,
        imported.remainder,
    )


def printed(value: _Value, source: Source, simple: Source) -> _Value:
    """A value that was read in simplified characters with its words as the document has them."""
    return _Printed(source.text, simple.text).value(value)


@dataclass(slots=True)
class _Printed:
    """Which printed character each simplified one stands for; where it stands for several, by its neighbours."""

    forms: dict[str, str]
    by_context: dict[str, str]

    def __init__(self, printed: str, simple: str) -> None:
        found: dict[str, Counter[str]] = {}
        for old, new in zip(printed, simple, strict=True):
            if old != new or new in found:
                found.setdefault(new, Counter())[old] += 1
        self.forms = {new: counts.most_common(1)[0][0] for new, counts in found.items()}
        several = {
            new for new, counts in found.items() if len(counts) > 1 or simple.count(new) > counts.total()
        }
        self.by_context = {}
        for at, new in enumerate(simple):
            if new in several:
                for start, end in ((at - 1, at + 2), (at - 1, at + 1), (at, at + 2)):
                    self.by_context.setdefault(f"{at - start}{simple[max(0, start) : end]}", printed[at])

    def text(self, words: str) -> str:
        """Words as they were printed."""
        return "".join(self._char(words, at) for at in range(len(words)))

    def _char(self, words: str, at: int) -> str:
        if words[at] not in self.forms:
            return words[at]
        for start, end in ((at - 1, at + 2), (at - 1, at + 1), (at, at + 2)):
            known = self.by_context.get(f"{at - start}{words[max(0, start) : end]}")
            if known is not None:
                return known
        return self.forms[words[at]]

    def value(self, value: _Value) -> _Value:
        """A value with all its words as they were printed."""
        found: Any = value
        if type(found) is str:
            found = self.text(found)
        elif is_dataclass(found) and not isinstance(found, type):
            found = replace(found, **self._fields(found, [field.name for field in fields(found)]))
        elif names := getattr(found, "_fields", ()):
            found = found._replace(**self._fields(found, names))
        elif isinstance(found, tuple):
            found = tuple(self.value(one) for one in found)
        elif isinstance(found, dict):
            found = {key: self.value(one) for key, one in found.items()}
        result: _Value = found
        return result

    def _fields(self, record: object, names: Iterable[str]) -> dict[str, object]:
        return {name: self.value(getattr(record, name)) for name in names if name not in _NO_WORDS}
