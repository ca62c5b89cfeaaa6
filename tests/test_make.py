"""The Pythons of `make`: it says which package is missing, and finds each version that the machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PYTHON = """#!/bin/sh
case $2 in
    *version_info*) echo {version} ;;
    *ensurepip*) exit {without_venv} ;;
    "") exit 0 ;;
esac
"""


def program(path: Path, text: str) -> Path:
    """Write a program of a few lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def python(path: Path, version: str, *, has_venv: bool = True) -> Path:
    """Write a stand-in for a Python of this version."""
    return program(path, PYTHON.format(version=version, without_venv=int(not has_venv)))


def run(*command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a program in the checkout."""
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environ, capture_output=True, text=True, check=False
    )


def test_a_missing_venv_is_named_with_its_package(tmp_path: Path) -> None:
    """As on Debian, where ensurepip is a package of its own."""
    stub = python(tmp_path / "python3", "3.11", has_venv=False)
    folder = tmp_path / "environment"
    done = run("make", f"PYTHON={stub}", f"VENV={folder}", f"{folder}/run-ready")

    assert done.returncode != 0
    assert "apt install python3.11-venv" in done.stderr.splitlines()[0]
    assert "Traceback" not in done.stderr
    assert not folder.exists()


@pytest.mark.parametrize("version", ["2.7", "3.9", "3.10"])
def test_an_old_python_is_named(tmp_path: Path, version: str) -> None:
    stub = python(tmp_path / "python3", version)
    done = run("sh", "tools/make_venv.sh", stub, tmp_path / "environment")

    assert done.returncode == 1
    assert f"is Python {version}" in done.stderr


@pytest.mark.parametrize("version", ["3.11", "3.14", "3.20"])
def test_a_new_python_makes_the_environment(tmp_path: Path, version: str) -> None:
    stub = python(tmp_path / "python3", version)

    assert run("sh", "tools/make_venv.sh", stub, tmp_path / "environment").returncode == 0


def test_no_python_is_named(tmp_path: Path) -> None:
    done = run("sh", "tools/make_venv.sh", tmp_path / "python9", tmp_path / "environment")

    assert done.returncode == 1
    assert "cannot be run" in done.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs: Python 3.11 and a shim of 3.13 that does not run, pyenv with 3.12 and 3.13, and a `make`
    that writes down what it is asked for."""
    programs = tmp_path / "bin"
    python(programs / "python3.11", "3.11")
    program(programs / "python3.13", "#!/bin/sh\nexit 127\n")
    for version in ("3.12.4", "3.13.0"):
        python(tmp_path / "pyenv" / "versions" / version / "bin" / "python3", version[:4])
    program(programs / "pyenv", f"#!/bin/sh\necho {tmp_path}/pyenv\n")
    program(
        programs / "make",
        f'#!/bin/sh\necho "$@" >> {tmp_path}/made\ncase "$*" in *$BROKEN*) exit 1 ;; esac\n',
    )
    for name in ("sh", "dirname"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    return programs


def made(machine: Path) -> list[str]:
    """Return the environments in which tests were run, with the options that chose among them."""
    lines = (machine.parent / "made").read_text("utf-8").splitlines()
    return [line.rpartition("VENV=")[2].replace(" CHOSEN=", " ").strip() for line in lines]


def test_all_versions_are_found(machine: Path) -> None:
    done = run("sh", "tools/test_pythons.sh", "all", PATH=str(machine), MAKE="make", BROKEN="nothing")

    assert done.returncode == 0, done.stderr
    assert made(machine) == [".venv-3.11", ".venv-3.12", ".venv-3.13"]
    assert "Python 3.14: not on this machine" in done.stdout


def test_the_newest_version_alone(machine: Path) -> None:
    done = run("sh", "tools/test_pythons.sh", "newest", PATH=str(machine), MAKE="make", BROKEN="nothing")

    assert done.returncode == 0, done.stderr
    assert made(machine) == [".venv-3.13 -m 'not once'"]


def test_a_failure_is_told_after_all_have_run(machine: Path) -> None:
    done = run("sh", "tools/test_pythons.sh", "all", PATH=str(machine), MAKE="make", BROKEN="venv-3.11")

    assert done.returncode == 1
    assert len(made(machine)) == 3
    assert "failed on Python 3.11" in done.stderr
