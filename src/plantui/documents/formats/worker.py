"""The process that `guarded` starts: reads one document from standard input, writes it as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from plantui.model.problem import PlantuiError

from ..progress import Watch
from .guarded import RECOGNISING, SECONDS, SHARE, WITH_HIDDEN
from .limits import MEMORY_OF_RECOGNITION
from .memory import bound_process
from .reading import read_here
from .sniff import Form

_FORBIDDEN = (
    "socket.connect",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)


def main() -> None:
    """Read a document. `sys.argv` holds its form, and what else is wished, behind what `serve` takes."""
    form, wishes = Form(sys.argv[5]), sys.argv[6:]
    watch = _Teller() if RECOGNISING in wishes else None
    serve(lambda content: _read(form, content, with_hidden=WITH_HIDDEN in wishes, watch=watch))


def serve(read: Callable[[bytes], dict[str, Any]]) -> None:
    """Answer with what is read of standard input, within bounds. `sys.argv` holds path, module, seconds and memory."""
    seconds, memory = int(sys.argv[3]), int(sys.argv[4])
    content = sys.stdin.buffer.read()
    bound_process(memory, seconds)
    sys.addaudithook(_refuse_the_world)
    sys.stdout.write(json.dumps(_answer(read, content)))


def _answer(read: Callable[[bytes], dict[str, Any]], content: bytes) -> dict[str, Any]:
    try:
        return read(content)
    except PlantuiError as error:
        return {"refused": error.message, "facts": error.facts}
    except (MemoryError, RecursionError):
        return {"refused": "formats.too_demanding", "facts": {}}


def _read(form: Form, content: bytes, *, with_hidden: bool, watch: Watch | None) -> dict[str, Any]:
    read = read_here(form, content, with_hidden=with_hidden, watch=watch)
    rows = [(row.cells, row.starts, row.table) for row in read.rows]
    marks = [(mark.kind.value, mark.span.start, mark.span.end, mark.words, mark.where) for mark in read.marks]
    return {
        "text": read.text,
        "page_starts": read.page_starts,
        "rows": rows,
        "caption": read.caption,
        "marks": marks,
    }


class _Teller:
    """Tells whoever started this process of its recognition, in lines before the answer."""

    def begin(self, seconds: int) -> None:
        """Say how long recognition may take, and take more room: only this process's own code asks for it."""
        bound_process(MEMORY_OF_RECOGNITION, seconds)
        self._say(SECONDS, seconds)

    def tell(self, share: float) -> None:
        """Say how much is done."""
        self._say(SHARE, round(share, 3))

    def _say(self, what: str, value: float) -> None:
        sys.stdout.write(json.dumps({what: value}) + "\n")
        sys.stdout.flush()


def _refuse_the_world(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(event)
