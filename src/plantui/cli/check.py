"""`plantui check [FILE…]`: everything that is wrong with the plan files, and notes whose task is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from plantui.model.problem import ExitCode, Problem, Severity, UsageError
from plantui.planfile.search_path import at_home

from .command import Command, Values
from .context import Call
from .options import argument, json_option
from .output import say, write_json, write_text
from .startup import Startup


def build(startup: Startup) -> Command:
    """The command."""
    params = [argument("FILE", required=False, many=True), json_option(startup.words)]
    return Command(startup, "check", _run, params)


def _run(call: Call, values: Values) -> int:
    from plantui.planfile.check import check_files

    targets = [at_home(Path(name)) for name in values["file"]]
    for target in targets:
        if not target.exists():
            raise UsageError("cli.no_such_file", path=target)
    folders = call.folders()
    problems = check_files(targets or folders, folders)
    if not targets:
        problems += _homeless_notes(call)
    if call.is_json:
        write_json([_problem_dict(call, problem) for problem in problems])
    else:
        for problem in problems:
            write_text(call.words.problem(problem))
    if not problems:
        say(call.words("cli.check.none"))
        return ExitCode.DONE
    say(call.words("cli.check.many" if len(problems) > 1 else "cli.check.one", count=len(problems)))
    return ExitCode.DATA


def _homeless_notes(call: Call) -> Iterator[Problem]:
    """Notes on tasks that no plan holds: after a task's id was changed, or a plan file taken away."""
    ledger = call.ledger()
    # As of the last day there is: a note that does not count yet is homeless, too.
    noted = {key: found.notes for key, found in ledger.latest(date.max).items() if found.notes}
    if not noted:
        return
    from plantui.store.index.opening import open_library
    from plantui.store.places import cache_folder

    held = open_library(call.folders(), cache_folder()).rows_of(noted)
    for key in sorted(noted.keys() - held.keys()):
        facts = {"plan": key.plan, "task": key.task, "count": str(noted[key])}
        yield Problem(
            "cli.check.homeless", file=str(call.ledger_path), facts=facts, severity=Severity.WARNING
        )


def _problem_dict(call: Call, problem: Problem) -> dict[str, Any]:
    facts = problem.facts
    return {
        "file": problem.file,
        "line": problem.line,
        "key": problem.key or None,
        "severity": problem.severity.value,
        "problem": problem.message.partition(".")[2],
        "message": call.words(problem.message, **facts) if facts else call.words(problem.message),
    }
