"""A published document read by the rules within bounds, for the commands that need one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .bounded_import import bounded_import
from .checkout_lexicon import remake_lexicon
from .context import CommandContext

if TYPE_CHECKING:
    from plantui.documents.imported import Imported
    from plantui.documents.overview.overview import Seen
    from plantui.documents.source import Selection, Source


def read_document(
    context: CommandContext,
    file: str,
    plan_id: str | None = None,
    year: int | None = None,
    selection: Selection | None = None,
    source: Source | None = None,
) -> tuple[Imported, Sequence[Seen]]:
    """Return what the rules make of a document; where it has no tasks, with what was seen of it.

    `source` is the document where it was opened already.

    Raises UsageError for a document that is not there, DataError for one that cannot be read or asks for too much.
    """
    from plantui.store.own_words import read_all_own_words

    remake_lexicon()
    own = read_all_own_words()
    with bounded_import(context.words, file) as progress:
        from plantui.documents.formats import open_source
        from plantui.documents.importer import import_document
        from plantui.documents.overview.no_tasks import NoTasks
        from plantui.documents.source import AS_SHOWN

        source = source or open_source(file, selection or AS_SHOWN, watch=progress.recognition())
        progress.allow_text(len(source.text))
        try:
            return import_document(source, plan_id, progress.tell, year, own), ()
        except NoTasks as error:
            return error.imported, error.seen
