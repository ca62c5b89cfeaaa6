"""Opening of evidence with the system's own program: the only file that starts one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.problem import DataError
from plantui.model.system import system_reason

from .evidence import EvidenceState, evidence_state, is_link

_RUNS = frozenset(
    (
        *(".exe", ".bat", ".cmd", ".com", ".msi", ".ps1", ".vbs", ".js", ".scr", ".lnk", ".hta", ".jar"),
        *(".sh", ".desktop", ".app", ".command", ".py", ".url", ".reg", ".pif", ".wsf", ".jse", ".vbe"),
    )
)
"""Endings of files that the system would run and not show: evidence of another desk must not start a program."""


def open_with_system(evidence: Evidence) -> EvidenceState:
    """Open a file, a folder or a link with the system's program, without waiting for it; return what has become of it.

    Raises DataError where it is not there, would be run, or the system has no program for it.
    """
    place = evidence.place
    if evidence.kind is EvidenceKind.LINK:
        if not is_link(place):
            raise DataError("notes.evidence.not_opened", place=place)
    else:
        if not Path(place).exists():
            raise DataError("notes.evidence.gone", place=place)
        if Path(place).suffix.lower() in _RUNS:
            raise DataError("notes.evidence.would_run", place=place)
    try:
        _start(place)
    except OSError as error:
        raise DataError("notes.evidence.no_program", place=place, reason=system_reason(error)) from error
    return evidence_state(evidence)


def _start(place: str) -> None:
    if sys.platform == "win32":
        os.startfile(place)
        return
    program = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(2, f"{program}: not found")
    subprocess.Popen(
        [found, place],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
