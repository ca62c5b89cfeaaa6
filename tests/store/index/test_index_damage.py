"""An index is a cache: whatever became of its file, the plans are shown, and what happened is said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from plantui.__main__ import main
from plantui.store.index.damage import IndexDamaged
from plantui.store.index.opening import open_library
from plantui.store.locations import cache_folder
from tests.support.index_samples import Shelf, damage_table, plan, titles, write_plan

Run = Callable[..., tuple[int, str, str]]
SAID = "现已重新编制"
TABLES = ["task", "body", "section", "facet", "plan", "words_data", "words_idx", "department", "file"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "plans"
    write_plan(folder, plan("alpha", *(f"第{number}回" for number in range(60))))
    monkeypatch.setenv("PLANTUI_LANG", "zh")
    return folder


@pytest.fixture
def index(folder: Path, tmp_path: Path, run: Run) -> Path:
    """The index that the commands use."""
    run("list")
    (found,) = cache_folder().glob("index-*.db")
    return found


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: str) -> tuple[int, str, str]:
        code = main(["--plans", str(folder), *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return running


COMMANDS = [
    ("list", "--plan", "alpha"),
    ("list", "--plan", "alpha", "--text", "第7回"),
    ("show", "alpha"),
    ("show", "alpha", "1.8"),
    ("plans",),
    ("stats", "--plan", "alpha"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_table_is_no_traceback(index: Path, run: Run, table: str, command: tuple[str, ...]) -> None:
    """The answer is whole, whether the damage was met or not; where it was met, that is said."""
    whole = run(*command)
    damage_table(index, table)
    code, out, err = run(*command)

    assert (code, out) == (0, whole[1])
    assert err in (whole[2], f"{whole[2]}计划的索引（缓存）已损坏，{SAID}。\n")
    assert run(*command) == whole


def test_the_damage_is_said(index: Path, run: Run) -> None:
    damage_table(index, "task")

    assert SAID in run("list")[2]
    assert SAID not in run("list")[2]


def test_json_that_has_begun_is_not_begun_again(index: Path, folder: Path, run: Run) -> None:
    """A late portion of the tasks cannot be read: what was written cannot be taken back."""
    write_plan(folder, plan("beta", *("治水" * 40 for _ in range(1500))))
    run("list")
    content = bytearray(index.read_bytes())
    page = content.index(b'"id": "1.1499"') // 4096 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    index.write_bytes(content)
    code, out, err = run("list", "--plan", "beta", "--json")

    assert code == 1
    assert out.startswith("[\n{")
    assert "已损坏，现已删除，请再运行一次" in err
    assert run("list", "--plan", "beta", "--json")[0] == 0


@pytest.mark.parametrize("seed", range(30))
def test_random_damage_is_no_traceback(index: Path, run: Run, seed: int) -> None:
    """A few pages overwritten anywhere, or the file cut: a sentence at the worst."""
    random = Random(seed)
    content = bytearray(index.read_bytes())
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(content) // 4096) * 4096
        size = random.choice([16, 512, 4096])
        content[at : at + size] = random.randbytes(size)
    if random.random() < 0.3:
        del content[random.randrange(len(content)) :]
    index.write_bytes(content)

    for command in (("list", "--json"), ("show", "alpha", "1.8"), ("show", "alpha")):
        code, out, err = run(*command)
        assert code in (0, 1)
        assert code == 0 or "索引" in err
        if code == 0 and "--json" in command:
            json.loads(out)


def test_a_missing_row_is_damage(index: Path, folder: Path) -> None:
    """SQLite finds nothing wrong with a file from which rows are gone."""
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("delete from task")
    with closing(open_library([folder, *_bundled()], cache_folder())) as library:
        with pytest.raises(IndexDamaged):
            library.tasks([0])
        assert not index.exists()


def _bundled() -> list[Path]:
    from plantui.planfile.search_path import bundled_plans

    return [bundled_plans()]


@pytest.mark.parametrize("deletable", [True, False])
def test_a_damaged_index_that_cannot_be_deleted_is_named(
    index: Path, run: Run, monkeypatch: pytest.MonkeyPatch, deletable: bool
) -> None:
    damage_table(index, "task")
    if not deletable:
        monkeypatch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no")))
    code, _, err = run("list")

    assert code == (0 if deletable else 1)
    assert (str(index) in err) != deletable


class NoLocks:
    """Stands in for sqlite3.connect on a file system that knows no locks."""

    def __init__(self, connect: Callable[..., sqlite3.Connection]) -> None:
        self._connect = connect
        self.asked: list[str] = []

    def __call__(self, database: Any, *arguments: Any, **named: Any) -> sqlite3.Connection:
        self.asked.append(str(database))
        if "index-" in str(database) and not any(
            sign in str(database) for sign in ("nolock=1", "immutable=1")
        ):
            raise sqlite3.OperationalError("database is locked")
        return self._connect(database, *arguments, **named)


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> Iterator[NoLocks]:
    connect = NoLocks(sqlite3.connect)
    monkeypatch.setattr(sqlite3, "connect", connect)
    yield connect
    monkeypatch.undo()


def test_a_file_system_without_locks_keeps_the_index(folder: Path, tmp_path: Path, no_locks: NoLocks) -> None:
    """It is made, read and brought up to date without a lock, and not made again with every start."""
    shelf = Shelf(folder, cache=tmp_path / "cache")
    assert shelf.open().path is not None
    write_plan(folder, plan("beta", "造林"))
    assert titles(shelf.open())["beta"] == ["造林"]
    made = len(no_locks.asked)
    assert titles(shelf.open())["beta"] == ["造林"]

    assert len(no_locks.asked) == made + 1
    shelf.close()


def test_a_locked_index_is_read_and_brought_up_to_date(folder: Path, tmp_path: Path) -> None:
    """Another program, such as a backup, holds the whole file."""
    shelf = Shelf(folder, cache=tmp_path / "cache")
    shelf.open()
    with closing(sqlite3.connect(shelf.index, isolation_level=None)) as other:
        other.execute("begin exclusive")
        assert len(titles(shelf.open())["alpha"]) == 60
        write_plan(folder, plan("beta", "造林"))
        assert titles(shelf.open())["beta"] == ["造林"]
    assert shelf.open().path is not None
    shelf.close()


def test_an_index_that_may_not_be_read_is_made_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests: the superuser may read anything, so the refusal is played."""
    shelf = Shelf(folder, cache=tmp_path / "cache")
    shelf.open()
    index, connect = shelf.index, sqlite3.connect

    def refused(database: Any, *arguments: Any, **named: Any) -> sqlite3.Connection:
        if f"{index.name}?" in str(database) and not made:
            raise sqlite3.OperationalError("unable to open database file")
        connection: sqlite3.Connection = connect(database, *arguments, **named)
        return connection

    def not_copied(source: Path, target: Path) -> None:
        made.append(target)
        raise PermissionError(13, "no")

    made: list[Path] = []
    monkeypatch.setattr(sqlite3, "connect", refused)
    monkeypatch.setattr("shutil.copyfile", not_copied)
    library = shelf.open()

    assert len(titles(library)["alpha"]) == 60
    assert library.path == index
    shelf.close()


def test_no_room_anywhere_costs_only_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk refuses the new index; the plans are read all the same, and nothing is left behind."""
    from plantui.store.index import build

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(build, "refresh", full)
    with closing(open_library([folder], tmp_path / "cache")) as library:
        assert len(titles(library)["alpha"]) == 60
        assert library.path is None
    assert list((tmp_path / "cache").iterdir()) == []
