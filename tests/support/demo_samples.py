"""Summaries of the bundled plans with the notes of the demonstration."""

from __future__ import annotations

from pathlib import Path

from plantui.export.summary import Summary, summary
from plantui.query.filter import Filter
from plantui.query.opening import open_workspace
from plantui.store.demo import demo_day_of, make_demo
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger

from .paths import PLANS

PLAN_IDS = tuple(path.stem for path in sorted(PLANS.glob("*.toml")) if path.stem != "departments")
"""The bundled plans."""


def of_demo(folder: Path, plans: tuple[str, ...] = ()) -> Summary:
    """The tasks of bundled plans with the demonstration's notes."""
    path = folder / "x-demo.db"
    make_demo(path)
    day = demo_day_of(path)
    assert day is not None
    notes = Ledger(path, "", read_only=True)
    workspace = open_workspace(open_library([PLANS], folder / "cache"), notes, day)
    wanted = Filter(plans=plans)
    return summary(workspace, workspace.rows(workspace.matching(wanted)), wanted, notes)
