"""`plantui check [FILE…]`: all that is wrong with plan files and light rules, and notes that count for nobody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, Problem, Severity, UsageError
from plantui.planfile.search_path import DEPARTMENTS, HiddenPlan, at_home, hidden_plans, toml_files

from .command import Command
from .context import CommandContext
from .hidden_plans import hidden_sentences
from .options import argument, json_option, option
from .output import say, write_json, write_text
from .startup import Startup
from .values import Values


def build(startup: Startup) -> Command:
    """Build the command."""
    words = startup.words
    params = [
        argument("FILE", required=False, many=True),
        option(words, "--was", metavar="FILE", multiple=True),
        option(words, "--against", metavar="FILE"),
        json_option(words),
    ]
    return Command(startup, "check", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.planfile.check import check_files
    from plantui.store.column_maps import map_problems
    from plantui.store.own_words import own_words_problems

    from .light_rules import chosen_rules_problems, own_rules
    from .list_forms import faulty_forms

    targets = [at_home(Path(name)) for name in values.texts("file")]
    for target in targets:
        if not target.exists():
            raise UsageError("cli.no_such_file", path=target)
    if (document := values.optional("against")) is not None:
        from .check_against import check_against

        if len(targets) != 1 or values.texts("was"):
            raise UsageError("comparing.against.one_plan")
        return check_against(context, targets[0], document)
    folders = context.folders()
    problems = check_files(targets or [*folders, *own_rules(context)], folders)
    if not targets:
        problems += [problem for problem in chosen_rules_problems(context) if problem not in problems]
        problems += [*faulty_forms(context), *own_words_problems(), *map_problems(folders)]
    if not targets or values.texts("was"):
        from .ledger_problems import unreadable_rows
        from .orphaned import orphaned_notes

        problems += unreadable_rows(context)
        problems += orphaned_notes(context, [Path(name) for name in values.texts("was")])
    if not targets:
        for sentence in hidden_sentences(context.words, _hidden(folders, problems)):
            say(sentence)
    if context.is_json:
        write_json([_problem_dict(context, problem) for problem in problems])
    else:
        for problem in problems:
            write_text(context.words.problem(problem))
    if not problems:
        say(context.words("cli.check.none"))
        return ExitCode.DONE
    say(context.words("cli.check.problems", count=len(problems)))
    return ExitCode.DATA


def _hidden(folders: Sequence[Path], problems: Sequence[Problem]) -> list[HiddenPlan]:
    """Return the plans that others hide; a file with an error holds no plan, and hides none."""
    unusable = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    files = [file for folder in folders for file in toml_files(folder) if file.name != DEPARTMENTS]
    return hidden_plans((file.stem, str(file)) for file in files if str(file) not in unusable)


def _problem_dict(context: CommandContext, problem: Problem) -> JsonObject:
    facts = problem.facts
    return {
        "file": problem.file,
        "line": problem.line,
        "key": problem.key or None,
        "severity": problem.severity.value,
        "problem": problem.message.partition(".")[2],
        "message": context.words(problem.message, **facts) if facts else context.words(problem.message),
    }
