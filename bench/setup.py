"""Setup of the bench: plantui installed as users have it, a synthetic library, and a user's folders with nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from .synthetic import write_library

CHECKOUT = Path(__file__).resolve().parents[1]
TODAY = "2026-06-30"
"""The as-of day of every run."""

_MEASURED_AGAINST = "pandas"
"""The library that a form is measured against and that plantui itself has no use for."""

BEFORE = "43a7b6f"
"""The build that the wide screen and the save are measured against: without columns, and with the log alone."""

_KEPT_FROM_USER = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE")


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that the measurements share."""

    folder: Path
    """Folder in which the bench works; it is made again at every run, but for the installed program."""
    python: Path
    """The interpreter that plantui is installed for."""
    sources: Path
    """The folder with the sources of plantui and of its bench."""
    tasks: int
    """The size of the synthetic library."""
    ledger_notes: int
    """Number of notes in the ledger of the save."""
    runs: int
    _compiled: set[bool] = field(default_factory=set)
    """The indexes that are built: False for the small one, True for the large one."""
    _before: list[Setup | None] = field(default_factory=list)
    """The build that some things are measured against, once it was asked for."""

    @property
    def plantui(self) -> str:
        """The installed command."""
        return str(self.python.with_name("plantui"))

    @property
    def library(self) -> Path:
        """The folder of the synthetic plans."""
        return self.folder / f"library-{self.tasks}"

    def environ(self, user: str, *, large: bool) -> dict[str, str]:
        """The environment of a user of the bench: own folders, Chinese, with the synthetic library or without."""
        home = self.folder / "users" / user
        home.mkdir(parents=True, exist_ok=True)
        folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
        folders["XDG_CACHE_HOME"] = str(self.folder / "users" / "cache")  # nobody changes what is in it
        kept = {name: os.environ[name] for name in _KEPT_FROM_USER if name in os.environ}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        plans = {"PLANTUI_PLANS": str(self.library)} if large else {}
        return {**kept, **terminal, **folders, **plans, "HOME": str(home), "PLANTUI_LANG": "zh"}

    def forget(self, user: str) -> None:
        """Take away what the interface remembers for a user, so that every start is a first one."""
        shutil.rmtree(self.folder / "users" / user / "state", ignore_errors=True)

    def ledger(self, user: str) -> Path:
        """Return the path of that user's ledger."""
        return self.folder / "users" / user / "data" / "plantui" / "ledger.db"

    def fill_ledger(self, user: str, notes: int) -> None:
        """Give a user a ledger with notes on the synthetic tasks."""
        filled = self.folder / "users" / f"{notes}-notes.db"
        if not filled.exists():
            command = [str(self.python), "-m", "bench.notes", str(filled), str(notes), str(self.tasks)]
            subprocess.run(command, cwd=CHECKOUT, check=True, env=self.environ(user, large=True))
        self.ledger(user).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(filled, self.ledger(user))

    def compile_index(self, *, large: bool) -> None:
        """Build the index, once for all users."""
        if large not in self._compiled:
            self._plans("index", large=large)
            self._compiled.add(large)

    def build_index(self) -> float:
        """Build the index of the synthetic library in a cache of its own; seconds from nothing to a command's answer."""
        user = "built"
        cache = self.folder / "users" / user / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        begun = perf_counter()
        self._plans(user, large=True, XDG_CACHE_HOME=str(cache))
        return perf_counter() - begun

    def _plans(self, user: str, *, large: bool, **more: str) -> None:
        environ = {**self.environ(user, large=large), **more}
        nowhere = subprocess.DEVNULL
        subprocess.run(
            [self.plantui, "plans"], check=True, stdout=nowhere, stderr=nowhere, env=environ, cwd=self.folder
        )

    def before(self) -> Setup | None:
        """Install the build `BEFORE` with the same library, once; None where git does not have it."""
        if not self._before:
            self._before.append(_prepare_before(self))
        return self._before[0]


def prepare(folder: Path, tasks: int, ledger_notes: int, runs: int) -> Setup:
    """Install the checkout and write the library."""
    shutil.rmtree(folder / "users", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    setup = Setup(folder, folder / "venv" / "bin" / "python", CHECKOUT, tasks, ledger_notes, runs)
    _install(setup, "[reports,ocr]", _MEASURED_AGAINST)
    write_library(setup.library, tasks)
    return setup


def _prepare_before(setup: Setup) -> Setup | None:
    folder = setup.folder / "before"
    sources = folder / "sources"
    shutil.rmtree(sources, ignore_errors=True)
    shutil.rmtree(folder / "users", ignore_errors=True)
    sources.mkdir(parents=True)
    with (folder / "sources.tar").open("wb") as archive:
        found = subprocess.run(["git", "archive", BEFORE], cwd=CHECKOUT, stdout=archive, check=False)
    if found.returncode:
        return None
    shutil.unpack_archive(folder / "sources.tar", sources, filter="data")
    python = folder / "venv" / "bin" / "python"
    before = Setup(folder, python, sources, setup.tasks, setup.ledger_notes, setup.runs)
    _install(before)
    write_library(before.library, before.tasks)
    return before


def _install(setup: Setup, extras: str = "", *more: str) -> None:
    """Install the sources with extras, not editable and compiled to byte code, as pip does it for users, and more."""
    python, sources = setup.python, str(setup.sources)
    environ: Mapping[str, str] = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--compile"]
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(python.parents[1])], check=True, env=environ)
    subprocess.run([*pip, f"{sources}{extras}", *more], check=True, env=environ)
    # pip leaves a package alone whose version has not changed.
    subprocess.run([*pip, "--force-reinstall", "--no-deps", sources], check=True, env=environ)
