"""The main screen's actions on view, filter and branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.problem import PlantuiError
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.outline import Branch, Folding
from plantui.query.views import View, view_filter

from .state import PlanScreen

if TYPE_CHECKING:
    from textual.widgets import Input

    from plantui.ui.dialogs.picker import PickerResult


class FilterActions(PlanScreen):
    """What changes which tasks are shown."""

    def action_view(self, view: str) -> None:
        """Show another view."""
        self.leave_pane()
        self.view = View(view)

    def action_choose(self, facet_name: str) -> None:
        """Let the user choose values of one kind."""
        from plantui.ui.dialogs.picker import FacetPicker

        facet = Facet(facet_name)
        titles = {plan.id: plan.short_title for plan in self.library.plans}
        wanted = view_filter(self.view, self.wanted, self.own)
        total = self.workspace.matching(wanted, leaving_out=facet).bit_count()
        offered = list(self.facet_choices(facet))
        picker = FacetPicker(self.words, facet, offered, self.wanted.chosen(facet), titles, self.own, total)

        def chosen(result: PickerResult | None) -> None:
            if result is None:
                return
            self.leave_pane()
            if result.own is not None:
                self.set_own(result.own)
            else:
                self.wanted = self.wanted.with_choices(facet, result.values)

        self.app.push_screen(picker, chosen)

    def set_own(self, own: DepartmentRef) -> None:
        """Make a department the user's own, remember it, and show its tasks."""
        from plantui.store.settings import SettingKey, write_setting

        self.own = own
        if self.view is View.MINE:
            self.refresh_rows()
        self.view = View.MINE
        try:
            write_setting(self.launch.config_path, SettingKey.DEPARTMENT, str(own))
        except PlantuiError as error:
            self.say(self.words("screen.own_not_kept", error=self.words.error(error)))
        else:
            self.say(self.words("screen.own_set", department=str(own)))

    def apply_choice(self, facet: Facet, value: Choice) -> None:
        """Add one choice to the filter, or take it out."""
        self.leave_pane()
        self.wanted = self.wanted.toggled(facet, value)

    def action_unfilter(self) -> None:
        """Take the last choice out."""
        self.leave_pane()
        if self.chosen_in_turn:
            self.wanted = self.wanted.toggled(*self.chosen_in_turn[-1])
            self._search_follows()

    def action_clear(self) -> None:
        """Take all choices out."""
        self.leave_pane()
        self.wanted = Filter()
        self._search_follows()

    async def action_search(self) -> None:
        """Open the search line. It is made when first asked for: a start need not pay for it."""
        from textual.widgets import Input

        line = self.search_line
        if line is None:
            line = Input(
                self.wanted.words, placeholder=self.words("screen.search_hint"), id="search", compact=True
            )
            self.search_line = line
            await self.mount(line, before="#panes")
        self.leave_pane()
        line.display = True
        line.focus()

    @property
    def is_searching(self) -> bool:
        """Whether the search line has the keyboard."""
        line = self.search_line
        return line is not None and line.has_focus

    def _search_follows(self) -> None:
        line = self.search_line
        if line is not None:
            with self.prevent(type(line).Changed):
                line.value = self.wanted.words
            line.display = bool(self.wanted.words) or line.has_focus

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as the words are typed."""
        event.stop()
        self.wanted = self.wanted.with_choices(Facet.WORDS, (event.value,) if event.value.strip() else ())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to what was found."""
        event.stop()
        self.leave_search()

    def leave_search(self, *, drop: bool = False) -> None:
        """Go back to the list, with the words kept or dropped."""
        self.rows.focus()
        if drop:
            self.wanted = self.wanted.with_choices(Facet.WORDS, ())
        line = self.search_line
        if line is not None:
            line.display = bool(self.wanted.words)
            self._search_follows()

    def fold(self, folding: Folding) -> None:
        """Show the branches as folded so."""
        if self.wanted.is_empty:
            self.folding = folding
        else:
            self.filtered_folding = folding
        self.refresh_rows()

    def toggle_branch(self, branch: Branch) -> None:
        """Fold or unfold one branch."""
        self.fold(self.current_folding.toggled(branch.key))

    def action_fold_all(self) -> None:
        """Unfold everything, or fold everything where everything is unfolded."""
        self.leave_pane()
        now = self.current_folding
        self.fold(Folding(all_open=not (now.all_open and not now.others)))

    def action_fold_in(self) -> None:
        """Fold the branch under the cursor, or go to the branch that the row stands under; from the pane, go back."""
        if not self.rows.has_focus:
            self.leave_pane()
            return
        row, rows = self.rows.current, self.rows
        if isinstance(row, Branch) and row.is_open:
            self.toggle_branch(row)
            return
        depth = row.depth if row else 0
        for index in range(rows.cursor - 1, -1, -1):
            above = rows.rows[index]
            if isinstance(above, Branch) and above.depth < depth:
                rows.cursor = index
                return

    def action_fold_out(self) -> None:
        """Unfold the branch under the cursor, or step into it."""
        if not self.rows.has_focus:
            return
        row = self.rows.current
        if isinstance(row, Branch) and not row.is_open:
            self.toggle_branch(row)
        else:
            self.rows.action_move(1)
