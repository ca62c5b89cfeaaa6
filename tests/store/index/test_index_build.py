"""The index follows the plan files: what changed is compiled again, a cache that is unusable costs only time."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from plantui.model.department import Department, DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.plan import Departments, Plan, PlanInfo, Section, Task
from plantui.model.problem import DataError, Severity
from plantui.model.terms import Language, PlanStatus, Role
from plantui.planfile.reader import PlanFile, read_plan
from plantui.planfile.writer import plan_toml
from plantui.store.index import compiled, schema
from plantui.store.index.bits import rows_of, span
from plantui.store.index.facets import FacetKind
from plantui.store.index.files import scan
from plantui.store.index.grams import grams
from plantui.store.index.opening import fresh_library, open_library
from plantui.words import Words
from tests.support.index_samples import (
    DEPARTMENTS,
    REGION,
    Shelf,
    hits,
    plan,
    task,
    titles,
    touch,
    write,
    write_departments,
    write_plan,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans and the departments of their region."""
    folder = tmp_path / "plans"
    write_plan(folder, plan("alpha", "治水", "节水"))
    write_plan(folder, plan("beta", "造林", "种草", "护田"))
    write_departments(folder, DEPARTMENTS)
    return folder


@pytest.fixture
def shelf(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """A shelf over the folder that notes which plan files are read."""
    shelf = Shelf(folder, cache=tmp_path / "cache")

    def reading(source: Path | bytes, name: str | None = None, registry: object = None) -> PlanFile:
        shelf.read.append(Path(name or "").name)
        return read_plan(source, name, registry)  # type: ignore[arg-type]

    monkeypatch.setattr(compiled, "read_plan", reading)
    yield shelf
    shelf.close()


def firsts(shelf: Shelf) -> dict[str, int]:
    return {one.id: one.first for one in shelf.open().plans}


def test_everything_is_read_the_first_time(shelf: Shelf) -> None:
    library = shelf.open()

    assert titles(library) == {"alpha": ["治水", "节水"], "beta": ["造林", "种草", "护田"]}
    assert library.problems() == []
    assert shelf.read == ["alpha.toml", "beta.toml"]
    assert library.live.bit_count() == 5


def test_a_fresh_index_is_only_read(shelf: Shelf) -> None:
    shelf.open()
    before = shelf.index.stat()
    library = shelf.open()

    assert shelf.read == []
    assert titles(library)["alpha"] == ["治水", "节水"]
    assert (shelf.index.stat().st_ino, shelf.index.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_a_changed_file_is_read_again(shelf: Shelf, folder: Path) -> None:
    """The other plan keeps its row numbers; the changed one gets new ones."""
    before = firsts(shelf)
    write_plan(folder, plan("alpha", "治水", "蓄水", "引水"))
    library = shelf.open()

    assert shelf.read == ["alpha.toml"]
    assert titles(library) == {"alpha": ["治水", "蓄水", "引水"], "beta": ["造林", "种草", "护田"]}
    after = {one.id: one.first for one in library.plans}
    assert after["beta"] == before["beta"]
    assert after["alpha"] > max(before.values())


def test_a_touched_file_is_not_read_again(shelf: Shelf, folder: Path) -> None:
    """Size and time are the first look, the content's hash is the second."""
    before = firsts(shelf)
    touch(folder / "alpha.toml")
    touch(folder / "departments.toml")
    library = shelf.open()

    assert shelf.read == []
    assert {one.id: one.first for one in library.plans} == before
    fresh = fresh_library(shelf.index, scan([folder]))
    assert fresh is not None
    fresh.close()


def test_a_change_that_keeps_size_and_time_is_not_seen(shelf: Shelf, folder: Path) -> None:
    """What the folder lists decides; a program that sets times back defeats it."""
    shelf.open()
    path = folder / "alpha.toml"
    stat, text = path.stat(), path.read_text("utf-8")
    path.write_text(text.replace("治水", "排水"), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert titles(shelf.open())["alpha"] == ["治水", "节水"]


def test_a_removed_file_takes_its_plan_away(shelf: Shelf, folder: Path) -> None:
    shelf.open()
    (folder / "alpha.toml").unlink()
    library = shelf.open()

    assert shelf.read == []
    assert list(titles(library)) == ["beta"]
    assert library.plan("alpha") is None
    assert hits(library, "治水") == []
    assert library.live.bit_count() == 3


def test_an_added_file_brings_its_plan(shelf: Shelf, folder: Path) -> None:
    """Plans stand in the order of their files, not in that of their compiling."""
    shelf.open()
    write_plan(folder, plan("aardvark", "修路"))
    library = shelf.open()

    assert shelf.read == ["aardvark.toml"]
    assert [one.id for one in library.plans] == ["aardvark", "alpha", "beta"]


def test_everything_removed_and_brought_back(shelf: Shelf, folder: Path) -> None:
    before = titles(shelf.open())
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    for path in kept:
        path.unlink()
    library = shelf.open()

    assert (library.plans, library.live, library.registry.departments) == ((), 0, ())
    assert hits(library, "水") == []
    for path, content in kept.items():
        path.write_bytes(content)
    assert titles(shelf.open()) == before


def test_the_first_plan_of_an_id_is_shown(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    """Without it the next one is, also where the first one is only broken."""
    own = tmp_path / "own"
    path = write_plan(own, plan("alpha", "自己的"))
    shelf.folders.insert(0, own)
    assert titles(shelf.open()) == {"alpha": ["自己的"], "beta": ["造林", "种草", "护田"]}
    assert hits(shelf.open(), "治水") == []

    write(path, "format = 1\n[plan")
    assert titles(shelf.open())["alpha"] == ["治水", "节水"]

    write_plan(own, plan("alpha", "又是自己的"))
    assert titles(shelf.open())["alpha"] == ["又是自己的"]

    path.unlink()
    assert titles(shelf.open())["alpha"] == ["治水", "节水"]


def test_facets_of_a_plan_in_the_shadow_do_not_count(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    """A year, a name, a set that only a hidden plan has is none that can be chosen."""
    own = tmp_path / "own"
    write_plan(own, plan("alpha", "自己的"))
    hidden = Plan(
        plan("alpha").info,
        sections=(Section("1", "", "行动"),),
        tasks=(task(1, "治水", "1", date(2031, 5, 1), lead="市环保局"),),
    )
    write_plan(folder, hidden)
    shelf.folders.insert(0, own)
    library = shelf.open()

    assert library.facet(FacetKind.YEAR, "2031") == 0
    assert (REGION, "市环保局") not in library.printed_names
    assert (REGION, "市环保局") not in library.department_facets()
    assert library.facet_values(FacetKind.YEAR) == [""]
    assert library.facet_values(FacetKind.FIRST_DUE) == [""]


def test_the_order_of_the_folders_is_that_of_the_plans(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    """Plans in force come before drafts before superseded ones."""
    own = tmp_path / "own"
    write_plan(own, plan("zeta", "一", status=PlanStatus.SUPERSEDED))
    write_plan(own, plan("yota", "一", status=PlanStatus.DRAFT))
    write_plan(own, plan("xi", "一"))
    shelf.folders.insert(0, own)

    assert [one.id for one in shelf.open().plans] == ["xi", "alpha", "beta", "yota", "zeta"]


def test_changed_departments_change_what_is_said_of_every_plan(shelf: Shelf, folder: Path) -> None:
    shelf.open()
    write_departments(folder, [Department(REGION, "市财政局")])
    library = shelf.open()

    assert shelf.read == ["alpha.toml", "beta.toml"]
    assert {problem.message for problem in library.problems()} <= {
        "problems.department_unknown",
        "problems.department_near",
    }
    assert {Path(problem.file).name for problem in library.problems()} == {"alpha.toml", "beta.toml"}
    assert {problem.severity for problem in library.problems()} == {Severity.WARNING}
    assert titles(library)["alpha"] == ["治水", "节水"]
    assert library.registry.resolve(REGION, "市水务局") == DepartmentRef(REGION, "市水务局")

    write_departments(folder, DEPARTMENTS)
    library = shelf.open()
    assert library.problems() == []
    assert library.registry.resolve(REGION, "市水务局") == DepartmentRef(REGION, "市水利局")


def test_departments_come_and_go(shelf: Shelf, folder: Path) -> None:
    shelf.open()
    (folder / "departments.toml").unlink()
    assert shelf.open().registry.departments == ()
    assert len(shelf.read) == 2

    write_departments(folder, DEPARTMENTS)
    assert len(shelf.open().registry.departments) == 2


def test_departments_of_several_folders_are_one_list(shelf: Shelf, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write_departments(own, [Department(REGION, "市水利局", ("水利",)), Department("乙市", "市财政局")])
    shelf.folders.insert(0, own)
    registry = shelf.open().registry

    assert registry.names_of(DepartmentRef(REGION, "市水利局")) == ("市水利局", "水利", "市水务局")
    assert registry.regions == (REGION, "乙市")


def test_problems_are_kept(shelf: Shelf, folder: Path) -> None:
    """A start that compiles nothing tells them nevertheless, in the order of the files and their lines."""
    write(folder / "broken.toml", "format = 1\n[plan]\nid = 1\ntitel = 'x'\n")
    write(folder / "worse.toml", "x = [\n")
    first = shelf.open().problems()
    again = shelf.open().problems()

    assert shelf.read == []
    assert again == first
    assert [Path(problem.file).name for problem in first] == sorted(Path(p.file).name for p in first)
    assert {Path(problem.file).name for problem in first} == {"broken.toml", "worse.toml"}
    assert any(
        problem.message == "problems.key_misspelt"
        and problem.line == 4
        and problem.facts == {"name": "titel", "nearest": "title"}
        for problem in first
    )


def test_problems_of_departments_are_kept_through_changes_of_plans(shelf: Shelf, folder: Path) -> None:
    write(
        folder / "departments.toml",
        'format = 1\n[[departments]]\nregion = "甲市"\nname = "各局"\nmembers = ["某某某"]\n',
    )
    first = [problem for problem in shelf.open().problems() if problem.file.endswith("departments.toml")]
    write_plan(folder, plan("alpha", "改了"))
    again = [problem for problem in shelf.open().problems() if problem.file.endswith("departments.toml")]

    assert [problem.message for problem in first] == ["problems.member_unknown"]
    assert again == first


def test_a_plan_that_became_broken_disappears_and_comes_back(shelf: Shelf, folder: Path) -> None:
    sound = titles(shelf.open())
    write(folder / "alpha.toml", "format = 1\n")
    library = shelf.open()

    assert list(titles(library)) == ["beta"]
    assert {problem.severity for problem in library.problems()} == {Severity.ERROR}
    assert hits(library, "治水") == []

    write_plan(folder, plan("alpha", "治水", "节水"))
    library = shelf.open()
    assert titles(library) == sound
    assert library.problems() == []
    assert hits(library, "治水 市水利局") == ["治水"]


def test_words_of_what_is_gone_hit_nothing(shelf: Shelf, folder: Path) -> None:
    """The full-text table cannot forget, so no row number is ever given to another plan."""
    used: set[int] = set()
    for turn in range(5):
        write_plan(folder, plan("alpha", *[f"第{turn}回{number}号" for number in range(3)]))
        library = shelf.open()
        alpha = library.plan("alpha")
        assert alpha is not None
        rows = set(range(alpha.first, alpha.first + alpha.tasks))
        assert not rows & used
        used |= rows
        assert hits(library, f"第{turn}回") == [f"第{turn}回{number}号" for number in range(3)]
        assert hits(library, f"第{turn - 1}回") == []


def test_a_plan_without_tasks_keeps_its_row_number_to_itself(shelf: Shelf, folder: Path) -> None:
    write_plan(folder, plan("aaa"))
    write_plan(folder, plan("aab", "有任务"))
    library = shelf.open()

    assert len({one.first for one in library.plans}) == len(library.plans) == 4
    assert titles(library)["aaa"] == []
    assert titles(library)["aab"] == ["有任务"]


def test_an_index_of_mostly_old_rows_is_made_anew(shelf: Shelf, folder: Path) -> None:
    """Otherwise it would grow with every change."""
    many = [f"任务{number}" for number in range(1500)]
    for turn in range(8):
        write_plan(folder, plan("alpha", *many, f"第{turn}回"))
        library = shelf.open()
    with closing(sqlite3.connect(shelf.index)) as db:
        (used,) = db.execute("select next_row from counter").fetchone()

    assert used <= 2 * 1504 + 4096 + 1501
    assert hits(library, "第7回") == ["第7回"]
    assert hits(library, "第6回") == []
    assert titles(library)["beta"] == ["造林", "种草", "护田"]


def whole(path: Path) -> None:
    path.write_bytes(b"this is no database\n" * 1000)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4096)


def older(path: Path) -> None:
    _execute(path, f"pragma user_version = {schema.VERSION - 1}", "update task set title = 'old'")


def newer(path: Path) -> None:
    _execute(path, f"pragma user_version = {schema.VERSION + 1}", "drop table task")


def without_tables(path: Path) -> None:
    path.unlink()
    _execute(path, f"pragma user_version = {schema.VERSION}", "create table other (x)")


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        for statement in statements:
            db.execute(statement)


SPOILT = [whole, empty, cut, header_only, older, newer, without_tables]


@pytest.mark.parametrize("spoil", [*SPOILT, folder_in_its_place], ids=lambda spoil: spoil.__name__)
def test_a_spoilt_index_costs_only_time(shelf: Shelf, spoil: Callable[[Path], None]) -> None:
    expected = titles(shelf.open())
    spoil(shelf.index)
    library = shelf.open()

    assert titles(library) == expected
    assert hits(library, "治水") == ["治水"]


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_index_is_mended(shelf: Shelf, spoil: Callable[[Path], None]) -> None:
    """The time is lost once, not with every start."""
    shelf.open()
    spoil(shelf.index)
    shelf.open()
    shelf.open()

    assert shelf.read == []


def test_a_deleted_cache_costs_only_time(shelf: Shelf) -> None:
    expected = titles(shelf.open())
    shelf.index.unlink()
    shelf.cache.rmdir()

    assert titles(shelf.open()) == expected


def test_what_a_crash_left_is_not_built_upon(shelf: Shelf) -> None:
    """Process ids come again, in a container with every run."""
    expected = titles(shelf.open())
    left = shelf.index.with_name(f"{shelf.index.name}.{os.getpid()}.new")
    shelf.index.rename(left)
    _execute(left, "update task set title = 'half written'")

    assert titles(shelf.open()) == expected
    assert not left.exists()


def test_a_failure_leaves_the_old_index_and_nothing_else(shelf: Shelf, folder: Path) -> None:
    shelf.open()
    before = shelf.index.read_bytes()
    write_plan(folder, plan("alpha", "改了"))
    with patch.object(compiled, "read_plan", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        shelf.open()

    assert shelf.index.read_bytes() == before


def test_who_has_the_old_index_open_keeps_it_whole(shelf: Shelf, folder: Path) -> None:
    library = shelf.open()
    _ = library.plans
    write_plan(folder, plan("alpha", "改了"))
    later = shelf.open()

    assert titles(later)["alpha"] == ["改了"]
    assert titles(library)["alpha"] == ["治水", "节水"]
    assert hits(library, "治水") == ["治水"]


@pytest.fixture
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("deeper", ["", "below"])
def test_an_unwritable_cache_costs_only_time(
    folder: Path, tmp_path: Path, own_temporary_folder: Path, deeper: str
) -> None:
    """The index is then made in memory; a file stands where the cache should be."""
    (tmp_path / "cache").write_text("no folder")
    library = open_library([folder], tmp_path / "cache" / deeper)

    assert titles(library)["alpha"] == ["治水", "节水"]
    assert library.path is None
    library.close()
    assert list(own_temporary_folder.iterdir()) == []


def test_a_read_only_cache_costs_only_time(
    folder: Path, tmp_path: Path, own_temporary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests: the superuser may write anywhere, so the refusal is played."""
    monkeypatch.setattr(Path, "mkdir", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no")))
    library = open_library([folder], tmp_path / "cache")

    assert titles(library)["beta"] == ["造林", "种草", "护田"]
    library.close()


def test_the_cache_is_its_owners_alone(shelf: Shelf) -> None:
    shelf.open()

    assert shelf.cache.stat().st_mode & 0o777 == 0o700


def test_a_cache_folder_named_from_where_one_stands(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = open_library([Path("plans")], Path("cache #1?%"))

    assert titles(library)["alpha"] == ["治水", "节水"]
    library.close()


def test_search_paths_have_an_index_each(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    shelf.open()
    other = tmp_path / "other"
    write_plan(other, plan("alpha", "别的"))
    library = open_library([other, folder], shelf.cache)

    assert titles(library)["alpha"] == ["别的"]
    assert len(list(shelf.cache.iterdir())) == 2
    library.close()
    assert titles(shelf.open())["alpha"] == ["治水", "节水"]
    assert shelf.read == []


def test_progress_is_told_for_each_file_compiled(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def tell(position: int, count: int, name: str) -> None:
        told.append((position, count, name))

    for _ in range(2):
        open_library([folder], tmp_path / "cache", tell).close()

    assert told == [(0, 3, "alpha.toml"), (1, 3, "beta.toml"), (2, 3, "departments.toml")]


def test_what_is_no_plan_file_is_passed_over(shelf: Shelf, folder: Path) -> None:
    """Hidden files, other kinds, folders."""
    write(folder / ".hidden.toml", "x = [")
    write(folder / "alpha.toml~", "x = [")
    write(folder / "readme.md", "x = [")
    (folder / "folder.toml").mkdir()
    library = shelf.open()

    assert list(titles(library)) == ["alpha", "beta"]
    assert library.problems() == []


def test_a_link_to_nowhere_hides_no_other_file(shelf: Shelf, folder: Path) -> None:
    (folder / "aaa.toml").symlink_to(folder / "nowhere")
    library = shelf.open()

    assert list(titles(library)) == ["alpha", "beta"]
    assert [(p.message, Path(p.file).name) for p in library.problems()] == [
        ("problems.file_unreadable", "aaa.toml")
    ]


def test_a_plan_is_read_once_the_right_to_read_it_is_given(shelf: Shelf, folder: Path) -> None:
    """Neither size nor time of the file changes with its rights."""
    refused = str(folder / "alpha.toml")
    access, opened = os.access, os.open

    def open_unless_refused(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path) == refused:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, mode)

    with (
        patch("os.access", lambda path, mode: path != refused and access(path, mode)),
        patch("os.open", open_unless_refused),
    ):
        library = shelf.open()
        assert list(titles(library)) == ["beta"]
        (problem,) = library.problems()
        assert Words(Language.ZH).problem(problem) == f"{refused}:1: 文件打不开：没有权限"
        assert (
            Words(Language.EN).problem(problem)
            == f"{refused}:1: the file cannot be opened: permission denied"
        )

    assert list(titles(shelf.open())) == ["alpha", "beta"]
    assert shelf.open().problems() == []


def test_a_folder_that_cannot_be_listed_is_told(shelf: Shelf, tmp_path: Path) -> None:
    path = write(tmp_path / "file", "no folder")
    shelf.folders.insert(0, path)
    with pytest.raises(DataError) as raised:
        shelf.open()

    assert raised.value.message == "problems.folder_unreadable"
    assert raised.value.facts == {"folder": str(path), "reason": "system.no_folder"}


def test_a_linked_plan_counts(shelf: Shelf, folder: Path, tmp_path: Path) -> None:
    elsewhere = write_plan(tmp_path / "elsewhere", plan("gamma", "链接"))
    (folder / "gamma.toml").symlink_to(elsewhere)

    assert titles(shelf.open())["gamma"] == ["链接"]


def test_a_missing_folder_has_no_plans(shelf: Shelf, tmp_path: Path) -> None:
    shelf.folders.insert(0, tmp_path / "nowhere")

    assert list(titles(shelf.open())) == ["alpha", "beta"]


def test_a_file_that_vanishes_before_it_is_read(shelf: Shelf, folder: Path) -> None:
    """What is wrong with it is said, the others open."""
    stamps = scan([folder])
    (folder / "alpha.toml").unlink()
    with patch("plantui.store.index.files.scan", return_value=stamps):
        library = shelf.open()

    assert list(titles(library)) == ["beta"]
    assert [problem.message for problem in library.problems()] == ["problems.file_unreadable"]
    assert list(titles(shelf.open())) == ["beta"]
    assert shelf.open().problems() == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('number = "（一）"', f"number = 0x{'f' * 3600}"),
        lambda text: text.replace('title = "二"', f"title = 0x{'f' * 3600}"),
        lambda text: (
            text
            + "".join(
                f'[[sections]]\nid = "s{n}"\nnumber = ""\ntitle = "节"\nparent = "{f"s{n - 1}" if n else "1"}"\n'
                for n in range(1100)
            )
        ),
    ],
    ids=("number", "title", "sections"),
)
def test_a_file_beyond_the_bounds_hides_no_other(
    shelf: Shelf, folder: Path, spoil: Callable[[str], str]
) -> None:
    """The file is left out with a problem of its own, and the others open."""
    sound = plan_toml(plan("bad", "一", "二"))
    assert spoil(sound) != sound
    write(folder / "bad.toml", spoil(sound))
    library = shelf.open()

    assert list(titles(library)) == ["alpha", "beta"]
    assert [Path(problem.file).name for problem in library.problems()] == ["bad.toml"]


@pytest.mark.parametrize("error", [ValueError("x"), RecursionError("deep"), sqlite3.DataError("too big")])
def test_a_plan_that_cannot_be_stored_hides_no_other(
    shelf: Shelf, folder: Path, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever compiling one plan raises, nothing of it stays, and the others open."""

    def fail(text: str) -> str:
        if "坏" in text:
            raise error
        return grams(text)

    monkeypatch.setattr(compiled, "grams", fail)
    write_plan(folder, plan("bad", "好", "坏"))
    library = shelf.open()

    assert list(titles(library)) == ["alpha", "beta"]
    assert [(p.message, Path(p.file).name) for p in library.problems()] == [
        ("problems.file_unusable", "bad.toml")
    ]
    assert hits(library, "好") == []


def test_a_full_disk_is_no_fault_of_a_file(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the index itself raises is raised, so that it is made elsewhere or told."""

    def fail(text: str) -> str:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(compiled, "grams", fail)
    with pytest.raises(sqlite3.OperationalError):
        shelf.open()


def test_a_name_that_is_no_text(shelf: Shelf, folder: Path) -> None:
    """A file's name may be any bytes; it is told as wrong, and the others open."""
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.toml")).write_text("x = [", encoding="utf-8")
    library = shelf.open()

    assert list(titles(library)) == ["alpha", "beta"]
    assert [problem.file for problem in library.problems()] == [f"{folder}/\\xff.toml"]


SECTIONS = (
    Section("1", "一、", "甲"),
    Section("1.1", "（一）", "甲一", "1"),
    Section("1.2", "（二）", "甲二", "1"),
    Section("2", "二、", "乙"),
    Section("2.1", "（一）", "乙一", "2"),
    Section("2.1.1", "1.", "乙一一", "2.1"),
)


@pytest.fixture
def nested(shelf: Shelf, folder: Path) -> Shelf:
    """A plan whose tasks hang at every depth, and do not stand in the order of its headings."""
    tasks = (
        task(1, "丁", "2.1.1"),
        task(1, "甲", "1"),
        task(2, "乙", "1.2"),
        task(1, "丙", "2"),
        task(3, "戊", "2.1.1"),
    )
    write_plan(folder, Plan(plan("nested", responsible=("市水利局",)).info, sections=SECTIONS, tasks=tasks))
    return shelf


def test_tasks_stand_in_the_order_of_the_headings(nested: Shelf) -> None:
    library = nested.open()
    one = library.plan("nested")
    assert one is not None

    assert titles(library)["nested"] == ["甲", "乙", "丙", "丁", "戊"]
    found = [
        (section.id, section.parent, section.depth, section.first - one.first, section.own, section.total)
        for section in library.sections(one)
    ]
    assert found == [
        ("1", -1, 0, 0, 1, 2),
        ("1.1", 0, 1, 1, 0, 0),
        ("1.2", 0, 1, 1, 1, 1),
        ("2", -1, 0, 2, 1, 3),
        ("2.1", 3, 1, 3, 0, 2),
        ("2.1.1", 4, 2, 3, 2, 2),
    ]
    assert [task.section for task in library.tasks(range(one.first, one.first + 5))] == [0, 2, 3, 5, 5]


def test_departments_of_the_whole_plan_have_all_its_tasks(nested: Shelf) -> None:
    library = nested.open()
    one = library.plan("nested")
    assert one is not None
    everything = span(one.first, one.tasks)

    for role in (Role.RESPONSIBLE, None):
        assert library.department_facets(role)[REGION, "市水利局"] & everything == everything


def test_facets(shelf: Shelf, folder: Path) -> None:
    """The earliest date, every year of a date once, each name in its role and in any."""
    tasks = (
        task(1, "甲", "1", date(2026, 12, 31), date(2024, 6, 30), date(2024, 12, 31)),
        Task("2", "1", "2", "乙", "", Departments(("A\tB",), ("市财政局", "市财政局"), guide=("市财政局",))),
    )
    write_plan(folder, Plan(plan("facets").info, sections=(Section("1", "", "行动"),), tasks=tasks))
    library = shelf.open()
    one = library.plan("facets")
    assert one is not None
    first, second = 1 << one.first, 2 << one.first

    assert library.facet(FacetKind.FIRST_DUE, "2024-06-30") == first
    assert library.facet(FacetKind.FIRST_DUE, "2026-12-31") == 0
    assert library.facet(FacetKind.YEAR, "2024") == library.facet(FacetKind.YEAR, "2026") == first
    assert library.facet(FacetKind.YEAR, "2025") == 0
    assert library.facet(FacetKind.YEAR, "") & (first | second) == second
    assert library.facet_by_plan(FacetKind.DEPARTMENT, "support\t市财政局") == {one.first: second}
    assert library.facet_by_plan(FacetKind.DEPARTMENT, "any\t市财政局") == {one.first: second}
    assert library.facet_by_plan(FacetKind.DEPARTMENT, "lead\t市财政局") == {}
    assert (REGION, "A\tB") in library.printed_names
    assert library.department_facets(Role.LEAD)[REGION, "A\tB"] == second
    assert {task.due for task in library.tasks(rows_of(first | second))} == {"2024-06-30", ""}


def test_accountable_sets(shelf: Shelf, folder: Path) -> None:
    """Leads go before shared ones before responsible ones; a plan's own stand for the tasks that name nobody."""
    carried = PlanInfo("carried", "计划", "计划", REGION, 2024, 2026, responsible=("市政府",))
    for info in (carried, carried._replace(id="plain", responsible=())):
        given = (
            Departments(lead=("甲局", "乙局"), shared=("丙局",), responsible=("丁局",)),
            Departments(shared=("乙局",), responsible=("丁局",), support=("甲局",)),
            Departments(responsible=("丁局", "市政府")),
            Departments(responsible=("丁局",), guide=("戊局",)),
            Departments(support=("甲局",)),
            Departments(),
        )
        tasks = tuple(Task(str(n), "1", str(n), "任务", "", one) for n, one in enumerate(given))
        write_plan(folder, Plan(info, sections=(Section("1", "", "行动"),), tasks=tasks))
    library = shelf.open()
    expected: dict[tuple[str, str], int] = {}
    for one in library.plans:
        for entry in library.tasks(range(one.first, one.first + one.tasks)):
            for name in entry.accountable:
                expected[one.region, name] = expected.get((one.region, name), 0) | 1 << entry.pk

    assert library.accountable_sets == expected
    assert (REGION, "戊局") not in library.accountable_sets
    assert library.accountable_sets[REGION, "市政府"].bit_count() == 4


def test_rows_of_keys(shelf: Shelf) -> None:
    """Few are looked up one by one, many in one go; what no plan holds is left out."""
    library = shelf.open()
    every = {
        TaskKey(one.id, task.id): task.pk
        for one in library.plans
        for task in library.tasks(range(one.first, one.first + one.tasks))
    }
    gone = [TaskKey("alpha", "9"), TaskKey("nowhere", "1.1")]

    assert library.rows_of([*every, *gone]) == every
    for key, pk in every.items():
        assert library.rows_of([key, *gone]) == {key: pk}
    assert library.rows_of([]) == {}


def test_tasks_and_bodies_in_the_order_asked_for(shelf: Shelf, folder: Path) -> None:
    write_plan(folder, plan("many", *[str(number) for number in range(1200)]))
    library = shelf.open()
    one = library.plan("many")
    assert one is not None
    rows = [*range(one.first + 1199, one.first - 1, -1), one.first]

    assert [task.title for task in library.tasks(rows)] == [*map(str, range(1199, -1, -1)), "0"]
    texts = library.task_texts(rows)
    assert [task.title for task in library.tasks_of(texts)] == [*map(str, range(1199, -1, -1)), "0"]
    entries = library.tasks(rows[:2])
    assert library.rows_by_id(one, rows[:2]) == {entry.id: entry.pk for entry in entries}
    assert library.task(one.first).title == "0"
    assert library.tasks([]) == []


def test_the_head_of_a_plan(shelf: Shelf) -> None:
    library = shelf.open()
    entry = library.plans[0]
    head = library.head(entry)

    assert (head.info.id, head.info.title, head.goals, head.tasks) == ("alpha", "alpha计划", (), ())
    assert (entry.start_year, entry.document_number, entry.issued) == (2024, "", "")
