"""The names that definitions of forms may use, and forms by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from plantui.model.form import Form, FormKind, FormNames, InLanguages, Profile, ReportPart
from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.store.forms import every_form, find_form
from plantui.words import Words

from .formats import TEXT_FORMATS, Format
from .ledger_columns import LEDGER_COLUMNS


@cache
def form_names() -> FormNames:
    """Return the columns, parts and formats that there are."""
    return FormNames(
        tuple(column.name for column in LEDGER_COLUMNS),
        tuple(part.value for part in ReportPart),
        tuple(form.value for form in Format),
    )


def known_forms(folders: Sequence[Path]) -> list[Form]:
    """Return all forms; `folders` are those that plans are in: forms may lie beside them."""
    found = every_form(folders, form_names())
    has_own = any(form.name == _SUMMARY for form in found)
    return found if has_own else [_summary(), *found]


def form_named(words: Words, written: str, folders: Sequence[Path]) -> Form:
    """Return the form of a name or a file. Raises UsageError where there is none or its definition has a mistake."""
    form = find_form(written, folders, form_names())
    if form is None and written == _SUMMARY:
        return _summary()
    if form is None:
        names = words.listing([known.name for known in known_forms(folders)])
        raise UsageError("forms.unknown", value=written, forms=names)
    if form.problem is not None:
        raise UsageError("forms.faulty", value=written, fault=words.problem(form.problem))
    return form


_SUMMARY = "summary"


@cache
def _summary() -> Form:
    """Return the summary as text: nothing of it is a matter of definition, so no file has to be read for it."""
    zh, en = (Words(language)("forms.summary") for language in Language)
    formats = tuple(form.value for form in TEXT_FORMATS)
    return Form(_SUMMARY, FormKind.SUMMARY, formats, InLanguages(zh, en))


def usual_form_name(form: Format) -> str:
    """Return the name of the form that a format alone asks for."""
    return _USUAL[form]


_USUAL = {
    Format.XLSX: "ledger",
    Format.DOCX: "report",
    Format.HTML: "report",
    Format.ICS: "calendar",
    **dict.fromkeys(TEXT_FORMATS, _SUMMARY),
}


def format_of_form(words: Words, form: Form, asked: Format | None) -> Format:
    """Return the format to write a form in: that asked for, else its usual one. Raises UsageError for one it has not."""
    if asked is None:
        return Format(form.formats[0])
    if asked.value not in form.formats:
        formats = words.listing([*form.formats])
        raise UsageError("forms.no_writer", form=form.name, format=asked.value, formats=formats)
    return asked


def profile_named(words: Words, form: Form, written: str) -> Profile:
    """Return the profile of a form. Raises UsageError for one it has not."""
    profile = form.profile(written)
    if profile is None:
        names = words.listing([known.name for known in form.profiles]) or words("forms.no_profiles")
        raise UsageError("forms.unknown_profile", form=form.name, value=written, profiles=names)
    return profile
