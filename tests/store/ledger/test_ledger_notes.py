"""Notes and drafts: what was saved is read back, in order, and nothing is lost or made by looking."""

from __future__ import annotations

import sqlite3
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from plantui.model.key import TaskKey
from plantui.model.note import Draft, NoteContent, RevisionKind
from plantui.model.problem import UsageError
from plantui.model.progress import Report
from plantui.model.terms import NEVER_LATE, Language, Status
from plantui.store.ledger import Ledger, NoteChanged, NoteIdTaken, TaskReports
from plantui.store.ledger.file import APPLICATION_ID
from plantui.store.ledger.migrations import LEDGER
from plantui.words import Words
from plantui.words.phrases import note_reason
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, said


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger that has not been written to."""
    return Ledger(tmp_path / "data" / "ledger.db", "张三", Clock())


def test_looking_makes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    """Every reading of a ledger that is not there is empty and leaves the disk as it was."""
    read = (ledger.notes(), ledger.drafts(), ledger.latest(JUNE), ledger.draft(KEY, BUREAU))
    ledger.check()
    ledger.discard_draft(KEY, BUREAU)

    assert read == ([], [], {}, None)
    assert (ledger.undo(), ledger.redo(), ledger.data_version(), ledger.exists()) == (None, None, 0, False)
    assert list(tmp_path.iterdir()) == []


def test_first_write_makes_a_private_file(ledger: Ledger) -> None:
    """File, log and folder are for the owner only, whatever the umask."""
    ledger.add(KEY, BUREAU, said("开工"))

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in ledger.path.parent.iterdir()}
    assert modes == {"ledger.db": 0o600, "ledger.db-wal": 0o600, "ledger.db-shm": 0o600}
    assert stat.S_IMODE(ledger.path.parent.stat().st_mode) == 0o700


def test_notes_on_several_tasks_are_one_action(ledger: Ledger) -> None:
    """All are saved or none; one undo takes all back. The drafts on the tasks stay."""
    other = TaskKey(KEY.plan, "other")
    ledger.save_draft(Draft(other, BUREAU, "张三", said("草稿")))
    notes = ledger.add_many([KEY, other], BUREAU, said("同时"))
    with pytest.raises(UsageError):
        ledger.add_many([KEY, TaskKey(KEY.plan, "\ud800")], BUREAU, said("再来"))

    assert [note.key for note in ledger.notes()] == [KEY, other]
    assert [draft.key for draft in ledger.drafts()] == [other]
    undone = ledger.undo()
    assert undone is not None
    assert [note.key for note in undone.notes] == [KEY, other]
    assert ledger.notes() == []
    assert ledger.undo() is None
    assert ledger.redo() is not None
    assert [note.content for note in ledger.notes()] == [note.content for note in notes]


def test_saved_note_is_read_back(ledger: Ledger) -> None:
    """By this ledger, and by another program that opens the file."""
    content = NoteContent(Status.DEFERRED, "暂缓", 35, "资金", "申请", date(2024, 5, 31), "市长办公会议定")

    note = ledger.add(KEY, BUREAU, content)

    assert (note.key, note.department, note.content, note.author) == (KEY, BUREAU, content, "张三")
    assert ledger.notes() == [note]
    assert Ledger(ledger.path, "李四", read_only=True).notes() == [note]


def test_edit_and_retraction_keep_the_history(ledger: Ledger) -> None:
    """A revision names the one before, the newest counts, and a retracted note does not."""
    first = ledger.add(KEY, BUREAU, said("一"))
    second = ledger.edit(first.id, said("二", 50))

    assert (second.supersedes, second.chain, ledger.notes()) == (first.id, first.id, [second])

    third = ledger.retract(second.id)

    assert (third.kind, third.content) == (RevisionKind.RETRACTED, second.content)
    assert ledger.notes() == []
    assert ledger.notes(all_revisions=True) == [first, second, third]
    assert ledger.history(second.id) == [first, second, third]


def test_notes_come_by_the_day_they_speak_of(ledger: Ledger) -> None:
    """Then in the order of writing."""
    july = ledger.add(KEY, BUREAU, said("七月", as_of=date(2024, 7, 31)))
    may = ledger.add(KEY, BUREAU, said("五月", as_of=date(2024, 5, 31)))
    may_again = ledger.add(KEY, "市城管局", said("五月", as_of=date(2024, 5, 31)))

    assert ledger.notes() == [may, may_again, july]


def test_filters(ledger: Ledger) -> None:
    """By task, plan and department, alone and together."""
    other = TaskKey("other", "task-7")
    mine = ledger.add(KEY, BUREAU, said("甲"))
    theirs = ledger.add(KEY, "市城管局", said("乙"))
    elsewhere = ledger.add(other, BUREAU, said("丙"))

    assert ledger.notes(key=KEY) == [mine, theirs]
    assert ledger.notes(plan="other") == [elsewhere]
    assert ledger.notes(department=BUREAU) == [mine, elsewhere]
    assert ledger.notes(key=KEY, department=BUREAU) == [mine]


def test_reports_of_departments(ledger: Ledger) -> None:
    """The latest word of each, and how many notes count."""
    ledger.add(KEY, BUREAU, said("一", 10, date(2024, 5, 31)))
    ledger.add(KEY, BUREAU, said("二", 20))
    ledger.add(KEY, "市城管局", said("三", 30))

    reports = {
        BUREAU: Report(Status.IN_PROGRESS, 20, as_of=JUNE),
        "市城管局": Report(Status.IN_PROGRESS, 30, as_of=JUNE),
    }
    assert ledger.latest(JUNE) == {KEY: TaskReports(reports, 3, JUNE)}
    assert ledger.reports_of(KEY, JUNE) == TaskReports(reports, 3, JUNE)


def test_reports_come_in_the_order_of_time(ledger: Ledger) -> None:
    """Whatever the departments are called, and also where the newest has reported before the others."""
    for department, month in (("丙局", 1), ("甲局", 2), ("乙局", 3), ("丙局", 4)):
        ledger.add(KEY, department, said("开工", month, date(2024, month, 28)))

    assert list(ledger.latest(JUNE)[KEY].reports) == ["甲局", "乙局", "丙局"]
    assert list(ledger.reports_of(KEY, JUNE).reports) == ["甲局", "乙局", "丙局"]


def test_the_last_day_is_the_latest_of_all_departments(ledger: Ledger) -> None:
    """Of the notes that count: neither of one taken back, nor of one that speaks of a later day than asked for."""
    may, july = date(2024, 5, 31), date(2024, 7, 1)
    ledger.add(KEY, "丙局", said("开工", 1, may))
    ledger.add(KEY, "乙局", said("开工", 1, date(2024, 4, 30)))
    taken_back = ledger.add(KEY, "甲局", said("开工", 1, JUNE))
    ledger.add(KEY, "甲局", said("竣工", 1, july))
    ledger.retract(taken_back.id)

    for day, last in ((JUNE, may), (july, july)):
        assert ledger.latest(day)[KEY].last_day == last
        assert ledger.reports_of(KEY, day).last_day == last


def test_note_changed_elsewhere_is_not_written_over(ledger: Ledger) -> None:
    """The error holds both texts."""
    note = ledger.add(KEY, BUREAU, said("一"))
    theirs = Ledger(ledger.path, "李四", Clock()).edit(note.id, said("李四改"))

    with pytest.raises(NoteChanged) as caught:
        ledger.edit(note.id, said("我改"))

    assert (caught.value.current, caught.value.content) == (theirs, said("我改"))
    assert "李四" in Words(Language.ZH).error(caught.value)
    with pytest.raises(NoteChanged):
        ledger.retract(note.id)
    assert ledger.notes() == [theirs]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (said(" \n　"), "ledger.progress_required"),
        (said("好", 101), "ledger.percent_range"),
        (said("好", -1), "ledger.percent_range"),
        (said("好", as_of=None), "ledger.date_required"),
        (said("坏\udc80"), "ledger.not_unicode"),
        (said("好")._replace(problems="\ud800"), "ledger.not_unicode"),
    ],
)
def test_what_is_no_note_is_refused(ledger: Ledger, content: NoteContent, message: str) -> None:
    """With a sentence in both languages, before any file is made."""
    with pytest.raises(UsageError) as caught:
        ledger.add(KEY, BUREAU, content)

    assert caught.value.message == message
    assert all(Words(language).error(caught.value) for language in Language)
    assert not ledger.exists()


def test_unknown_and_retracted_notes_are_refused(ledger: Ledger) -> None:
    """An id that is not there, and a note that was taken back."""
    gone = ledger.retract(ledger.add(KEY, BUREAU, said("一")).id)

    for ident, message in (("nothing", "ledger.no_note"), (gone.id, "ledger.retracted")):
        with pytest.raises(UsageError) as caught:
            ledger.edit(ident, said("二"))
        assert caught.value.message == message
        assert all(Words(language).error(caught.value) for language in Language)


@pytest.mark.parametrize("table", ["note", "action"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET author = 'x'", "DELETE FROM {}"])
def test_rows_cannot_be_changed_in_place(ledger: Ledger, table: str, sql: str) -> None:
    """Not by any program."""
    ledger.add(KEY, BUREAU, said("一"))
    connection = sqlite3.connect(ledger.path)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(sql.format(table))
    connection.close()


@pytest.mark.parametrize(
    "text", ["[2023]20号 [/]", "\x1b[31m红\x1b[0m", "a\0b\0", "👩‍👩‍👧", "长" * 400_000, "\r\n\t x "]
)
def test_any_text_is_kept_as_it_is(ledger: Ledger, text: str) -> None:
    """Markup, escapes, NUL, emoji, a megabyte."""
    content = said(text)._replace(problems=text, next_steps=text)

    ledger.add(KEY, BUREAU, content)

    assert [note.content for note in ledger.notes()] == [content]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text().filter(str.strip), min_size=1, max_size=5), name=st.text(min_size=1))
def test_arbitrary_text_round_trip(ledger: Ledger, texts: list[str], name: str) -> None:
    """Whatever Unicode holds, in texts and names."""
    key = TaskKey(name, texts[0])

    before = len(ledger.notes(key=key, department=name))
    saved = [ledger.add(key, name, said(text)) for text in texts]

    assert ledger.notes(key=key, department=name)[before:] == saved


def test_draft_is_kept_until_its_note_is_saved(ledger: Ledger) -> None:
    """One per task, department and author; replaced, forgotten, or dropped by the save."""
    draft = Draft(KEY, BUREAU, "", NoteContent(Status.NOT_STARTED, "", as_of=None), percent_text="5x")
    ledger.save_draft(draft)
    kept = ledger.save_draft(draft._replace(content=said("写到一半")))
    other = ledger.save_draft(draft._replace(department="市城管局", edits="some-id"))

    assert ledger.drafts() == [other, kept]
    assert (kept.author, Ledger(ledger.path, "李四").drafts()) == ("张三", [])

    ledger.discard_draft(KEY, "市城管局")
    note = ledger.add(KEY, BUREAU, said("一"), keep_draft=True)

    assert ledger.drafts() == [kept]

    ledger.edit(note.id, said("二"))

    assert ledger.draft(KEY, BUREAU) is None


def test_draft_stays_when_its_note_is_refused(ledger: Ledger) -> None:
    """What was typed is not lost to a note that somebody else changed."""
    note = ledger.add(KEY, BUREAU, said("一"))
    ledger.retract(note.id)
    draft = ledger.save_draft(Draft(KEY, BUREAU, "", said("二"), edits=note.id))

    with pytest.raises(NoteChanged):
        ledger.edit(note.id, said("二"))

    assert ledger.draft(KEY, BUREAU) == draft


def test_another_program_writing_is_noticed(ledger: Ledger) -> None:
    """The number grows with every action in the file."""
    ledger.add(KEY, BUREAU, said("一"))
    before = ledger.data_version()

    Ledger(ledger.path, "李四").add(KEY, BUREAU, said("二"))

    assert ledger.data_version() > before


def test_closed_ledger_leaves_one_file(ledger: Ledger) -> None:
    """So that a copy of the file is a copy of the ledger; and it can go on."""
    ledger.add(KEY, BUREAU, said("一"))
    ledger.close()

    assert [path.name for path in ledger.path.parent.iterdir()] == ["ledger.db"]
    assert len(ledger.notes()) == 1


def test_saving_needs_no_sqlite_utils(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file that is there: its import would cost more than the program's start."""
    ledger.add(KEY, BUREAU, said("一"))
    ledger.close()
    monkeypatch.setitem(sys.modules, "sqlite_utils", None)

    note = Ledger(ledger.path, "张三", Clock()).add(KEY, BUREAU, said("二"))

    assert note in ledger.notes()
    assert (ledger.drafts(), KEY in ledger.latest(JUNE)) == ([], True)


def test_note_that_is_added_again_is_stored_once(ledger: Ledger) -> None:
    """The same id and the same content; also after the note was changed."""
    ident = "0123456789abcdef0123456789abcdef"
    note, is_new = ledger.add_once(KEY, BUREAU, said("一"), ident)
    assert (note.id, is_new) == (ident, True)
    assert ledger.add_once(KEY, BUREAU, said("一"), ident) == (note, False)

    changed = ledger.edit(note.id, said("二"))

    assert ledger.add_once(KEY, BUREAU, said("一"), ident) == (note, False)
    assert ledger.notes() == [changed]


@pytest.mark.parametrize(
    ("key", "department", "content"),
    [
        (KEY, BUREAU, said("二")),
        (KEY, "市城管局", said("一")),
        (TaskKey("other", "task-7"), BUREAU, said("一")),
    ],
)
def test_id_of_another_note_is_refused(
    ledger: Ledger, key: TaskKey, department: str, content: NoteContent
) -> None:
    """Nothing is stored."""
    note, _ = ledger.add_once(KEY, BUREAU, said("一"), "0" * 32)

    with pytest.raises(NoteIdTaken) as caught:
        ledger.add_once(key, department, content, "0" * 32)

    assert ledger.notes() == [note]
    assert all("0" * 32 in Words(language).error(caught.value) for language in Language)


@pytest.mark.parametrize("status", sorted(NEVER_LATE))
def test_status_that_is_never_late_needs_a_reason(ledger: Ledger, status: Status) -> None:
    """It would clear a red light without a word: refused as a new note, as an edit, and when only blank."""
    first = ledger.add(KEY, BUREAU, said("一"))
    for text in ("", " \n"):
        content = said("二")._replace(status=status, reason=text)
        with pytest.raises(UsageError, match="reason_required"):
            ledger.add(KEY, BUREAU, content)
        with pytest.raises(UsageError, match="reason_required"):
            ledger.edit(first.id, content)

    saved = ledger.edit(first.id, said("二")._replace(status=status, reason="市长办公会议定"))

    assert ledger.notes() == [saved]
    assert ledger.notes()[0].content.reason == "市长办公会议定"


def test_draft_keeps_its_reason(ledger: Ledger) -> None:
    """Also half a note, whose reason is still missing, is kept."""
    for reason in ("", "市长办公会议定"):
        content = said("一")._replace(status=Status.DEFERRED, reason=reason)
        ledger.save_draft(Draft(KEY, BUREAU, "", content))
        assert [draft.content for draft in ledger.drafts()] == [content]


@pytest.mark.parametrize("read_only", [False, True])
def test_notes_from_before_reasons_stay_readable(tmp_path: Path, read_only: bool) -> None:
    """Also where the file may not be brought up to date; undo and history go on."""
    path = tmp_path / "ledger.db"
    connection = sqlite3.connect(path, isolation_level=None)
    LEDGER.apply(Database(connection), stop_before="0002_reason")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    cells = "'a', 'a', 'written', 'plan', '1', '市水利局', 'deferred', NULL, '2024-05-31', '张三'"
    connection.execute(
        "INSERT INTO note (id, chain, kind, plan, task, department, status, percent, as_of, author, written_at, "
        f"supersedes, action, progress, problems, next_steps) VALUES ({cells}, '2024-05-31T04:00:00.000000Z', NULL, "
        "'b', '缓', '', '')"
    )
    connection.execute(
        "INSERT INTO draft (plan, task, department, author, status, percent_text, saved_at, progress, problems, next_steps)"
        " VALUES ('plan', '1', '市水利局', '张三', 'deferred', '', '2024-05-31T04:00:00.000000Z', '缓', '', '')"
    )
    connection.close()

    with Ledger(path, "张三", Clock(), read_only=read_only) as ledger:
        (note,), (draft,) = ledger.notes(), ledger.drafts()

        assert (note.content.reason, note.content.lacks_reason, draft.content.reason) == ("", True, "")
        assert note_reason(Words(Language.ZH), note.content) == "（未写理由）"
        assert ledger.latest(JUNE)[TaskKey("plan", "1")].reports == {
            "市水利局": Report(Status.DEFERRED, as_of=date(2024, 5, 31))
        }
        if not read_only:
            later = ledger.edit("a", note.content._replace(reason="市长办公会议定"))
            assert ledger.notes() == [later]
            ledger.undo()
            assert [one.content for one in ledger.notes()] == [note.content]
