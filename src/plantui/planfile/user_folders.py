"""The folders that the system gives plantui for a user's data, settings, state and cache. Nothing is created here."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

APP = "plantui"

Kind = Literal["data", "config", "state", "cache"]
"""Purpose of a folder."""

_AT_HOME: dict[Kind, str] = {
    "data": ".local/share",
    "config": ".config",
    "state": ".local/state",
    "cache": ".cache",
}
"""The places of the XDG base directories where no variable names them."""


def user_folder(kind: Kind) -> Path:
    """Return the user's folder of a kind, whether it is there or not."""
    return _by_variables(kind) or _by_library(kind)


def _by_variables(kind: Kind) -> Path | None:
    """Return what variables alone tell on Linux; None where platformdirs has to be asked.

    platformdirs says the same, but loads seventeen modules for kinds of folders that are not ours: 5 ms of every start.
    """
    if sys.platform != "linux" or hasattr(sys, "getandroidapilevel") or "ANDROID_DATA" in os.environ:
        return None
    named, home = os.environ.get(f"XDG_{kind.upper()}_HOME", ""), os.environ.get("HOME", "")
    if named.startswith("/"):
        return Path(named, APP)
    return Path(home, _AT_HOME[kind], APP) if not named and home.startswith("/") else None


def _by_library(kind: Kind) -> Path:
    import platformdirs

    paths = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "state": platformdirs.user_state_path,
        "cache": platformdirs.user_cache_path,
    }
    return paths[kind](APP, appauthor=False)
