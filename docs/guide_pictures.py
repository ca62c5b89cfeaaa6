"""The pictures of the guide: the real program on the demonstration, in both languages, one picture to a step."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

from textual import events
from textual.app import App
from textual.pilot import Pilot

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.model.terms import Language
from plantui.planfile.search_path import bundled_plans
from plantui.planfile.writer import plan_toml
from plantui.query.demo import open_demo
from plantui.query.filter import Filter
from plantui.query.startup import StartupOptions
from plantui.store.demo import demo_path
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.ui.app import PlantuiApp
from plantui.ui.editor.status_line import EditorStatus
from plantui.ui.review.app import ReviewApp
from plantui.words import Words

from .picture import picture_of

GUIDE = Path(__file__).parent / "guide"
DOCUMENT = GUIDE / "action-plan.txt"
"""The document that the guide imports: short, and of no real city."""
_NOW = datetime(2024, 12, 10, 1, 30, tzinfo=UTC)
_FOLDER = Path("/home/wang/ledger")
"""The folder that a picture shows where the program asks for one."""

Keys = Sequence[str]


class Opened(StrEnum):
    """The program that a scene begins with."""

    DEMO = "demo"
    FIRST_START = "first start"
    """A user without ledger and settings."""
    REVIEW = "review"
    """The review of the guide's document."""
    NEW_PLAN = "new plan"
    """The plan that the document becomes, and no other."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A step of the guide: the keys that lead to it, and the size of the terminal."""

    name: str
    keys: Keys = ()
    size: tuple[int, int] = (110, 28)
    opened: Opened = Opened.DEMO


_TEXT = {
    Language.ZH: "最后2台设备已投入运行，正在组织验收销号。",
    Language.EN: "The last two units are in service; acceptance is under way.",
}
_TYPED = "{text}"
"""Stands in a scene's keys for a note in the language of the picture."""
_KEPT = "{kept}"
"""Stands for waiting until the editor says that a draft is kept."""

_MINE = ("2",)
_NOTE = (*_MINE, *["down"] * 2, "f2")
SCENES = (
    Scene("first-start", ("enter", "3", "enter", *"生态"), (80, 24), Opened.FIRST_START),
    Scene("my-tasks", _MINE),
    Scene("why", (*_MINE, "f1"), (90, 24)),
    Scene("write", (*_NOTE, _TYPED, _KEPT), (120, 30)),
    Scene("saved", (*_NOTE, _TYPED, "ctrl+s")),
    Scene("history", (*_MINE, *["down"] * 4, "8"), (90, 24)),
    Scene("export", (*_MINE, "f8"), (100, 16)),
    Scene("warnings", ("3",)),
    Scene("unreported", ("5",)),
    Scene("search", ("f3", *"污水", "enter", "down", "down")),
    Scene("sentence", ("3", "down", "ctrl+g"), (110, 24)),
    Scene("statistics", ("6",), (120, 26)),
    Scene("review", (), (110, 28), Opened.REVIEW),
    Scene("new-plan", ("down", "down"), (110, 24), Opened.NEW_PLAN),
)


def pictures(scenes: Sequence[Scene] = SCENES) -> Iterator[tuple[str, str]]:
    """Yield the name of each picture's file and its content."""
    for scene in scenes:
        for language in Language:
            yield f"{language.value}-{scene.name}.svg", asyncio.run(picture(scene, language))


async def picture(scene: Scene, language: Language) -> str:
    """Return the picture of a scene."""
    with TemporaryDirectory() as folder, _same_everywhere():
        app = _app(scene, language, Path(folder))
        async with app.run_test(size=scene.size) as pilot:
            await _settle(pilot)
            for key in scene.keys:
                await _press(pilot, key, language)
            svg = app.export_screenshot(title="plantui")
    return picture_of(svg)


@contextmanager
def _same_everywhere() -> Iterator[None]:
    """Show the hours of China and one folder, wherever the pictures are made."""
    with (
        mock.patch.dict(os.environ, {"TZ": "Asia/Shanghai"}),
        mock.patch.object(Path, "cwd", return_value=_FOLDER),
    ):
        time.tzset()
        yield
    time.tzset()


async def _settle(pilot: Pilot[Any]) -> None:
    for _ in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def _press(pilot: Pilot[Any], key: str, language: Language) -> None:
    if key == _KEPT:
        while not pilot.app.screen.query_one(EditorStatus).text:
            await pilot.pause(0.1)
    elif key == _TYPED:
        pilot.app.screen.query_one("#progress").post_message(events.Paste(_TEXT[language]))
    else:
        await pilot.press(key)
    await _settle(pilot)


def _app(scene: Scene, language: Language, folder: Path) -> App[Any]:
    if scene.opened is Opened.REVIEW:
        return ReviewApp(Words(language), _imported(), state=folder / "review.json")
    plans = bundled_plans()
    if scene.opened is Opened.NEW_PLAN:
        plans = folder / "plans"
        plans.mkdir()
        plan = _imported().plan
        (plans / f"{plan.info.id}.toml").write_text(plan_toml(plan), encoding="utf-8")
    library = open_library([plans], folder)
    options = StartupOptions(
        ledger_path=folder / "ledger.db",
        author="王芳" if language is Language.ZH else "Wang Fang",
        clock=_today,
        language=language,
        department=None,
        filter=Filter(),
        theme=None,
        config_path=folder / "config.toml",
        state_path=folder / "interface.json",
        is_first_start=scene.opened is Opened.FIRST_START,
    )
    if scene.opened is not Opened.DEMO:
        return PlantuiApp(options, library)
    ledger = Ledger(demo_path(options.ledger_path), options.author, clock=lambda: _NOW)
    return PlantuiApp(open_demo(options, library), library, ledger)


def _imported() -> Imported:
    return import_document(read_source(DOCUMENT.read_bytes(), DOCUMENT.name), "linjiang-2023-2025")


def _today() -> date:
    return _NOW.date()


def main() -> None:
    """Write all pictures, and take away those that no scene makes any more."""
    made = dict(pictures())
    for old in GUIDE.glob("*.svg"):
        if old.name not in made:
            old.unlink()
    for name, content in made.items():
        (GUIDE / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
