"""The processors of this machine, and its running programs, told from those that left drafts and unfinished files behind."""

from __future__ import annotations

import os


def host() -> str:
    """Return this machine's name, fit to stand in a file's name."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return "".join(letter if letter.isalnum() else "-" for letter in name)[:32] or "machine"


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_alive(process: int) -> bool:
    """Return whether a process of this machine still runs. Where the system cannot be asked, it counts as alive."""
    if os.name != "posix":
        return True  # elsewhere os.kill would end the process that it asks about
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # another user's
    return True
