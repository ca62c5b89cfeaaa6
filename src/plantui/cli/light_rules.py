"""Light rules as the command line names and checks them."""

from __future__ import annotations

from pathlib import Path

from plantui.model.light_rules import LightRules
from plantui.model.problem import Problem, UsageError
from plantui.planfile.search_path import plan_files

from .context import CommandContext


def rules_named(context: CommandContext, written: str) -> LightRules:
    """Return the rules of a name or a file. Raises UsageError where there are none or their file has a fault."""
    from plantui.store.light_rules import find_light_rules, known_rules

    folders = rules_folders(context)
    rules = find_light_rules(written, folders)
    if rules.problem is None:
        return rules
    if not rules.problem.file:
        names = " | ".join(known_rules(folders))
        raise UsageError("reporting.bad_light_rules", value=written, names=names)
    raise UsageError(
        "reporting.faulty_light_rules", value=written, fault=context.words.problem(rules.problem)
    )


def rules_folders(context: CommandContext) -> list[Path]:
    """Return the folders that plans are in: an office's rules may lie beside them."""
    return list(dict.fromkeys(file.parent for file in plan_files(context.folders())))


def own_rules(context: CommandContext) -> list[Path]:
    """Return the office's own rule files, whether they are in use or not."""
    from plantui.store.light_rules import own_rules_files

    return own_rules_files(rules_folders(context))


def chosen_rules_problems(context: CommandContext) -> list[Problem]:
    """Return the problem of the rules that the office has chosen, where they cannot be used on this machine."""
    from plantui.query.opening import office_of
    from plantui.store.light_rules import find_light_rules

    chosen = office_of(context.ledger(), context.today).light_rules
    problem = find_light_rules(chosen, rules_folders(context)).problem
    return [problem] if problem else []
