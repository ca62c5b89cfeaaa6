"""Reads the definition of a form: kind, formats, columns, parts, and what an office writes on its own paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from plantui.model.form import Form, FormKind, FormNames, InLanguages, Profile
from plantui.model.problem import Problem

from .checks import check_table, is_format_known, nearest, shown
from .finding import Findings
from .locator import KeyPath
from .search_path import is_file
from .spec import form_file
from .toml_source import read_toml

_MOST_REPLY_DAYS = 366
"""Days that a letter may leave for its reply; more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class FormFileRead:
    """The form of one file, None where something in it is wrong, and what that is."""

    form: Form | None
    problems: tuple[Problem, ...] = ()


def read_form(path: Path, names: FormNames, *, is_bundled: bool = False) -> FormFileRead:
    """Read a definition. Columns, parts and formats are those of `names`; a mistake is told with its line and key."""
    source = read_toml(path)
    found, form = source.findings, None
    if source.data is not None and is_format_known(found, source.data):
        check_table(found, source.data, form_file(names.columns), ())
        if not found.has_errors:
            _check_values(found, source.data, names, path)
        if not found.has_errors:
            form = replace(
                _form(source.data, path, is_bundled=is_bundled),
                sha256=sha256(source.text.encode()).hexdigest(),
            )
    return FormFileRead(form, found.problems(source.text, str(path)))


def _check_values(found: Findings, data: Mapping[str, Any], names: FormNames, path: Path) -> None:
    """Check what the form of the keys cannot say: names that are known elsewhere, and what goes with the kind."""
    is_bundle = data["kind"] == FormKind.BUNDLE
    _check_names(found, data.get("formats", ()), names.formats, ("formats",))
    _check_names(found, data.get("columns", ()), names.columns, ("columns",))
    _check_names(found, data.get("parts", ()), names.parts, ("parts",))
    _check_names(found, data.get("first_for", ()), names.places, ("first_for",))
    needed = "files" if is_bundle else "formats"
    if not data.get(needed):
        found.error("key_missing", (needed,), name=needed)
    if not is_bundle and data.get("files"):
        found.error("form_files", ("files",), kind=data["kind"])
    if "reply_days" in data:
        _check_reply_days(found, data["reply_days"], data["kind"])
    for index, file in enumerate(data.get("files", ())):
        _check_member(found, file, names, ("files", index))
    taken: set[str] = set()
    for index, profile in enumerate(data.get("profiles", ())):
        place: KeyPath = ("profiles", index)
        if profile["name"] in taken:
            found.error("form_profile_twice", (*place, "name"), name=profile["name"])
        taken.add(profile["name"])
        _check_names(found, profile["drop"], (*names.columns, *names.parts), (*place, "drop"))
    template = data.get("template", "")
    if template and not is_file(path.parent / template):
        found.error("form_template", ("template",), name=template, folder=path.parent)


def _check_reply_days(found: Findings, days: int, kind: str) -> None:
    if kind != FormKind.REMINDER:
        found.error("form_reply_days_kind", ("reply_days",), kind=kind)
    elif not 0 <= days <= _MOST_REPLY_DAYS:
        found.error("form_reply_days", ("reply_days",), value=days, most=_MOST_REPLY_DAYS)


def _check_names(found: Findings, written: Sequence[str], known: Sequence[str], place: KeyPath) -> None:
    for index, name in enumerate(written):
        if name in known:
            continue
        near = nearest(name, [*known])
        value, choices = shown(name), " ".join(f'"{one}"' for one in known)
        if near:
            found.error("choice_misspelt", (*place, index), value=value, nearest=near, choices=choices)
        else:
            found.error("choice_wrong", (*place, index), value=value, choices=choices)


def _check_member(found: Findings, file: str, names: FormNames, place: KeyPath) -> None:
    name, point, suffix = file.rpartition(".")
    if not point or not name or suffix not in names.formats:
        found.error("form_member", place, value=file, formats=" ".join(names.formats))


def member_problems(path: Path, member_of: Callable[[str], Form | None]) -> tuple[Problem, ...]:
    """Return what is wrong with the forms that a bundle's definition names, each with its line and key.

    `member_of` gives the form of a name, None where there is none.
    """
    source = read_toml(path)
    for index, file in enumerate((source.data or {}).get("files", ())):
        name, _, suffix = file.rpartition(".")
        place: KeyPath = ("files", index)
        member = member_of(name)
        if member is None:
            source.findings.error("form_member_unknown", place, name=name)
        elif member.kind is FormKind.BUNDLE:
            source.findings.error("form_member_bundle", place, name=name)
        elif member.problem is None and suffix not in member.formats:
            formats = " ".join(member.formats)
            source.findings.error("form_member_format", place, name=name, format=suffix, formats=formats)
    return source.findings.problems(source.text, str(path))


def _form(data: Mapping[str, Any], path: Path, *, is_bundled: bool) -> Form:
    def texts(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(data.get(key, ())))

    headings, headings_en = data.get("headings", {}), data.get("headings_en", {})
    template = data.get("template", "")
    return Form(
        path.stem,
        FormKind(data["kind"]),
        texts("formats"),
        _in_languages(data, "title"),
        columns=texts("columns"),
        headings={
            name: InLanguages(headings.get(name, headings_en.get(name, "")), headings_en.get(name, ""))
            for name in (*headings, *headings_en)
        },
        parts=texts("parts"),
        is_downward=data.get("downward", False),
        addressee=_in_languages(data, "addressee"),
        sender=_in_languages(data, "sender"),
        template=str(path.parent / template) if template else "",
        reply_days=data.get("reply_days"),
        members=texts("files"),
        profiles=tuple(
            Profile(one["name"], _in_languages(one, "title"), tuple(one["drop"]))
            for one in data.get("profiles", ())
        ),
        first_for=texts("first_for"),
        file="" if is_bundled else str(path),
    )


def _in_languages(data: Mapping[str, Any], key: str) -> InLanguages:
    return InLanguages(data.get(key, "").strip(), data.get(f"{key}_en", "").strip())
