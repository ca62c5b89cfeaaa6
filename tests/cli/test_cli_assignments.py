"""`note confirm`, `appeal`, `uphold` and `adjust`: the way of an assignment, who may say what, undo, merging, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home, Result

HOSTILE = "不属本单位[2023]职责 [/] =1+1 \x1b[31m"
LEAD = "市生态环境局"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk without a role, in Chinese."""
    return Home(tmp_path, PLANTUI_LANG="zh")


def say(home: Home, word: str, *options: str, task: str = "7") -> Result:
    """Say a word on the assignment of a task."""
    return home.run("note", word, "zhengzhou", task, *options)


def state(home: Home, task: str = "7", today: str | None = None) -> str | None:
    """Return the state of the assignment to the only accountable department."""
    days = {"today": today} if today else {}
    (found,) = home.run("show", "zhengzhou", task, "--json", **days).data["assignments"]
    shown: str | None = found["assignment"]
    return shown


def found(home: Home, line: str) -> list[str]:
    """Return the tasks of Zhengzhou that a search line finds."""
    return [row["id"] for row in home.run("list", "--plan", "zhengzhou", "--find", line, "--json").data]


def test_way_of_an_appeal(home: Home) -> None:
    """To confirm, appealed, granted, confirmed after all; each is found, shown in column and task, and undone."""
    assert state(home) == "to_confirm"
    appealed = say(home, "appeal", "--reason", HOSTILE, "--json")
    assert (appealed.data["word"], appealed.data["reason"]) == ("appealed", HOSTILE)
    assert appealed.err == f"已记录：郑州市生态环境三年行动计划 第7项 {LEAD} 异议\n"
    assert found(home, "异议") == ["7"]
    assert "7" not in found(home, "待确认")

    assert say(home, "adjust", "--reason", "改由市城管局牵头").code == 0
    rows = home.run("list", "--find", "待调整", "--columns", "任务认领,序号").rows
    assert rows[-1] == ["待调整", "7"]
    assert (
        f"{LEAD} 待调整（2025-06-30 同意调整：改由市城管局牵头，王芳）"
        in home.run("show", "zhengzhou", "7").out
    )
    assert say(home, "confirm").code == 0
    assert state(home) == "confirmed"
    assert "同意调整" not in home.run("note", "undo").err
    assert state(home) == "to_adjust"
    home.run("note", "redo")
    assert state(home) == "confirmed"
    assert state(home, today="2025-06-29") == "to_confirm"
    assert "任务认领" in home.run("changes", "--since", "2025-06-30").out


def test_answer_upholds_and_it_is_to_confirm_again(home: Home) -> None:
    say(home, "appeal", "--reason", "无此职责")
    assert say(home, "uphold", "--reason", "三定方案有此职责").code == 0
    assert state(home) == "to_confirm"
    assert found(home, "异议") == []


@pytest.mark.parametrize("word", ["appeal", "uphold", "adjust"])
def test_reason_is_required(home: Home, word: str) -> None:
    if word != "appeal":
        say(home, "appeal", "--reason", "无此职责")
    refused = say(home, word, "--reason", "  ")
    assert (refused.code, "须写明理由" in refused.err) == (2, True)


@pytest.mark.parametrize("word", ["uphold", "adjust"])
def test_only_an_appeal_is_answered(home: Home, word: str) -> None:
    refused = say(home, word, "--reason", "x")
    assert (refused.code, "现为“待确认”" in refused.err) == (1, True)


REPORT = ("note", "add", "zhengzhou", "7", "--department", LEAD, "--progress", "完成")


def test_report_confirms(home: Home) -> None:
    """After the first report nothing is left to confirm or to appeal."""
    home.run(*REPORT)
    assert state(home) is None
    assert all("已报送，不再" in say(home, word, "--reason", "x").err for word in ("confirm", "appeal"))


def test_report_is_no_answer_to_an_appeal(home: Home) -> None:
    """An open appeal still waits for its answer."""
    say(home, "appeal", "--reason", "无此职责")
    home.run(*REPORT)
    assert state(home) == "appealed"
    assert say(home, "uphold", "--reason", "有").code == 0
    assert state(home) is None


def test_of_several_departments_one_is_named(home: Home) -> None:
    refused = say(home, "confirm", task="2")
    assert (refused.code, "有几个责任单位" in refused.err) == (2, True)
    assert "不是任务 2 的责任单位" in say(home, "confirm", "--department", "市水利局", task="2").err
    assert say(home, "confirm", "--department", "市工信局", task="2").code == 0
    assert "2" in found(home, "待确认")  # the others have not


def test_words_on_an_assignment_are_no_report(home: Home) -> None:
    """Lights, statuses and missing reports stay as they were."""
    before = home.run("show", "zhengzhou", "7", "--json").data
    say(home, "confirm")
    after = home.run("show", "zhengzhou", "7", "--json").data
    assert after["assignments"] != before["assignments"]
    assert {**after, "assignments": None} == {**before, "assignments": None}


@pytest.mark.parametrize(
    ("role", "word", "is_allowed"),
    [("clerk", "confirm", True), ("supervision", "confirm", False), ("reader", "appeal", False)],
)
def test_desk_says_its_own_words(home: Home, role: str, word: str, is_allowed: bool) -> None:
    said = say(home, word, "--reason", "x", "--as", role)
    assert (said.code == 0, "这一席位" in said.err) == (is_allowed, not is_allowed)


def test_submission_carries_the_words(home: Home, tmp_path: Path) -> None:
    """A department's appeal comes to the supervision office with its submission."""
    say(home, "appeal", "--reason", "无此职责")
    packed = home.run(
        "pack", "--department", f"郑州市/{LEAD}", "--period", "2025-06", "-o", str(tmp_path / "a.plantui")
    )
    assert packed.code == 0, packed.err
    assert "没有进展，报送文件中只有延期、任务认领等 1 条" in packed.err
    office = Home(tmp_path / "office", PLANTUI_LANG="zh", PLANTUI_AUTHOR="督查")
    (file,) = (path for path in tmp_path.iterdir() if path.name.startswith("a."))
    received = office.run("receive", str(file))
    assert received.code == 0, received.err
    assert state(office) == "appealed"


@pytest.mark.parametrize("is_first", [True, False])
def test_merged_ledgers_agree_whichever_came_first(tmp_path: Path, is_first: bool) -> None:
    """The later word counts in both, and undoing one takes back that one alone."""
    desks = [Home(tmp_path / name, PLANTUI_LANG="zh", PLANTUI_AUTHOR=name) for name in ("单位", "督查")]
    bureau, office = desks
    say(bureau, "appeal", "--reason", "无此职责")
    assert office.run("receive", str(bureau.folder / "ledger.db")).code == 0
    say(office, "adjust", "--reason", "改由市城管局牵头")
    say(bureau, "confirm")
    for own, other in (desks, desks[::-1]) if is_first else (desks[::-1], desks):
        assert own.run("receive", str(other.folder / "ledger.db")).code == 0
    assert [state(desk) for desk in desks] == ["confirmed", "confirmed"]
    bureau.run("note", "undo")
    assert [state(desk) for desk in desks] == ["to_adjust", "confirmed"]


def test_refusals_are_english_sentences(home: Home) -> None:
    """The words for a step (to be adjusted) stand behind a colon, since they fit into no clause; `cannot be to be` did."""
    say(home, "appeal", "--reason", HOSTILE)
    say(home, "adjust", "--reason", "改由市城管局牵头")
    refused = say(home, "adjust", "--reason", "x", "--lang", "en")
    assert (refused.code, refused.err) == (
        1,
        f"{LEAD} stands at: to adjust; not possible now: to be adjusted.\n",
    )
    assert say(home, "appeal", "--lang", "en").err == "A reason is needed for: appealed.\n"


def test_received_words_on_assignments_are_called_so(home: Home, tmp_path: Path) -> None:
    """What a submission holds beside notes is named whole: an appeal is neither a stage nor an extension."""
    say(home, "appeal", "--reason", HOSTILE)
    sent = tmp_path / "a.plantui"
    assert (
        home.run("pack", "--department", f"郑州市/{LEAD}", "--period", "2025-06", "-o", str(sent)).code == 0
    )
    office = Home(tmp_path / "office", PLANTUI_LANG="en")
    office.folder.mkdir(exist_ok=True)
    said = office.run("receive", str(sent)).err.splitlines()[0]
    assert said.endswith("0 revised, 1 on stages, extensions, assignments and assessments, 0 known before")
