"""The process that `guarded` starts: reads one document from standard input, writes it as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from plantui.model.problem import PlantuiError

from .limits import MEMORY
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
    """Read a document. `sys.argv` holds its form behind what `serve` takes."""
    form = Form(sys.argv[4])
    serve(lambda content: _read(form, content))


def serve(read: Callable[[bytes], dict[str, Any]]) -> None:
    """Answer with what is read of standard input, within bounds. `sys.argv` holds path, module and seconds."""
    seconds = int(sys.argv[3])
    content = sys.stdin.buffer.read()
    bound_process(MEMORY, seconds)
    sys.addaudithook(_refuse_the_world)
    sys.stdout.write(json.dumps(_answer(read, content)))


def _answer(read: Callable[[bytes], dict[str, Any]], content: bytes) -> dict[str, Any]:
    try:
        return read(content)
    except PlantuiError as error:
        return {"refused": error.message, "facts": error.facts}
    except (MemoryError, RecursionError):
        return {"refused": "formats.too_demanding", "facts": {}}


def _read(form: Form, content: bytes) -> dict[str, Any]:
    read = read_here(form, content)
    rows = [(row.cells, row.starts, row.table) for row in read.rows]
    return {"text": read.text, "page_starts": read.page_starts, "rows": rows, "caption": read.caption}


def _refuse_the_world(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(event)
