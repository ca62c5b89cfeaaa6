"""The tables of docs/forms.md: keys of a definition, columns, bundled forms; made from what drives the program."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plantui.planfile.reference import form_reference
from plantui.words import Words

from .form_names import known_forms
from .ledger_columns import LEDGER_COLUMNS

_PART = re.compile(
    r"(<!-- (keys|columns|forms) (zh|en): made by plantui.export.form_reference -->\n).*?(<!-- end -->)",
    re.DOTALL,
)


def page(text: str, words_of: Mapping[str, Words]) -> str:
    """Return a page with its tables made again; `words_of` has the catalogue for `zh` and `en`."""
    tables = {"keys": form_reference, "columns": _columns, "forms": _forms}
    return _PART.sub(lambda part: f"{part[1]}\n{tables[part[2]](words_of[part[3]])}\n{part[4]}", text)


def _columns(words: Words) -> str:
    """Return the columns of the working ledger with their headings."""
    rows = [(f"`{column.name}`", column.heading(words)) for column in LEDGER_COLUMNS]
    return _table([words("forms.column.name"), words("forms.column.heading")], rows)


def _forms(words: Words) -> str:
    """Return the bundled forms."""
    heads = [words(f"forms.column.{name}") for name in ("name", "title", "formats", "profiles")]
    rows = [
        (
            f"`{form.name}`",
            form.title.text(words.language),
            " ".join(form.formats or form.members),
            " ".join(profile.name for profile in form.profiles),
        )
        for form in known_forms(())
        if not form.file
    ]
    return _table(heads, rows)


def _table(heads: list[str], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines) + "\n"
