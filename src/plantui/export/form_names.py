"""The names that definitions of forms may use, and forms by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from plantui.model.form import Form, FormNames
from plantui.model.problem import UsageError
from plantui.store.forms import every_form, find_form
from plantui.words import Words

from .formats import Format
from .ledger_columns import LEDGER_COLUMNS

_PARTS = (
    *("overall", "departments", "indicators", "lagging", "problems", "next_steps"),
    *("missing", "red"),
)


@cache
def form_names() -> FormNames:
    """Return the columns, parts and formats that there are."""
    return FormNames(
        tuple(column.name for column in LEDGER_COLUMNS), _PARTS, tuple(form.value for form in Format)
    )


def known_forms(folders: Sequence[Path]) -> list[Form]:
    """Return all forms; `folders` are those that plans are in: forms may lie beside them."""
    return every_form(folders, form_names())


def form_named(words: Words, written: str, folders: Sequence[Path]) -> Form:
    """Return the form of a name or a file. Raises UsageError where there is none or its definition has a mistake."""
    form = find_form(written, folders, form_names())
    if form is None:
        names = words.listing([known.name for known in known_forms(folders)])
        raise UsageError("forms.unknown", value=written, forms=names)
    if form.problem is not None:
        raise UsageError("forms.faulty", value=written, fault=words.problem(form.problem))
    return form
