"""`plantui evidence open ID [N]`: opens a piece of evidence of a note with the system's program."""

from __future__ import annotations

from plantui.model.problem import ExitCode, UsageError
from plantui.words.note_phrases import evidence_text, opened_text

from ..command import Command
from ..context import CommandContext
from ..options import argument
from ..output import say
from ..startup import Startup
from ..values import Values


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "evidence.open", _run, [argument("ID"), argument("N", required=False)])


def _run(context: CommandContext, values: Values) -> int:
    from plantui.store.evidence import EvidenceState
    from plantui.store.opening_files import open_with_system

    note = context.ledger().newest(values.text("id"))
    pieces, written = note.content.evidence, values.optional("n")
    if not pieces:
        raise UsageError("notes.evidence.none", id=note.id)
    at = int(written) - 1 if written and written.isdecimal() and len(written) < 9 else -1 if written else 0
    if not 0 <= at < len(pieces) or (written is None and len(pieces) > 1):
        listed = " | ".join(
            f"{number} {evidence_text(context.words, piece)}" for number, piece in enumerate(pieces, 1)
        )
        raise UsageError("notes.evidence.which", id=note.id, listed=listed)
    state = open_with_system(pieces[at])
    say(opened_text(context.words, pieces[at], has_changed=state is EvidenceState.CHANGED))
    return ExitCode.DONE
