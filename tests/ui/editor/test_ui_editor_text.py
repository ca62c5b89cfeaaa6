"""The text field of the note editor: any text, any length."""

from __future__ import annotations

import random

import pytest
from textual import events
from textual.app import App, ComposeResult

from plantui.ui.editor.controls import decode_controls, encode_controls, visible_controls
from plantui.ui.editor.note_text import NoteText
from plantui.ui.editor.wrapped_note import WrappedNote, breaks_after_edit, line_breaks
from tests.support.editor_host import type_text

SENTENCE = "推动一批重点项目（含[2023]20号文 所列）开工建设，完成 year-end 目标任务。"


class FieldApp(App[None]):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.field = NoteText(text, id="field")

    def compose(self) -> ComposeResult:
        yield self.field

    @property
    def drawn(self) -> str:
        return "\n".join(
            self.field.render_line(y).text.rstrip() for y in range(self.field.size.height)
        ).rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一\n二\n",
        "a\r\nb\r\n",
        "a\r\nb\nc",
        "a\rb",
        "\x00\x1b[31m红\x1b[0m\x7f\x9b",
        "vt\x0b ff\x0c fs\x1c nel\x85 ls\u2028 ps\u2029",
        "\t表\t格",
        "\u202e反",
        "😀👨‍👩‍👧é",
        "[b]不是标记[/b] [/] \\[",
    ],
)
async def test_text_that_is_not_touched_comes_out_as_it_went_in(text: str) -> None:
    app = FieldApp(text)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()

        assert app.field.value == text
        assert not set(app.drawn) & {chr(c) for c in (*range(10), *range(11, 32), *range(0x7F, 0xA0))}


async def test_controls_are_shown_as_pictures_and_survive_an_edit() -> None:
    app = FieldApp("红\x1b[31m\x00")
    async with app.run_test(size=(40, 10)) as pilot:
        app.field.focus()
        await type_text(pilot, "。")
        await pilot.press("backspace", "字")

        assert app.drawn == "红␛[31m␀字"
        assert app.field.value == "红\x1b[31m\x00字"


async def test_pasted_line_ends_and_tabs() -> None:
    app = FieldApp("")
    async with app.run_test(size=(40, 10)) as pilot:
        app.field.focus()
        await pilot.pause()
        app.field.post_message(events.Paste("一\r二\r\n三\t四\x1b"))
        await pilot.pause()

        assert app.field.value == "一\n二\n三\t四\x1b"


async def test_lines_break_as_chinese_is_set() -> None:
    """A blank does not push a whole sentence to the next line, and no comma begins one."""
    app = FieldApp("完成 超低排放改造一，二三四")
    async with app.run_test(size=(22, 10)) as pilot:
        await pilot.pause()

        assert app.drawn == "完成 超低排放改造\n一，二三四"


async def test_cursor_and_selection_follow_the_wrapped_lines() -> None:
    app = FieldApp("一二三四五六七八九十甲乙")
    async with app.run_test(size=(13, 6)) as pilot:
        app.field.focus()
        await pilot.press("ctrl+home")
        assert app.drawn == "一二三四五\n六七八九十\n甲乙"
        await pilot.press("down", "right")
        assert app.field.selection.end == (0, 6)
        assert app.cursor_position == (3, 1)
        await pilot.press("shift+end")
        assert app.field.selected_text.startswith("七八九")
        await pilot.press("子")
        assert app.field.value.startswith("一二三四五六子")


def test_wrapping_around_an_edit_equals_wrapping_anew() -> None:
    choose = random.Random(7)
    old = SENTENCE * 120
    breaks = line_breaks(old, 37)
    for _ in range(300):
        at = choose.randrange(len(old) + 1)
        gone, come = choose.choice([0, 0, 1, 5, 400]), choose.choice(["", "字", "，", " ", "ab", SENTENCE])
        new = old[:at] + come + old[at + gone :]
        found = breaks_after_edit(old, breaks, new, 37)

        assert found == line_breaks(new, 37)
        old, breaks = (new, found) if len(new) > 3000 else (SENTENCE * 120, line_breaks(SENTENCE * 120, 37))


async def test_edits_keep_the_wrapped_view_in_step() -> None:
    """The view leans on the framework's private names: after any edit it equals a view made anew."""
    app = FieldApp("\n".join([SENTENCE] * 4 + [SENTENCE * 80]))
    async with app.run_test(size=(40, 12)) as pilot:
        field = app.field
        field.focus()
        await pilot.press(
            "字", "enter", "down", "down", "end", "delete", "ctrl+k", "ctrl+end", "尾", "backspace"
        )
        await pilot.press(
            "shift+up", "shift+up", "新", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+home", "ctrl+shift+k"
        )
        fresh = WrappedNote(field.document, field.wrap_width)

        for name in ("_wrap_offsets", "_offset_to_line_info", "_line_index_to_offsets", "_tab_width_cache"):
            assert getattr(field.wrapped_document, name) == getattr(fresh, name)


def test_disguise_keeps_characters_and_cells() -> None:
    text = "a\x1bb\x85c\u2028"
    assert decode_controls(encode_controls(text)) == text
    assert len(visible_controls(encode_controls(text))) == len(text)
    assert visible_controls(encode_controls(text)).isprintable()
