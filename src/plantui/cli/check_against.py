"""`plantui check FILE --against DOCUMENT`: where a plan and a copy of its document do not say the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode
from plantui.model.terms import Role

from .context import CommandContext
from .document_reading import read_document
from .output import say, write_json, write_text
from .plan_versions import read_version

if TYPE_CHECKING:
    from plantui.documents.revision.against import Departure
    from plantui.words.catalogue import Words


def check_against(context: CommandContext, file: Path, document: str) -> int:
    """Tell every departure; the exit code is 1 where there is one."""
    from plantui.documents.quoting import selection_of
    from plantui.documents.revision.against import departures

    plan = read_version(context, file)
    read, _ = read_document(context, document, selection=selection_of(plan.info.source))
    found = departures(plan, read)
    if context.is_json:
        write_json({"plan": str(file), "document": document, "departures": [*map(_departure_dict, found)]})
    else:
        for departure in found:
            write_text(_sentence(context.words, departure))
    if found:
        say(context.words("comparing.against.some", count=len(found)))
        return ExitCode.DATA
    say(context.words("comparing.against.none", document=document, count=len(plan.tasks)))
    return ExitCode.DONE


def _sentence(words: Words, departure: Departure) -> str:
    from plantui.documents.revision.against import DepartureField

    kind, task, about = departure.field, departure.task, departure.about
    plan, document = departure.plan, departure.document
    if kind is DepartureField.TASK and task is not None:
        named = words(
            "comparing.against.task", id=task.id if plan else task.number or task.id, title=task.title
        )
        which = "task_in_plan" if plan else "task_in_document"
        return _placed(words, departure) + words(f"comparing.against.{which}", task=named)
    if kind is DepartureField.ROLE:
        plan, document = (words(f"terms.role.{Role(role).value}.long") for role in (plan, document))
    field = words(
        f"comparing.front.{about}" if kind is DepartureField.PLAN else f"comparing.against.{kind.value}"
    )
    if about and kind is not DepartureField.PLAN:
        field = words("comparing.against.about", field=field, about=about)
    which = "both" if plan and document else "in_plan" if plan else "in_document"
    said = words(f"comparing.against.{which}", field=field, plan=plan, document=document)
    if task is not None:
        said = words("comparing.against.task", id=task.id, title=task.title) + words(
            "comparing.against.of", said=said
        )
    return _placed(words, departure) + said


def _placed(words: Words, departure: Departure) -> str:
    if departure.line is None:
        return ""
    page = "" if departure.page is None else words("comparing.page", page=departure.page)
    return words("comparing.against.place", place=page + words("comparing.line", line=departure.line))


def _departure_dict(departure: Departure) -> JsonObject:
    return {
        "field": departure.field.value,
        "task": departure.task.id if departure.task is not None and departure.plan_has_task else None,
        "about": departure.about or None,
        "plan": departure.plan or None,
        "document": departure.document or None,
        "line": departure.line,
        "page": departure.page,
    }
