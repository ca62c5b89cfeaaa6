"""What the tests of all forms are made of: the sample plans with their notes, and the summary of all tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.export.summary import Summary, summary
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from tests.support.export_samples import make_ledger, make_workspace


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return make_ledger(tmp_path)


@pytest.fixture
def workspace(tmp_path: Path, ledger: Ledger) -> Workspace:
    return make_workspace(tmp_path, ledger)


@pytest.fixture
def everything(workspace: Workspace, ledger: Ledger) -> Summary:
    return summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
