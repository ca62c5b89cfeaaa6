"""A file is read in a copy of the process where that can be, within the same bounds as in one of its own.

The test's own process has threads and is never copied.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.document_files import docx_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a process is copied")

READ = """
import gc, os, signal, sys, threading
from pathlib import Path
from plantui.documents.formats import content, guarded, read_source, worker
from plantui.model.problem import DataError

def failing(*_, **__):
    raise TypeError

def replaced(reader):
    worker.read_here = reader

sys.executable = "/nowhere"  # nothing starts but a copy
print("before", end=" ")
CHANGE
try:
    print(read_source(Path(sys.argv[1])).text.strip(), end=" ")
except DataError as error:
    print(error.message, end=" ")
sys.addaudithook(lambda event, arguments: None)
print("after")
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("", "一、新建公园"),
        ("[read_source(Path(sys.argv[1])) for _ in range(5)]", "一、新建公园"),
        ("signal.signal(signal.SIGALRM, failing); signal.setitimer(signal.ITIMER_REAL, 60)", "一、新建公园"),
        ("gc.disable(); replaced(lambda *_, **__: content.Content(f'collects: {gc.isenabled()}'))", "collects: True"),
        ("replaced(failing)", "formats.not_understood"),
        ("replaced(lambda *_, **__: bytearray(1 << 40))", "formats.too_demanding"),
        ("replaced(lambda *_, **__: os.abort())", "formats.too_demanding"),
        ("guarded.seconds_for = lambda size: 1; replaced(lambda *_, **__: signal.pause())", "formats.too_demanding"),
        ("signal.signal(signal.SIGTERM, signal.SIG_IGN); guarded.seconds_for = lambda size: 1; replaced(lambda *_, **__: signal.pause())", "formats.too_demanding"),
        ("replaced(lambda *_, **__: os.system('true'))", "formats.not_understood"),
    ],
    ids=["read", "read again", "with a timer", "garbage", "failing", "memory", "killed", "time", "time and an ignored signal", "starting something"],
)  # fmt: skip
def test_a_copy(tmp_path: Path, change: str, said: str) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(docx_of(["一、新建公园"]))

    done = subprocess.run(
        [sys.executable, "-c", READ.replace("CHANGE", change), str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.stdout, done.stderr) == (f"before {said} after\n", "")
    assert done.returncode == 0


def test_no_copy_beside_threads(tmp_path: Path) -> None:
    """A lock of another thread would never be given back: a new interpreter reads."""
    path = tmp_path / "plan.docx"
    path.write_bytes(docx_of(["一、新建公园"]))
    change = "threading.Thread(target=threading.Event().wait, daemon=True).start()"

    done = subprocess.run(
        [sys.executable, "-c", READ.replace("CHANGE", change), str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere'" in done.stderr
