"""`plantui note list`: the notes that count, or with --all every revision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from plantui.model.department import DepartmentRef, fold_name
from plantui.model.key import TaskKey
from plantui.model.note import Note, RevisionKind
from plantui.model.problem import ExitCode, UsageError
from plantui.model.text import half_width
from plantui.query.lateness import late_notes
from plantui.query.office import office_of

from ..command import Command
from ..context import CommandContext
from ..lookup import departments_named, plan_named
from ..options import argument, flag, json_option, option
from ..output import say, write_json_array, write_text
from ..startup import Startup
from ..task_names import task_named
from ..values import Values

if TYPE_CHECKING:
    from datetime import date

    from plantui.model.period import ReportingRules
    from plantui.model.stages import StageState
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger
    from plantui.store.ledger.note_cells import NoteCells
    from plantui.words.catalogue import Words


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        argument("PLAN", required=False),
        argument("TASK", required=False),
        option(words, "--plan", "more_plans", metavar="PLAN", multiple=True),
        option(words, "--department", metavar="NAME", multiple=True),
        flag(words, "--all"),
        json_option(words),
    ]
    return Command(startup, "note.list", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    is_all = values.flag("all")
    with context.ledger() as ledger:
        if context.is_json:
            count = _write_json(
                *_asked_for(context, values, ledger, ledger.revision_portions), with_kind=is_all
            )
        else:
            count = _write(context.words, *_asked_for(context, values, ledger, ledger.note_portions))
    say(context.words("cli.note.count", count=count))
    for row in ledger.unreadable:
        say(context.words("ledger.unreadable_row", **row.facts))
    return ExitCode.DATA if ledger.unreadable else ExitCode.DONE


_Revision = TypeVar("_Revision", bound="NoteCells | Note")
_Late = frozenset[str] | None
"""The ids of late notes; None where nobody can tell."""


_Read = Callable[["TaskKey | None", "str | None", "date | None", bool], Iterator[Sequence[_Revision]]]
"""Reads the revisions of a task or a plan, on a day or all, a portion at a time."""


def _asked_for(
    context: CommandContext, values: Values, ledger: Ledger, read: _Read[_Revision]
) -> tuple[Iterator[tuple[_Revision, _Late]], Mapping[str, StageState]]:
    """Return the revisions that are asked for, each with the ids of late ones, and how far those came that were moved on."""
    portions = _portions(context, values, read)
    stages = ledger.stages(today=None if values.flag("all") else context.today)
    return _with_lateness(ledger, portions, office_of(ledger, context.today).reporting), stages


def _with_lateness(
    ledger: Ledger, portions: Iterable[Sequence[_Revision]], reporting: ReportingRules
) -> Iterator[tuple[_Revision, _Late]]:
    for revisions in portions:
        late = None
        if reporting.closing is not None:
            days = [one if isinstance(one, Note) else one.days for one in revisions]
            late = late_notes(ledger, days, reporting)
        for one in revisions:
            yield one, late


def _portions(
    context: CommandContext,
    values: Values,
    read: _Read[_Revision],
) -> Iterator[Sequence[_Revision]]:
    """Return the notes that are asked for, a portion at a time: a year of them is more than needs to be held."""
    plan_name, more_plans = values.optional("plan"), values.texts("more_plans")
    departments, is_all = values.texts("department"), values.flag("all")
    library = context.library() if plan_name or more_plans or departments else None
    key, plan = _where(library, plan_name, values.optional("task")) if library and plan_name else (None, None)
    plans = {plan_named(library, name).id for name in more_plans} if library and more_plans else None

    def portions() -> Iterator[Sequence[_Revision]]:
        # Every revision there is does not depend on the day.
        for notes in read(key, plan, None if is_all else context.today, is_all):
            yield notes if plans is None else [note for note in notes if note.key.plan in plans]

    if library is None or not departments:
        return portions()
    is_wanted = _reporters(library, departments, portions)
    return ([note for note in notes if is_wanted(note)] for notes in portions())


def _reporters(
    library: Library, names: Sequence[str], portions: Callable[[], Iterator[Sequence[NoteCells | Note]]]
) -> Callable[[NoteCells | Note], bool]:
    """Return whether a note was reported by one of the departments, under whatever name it then had.

    A name that no plan knows any more is looked for among the notes. Raises UsageError for any other.
    """
    regions = {plan.id: plan.region for plan in library.plans}
    literal = {_literal_name(library, name) for name in names}
    refs: set[DepartmentRef] = set()
    noted: set[tuple[str | None, str]] | None = None
    for name in names:
        try:
            refs.update(departments_named(library, name))
        except UsageError:
            if noted is None:
                places = {(note.key.plan, note.department) for notes in portions() for note in notes}
                noted = {
                    (region, fold_name(name)) for plan, name in places for region in ("", regions.get(plan))
                }
            if _literal_name(library, name) not in noted:
                raise
    known = {fold_name(name) for ref in refs for name in library.registry.names_of(ref)}

    def is_wanted(note: NoteCells | Note) -> bool:
        region, written = regions.get(note.key.plan), fold_name(note.department)
        if ("", written) in literal or (region, written) in literal:
            return True
        if region is None:  # a plan that is gone: only the name is left
            return written in known
        return library.registry.resolve(region, note.department) in refs

    return is_wanted


def _literal_name(library: Library, written: str) -> tuple[str, str]:
    """Return the name as it may stand in a note, with its region where one is given."""
    region, slash, name = half_width(written).partition("/")
    if slash and region.strip() in {plan.region for plan in library.plans}:
        return region.strip(), fold_name(name)
    return "", fold_name(written)


def _where(library: Library, plan_name: str, task: str | None) -> tuple[TaskKey | None, str | None]:
    plan = plan_named(library, plan_name)
    if task is None:
        return None, plan.id
    return TaskKey(plan.id, task_named(library, plan, task).id), None


def _write_json(
    entries: Iterable[tuple[NoteCells | Note, _Late]], stages: Mapping[str, StageState], *, with_kind: bool
) -> int:
    """Write the notes as JSON. Return their number."""
    from plantui.export.notetexts import NoteTexts

    count = 0
    texts = NoteTexts(stages, with_kind=with_kind)

    def lines() -> Iterator[str]:
        nonlocal count
        for revision, late in entries:
            count += 1
            yield texts.text(revision, late)

    write_json_array(lines())
    return count


def _write(words: Words, entries: Iterable[tuple[Note, _Late]], stages: Mapping[str, StageState]) -> int:
    """Write the notes as text. Return their number."""
    from ..task_text import staged_note

    count = 0
    for count, (note, late) in enumerate(entries, 1):
        if count > 1:
            write_text("")
        write_text(f"{note.key.plan} {note.key.task}")
        for line in staged_note(words, note, stages, late or ()):
            write_text(line)
        if note.kind is RevisionKind.RETRACTED:
            write_text(words("cli.note.is_retracted"))
        if note.supersedes:
            write_text(words("cli.note.supersedes", id=note.supersedes))
    return count
