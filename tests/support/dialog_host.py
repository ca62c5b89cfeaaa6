"""Helpers of the dialogs' tests: an app that shows one dialog, and the bundled plans on a fixed day."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import Report
from plantui.model.terms import Language, Status
from plantui.query.choices import CountedChoice
from plantui.query.filter import Facet
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library
from plantui.store.ledger import TaskReports
from plantui.words import Words
from tests.support.paths import PLANS

WORDS = Words(Language.ZH)
TODAY = date(2025, 12, 10)
SAID = (Status.COMPLETED, Status.IN_PROGRESS)
"""Return the reports of the departments of the first two tasks."""
ZHENGZHOU, XINXIANG = "郑州市", "新乡市"


class Host(App[None]):
    """Shows the dialog over a page of Chinese text; `results` holds what it gave back."""

    def __init__(self, dialog: ModalScreen[Any]) -> None:
        super().__init__()
        self.animation_level = "none"
        self.dialog = dialog
        self.results: list[Any] = []

    def compose(self) -> ComposeResult:
        yield Static("下面的文字" * 400, markup=False)

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.results.append)

    @property
    def seen(self) -> str:
        """The text on the terminal, line by line."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def line_with(self, text: str) -> str:
        """The first line that holds a text."""
        return next(line for line in self.seen.splitlines() if text in line)


def department(region: str, name: str, count: int, *aliases: str) -> CountedChoice:
    """A department to choose."""
    return CountedChoice(Facet.DEPARTMENT, DepartmentRef(region, name), count, (name, *aliases))


def years(**counts: int) -> Sequence[CountedChoice]:
    """Years to choose: `y2024=12`, `none=3`."""
    return [
        CountedChoice(Facet.YEAR, None if name == "none" else int(name[1:]), count)
        for name, count in counts.items()
    ]


@cache
def fixed_workspace() -> Workspace:
    """The bundled plans as of `TODAY`, the first task completed and the second in progress."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    library = open_library([PLANS], Path(folder.name))
    bare = Workspace(library, TODAY, {})
    first = library.plans[0].first
    reports = {}
    for task, status in zip(library.tasks([first, first + 1]), SAID, strict=True):
        names = bare.expected(task).missing
        key = TaskKey(library.plan_at[task.plan].id, task.id)
        reports[key] = TaskReports({name: Report(status) for name in names}, len(names))
    return Workspace(library, TODAY, reports)
