"""Bounds on time and memory around an import, from the file's bytes to the plan, and its progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from plantui.documents.formats.limits import IMPORT_MEMORY, MOST_BYTES, seconds_for, seconds_for_text
from plantui.documents.formats.memory import bounded_memory
from plantui.model.problem import DataError
from plantui.model.text import one_line
from plantui.words.catalogue import Words

from .output import say
from .time_limit import TimeIsUp, TimeLimit, time_limit

_BETWEEN_LINES = 10.0
"""Seconds between two lines of progress where they cannot overwrite each other."""


_OF_RECOGNITION = 0.95
"""The share of the time that recognition takes, where there is any."""


class Recognition:
    """Hears of the recognition of pages for the progress of an import."""

    def __init__(self, progress: ImportProgress) -> None:
        self._progress = progress

    def begin(self, seconds: int) -> None:
        """Recognition begins, and may take so many seconds."""
        self._progress.begin_recognition(seconds)

    def tell(self, share: float) -> None:
        """Note the share that is done."""
        self._progress.recognised(share)


class ImportProgress:
    """The progress of an import: told from two seconds on, how long it takes and how much is done."""

    def __init__(self, words: Words, file: str) -> None:
        self._words = words
        self._file = file
        self._share = 0.0
        self._before = 0.0
        self._told = 0.0
        self._width = 0
        self.clock: TimeLimit = time_limit(self._tick, words("documents.too_demanding", file=one_line(file)))

    def tell(self, share: float) -> None:
        """Note how much of the rules' work is done."""
        self._share = self._before + (1 - self._before) * share

    def recognition(self) -> Recognition:
        """Return who hears of the recognition of scanned pages, which takes by far the most of the time."""
        return Recognition(self)

    def begin_recognition(self, seconds: int) -> None:
        """Begin the time for recognition."""
        self._before = _OF_RECOGNITION
        self.clock.allow(seconds + seconds_for_text(0))

    def recognised(self, share: float) -> None:
        """Note how much is recognised."""
        self._share = self._before * share

    def allow_text(self, length: int) -> None:
        """Begin the time for a text of this length: it is read, and the rules begin."""
        self.clock.allow(seconds_for_text(length))

    def clear(self) -> None:
        """Take the line of progress from the terminal."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()

    def _tick(self, seconds: float) -> None:
        facts = {"file": self._file, "seconds": f"{seconds:.0f}", "percent": f"{self._share * 100:.0f}"}
        line = self._words("documents.reading", **facts)
        if sys.stderr.isatty():
            self._width = max(self._width, 2 * len(line))
            sys.stderr.write("\r" + one_line(line))
            sys.stderr.flush()
        elif not self._told or seconds - self._told >= _BETWEEN_LINES:
            self._told = seconds
            say(line)


@contextmanager
def bounded_import(words: Words, file: str) -> Iterator[ImportProgress]:
    """Run an import within bounds, and tell on standard error how far it is.

    Raises DataError where the document asks for more time or memory.
    """
    progress = ImportProgress(words, file)
    try:
        with progress.clock, bounded_memory(IMPORT_MEMORY):
            progress.clock.allow(seconds_for(MOST_BYTES) + seconds_for_text(0))
            yield progress
    except (TimeIsUp, MemoryError, RecursionError) as error:
        raise DataError("documents.too_demanding", file=file) from error
    finally:
        progress.clear()
