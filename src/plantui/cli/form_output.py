"""Puts the files of a form where the user wants them: standard output, a file, a folder; tells the progress of long ones."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from plantui.model.problem import DataError, UsageError
from plantui.model.text import visible
from plantui.planfile.search_path import at_home
from plantui.words import Words

from .forms import STDOUT
from .output import say
from .table import is_terminal

if TYPE_CHECKING:
    from plantui.export.form_content import FormFile
    from plantui.export.formats import Format

_PATIENCE = 1.0
"""Seconds after which a person is told how far an export is."""


def put_form(words: Words, file: FormFile, form: Format, target: str, *, force: bool) -> list[Path]:
    """Write one file to standard output, or to a target; return its path in the second case.

    Raises UsageError for bytes that a terminal cannot show, and as `save_file` does.
    """
    from plantui.export.form_saving import save_file

    if target != STDOUT:
        with _Told(words) as told:
            return save_file(file, at_home(Path(target)), force=force, progress=told.tell)
    if is_terminal():
        _show(words, file, form)
    else:
        from plantui.export.progress import unobserved
        from plantui.export.writing import emit

        sys.stdout.flush()
        if file.streams:
            file.write(sys.stdout.buffer, unobserved)
        else:
            emit(lambda stream: file.write(stream, unobserved), sys.stdout.buffer)
    return []


def put_folder(words: Words, files: Sequence[FormFile], target: str, *, force: bool) -> list[Path]:
    """Write several files into the target folder. Raises as `save_folder` does."""
    from plantui.export.form_saving import save_folder

    with _Told(words) as told:
        return save_folder(files, at_home(Path(target)), force=force, progress=told.tell)


def require_no_losses(words: Words, files: Sequence[FormFile]) -> None:
    """Raise DataError, after saying what, where something would not arrive as it is; UsageError for forms of our own."""
    accounts = [file.account for file in files]
    if None in accounts:
        raise UsageError("exchange.no_account")
    from plantui.exchange.losses import together
    from plantui.exchange.telling import account_lines

    account = together(filter(None, accounts))
    if account.losses:
        for line in account_lines(words, account):
            say(line)
        raise DataError("exchange.strict")


def _show(words: Words, file: FormFile, form: Format) -> None:
    """Show the text of a file on the terminal: no control character of anybody's text reaches it."""
    from plantui.export.formats import BINARY_FORMATS
    from plantui.export.progress import unobserved

    if form in BINARY_FORMATS:
        raise UsageError("forms.binary_terminal", format=form.value)
    from tempfile import TemporaryFile

    with TemporaryFile() as whole:
        file.write(whole, unobserved)
        whole.seek(0)
        with io.TextIOWrapper(whole, encoding="utf-8", newline="") as text:
            sys.stdout.writelines(map(visible, text))


class _Told:
    """Progress on the terminal of standard error, for what takes longer than a moment; the line is wiped at the end."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._next = monotonic() + _PATIENCE
        self._has_told = False

    def __enter__(self) -> _Told:
        return self

    def __exit__(self, *raised: object) -> None:
        if self._has_told:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def tell(self, done: int, total: int) -> None:
        """Show how far it is, once a second."""
        now = monotonic()
        if not self._is_seen or now < self._next:
            return
        self._next, self._has_told = now + _PATIENCE, True
        share = 100 * done // total if total else 100
        sys.stderr.write("\r\x1b[K" + self._words("forms.progress", percent=share))
        sys.stderr.flush()


def say_written(words: Words, name: str, paths: Sequence[Path], rows: int) -> None:
    """Tell what was written where."""
    if len(paths) == 1:
        say(words("cli.export.written", path=paths[0], count=rows))
    elif paths:
        say(words("forms.written_several", count=len(paths), rows=rows, folder=paths[0].parent))
    else:
        say(words("forms.nothing_to_write", form=name))
