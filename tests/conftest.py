"""Surroundings of every test: a user without a home, settings or plans of their own, in one locale and time zone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.case_names import value_name

settings.register_profile("plantui", deadline=None)  # a slow machine is no error
# A change lands or not for what it does: new examples are looked for where somebody sits at the machine.
settings.register_profile("plantui-ci", deadline=None, derandomize=True)
settings.load_profile("plantui-ci" if os.environ.get("CI") else "plantui")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Keep whole files and random bytes out of the names of test cases."""
    return value_name(val, argname)


_KEPT = frozenset({"PLANTUI_ACCEPT"})
"""Variables that speak to the tests and not to plantui."""
_UNSET = (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM"),
    *("LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_TIME"),
)


@pytest.fixture(autouse=True)
def isolated_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of the machine's user is read or written, and the machine's settings do not show."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in (*_UNSET, *(name for name in os.environ if name.startswith(("PLANTUI_", "_PLANTUI_")))):
        if name not in _KEPT:
            monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


ONCE = (
    "readback",
    "export/letter",
    "export/report",
    "exchange",
    "reliability",
    "ui/dialogs",
    "ui/editor",
    "ui/review",
    "ui/test_ui_contrast.py",
    "ui/test_ui_issued.py",
    "ui/test_ui_main",
    "ui/test_ui_office.py",
    "ui/test_ui_open_plan.py",
    "ui/test_ui_receiving.py",
    "ui/test_ui_styles.py",
    "export/test_export_workbook.py",
    "cli/test_cli_verify",
    "cli/test_cli_changed_sources",
    "cli/test_cli_import.py",
    "cli/test_cli_import_ledger.py",
    "cli/test_cli_ledger_round_trip.py",
    "documents/formats",
    "documents/importing/test_import_forms.py",
    "documents/importing/test_import_makers.py",
    "documents/importing/test_import_scores.py",
    "query/comparing",
    "query/test_query_kept.py",
    "query/test_query_workspace.py",
    "test_foreign_insides.py",
    "test_guide.py",
    "test_imports.py",
    "test_portability.py",
    "test_readme.py",
    "test_wheel.py",
)
"""Where tests take long and look at what no Python changes, files of libraries, screens, our own sources: see the marker `once`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long tests that say nothing of the Python that they run on."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and item.path.relative_to(here).as_posix().startswith(ONCE):
            item.add_marker(pytest.mark.once)
