"""The screen of a review: the document on the left (above, where the terminal is narrow), its fields on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from plantui.documents.review import UNCORRECTED, BadValue, Review
from plantui.model.plan import Plan
from plantui.ui.widgets.bars import KeyBar
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .commands import REVIEW_COMMANDS
from .decision_store import DecisionStore
from .parts import PartActions
from .rows import DOUBTFUL, Heading
from .showing import ABOUT_FIELDS
from .spelling import hint, shown_line, typed


class ReviewScreen(PartActions):
    """Every decision is on the disk before the next key."""

    DEFAULT_CSS = """
    ReviewScreen {
        #panes { height: 1fr; layout: vertical; }
        #source { height: 2fr; width: 1fr; }
        #right { height: 3fr; width: 1fr; }
        #fields { height: 1fr; }
        #detail { height: 4; background: $panel; }
        &.side #panes { layout: horizontal; }
        &.side #source { height: 1fr; }
        &.side #right { height: 1fr; border-left: solid $foreground 50%; }
        &.side #detail { height: 8; }
        &.zoomed #right { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, command.id, show=False)
            for command in REVIEW_COMMANDS
        ),
        Binding("shift+tab", "other", show=False),
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(self, words: Words, review: Review, store: DecisionStore) -> None:
        super().__init__(words, review, store)
        self.leave: Callable[[Plan | None], object] = self.dismiss
        """Ends the review with the plan that is to be written, None where it was left before its end."""

    def on_mount(self) -> None:
        done = self.review.reviewed
        self.refresh_rows(key="")
        first = self.next_open(-1)
        self.fields.cursor = first if first is not None else 0
        self.fields.focus()
        if self.review.outdated:
            outdated = len(self.review.outdated)
            self.say(self.words("review.said.outdated", count=done, outdated=outdated))
        elif done:
            self.say(self.words("review.said.resumed", count=done))
        self.refresh_keys()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.action_correct()

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        if self.correction.is_open and message.command.action == "accept":
            await self.correction.action_submit()
            return
        await self.run_action(message.command.action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a line is corrected, only its own keys work; in the document, none that is about the field beside it."""
        if self.source_view.has_focus and action in ABOUT_FIELDS:
            return False
        if self.correction.is_open:
            return action not in {command.action.partition("(")[0] for command in REVIEW_COMMANDS} - {"leave"}
        return super().check_action(action, parameters)

    # -- deciding --------------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """The field was read right."""
        field = self.current
        if field is None:
            self.action_accept_all()
            return
        if field.is_blank and not self.review.doubts(field) and not self.review.is_decided(field):
            self.action_next()
            return
        self.review.accept(field)
        self.say("")
        self.decided()
        self.action_next()

    def action_accept_all(self) -> None:
        """Accept all fields of the task, the goals or the sections as read right."""
        row = self.fields.current
        group = row.group if isinstance(row, Heading) else row.field.group if row else ""
        if not group or group == DOUBTFUL:
            self.say(self.words("review.said.nothing_to_accept"))
            return
        count = self.review.accept_group(group)
        doubts = [field for field in self.review.doubtful if field.group == group]
        waiting = sum(not self.review.is_decided(field) for field in doubts)
        if waiting:
            self.say(self.words("review.said.doubts_remain", count=count, doubts=waiting))
        else:
            self.say(self.words("review.said.accepted", count=count))
        self.decided()
        self.action_next()

    def action_reopen(self) -> None:
        """Take the decision back."""
        field = self.current
        if field is not None and self.review.is_decided(field):
            self.review.reopen(field)
            self.say(self.words("review.said.reopened"))
            self.decided()

    def action_correct(self) -> None:
        """Correct the field in a line of its own."""
        field = self.current
        if field is None or field.kind in UNCORRECTED:
            self.say(self.words("review.said.nothing_to_correct"))
            return
        others = self.review.alternatives(field)
        self.call_after_refresh(self.refresh_keys)
        self.correction.open(shown_line(self.words, self.review, field), others)
        said = hint(self.words, field)
        self.say(self.words("review.hint.others", hint=said) if others else said)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        field = self.current
        if field is None or not self.correction.is_open:
            return  # Enter came twice in one read: the line was taken already, and the cursor is on the next field
        try:
            self.review.correct(field, typed(self.words, field, message.value))
        except BadValue as error:
            self.say(self.words.error(error))
            return
        self._close_correction()
        self.say(self.words("review.said.corrected") if self.review.is_corrected(field) else "")
        self.decided()
        self.action_next()

    def _close_correction(self) -> None:
        self.correction.close()
        self.fields.focus()

    # -- moving and leaving ----------------------------------------------------------------------------------

    def action_other(self) -> None:
        """Go to the document, and back."""
        if self.source_view.has_focus and not self.has_class("zoomed"):
            self.fields.focus()
        else:
            self.source_view.focus()

    def action_blank(self) -> None:
        """Show what was not found, to be filled in."""
        self.with_blank = not self.with_blank
        self.refresh_rows()

    def action_help(self) -> None:
        """List the keys."""
        from plantui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.words, REVIEW_COMMANDS))

    def action_write(self) -> None:
        """End the review: the plan is written."""
        from plantui.planfile.writer import errors_of

        plan = self.review.plan()
        problems = errors_of(plan)
        if problems and not self.is_warned:
            self.is_warned = True
            self.say(self.words("review.said.problem", problem=self.words.problem(problems[0])))
            return
        if self.keep():
            self.leave(plan)

    def action_leave(self) -> None:
        """Out of the line, out of the document, then out of the review with everything kept."""
        if self.correction.is_open:
            self._close_correction()
            self.say("")
        elif self.has_class("zoomed"):
            self.action_zoom()
        elif self.source_view.has_focus:
            self.source_view.forget_anchor()
            self.fields.focus()
            self.say("")
        elif not self.review.left().open:
            self.action_write()
        elif self.keep():
            self.leave(None)
