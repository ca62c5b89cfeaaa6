"""plantui as a process of its own in a pseudo-terminal: keys go in, the screen is seen, signals come from outside."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import Self

from bench.screen import Screen

SIZE = (100, 30)
TIMEOUT = 60.0


class PtyProgram:
    """A run of plantui. Leaving the `with` block ends it, however it stands."""

    def __init__(self, folder: Path, arguments: Sequence[str], *, hangs_up: bool = True) -> None:
        """`hangs_up`: the terminal is the process's controlling one, so that closing it sends SIGHUP."""
        self.screen = Screen(*SIZE)
        self.output = ""
        """Everything written so far, escape sequences included."""
        self._stacks = TemporaryFile()  # noqa: SIM115 - for as long as the program runs
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self.modes_before = termios.tcgetattr(self._slave)
        # A shell starts what runs in its background with SIGINT ignored, the tests among it; plantui would heed that.
        program = (
            "import faulthandler, fcntl, signal, sys, termios\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            f"faulthandler.register(signal.SIGUSR1, {self._stacks.fileno()})\n"
        )
        program += "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n" if hangs_up else ""
        program += "from plantui.__main__ import main\nsys.exit(main(sys.argv[1:]))"
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
            pass_fds=[self._stacks.fileno()],
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for handle in (self._master, self._slave):
            if handle >= 0:
                os.close(handle)
        self._master = self._slave = -1
        self._stacks.close()

    def type(self, text: str) -> None:
        """Send keys, all at once. A lone surrogate of U+DC80 to U+DCFF is a byte that is not UTF-8."""
        os.write(self._master, text.encode(errors="surrogateescape"))

    def see(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.until(lambda: text in self.screen.text(), f"{text!r} on the screen")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds, reading what the program writes meanwhile."""
        end = monotonic() + TIMEOUT
        while not holds():
            if monotonic() > end or (not self._read(0.02) and self.process.poll() is not None):
                raise AssertionError(f"waited for {what}\n{self.screen.text()}")

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        data = self._decoder.decode(os.read(self._master, 65536))
        self.output += data
        self.screen.feed(data)
        if self.screen.replies:
            self.type("".join(self.screen.replies))
            self.screen.replies.clear()
        return True

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def close_terminal(self) -> None:
        """Close the terminal window: nobody reads, nobody types any more."""
        os.close(self._master)
        self._master = -1

    def ended(self) -> int:
        """Wait for the end and return the exit code; what is still written is read."""
        end = monotonic() + TIMEOUT
        while self.process.poll() is None:
            if monotonic() > end:
                raise AssertionError(f"does not end\n{self.screen.text()}\n{self._where()}")
            if self._master >= 0:
                self._read(0.05)
            else:
                select.select([], [], [], 0.05)
        while self._master >= 0 and self._read(0.0):
            pass
        return self.process.returncode

    def _where(self) -> str:
        """Return what each thread of the program is doing, and whether the screen was given back already."""
        self.kill(signal.SIGUSR1)
        end = monotonic() + 5
        while not (stacks := self._told()) and monotonic() < end:
            select.select([], [], [], 0.05)
        gives_back = self.output.rfind("\x1b[?1049l") > self.output.rfind("\x1b[?1049h")
        return f"{'gave' if gives_back else 'did not give'} the screen back\n{stacks}"

    def _told(self) -> str:
        self._stacks.seek(0)
        return self._stacks.read().decode()

    @property
    def modes(self) -> list[object]:
        """Modes in which the terminal treats keys now: echo, line by line, and so on."""
        return termios.tcgetattr(self._slave)
