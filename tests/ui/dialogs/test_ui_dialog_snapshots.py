"""Pictures of the dialogs, at the smallest size and at a usual one. `make snapshots` accepts what they look like now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plantui.export.formats import TEXT_FORMATS, FileFormat
from plantui.model.department import DepartmentRef
from plantui.query.filter import Facet, Filter
from plantui.ui.commands import COMMANDS
from plantui.ui.dialogs.export import ExportDialog
from plantui.ui.dialogs.export_offers import Offer
from plantui.ui.dialogs.help import HelpScreen
from plantui.ui.dialogs.picker import FacetPicker
from plantui.ui.dialogs.stats import StatsScreen
from tests.support.dialog_host import WORDS, ZHENGZHOU, Host, department, fixed_workspace

SIZES = [(80, 24), (120, 36)]
OWN = DepartmentRef(ZHENGZHOU, "市水利局")
DEPARTMENTS = [
    department(ZHENGZHOU, "市生态环境局", 20),
    department(ZHENGZHOU, "市发展改革委", 11, "市发改委"),
    department(ZHENGZHOU, "市水利局", 6),
    department("新乡市", "市[2023]局“Ⅱ”", 5),
    department("新乡市", "市发改委", 0),
]
Compare = Callable[..., bool]


@pytest.mark.parametrize("size", SIZES)
def test_picker(snap_compare: Compare, size: tuple[int, int]) -> None:
    """Counts in one column, two marks, headings per region, the one without tasks in the background."""
    dialog = FacetPicker(WORDS, Facet.DEPARTMENT, DEPARTMENTS, (), {}, OWN, total=140)

    assert snap_compare(Host(dialog), press=["tab", "tab"], terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_help(snap_compare: Compare, size: tuple[int, int]) -> None:
    """What the cursor is on, then the commands in groups; texts in a column of their own."""
    assert snap_compare(Host(HelpScreen(WORDS, COMMANDS, ["预警：红。已逾期 3 天 [/]"])), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_stats(snap_compare: Compare, size: tuple[int, int]) -> None:
    """Figures right-aligned under their heads, names last."""
    dialog = StatsScreen(WORDS, fixed_workspace(), fixed_workspace().library.live, Filter())

    assert snap_compare(Host(dialog), press=["3"], terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_export(snap_compare: Compare, size: tuple[int, int]) -> None:
    """Three formats with the second chosen, the path, the keys."""
    names: dict[FileFormat, str] = {form: f"郑州市三年行动计划.{form.value}" for form in TEXT_FORMATS}
    offer = Offer("", "当前显示的 12 / 140 项任务；筛选条件：无（全部任务）；截至 2025-12-10", names)
    dialog = ExportDialog(WORDS, Path("/home/文档"), [offer], lambda _request, _progress: None)

    assert snap_compare(Host(dialog), press=["right"], terminal_size=size)
