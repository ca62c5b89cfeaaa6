"""The package as it is published: built, installed where nothing of this folder is seen, and run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from email import message_from_string
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from plantui import __version__
from tests.support.paths import ROOT

PLANS = {
    "beautiful-zhengzhou-2025-2035": 67,
    "sanmenxia-2023-2025": 24,
    "xinxiang-2023-2025": 23,
    "zhengzhou-2023-2025": 26,
}
"""The bundled plans with their numbers of tasks."""


def run(*command: str | Path, cwd: Path, **environ: str) -> str:
    """What a command says on stdout; nothing that points at this folder is handed on."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_", "VIRTUAL_"))
    }
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**kept, **environ}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source package that is built from this folder."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel alone; its dependencies are read from where the tests run, so no network is needed."""
    folder = tmp_path_factory.mktemp("environment").resolve()
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    dependencies = folder / _site_packages(python) / "dependencies.pth"
    dependencies.write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return folder


def _site_packages(python: Path) -> str:
    return run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=python.parent
    ).strip()


@pytest.fixture
def plantui(environment: Path, tmp_path: Path) -> Any:
    """Runs the installed program from a folder that has nothing to do with it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    return lambda *arguments: run(environment / "bin" / "plantui", *arguments, cwd=elsewhere)


def test_the_bundled_plans_are_listed(plantui: Any, environment: Path) -> None:
    """All four, from inside the environment."""
    found = json.loads(plantui("plans", "--json"))

    assert {plan["id"]: plan["tasks"] for plan in found} == PLANS
    assert all(environment in Path(plan["file"]).parents for plan in found)


def test_the_code_is_the_installed_one(environment: Path, tmp_path: Path) -> None:
    found = run(environment / "bin" / "python", "-c", "import plantui; print(plantui.__file__)", cwd=tmp_path)

    assert environment in Path(found.strip()).parents


def test_the_departments_come_with_the_plans(plantui: Any) -> None:
    """Aliases and groups work, so `departments.toml` is there."""
    tasks = json.loads(plantui("list", "--json", "--department", "郑州市/发展和改革委员会"))

    assert tasks
    assert {task["plan"] for task in tasks} == {"zhengzhou-2023-2025"}


def test_the_sentences_of_the_bundled_plans_are_shown(plantui: Any) -> None:
    """The documents are there, unchanged."""
    shown = plantui("--lang", "zh", "show", "zhengzhou-2023-2025", "7", "--source")

    assert "出处：zhengzhou-2023-2025.txt" in shown
    assert "第194行：2025年 9月底前，水泥企业完成清洁运输超低排放改造。\n" in shown.partition("出处")[2]


def test_the_installed_program_keeps_notes(plantui: Any) -> None:
    """Also the migrations are there, and nothing but what the user may write is written."""
    plantui("note", "add", "zhengzhou", "7", "--department", "市水利局", "--progress", "开工")
    (note,) = json.loads(plantui("note", "list", "--json"))

    assert (note["plan"], note["task"], note["progress"]) == ("zhengzhou-2023-2025", "7", "开工")


def test_the_version(plantui: Any) -> None:
    assert plantui("--version") == f"plantui {__version__}\n"


def test_what_the_wheel_carries(wheel: Path) -> None:
    """The package with its plans and their documents, and nothing of the folder around it."""
    with ZipFile(wheel) as content:
        names = [name for name in content.namelist() if not name.endswith("/")]
    files = (path for path in (ROOT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    source = {path.relative_to(ROOT / "src").as_posix() for path in files if "egg-info" not in str(path)}
    source -= {
        name
        for name in source
        if re.match(r"plantui/documents/languages/\w+/(lexicon|rules|examples)/", name)
    }
    bundled = ROOT / "plans"
    plans = {
        f"plantui/plans/{path.relative_to(bundled).as_posix()}"
        for path in bundled.rglob("*")
        if path.is_file()
    }
    info = {name for name in names if ".dist-info/" in name}

    assert len(plans) == 2 * len(PLANS) + 2  # the departments and the demonstration
    assert set(names) - info == source | plans
    assert {Path(name).name for name in info} >= {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "LICENSE",
    }


def test_what_the_wheel_says_of_itself(wheel: Path) -> None:
    with ZipFile(wheel) as content:
        (name,) = [name for name in content.namelist() if name.endswith("METADATA")]
        metadata = message_from_string(content.read(name).decode())

    assert (metadata["Name"], metadata["Version"]) == ("plantui", __version__)
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Description-Content-Type"] == "text/markdown"
