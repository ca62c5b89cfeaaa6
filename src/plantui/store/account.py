"""The name of the account that the program runs under: the only file that asks for a user's number."""

from __future__ import annotations

import os


def account_name() -> str:
    """Return the account's name; its number where it has none, as in containers, and a word where it has neither."""
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # ImportError: Windows without the variable USERNAME
        return f"uid {os.getuid()}" if hasattr(os, "getuid") else "user"
