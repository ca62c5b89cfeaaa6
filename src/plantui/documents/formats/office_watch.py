"""The process above LibreOffice: ends the program, with all that it has started, after its time or with whoever waits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from threading import Thread
from typing import NoReturn

from .limits import OFFICE_MEMORY
from .memory import bound_process

_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PROGRAMFILES", "WINDIR")
"""What the program is told of its surroundings; its home is the folder of the conversion."""


def main() -> None:
    """Run a program. `sys.argv` holds, behind the module path, the seconds that it may take, its folder, and its command."""
    seconds, folder, command = int(sys.argv[2]), sys.argv[3], sys.argv[4:]
    bound_process(OFFICE_MEMORY, seconds)
    own = {name: os.environ[name] for name in _KEPT if name in os.environ}
    places = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "TMPDIR", "TEMP", "TMP"), folder)
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=own | places | {"SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    Thread(target=_end_with_caller, args=(process,), daemon=True).start()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end_all(process)


def _end_with_caller(process: subprocess.Popen[bytes]) -> None:
    # Nothing is ever written: reading ends when the caller closes its end, or has ended. The buffer of `sys.stdin` would be
    # locked meanwhile, at which Python stops when this process ends.
    os.read(sys.stdin.fileno(), 1)
    _end_all(process)


def _end_all(process: subprocess.Popen[bytes]) -> NoReturn:
    """End the program, what it has started, and this process: they are one group."""
    if kill_group := getattr(os, "killpg", None):
        kill_group(0, signal.SIGKILL)
    process.kill()  # Windows has no groups of processes
    os._exit(1)
