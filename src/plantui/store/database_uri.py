"""The URI by which SQLite opens a file in a certain way."""

from __future__ import annotations

from pathlib import PurePath

_SHARE = "file://"


def database_uri(path: PurePath, query: str) -> str:
    """Return the URI of an absolute path, `query` appended (`mode=ro`), with every character that needs it quoted.

    A network share of Windows (`\\\\server\\share`) is a path here and no host: SQLite refuses any host.
    """
    uri = path.as_uri()
    if path.drive.startswith("\\\\"):
        uri = f"{_SHARE}//{uri.removeprefix(_SHARE)}"
    return f"{uri}?{query}"
