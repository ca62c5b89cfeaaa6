"""Copying tasks as a table for a spreadsheet; into a file where the terminal does not take it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError

from .host import ScreenHost
from .marks import tasks_of

if TYPE_CHECKING:
    from plantui.export.heading import Heading
    from plantui.export.summary import Summary

MOST_ROWS = 2000
"""Number of tasks that are copied at once; more are for an export."""


class CopyControls:
    """Copies the marked tasks, or those of the row under the cursor."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host
        self._offered: str | None = None
        """The text that perhaps did not reach the clipboard: the same again goes to a file."""

    def copy(self) -> None:
        """Copy the tasks; where that may not arrive say so, and write them to a file when asked again."""
        host, words = self._host, self._host.words
        row, session = host.rows.current, host.session
        tasks = session.marked_tasks or (tasks_of(session, row) if row else 0)
        count = tasks.bit_count()
        if not count:
            host.say(words("screen.no_task"))
        elif count > MOST_ROWS:
            host.say(words("screen.copy_too_many", most=MOST_ROWS, count=count))
        else:
            try:
                self._hand_over(tasks)
            except PlantuiError as error:
                host.say(words.error(error))

    def _hand_over(self, tasks: int) -> None:
        from plantui.export.tabfile import tab_lines
        from plantui.ui.clipboard import LONGEST, is_held_back

        host, words, count = self._host, self._host.words, tasks.bit_count()
        made = self._summary(tasks)
        text = "".join(tab_lines(made, words))
        if text == self._offered:
            self._offered = None
            host.say(words("screen.exported", count=count, path=self._write(made.heading, text)))
            return
        too_long = len(text.encode()) > LONGEST
        if not too_long:
            host.app.copy_to_clipboard(text)
        held_back = is_held_back(os.environ)
        self._offered = text if too_long or held_back else None
        said = "copied_too_long" if too_long else "copied_held_back" if held_back else "copied"
        host.say(words(f"screen.{said}", count=count))

    def _summary(self, tasks: int) -> Summary:
        """Return the tasks in the order of the screen, as an export has them."""
        from plantui.export.summary import summary

        session = self._host.session
        rows = session.task_rows(tasks)
        made = summary(session.workspace, rows, session.shown_filter, self._host.ledger, session.view)
        return replace(made, columns=session.chosen_columns)

    def _write(self, heading: Heading, text: str) -> Path:
        """Write the table to a file of a name that is free in the working folder, and return its path."""
        from plantui.export.filename import suggested_name
        from plantui.export.formats import Format
        from plantui.export.tabfile import SUFFIX
        from plantui.export.writing import save
        from plantui.store.locations import working_folder

        stem = Path(suggested_name(heading, Format.CSV, self._host.words)).stem
        names = (f"{stem}{tail}.{SUFFIX}" for tail in ("", *(f"-{number}" for number in range(2, 1000))))
        return save([text], next(path for name in names if not (path := working_folder() / name).exists()))
