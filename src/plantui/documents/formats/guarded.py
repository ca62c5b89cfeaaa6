"""Reads a document in a process of its own, with bounds on time and memory and no way to the network.

The libraries are careful, but a document comes from anywhere: what a small file can make them do ends here, whatever
it is, in a sentence instead of a machine that stands still.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from threading import Event, Timer
from typing import Any, NamedTuple

from plantui.model.problem import DataError

from ..progress import Tell
from ..source import Mark, MarkKind, TableRow
from ..traced import Span
from .content import Content
from .limits import MEMORY, MEMORY_OF_RECOGNITION, seconds_for, seconds_for_pages
from .sniff import Form

# The child looks for modules exactly where this process does, and not in the current folder.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)


WORKER = "plantui.documents.formats.worker"
WITH_HIDDEN = "with-hidden"
"""Asks the reader's process for the hidden parts too."""


def read_guarded(form: Form, content: bytes, *, with_hidden: bool = False) -> Content:
    """Return what the form's reader makes of the content. Raises DataError, also where it takes too much."""
    wishes = (WITH_HIDDEN,) if with_hidden else ()
    return _content(guarded_answer(WORKER, content, form.value, *wishes))


def recognised(form: Form, content: bytes, pages: int, tell: Tell | None = None) -> Content:
    """Return what recognition makes of so many pages: by far the slowest reader. `tell` hears the share that is done.

    Raises DataError, also where it takes too much.
    """
    bounds = Bounds(seconds_for_pages(pages), MEMORY_OF_RECOGNITION)
    return _content(guarded_answer(WORKER, content, form.value, bounds=bounds, tell=tell))


def _content(answer: dict[str, Any]) -> Content:
    rows = tuple(TableRow(tuple(cells), tuple(starts), table) for cells, starts, table in answer["rows"])
    marks = tuple(
        Mark(MarkKind(kind), Span(start, end), words, where)
        for kind, start, end, words, where in answer["marks"]
    )
    return Content(answer["text"], tuple(answer["page_starts"]), rows, answer["caption"], marks)


class Bounds(NamedTuple):
    """What a process may take."""

    seconds: int
    memory: int = MEMORY


def guarded_answer(
    module: str,
    content: bytes,
    *arguments: str,
    bounds: Bounds | None = None,
    tell: Tell | None = None,
) -> dict[str, Any]:
    """Return what the function `main` of a module makes of the content, in a process of its own: see `worker.serve`.

    `arguments` stand behind the fourth of the process's own; `tell` hears the share that is done where the process says it.
    Raises DataError, also where it takes too much.
    """
    most = bounds or Bounds(seconds_for(len(content)))
    own = [json.dumps(sys.path), module, str(most.seconds), str(most.memory)]
    command = [sys.executable, "-P", "-c", _START, *own, *arguments]
    is_late = Event()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:

        def end() -> None:
            is_late.set()
            process.kill()

        clock = Timer(most.seconds, end)
        clock.daemon = True
        clock.start()
        try:
            last = _last_line(process, content, tell)
        finally:
            clock.cancel()
    if process.returncode < 0 or is_late.is_set():
        raise DataError("formats.too_demanding")  # stopped: the bound on time or memory
    if process.returncode:
        raise DataError("formats.not_understood")  # the library failed in a way that it does not explain
    answer: dict[str, Any] = json.loads(last)
    if refused := answer.get("refused"):
        raise DataError(refused, **answer["facts"])
    return answer


def _last_line(process: subprocess.Popen[bytes], content: bytes, tell: Tell | None) -> bytes:
    """Hand a process its content and return the last line that it writes; the lines before say how far it is."""
    assert process.stdin and process.stdout
    with suppress(BrokenPipeError), process.stdin:  # it may have ended before it has read everything
        process.stdin.write(content)
    last = b""
    for line in process.stdout:
        if last and tell is not None:
            tell(float(last))
        last = line
    return last
