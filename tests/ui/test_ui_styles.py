"""Style sheets stay with their widgets: what one screen brings along changes nothing on another.

A style sheet names widgets by their class alone, and applies to every screen once its own was opened: two classes of one
name would dress each other.
"""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from textual import widgets
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

import plantui.ui
from plantui.ui.app import PlantuiApp
from plantui.ui.commands import COMMANDS, Command
from tests.support.main_host import app_in, screen_of, settle

_NO_SCREEN = frozenset({"quit", "theme", "demo", "leave_demo"})
"""Commands that end the program, change every colour, or go over to another ledger."""

DOCUMENTED: tuple[str, ...] = tuple(vars(widgets)["__all__"])
"""The names of Textual's own widgets."""

Looks = dict[str, str]
"""Styles of each widget of a screen, by the names of it and of those around it."""


def widget_classes() -> list[type[DOMNode]]:
    """Return every class of plantui that a style sheet can name."""
    found: list[type[DOMNode]] = []
    for module in walk_packages(plantui.ui.__path__, "plantui.ui."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                found.append(value)
    return found


def test_no_two_widgets_have_one_name() -> None:
    names = Counter(widget.__name__ for widget in widget_classes())
    names.update(DOCUMENTED)

    assert {name for name, count in names.items() if count > 1} == set()
    assert len(names) > 60


def looks_of(screen: Screen[Any]) -> Looks:
    """Return how the widgets of a screen look."""
    found: Looks = {}
    for widget in [screen, *screen.query(Widget)]:
        path = " > ".join(node.css_identifier for node in widget.css_path_nodes)
        number = sum(known.startswith(f"{path} #") for known in found)
        found[f"{path} #{number}"] = widget.styles.css
    return found


def app_with_a_department(folder: Path) -> PlantuiApp:
    """Return plantui for a department, since some screens are for one."""
    return app_in(folder, department="三门峡市/市生态环境局")


async def on_a_task(pilot: Pilot[None]) -> None:
    """Go to a task, on which every command applies, with the keyboard in the list."""
    await settle(pilot)
    await pilot.press("escape", "1", "home", "down", "down")
    await settle(pilot)


async def opened(pilot: Pilot[None], command: Command) -> Looks:
    """Return the looks of the screen that a command opens, none where it opens none; it is closed again."""
    main = screen_of(pilot)
    await main.runner.run(command)
    await settle(pilot)
    top = pilot.app.screen
    if top is main:
        return {}
    looks = looks_of(top)
    await pilot.press("escape")
    await settle(pilot)
    assert pilot.app.screen is main, command.id
    return looks


@pytest.mark.once
async def test_a_screen_looks_the_same_after_all_others_were_opened(tmp_path: Path) -> None:
    """Each screen as the first one that is opened, and again when all have been."""
    commands = [command for command in COMMANDS if command.id not in _NO_SCREEN]
    app = app_with_a_department(tmp_path / "all")
    async with app.run_test(size=(80, 24)) as pilot:
        await on_a_task(pilot)
        before = looks_of(screen_of(pilot))
        screens: dict[str, Command] = {}
        for command in commands:
            if looks := await opened(pilot, command):
                screens.setdefault(next(iter(looks)), command)  # pickers of all kinds are one screen
            else:
                await on_a_task(pilot)
        later = {command.id: await opened(pilot, command) for command in screens.values()}
        await on_a_task(pilot)
        after = looks_of(screen_of(pilot))

    assert {"note", "history", "export", "stats", "help", "department"} <= later.keys()
    assert {name: after[name] for name in before} == before
    for command in screens.values():
        app = app_with_a_department(tmp_path / command.id)
        async with app.run_test(size=(80, 24)) as pilot:
            await on_a_task(pilot)
            assert later[command.id] == await opened(pilot, command), command.id
