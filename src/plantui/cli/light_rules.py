"""Light rules as the command line names and checks them."""

from __future__ import annotations

from pathlib import Path

from plantui.model.light_rules import LightRules
from plantui.model.problem import Problem
from plantui.planfile.search_path import plan_files

from .context import CommandContext
from .output import say
from .values import Values


def rules_asked_for(context: CommandContext, values: Values) -> LightRules | None:
    """Return the rules that `--rules` names, and say so; None without it. Raises UsageError as `rules_named`."""
    written = values.optional("rules")
    if written is None:
        return None
    from plantui.export.choosing import rules_named
    from plantui.words.light_phrases import rules_name

    rules = rules_named(context.words, written.strip(), "--rules", rules_folders(context))
    say(context.words("cli.rules_used", rules=rules_name(context.words, rules)))
    return rules


def rules_folders(context: CommandContext) -> list[Path]:
    """Return the folders that plans are in: an office's rules may lie beside them."""
    return list(dict.fromkeys(file.parent for file in plan_files(context.folders())))


def own_rules(context: CommandContext) -> list[Path]:
    """Return the office's own rule files, whether they are in use or not."""
    from plantui.store.light_rules import own_rules_files

    return own_rules_files(rules_folders(context))


def chosen_rules_problems(context: CommandContext) -> list[Problem]:
    """Return the problem of the rules that the office has chosen, where they cannot be used on this machine."""
    from plantui.query.office import office_of
    from plantui.store.light_rules import find_light_rules

    chosen = office_of(context.ledger(), context.today).light_rules
    problem = find_light_rules(chosen, rules_folders(context)).problem
    return [problem] if problem else []
