"""Another file in the place of the ledger that is in use: nothing is written into it, nothing of the old one is lost.

Each way in which a file comes to be replaced is tried while connections are open and after they were closed for idleness,
with the log of the old file lying there and without.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from plantui.model.terms import Language
from plantui.store.ledger import Ledger, LedgerDamaged, LedgerForeign, LedgerReplaced, ReplacedKind, rescue
from plantui.store.ledger.open_files import HeldFile
from plantui.words import Words
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, integrity, said

IDLE = 3600.0
"""Long enough that only `settle` closes connections here."""
PAGE = 4096
"""Bytes of a database's page."""


def progress_in(path: Path) -> set[str]:
    """Return what the notes of a ledger say, read by another program that finds only the files."""
    with Ledger(path, "李四", Clock()) as ledger:
        return {note.content.progress for note in ledger.notes()}


def other_ledger(folder: Path) -> Path:
    """Make another ledger, larger than the one in use."""
    path = folder / "other.db"
    with Ledger(path, "王五", Clock()) as ledger:
        for number in range(40):
            ledger.add(KEY, BUREAU, said(f"别的 {number} " * 50))
    return path


def older_copy(folder: Path) -> Path:
    """Return the copy that was made of the ledger before its newest notes."""
    return folder / "older.db"


def text_file(folder: Path) -> Path:
    """Make a file that is no ledger."""
    path = folder / "notes.txt"
    path.write_text("会议纪要\n" * 2000, encoding="utf-8")
    return path


def move_over(place: Path, new: Path) -> None:
    new.replace(place)


def copy_over(place: Path, new: Path) -> None:
    """As `cp` does: the same file gets another content."""
    with new.open("rb") as source, place.open("r+b") as target:
        target.truncate(0)
        shutil.copyfileobj(source, target)


def write_and_rename(place: Path, new: Path) -> None:
    """As folders that are kept the same on several machines do."""
    unfinished = place.with_name(".sync-tmp")
    shutil.copyfile(new, unfinished)
    unfinished.replace(place)


def delete_and_copy(place: Path, new: Path) -> None:
    place.unlink()
    shutil.copyfile(new, place)


def delete(place: Path) -> None:
    place.unlink()


def move_away(place: Path) -> None:
    place.rename(place.with_name("elsewhere.db"))


def empty(place: Path) -> None:
    os.truncate(place, 0)


def cut(place: Path) -> None:
    os.truncate(place, place.stat().st_size // 2)


def write_noise(place: Path) -> None:
    with place.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * (place.stat().st_size - 100))


REPLACED = [
    pytest.param(way, what, kind, way is not copy_over, id=f"{way.__name__}-{what.__name__}")
    for way in (move_over, copy_over, write_and_rename, delete_and_copy)
    for what, kind in (
        (other_ledger, ReplacedKind.OTHER_LEDGER),
        (older_copy, ReplacedKind.OLDER_COPY),
        (text_file, ReplacedKind.NOT_A_LEDGER),
    )
]
GONE = [
    pytest.param(delete, ReplacedKind.MISSING, True, id="delete"),
    pytest.param(move_away, ReplacedKind.MISSING, True, id="move_away"),
    pytest.param(empty, ReplacedKind.CUT, False, id="empty"),
    pytest.param(cut, ReplacedKind.CUT, False, id="cut"),
    pytest.param(write_noise, ReplacedKind.CUT, False, id="write_noise"),
]

OLD = {"一", "二", "三"}
OWN = {"二", "三"}
"""What the window itself has saved: all that can be reached of a file that was written over in place."""


@pytest.fixture(params=["open", "idle"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    """A ledger in use: its newest note still in the log, or all of it folded into the file."""
    folder = tmp_path / "data"
    folder.mkdir()
    with Ledger(folder / "ledger.db", "张三", Clock()) as before:
        before.add(KEY, BUREAU, said("一"))
    shutil.copyfile(folder / "ledger.db", tmp_path / "older.db")
    ledger = Ledger(folder / "ledger.db", "张三", Clock(), idle_seconds=IDLE)
    ledger.add(KEY, BUREAU, said("二"))
    ledger.settle()
    ledger.add(KEY, BUREAU, said("三"))
    if request.param == "idle":
        ledger.settle()
    request.addfinalizer(ledger.close)
    return ledger


def refused(ledger: Ledger, kind: ReplacedKind) -> LedgerReplaced:
    """Have every operation tried, and return how the first was refused. Nothing is saved a second time."""
    operations: list[Callable[[], object]] = [
        lambda: ledger.add(KEY, BUREAU, said("新")),
        ledger.data_version,
        ledger.notes,
        lambda: ledger.latest(JUNE),
        ledger.drafts,
        ledger.undo,
        lambda: ledger.add(KEY, BUREAU, said("新")),
    ]
    errors = []
    for operate in operations:
        with pytest.raises(LedgerReplaced) as caught:
            operate()
        errors.append(caught.value)
    assert {(error.kind, error.stored) for error in errors} == {(kind, False)}
    assert len({error.saved_as for error in errors}) == 1
    for language in Language:
        told = Words(language).error(errors[0])
        assert str(ledger.path) in told
        assert str(errors[0].saved_as or ledger.path) in told
    return errors[0]


def check_saved(ledger: Ledger, error: LedgerReplaced, is_whole: bool) -> None:
    """The old ledger, or what can be reached of it, lies beside the new file, for its owner only; nothing else does."""
    place = ledger.path
    left = {path.name for path in place.parent.iterdir()} - {place.name, "elsewhere.db"}
    assert error.saved_as
    assert left == {error.saved_as.name}
    assert error.saved_as.name.startswith("ledger.saved-")
    assert error.saved_as.stat().st_mode & 0o777 == 0o600
    assert error.is_whole is is_whole
    assert (integrity(error.saved_as), progress_in(error.saved_as)) == ("ok", OLD if is_whole else OWN)


@pytest.mark.parametrize(("way", "what", "kind", "is_whole"), REPLACED)
def test_replaced_file_is_not_written_to(
    ledger: Ledger,
    tmp_path: Path,
    way: Callable[[Path, Path], None],
    what: Callable[[Path], Path],
    kind: ReplacedKind,
    is_whole: bool,
) -> None:
    """Byte for byte, until the user says so; the old one is saved beside, its log with it."""
    new = what(tmp_path)
    content = new.read_bytes()
    way(ledger.path, new)

    error = refused(ledger, kind)

    assert ledger.path.read_bytes() == content
    check_saved(ledger, error, is_whole)
    ledger.settle()
    assert ledger.path.read_bytes() == content
    ledger.accept_file()
    if kind is ReplacedKind.NOT_A_LEDGER:
        with pytest.raises(LedgerForeign):
            ledger.add(KEY, BUREAU, said("新"))
        assert ledger.path.read_bytes() == content
        return
    before = len(ledger.notes())
    ledger.add(KEY, BUREAU, said("新"))
    ledger.close()
    assert (integrity(ledger.path), len(progress_in(ledger.path))) == ("ok", before + 1)
    assert "新" in progress_in(ledger.path)


@pytest.mark.parametrize("way", [move_over, copy_over, write_and_rename, delete_and_copy])
def test_ledger_that_this_window_has_just_made_is_replaced(
    tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    """Its log came to be after its first connection was opened; it is not played onto what stands there now either."""
    other = other_ledger(tmp_path)
    content = other.read_bytes()
    folder = tmp_path / "data"
    with Ledger(folder / "ledger.db", "张三", Clock(), idle_seconds=IDLE) as ledger:
        ledger.add(KEY, BUREAU, said("一"))
        way(ledger.path, other)

        error = refused(ledger, ReplacedKind.OTHER_LEDGER)

    assert ledger.path.read_bytes() == content
    assert error.saved_as
    assert {path.name for path in folder.iterdir()} == {"ledger.db", error.saved_as.name}
    assert (integrity(error.saved_as), progress_in(error.saved_as)) == ("ok", {"一"})


@pytest.mark.parametrize(("way", "kind", "is_whole"), GONE)
def test_file_that_is_gone_is_not_made_again_unasked(
    ledger: Ledger, way: Callable[[Path], None], kind: ReplacedKind, is_whole: bool
) -> None:
    """Deleted, moved away, cut or overwritten: it is told, the old one is saved, and a new one is made when asked for."""
    way(ledger.path)
    there = ledger.path.read_bytes() if ledger.path.exists() else None

    error = refused(ledger, kind)

    assert (ledger.path.read_bytes() if ledger.path.exists() else None) == there
    check_saved(ledger, error, is_whole)
    ledger.accept_file()
    if there:
        with pytest.raises(LedgerDamaged):
            ledger.add(KEY, BUREAU, said("新"))
        assert ledger.path.read_bytes() == there
        return
    ledger.add(KEY, BUREAU, said("新"))
    ledger.close()
    assert (integrity(ledger.path), progress_in(ledger.path)) == ("ok", {"新"})


def test_file_moved_away_is_whole_where_it_went(ledger: Ledger) -> None:
    """What was still in the log is in it."""
    move_away(ledger.path)
    with pytest.raises(LedgerReplaced):
        ledger.notes()

    elsewhere = ledger.path.with_name("elsewhere.db")
    assert (integrity(elsewhere), progress_in(elsewhere)) == ("ok", OLD)


def test_file_that_comes_back_is_used_again(ledger: Ledger) -> None:
    """Without a question."""
    move_away(ledger.path)
    with pytest.raises(LedgerReplaced):
        ledger.add(KEY, BUREAU, said("四"))
    ledger.path.with_name("elsewhere.db").rename(ledger.path)

    ledger.add(KEY, BUREAU, said("四"))

    assert progress_in(ledger.path) == OLD | {"四"}


@pytest.mark.parametrize("way", [move_over, copy_over, write_and_rename, delete_and_copy])
def test_file_that_goes_on_from_what_was_seen_is_the_ledger(
    ledger: Ledger, tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    """The same ledger with more notes, as it comes back from another machine: nothing to ask, nothing to save."""
    ledger.settle()
    longer = tmp_path / "longer.db"
    shutil.copyfile(ledger.path, longer)
    with Ledger(longer, "李四", Clock()) as other:
        other.add(KEY, BUREAU, said("别处"))
    way(ledger.path, longer)

    assert {note.content.progress for note in ledger.notes()} == OLD | {"别处"}
    ledger.add(KEY, BUREAU, said("四"))
    ledger.close()

    assert [path.name for path in ledger.path.parent.iterdir()] == ["ledger.db"]
    assert (integrity(ledger.path), progress_in(ledger.path)) == ("ok", OLD | {"别处", "四"})


def test_swap_in_the_moment_of_saving_is_not_told_as_saved(ledger: Ledger, tmp_path: Path) -> None:
    """The note is in the old file, that file is not at its path: both are said."""
    other = other_ledger(tmp_path)
    content = other.read_bytes()

    with pytest.raises(LedgerReplaced) as caught, ledger._connections.writing():
        other.replace(ledger.path)

    assert (caught.value.kind, caught.value.stored) == (ReplacedKind.OTHER_LEDGER, True)
    check_saved(ledger, caught.value, is_whole=True)
    assert ledger.path.read_bytes() == content
    assert all(str(caught.value.saved_as) in Words(language).error(caught.value) for language in Language)


def test_what_could_not_be_saved_beside_is_tried_again(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk nothing is let go of."""
    delete(ledger.path)
    rename = Path.rename

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(LedgerReplaced) as first:
        ledger.notes()
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(LedgerReplaced) as second:
        ledger.notes()

    assert first.value.saved_as is None
    check_saved(ledger, second.value, is_whole=True)


def test_copy_taken_while_another_program_folds_its_log_is_taken_again(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page of the file is already the new one, the others are not yet."""
    ledger.settle()
    sound, before = ledger.path.read_bytes(), older_copy(tmp_path).read_bytes()
    changed = next(at for at in range(PAGE, len(before), PAGE) if before[at:][:PAGE] != sound[at:][:PAGE])
    ledger.path.write_bytes(before[:changed] + sound[changed:][:PAGE] + before[changed + PAGE :])
    assert integrity(ledger.path) != "ok"
    held = HeldFile(ledger.path)
    monkeypatch.setattr(rescue, "sleep", lambda _: ledger.path.write_bytes(sound))

    saved = rescue.save_held(held, ledger.path, Clock()())

    assert saved.read_bytes() == sound


def test_window_that_has_only_read_has_nothing_to_save(ledger: Ledger, tmp_path: Path) -> None:
    """Of a file that is written over in place; and it says so."""
    ledger.settle()
    with Ledger(ledger.path, "李四", Clock()) as reader:
        reader.notes()
        reader.settle()
        copy_over(ledger.path, other_ledger(tmp_path))
        with pytest.raises(LedgerReplaced) as caught:
            reader.notes()

    assert caught.value.saved_as is None
    assert all(str(ledger.path) in Words(language).error(caught.value) for language in Language)


def test_a_closed_ledger_asks_the_file_that_stands_there_next(ledger: Ledger, tmp_path: Path) -> None:
    """After closing any file is taken: what the one before said of itself does not hold for it."""
    ledger.add(KEY, BUREAU, said("甲"))
    assert ledger.demo_day() is None
    ledger.close()
    other = other_ledger(tmp_path)
    with Ledger(other, "王五", Clock()) as demo:
        demo.become_demo(JUNE)
    move_over(ledger.path, other)
    assert ledger.demo_day() == JUNE
    ledger.add(KEY, BUREAU, said("乙"))
    ledger.close()
    with closing(sqlite3.connect(ledger.path)) as connection:
        sql = "SELECT count(DISTINCT ledger), max(ledger) = (SELECT value FROM setting WHERE name = 'id') FROM action"
        assert connection.execute(sql).fetchone() == (1, 1)


def test_who_only_reads_makes_no_files(ledger: Ledger) -> None:
    """The change is told all the same."""
    ledger.close()
    with Ledger(ledger.path, "", read_only=True) as reader:
        reader.notes()
        delete(ledger.path)
        with pytest.raises(LedgerReplaced) as caught:
            reader.notes()

    assert (caught.value.saved_as, list(ledger.path.parent.iterdir())) == (None, [])


def test_looking_at_an_unchanged_file_opens_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The interface looks every five seconds; what another program saves is noticed."""
    ledger.settle()
    os.utime(ledger.path)
    first = ledger.data_version()
    connect = sqlite3.connect
    opened: list[object] = []

    def counted(*args: object, **options: object) -> sqlite3.Connection:
        opened.append(args)
        return connect(*args, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", counted)
    while opened or ledger._connections.settled_newest() is None:
        ledger.settle()
        ledger._connections._witness.difference()
        opened.clear()
    assert (ledger.data_version(), opened) == (first, [])
    with Ledger(ledger.path, "李四", Clock()) as other:
        other.add(KEY, BUREAU, said("四"))
    assert ledger.data_version() > first


def test_another_program_goes_on_and_nothing_is_asked(ledger: Ledger) -> None:
    """Its saves and its folding of the log are not a replaced file."""
    with Ledger(ledger.path, "李四", Clock(), idle_seconds=IDLE) as other:
        for number in range(3):
            other.add(KEY, BUREAU, said(f"别人 {number}"))
            ledger.add(KEY, BUREAU, said(f"我 {number}"))
            other.settle()
            ledger.data_version()

    assert len(ledger.notes()) == len(OLD) + 6


def test_nothing_lies_beside_an_idle_ledger(ledger: Ledger) -> None:
    """No log that could be played onto another file."""
    ledger.add(KEY, BUREAU, said("四"))
    ledger.settle()

    assert [path.name for path in ledger.path.parent.iterdir()] == ["ledger.db"]


def test_idle_ledger_settles_by_itself(tmp_path: Path) -> None:
    """In a thread of its own, which ends then."""
    import threading

    ledger = Ledger(tmp_path / "ledger.db", "张三", Clock(), idle_seconds=0)
    ledger.add(KEY, BUREAU, said("一"))
    for thread in threading.enumerate():
        if thread.name == "plantui-idle":
            thread.join()

    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]
    ledger.close()
