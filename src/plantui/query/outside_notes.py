"""Notes from the file of another system, taken in once: what is here already stays, what a person wrote is not changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import NamedTuple

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent, RevisionKind
from plantui.model.outside_note import OutsideNote, OutsideSource, is_from_outside
from plantui.model.receipt import ArrivalForm, Receipt, Received
from plantui.store.ledger import Ledger, NewNote


class OutsideJudged(NamedTuple):
    """The fate of the notes of a file."""

    new: tuple[NewNote, ...]
    """Notes to write, and changes of notes that an earlier file brought."""
    known: int
    """Notes that are here already."""
    kept: tuple[OutsideNote, ...]
    """Notes that are not taken in, since a person wrote, changed or retracted one on the same task, department and day."""


class OutsideTaken(NamedTuple):
    """The outcome of taking in the notes of a file."""

    received: Received
    kept: tuple[OutsideNote, ...]


def take_in_outside(
    ledger: Ledger, notes: Iterable[OutsideNote], source: OutsideSource, today: date
) -> OutsideTaken:
    """Write the notes of a file in one action, which one undo takes back; nothing where all are here already.

    Raises as `Ledger.take_in` does.
    """
    judged = judge_outside(ledger, notes, source, today)
    days = [one.content.as_of for one in judged.new if one.content.as_of]
    departments = {one.department for one in judged.new}
    receipt = Receipt(
        id="",
        received_at=datetime.min.replace(tzinfo=UTC),
        author="",
        name=source.name,
        form=ArrivalForm.OUTSIDE,
        ledger="",
        sha256=source.sha256,
        department=departments.pop() if len(departments) == 1 else "",
        first_day=min(days, default=None),
        last_day=max(days, default=None),
    )
    return OutsideTaken(ledger.take_in(judged.new, receipt, judged.known), judged.kept)


def judge_outside(
    ledger: Ledger, notes: Iterable[OutsideNote], source: OutsideSource, today: date
) -> OutsideJudged:
    """Return the fate of the notes of a file, without writing anything."""
    judging = _Judging(ledger, source, today)
    grouped: dict[tuple[TaskKey, str], list[NoteContent]] = {}
    for note in notes:
        grouped.setdefault((note.key, note.department), []).append(note.content)
    for (key, department), contents in grouped.items():
        judging.judge(key, department, contents)
    return OutsideJudged(tuple(judging.new), judging.known, tuple(judging.kept))


@dataclass(frozen=True, slots=True)
class _Chain:
    """A note that is here, with all its revisions."""

    head: Note
    revisions: tuple[Note, ...]

    @property
    def is_from_outside(self) -> bool:
        """True where it still has the words of a file."""
        return self.head.kind is not RevisionKind.RETRACTED and is_from_outside(self.head.author)

    def of_files(self) -> Iterator[NoteContent]:
        """Yield the contents that files gave it, in the order of writing."""
        return (one.content for one in self.revisions if is_from_outside(one.author))

    def says(self, content: NoteContent) -> bool:
        """Return whether a note of a file is here already; what a person made of it since is theirs."""
        if self.is_from_outside:
            return self.head.content == content
        return any(one.content == content for one in self.revisions)


@dataclass(slots=True)
class _Judging:
    """Notes of a file beside those of the ledger."""

    _ledger: Ledger
    _source: OutsideSource
    _today: date
    new: list[NewNote] = field(default_factory=list)
    known: int = 0
    kept: list[OutsideNote] = field(default_factory=list)
    _plans: dict[str, Mapping[tuple[TaskKey, str], Sequence[_Chain]]] = field(default_factory=dict)

    def judge(self, key: TaskKey, department: str, contents: Sequence[NoteContent]) -> None:
        """Judge the notes that a file has of a department on a task."""
        chains = [*self._chains(key.plan).get((key, department), ())]
        left: list[NoteContent] = []
        for content in [self._dated(one, chains) for one in contents]:
            said = next((chain for chain in chains if chain.says(content)), None)
            if said is None:
                left.append(content)
                continue
            chains.remove(said)
            self.known += 1
        for content in left:
            self._place(key, department, content, chains)

    def _dated(self, content: NoteContent, chains: Sequence[_Chain]) -> NoteContent:
        """Give a note without a day its day: that of the newest one from a file if it says the same, else today."""
        if content.as_of is not None:
            return content
        from_files = [chain for chain in chains if any(chain.of_files())]
        if from_files:
            newest = max(from_files, key=lambda chain: (chain.head.as_of, chain.head.written_at))
            for said in newest.of_files():
                if said == content._replace(as_of=said.as_of):
                    return said
        return content._replace(as_of=self._today)

    def _place(self, key: TaskKey, department: str, content: NoteContent, chains: list[_Chain]) -> None:
        """Write a note that is not here: in the place of what a file said of that day, or as a new one."""
        of_day = [chain for chain in chains if chain.head.as_of == content.as_of]
        changed = next((chain for chain in of_day if chain.is_from_outside), None)
        if changed is None and of_day:
            self.kept.append(OutsideNote(key, department, content))
            return
        replaces = None
        if changed is not None:
            chains.remove(changed)
            replaces = changed.head.id
        self.new.append(NewNote(key, department, content, replaces, self._source.author))

    def _chains(self, plan: str) -> Mapping[tuple[TaskKey, str], Sequence[_Chain]]:
        if plan not in self._plans:
            found: dict[tuple[TaskKey, str], list[_Chain]] = {}
            for chain in self._read(plan):
                found.setdefault((chain.head.key, chain.head.department), []).append(chain)
            self._plans[plan] = found
        return self._plans[plan]

    def _read(self, plan: str) -> Iterator[_Chain]:
        heads = {note.chain: note for note in self._ledger.notes(plan=plan)}
        revisions: dict[str, list[Note]] = {}
        for note in self._ledger.notes(plan=plan, all_revisions=True):
            revisions.setdefault(note.chain, []).append(note)
        for chain, all_of_it in revisions.items():
            head = heads.get(chain) or max(all_of_it, key=lambda note: (note.written_at, note.id))
            if not (head.kind is RevisionKind.RETRACTED and self._is_undone(head)):
                yield _Chain(head, tuple(all_of_it))

    def _is_undone(self, head: Note) -> bool:
        """Return whether a note is gone since the taking in was undone: then nothing is here of it."""
        return self._ledger.revision_actions(head.key)[head.id].undoes_adding
