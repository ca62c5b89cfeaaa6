"""The places where plantui keeps things: small functions over the platform's folders. Nothing is created here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plantui.planfile.search_path import at_home

APP = "plantui"
LEDGER_VARIABLE = "PLANTUI_DB"


def ledger_file(option: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the ledger's file: `--db`, else PLANTUI_DB, else the platform's data folder."""
    if option is not None:
        return at_home(option)
    if named := environ.get(LEDGER_VARIABLE):
        return at_home(Path(named))
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "ledger.db"


def cache_folder() -> Path:
    """Return the folder of what can be made again."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def config_file(environ: Mapping[str, str]) -> Path:
    """Return the file of the user's settings: PLANTUI_CONFIG, else the platform's configuration folder."""
    if named := environ.get("PLANTUI_CONFIG"):
        return at_home(Path(named))
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def working_folder() -> Path:
    """Return the folder that the program works in, the user's own where that one has been deleted meanwhile."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return at_home(Path("~"))


def state_file() -> Path:
    """Return the file of what the interface remembers between runs: which branches are open."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False) / "interface.json"
