"""Controller of what comes in from other desks: receiving it, and settling what two desks changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from plantui.ui.memory import remember_folder, remembered_folder

from .describing import spoken_note
from .host import ScreenHost
from .ledger_reader import LedgerReader
from .notes import NoteControls

if TYPE_CHECKING:
    from datetime import tzinfo

    from plantui.model.conflict import Settlement
    from plantui.model.note import Note
    from plantui.query.receiving import Arrival
    from plantui.ui.dialogs.file_dialog import FileRequest, Tell


class _Summary(NamedTuple):
    """The outcome of receiving: sentences, and the conflicts that wait now."""

    sentences: tuple[str, ...]
    conflicts: tuple[tuple[Note, ...], ...]
    zone: tzinfo | None
    """The zone of the office's clock; None for the one here."""


@dataclass(eq=False, repr=False)
class Waiting(Message):
    """The ledger has been looked through for what waits for the user."""

    conflicts: int
    copies: tuple[Path, ...]


@dataclass(eq=False, repr=False)
class ConflictsRead(Message):
    """The conflicts were read, so that they can be settled one after the other."""

    conflicts: Sequence[tuple[Note, ...]]
    zone: tzinfo | None
    """The zone of the office's clock; None for the one here."""


@dataclass(eq=False, repr=False)
class CopiesReceived(Message):
    """The copies of a sync folder were merged."""

    summary: _Summary


class ReceivingControls:
    """Receives submissions and ledgers, and asks which of two texts is to count."""

    def __init__(self, host: ScreenHost, reader: LedgerReader, notes: NoteControls) -> None:
        self._host = host
        self._reader = reader
        self._notes = notes
        self._copies: tuple[Path, ...] = ()

    def look(self) -> None:
        """Look for conflicts that nobody has settled, and for copies that a sync folder made, in a thread."""
        self._reader.in_thread(self._tell_waiting, "look")

    def _tell_waiting(self) -> None:
        """Have the screen remind of what waits. Called from a thread."""
        from plantui.store.arrivals import sync_copies

        ledger = self._reader.ledger
        conflicts = len(ledger.conflicts()) if ledger.receipts() else 0
        copies = tuple(one for one in sync_copies(ledger.path) if not ledger.holds(one))
        self._host.post_message(Waiting(conflicts, copies))

    def take_waiting(self, message: Waiting) -> None:
        """Remind of what waits."""
        self._copies = message.copies
        self._host.reminders.conflicts = message.conflicts
        self._host.reminders.copies = len(message.copies)
        self._host.remind()

    def receive(self) -> None:
        """Ask for a file or a folder, merge what is there, and say what came in."""
        from plantui.store.arrivals import SUFFIX, WORKBOOKS
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.file_dialog import FileDialog

        host, words = self._host, self._host.words
        folder = remembered_folder(host.options.state_path) or working_folder()

        def work(request: FileRequest, tell: Tell) -> _Summary:
            summary = self._received([request.path], tell, takes_good_rows=bool(request.option))
            chosen = request.path if request.path.is_dir() else request.path.parent
            remember_folder(host.options.state_path, chosen)
            return summary

        dialog: FileDialog[_Summary] = FileDialog(
            *(words, words("arrivals.title"), words("arrivals.what")),
            *(folder, (SUFFIX, ".db", *sorted(WORKBOOKS)), work),
            options=(words("readback.option.whole"), words("readback.option.good_rows")),
            takes_folder=True,
        )
        host.open_dialog(dialog, self._summarise)

    def receive_copies(self) -> None:
        """Merge the copies of the ledger that a sync folder made."""
        copies = list(self._copies)
        if not copies:
            self._host.say(self._host.words("arrivals.no_copies"))
            return

        def work() -> None:
            self._host.post_message(CopiesReceived(self._received(copies, lambda _: None)))

        self._reader.in_thread(work, "receive")

    def _received(self, paths: Sequence[Path], tell: Tell, *, takes_good_rows: bool = False) -> _Summary:
        """Merge files and return what is to be said of it. Called from a thread. Raises DataError where there is none."""
        from plantui.store.arrivals import files_in, read_secrets, workbooks_in
        from plantui.store.backups import back_up_before

        ledger, config = self._reader.ledger, self._host.options.config_path
        files = files_in(paths, ledger.path)
        secrets = read_secrets(config)
        error = back_up_before(ledger, config)
        told = [self._host.words.error(error)] if error else []
        arrivals: list[Arrival] = []
        for at, path in enumerate(files):
            tell(at / len(files))
            arrivals += self._receive(path, secrets, takes_good_rows=takes_good_rows)
        told += [sentence for one in arrivals for sentence in self._sentences(one)]
        if left := len(workbooks_in(paths)):
            told.append(self._host.words("readback.workbooks_left", count=left))
        told += self._missing(arrivals)
        return _Summary(tuple(told), tuple(ledger.conflicts()), ledger.zone())

    def _receive(
        self, path: Path, secrets: Mapping[str, bytes], *, takes_good_rows: bool
    ) -> Sequence[Arrival]:
        """Receive one file."""
        from plantui.store.arrivals import is_workbook

        ledger, session = self._reader.ledger, self._host.session
        if not is_workbook(path):
            from plantui.query.receiving import receive_all

            return receive_all(ledger, [path], secrets)
        from plantui.readback.filled.desk import Choices
        from plantui.readback.filled.receiving import receive_workbook, receiving_desk

        choices = Choices(takes_good_rows=takes_good_rows, role=session.desk_role)
        words, folders = self._host.words, self._host.options.folders
        desk = receiving_desk(words, session.library, ledger, session.today, folders, choices)
        return [receive_workbook(desk, path)]

    def _missing(self, arrivals: Sequence[Arrival]) -> list[str]:
        """Return who owes reports in the periods received, by the ledger as it is now: as the view 未报送 has it."""
        from plantui.export.arrivals import missing_sentences
        from plantui.query.missing import missing_after

        session = self._host.session
        own = str(session.own_department) if session.own_department else None
        missing = missing_after(arrivals, session.library, self._reader.ledger, session.today, own)
        return missing_sentences(self._host.words, missing)

    def _sentences(self, arrival: Arrival) -> list[str]:
        from plantui.store.arrivals import is_workbook

        words, received = self._host.words, arrival.received
        if is_workbook(arrival.path):
            from plantui.readback.filled.telling import filled_sentences

            return filled_sentences(words, arrival)
        if received is None:
            return [words.error(arrival.error)] if arrival.error else []
        from plantui.export.arrivals import received_sentence

        told = received_sentence(words, arrival.path.name, received)
        if received.conflicts:
            told += words("arrivals.conflicts_too", count=len(received.conflicts))
        return [told]

    def take_copies(self, message: CopiesReceived) -> None:
        """Say what came in with the copies."""
        self._summarise(message.summary)

    def _summarise(self, summary: _Summary | None) -> None:
        if summary is None:
            return
        from plantui.ui.dialogs.received import ReceivedDialog

        self._reader.read()
        self.look()

        def closed(settles: bool | None) -> None:
            if settles:
                self._settle(summary.conflicts, summary.zone)

        dialog = ReceivedDialog(self._host.words, summary.sentences, len(summary.conflicts))
        self._host.open_dialog(dialog, closed)

    def settle_conflicts(self) -> None:
        """Show the conflicts that nobody has settled, one after the other."""

        def read() -> None:
            ledger = self._reader.ledger
            self._host.post_message(ConflictsRead(ledger.conflicts(), ledger.zone()))

        self._reader.in_thread(read, "conflicts")

    def take_conflicts(self, message: ConflictsRead) -> None:
        """Begin with the first conflict; say so where there is none."""
        if message.conflicts:
            self._settle(message.conflicts, message.zone)
        else:
            self._host.say(self._host.words("arrivals.no_conflicts"))

    def _settle(self, conflicts: Sequence[tuple[Note, ...]], zone: tzinfo | None) -> None:
        """Ask about the first of these conflicts, then about the others."""
        from plantui.ui.dialogs.received import ConflictDialog

        if not conflicts:
            return
        if refusal := self._notes.refusal:
            self._host.say(refusal)
            return
        host, heads = self._host, conflicts[0]
        name = spoken_note(host.words, host.session, heads[-1])

        def answered(settlement: Settlement | None) -> None:
            if settlement is not None:
                self._store(settlement, name)
                self._settle(conflicts[1:], zone)

        host.open_dialog(ConflictDialog(host.words, name, heads, zone), answered)

    def _store(self, settlement: Settlement, name: str) -> None:
        ledger, words = self._reader.ledger, self._host.words

        def work() -> None:
            from plantui.model.remarks import leaving_stage
            from plantui.words.remark_phrases import with_remarks

            note, others = settlement.note, [one.id for one in settlement.others]
            remarks = leaving_stage(settlement.stage_given_up(ledger.stages(note.key)))
            ledger.settle_conflict(note.id, settlement.content, others)
            said = with_remarks(words, words("arrivals.settled", note=name), remarks)
            self._reader.tell_reports([note.key], said)
            self._tell_waiting()

        self._reader.in_thread(work, "save")
