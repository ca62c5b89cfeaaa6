"""Plans from files of other systems, recognised by their beginning and read within the bounds of an import."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.documents.formats import read_content, require_bounded
from plantui.exchange.roots import HEAD, format_of
from plantui.model.problem import DataError, PlantuiError

if TYPE_CHECKING:
    from plantui.exchange.read_plan import ReadPlan
    from plantui.words import Words

_LIBRARIES = ("lxml",)
"""The libraries that all such files are read with."""


def format_of_file(path: Path) -> str:
    """Return the format of another system that a file has; empty for documents, and for a file that cannot be read."""
    try:
        with path.open("rb") as opened:
            return format_of(opened.read(HEAD))
    except OSError:
        return ""  # the reading of documents says why


def read_foreign(file: Path | bytes, form: str, called: str, plan_id: str | None) -> ReadPlan:
    """Return the plan of a file of a format; `called` is the file's name in refusals, `plan_id` the plan's id.

    Raises UsageError for a file that is not there and where the library is missing, DataError for one that cannot be read.
    """
    from plantui.documents.formats.reading import require_libraries
    from plantui.exchange.declared import EXCHANGES

    read = EXCHANGES[form].read
    assert read is not None  # only what can be read is recognised
    try:
        require_libraries(_LIBRARIES, form)
        content = file if isinstance(file, bytes) else read_content(file)
        require_bounded(content)
    except PlantuiError as error:
        error.facts["name"] = called
        raise
    return read(content, called, plan_id)._replace(sha256=sha256(content).hexdigest())


def require_sound(words: Words, read: ReadPlan, called: str) -> None:
    """Raise DataError where a plan file could not hold what was read of a file."""
    from plantui.planfile.writer import errors_of

    if errors := errors_of(read.plan):
        raise DataError("exchange.unusable", file=called, fault=words.problem(errors[0]))
