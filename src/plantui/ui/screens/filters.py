"""Changing which tasks are shown: view, filter, own department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.problem import PlantuiError
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.outline import Leaf
from plantui.query.session import Session
from plantui.query.unreported import plans_issued_after
from plantui.query.views import View
from plantui.words.phrases import due_text, period_name

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.ui.dialogs.picker import PickerResult


class FilterControls:
    """Narrows and widens the list, from keys, the palette, and clicks on the filter bar."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def narrow(self, session: Session) -> None:
        """Show the list of another filter or view, in front of a pane that covers it."""
        self._host.leave_pane()
        self._host.show(session)

    def show_view(self, view: View) -> None:
        """Show another view, with the cursor on the same task where it is there: the tree unfolds its branches."""
        host, row = self._host, self._host.rows.current
        session = host.session.with_view(view)
        if view is View.TREE and isinstance(row, Leaf):
            session = session.with_task_unfolded(row.task)
        self.narrow(session)
        if view is View.MINE:
            self._tell_due()
        if view is View.UNREPORTED:
            self._tell_not_in_force()

    def _tell_due(self) -> None:
        """Say on how many tasks the own department owes reports in the current period, and on how many it has reported."""
        host, own = self._host, self._host.session.own_department
        if own is None:
            host.say(host.words("screen.no_department"))
            return
        from plantui.query.missing import missing_now

        missing = missing_now(host.session.workspace)
        closing = host.session.office.reporting.closing_day(missing.period)
        counts = (missing.owed_by(own).bit_count(), missing.reported(own).bit_count())
        host.say(due_text(host.words, own.name, missing.period, *counts, closing))

    def _tell_not_in_force(self) -> None:
        """Say on which of the plans shown nobody owes a report yet: they would seem to be reported on."""
        words, session = self._host.words, self._host.session
        workspace = session.workspace
        shown = workspace.matching(session.active_filter)
        plans = plans_issued_after(workspace.library, workspace.period, shown)
        period = period_name(words, workspace.period)
        if len(plans) == 1:
            facts = {"plan": plans[0].title, "issued": plans[0].in_force_from}
            self._host.say(words("reporting.not_in_force", **facts, period=period))
        elif plans:
            self._host.say(words("reporting.plans_not_in_force", count=len(plans), period=period))

    def choose(self, facet: Facet) -> None:
        """Let the user choose values of one kind."""
        from plantui.ui.dialogs.picker import FacetPicker

        host, session = self._host, self._host.session
        titles = {plan.id: plan.short_title for plan in session.library.plans}
        picker = FacetPicker(
            host.words,
            facet,
            session.choices(facet),
            session.active_filter.chosen(facet),
            titles,
            session.own_department,
            session.count_without(facet),
            session.workspace.rules,
            session.library.names_spelled,
        )

        def chosen(result: PickerResult | None) -> None:
            if result is None:
                return
            if result.own is not None:
                self.make_own(result.own)
            else:
                self.narrow(host.session.with_choices(facet, result.values))

        host.open_dialog(picker, chosen)

    def make_own(self, own: DepartmentRef) -> None:
        """Make a department the user's own, remember it, and show its tasks."""
        from plantui.store.settings import SettingKey, write_setting

        host = self._host
        self.narrow(host.session.with_own_department(own))
        if host.options.is_demo:
            host.say(host.words("screen.own_in_demo", department=str(own)))
            return
        try:
            write_setting(host.options.config_path, SettingKey.DEPARTMENT, str(own))
        except PlantuiError as error:
            host.say(host.words("screen.own_not_kept", error=host.words.error(error)))
        else:
            host.say(host.words("screen.own_set", department=str(own)))

    def toggle(self, facet: Facet, value: Choice) -> None:
        """Add one choice to the filter, or take it out."""
        self.narrow(self._host.session.toggled(facet, value))

    def remove_last(self) -> None:
        """Take the choice that was made last out of the filter."""
        self.narrow(self._host.session.without_last_choice())

    def clear(self) -> None:
        """Take all choices out of the filter."""
        self.narrow(self._host.session.narrowed(Filter()))
