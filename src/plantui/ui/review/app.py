"""The review as an application of its own: it is started by `plantui import --review` and gives back the plan."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")  # kitty's key reports swallow input-method text
os.environ.setdefault("ESCDELAY", "14")

from textual import on
from textual.app import App
from textual.screen import Screen

from plantui.documents.imported import Imported
from plantui.documents.review import Left, Review
from plantui.model.plan import Plan
from plantui.ui.driver import LeaveRequested, quick_driver
from plantui.words import Words

from .decision_store import DecisionStore, review_file
from .outline_screen import OutlineScreen
from .screen import ReviewScreen


class ReviewApp(App[Plan]):
    """Shows one review. It returns the plan that is to be written, or None where the review was left before its end."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, words: Words, imported: Imported, *, state: Path | None = None, theme: str | None = None
    ) -> None:
        super().__init__(driver_class=quick_driver())
        document = imported.source.key
        store = DecisionStore(state or review_file(document), document)
        self.review = Review(imported, store.read())
        self.review_screen = ReviewScreen(words, self.review, store)
        self.review_screen.leave = self.exit
        self.outline_screen = OutlineScreen(words, self.review, store)
        self.outline_screen.leave = self.exit
        self._has_tasks = bool(imported.plan.tasks)
        self.animation_level = "none"
        if theme in self.available_themes:
            self.theme = theme
        self.title = "plantui"

    def get_default_screen(self) -> Screen[Plan | None]:
        """Return the fields that were read; of a document without tasks the outline, in which tasks are marked."""
        return self.review_screen if self._has_tasks else self.outline_screen

    def action_help_quit(self) -> None:
        """Say nothing of Ctrl+C: Textual would name the key that quits, in English only."""

    async def action_quit(self) -> None:
        """Leave; every decision is kept already."""
        (self.review_screen if self._has_tasks else self.outline_screen).action_leave()

    @on(LeaveRequested)
    def _leave_at_once(self) -> None:
        """Leave when the system asks; every decision is kept already."""
        self.exit()


def run_review(words: Words, imported: Imported, *, theme: str | None = None) -> tuple[Plan | None, Left]:
    """Review an import on the terminal: the plan to be written, None where the user left before, and what is left."""
    app = ReviewApp(words, imported, theme=theme)
    plan = app.run()
    return plan, app.review.left()
