"""`plantui forms`: the forms that can be exported, bundled ones and the office's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, Problem

from .command import Command
from .context import CommandContext
from .light_rules import rules_folders
from .options import json_option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.model.form import Form


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "forms", _run, [json_option(startup.words)], only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.form_names import known_forms

    forms = known_forms(rules_folders(context))
    if context.is_json:
        write_json([_form_dict(context, form) for form in forms])
    else:
        write_table(_columns(context), [_row(context, form) for form in forms])
    faults = _faults(forms)
    for fault in faults:
        say(context.words.problem(fault))
    return ExitCode.DATA if faults else ExitCode.DONE


def faulty_forms(context: CommandContext) -> list[Problem]:
    """Return what is wrong with the office's own forms, the first mistake of each."""
    from plantui.export.form_names import known_forms

    return _faults(known_forms(rules_folders(context)))


def _faults(forms: Sequence[Form]) -> list[Problem]:
    return [form.problem for form in forms if form.problem is not None]


def _columns(context: CommandContext) -> list[Column]:
    words = context.words
    return [
        Column(words("forms.column.name")),
        Column(words("forms.column.title"), is_elastic=True),
        Column(words("forms.column.formats"), is_elastic=True),
        Column(words("forms.column.profiles"), is_elastic=True, leaves=2),
        Column(words("forms.column.file"), is_elastic=True, leaves=1),
    ]


def _row(context: CommandContext, form: Form) -> tuple[str, ...]:
    words = context.words
    return (
        form.name,
        form.title.text(words.language),
        " ".join(form.formats or form.members),
        " ".join(profile.name for profile in form.profiles),
        form.file or words("forms.bundled"),
    )


def _form_dict(context: CommandContext, form: Form) -> JsonObject:
    return {
        "name": form.name,
        "kind": None if form.problem else form.kind.value,
        "title": form.title.zh,
        "title_en": form.title.en or None,
        "formats": [*form.formats],
        "files": [*form.members],
        "columns": [*form.columns],
        "parts": [*form.parts],
        "profiles": [{"name": profile.name, "drop": [*profile.drop]} for profile in form.profiles],
        "first_for": [*form.first_for],
        "file": form.file or None,
        "problem": context.words.problem(form.problem) if form.problem else None,
    }
