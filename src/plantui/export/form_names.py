"""The names that definitions of forms may use, and forms by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from plantui.model.form import Form, FormKind, FormNames, InLanguages, Profile, ReportPart
from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.query.views import View
from plantui.store.forms import definition_of, every_form, find_form
from plantui.words import Words

from .form_libraries import missing_libraries
from .formats import EXCHANGE_FORMATS, TEXT_FORMATS, Format

DEPARTMENT_DESK = "department"
"""The name of a desk that has an own department."""


@cache
def form_names() -> FormNames:
    """Return the columns, parts and formats that there are."""
    from plantui.model.roles import DeskRole

    from .ledger_columns import LEDGER_COLUMNS

    return FormNames(
        tuple(column.name for column in LEDGER_COLUMNS),
        tuple(part.value for part in ReportPart),
        tuple(form.value for form in Format),
        (DEPARTMENT_DESK, *DeskRole, *View),
    )


def known_forms(folders: Sequence[Path]) -> list[Form]:
    """Return all forms; `folders` are those that plans are in: forms may lie beside them."""
    found = every_form(folders, form_names)
    has_own = any(form.name == _SUMMARY for form in found)
    forms = found if has_own else [_summary(), *found]
    by_name = {form.name: form for form in forms}
    return [_with_members(form, by_name.get) for form in forms]


def _with_members(form: Form, form_of: Callable[[str], Form | None]) -> Form:
    """Return a form; a bundle whose members are not there or cannot be written has that as its problem."""
    if form.kind is not FormKind.BUNDLE or form.problem is not None:
        return form
    from plantui.planfile.form import (
        member_problems,  # the summary is found without any definition being read
    )

    problems = member_problems(definition_of(form), form_of)
    return replace(form, problem=problems[0]) if problems else form


def meant_for(forms: Iterable[Form], place: str) -> list[Form]:
    """Return the forms that are meant for a desk or a view, the office's own before the bundled ones."""
    return sorted((form for form in forms if place in form.first_for), key=lambda form: not form.file)


def form_to_offer(forms: Sequence[Form], desks: Iterable[str]) -> str:
    """Return the name of the form to offer first at a desk: what is meant for it, else the ledger.

    `desks` are the names of what the desk is, the most telling first. Where the libraries are not installed that such a
    form is written with, it is the summary.
    """
    wanted = [form.name for desk in desks for form in meant_for(forms, desk)]
    by_name = {form.name: form for form in forms}
    usual = [usual_form_name(Format.XLSX), usual_form_name(TEXT_FORMATS[0])]
    names = (name for name in (*wanted, *usual) if name in by_name and _can_be_written(by_name[name]))
    return next(names, "")


def _can_be_written(form: Form) -> bool:
    suffixes = form.formats[:1] or [member.rpartition(".")[2] for member in form.members]
    return not any(missing_libraries(Format(suffix)) for suffix in suffixes)


def form_named(words: Words, written: str, folders: Sequence[Path]) -> Form:
    """Return the form of a name or a file. Raises UsageError where there is none or its definition has a mistake."""

    def find(name: str) -> Form | None:
        return find_form(name, folders, form_names) or (_summary() if name == _SUMMARY else None)

    form = find(written)
    if form is None:
        names = words.listing([known.name for known in known_forms(folders)])
        raise UsageError("forms.unknown", value=written, forms=names)
    form = _with_members(form, find)
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
    Format.VTODO: "calendar",
    Format.EML: "reminder",
    **dict.fromkeys(EXCHANGE_FORMATS, "exchange"),
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
