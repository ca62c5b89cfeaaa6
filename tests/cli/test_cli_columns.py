"""`--columns` and `--sort`: the columns and the order of a list, and of an export."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from plantui.model.terms import Language
from plantui.query.columns import Column
from plantui.words.catalogue import Words
from tests.support.cli_home import Home

SANMENXIA = ("--plan", "sanmenxia")


def home(folder: Path, **environ: str) -> Home:
    """A home with a note on one task of the plan of Sanmenxia."""
    found = Home(folder, PLANTUI_LANG="zh", **environ)
    if not (folder / "ledger.db").exists():
        said = ("--department", "市生态环境局", "--status", "推进中", "--percent", "40", "--progress", "动工")
        assert found.run("note", "add", "sanmenxia", "8", *said, "--today", "2025-05-31").code == 0
    return found


def test_a_list_has_the_columns_asked_for(tmp_path: Path) -> None:
    """In their order, each once, with bare figures; what is not known stays empty."""
    asked = "任务,预警,完成比例,剩余天数,最近报送,牵头单位,预警"
    rows = home(tmp_path).run("list", *SANMENXIA, "--columns", asked).rows

    assert len(rows) == 24
    eighth = next(row for row in rows if row[0].startswith("8 "))
    assert eighth == ["8 推进重点行业超低排放改造", "红", "40", "-181", "2025-05-31", "市生态环境局"]
    assert all(len(row) == 6 for row in rows)
    assert {tuple(row[2:5:2]) for row in rows if row is not eighth} == {("", "")}


def test_the_age_of_the_last_report_is_unknown_without_one(tmp_path: Path) -> None:
    """It counts from the day that the latest note speaks of, sorts and filters; nobody's report is not of today."""
    found, today = home(tmp_path), ("--today", "2025-06-30")
    listed = found.run("list", *SANMENXIA, *today, "--columns", "序号,未更新天数", "--sort", "age").rows
    oldest = found.run("list", *SANMENXIA, *today, "--columns", "age", "--sort", "-age").rows

    assert listed[0] == ["8", "30"]
    assert {row[1] for row in listed[1:]} == {""}
    assert (oldest[0], oldest[-1]) == ([""], ["30"])  # nobody's report is older than any
    for line, shown in (("未更新>29", 1), ("age>30", 0), ("age>=0", 1), ("age<9999", 1)):
        assert len(found.run("list", *SANMENXIA, *today, "--find", line, "--json").data) == shown, line
    ages = {row["age"] for row in found.run("list", *SANMENXIA, *today, "--json").data}
    assert ages == {30, None}


@pytest.mark.parametrize(
    "asked", ["预警,时限,任务", "light,due,task", "预警，时限、任务", " 预警 , DUE ,完成时限,Task"]
)
def test_columns_are_named_in_either_language(tmp_path: Path, asked: str) -> None:
    rows = [
        home(tmp_path, COLUMNS="30").run("list", *SANMENXIA, "--columns", one).out
        for one in (asked, "预警,时限,任务")
    ]

    assert rows[0] == rows[1]
    several = home(tmp_path).run("list", *SANMENXIA, "--columns", "预警", "--columns", "时限,任务")
    assert several.out == rows[0]


def test_every_column_can_be_listed_and_sorted_by(tmp_path: Path) -> None:
    for column in Column:
        for words in (Words(Language.ZH), Words(Language.EN)):
            asked = words(f"columns.{column.value}")
            found = home(tmp_path).run("list", "--columns", asked, "--sort", f"{asked}：降序")
            assert (found.code, len(found.rows)) == (0, 140), asked


def test_a_list_is_sorted_by_a_column(tmp_path: Path) -> None:
    """Rows without a value come last either way."""
    run = home(tmp_path).run
    found = {
        sort: [int(row[0]) for row in run("list", "--columns", "days", "--sort", sort).rows if row[0]]
        for sort in (
            "days",
            "days:desc",
            "剩余天数：降序",
            "overdue",
            "逾期天数:降序",
            "Days Overdue:descending",
        )
    }
    last = run("list", "--columns", "days", "--sort", "days:desc").rows[-1]

    assert found["days"] == sorted(found["days"])
    assert found["overdue"] == found["days:desc"] == found["剩余天数：降序"] == found["days"][::-1]
    assert found["逾期天数:降序"] == found["Days Overdue:descending"] == found["days"]
    assert last == [""]


@pytest.mark.parametrize(
    ("sign", "written"),
    [("-due", "due:desc"), ("-due:desc", "due"), ("－时限", "时限:降序"), ("-overdue", "overdue:desc")],
)
def test_a_minus_sorts_the_other_way_round(tmp_path: Path, sign: str, written: str) -> None:
    """As it does in the statistics; it is not left out as a slip."""
    rows = [
        home(tmp_path).run("list", "--columns", "due,days", "--sort", sort).rows for sort in (sign, written)
    ]

    assert rows[0] == rows[1]
    assert rows[0] != home(tmp_path).run("list", "--columns", "due,days", "--sort", sign.lstrip("-－")).rows


def test_json_is_sorted_and_stays_whole(tmp_path: Path) -> None:
    run = home(tmp_path).run
    whole = run("list", "--json").data
    found = run("list", "--json", "--columns", "light", "--sort", "percent:desc").data

    assert found[0]["percent"] == 40
    assert sorted(map(str, found)) == sorted(map(str, whole))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--columns", "预警,拼音"], "没有列“拼音”。可用：预警 | 状态 | 完成比例 | 时限"),
        (["--columns", ""], "没有列“”"),
        (["--columns", "逾期天数"], "没有列“逾期天数”。可用：延期次数 | 剩余天数"),
        (["--sort", "拼音"], "没有列“拼音”。可用：预警"),
        (["--sort", "时限:上"], "可用：升序 | 降序"),
        (["--sort", "时限:"], "可用：升序 | 降序"),
        (["--sort", "时限", "--order", "先急后缓"], "--sort 和 --order 只能用一个"),
    ],
)
@pytest.mark.parametrize("command", ["list", "export"])
def test_a_refusal_names_the_words(tmp_path: Path, command: str, arguments: list[str], said: str) -> None:
    refused = home(tmp_path).run(command, *arguments)

    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_csv_has_the_columns_asked_for(tmp_path: Path) -> None:
    """Numbers stay numbers, days stay days, and no other cell becomes one."""
    asked = ("--columns", "剩余天数,时限,任务,完成比例,序号", "--sort", "完成比例:降序")
    out = home(tmp_path).run("export", "-f", "csv", *SANMENXIA, *asked).out
    rows = list(csv.reader(io.StringIO(out.lstrip("\ufeff"))))

    assert rows[0][:5] == ["逾期/剩余天", "时限", "任务", "%", "序号"]
    assert rows[1][:5] == ["-181", "2024-12-31", "8 推进重点行业超低排放改造", "40", "\t8"]
    assert len(rows) == 25


def test_markdown_has_a_table_of_the_columns_asked_for(tmp_path: Path) -> None:
    """Under the heading that states the filter, the day and the number of rows, in the words of the screen."""
    out = (
        home(tmp_path).run("export", *SANMENXIA, "--columns", "预警,剩余天数,%,任务", "--sort", "%:desc").out
    )
    lines = out.splitlines()
    head = lines.index("| 预警 | 逾期/剩余天 | % | 任务 |")

    assert lines[head + 1 : head + 3] == [
        "| --- | ---: | ---: | --- |",
        "| 红 | 逾期181天 | 40% | 8 推进重点行业超低排放改造 |",
    ]
    assert len(lines) == head + 2 + 24
    assert "24/140" in out[: out.index("| 预警")]


def test_without_a_choice_the_forms_stay(tmp_path: Path) -> None:
    """A sorting alone changes only the order of the rows."""
    run = home(tmp_path).run
    printed, turned = (
        run("export", "-f", "csv", *SANMENXIA, *sort).out.splitlines()
        for sort in ((), ("--sort", "任务:降序"))
    )

    assert printed[0] == turned[0]
    assert len(turned) == len(printed)
