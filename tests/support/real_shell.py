"""A real bash, zsh or fish behind a terminal, into which a test types."""

from __future__ import annotations

import json
import os
import pty
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from .paths import SOURCE

PROMPT = "READY> "
PATIENCE = 30
"""Seconds after which a shell that says nothing has failed."""

# Completion asks the real plantui; a command that is run only writes down its arguments.
PROGRAM = """#!{python}
import json, os, sys
if "_PLANTUI_COMPLETE" in os.environ:
    sys.path.insert(0, {source!r})
    from plantui.__main__ import main as run
    sys.exit(run())
with open({answers!r}, "a", encoding="utf-8") as file:
    print(json.dumps(sys.argv[1:]), file=file)
"""

# fish wants to be the leader of a session whose terminal this is.
LEADER = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""

START = {
    "bash": (["--noprofile", "--rcfile", "{rc}", "-i"], "PS1='{prompt}'\nsource {script}\n"),
    "zsh": (
        ["-i"],
        "PS1='{prompt}'\nunsetopt zle_bracketed_paste\nautoload -Uz compinit\ncompinit -u -D\nsource {script}\n",
    ),
    "fish": (
        ["--no-config", "-i", "-C", "source {rc}"],
        "function fish_prompt; echo -n '{prompt}'; end\nset -g fish_greeting\nsource {script}\n",
    ),
}


def typed_into(shell: str, folder: Path, environ: dict[str, str], lines: Sequence[str]) -> list[list[str]]:
    """Return the arguments that plantui was run with after somebody typed each of these lines and Enter."""
    binaries, answers, script = folder / "bin", folder / "answers", folder / f"completion.{shell}"
    executable = shutil.which(shell)
    assert executable
    binaries.mkdir()
    program = binaries / "plantui"
    program.write_text(
        PROGRAM.format(python=sys.executable, source=str(SOURCE), answers=str(answers)), "utf-8"
    )
    program.chmod(0o755)
    environ = {
        **environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(SOURCE),
        "TERM": "xterm",
        "ZDOTDIR": str(folder),
        "INPUTRC": os.devnull,
    }
    source = [sys.executable, "-m", "plantui", "completion", shell]
    script.write_bytes(subprocess.run(source, env=environ, capture_output=True, check=True).stdout)
    arguments, start = START[shell]
    rc = folder / (".zshrc" if shell == "zsh" else f"rc.{shell}")
    rc.write_text(start.format(prompt=PROMPT, script=shlex.quote(str(script))), "utf-8")
    answers.touch()
    _type([executable, *(argument.format(rc=rc) for argument in arguments)], environ, lines, answers)
    return [json.loads(line) for line in answers.read_text("utf-8").splitlines()]


def _type(command: list[str], environ: dict[str, str], lines: Sequence[str], answers: Path) -> None:
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", LEADER, *command],
        env=environ,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    try:
        _listen(controller, lambda said: PROMPT in said)
        for place, line in enumerate(lines, start=1):
            os.write(controller, f"{line}\r".encode())
            _listen(controller, partial(_is_answered, answers, place))
    finally:
        process.kill()
        process.wait()
        os.close(controller)


def _is_answered(answers: Path, place: int, said: str) -> bool:
    """Return whether the command of that line has run and the shell shows its prompt again."""
    return answers.read_bytes().count(b"\n") >= place and PROMPT in said


def _listen(controller: int, is_enough: Callable[[str], bool]) -> None:
    """Read what the shell says until it is enough."""
    said = b""
    while select.select([controller], [], [], PATIENCE)[0]:
        said += os.read(controller, 4096)
        if is_enough(said.decode(errors="replace")):
            return
    raise AssertionError(f"the shell does not answer; it said {said.decode(errors='replace')!r}")
