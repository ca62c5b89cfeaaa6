"""Merging: the union of whole chains, whatever the order, on random histories in several ledgers and their copies."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import chain, permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.event import Choice, Stage, StageKind
from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.problem import PlantuiError
from plantui.model.terms import Language
from plantui.store.ledger import (
    Ledger,
    LedgerDamaged,
    LedgerDiffers,
    LedgerForeign,
    LedgerIncomplete,
    NewEvent,
)
from plantui.words.catalogue import Words
from tests.support.ledger_samples import BUREAU, JUNE, KEY, said

KEYS = (KEY, TaskKey(KEY.plan, "task-8"))
DEPARTMENTS = (BUREAU, "市生态环境局")
FIRST = datetime(2024, 6, 10, 4, tzinfo=UTC)
DAYS = [date(2024, 6, day) for day in (9, 10, 11, 12, 30)]


@dataclass
class Desks:
    """Several ledgers, whose clocks a history moves."""

    folder: Path
    now: datetime = FIRST
    ledgers: list[Ledger] = field(default_factory=list)

    def add_desk(self, copy_of: int | None = None) -> None:
        """Make one more ledger, new or as a copy of the file of another."""
        path = self.folder / f"{len(self.ledgers)}.db"
        if copy_of is not None and self.ledgers[copy_of].exists():
            self.ledgers[copy_of].settle()
            shutil.copy(self.ledgers[copy_of].path, path)
        author = "张三" if copy_of is not None else f"填报人{len(self.ledgers) % 2}"
        self.ledgers.append(Ledger(path, author, lambda: self.now))

    def close(self) -> None:
        """Close all."""
        for ledger in self.ledgers:
            ledger.close()


Step = Callable[[Desks, Ledger, int], None]


def _some(notes: list[Note], number: int) -> Note:
    return notes[number % len(notes)]


def _add(_: Desks, ledger: Ledger, number: int) -> None:
    day = DAYS[number % len(DAYS)]
    ledger.add(KEYS[number % 2], DEPARTMENTS[number // 2 % 2], said(f"第{number}次", number % 101, day))


def _edit(_: Desks, ledger: Ledger, number: int) -> None:
    if notes := ledger.notes():
        ledger.edit(_some(notes, number).id, said(f"改{number % 3}", as_of=DAYS[number % len(DAYS)]))


def _retract(_: Desks, ledger: Ledger, number: int) -> None:
    if notes := ledger.notes():
        ledger.retract(_some(notes, number).id)


def _undo(_: Desks, ledger: Ledger, __: int) -> None:
    ledger.undo()


def _redo(_: Desks, ledger: Ledger, __: int) -> None:
    ledger.redo()


def _choose(_: Desks, ledger: Ledger, number: int) -> None:
    ledger.record([NewEvent(Choice("period", f"{number}"), DAYS[number % len(DAYS)])])


def _submit(_: Desks, ledger: Ledger, number: int) -> None:
    if notes := ledger.notes():
        note = _some(notes, number)
        stage = Stage(note.id, list(StageKind)[number % len(StageKind)], "理由")
        ledger.record([NewEvent(stage, note.as_of, note.key, note.department)])


def _settle(_: Desks, ledger: Ledger, number: int) -> None:
    if conflicts := ledger.conflicts():
        heads = conflicts[number % len(conflicts)]
        chosen = heads[number % len(heads)]
        ledger.settle_conflict(chosen.id, chosen.content, [one.id for one in heads if one is not chosen])


def _merge(desks: Desks, ledger: Ledger, number: int) -> None:
    other = desks.ledgers[number % len(desks.ledgers)]
    if other is not ledger and other.exists():
        ledger.receive(other.path)


def _go_on(desks: Desks, _: Ledger, number: int) -> None:
    desks.now += timedelta(hours=number % 30)


def _set_back(desks: Desks, _: Ledger, number: int) -> None:
    desks.now -= timedelta(hours=number % 30)


def _copy(desks: Desks, ledger: Ledger, _: int) -> None:
    if len(desks.ledgers) < 4:
        desks.add_desk(desks.ledgers.index(ledger))


STEPS: tuple[Step, ...] = (
    *(_add, _add, _edit, _edit, _edit, _retract, _undo, _undo, _redo, _choose, _submit, _settle, _settle),
    *(_merge, _merge, _go_on, _go_on, _set_back, _copy),
)


@contextmanager
def played(history: list[tuple[int, int, int]]) -> Iterator[Desks]:
    """Play a history: of each entry the first number names the ledger, the second the step, the third what it is about."""
    with TemporaryDirectory() as folder:
        desks = Desks(Path(folder))
        try:
            desks.add_desk()
            # What the others begin with: random histories alone seldom change one note in two ledgers.
            for number in (0, 1, 2):
                _add(desks, desks.ledgers[0], number)
            desks.add_desk()
            desks.ledgers[1].receive(desks.ledgers[0].path)
            desks.add_desk(copy_of=0)
            for who, step, number in history:
                ledger = desks.ledgers[who % len(desks.ledgers)]
                with closing(ledger):
                    try:
                        STEPS[step % len(STEPS)](desks, ledger, number)
                    except PlantuiError as error:
                        # The refusals that a history may lead to; a merging is never refused.
                        assert error.message in {
                            "ledger.undo_conflict",
                            "ledger.undo_conflict_event",
                        }, error
            yield desks
        finally:
            desks.close()


HISTORIES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, len(STEPS) - 1), st.integers(0, 12)),
    min_size=12,
    max_size=40,
)


def merged(desks: Desks, order: tuple[int, ...], name: str) -> Ledger:
    """Return a ledger of its own that received these desks' ledgers in this order."""
    ledger = Ledger(desks.folder / name, "督查室", lambda: desks.now)
    for number in order:
        if desks.ledgers[number].exists():
            ledger.receive(desks.ledgers[number].path)
    return ledger


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of each table by id, without their numbers, and without what only says that something came in."""
    with closing(sqlite3.connect(path)) as connection:
        found = {}
        for table, condition in (("action", "kind <> 'receive'"), ("note", "true"), ("event", "true")):
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            names = ", ".join(name for name in columns if name != "seq")
            found[table] = connection.execute(
                f"SELECT {names} FROM {table} WHERE {condition} ORDER BY id"
            ).fetchall()
        return found


def _done_in(path: Path) -> set[str]:
    """Return the actions that were done in the ledger at that path and did not come in with anything."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            ident
            for (ident,) in connection.execute(
                "SELECT action.id FROM action JOIN setting ON setting.name = 'id' AND action.ledger = setting.value "
                "LEFT JOIN receipt ON action.seq BETWEEN first_action AND last_action WHERE receipt.seq IS NULL"
            )
        }


def observed(ledger: Ledger) -> list[object]:
    """Return everything that can be observed of notes and events, in its order."""
    notes = ledger.notes(all_revisions=True)
    seen: list[object] = [notes, ledger.notes(), ledger.conflicts()]
    seen.extend(ledger.history(note.id) for note in notes)
    seen.extend(ledger.notes(today=day) for day in DAYS)
    assert [*chain(*ledger.note_portions(all_revisions=True))] == notes
    for day in (*DAYS, None):
        assert [*chain(*ledger.note_portions(today=day))] == ledger.notes(today=day)
    for day in DAYS:
        latest = ledger.latest(day)
        seen.append({key: (reports, list(reports.reports)) for key, reports in latest.items()})
        seen.append(ledger.tasks_with("改", day))
        for key in KEYS:
            if key in latest:
                alone = ledger.reports_of(key, day)
                assert (latest[key], list(latest[key].reports)) == (alone, list(alone.reports))
    for subject in ("choice", "stage", "extension"):
        seen.extend(ledger.events(subject, today=day) for day in (*DAYS, None))
        seen.append(ledger.events(subject, all_revisions=True))
    return seen


@pytest.mark.once
@settings(deadline=None, max_examples=60)
@given(HISTORIES)
def test_order_and_repetition_of_mergings_do_not_matter(history: list[tuple[int, int, int]]) -> None:
    """Merged in any order, twice, and by way of another ledger, the rows are the same and so is all that is seen."""
    with played(history) as desks:
        numbers = range(len(desks.ledgers))
        first = merged(desks, tuple(numbers), "all.db")
        if not first.exists():
            return
        with closing(first):
            expected, seen = rows(first.path), observed(first)
            for order in [*permutations(numbers)][1::3]:
                with closing(merged(desks, order, f"{order}.db")) as other:
                    assert rows(other.path) == expected
                    assert observed(other) == seen
            again = [first.receive(ledger.path) for ledger in desks.ledgers if ledger.exists()]
            assert not any(one.is_new for one in again)
            assert rows(first.path) == expected
            # By way of another: (A + B) + (B + C) …
            with (
                closing(merged(desks, (0, 1), "left.db")) as left,
                closing(merged(desks, tuple(numbers[1:]), "right.db")) as right,
            ):
                for one, other in ((left, right), (right, left)):
                    if other.exists():
                        one.receive(other.path)
                    if one.exists() and other.exists():
                        assert rows(one.path) == expected
                        assert observed(one) == seen


@pytest.mark.once
@settings(deadline=None, max_examples=40)
@given(HISTORIES, st.integers(0, 3))
def test_every_ledger_that_has_all_sees_the_same(history: list[tuple[int, int, int]], who: int) -> None:
    """A desk's own ledger that receives all others sees what anybody does that has all; undo takes back its own alone."""
    with played(history) as desks:
        own = desks.ledgers[who % len(desks.ledgers)]
        with closing(own):
            done_here = _done_in(own.path) if own.exists() else set()
            for ledger in desks.ledgers:
                if ledger is not own and ledger.exists():
                    own.receive(ledger.path)
            if not own.exists():
                return
            with closing(merged(desks, tuple(range(len(desks.ledgers))), "all.db")) as everything:
                assert rows(own.path) == rows(everything.path)
                assert observed(own) == observed(everything)
            known = rows(own.path)
            try:
                undone = own.undo()
            except PlantuiError as error:
                assert error.message.startswith("ledger.undo_conflict")
                return
            if undone is not None:
                (action,) = (row for row in rows(own.path)["action"] if row not in known["action"])
                assert action[2] in done_here


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Two ledgers on one clock."""
    made = Desks(tmp_path)
    made.add_desk()
    made.add_desk()
    yield made
    made.close()


def test_notes_of_one_moment_are_ordered_by_id(desks: Desks) -> None:
    """Two desks report on one task at the very same moment: whichever came in first, the same report counts."""
    notes = [ledger.add(KEY, BUREAU, said(f"{at}", at)) for at, ledger in enumerate(desks.ledgers)]
    expected = max(notes, key=lambda note: note.id).content.percent
    for order in ((0, 1), (1, 0)):
        with closing(merged(desks, order, f"{order}.db")) as ledger:
            assert [note.id for note in ledger.notes()] == sorted(note.id for note in notes)
            assert ledger.latest(JUNE)[KEY].reports[BUREAU].percent == expected
            assert ledger.latest(JUNE)[KEY] == ledger.reports_of(KEY, JUNE)


def test_undo_leaves_what_came_in_alone(desks: Desks) -> None:
    """What was done in a copy of this ledger, by the same author, is not taken back here, nor is the merging."""
    own = desks.ledgers[0]
    own.author = "张三"
    own.add(KEY, BUREAU, said("此处"))
    desks.add_desk(copy_of=0)
    copy = desks.ledgers[-1]
    copy.add(KEYS[1], BUREAU, said("副本"))
    received = own.receive(copy.path)
    assert (received.notes, received.known, len(received.receipt.actions)) == (1, 1, 1)
    undone = own.undo()
    assert undone is not None
    assert [note.content.progress for note in undone.notes] == ["此处"]
    assert own.undo() is None
    assert [note.content.progress for note in own.notes()] == ["副本"]


def test_settled_conflict_stays_settled_where_clocks_differ(desks: Desks) -> None:
    """The revision of a desk whose clock is ahead does not come back once a person chose the other one."""
    own, other = desks.ledgers
    first = own.add(KEY, BUREAU, said("一"))
    other.receive(own.path)
    own.edit(first.id, said("此处", 10))
    desks.now += timedelta(days=15)
    other.edit(first.id, said("彼处", 20))
    desks.now -= timedelta(days=15)
    ((here, there),) = own.receive(other.path).conflicts
    assert [note.content.percent for note in own.notes()] == [20]
    own.settle_conflict(here.id, here.content, [there.id])
    assert own.conflicts() == []
    assert [note.content.percent for note in own.notes()] == [10]
    assert own.latest(JUNE)[KEY].reports[BUREAU].percent == 10
    assert other.receive(own.path).conflicts == ()
    assert [note.content.percent for note in other.notes()] == [10]


def _conflicts_of(desks: Desks, count: int, ahead: timedelta = timedelta()) -> Ledger:
    """Return the first ledger with conflicts of two desks, the other's clock ahead; from then on its own stands still."""
    own, other = desks.ledgers
    notes = [own.add(KEY, BUREAU, said(f"第{number}条", number)) for number in range(count)]
    other.receive(own.path)
    for number, note in enumerate(notes):
        own.edit(note.id, said(f"此处{number}", 10))
        desks.now += ahead
        other.edit(note.id, said(f"彼处{number}", 20))
        desks.now -= ahead
    own.receive(other.path)
    assert len(own.conflicts()) == count
    desks.now += timedelta(hours=1)
    return own


def _counting(ledger: Ledger) -> dict[str, str]:
    return {note.chain: note.content.progress for note in ledger.notes()}


def test_undo_of_a_settled_conflict_brings_back_what_counted_before(desks: Desks) -> None:
    """The text that counted while nobody had chosen counts again, and both are a conflict; redo and undo do it again."""
    own = _conflicts_of(desks, 8)
    before, reports = _counting(own), own.latest(JUNE)
    for number, (older, newer) in enumerate(own.conflicts()):
        chosen, other = (older, newer) if number % 2 else (newer, older)
        own.settle_conflict(chosen.id, chosen.content, [other.id])
    settled = _counting(own)
    assert settled != before
    for move, expected, conflicts in ((own.undo, before, 8), (own.redo, settled, 0), (own.undo, before, 8)):
        for _ in range(8):
            move()
        assert _counting(own) == expected
        assert len(own.conflicts()) == conflicts
        for heads in own.conflicts():
            assert sorted(f"{one.content.progress[:2]} {one.author}" for one in heads) == sorted(
                [f"彼处 {desks.ledgers[1].author}", f"此处 {own.author}"]
            )
    assert {key: one.reports for key, one in own.latest(JUNE).items()} == {
        key: one.reports for key, one in reports.items()
    }


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(days=15)])
def test_a_settled_note_goes_on_from_what_was_chosen(desks: Desks, ahead: timedelta) -> None:
    """The newest of its revisions is the chosen one, also where the other desk's clock is ahead."""
    own = _conflicts_of(desks, 8, ahead)
    for older, newer in own.conflicts():
        own.settle_conflict(older.id, older.content, [newer.id])
    for note in own.notes():
        assert own.newest(note.chain) == note
        own.edit(own.newest(note.chain).id, said("再改", 30))
    assert {note.content.percent for note in own.notes()} == {30}


def test_same_change_in_two_ledgers_is_no_conflict(desks: Desks) -> None:
    """Nobody has to choose between two equal texts, or two retractions; going on with one takes the other along."""
    own, other = desks.ledgers
    notes = [own.add(KEY, BUREAU, said(name)) for name in "一二"]
    other.receive(own.path)
    for ledger in (own, other):
        ledger.edit(notes[0].id, said("同"))
        ledger.retract(notes[1].id)
    assert own.receive(other.path).conflicts == ()
    ledger_notes = own.notes()
    assert [note.content.progress for note in ledger_notes] == ["同"]
    own.edit(ledger_notes[0].id, said("后"))
    assert own.conflicts() == []
    own.undo()
    assert own.conflicts() == []
    assert [note.content.progress for note in own.notes()] == ["同"]


def test_receipt_says_which_rows_came_in(desks: Desks) -> None:
    """A receipt keeps file, moment and the numbers of the new rows; a repetition leaves no trace."""
    own, other = desks.ledgers
    own.add(KEY, BUREAU, said("此处"))
    other.add(KEY, BUREAU, said("彼处"))
    other.record([NewEvent(Choice("period", "month"), JUNE)])
    received = own.receive(other.path)
    assert (received.notes, received.revisions, received.events, received.known) == (1, 0, 1, 0)
    (receipt,) = own.receipts()
    assert receipt == received.receipt
    assert (receipt.name, receipt.notes, receipt.events) == ("1.db", range(2, 3), range(1, 2))
    version = own.data_version()
    assert not own.receive(other.path).is_new
    assert (own.receipts(), own.data_version()) == ([receipt], version)


def test_log_is_folded_once_for_any_number_of_files(desks: Desks) -> None:
    """What comes in stays in the log, more than the 1,000 pages after which SQLite folds it, until `catch_up` follows."""
    own, other = desks.ledgers
    own.add(KEY, BUREAU, said("此处"))
    own.settle()
    before = own.path.stat().st_size
    # On a busy machine a ledger is idle between two files, and would fold its log for that.
    with Ledger(own.path, "张三", lambda: desks.now, idle_seconds=3_600) as busy:
        for number in range(2):
            other.add_many([KEY] * 1000, BUREAU, said("长" * 1_000 + str(number)))
            busy.receive(other.path)
            assert own.path.stat().st_size == before
        busy.catch_up()
        assert own.path.stat().st_size > before + 4_000_000
        assert len(busy.notes()) == 2_001


def _spoil(ledger: Ledger, sql: str) -> None:
    ledger.close()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        for table in ("action", "note", "event"):
            for change in ("update", "delete"):
                connection.execute(f"DROP TRIGGER {table}_no_{change}")
        connection.executescript(sql)


REFUSED = {
    "predecessor missing": ("DELETE FROM note WHERE supersedes IS NULL", LedgerIncomplete),
    "middle missing": ("DELETE FROM note WHERE seq = 2", LedgerIncomplete),
    "action missing": ("DELETE FROM action WHERE seq = 2", LedgerDamaged),
    "same id, other text": ("UPDATE note SET progress = '改' WHERE seq = 1", LedgerDiffers),
    "same action id, other kind": ("UPDATE action SET kind = 'edit' WHERE seq = 1", LedgerDiffers),
    "revision of another task": ("UPDATE note SET task = 'task-9' WHERE seq = 3", LedgerDamaged),
    "older than its predecessor": (
        "UPDATE note SET written_at = '2001-01-01T00:00:00.000000Z' WHERE seq = 3",
        LedgerDamaged,
    ),
    "moment in another form": (
        "UPDATE note SET written_at = '2024-07-01 00:00:00Z' WHERE seq = 3",
        LedgerDamaged,
    ),
    "status that is none": ("UPDATE note SET status = 'nice' WHERE seq = 3", LedgerDamaged),
    "percent of 101": ("UPDATE note SET percent = 101 WHERE seq = 3", LedgerDamaged),
    "not UTF-8": ("UPDATE note SET progress = CAST(x'ff' AS TEXT) WHERE seq = 3", LedgerDamaged),
    "cell of bytes": ("UPDATE note SET progress = x'00ff' WHERE seq = 3", LedgerDamaged),
    "action of a receiver": ("UPDATE action SET kind = 'what' WHERE seq = 3", LedgerDamaged),
    "another program": ("PRAGMA application_id = 7", LedgerForeign),
    "view for a table": ("DROP TABLE event; CREATE VIEW event AS SELECT 1", LedgerDamaged),
}


@pytest.mark.parametrize("spoilt", REFUSED)
def test_unsound_ledger_is_refused_whole(desks: Desks, spoilt: str) -> None:
    """Nothing of a ledger comes in that lacks something or says what plantui never writes."""
    sql, expected = REFUSED[spoilt]
    own, other = desks.ledgers
    first = other.add(KEY, BUREAU, said("一"))
    if expected is LedgerDiffers:
        own.receive(other.path)
    else:
        own.add(KEYS[1], BUREAU, said("此处"))
    second = other.edit(first.id, said("二"))
    other.edit(second.id, said("三"))
    _spoil(other, sql)
    before = rows(own.path)
    with pytest.raises(expected):
        own.receive(other.path)
    assert rows(own.path) == before
    assert own.receipts() == ([] if expected is not LedgerDiffers else own.receipts()[:1])


def test_file_that_is_no_other_ledger_is_refused(desks: Desks) -> None:
    """The ledger itself, an empty file, a text, a folder, a file that is not there and a cut one are refused."""
    own, other = desks.ledgers
    own.add(KEY, BUREAU, said("此处"))
    for number in range(40):
        other.add(KEY, BUREAU, said("长" * 400 + str(number)))
    other.close()
    empty, text, cut = (desks.folder / name for name in ("empty.db", "text.db", "cut.db"))
    empty.touch()
    text.write_text("不是台账", "utf-8")
    cut.write_bytes(other.path.read_bytes()[:20_000])
    before = rows(own.path)
    for path in (own.path, empty, text, cut, desks.folder, desks.folder / "none.db"):
        with pytest.raises(PlantuiError):
            own.receive(path)
    assert rows(own.path) == before


def test_demonstration_does_not_come_into_a_ledger_in_earnest(desks: Desks) -> None:
    """Invented notes stay in the demonstration."""
    own, demo = desks.ledgers
    own.add(KEY, BUREAU, said("此处"))
    demo.add(KEY, BUREAU, said("虚构"))
    demo.become_demo(JUNE)
    with pytest.raises(LedgerForeign):
        own.receive(demo.path)
    demo.receive(own.path)
    assert len(demo.notes()) == 2


@pytest.mark.parametrize("language", Language)
def test_refusals_are_sentences(desks: Desks, language: Language) -> None:
    """Each refusal names the file and what became of it, in both languages, and none speaks of `--db`."""
    words = Words(language)
    own, other = desks.ledgers
    other.add(KEY, BUREAU, said("一"))
    _spoil(other, "PRAGMA user_version = 99")
    text = desks.folder / "text.db"
    text.write_text("不是台账", "utf-8")
    for path in (own.path, other.path, text, desks.folder, desks.folder / "none.db"):
        with pytest.raises(PlantuiError) as refused:
            own.receive(path)
        said_of_it = words.error(refused.value)
        assert str(path) in said_of_it
        assert "--db" not in said_of_it
