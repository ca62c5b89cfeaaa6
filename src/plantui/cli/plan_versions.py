"""Plan files given by name, whatever the files are called: versions of one plan have one id and cannot share a folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

from plantui.model.plan import Plan
from plantui.model.problem import DataError, Severity, UsageError
from plantui.planfile.reader import read_plan

from .context import CommandContext
from .output import say


def read_version(context: CommandContext, path: Path) -> Plan:
    """The plan in a file. Tells its problems; raises UsageError without the file and DataError without a plan in it."""
    if not path.is_file():
        raise UsageError("cli.no_such_file", path=path)
    content = path.read_bytes()
    read = read_plan(content, name=f"{_id_in(content) or path.stem}.toml")
    errors = [problem for problem in read.problems if problem.severity is Severity.ERROR]
    for problem in errors:
        say(context.words.problem(problem._replace(file=str(path))))
    if read.plan is None:
        raise DataError("comparing.no_plan", path=path)
    return read.plan


def _id_in(content: bytes) -> str | None:
    try:
        ident = tomllib.loads(content.decode()).get("plan", {}).get("id")
    except (ValueError, AttributeError):
        return None  # read_plan tells what is wrong, with the place
    return ident if isinstance(ident, str) else None
