"""`issued`: the log of issued reports, and `export --again`, which writes one of them again."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from plantui.export.writing import Content, save_all
from tests.support.cli_home import Home

PLAN = "zhengzhou-2023-2025"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user with one note."""
    found = Home(tmp_path)
    found.add("--percent", "40")
    return found


def test_a_file_that_was_written_is_in_the_log(home: Home) -> None:
    path = home.folder / "台账.csv"
    cut = home.run("office", "--json").data["cut"]
    home.run("export", "-o", str(path), "--plan", PLAN, "--columns", "task,due", "--sort", "due:desc")
    (entry,) = home.run("issued", "--json").data

    assert (entry["form"], entry["format"], entry["file"]) == ("summary", "csv", "台账.csv")
    assert (entry["as_of"], entry["cut"], entry["rows"]) == ("2025-06-30", cut, 26)
    assert (entry["author"], entry["sha256"]) == ("王芳", sha256(path.read_bytes()).hexdigest())
    assert entry["origin"]["selection"] == {"filter": {"plans": [PLAN]}, "sort": ["due", True]}
    assert entry["origin"]["columns"] == ["task", "due"]
    assert home.run("issued").rows[0][4] == "台账.csv"
    assert home.run("office", "--json").data["cut"] == cut


def test_what_goes_to_a_pipe_or_a_device_is_not(home: Home) -> None:
    home.run("export", "-f", "csv")
    home.run("export", "-f", "csv", "-o", "/dev/null")

    assert home.run("issued", "--json").data == []
    assert "还没有" in home.run("issued", "--lang", "zh").err


def test_an_issued_form_comes_out_again_though_much_has_changed(home: Home) -> None:
    first, again = home.folder / "first.md", home.folder / "again.md"
    home.run("export", "-o", str(first), "--plan", PLAN, "--light", "red", "--lang", "zh", today="2025-07-01")
    (entry,) = home.run("issued", "--json").data
    home.add("--percent", "90", progress="后来")
    home.run("note", "undo")
    home.add("--status", "completed", progress="完成")
    done = home.run("export", "--again", entry["id"], "-o", str(again), "--lang", "en", today="2026-01-05")

    assert (done.code, again.read_bytes()) == (0, first.read_bytes())
    assert "same, byte for byte" in done.err
    entries = home.run("issued", "--json").data
    assert [one["file"] for one in entries] == ["first.md", "again.md"]
    assert entries[0]["sha256"] == entries[1]["sha256"]
    assert entries[0]["origin"] == entries[1]["origin"]


def test_a_form_that_had_nothing_to_compare_with_says_so_again(home: Home) -> None:
    """Nothing had been reported by the period before."""
    first, again = home.folder / "first.md", home.folder / "again.md"
    home.run("export", "--form", "report", "-o", str(first), "--lang", "zh")
    (entry,) = home.run("issued", "--json").data
    done = home.run("export", "--again", entry["id"], "-o", str(again))

    assert "无可比较" in first.read_text("utf-8")
    assert (done.code, again.read_bytes()) == (0, first.read_bytes())


def test_a_changed_plan_is_named_and_the_difference_said(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    home = Home(tmp_path, PLANTUI_PLANS=str(plans))
    bundled = Path(home.run("plans", "--json").data[0]["file"]).parent
    for name in ("zhengzhou-2023-2025.toml", "departments.toml"):
        (plans / name).write_text((bundled / name).read_text("utf-8"), encoding="utf-8")
    home.add()
    assert home.run("export", "-o", str(tmp_path / "a.md"), "--plan", PLAN).code == 0
    (entry,) = home.run("issued", "--json").data
    file = plans / "zhengzhou-2023-2025.toml"
    file.write_text(
        file.read_text("utf-8").replace('region = "郑州市"', 'region = "郑州市" # 改'), encoding="utf-8"
    )
    done = home.run("export", "--again", entry["id"], "-o", str(tmp_path / "b.md"), "--lang", "zh")

    assert (done.code, "计划 zhengzhou-2023-2025 的文件后来改过" in done.err) == (0, True)
    text = file.read_text("utf-8")
    file.write_text(text.replace('title = "', 'title = "新', 1), encoding="utf-8")
    done = home.run("export", "--again", entry["id"], "-o", str(tmp_path / "c.md"), "--lang", "zh")
    assert (done.code, "与当时写出的不同" in done.err) == (1, True)


@pytest.mark.parametrize(
    "options",
    [("--again", "0"), ("--again", ""), ("--again", "ID"), ("--again", "ID", "-o", "x.md", "--plan", PLAN)]
    + [
        ("--again", "ID", "-o", "x.md", *more)
        for more in (
            ("-f", "md"),
            ("--form", "ledger"),
            ("--cut", "0"),
            ("--find", "水"),
            ("--view", "1"),
            ("--strict",),
        )
    ],
    ids=" ".join,
)
def test_what_cannot_be_written_again_is_refused(home: Home, options: tuple[str, ...]) -> None:
    home.run("export", "-o", str(home.folder / "a.md"))
    (entry,) = home.run("issued", "--json").data
    given = [entry["id"] if one == "ID" else one for one in options]

    assert home.run("export", *given).code == 2
    assert not Path("x.md").exists()


def test_without_a_ledger_none_is_made(tmp_path: Path) -> None:
    home = Home(tmp_path)
    done = home.run("export", "-o", str(tmp_path / "a.md"))

    assert done.code == 0
    assert not (tmp_path / "ledger.db").exists()
    assert home.run("issued", "--json").data == []


def test_a_log_that_cannot_be_written_is_said_and_the_file_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plantui.store.ledger import Ledger, LedgerReadOnly

    def refused(self: Ledger, files: object) -> bool:
        raise LedgerReadOnly("ledger.read_only", self.path)

    monkeypatch.setattr(Ledger, "log_issued", refused)
    done = home.run("export", "-o", str(home.folder / "a.md"), "--lang", "zh")

    assert (done.code, (home.folder / "a.md").exists()) == (0, True)
    assert "没有记入导出记录" in done.err


def test_a_file_that_is_gone_before_it_is_in_the_log_is_said(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written beside it stays and is in the log."""

    def taken_away(files: Sequence[tuple[Content, Path]], *, force: bool = False) -> list[Path]:
        paths = save_all(files, force=force)
        paths[-1].unlink()
        return paths

    monkeypatch.setattr("plantui.export.form_saving.save_all", taken_away)
    alone = home.run("export", "-o", str(home.folder / "a.md"), "--lang", "zh")
    several = home.run("export", "--form", "month", "-o", str(home.folder / "month"))

    assert (alone.code, several.code) == (1, 1)
    assert "a.md 写出后又读不到了" in alone.err
    assert "Traceback" not in alone.err + several.err
    (kept,) = (home.folder / "month").iterdir()
    assert [one["file"] for one in home.run("issued", "--json").data] == [kept.name]


def test_the_paper_alone_says_what_makes_it_again(home: Home) -> None:
    """The state of the ledger stands in the summary's every format."""
    paths = [home.folder / f"a.{suffix}" for suffix in ("md", "csv", "json")]
    for path in paths:
        home.run("export", "-o", str(path), "--plan", PLAN)
    text, table, data = (path.read_text("utf-8-sig") for path in paths)
    cuts = {
        re.findall(r"\*\*State of the ledger\*\*: ([0-9a-f]{32})", text)[0],
        *(row["State of the ledger"] for row in csv.DictReader(io.StringIO(table))),
        *(row["cut"] for row in json.loads(data)),
    }
    (cut,) = cuts
    home.add("--percent", "90", progress="后来")
    for path in paths:
        again = home.folder / f"again{path.suffix}"
        assert home.run("export", "-o", str(again), "--plan", PLAN, "--cut", cut).code == 0
        assert again.read_bytes() == path.read_bytes()


def test_a_row_of_the_log_can_neither_be_changed_nor_deleted(home: Home) -> None:
    home.run("export", "-o", str(home.folder / "a.md"))
    with closing(sqlite3.connect(home.folder / "ledger.db")) as connection:
        for statement in ("UPDATE issued SET sha256 = ''", "DELETE FROM issued"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
    assert home.run("doctor").code == 0


def test_the_beginning_of_an_id_will_do(home: Home) -> None:
    home.run("export", "-o", str(home.folder / "a.md"))
    (entry,) = home.run("issued", "--json").data

    assert home.run("export", "--again", entry["id"][:20], "-o", str(home.folder / "b.md")).code == 0


def test_a_merge_takes_no_log_along(home: Home, tmp_path: Path) -> None:
    home.run("export", "-o", str(home.folder / "a.md"))
    other = tmp_path / "other"
    other.mkdir()
    there = Home(other)
    there.add(task="7", department="市水利局")
    assert there.run("receive", str(home.folder / "ledger.db")).code == 0

    assert there.run("issued", "--json").data == []


@pytest.mark.parametrize(
    ("lang", "same", "touched", "unknown"),
    [
        ("zh", "没有改动过", "改动过，或不是这份文件", "没有这个校验值"),
        ("en", "it is as it was issued", "has another checksum", "none of this name"),
    ],
)
def test_bytes_of_a_file_are_proved_by_the_log(
    home: Home, lang: str, same: str, touched: str, unknown: str
) -> None:
    """Whatever it is called now; one byte more, and it is none that was issued."""
    path, copy = home.folder / "台账.csv", home.folder / "他处.csv"
    home.run("export", "-o", str(path), "--plan", PLAN)
    (entry,) = home.run("issued", "--json").data
    copy.write_bytes(path.read_bytes())
    for one in (path, copy):
        proved = home.run("issued", str(one), "--lang", lang)
        assert (proved.code, [row[0] for row in proved.rows]) == (0, [entry["id"]])
        assert same in proved.err
    assert home.run("issued", str(copy), "--json").data == [entry]
    for one, said in ((path, touched), (copy, unknown)):
        one.write_bytes(one.read_bytes() + b"\n")
        refused = home.run("issued", str(one), "--lang", lang)
        assert (refused.code, refused.rows, said in refused.err) == (1, [], True)
    assert home.run("issued", str(home.folder / "none.csv")).code == 1
