"""Controllers of what the screen is opened on: who the user is, the demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.query.filter import Facet, Filter
from plantui.query.startup import StartupOptions
from plantui.words import Words

from .filters import FilterControls
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.ui.dialogs.welcome import WelcomeAnswer


class OpeningControls:
    """Asks who the user is, and opens the screen anew where its language or its ledger changes."""

    def __init__(self, host: ScreenHost, filters: FilterControls) -> None:
        self._host = host
        self._filters = filters

    def welcome(self) -> None:
        """Ask for language, city and department, and offer the demonstration."""
        from plantui.query.choices import choices, home_region
        from plantui.ui.dialogs.welcome import WelcomeAnswer, WelcomeDialog

        host, session = self._host, self._host.session

        def answered(answer: WelcomeAnswer | None) -> None:
            self._welcomed(answer or WelcomeAnswer(host.words.language, was_skipped=True))

        departments = choices(session.workspace, Facet.DEPARTMENT, Filter())
        regions = list(dict.fromkeys(plan.region for plan in session.library.plans))
        own = session.own_department
        home = own.region if own else home_region(session.library)
        spelled = session.library.names_spelled
        host.open_dialog(WelcomeDialog(host.words, departments, regions, spelled, own, home), answered)

    def _welcomed(self, answer: WelcomeAnswer) -> None:
        """Show at once what was chosen, and remember it: the window does not come by itself again."""
        host = self._host
        words, own = Words(answer.language), answer.department
        said = words("opening.skipped") if answer.was_skipped else ""
        if own is not None:
            said = words("opening.begin", department=str(own))
        said = self._not_kept(words, answer) or said
        options = host.options._replace(language=answer.language, is_first_start=False)
        session = host.session.with_own_department(own) if own else host.session
        if answer.wants_demo:
            host.options = options
            self.show_demo()
        elif answer.language is not host.words.language:
            host.reopen(options, session=session, said=said)
        else:
            host.options = options
            if own is not None:
                self._filters.narrow(session)
            host.say(said)

    def _not_kept(self, words: Words, answer: WelcomeAnswer) -> str:
        """Write the settings; return why they could not be written, an empty text where they were."""
        if self._host.options.is_demo:
            return ""
        from plantui.store.settings import SettingKey, write_setting

        path = self._host.options.config_path
        try:
            write_setting(path, SettingKey.LANG, answer.language.value)
            if answer.department is not None:
                write_setting(path, SettingKey.DEPARTMENT, str(answer.department))
        except PlantuiError as error:
            return words("opening.not_kept", error=words.error(error))
        return ""

    def show_demo(self) -> None:
        """Go to the demonstration; make it where there is none."""
        from plantui.query.demo import open_demo

        host = self._host
        try:
            options = open_demo(self._options_now(), host.session.library)
        except PlantuiError as error:
            host.say(host.words.error(error))
        else:
            host.reopen(options)

    def _options_now(self) -> StartupOptions:
        """Return the options to come back to: with the department that is the own one by now."""
        own = self._host.session.own_department
        return self._host.options._replace(department=str(own) if own else None)

    def leave_demo(self) -> None:
        """Go back to the own ledger."""
        before = self._host.options.before_demo
        if before is not None:
            self._host.reopen(before._replace(language=self._host.options.language))
