"""A user of the command line for tests: own folders, own environment, nothing of the machine's."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

from plantui.__main__ import main

TODAY = "2025-06-30"


@dataclass(frozen=True, slots=True)
class Result:
    """End of a call: its exit code and its output."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as rows of cells."""
        return [line.split("\t") for line in self.out.splitlines()]


@cache
def _cache_folder() -> TemporaryDirectory[str]:
    """Return a folder for the compiled index of all tests: compiling is not what they are about."""
    return TemporaryDirectory(prefix="plantui-tests-")


class Home:
    """Runs plantui with everything under one folder."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.folder = folder
        self.environ = {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": _cache_folder().name,
            "PLANTUI_CONFIG": str(folder / "config.toml"),
            "PLANTUI_DB": str(folder / "ledger.db"),
            "PLANTUI_AUTHOR": "王芳",
            "LC_ALL": "C.UTF-8",
            "PATH": os.environ.get("PATH", ""),
            **environ,
        }

    def run(self, *arguments: str, stdin: str = "", today: str | None = TODAY) -> Result:
        """Call `main` in this process; the as-of day is fixed unless a test says otherwise."""
        words = [*([f"--today={today}"] if today else []), *arguments]
        out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
        with (
            mock.patch.dict(os.environ, self.environ, clear=True),
            mock.patch.object(sys, "stdin", io.StringIO(stdin)),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main(words)
        out.flush()
        written = out.buffer
        assert isinstance(written, io.BytesIO)
        return Result(code, written.getvalue().decode(), err.getvalue())

    def add(
        self, *more: str, task: str = "2", department: str = "市工信局", progress: str = "开工"
    ) -> Result:
        """Save a note on a task of the plan of Zhengzhou."""
        words = ["note", "add", "zhengzhou", task, "--department", department, "--progress", progress, *more]
        return self.run(*words)
