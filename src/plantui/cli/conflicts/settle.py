"""`plantui conflicts settle`: takes one of the texts of a note that two desks changed, or joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from plantui.model.conflict import Settlement, can_join, join, take
from plantui.model.note import Note
from plantui.model.problem import DataError, ExitCode, UsageError
from plantui.model.remarks import leaving_stage
from plantui.model.roles import check_may_write
from plantui.words.catalogue import Words
from plantui.words.phrases import side_text

from ..command import Command
from ..context import CommandContext
from ..desk import desk_option, remark_other_department, role_of
from ..note.content import piped_text
from ..note.note_output import announcing, name_of, print_revision, say_remarks
from ..options import argument, flag, json_option, option
from ..output import say
from ..startup import Startup
from ..values import Values

if TYPE_CHECKING:
    from datetime import tzinfo

    from plantui.store.ledger import Ledger


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        *(argument("CONFLICT"), option(words, "--keep", metavar="SIDE"), flag(words, "--join")),
        option(words, "--progress", metavar="TEXT", text="settled_progress"),
        *(desk_option(words), json_option(words)),
    ]
    return Command(startup, "conflicts.settle", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    check_may_write(role_of(context, values))
    library = context.library()
    with context.own_ledger() as ledger:
        heads = _heads(ledger, values.text("conflict").replace("-", ""))
        settlement = _with_progress(
            _settlement(context.words, heads, values, ledger.zone()), values.optional("progress")
        )
        remarks = leaving_stage(settlement.stage_given_up(ledger.stages(heads[0].key)))
        others = [one.id for one in settlement.others]
        note = ledger.settle_conflict(settlement.note.id, settlement.content, others)
    remark_other_department(context, values, library, note)
    with announcing("cli.note.done_unsaid", context, [note]):
        print_revision(context, note, with_kind=True, remarks=remarks)
    say(context.words("arrivals.settled", note=name_of(context.words, library, note)))
    say_remarks(context.words, remarks)
    return ExitCode.DONE


def _heads(ledger: Ledger, note_id: str) -> tuple[Note, ...]:
    """Return the texts of the note that a revision is one of, oldest first. Raises DataError where there is one only."""
    heads = ledger.conflict_of(ledger.newest(note_id))
    if not heads:
        raise DataError("arrivals.not_in_conflict", id=note_id)
    return heads


def _settlement(words: Words, heads: Sequence[Note], values: Values, zone: tzinfo | None) -> Settlement:
    keep, joins = values.optional("keep"), values.flag("join")
    if (keep is None) is not joins:
        raise UsageError("arrivals.keep_or_join", sides=_sides(words, heads, zone))
    if keep is None:
        if not can_join(heads):
            raise UsageError("arrivals.nothing_to_join")
        return join(heads)
    for number, note in enumerate(heads, 1):
        if keep in (str(number), note.id):
            return take(heads, note)
    raise UsageError("arrivals.no_side", value=keep, sides=_sides(words, heads, zone))


def _sides(words: Words, heads: Sequence[Note], zone: tzinfo | None) -> str:
    """Return who wrote which side when, under its number."""
    return words.listing(
        [
            words("arrivals.side", number=at, line=side_text(words, one, zone))
            for at, one in enumerate(heads, 1)
        ]
    )


def _with_progress(settlement: Settlement, written: str | None) -> Settlement:
    """Return the settlement with a person's own words in the place of the text. Raises UsageError for a retraction."""
    if written is None:
        return settlement
    if settlement.content is None:
        raise UsageError("arrivals.no_text_to_change")
    return replace(settlement, content=settlement.content._replace(progress=piped_text(written)))
