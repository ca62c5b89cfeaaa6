"""Telling what the ledger refuses, and asking how to go on where another file stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .host import ScreenHost
from .ledger_reader import LedgerFailed, LedgerReader

if TYPE_CHECKING:
    from plantui.store.ledger import LedgerReplaced


class LedgerRefusals:
    """Says each refusal, and asks about a replaced ledger: once for what the screen found by itself."""

    def __init__(self, host: ScreenHost, reader: LedgerReader) -> None:
        self._host = host
        self._reader = reader
        self._has_asked = False
        """True from the question about another file in the ledger's place to the user's answer."""

    def tell(self, message: LedgerFailed) -> None:
        """Say what the ledger refused, and ask how to go on where another file stands in its place.

        What the screen found by itself is asked once, and not over another screen: what is being typed there would go
        to the question. What the user asked for is asked each time.
        """
        from plantui.store.ledger import LedgerReplaced

        host, error = self._host, message.error
        host.say(host.words.error(error))
        may_ask = not message.is_unasked or (host.is_active and not self._has_asked)
        if isinstance(error, LedgerReplaced) and may_ask:
            self._ask_how_to_go_on(error)

    def _ask_how_to_go_on(self, error: LedgerReplaced) -> None:
        from plantui.ui.dialogs.replaced import ReplacedAnswer, ReplacedDialog

        self._has_asked = True

        def answered(answer: ReplacedAnswer | None) -> None:
            if answer is None:
                self._host.say(self._host.words.error(error))
            elif answer is ReplacedAnswer.LEAVE:
                self._host.quit()
            else:
                self._reader.ledger.accept_file()
                self._has_asked = False
                self._host.say("")
                self._reader.read()

        self._host.open_dialog(ReplacedDialog(self._host.words, error), answered)
