"""The user's folders: the ones that platformdirs names, whether it is asked or not."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from plantui.planfile import user_folders
from plantui.planfile.user_folders import Kind, user_folder

KINDS: tuple[Kind, ...] = ("data", "config", "state", "cache")

ENVIRONMENTS: dict[str, dict[str, str | None]] = {
    "variables": {f"XDG_{kind.upper()}_HOME": f"/srv/of {kind}" for kind in KINDS},
    "home": {"HOME": "/home/王"},
    "home with a stroke at its end": {"HOME": "/home/wang/"},
    "root as home": {"HOME": "/"},
    "empty variables": {f"XDG_{kind.upper()}_HOME": "" for kind in KINDS},
    "a stroke at the end": {"XDG_DATA_HOME": "/srv/data/", "XDG_CACHE_HOME": "/srv//cache"},
    "blank": {"XDG_DATA_HOME": " ", "HOME": "/home/wang"},
    "relative": {"XDG_CONFIG_HOME": "settings", "HOME": "/home/wang"},
    "no home": {"HOME": None},
    "Android": {"ANDROID_DATA": "/data", "ANDROID_ROOT": "/system", "SHELL": "/bin/sh", "HOME": "/home/wang"},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, name: str, kind: Kind
) -> None:
    for variable in ("HOME", *(f"XDG_{one.upper()}_HOME" for one in KINDS)):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "/home/li")
    for variable, value in ENVIRONMENTS[name].items():
        if value is None:
            monkeypatch.delenv(variable)
        else:
            monkeypatch.setenv(variable, value)
    expected = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "state": platformdirs.user_state_path,
        "cache": platformdirs.user_cache_path,
    }

    assert user_folder(kind) == expected[kind]("plantui", appauthor=False)


def test_on_other_systems_platformdirs_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_folders, "_by_library", lambda kind: Path("asked for", kind))
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/data")
    monkeypatch.setattr(sys, "platform", "darwin")

    assert user_folder("data") == Path("asked for", "data")
