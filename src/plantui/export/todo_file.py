"""The tasks of a selection as a file of to-dos (VTODO of RFC 5545), with the account of what is lost."""

from __future__ import annotations

from typing import BinaryIO

from plantui.exchange.losses import LossAccount, account_of, together
from plantui.exchange.telling import account_lines
from plantui.exchange.vtodo import LOSSES

from .calendar import AT_ONCE, calendar_frame
from .calendar_todos import TodoWriter
from .filename import suggested_name
from .form_content import FormContent, FormFile
from .formats import Format
from .plan_contents import plan_contents
from .progress import Progress


def todo_files(content: FormContent) -> list[FormFile]:
    """Return the tasks of a selection as to-dos, with the account of what is lost."""
    account = together(account_of(one, LOSSES) for one in plan_contents(content.summary))
    todos = _TodoFile(content, account)
    kind = content.form.title.text(content.words.language)
    name = suggested_name(content.summary.heading, Format.VTODO, content.words, kind)
    return [FormFile(name, todos.write, todos.remarks, account, streams=True)]


class _TodoFile:
    """Writes the to-dos one by one, and counts what is in the file."""

    def __init__(self, content: FormContent, account: LossAccount) -> None:
        self._content = content
        self._account = account
        self._dates = 0

    def write(self, stream: BinaryIO, progress: Progress) -> None:
        """Write the to-dos to a stream."""
        writer, total = TodoWriter(self._content), len(self._content.summary)
        head, foot = calendar_frame(self._content, Format.VTODO)
        stream.write(head)
        progress(0, total)
        for done, row in enumerate(self._content.summary, 1):
            stream.writelines(writer.todos(row))
            if done % AT_ONCE == 0:
                progress(done, total)
        stream.write(foot)
        self._dates = writer.dates
        progress(total, total)

    def remarks(self) -> list[str]:
        """Return how many tasks and dates are in the file as written, and what is lost."""
        words = self._content.words
        written = words("calendar.todos", count=len(self._content.summary), dates=self._dates)
        return [written, *account_lines(words, self._account)]
