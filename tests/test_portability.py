"""Systems where the program cannot be tried here: it starts without what only POSIX has, with other paths and code pages."""

from __future__ import annotations

import ast
import codecs
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from plantui.export.filename import suggested_name
from plantui.export.formats import Format
from plantui.export.heading import Heading
from plantui.model.terms import Language, PlanStatus
from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.store.database_uri import database_uri
from plantui.store.index.library import PlanEntry
from plantui.words import Words
from tests.support.paths import PACKAGE

MODULES = frozenset(
    [
        "crypt",
        "curses",
        "fcntl",
        "grp",
        "nis",
        "posix",
        "pty",
        "pwd",
        "readline",
        "resource",
        "spwd",
        "syslog",
        "termios",
        "tty",
    ]
)
IN_OS = frozenset(
    [
        "chown",
        "confstr",
        "ctermid",
        "fchdir",
        "fchmod",
        "fchown",
        "fork",
        "forkpty",
        "getegid",
        "geteuid",
        "getgid",
        "getgroups",
        "getloadavg",
        "getpgid",
        "getpgrp",
        "getresuid",
        "getuid",
        "killpg",
        "lchown",
        "lockf",
        "mkfifo",
        "mknod",
        "nice",
        "openpty",
        "pathconf",
        "pipe2",
        "posix_fadvise",
        "posix_fallocate",
        "posix_spawn",
        "pread",
        "preadv",
        "pwrite",
        "pwritev",
        "sched_getaffinity",
        "sched_yield",
        "sendfile",
        "setegid",
        "seteuid",
        "setgid",
        "setpgid",
        "setsid",
        "setuid",
        "statvfs",
        "fstatvfs",
        "sync",
        "sysconf",
        "tcgetpgrp",
        "ttyname",
        "uname",
        "wait",
        "wait3",
        "wait4",
        "waitid",
        "fdatasync",
        "O_CLOEXEC",
        "O_DIRECTORY",
        "O_DSYNC",
        "O_NOCTTY",
        "O_NOFOLLOW",
        "O_NONBLOCK",
        "O_PATH",
        "O_SYNC",
        "O_TMPFILE",
        "WNOHANG",
    ]
)
IN_SIGNAL = frozenset(
    [
        "ITIMER_PROF",
        "ITIMER_REAL",
        "ITIMER_VIRTUAL",
        "SIGALRM",
        "SIGCHLD",
        "SIGCONT",
        "SIGHUP",
        "SIGKILL",
        "SIGPIPE",
        "SIGQUIT",
        "SIGSTOP",
        "SIGTSTP",
        "SIGTTIN",
        "SIGTTOU",
        "SIGUSR1",
        "SIGUSR2",
        "SIGWINCH",
        "alarm",
        "getitimer",
        "pause",
        "pthread_kill",
        "pthread_sigmask",
        "setitimer",
        "siginterrupt",
        "sigpending",
        "sigtimedwait",
        "sigwait",
        "sigwaitinfo",
    ]
)
KEPT_IN = {
    "fcntl": "store/ledger/log_users.py",
    "resource": "documents/formats/memory.py",
    "os.fork": "documents/formats/copied.py",
    "os.chown": "store/atomic.py",
    "os.getuid": "store/account.py",
    "os.sched_getaffinity": "store/processes.py",
    "os.uname": "store/processes.py",
    "signal.SIGKILL": "documents/formats/office_watch.py",
    "signal.ITIMER_REAL": "cli/time_limit.py",
    "signal.SIGALRM": "cli/time_limit.py",
    "signal.setitimer": "cli/time_limit.py",
}
"""Names that only POSIX has, each used in one file, which goes on without it."""

STARTS_PROCESSES = frozenset({"posix_spawn"})
"""What the standard library's `subprocess` has decided on when it was imported, on Python 3.13 for nearly every process."""


def _used(file: Path) -> set[str]:
    """Return what only POSIX has and a file names outright; `getattr` with a default is no such use."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names = {"os": IN_OS, "signal": IN_SIGNAL}.get(node.value.id, frozenset())
            found |= {f"{node.value.id}.{node.attr}"} if node.attr in names else set()
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} & MODULES
            names = {"os": IN_OS, "signal": IN_SIGNAL}.get(node.module, frozenset())
            found |= {f"{node.module}.{name.name}" for name in node.names if name.name in names}
    return found


def test_what_only_posix_has_is_kept_in_one_file_each() -> None:
    found = [
        (name, file.relative_to(PACKAGE).as_posix())
        for file in sorted(PACKAGE.rglob("*.py"))
        for name in _used(file)
    ]

    assert sorted(found) == sorted(KEPT_IN.items())


BARE = f"""
import importlib, os, pkgutil, signal, subprocess, sys
# What libraries need of POSIX they look for themselves; ours is in question.
import platformdirs.unix, textual.app, asyncio, tempfile, getpass, sqlite_utils
for name in {sorted(MODULES)}:
    sys.modules[name] = None
for module, names in ((os, {sorted(IN_OS - STARTS_PROCESSES)}), (signal, {sorted(IN_SIGNAL)})):
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
import plantui
for module in pkgutil.walk_packages(plantui.__path__, "plantui."):
    importlib.import_module(module.name)
from plantui.__main__ import main
today = ["--lang", "en", "--today", "2025-06-30"]
added = ["note", "add", "zhengzhou", "no:2", "--department", "市工信局", "--status", "in_progress", "--progress", "开工"]
codes = [main([*today, *rest]) for rest in (["list"], added, ["note", "list"], ["check"], ["import", sys.argv[1]])]
sys.stderr.write(f"codes {{codes}}\\n")
"""


def _environ(home: Path, **changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PLANTUI_", "LC_"))}
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "STATE", "CACHE", "CONFIG")}
    return kept | {"HOME": str(home), "PYTHONIOENCODING": "utf-8"} | folders | changes


def test_the_commands_work_without_what_only_posix_has(tmp_path: Path) -> None:
    """Every module is imported; list, note add, note list, check and import end well."""
    document = PACKAGE.parents[1] / "plans" / "sanmenxia-2023-2025.txt"
    done = subprocess.run(
        [sys.executable, "-c", BARE, str(document)],
        env=_environ(tmp_path, PLANTUI_AUTHOR=""),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr.splitlines()[-1:] == ["codes [0, 0, 0, 0, 0]"], done.stderr
    assert "开工" in done.stdout


@pytest.mark.parametrize("variable", ["USERNAME", ""])
def test_an_account_without_a_name(tmp_path: Path, variable: str) -> None:
    """Windows has no number of a user; the name stands in a variable or nowhere."""
    program = (
        "import os, sys\n"
        "import getpass\n"
        "sys.modules['pwd'] = None\n"
        "del os.getuid\n"
        "from plantui.store.account import account_name\n"
        "print(account_name())\n"
    )
    environ = _environ(tmp_path)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        environ.pop(name, None)
    if variable:
        environ[variable] = "wang"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == ("wang" if variable else "user")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (
            PureWindowsPath(r"C:\Users\王 芳\a%b#c?.db"),
            "file:///C:/Users/%E7%8E%8B%20%E8%8A%B3/a%25b%23c%3F.db?mode=ro",
        ),
        (PureWindowsPath(r"\\server\share\ledger.db"), "file:////server/share/ledger.db?mode=ro"),
        (PurePosixPath("/home/王 芳/a?b#c.db"), "file:///home/%E7%8E%8B%20%E8%8A%B3/a%3Fb%23c.db?mode=ro"),
    ],
)
def test_the_uri_of_a_database(path: PureWindowsPath | PurePosixPath, uri: str) -> None:
    """A drive and a share of Windows are paths; no character of a name is taken for a part of the URI."""
    assert database_uri(path, "mode=ro") == uri


@pytest.mark.parametrize("name", ["a?b#c%20.db", "王 芳.db", "a&mode=memory.db"])
def test_a_database_is_opened_by_its_uri(tmp_path: Path, name: str) -> None:
    """The file is opened that has the name, whatever the name holds."""
    with closing(sqlite3.connect(database_uri(tmp_path / name, "mode=rwc"), uri=True)) as database:
        database.execute("create table t (x)")

    assert [file.name for file in tmp_path.iterdir()] == [name]


TITLES = [
    "CON.计划",
    "com1.x",
    "NUL",
    "a:b?c*d",
    "计划. ",
    "...",
    "a\tb\nc",
    "𠀀" * 100,
    "水" * 100,
    "\\\\server\\x",
    "LPT9.",
]
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
@pytest.mark.parametrize("form", Format)
def test_a_file_name_that_every_system_takes(title: str, form: Format) -> None:
    """No device, no sign that Windows forbids, no point or blank at the end, at most 255 bytes."""
    entry = PlanEntry(
        0, 1, "demo", "demo.toml", title, title, "市", PlanStatus.IN_FORCE, (), 2023, 2025, "", "", ""
    )
    heading = Heading((entry,), Filter(), View.TREE, date(2025, 6, 30), 1, 1, several_regions=False)
    name = suggested_name(heading, form, Words(Language.ZH))

    assert not set(name) & set('/\\:*?"<>|\t\n')
    assert name.split(".")[0].casefold() not in DEVICES
    assert not name.endswith((".", " "))
    assert len(name.encode()) <= 255
    assert PureWindowsPath(name).name == PurePosixPath(name).name == name


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a program can hold")
@pytest.mark.parametrize("page", ["cp936", "gb18030", "cp437", "ascii"])
def test_a_terminal_with_another_code_page(tmp_path: Path, page: str) -> None:
    """What the code page does not have is replaced; nothing raises, whatever the command, folders in Chinese included."""
    home = tmp_path / "主页"
    plans = home / "计划"
    plans.mkdir(parents=True)
    text = (PACKAGE.parents[1] / "plans" / "xinxiang-2023-2025.toml").read_text("utf-8")
    assert 'title = "' in text
    (plans / "x.toml").write_text(
        text.replace('id = "xinxiang-2023-2025"', 'id = "x"', 1).replace('title = "', 'title = "🚰é', 3),
        "utf-8",
    )
    environ = _environ(home, PYTHONIOENCODING=page, LC_ALL="C", PYTHONCOERCECLOCALE="0")
    start = [sys.executable, "-X", "utf8=0", "-m", "plantui", "--lang", "zh", "--plans", os.fsdecode(plans)]
    for command in (
        ["list"],
        ["show", "x"],
        ["plans"],
        ["stats"],
        ["check"],
        ["list", "--help"],
        ["lst"],
        ["export"],
    ):
        code, shown = _on_a_terminal([*start, *command], environ)
        assert code == (2 if command == ["lst"] else 0), shown
        assert b"Traceback" not in shown
        assert shown.strip()
        codecs.decode(
            shown, "utf-8" if page == "ascii" else page
        )  # click takes an ASCII terminal for misconfigured


def _on_a_terminal(command: list[str], environ: dict[str, str]) -> tuple[int, bytes]:
    """Run a command with a terminal as its standard output and error; return its exit code and what it showed."""
    import pty

    holder, terminal = pty.openpty()
    try:
        process = subprocess.Popen(
            command, env=environ, stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal
        )
    finally:
        os.close(terminal)
    shown = bytearray()
    try:
        while piece := os.read(holder, 1 << 16):
            shown += piece
    except OSError:  # Linux says so where the other side is closed
        pass
    finally:
        os.close(holder)
    return process.wait(), bytes(shown)
