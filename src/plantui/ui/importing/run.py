"""Runs an import in a process of its own: the screen stays quick, Esc ends it at once, and the bounds hold."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from threading import Timer
from typing import IO, cast

from plantui.documents.formats.attachments import SeveralAttachments
from plantui.documents.formats.limits import MOST_BYTES, seconds_for, seconds_for_text
from plantui.documents.imported import Imported
from plantui.documents.source import Selection
from plantui.exchange.read_plan import ReadPlan
from plantui.model.problem import DataError

Tell = Callable[[float], None]
"""Is told the share of the import that is done."""

# The child looks for modules exactly where this process does, and not in the current folder.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from plantui.ui.importing.worker import main; main()"


class ImportRun:
    """An import of one document. `run` waits for it, in a thread; `cancel` ends it, from any thread.

    `folders` are those that plans are in: column maps and names of departments may lie there too.
    """

    def __init__(self, path: Path, selection: Selection, folders: Sequence[Path], today: date) -> None:
        self._path = path
        self._surroundings = json.dumps([*map(str, folders)]), today.isoformat()
        self._selection = selection
        self._process: subprocess.Popen[bytes] | None = None
        self._is_cancelled = False

    def run(self, tell: Tell) -> Imported | ReadPlan:
        """Import what is selected of the document, or the plan of a file of another system.

        Raises DataError where it cannot be, where it takes too much, or where it was cancelled, and SeveralAttachments
        for a mail that leaves open which one is meant.
        """
        selected = json.dumps(self._selection._asdict())
        command = [
            sys.executable,
            "-P",
            "-c",
            _START,
            json.dumps(sys.path),
            str(self._path),
            selected,
            *self._surroundings,
        ]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if self._is_cancelled:
            self.cancel()
        limit = self._limit(seconds_for(MOST_BYTES) + seconds_for_text(0))
        try:
            with self._process as process:
                stdout = cast("IO[bytes]", process.stdout)
                for line in stdout:
                    said = json.loads(line)
                    if "length" in said:
                        limit.cancel()
                        limit = self._limit(seconds_for_text(said["length"]))
                    elif "seconds" in said:
                        limit.cancel()
                        limit = self._limit(said["seconds"] + seconds_for_text(0))
                    elif "share" in said:
                        tell(said["share"])
                    elif "attachments" in said:
                        raise SeveralAttachments(said["attachments"])
                    elif "refused" in said:
                        raise DataError(said["refused"], **said["facts"])
                    else:
                        return self._received(stdout.read(said["bytes"]), said["bytes"])
        finally:
            limit.cancel()
            self._end()
        raise DataError("documents.too_demanding", file=self._path)  # ended by a bound

    @property
    def has_ended(self) -> bool:
        """True where no process of it is at work."""
        return self._process is None or self._process.poll() is not None

    def cancel(self) -> None:
        """End the import."""
        self._is_cancelled = True
        self._end()

    def _received(self, content: bytes, size: int) -> Imported | ReadPlan:
        if len(content) != size:
            raise DataError("documents.too_demanding", file=self._path)
        imported = pickle.loads(content)
        assert isinstance(imported, Imported | ReadPlan)
        return imported

    def _limit(self, seconds: float) -> Timer:
        limit = Timer(seconds, self._end)
        limit.daemon = True
        limit.start()
        return limit

    def _end(self) -> None:
        """End the process, with the one that it may have started to read a PDF."""
        process = self._process
        if process is None or self.has_ended:
            return
        kill_group = getattr(os, "killpg", None)
        if kill_group is None:
            process.kill()  # Windows has no groups of processes; the other one has bounds of its own
        else:
            kill_group(process.pid, signal.SIGTERM)
