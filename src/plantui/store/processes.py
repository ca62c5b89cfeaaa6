"""The running programs of this machine, told from those that left drafts and unfinished files behind."""

from __future__ import annotations

import os


def host() -> str:
    """Return this machine's name, fit to stand in a file's name."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return "".join(letter if letter.isalnum() else "-" for letter in name)[:32] or "machine"


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
