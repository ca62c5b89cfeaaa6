"""The process that imports one document: tells on standard output how far it is, then gives the import.

Each line is one JSON object: `seconds` where pages are pictures and have to be recognised, `length` once the text is
read, `share` while recognition or the rules are at work, at last `bytes` (of the
pickled import that follows), `attachments` where one of them has to be chosen, or `refused` with its facts.
"""

from __future__ import annotations

import json
import pickle
import sys
from datetime import date
from pathlib import Path

from plantui.documents.formats import read_source
from plantui.documents.formats.attachments import SeveralAttachments
from plantui.documents.formats.limits import IMPORT_MEMORY, MOST_BYTES, seconds_for, seconds_for_text
from plantui.documents.formats.memory import bound_process
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks
from plantui.documents.source import Selection
from plantui.exchange.read_plan import ReadPlan
from plantui.model.jsonvalue import Json
from plantui.model.plan_id import slug
from plantui.model.problem import PlantuiError
from plantui.readback.foreign_ledger import read_if_ledger
from plantui.readback.foreign_plan import format_of_file, read_foreign
from plantui.store.own_words import read_all_own_words


def main() -> None:
    """Import the document that `sys.argv` names behind the module path, as it selects, within the bounds of every import."""
    path, selection = Path(sys.argv[2]), Selection(**json.loads(sys.argv[3]))
    folders, today = [Path(folder) for folder in json.loads(sys.argv[4])], date.fromisoformat(sys.argv[5])
    bound_process(IMPORT_MEMORY, seconds_for(MOST_BYTES) + seconds_for_text(MOST_BYTES))
    try:
        imported = pickle.dumps(_imported(path, selection, folders, today))
    except SeveralAttachments as error:
        _tell(attachments=error.names)
    except PlantuiError as error:
        _tell(refused=error.message, facts=error.facts)
    except (MemoryError, RecursionError):
        _tell(refused="documents.too_demanding", facts={"file": str(path)})
    else:
        _tell(bytes=len(imported))
        sys.stdout.buffer.write(imported)


class _Watch:
    """Tells how much of a scan is recognised."""

    def begin(self, seconds: int) -> None:
        """Recognition begins, and may take so many seconds."""
        _tell(seconds=seconds)

    def tell(self, share: float) -> None:
        """Note the share that is done."""
        _tell(share=share)


def _imported(path: Path, selection: Selection, folders: list[Path], today: date) -> Imported | ReadPlan:
    """Return the import, or the plan of a file of another system or a ledger, in which a person has nothing to review.

    Of a document without tasks it is what was read all the same, in which a person points at them.
    """
    if form := format_of_file(path):
        return read_foreign(path, form, path.name, slug(path.name))
    source = read_source(path, selection=selection, watch=_Watch())
    _tell(length=len(source.text))
    if ledger := read_if_ledger(source, folders, slug(path.name), today):
        return ledger
    try:
        return import_document(source, None, lambda share: _tell(share=share), own=read_all_own_words())
    except NoTasks as error:
        return error.imported


def _tell(**said: Json) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
    sys.stdout.buffer.flush()
