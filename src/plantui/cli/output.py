"""Writes data to stdout and words to stderr. No control character of anybody's text reaches a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import IO

from plantui.model.problem import ExitCode, Message, PlantuiError
from plantui.model.system import system_reason
from plantui.model.text import escaped_json, visible
from plantui.words.catalogue import Words

_AT_ONCE = 200
"""Lines that are written at a time."""


def prepare_streams() -> None:
    """Set the standard streams up: what is piped is UTF-8; what a terminal cannot show is replaced rather than fatal.

    A stream that the caller has closed reads as empty and swallows what is written.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the process lives
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # absent where a test stands in for the stream
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def say(sentence: str) -> None:
    """Tell the user something, on stderr.

    Where nothing can be written there, as with a log on a full disk, what is done stays done: the exit code tells.
    """
    try:
        print(visible(sentence), file=sys.stderr, flush=True)  # noqa: T201 - the one place for words
    except OSError:
        discard(sys.stderr)


def discard(stream: IO[str]) -> None:
    """Drop what is written to a stream from now on, so that the interpreter's own last flush does not complain too."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def tell_failure(words: Words, error: PlantuiError | OSError, arguments: Sequence[str] = ()) -> int:
    """Tell the user what went wrong, in one sentence, and return the exit code.

    An error of the system comes from a full disk behind `> file`, or a folder that went away: the machine's fault.
    """
    if isinstance(error, PlantuiError):
        say(words.error(error))
        if error.exit_code == ExitCode.USAGE:
            say_lookalikes(words, arguments, error)
        return int(error.exit_code)
    place = f"{error.filename}: " if error.filename else ""
    reason = system_reason(error)
    told = words(reason) if isinstance(reason, Message) else reason
    say(words("cli.system_refuses", reason=f"{place}{told}"))
    return int(ExitCode.DATA)


def say_lookalikes(words: Words, arguments: Sequence[str], error: PlantuiError | str) -> None:
    """Name the full-width signs in the arguments that the refusal is about."""
    if all(argument.isascii() for argument in arguments):
        return
    from .lookalikes import lookalike_hints

    for hint in lookalike_hints(words, arguments, error):
        say(hint)


def write(text: str) -> None:
    """Put data on stdout as it is, with a line end."""
    sys.stdout.write(text)
    sys.stdout.write("\n")


def write_text(text: str) -> None:
    """Put readable text on stdout."""
    write(visible(text))


def write_pieces(pieces: Iterable[str]) -> None:
    """Put the text of a file on stdout: as it is into a pipe, readable on a terminal."""
    from plantui.export.writing import emit

    if sys.stdout.isatty():
        sys.stdout.writelines(map(visible, pieces))
    else:
        sys.stdout.flush()
        emit(pieces, sys.stdout.buffer)


def write_json(value: object) -> None:
    """Put one value on stdout as indented JSON."""
    write(json_text(value, indent=2))


def write_json_array(values: Iterable[str]) -> None:
    """Put many values, each as JSON text, on stdout as an array, one to a line, without holding them all."""
    stream: IO[str] = sys.stdout
    stream.write("[")
    between, left = "\n", iter(values)
    while lines := list(islice(left, _AT_ONCE)):
        stream.write(between + ",\n".join(lines))
        between = ",\n"
    stream.write("\n]\n" if between != "\n" else "]\n")


def json_text(value: object, indent: int | None = None) -> str:
    """Return a value as JSON with Chinese as it is and every control character escaped."""
    import json

    return escaped_json(json.dumps(value, ensure_ascii=False, indent=indent))
