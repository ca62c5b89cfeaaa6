"""Help and the list of data problems: what is read there."""

from __future__ import annotations

from rich.cells import cell_len
from textual.events import Key

from plantui.model.problem import Problem, Severity
from plantui.model.terms import Language, Light, Status
from plantui.ui.dialogs.help import HelpScreen, help_lines
from plantui.ui.dialogs.problems import ProblemsScreen
from plantui.ui.keys_page import every_command
from plantui.ui.widgets.lines_view import LinesView
from plantui.words import Words
from plantui.words.phrases import term
from tests.support.dialog_host import WORDS, Host


def text_of(words: Words, width: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in help_lines(words, ["[/]"], every_command(), width)]


def test_help_tells_everything() -> None:
    """Every command's title, keys and sentence, every light and status, in both languages, at any width."""
    for language in Language:
        words = Words(language)
        for width in (60, 78, 180):
            lines = text_of(words, width)
            assert max(cell_len(line) for line in lines) <= width
            told = "".join("".join(lines).split())
            for command in every_command():
                assert "".join(words(command.help_key).split()) in told
            for value in (*Light, *Status):
                assert "".join(term(words, value).split()) in told


async def test_help_scrolls_and_closes() -> None:
    wide = Key("fullwidth_question_mark", "？")  # as a terminal sends it; Pilot leaves the character out
    for key in (Key("escape", None), Key("f1", None), wide):
        host = Host(HelpScreen(WORDS, every_command(), ["预警：红。[2023]20号 \x1b[31m"]))
        async with host.run_test() as pilot:
            await pilot.pause()
            assert "[2023]20号 ␛[31m" in host.seen
            await pilot.press("end")
            await pilot.pause()
            assert "每期都要报送" in host.seen
            host.call_later(host.post_message, key)
            await pilot.pause()
            await pilot.pause()
        assert host.results == [None], key.key


def problem(line: int, name: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(
        "problems.department_unknown",
        "a.toml",
        line,
        "tasks[1].lead",
        {"region": "郑州市", "name": name},
        severity,
    )


async def test_problems() -> None:
    """The one under the cursor is told whole; nothing in it is markup."""
    host = Host(ProblemsScreen(WORDS, [problem(3, "[/]局"), problem(7, "长" * 60 + "尾", Severity.WARNING)]))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "a.toml:3: tasks[1].lead: 郑州市没有登记“[/]局”这个单位" in host.seen
        assert "尾" not in host.seen
        await pilot.press("down")
        await pilot.pause()
        assert "尾”这个单位" in host.screen.query_one(LinesView).text.replace("\n", "")
        await pilot.press("escape")
        await pilot.pause()

    assert host.results == [None]


async def test_no_problems() -> None:
    host = Host(ProblemsScreen(WORDS, []))
    async with host.run_test() as pilot:
        await pilot.pause()
        assert "没有发现问题" in host.seen
