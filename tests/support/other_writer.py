"""Another program that saves a note into the ledger of a test: a process of its own, as a second window is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plantui.model.key import TaskKey

_SAVES = """
import sys
from datetime import date, datetime
from pathlib import Path
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.store.ledger import Ledger

path, plan, task, department, progress, moment = sys.argv[1:]
now = datetime.fromisoformat(moment)
with Ledger(Path(path), "李四", clock=lambda: now) as ledger:
    content = NoteContent(Status.IN_PROGRESS, progress, 55, as_of=now.date())
    ledger.add(TaskKey(plan, task), department, content)
    print(ledger.cut())
"""


def save_elsewhere(ledger: Path, key: TaskKey, department: str, progress: str, moment: str) -> str:
    """Save a note at a moment in another process; return the state of the ledger after it."""
    command = [sys.executable, "-c", _SAVES, str(ledger), *key, department, progress, moment]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout.strip()
