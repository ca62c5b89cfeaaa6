"""Programs that stand on the search path in the place of LibreOffice, and do as a test wants."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

_START = f"""#!{sys.executable}
import json, os, subprocess, sys, time
from pathlib import Path
arguments = sys.argv[1:]
out = Path(arguments[arguments.index("--outdir") + 1])
"""
MAKES = """
profile = next(one for one in arguments if one.startswith("-env:UserInstallation=file://"))
settings = Path(profile.partition("file://")[2], "user", "registrymodifications.xcu").read_text("utf-8")
Path({record!r}).write_text(json.dumps([arguments, settings, dict(os.environ)]))
out.mkdir()
(out / "document.{ending}").write_bytes(Path({made!r}).read_bytes())
"""
"""Writes down how it was called, and hands over a file that was made before."""
FAILS = ""
"""Ends, as LibreOffice does, without a word and without a file."""
HANGS = """
held = os.open({pipe!r}, os.O_WRONLY)
subprocess.run([sys.executable, "-c", "while True: pass"], pass_fds=[held])
"""
"""Holds a pipe open, it and the process that it starts, and does not end."""


def put_office(monkeypatch: pytest.MonkeyPatch, folder: Path, behaviour: str, **facts: str) -> None:
    """Put a program on the search path, alone there, that behaves so."""
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(_START + behaviour.format(**facts), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def without_office(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Leave no office program to be found."""
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("plantui.documents.formats.conversion._PLACES", ())


def wait_for_end(pipe: int) -> None:
    """Wait until nobody holds the other end of a pipe open."""
    os.set_blocking(pipe, True)
    while os.read(pipe, 1):
        pass
