"""Controller of the office-wide choices: period, closing day, rules, roles, and which notes count in circulars."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .host import ScreenHost
from .ledger_reader import LedgerReader
from .notes import NoteControls

if TYPE_CHECKING:
    from plantui.ui.dialogs.office import OfficeAnswer


class OfficeControls:
    """Shows the choices of the office and makes one anew; undo takes it back."""

    def __init__(self, host: ScreenHost, reader: LedgerReader, notes: NoteControls) -> None:
        self._host = host
        self._reader = reader
        self._notes = notes

    def open(self) -> None:
        """Show the choices."""
        from plantui.export.choosing import chosen_value, forms_of
        from plantui.export.office import current_text
        from plantui.ui.dialogs.office import OfficeDialog

        host, session, words = self._host, self._host.session, self._host.words
        folders = list(dict.fromkeys(Path(plan.path).parent for plan in session.library.plans))
        dialog = OfficeDialog(
            words,
            session.office,
            current_text(words, session.office, session.today),
            lambda name: forms_of(words, name, folders),
            lambda name, written: chosen_value(words, name, written, folders),
            self._notes.refusal,
        )
        host.open_dialog(dialog, self._made)

    def _made(self, answer: OfficeAnswer | None) -> None:
        """Record the choice where it is another one, and say what it means."""
        if answer is None:
            return
        from plantui.export.office import choice_text
        from plantui.model.event import Choice
        from plantui.query.office import OfficeChoices
        from plantui.store.ledger import NewEvent

        host, words, ledger = self._host, self._host.words, self._reader.ledger
        session, name, value = host.session, answer.name, answer.value
        made = OfficeChoices(tuple({**dict(session.office.made), name.value: value}.items()))
        facts = {"name": name.value, "value": value, "meaning": choice_text(words, made, name)}
        if session.office.is_made(name) and session.office.value(name) == value:
            host.say(words("reporting.chosen_before", **facts))
            return
        said = words("reporting.office_kept", said=words("reporting.chosen", **facts))

        def record() -> None:
            ledger.record([NewEvent(Choice(name.value, value), session.today)])
            self._reader.tell_reports((), said)
            self._reader.read()  # the reports as of the end of an ended period follow from it

        self._reader.in_thread(record, "report")
