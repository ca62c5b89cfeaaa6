"""The places where plantui keeps things: small functions over the platform's folders. Nothing is created here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plantui.planfile.search_path import at_home
from plantui.planfile.user_folders import user_folder

LEDGER_VARIABLE = "PLANTUI_DB"


def ledger_file(option: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the ledger's file: `--db`, else PLANTUI_DB, else the platform's data folder."""
    if option is not None:
        return at_home(option)
    if named := environ.get(LEDGER_VARIABLE):
        return at_home(Path(named))
    return user_folder("data") / "ledger.db"


def is_nothing_at(path: Path) -> bool:
    """Return whether the system says that nothing is at a path; False where it does not let us look."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def cache_folder() -> Path:
    """Return the folder of what can be made again."""
    return user_folder("cache")


def config_file(environ: Mapping[str, str]) -> Path:
    """Return the file of the user's settings: PLANTUI_CONFIG, else the platform's configuration folder."""
    if named := environ.get("PLANTUI_CONFIG"):
        return at_home(Path(named))
    return user_folder("config") / "config.toml"


def working_folder() -> Path:
    """Return the folder that the program works in, the user's own where that one has been deleted meanwhile."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return at_home(Path("~"))


def state_file() -> Path:
    """Return the file of what the interface remembers between runs: which branches are open."""
    return user_folder("state") / "interface.json"
