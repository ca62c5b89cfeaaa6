"""`note add` and `note edit`: single requirements, actual values, evidence, and the remarks on what is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home, Result
from tests.support.measured_plan import measured_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return measured_home(tmp_path)


def add(
    home: Home, *more: str, task: str = "pipes", progress: str = "开工1处", today: str = "2024-06-30"
) -> Result:
    """Save a note on a task of the plan; as JSON."""
    return home.run("note", "add", "water", task, "--progress", progress, *more, "--json", today=today)


def test_words_on_single_requirements(home: Home) -> None:
    saved = add(home, "--done", "1=6月20日", "--done-percent", "２＝60%", "--done-percent", "1=100")
    assert saved.code == 0, saved.err
    first, second = saved.data["requirements"]
    assert first == {
        "phrase": "2024年底前",
        "due": "2024-12-31",
        "clause": "改造管网40公里",
        "done": True,
        "done_on": "2024-06-20",
        "percent": 100,
    }
    assert (second["due"], second["done"], second["done_on"], second["percent"]) == (
        "2025-12-31",
        None,
        None,
        60,
    )


def test_done_without_a_day_names_none(home: Home) -> None:
    (said,) = add(home, "--done", "1").data["requirements"]
    assert (said["done"], said["done_on"]) == (True, None)


def test_what_is_done_has_no_percent_of_the_way(home: Home) -> None:
    """Both in one note contradict each other; a tick takes the percent back that an earlier text had."""
    both = add(home, "--done", "1", "--done-percent", "1=60")
    assert (both.code, both.out) == (2, "")
    assert "--open 1" in both.err
    note = add(home, "--done-percent", "1=60").data
    (said,) = home.run("note", "edit", note["id"], "--done", "1", "--json").data["requirements"]
    assert (said["done"], said["percent"]) == (True, None)
    assert home.run("note", "edit", note["id"], "--done-percent", "1=60").code == 2


def test_a_requirement_that_is_open_again(home: Home) -> None:
    note = add(home, "--done", "1=6-20", "--done-percent", "1=100").data
    (said,) = home.run("note", "edit", note["id"], "--open", "1", "--json").data["requirements"]
    assert (said["done"], said["done_on"], said["percent"]) == (False, None, 100)


def test_actual_values_with_day_unit_and_source(home: Home) -> None:
    saved = add(
        home,
        *("--actual", "1=38.5@5月31日", "--actual", "２＝9.1％", "--actual", "3=Ⅲ类", "--actual", "4=1,200"),
        *("--source", "统计公报 =1+1"),
    )
    assert saved.code == 0, saved.err
    values = [(one["value"], one["unit"], one["day"], one.get("grade")) for one in saved.data["actuals"]]
    assert values == [
        (38.5, "公里", "2024-05-31", None),
        (9.1, "%", "2024-06-30", None),
        (None, None, "2024-06-30", "Ⅲ类"),
        (1200, None, "2024-06-30", None),
    ]
    assert {one["source"] for one in saved.data["actuals"]} == {"统计公报 =1+1"}
    assert saved.data["actuals"][0]["indicator"]["value"] == 80


def test_each_value_may_have_its_source(home: Home) -> None:
    saved = add(home, "--actual", "1=1", "--actual", "2=2", "--source", "甲", "--source", "乙")
    assert [one["source"] for one in saved.data["actuals"]] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--done", "3"], "1 2024年底前 改造管网40公里 | 2 2025年底前 改造管网[/]80公里"),
        (["--done", "0"], "1 2024年底前"),
        (["--done", "x=2024-06-01"], "“x”"),
        (["--open", "9"], "2 2025年底前"),
        (["--done-percent", "9=60"], "2 2025年底前"),
        (["--actual", "5=1"], "1 改造管网 不低于 80公里"),
        (["--actual", "=1"], "4 全省位次 不高于 3"),
        (["--done", "1=2024-07-01"], "晚于"),
        (["--done", "1=昨天"], "日期"),
        (["--done", "1", "--open", "1"], "两次"),
        (["--open", "1=6-1"], "--open 1"),
        (["--done-percent", "1=101"], "1=60"),
        (["--done-percent", "1"], "1=60"),
        (["--done-percent", "1=-5"], "1=60"),
        (["--actual", "1"], "1=38.5"),
        (["--actual", "1=许多"], "1=38.5"),
        (["--actual", "1=38,5"], "1=38.5"),
        (["--actual", "1=1e5"], "1=38.5"),
        (["--actual", "1=nan"], "1=38.5"),
        (["--actual", "1=" + "9" * 5000], "1=38.5"),
        (["--actual", "1=38.5里"], "1=数值公里"),
        (["--actual", "1=3万公里"], "单位是“公里”"),
        (["--actual", "4=3名"], "没有单位"),
        (["--actual", "3="], "3=Ⅱ类"),
        (["--actual", "1=38@2024-07-01"], "晚于"),
        (["--actual", "1=38@"], "日期"),
        (["--source", "甲"], "--actual"),
        (["--actual", "1=1", "--source", "甲", "--source", "乙"], "2 个"),
        (["--done", "1", "--also", "joint"], "--also"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_saves_nothing(home: Home, options: list[str], said: str) -> None:
    refused = add(home, *options, "--department", "市水利局")
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err.splitlines()[0], refused.err
    assert home.run("note", "list", "--json").data == []


def test_a_task_without_dates_and_figures_says_so(home: Home) -> None:
    for options in (["--done", "1"], ["--actual", "1=1"]):
        refused = add(home, *options, task="rules")
        assert refused.code == 2
        assert "rules" in refused.err
        assert "没有" in refused.err


def test_evidence_is_measured_and_stays_where_it_is(home: Home, tmp_path: Path) -> None:
    place = tmp_path / "[b]\u202e验收.pdf"
    place.write_bytes(b"abc")
    saved = add(home, "--evidence", str(place), "--evidence", "https://example.org/a?b=[/]")
    assert [(one["kind"], one["place"], one["size"]) for one in saved.data["evidence"]] == [
        ("file", str(place), 3),
        ("link", "https://example.org/a?b=[/]", None),
    ]
    assert "\u202e" not in saved.out


def test_evidence_that_is_not_there_is_one_sentence(home: Home, tmp_path: Path) -> None:
    refused = add(home, "--evidence", str(tmp_path / "gone.pdf"))
    assert (refused.code, refused.out) == (1, "")
    assert str(tmp_path / "gone.pdf") in refused.err
    assert home.run("note", "list", "--json").data == []


def test_an_edit_keeps_what_it_does_not_name(home: Home, tmp_path: Path) -> None:
    """A value given again takes the place of the indicator's earlier ones; evidence is added, or taken anew."""
    place = tmp_path / "a.txt"
    place.write_text("a")
    note = add(home, "--done", "1", "--actual", "1=38", "--actual", "2=9", "--evidence", str(place)).data
    place.write_text("ab")
    edited = home.run(
        *("note", "edit", note["id"], "--actual", "1=39", "--evidence", str(place)),
        *("--evidence", "http://x.cn/y", "--json"),
    )
    assert edited.data["requirements"] == note["requirements"]
    assert [one["value"] for one in edited.data["actuals"]] == [9, 39]
    assert [one["size"] for one in edited.data["evidence"]] == [2, None]


def test_the_same_evidence_on_several_tasks(home: Home, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    saved = add(home, "--evidence", str(tmp_path / "a.txt"), "--also", "rules")
    assert [len(note["evidence"]) for note in saved.data["notes"]] == [1, 1]


def test_remarks_are_told_and_never_block(home: Home) -> None:
    for month in ("04-30", "05-31", "06-30"):
        saved = home.run(
            *("note", "add", "water", "pipes", "--progress", "正在推进", "--json"), today=f"2024-{month}"
        )
        assert saved.code == 0
    assert [remark["kind"] for remark in saved.data["remarks"]] == ["same_text", "stock_phrase"]
    assert all(remark["text"] in saved.err for remark in saved.data["remarks"])


def test_a_changed_note_is_not_compared_with_itself(home: Home) -> None:
    note = add(home, "--percent", "60").data
    edited = home.run("note", "edit", note["id"], "--percent", "40", "--json", today="2024-06-30")
    assert edited.data["remarks"] == []
    again = add(home, "--percent", "30")
    assert [remark["kind"] for remark in again.data["remarks"]] == [
        "same_text",
        "percent_down",
        "second_note",
    ]


def test_a_repeat_under_the_same_id_is_not_compared_with_itself(home: Home) -> None:
    ident = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
    assert [add(home, "--id", ident).data["remarks"] for _ in range(2)] == [[], []]


def test_a_remark_on_several_tasks_is_told_once(home: Home) -> None:
    saved = add(home, "--status", "completed", "--also", "rules")
    assert saved.err.count("没有附佐证材料") == 1
    assert "pipes、rules" in saved.err
    assert [note["remarks"][0]["kind"] for note in saved.data["notes"]] == ["no_evidence"] * 2


def test_the_wording_of_the_day_stays_when_the_plan_is_revised(home: Home) -> None:
    add(home, "--done", "1", "--actual", "1=38")
    plan = next((home.folder / "plans").glob("*.toml"))
    plan.write_text(plan.read_text("utf-8").replace("改造管网40公里", "改造管网60公里"), "utf-8")
    (note,) = home.run("note", "list", "--json").data
    assert note["requirements"][0]["clause"] == "改造管网40公里"


def test_completion_below_100_and_a_day_before_the_plan_are_saved_with_remarks(home: Home) -> None:
    evidence = "https://example.org/a"
    more = (*("--status", "completed", "--percent", "60", "--date", "2022-12-31"), "--evidence", evidence)
    saved = add(home, *more)
    assert saved.code == 0
    assert [one["kind"] for one in saved.data["remarks"]] == ["not_whole", "before_plan"]
    assert (saved.data["percent"], saved.data["as_of"]) == (60, "2022-12-31")
