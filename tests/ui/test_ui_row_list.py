"""The list of any number of rows: cursor, scrolling, the place mark, clicks."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from plantui.ui.widgets.row_list import RowList


class Host(App[None]):
    """Shows a list of numbers, and hears what it tells."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield RowList[int](lambda row, width: [(f"{row} 行", "")], id="rows")

    def on_mount(self) -> None:
        self.rows.show(range(self.count))
        self.rows.focus()

    @property
    def rows(self) -> RowList[int]:
        return self.query_one("#rows", RowList)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.chosen.append(message.index)

    def seen(self) -> list[str]:
        return [self.rows.render_line(y).text.strip() for y in range(self.rows.size.height)]

    def mark(self) -> list[int]:
        thumb = self.rows.look("thumb")
        lines = range(self.rows.size.height)
        return [y for y in lines if list(self.rows.render_line(y))[-1].style == thumb]


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["down"], 1),
        (["down", "down", "up"], 1),
        (["up"], 0),
        (["end"], 999_999),
        (["end", "down"], 999_999),
        (["end", "home"], 0),
        (["pagedown"], 9),
        (["pagedown", "pageup"], 0),
    ],
)
async def test_the_cursor_moves_and_stays_on_the_screen(keys: list[str], cursor: int) -> None:
    app = Host(1_000_000)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()

        assert app.rows.cursor == cursor
        assert f"{cursor} 行" in app.seen()


async def test_the_mark_shows_the_place_and_only_where_there_is_more_than_fits() -> None:
    app = Host(100)
    async with app.run_test(size=(40, 10)) as pilot:
        at_top = app.mark()
        await pilot.press("end")
        await pilot.pause()
        at_end = app.mark()
        app.rows.show(range(5))
        await pilot.pause()

        assert (at_top, at_end, app.mark()) == ([0], [9], [])


async def test_a_click_beside_the_mark_goes_there() -> None:
    app = Host(100)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.mouse_down("#rows", offset=(39, 9))
        await pilot.mouse_up("#rows", offset=(39, 9))
        await pilot.pause()

        assert app.seen()[-1] == "99 行"
        assert app.rows.cursor == 0


async def test_a_second_click_on_a_row_opens_it() -> None:
    app = Host(100)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click("#rows", offset=(3, 4))
        first = list(app.chosen)
        await pilot.click("#rows", offset=(3, 4))
        await pilot.pause()

        assert (first, app.chosen, app.rows.cursor) == ([], [4], 4)


async def test_lines_are_those_that_textual_makes_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Host(1_000)
    async with app.run_test(size=(40, 10)) as pilot:
        for keys in (["down"], ["pagedown"], ["end"], ["home", "down", "down"]):
            await pilot.press(*keys)
            await pilot.pause()
            ours = app.rows.render_lines(app.rows.size.region)
            app.rows.styles.opacity = 0.999  # Textual then paints the lines itself
            theirs = app.rows.render_lines(app.rows.size.region)
            app.rows.styles.opacity = 1.0
            assert [strip.text for strip in ours] == [strip.text for strip in theirs]


async def test_a_line_is_painted_again_only_where_it_was_refreshed() -> None:
    app = Host(1_000)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        painted: list[int] = []

        def paint(row: int, width: int) -> list[tuple[str, str]]:
            painted.append(row)
            return [(f"{row} 行", "")]

        app.rows.painter = paint
        for regions, expected in (((), [*range(10)]), ((3,), [3]), ((4, 6), [4, 6])):
            if regions:
                app.rows.refresh_row(*regions)
            else:
                app.rows.refresh()
            await pilot.pause()
            app.rows.render_lines(app.rows.size.region)
            assert painted == expected
            painted.clear()
