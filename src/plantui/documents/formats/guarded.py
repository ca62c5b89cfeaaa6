"""Reads a document in a process of its own, with bounds on time and memory and no way to the network.

The libraries are careful, but a document comes from anywhere: what a small file can make them do ends here, whatever
it is, in a sentence instead of a machine that stands still.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from plantui.model.problem import DataError

from ..source import Mark, MarkKind, TableRow
from ..traced import Span
from .content import Content
from .limits import seconds_for
from .sniff import Form

# The child looks for modules exactly where this process does, and not in the current folder.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)


WITH_HIDDEN = "with-hidden"
"""Asks the reader's process for the hidden parts too."""


def read_guarded(form: Form, content: bytes, *, with_hidden: bool = False) -> Content:
    """Return what the form's reader makes of the content. Raises DataError, also where it takes too much."""
    wishes = (WITH_HIDDEN,) if with_hidden else ()
    answer = guarded_answer("plantui.documents.formats.worker", content, form.value, *wishes)
    rows = tuple(TableRow(tuple(cells), tuple(starts), table) for cells, starts, table in answer["rows"])
    marks = tuple(
        Mark(MarkKind(kind), Span(start, end), words, where)
        for kind, start, end, words, where in answer["marks"]
    )
    return Content(answer["text"], tuple(answer["page_starts"]), rows, answer["caption"], marks)


def guarded_answer(module: str, content: bytes, *arguments: str) -> dict[str, Any]:
    """Return what the function `main` of a module makes of the content, in a process of its own: see `worker.serve`.

    `arguments` stand behind the third of the process's own. Raises DataError, also where it takes too much.
    """
    seconds = seconds_for(len(content))
    command = [sys.executable, "-P", "-c", _START, json.dumps(sys.path), module, str(seconds), *arguments]
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise DataError("formats.too_demanding") from error
    if ended.returncode < 0:
        raise DataError("formats.too_demanding")  # stopped by the system: the bound on time or memory
    if ended.returncode:
        raise DataError("formats.not_understood")  # the library failed in a way that it does not explain
    answer: dict[str, Any] = json.loads(ended.stdout)
    if refused := answer.get("refused"):
        raise DataError(refused, **answer["facts"])
    return answer
