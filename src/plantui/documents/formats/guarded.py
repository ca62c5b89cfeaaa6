"""Reads a document in a process of its own, with bounds on time and memory and no way to the network.

The libraries are careful, but a document comes from anywhere: what a small file can make them do ends here, whatever
it is, in a sentence instead of a machine that stands still.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from threading import Timer
from typing import TYPE_CHECKING, Any

from plantui.model.problem import DataError

from ..progress import Watch
from ..source import Mark, MarkKind, TableRow
from ..traced import Span
from .content import Content
from .copied import Copy, can_be_copied
from .limits import MEMORY, seconds_for
from .sniff import Form

if TYPE_CHECKING:
    from subprocess import Popen

# The child looks for modules exactly where this process does, and not in the current folder.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)


WORKER = "plantui.documents.formats.worker"
WITH_HIDDEN = "with-hidden"
"""Asks the reader's process for the hidden parts too."""
RECOGNISING = "recognising"
"""Asks it to recognise the words of pages that are pictures."""

SECONDS, SHARE = "seconds", "share"
"""What a line before the answer says: how long recognition may take, and how much of it is done."""


def read_guarded(
    form: Form,
    content: bytes,
    *,
    with_hidden: bool = False,
    recognising: bool = False,
    watch: Watch | None = None,
) -> Content:
    """Return what the form's reader makes of the content; of pages that are pictures, where it may recognise them, too.

    The watch hears of that: it is by far the slowest. Raises DataError, also where it takes too much.
    """
    wishes = [*([WITH_HIDDEN] if with_hidden else []), *([RECOGNISING] if recognising else [])]
    return _content(guarded_answer(WORKER, content, form.value, *wishes, watch=watch))


def _content(answer: dict[str, Any]) -> Content:
    rows = tuple(TableRow(tuple(cells), tuple(starts), table) for cells, starts, table in answer["rows"])
    marks = tuple(
        Mark(MarkKind(kind), Span(start, end), words, where)
        for kind, start, end, words, where in answer["marks"]
    )
    return Content(answer["text"], tuple(answer["page_starts"]), rows, answer["caption"], marks)


def guarded_answer(
    module: str, content: bytes, *arguments: str, watch: Watch | None = None
) -> dict[str, Any]:
    """Return what the function `main` of a module makes of the content, in a process of its own: see `worker.serve`.

    `arguments` stand behind the fourth of the process's own; the watch hears what the process says of its recognition.
    Raises DataError, also where it takes too much.
    """
    seconds = seconds_for(len(content))
    own = [json.dumps(sys.path), module, str(seconds), str(MEMORY)]
    with _started([*own, *arguments]) as process:
        clock = _Clock(process, seconds)
        try:
            last = _last_line(process, content, clock, watch)
        finally:
            clock.stop()
    if process.wait() < 0 or clock.is_late:
        raise DataError("formats.too_demanding")  # stopped: the bound on time or memory
    if process.wait():
        raise DataError("formats.not_understood")  # the library failed in a way that it does not explain
    answer: dict[str, Any] = json.loads(last)
    if refused := answer.get("refused"):
        raise DataError(refused, **answer["facts"])
    return answer


def _started(arguments: Sequence[str]) -> Popen[bytes] | Copy:
    """Start the process, by far the quickest as a copy of this one."""
    if can_be_copied():
        return Copy(lambda: _work(arguments))
    from subprocess import DEVNULL, PIPE, Popen  # 5 ms that a copy does not wait for

    command = [sys.executable, "-P", "-c", _START, *arguments]
    return Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)


def _work(arguments: Sequence[str]) -> None:
    sys.argv[1:] = arguments
    import_module(arguments[1]).main()


class _Clock:
    """Ends a process that takes longer than it may."""

    def __init__(self, process: Popen[bytes] | Copy, seconds: int) -> None:
        self._process = process
        self.is_late = False
        self.allow(seconds)

    def allow(self, seconds: int) -> None:
        """Begin the time anew."""
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Leave the process alone from now on: when this returns nothing ends it any more, and no thread is left."""
        self._timer.cancel()
        self._timer.join()

    def _end(self) -> None:
        self.is_late = True
        self._process.kill()


def _last_line(process: Popen[bytes] | Copy, content: bytes, clock: _Clock, watch: Watch | None) -> bytes:
    """Hand a process its content and return the last line that it writes; the lines before say how far recognition is."""
    assert process.stdin and process.stdout
    with suppress(BrokenPipeError), process.stdin:  # it may have ended before it has read everything
        process.stdin.write(content)
    last = b""
    for line in process.stdout:
        if last:
            _hear(json.loads(last), clock, watch)
        last = line
    return last


def _hear(said: dict[str, Any], clock: _Clock, watch: Watch | None) -> None:
    if (seconds := said.get(SECONDS)) is not None:
        clock.stop()
        clock.allow(seconds)
        if watch is not None:
            watch.begin(seconds)
    elif watch is not None:
        watch.tell(said[SHARE])
