"""Writes the generated pages and the pictures under docs/ again: `make docs`."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from plantui.cli.reference import page as command_page
from plantui.documents.reference import page as import_rules_page
from plantui.exchange.page import page as exchange_page
from plantui.export.form_reference import page as forms_page
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.planfile.reference import page as plan_format_page
from plantui.planfile.search_path import bundled_plans
from plantui.query.filter import Filter
from plantui.query.startup import StartupOptions
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.ui.app import PlantuiApp
from plantui.ui.keys_page import keys_markdown
from plantui.words import Words

from . import guide_pictures
from .picture import picture_of

DOCS = Path(__file__).parent
TODAY = date(2024, 12, 10)


def main() -> None:
    """Write everything."""
    words = {language.value: Words(language) for language in Language}
    _rewrite(DOCS / "plan-format.md", plan_format_page(_read("plan-format.md"), words))
    for name in ("forms.md", "forms.zh-CN.md"):
        _rewrite(DOCS / name, forms_page(_read(name), words))
    for name in ("exchange.md", "exchange.zh-CN.md"):
        _rewrite(DOCS / name, exchange_page(_read(name), words))
    _rewrite(DOCS / "command-line.md", command_page(_read("command-line.md")))
    _rewrite(DOCS / "import-rules.md", import_rules_page())
    _rewrite(DOCS / "keys.md", keys_markdown(words["en"]))
    _rewrite(DOCS / "screen.svg", asyncio.run(picture()))
    guide_pictures.main()


def _read(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def _rewrite(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")


async def picture() -> str:
    """The interface on the Zhengzhou plan with a few notes, as the real program paints it."""
    with TemporaryDirectory() as folder:
        app = _app(Path(folder))
        async with app.run_test(size=(120, 36)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.press(*["down"] * 4)
            await pilot.pause(0.2)
            svg = app.export_screenshot(title="plantui")
    return picture_of(svg)


def _app(folder: Path) -> PlantuiApp:
    plan = "zhengzhou-2023-2025"
    ledger = Ledger(folder / "ledger.db", "张三", clock=lambda: datetime(2024, 12, 9, 8, tzinfo=UTC))
    half = NoteContent(
        Status.IN_PROGRESS,
        "公交车、巡游出租车更新 4,310 辆，渣土车替代完成 62%。",
        60,
        "混凝土运输车置换资金缺口较大。",
        "12月底前下达第二批补贴资金。",
        as_of=date(2024, 11, 30),
    )
    for task, department, content in (
        ("1", "市环委攻坚办", NoteContent(Status.IN_PROGRESS, "1—11月排名后23位。", 70, as_of=TODAY)),
        ("2", "市工信局", half),
        ("2", "市交通运输局", NoteContent(Status.COMPLETED, "公交车更新全部完成。", 100, as_of=TODAY)),
        ("5", "市发展改革委", NoteContent(Status.COMPLETED, "机组已关停。", 100, as_of=TODAY)),
    ):
        ledger.add(TaskKey(plan, task), department, content)
    options = StartupOptions(
        ledger_path=folder / "ledger.db",
        author="张三",
        clock=lambda: TODAY,
        language=Language.ZH,
        department=None,
        filter=Filter(plans=(plan,)),
        theme=None,
        config_path=folder / "config.toml",
        state_path=folder / "interface.json",
    )
    return PlantuiApp(options, open_library([bundled_plans()], folder), ledger)


if __name__ == "__main__":
    main()
