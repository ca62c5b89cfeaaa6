"""Runs a program in a terminal of its own (a pty), presses keys and times what it paints.

A process of its own takes the bytes and stamps them, so that working out the screen never delays the program.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import clock_gettime, monotonic
from types import TracebackType
from typing import NamedTuple

from .screen import Screen

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "esc": "\x1b",
    "f1": "\x1bOP",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "ctrl+q": "\x11",
}
"""Bytes that a terminal sends for a key; any other text is sent as it is."""

SIZE = (120, 40)
TIMEOUT = 60.0
QUIET = 0.12
"""Seconds without output after which a program has said all that it had to say."""

_STAMP = struct.Struct("ddI")
"""The moment of a piece of output, the processor time that the program had taken by then, and the piece's size."""
_PIPE_SIZE = 1 << 20


class Moment(NamedTuple):
    """A moment on the clock, and the processor time (user and system) that the program had taken by then, in seconds."""

    clock: float
    processor: float

    def since(self, before: Moment) -> Moment:
        """Return the seconds from another moment to this one, on either clock."""
        return Moment(self.clock - before.clock, self.processor - before.processor)


Look = Callable[[Screen], object]
"""Picks what is waited for out of a screen."""


class BenchError(Exception):
    """A program did not do what is measured."""


class Terminal:
    """A run of a program; leaving the `with` block ends it."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        folder: Path,
        size: tuple[int, int] = SIZE,
    ) -> None:
        """Start the program in a terminal of so many columns and rows."""
        self.screen = Screen(*size)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._pending = b""
        self._last = Moment(0.0, 0.0)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.started = Moment(monotonic(), 0.0)
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environ, cwd=folder, start_new_session=True
        )
        os.close(slave)
        self._reader, self._stamped = _start_reader(self._master, self._process.pid)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.kill(self._reader, signal.SIGKILL)
        os.waitpid(self._reader, 0)
        os.close(self._master)
        os.close(self._stamped)

    # -- output ----------------------------------------------------------------------------------------------

    def _chunks(self, seconds: float) -> Iterator[tuple[Moment, bytes]]:
        """Return the bytes that have come, waiting some seconds for the first piece."""
        while True:
            while len(self._pending) >= _STAMP.size:
                clock, processor, size = _STAMP.unpack_from(self._pending)
                end = _STAMP.size + size
                if len(self._pending) < end:
                    break
                data, self._pending = self._pending[_STAMP.size : end], self._pending[end:]
                yield Moment(clock, processor), data
                seconds = 0.0
            if not select.select([self._stamped], [], [], max(0.0, seconds))[0]:
                return
            got = os.read(self._stamped, _PIPE_SIZE)
            if not got:
                return
            self._pending += got

    def _painted(self, seconds: float) -> Iterator[Moment]:
        """Paint what has come; yields the moment of each piece once it is on the screen."""
        for stamp, data in self._chunks(seconds):
            self._last = stamp
            self.screen.feed(self._decoder.decode(data))
            if self.screen.replies:
                os.write(self._master, "".join(self.screen.replies).encode())
                self.screen.replies.clear()
            yield stamp

    def wait(self, pattern: str, timeout: float = TIMEOUT) -> Moment:
        """The moment at which a regular expression was on the screen."""
        wanted = re.compile(pattern, re.M)
        until = monotonic() + timeout
        if wanted.search(self.screen.text()):
            return self._last
        while monotonic() < until and (self._process.poll() is None or self._pending):
            for moment in self._painted(0.2):
                if wanted.search(self.screen.text()):
                    return moment
        raise BenchError(f"{pattern!r} did not come on the screen\n{self.screen.text()}")

    def settle(self, quiet: float = QUIET) -> Moment:
        """Wait until nothing is painted any more; the moment of the last piece."""
        until = monotonic() + TIMEOUT
        while monotonic() < until and list(self._painted(quiet)):
            pass
        return self._last

    # -- input -----------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> Moment:
        """Press keys, each once the one before has been answered; the moment just before the last."""
        moment = self._last
        for place, key in enumerate(keys):
            if place:
                self.settle()
            moment = _now(self._process.pid)
            os.write(self._master, KEYS.get(key, key).encode())
        return moment

    def reaction(self, key: str, look: Look, quiet: float = QUIET) -> Moment:
        """Seconds from a key until what is looked at had its final form."""
        return self.reactions(key, look, quiet)[1]

    def reactions(self, key: str, look: Look, quiet: float = QUIET) -> tuple[Moment, Moment]:
        """Seconds from a key until what is looked at changed first, and until it had its final form."""
        before = look(self.screen)
        pressed = self.press(key)
        changes: list[Moment] = []
        until = pressed.clock + TIMEOUT
        while monotonic() < until:
            came = False
            for moment in self._painted(quiet):
                came = True
                now = look(self.screen)
                if now != before:
                    before = now
                    changes.append(moment.since(pressed))
            if changes and not came:
                return changes[0], changes[-1]
        raise BenchError(f"{key!r} changed nothing\n{self.screen.text()}")

    def click(self, words: str, below: int = 0) -> str:
        """Return the bytes of a click on words that stand below so many lines, to be sent as a key."""
        for y, row in enumerate(self.screen.cells[below:], below + 1):
            line = "".join(character for character, _ in row)
            if words in line:
                before = line[: line.index(words)]
                x = next(at for at in range(len(row)) if "".join(c for c, _ in row[:at]) == before) + 1
                return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"
        raise BenchError(f"{words!r} is not on the screen\n{self.screen.text()}")

    def leave(self, key: str) -> float:
        """Seconds from a key until the process is gone."""
        handle = os.pidfd_open(self._process.pid)
        try:
            pressed = self.press(key)
            if not select.select([handle], [], [], TIMEOUT)[0]:
                raise BenchError(f"{key!r} did not end the program\n{self.screen.text()}")
            return monotonic() - pressed.clock
        finally:
            os.close(handle)

    def memory(self) -> float:
        """Resident memory in MiB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        found = re.search(r"^VmRSS:\s+(\d+) kB", status, re.M)
        if not found:
            raise BenchError("the program has ended")
        return int(found[1]) / 1024


def _now(process: int) -> Moment:
    """Return the moment that it is, with the processor time of a process that may have ended."""
    with suppress(OSError):
        return Moment(monotonic(), clock_gettime(~process << 3 | 2))  # as clock_getcpuclockid(3) makes it
    return Moment(monotonic(), 0.0)


def _start_reader(master: int, process: int) -> tuple[int, int]:
    """Fork the process that stamps output; its id and the end of the pipe to read from."""
    stamped, end = os.pipe()
    fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, _PIPE_SIZE)
    reader = os.fork()
    if reader:
        os.close(end)
        return reader, stamped
    os.close(stamped)
    with suppress(OSError, KeyboardInterrupt):
        while data := os.read(master, 65536):
            os.write(end, _STAMP.pack(*_now(process), len(data)) + data)
    os._exit(0)
