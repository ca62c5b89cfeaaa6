"""Role of the desk at which a command is given: a habit that commands remind of, since the ledger is the user's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plantui.model.roles import DeskRole, is_beside_own
from plantui.words.catalogue import Words

from .context import CommandContext
from .options import option
from .output import say
from .values import Values
from .vocabulary import desk_vocabulary

if TYPE_CHECKING:
    from plantui.model.note import Note
    from plantui.query.staging import Desk
    from plantui.store.index.library import Library


def desk_option(words: Words) -> click.Option:
    """Return the option that names the role for one command; `--role` is that of a department in a task."""
    return option(words, "--as", "desk", metavar="DESK")


def role_of(context: CommandContext, values: Values) -> DeskRole | None:
    """Return the role that the option names, else that of the settings; None where none is set."""
    if (written := values.optional("desk")) is not None:
        return desk_vocabulary().find(context.words, written)
    configured = context.settings().role
    return DeskRole(configured) if configured else None


def desk_of(context: CommandContext, values: Values) -> Desk:
    """Return the desk with its role, by the rules of the office on the as-of day."""
    from plantui.query.office import office_choices
    from plantui.query.staging import Desk

    choices = office_choices(context.ledger().events("choice", today=context.today))
    return Desk(role_of(context, values), choices.roles)


def remark_other_department(context: CommandContext, values: Values, library: Library, note: Note) -> None:
    """Say where a clerk has changed another department's note: it is done, and the clerk knows it."""
    configured, plan = context.settings().department, library.plan(note.key.plan)
    if configured is None or plan is None:
        return
    region, _, name = configured.partition("/")
    own, department = (
        library.registry.resolve(*ref) for ref in ((region, name), (plan.region, note.department))
    )
    if is_beside_own(role_of(context, values), own, department):
        say(context.words("stages.other_department", department=note.department, own=name))
