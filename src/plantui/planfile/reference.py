"""The key tables of docs/plan-format.md and docs/forms.md, made from the table that drives the checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantui.words.catalogue import Words

from .spec import DEPARTMENTS_FILE, PLAN_FILE, Key, Kind, Table, form_file

_PART = re.compile(
    r"(<!-- keys (zh|en): made by plantui.planfile.reference -->\n).*?(<!-- end of keys -->)", re.DOTALL
)


def reference(words: Words) -> str:
    """Return both file formats as Markdown tables in the language of `words`."""
    parts: list[str] = []
    for file, form in (("plans/*.toml", PLAN_FILE), ("plans/departments.toml", DEPARTMENTS_FILE)):
        parts.append(f"### `{file}`\n")
        parts += (
            _section(header, table, words) for header, table in _tables(form, words("planformat.heading.top"))
        )
    return "\n".join(parts)


def form_reference(words: Words) -> str:
    """Return the keys of a form's definition as Markdown tables in the language of `words`."""
    tables = _tables(form_file(()), words("planformat.heading.top"))
    return "\n".join(_section(header, table, words) for header, table in tables if table.keys)


def page(text: str, words_of: dict[str, Words]) -> str:
    """Return the page with its key tables made again; `words_of` has the catalogue for `zh` and `en`."""
    return _PART.sub(lambda part: f"{part[1]}\n{reference(words_of[part[2]])}\n{part[3]}", text)


def _tables(table: Table, header: str) -> Iterator[tuple[str, Table]]:
    """Yield each form once, headed by all tables that have it."""
    yield header, table
    headers: dict[str, list[str]] = {}
    tables: dict[str, Table] = {}
    for path, kind, inner in _inside(table, ()):
        brackets = ("`[[", "]]`") if kind is Kind.TABLES else ("`[", "]`")
        headers.setdefault(inner.name, []).append(f"{brackets[0]}{'.'.join(path)}{brackets[1]}")
        tables[inner.name] = inner
    yield from ((" ".join(headers[name]), inner) for name, inner in tables.items())


def _inside(table: Table, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Kind, Table]]:
    for key in table.keys:
        if key.table:
            yield (*above, key.name), key.kind, key.table
            yield from _inside(key.table, (*above, key.name))


def _section(header: str, table: Table, words: Words) -> str:
    titles = [words(f"planformat.column.{name}") for name in ("key", "type", "meaning")]
    rows = [f"| {' | '.join(titles)} |", "| --- | --- | --- |"]
    rows += (
        f"| `{key.name}` | {_type(key, words)} | {words(f'planformat.{table.name}.{key.name}')} |"
        for key in table.keys
    )
    return f"#### {header}\n\n" + "\n".join(rows) + "\n"


def _type(key: Key, words: Words) -> str:
    kind = words(f"planformat.kind.{key.kind.value}")
    if key.choices:
        kind += " " + " ".join(f"`{choice}`" for choice in key.choices)
    return words("planformat.kind.required", kind=kind) if key.required else kind
