"""The account of a document in any language, from what its tasks used and what its structure sets aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plantui.documents.imported import RemainderKind
from plantui.documents.source import Source
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText

from .account import Account


@dataclass(frozen=True, slots=True, eq=False)
class Skipped:
    """Texts that are in no field, with the reason."""

    kind: RemainderKind
    texts: Sequence[TracedText]
    is_whole: bool = True
    """True where those with nothing between them are one piece of the document; else each is one."""


def account_of(
    source: Source,
    tasks: Sequence[ExtractedTask],
    used: Iterable[TracedText],
    ranges: Iterable[tuple[RemainderKind, Span]],
    skipped: Iterable[Skipped],
) -> Account:
    """Return the account, in which every piece of the document has its mark: what is in a field, lines of the page and
    tables as ranges, then the rest."""
    account = Account(source)
    for task in tasks:
        account.use(task.used)
        account.reopen(piece.span for piece in task.details)
    account.use(used)
    for kind, span in ranges:
        account.name_span(kind, span)
    for task in tasks:
        account.name(RemainderKind.DETAILS, task.details)
    for piece in skipped:
        if piece.is_whole:
            account.name_whole(piece.kind, piece.texts)
        else:
            account.name(piece.kind, piece.texts)
    return account
