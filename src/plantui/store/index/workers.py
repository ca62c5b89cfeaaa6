"""Compiling plan files on all processors: programs beside this one that are handed contents and hand back rows.

What they return is what `compiled_file` returns here, and what one of them fails at is compiled here.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Self

from plantui.model.department import DepartmentRegistry

from . import schema
from .compiled import CompiledFile, PlanContent, compiled_file

_AHEAD = 2
"""Files for each worker that are handed out before they are asked for."""
_FAILURES = (
    *(OSError, EOFError, ValueError, pickle.PickleError),
    *(AttributeError, ImportError, IndexError, TypeError),  # as pickle says it of what another build sends
)


class Workers:
    """Some workers; leaving the `with` block ends them, whatever they are at."""

    def __init__(self, count: int, registry: DepartmentRegistry) -> None:
        self._count = count
        self._registry = registry
        self._all: list[_Worker] = []
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(count)

    def __enter__(self) -> Self:
        for _ in range(self._count):
            worker = _Worker(self._registry)
            self._all.append(worker)
            self._free.put(worker)
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.close()
        self._threads.shutdown()

    @property
    def processes(self) -> list[subprocess.Popen[bytes]]:
        """The programs that are at work."""
        return [worker.process for worker in self._all if worker.process]

    def compiled(self, plans: Iterable[PlanContent]) -> Iterator[CompiledFile]:
        """Yield what each file compiles to, in their order. Only some are handed out before they are asked for."""
        ahead: deque[Future[CompiledFile]] = deque()
        for plan in plans:
            ahead.append(self._threads.submit(self._one, plan))
            if len(ahead) > _AHEAD * self._count:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()

    def _one(self, plan: PlanContent) -> CompiledFile:
        worker = self._free.get()
        try:
            return worker.compiled(plan)
        finally:
            self._free.put(worker)


class _Worker:
    """A program that compiles plan files. One that fails is not asked again: its files are compiled here."""

    def __init__(self, registry: DepartmentRegistry) -> None:
        self._registry = registry
        self._closed = False
        self.process: subprocess.Popen[bytes] | None = None
        # The same modules, wherever this process found them; -P: not those of the folder that one stands in.
        environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environ,
                start_new_session=True,  # Ctrl+C is for this process, which ends its workers itself
            )
            self._send((schema.VERSION, registry))
        except _FAILURES:
            self._end()

    def compiled(self, plan: PlanContent) -> CompiledFile:
        """Return what a file compiles to."""
        try:
            if self.process and self.process.stdout:
                self._send(plan)
                found = pickle.load(self.process.stdout)
                if isinstance(found, CompiledFile):
                    return found
        except _FAILURES:
            if self._closed:
                raise
            self._end()
        return compiled_file(plan, self._registry)

    def close(self) -> None:
        """End the program; what it is asked for then fails."""
        self._closed = True
        self._end()

    def _send(self, what: object) -> None:
        assert self.process and self.process.stdin
        _write(self.process.stdin, what)

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):  # what the program did not read any more
                    stream.close()


def _write(stream: IO[bytes], what: object) -> None:
    pickle.dump(what, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def main() -> None:
    """Compile what comes in until nothing does any more."""
    gc.disable()  # what a plan is made of holds no circles
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    version, registry = pickle.load(source)
    while version == schema.VERSION:  # another build of plantui, installed since, makes other rows
        try:
            plan = pickle.load(source)
        except EOFError:
            break
        _write(answers, compiled_file(plan, registry))


if __name__ == "__main__":
    main()
