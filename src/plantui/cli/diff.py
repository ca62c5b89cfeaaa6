"""`plantui diff OLD NEW`: what a revision changed in a plan, task by task, however they are numbered now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.plan import Plan, Task
from plantui.model.problem import ExitCode
from plantui.model.terms import Op, Role

from .command import Command
from .context import CommandContext
from .options import argument, flag, json_option, option
from .output import say, write_json, write_text
from .plan_versions import read_version
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.documents.revision.change import Change, Revision
    from plantui.words.catalogue import Words


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        argument("OLD"),
        argument("NEW"),
        option(words, "--keep-ids", metavar="FILE"),
        flag(words, "--force"),
        json_option(words),
    ]
    return Command(startup, "diff", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.documents.revision.revise import revision_of

    old, new = (read_version(context, Path(values.text(name))) for name in ("old", "new"))
    revision = revision_of(old, new)
    if context.is_json:
        write_json(_revision_dict(revision))
    else:
        for line in _lines(context.words, revision):
            write_text(line)
    _say_totals(context.words, revision)
    if target := values.optional("keep_ids"):
        _keep_ids(context, old, new, revision, Path(target), force=values.flag("force"))
    return ExitCode.DONE if revision.is_empty else ExitCode.DATA


def _keep_ids(
    context: CommandContext, old: Plan, new: Plan, revision: Revision, target: Path, *, force: bool
) -> None:
    from plantui.documents.revision.revise import with_old_ids
    from plantui.export.writing import save
    from plantui.planfile.writer import plan_toml

    text = plan_toml(with_old_ids(old, new, revision))
    path = save([text], target, force=force)
    say(context.words("comparing.diff.ids_kept", path=path, count=len(revision.ids)))


def _say_totals(words: Words, revision: Revision) -> None:
    if revision.is_empty:
        say(words("comparing.diff.same"))
        return
    counts = {"changed": len(revision.tasks), "added": len(revision.added), "dropped": len(revision.dropped)}
    say(words("comparing.diff.totals", **counts, unchanged=revision.unchanged))


def _lines(words: Words, revision: Revision) -> Iterator[str]:
    for change in revision.plan:
        yield _change(words, change)
    for task in revision.tasks:
        ids = task.old.id if task.old.id == task.new.id else f"{task.old.id} → {task.new.id}"
        yield words("comparing.diff.task", ids=ids, title=task.new.title)
        for change in task.changes:
            yield "  " + _change(words, change)
    for kind, tasks in (("added", revision.added), ("dropped", revision.dropped)):
        for single in tasks:
            yield words(f"comparing.diff.{kind}", id=single.id, title=single.title)


def _change(words: Words, change: Change) -> str:
    from plantui.documents.revision.change import ChangeKind

    about, old, new = change.about, change.old, change.new
    if change.kind in (
        ChangeKind.DEPARTMENT_ADDED,
        ChangeKind.DEPARTMENT_DROPPED,
        ChangeKind.DEPARTMENT_ROLE,
    ):
        old, new = (words(f"terms.role.{Role(role).value}.long") if role else "" for role in (old, new))
    elif change.kind in (ChangeKind.FIGURE_ADDED, ChangeKind.FIGURE_CHANGED, ChangeKind.FIGURE_DROPPED):
        old, new = _target(words, old), _target(words, new)
    elif change.kind is ChangeKind.PLAN:
        about = words(f"comparing.front.{about}")
    nothing = words("comparing.diff.nothing")
    return words(f"comparing.change.{change.kind.value}", about=about, old=old or nothing, new=new or nothing)


def _target(words: Words, target: str) -> str:
    """The target with its direction in words."""
    op, _, rest = target.partition(" ")
    return f"{words(f'terms.op.{op}')} {rest}".strip() if op in set(Op) else target


def _revision_dict(revision: Revision) -> JsonObject:
    from plantui.planfile.jsonform import task_dict

    def dicts(tasks: tuple[Task, ...]) -> list[JsonObject]:
        return [task_dict(task) for task in tasks]

    return {
        "plan": [_change_dict(change) for change in revision.plan],
        "tasks": [
            {
                "old": task.old.id,
                "new": task.new.id,
                "title": task.new.title,
                "changes": [_change_dict(change) for change in task.changes],
            }
            for task in revision.tasks
        ],
        "added": dicts(revision.added),
        "dropped": dicts(revision.dropped),
        "ids": dict(revision.ids),
        "unchanged": revision.unchanged,
    }


def _change_dict(change: Change) -> dict[str, str]:
    return {"kind": change.kind.value, "about": change.about, "old": change.old, "new": change.new}
