"""Writes the notes of one plan as JSON by the library alone, as `plantui note list` does: `note_json.py LEDGER PLAN`."""

from __future__ import annotations

import json
import sqlite3
import sys

_COLUMNS = (
    "id, plan, task, department, status, percent, progress, problems, next_steps, reason, "
    "author, as_of, written_at, supersedes"
)
_BESIDE = {
    "requirements": [],
    "actuals": [],
    "evidence": [],
    "stage": "saved",
    "stage_reason": "",
    "reopened": False,
    "late": None,
}


def main(ledger: str, plan: str) -> None:
    """Write an array, one note to a line."""
    names = _COLUMNS.split(", ")
    connection = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    sql = f"SELECT {_COLUMNS} FROM note WHERE plan = ? ORDER BY as_of, written_at, id"
    between = "[\n"
    for row in connection.execute(sql, (plan,)):
        sys.stdout.write(between)
        sys.stdout.write(json.dumps({**dict(zip(names, row, strict=True)), **_BESIDE}, ensure_ascii=False))
        between = ",\n"
    sys.stdout.write("\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
