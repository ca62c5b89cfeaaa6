"""Golden files: one per format and language, bytes compared. `PLANTUI_ACCEPT=1` writes them as they are now."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from plantui.export.filename import suggested_name
from plantui.export.formats import TEXT_FORMATS, Format, export
from plantui.export.rowform import row_dict
from plantui.export.summary import Summary, summary
from plantui.export.writing import save
from plantui.model.department import DepartmentRef
from plantui.model.terms import Language, Role
from plantui.query.filter import Filter
from plantui.query.order import Order
from plantui.query.rows import task_rows
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger, TaskReports
from plantui.words import Words
from tests.support.paths import DATA

GOLDEN = DATA / "export"
ZH, EN = Words(Language.ZH), Words(Language.EN)


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_every_format_is_as_agreed(everything: Summary, form: Format, words: Words, tmp_path: Path) -> None:
    golden = GOLDEN / f"summary.{words.language.value}.{form.value}"

    written = save(export(everything, form, words), tmp_path / "out").read_bytes()

    if os.environ.get("PLANTUI_ACCEPT"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


def test_a_filtered_summary_says_so_and_keeps_the_order_of_the_screen(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    wanted = Filter(
        plans=("jinshi",),
        departments=(DepartmentRef("金石市", "东县政府"),),
        role=Role.RESPONSIBLE,
        years=(2024, None),
    )
    rows = workspace.rows(workspace.matching(wanted), Order.WORST_FIRST)
    golden = GOLDEN / "filtered.zh.md"

    written = save(export(summary(workspace, rows, wanted, ledger), Format.MARKDOWN, ZH), tmp_path / "out")

    if os.environ.get("PLANTUI_ACCEPT"):
        golden.write_bytes(written.read_bytes())
    assert written.read_bytes() == golden.read_bytes()


def test_json_has_the_keys_of_the_list_and_the_latest_notes(
    everything: Summary, workspace: Workspace
) -> None:
    rows = json.loads("".join(export(everything, Format.JSON, ZH)))

    listed = [row_dict(ZH, row) for row in task_rows(workspace, everything.rows)]
    more = {"latest_notes", "actual_values", "light_rules", "light_states", "cut"}
    assert [{key: row[key] for key in row if key not in more} for row in rows] == listed
    assert {row["light_rules"] for row in rows} == {"default"}
    assert all(row["state"] in row["light_states"] for row in rows), "the legend of the row's light"
    assert [len(row["latest_notes"]) for row in rows] == [2, 0, 2, 1, 0, 0]
    assert rows[0]["latest_notes"][0]["progress"].endswith("\r\n\x1b[31m红\x00")


def test_csv_is_the_rows_with_a_header_and_nothing_else(everything: Summary) -> None:
    text = "".join(export(everything, Format.CSV, ZH))

    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert [row["任务"] for row in table] == [
        "整治 | 河道",
        "'=水库加固",
        "节水评价",
        "县区节水",
        "修复湿地",
        "关停",
    ]
    assert table[0]["存在问题"] == "市水利局：=HYPERLINK(1)"
    assert table[0]["原时限"] == table[0]["现时限"] == "2024-12-31\n2026-12-31"
    assert table[0]["延期次数"] == "0"
    assert table[2]["进展情况"] == "市水利局：已销号\n市财政局：完成"
    assert table[4]["责任单位"] == "市水利局"


def test_no_rows_make_a_whole_file_all_the_same(workspace: Workspace, ledger: Ledger) -> None:
    nothing = summary(workspace, [], Filter(words="没有"), ledger)

    assert json.loads("".join(export(nothing, Format.JSON, ZH))) == []
    assert len("".join(export(nothing, Format.CSV, ZH)).splitlines()) == 1
    assert "0/6" in "".join(export(nothing, Format.MARKDOWN, ZH))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (ZH, "文字：清洁取暖（任务、文件、填报记录）"),
        (EN, "words: 清洁取暖 (in tasks, plan texts and notes)"),
    ],
)
def test_a_summary_of_a_search_says_where_the_words_were_looked_for(
    workspace: Workspace, ledger: Ledger, words: Words, said: str
) -> None:
    searched = summary(workspace, [], Filter(words="清洁取暖"), ledger)

    assert said in "".join(export(searched, Format.MARKDOWN, words))


def test_a_summary_can_be_written_twice(everything: Summary) -> None:
    first = list(export(everything, Format.CSV, ZH))

    assert list(export(everything, Format.CSV, ZH)) == first
    assert len(everything) == len(first) - 1


def test_the_suggested_name_tells_plan_and_day(workspace: Workspace, ledger: Ledger) -> None:
    one = summary(workspace, [0], Filter(plans=("jinshi",)), ledger).heading
    both = summary(workspace, [0, 4], Filter(), ledger).heading

    assert suggested_name(one, Format.MARKDOWN, ZH) == "金石市河湖计划-2026-11.md"
    assert suggested_name(both, Format.CSV, EN) == "2-plans-summary-2026-11.csv"


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\u061c", "\u2066", "\x1b", "\u2028", "/"])
def test_the_suggested_name_has_no_mark_that_acts(workspace: Workspace, ledger: Ledger, mark: str) -> None:
    """`计划<U+202E>gnp.md` would show as a picture's name."""
    one = summary(workspace, [0], Filter(plans=("jinshi",)), ledger).heading
    plan = one.plans[0]._replace(short_title=f"计划{mark}fdp")

    assert suggested_name(replace(one, plans=(plan,)), Format.MARKDOWN, ZH) == "计划_fdp-2026-11.md"


def test_an_unwritten_ledger_has_no_notes(workspace: Workspace, tmp_path: Path) -> None:
    other = Ledger(tmp_path / "none.db", "x")

    made = summary(
        workspace.with_reports(dict.fromkeys(workspace.reports, TaskReports({}, 0))), [0], Filter(), other
    )

    assert [row.notes for row in made] == [()]
    assert not other.exists()
