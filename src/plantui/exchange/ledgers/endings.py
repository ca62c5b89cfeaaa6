"""The files that may be ledgers, told by their names: nothing of a ledger has to be loaded for others."""

from __future__ import annotations

_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".et", ".ods")


def may_be_ledger(file: str) -> bool:
    """Return whether a file's name is that of a table."""
    return file.lower().endswith(_SUFFIXES)
