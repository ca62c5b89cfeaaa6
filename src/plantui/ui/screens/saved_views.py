"""Saved views on the screen: opened by a digit, saved under a name, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.query.filter import Filter
from plantui.store.saved_views import SavedView, read_views, views_file, with_views, write_views

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.model.find_line import FindVocabulary
    from plantui.query.session import Session
    from plantui.ui.dialogs.saved_views import ViewWish


class SavedViewControls:
    """Opens the list of saved views and does what was chosen there."""

    def __init__(self, host: ScreenHost, narrow: Callable[[Session], None]) -> None:
        self._host = host
        self._narrow = narrow

    def open(self) -> None:
        """Show the saved views."""
        from plantui.ui.dialogs.saved_views import SavedViewsDialog

        host = self._host
        try:
            views = read_views(views_file(host.options.config_path))
        except PlantuiError as error:
            host.say(host.words.error(error))
            return
        host.open_dialog(SavedViewsDialog(host.words, views), lambda wish: self._chosen(views, wish))

    def _chosen(self, views: tuple[SavedView, ...], wish: ViewWish | None) -> None:
        from plantui.ui.dialogs.saved_views import DropView, OpenView, SaveView

        try:
            match wish:
                case OpenView(view):
                    self._show(view)
                case SaveView(name):
                    self._save(views, name)
                case DropView(view):
                    self._write(tuple(one for one in views if one != view))
                    self._host.say(self._host.words("views.dropped", name=view.name))
        except PlantuiError as error:
            self._host.say(self._host.words.error(error))

    def _show(self, view: SavedView) -> None:
        from plantui.query.saved_views import session_of

        host = self._host
        shown, found = session_of(host.session.narrowed(Filter()), view, self._vocabulary())
        self._narrow(shown)
        refused = map(host.words.error, found.refused)
        host.say(host.words.sentences([*refused]) or host.words("views.opened", name=view.name))

    def _save(self, views: tuple[SavedView, ...], name: str) -> None:
        from plantui.query.saved_views import saved_view

        host = self._host
        later = with_views(views, [saved_view(host.session, name, self._vocabulary())])
        self._write(later)
        digit = next(one.digit for one in later if one.name == name)
        if digit is None:
            host.say(host.words("views.saved", name=name))
        else:
            host.say(host.words("views.saved_digit", name=name, digit=digit))

    def _write(self, views: tuple[SavedView, ...]) -> None:
        write_views(views_file(self._host.options.config_path), views)

    def _vocabulary(self) -> FindVocabulary:
        from plantui.words.find_phrases import find_vocabulary

        return find_vocabulary(self._host.words.language)
