"""Values of the office-wide choices as a person writes them: what can be written, and what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plantui.model.light_rules import LightRules
from plantui.model.problem import UsageError
from plantui.query.office import OfficeChoice, usual_form
from plantui.store.light_rules import find_light_rules, is_rules_path, known_rules
from plantui.words.catalogue import Words


def chosen_value(words: Words, name: OfficeChoice, written: str, folders: Sequence[Path]) -> str:
    """Return a value in the one form that is stored; rules of a file by its whole path, since programs run in any folder.

    `folders` are those that plans are in: rules may lie beside them. Raises UsageError for a value that is none.
    """
    if name is OfficeChoice.LIGHT_RULES:
        rules = rules_named(words, written.strip(), name, folders)
        return str(Path(rules.file).absolute()) if is_rules_path(written) else rules.name
    try:
        return usual_form(name, written)
    except ValueError as error:
        facts = {"name": name.value, "value": written, "forms": forms_of(words, name, folders)}
        raise UsageError("reporting.bad_choice", **facts) from error


def forms_of(words: Words, name: OfficeChoice, folders: Sequence[Path]) -> str:
    """Return what a choice can be, in words."""
    if name is not OfficeChoice.LIGHT_RULES:
        return words(f"reporting.forms.{name.value}")
    return words("reporting.forms.light_rules", names=" | ".join(known_rules(folders)))


def rules_named(words: Words, written: str, asked_by: str, folders: Sequence[Path]) -> LightRules:
    """Return the rules of a name or a file. Raises UsageError where there are none or their file has a fault."""
    rules = find_light_rules(written, folders)
    if rules.problem is None:
        return rules
    facts = {"option": asked_by, "value": written}
    if not rules.problem.file:
        forms = forms_of(words, OfficeChoice.LIGHT_RULES, folders)
        raise UsageError("reporting.bad_light_rules", **facts, forms=forms)
    raise UsageError("reporting.faulty_light_rules", **facts, fault=words.problem(rules.problem))
