"""Notes that count for nobody: after a revision renumbered a plan or renamed a department, or a file was taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from plantui.model.key import TaskKey
from plantui.model.problem import Problem, Severity

from .context import CommandContext


def orphaned_notes(context: CommandContext, earlier: Sequence[Path] = ()) -> Iterator[Problem]:
    """Yield a problem for notes whose task is gone or another one, or does not name their department.

    `earlier` are versions that plans had when notes were written: with them a note's task is found again
    under the id that it has now, also where another task has taken its id.
    """
    # As of the last day there is: a note that does not count yet is told of, too.
    reports = context.ledger().latest(date.max)
    noted = {key: found.notes for key, found in reports.items() if found.notes}
    if not noted:
        return
    from plantui.query.note_problems import note_problems
    from plantui.query.workspace import Workspace

    ledger = str(context.ledger_path)
    now = _ids_now(context, earlier)
    for key in sorted(noted.keys() & now.keys()):
        new = now[key]
        if new != key.task:
            facts = {"plan": key.plan, "task": key.task, "count": str(noted[key]), "new": new or ""}
            message = "comparing.notes.renumbered" if new else "comparing.notes.dropped"
            yield Problem(message, ledger, facts=facts, severity=Severity.WARNING)
    moved = {key for key, new in now.items() if new != key.task}
    yield from note_problems(Workspace(context.open_plans(), context.today, reports), ledger, known=moved)


def _ids_now(context: CommandContext, earlier: Sequence[Path]) -> Mapping[TaskKey, str | None]:
    """Return the id that each task of the earlier versions has now; None for one that was dropped."""
    if not earlier:
        return {}
    from plantui.documents.revision.revise import revision_of
    from plantui.planfile.search_path import plan_files

    from .plan_versions import read_version

    files = {file.stem: file for file in plan_files(context.folders())}
    ids: dict[TaskKey, str | None] = {}
    for path in earlier:
        old = read_version(context, path)
        if old.info.id in files:
            found = revision_of(old, read_version(context, files[old.info.id])).ids
            ids.update((TaskKey(old.info.id, task.id), found.get(task.id)) for task in old.tasks)
    return ids
