"""Completion of a word from the library: the protocol, and real shells where the machine has them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from plantui.model.plan import Deadline
from tests.support.cli_home import Home
from tests.support.planned_home import home_of, small_plan
from tests.support.real_shell import typed_into

TASKS = [
    ("1-2", "1", "开展测试"),
    ("1", "2", "修订定额"),
    ("2", "3", "改造管网"),
    ("9", "4", "关停*水井 $HOME"),
]
BREAKS = " \t\n\"'><=;|&(:"
"""COMP_WORDBREAKS of a bash that nobody has changed."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    plan = small_plan(
        "renumbered",
        TASKS,
        title="示例市节水行动计划（2025—2026年）",
        short_title="示例 节水（一）",
        department="市测绘院",
        deadlines=(Deadline("2031年底前", date(2031, 12, 31)),),
    )
    return home_of(tmp_path, plan)


def asked(home: Home, shell: str, **variables: str) -> list[str]:
    """The lines that plantui answers a shell."""
    environ = {**home.environ, **variables, "_PLANTUI_COMPLETE": f"{shell}_complete"}
    done = Home(home.folder, **environ).run(today=None)

    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def in_bash(home: Home, line: str, breaks: str = BREAKS) -> list[str]:
    """The candidates that bash gets at the end of a line."""
    answer = asked(home, "bash", _PLANTUI_LINE=line, _PLANTUI_BREAKS=breaks)
    return [one.removeprefix("plain,") for one in answer if one]


LINES = [
    ("plantui list --department 市测", ["市测绘院"]),
    ("plantui list --department=市测", ["市测绘院"]),
    ("plantui list --department 示例市/市测", ["示例市/市测绘院"]),
    ("plantui list --department 市工业和信息化委", ["市工业和信息化委员会"]),
    ("plantui list --plan renum", ["renumbered"]),
    ("plantui list --plan 示例\\ ", ["示例\\ 节水（一）"]),
    ("plantui list --plan '示例 ", ["示例 节水（一）"]),
    ("plantui list --year 203", ["2031"]),
    ("plantui list --year 无", ["无期限"]),
    ("plantui list --light 红", ["红"]),
    ("plantui list --light red", ["red"]),
    ("plantui list --status 推", ["推进中"]),
    ("plantui list --role 牵", ["牵头"]),
    ("plantui list --order 先", ["先急后缓"]),
    ("plantui list --columns 预", ["预警"]),
    ("plantui list --columns 预警,时", ["预警,时限"]),
    ("plantui list --columns=预警，时", ["预警，时限"]),
    ("plantui export --columns light,rep", ["light,reported"]),
    ("plantui list --sort 逾", ["逾期天数"]),
    ("plantui list --sort 逾期天数:", ["升序", "降序"]),
    ("plantui list --sort due:d", ["desc"]),
    ("plantui stats --by 时", ["时限年度"]),
    ("plantui --department 市测", ["市测绘院"]),
    ("plantui --today 2025-06-30 li", ["list"]),
    ("plantui --today 2025-06-30 list --plan renum", ["renumbered"]),
    ("plantui --light", ["--light"]),
    ("plantui note a", ["add", "appeal", "adjust", "assess"]),
    ("plantui show renumbered ", ["1-2", "id:1", "id:2", "9"]),
    ("plantui show renumbered id:", ["1-2", "1", "2", "9"]),
    ("plantui show renumbered no:2", ["2"]),
    ("plantui show renumbered 修", ["修订定额"]),
    ("plantui show renumbered 关", ["关停\\*水井\\ \\$HOME"]),
    ("plantui show 没有 ", []),
    ("plantui note add renumbered ", ["1-2", "id:1", "id:2", "9"]),
    ("plantui note add renumbered 9 --department ", ["市测绘院"]),
    ("plantui note add renumbered 9 --status 已", ["已完成", "已销号", "已中止"]),
    ("plantui note add renumbered 9 --progress ", []),
    ("plantui note list --plan renumbered --department 市测", ["市测绘院"]),
    ("plantui config set la", ["lang"]),
    ("plantui config set lang z", ["zh"]),
    ("plantui completion z", ["zsh"]),
    ("plantui import 文", ["file,文"]),
    ("plantui export --output=文", ["file,文"]),
    ("plantui --plans p", ["dir,p"]),
    ("FOO=1 plantui li", ["list"]),
]


@pytest.mark.parametrize(("line", "found"), LINES, ids=[f"line{at}" for at in range(len(LINES))])
def test_bash_is_answered(home: Home, line: str, found: list[str]) -> None:
    assert in_bash(home, line) == found


def test_bash_that_parts_no_words_at_colons_gets_the_whole_word(home: Home) -> None:
    breaks = BREAKS.replace(":", "").replace("=", "")

    assert in_bash(home, "plantui show renumbered id:9", breaks) == ["id:9"]
    assert in_bash(home, "plantui list --department=市测", breaks) == ["--department=市测绘院"]


def test_other_plans_of_the_line_are_completed(home: Home, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    text = (tmp_path / "plans" / "renumbered.toml").read_text("utf-8")
    (other / "others.toml").write_text(
        text.replace('"renumbered"', '"others"').replace("测绘院", "档案馆"), "utf-8"
    )

    assert in_bash(home, f"plantui --plans {other} list --plan other") == ["others"]
    assert in_bash(home, f"plantui --plans={other} list --department 市档") == ["市档案馆"]


def test_zsh_and_fish_get_explanations(home: Home) -> None:
    for shell in ("zsh", "fish"):
        answer = asked(home, shell, _PLANTUI_WORDS="plantui\nshow\nrenumbered", _PLANTUI_WORD="id:1-")
        assert answer == ["plain\tid:1-2\t1 开展测试"]
        answer = asked(home, shell, _PLANTUI_WORDS="plantui\nlist", _PLANTUI_WORD="--plan=renum")
        assert answer == ["plain\t--plan=renumbered\t示例 节水（一）"]


def test_damaged_settings_complete_nothing_and_say_so(home: Home, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("broken =", encoding="utf-8")
    environ = {
        **home.environ,
        "_PLANTUI_COMPLETE": "bash_complete",
        "_PLANTUI_LINE": "plantui list --plan re",
    }
    del environ["PLANTUI_LANG"]
    done = Home(home.folder, **environ, PLANTUI_LANG="").run(today=None)

    assert done.out.strip() == ""
    assert "Traceback" not in done.err


KEYS = [
    ("plantui list --department 市测\t", ["list", "--department", "市测绘院"]),
    ("plantui list --department=市测\t", ["list", "--department=市测绘院"]),
    ("plantui list --department 示例市/市测\t", ["list", "--department", "示例市/市测绘院"]),
    ("plantui list --department 市测\t--plan renum\t--light 红\t", ["list", "--department", "市测绘院", "--plan", "renumbered", "--light", "红"]),
    ("plantui list --plan 示例\t", ["list", "--plan", "示例 节水（一）"]),
    ("plantui list --plan '示例\t", ["list", "--plan", "示例 节水（一）"]),
    ("plantui list --status 推\t--role 牵\t--year 203\t", ["list", "--status", "推进中", "--role", "牵头", "--year", "2031"]),
    ("plantui show renumbered id:1-\t", ["show", "renumbered", "id:1-2"]),
    ("plantui show renumbered 修\t", ["show", "renumbered", "修订定额"]),
    ("plantui show renumbered 关\t", ["show", "renumbered", "关停*水井 $HOME"]),
    ("plantui note add 示例\t9 --department 市测\t", ["note", "add", "示例 节水（一）", "9", "--department", "市测绘院"]),
    ("plantui li\t", ["list"]),
    ("FOO=1 plantui list --plan renum\t", ["list", "--plan", "renumbered"]),
    ("true; plantui list --plan renum\t", ["list", "--plan", "renumbered"]),
    ("plantui import completion.\t", ["import", "completion.{shell}"]),
]  # fmt: skip
SHELLS = [shell for shell in ("bash", "zsh", "fish") if shutil.which(shell)]


@pytest.mark.parametrize("shell", SHELLS)
def test_whole_words_in_a_real_shell(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    """Each line is typed with its tabs, then Enter: plantui gets whole words, quoted where a shell needs it."""
    monkeypatch.chdir(tmp_path)
    found = typed_into(shell, tmp_path, dict(home.environ), [keys for keys, _ in KEYS])

    assert found == [[word.format(shell=shell) for word in arguments] for _, arguments in KEYS]
