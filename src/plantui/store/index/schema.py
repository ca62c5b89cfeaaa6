"""The tables of the index. It is a cache: another version is simply built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSION = 16
"""Raised whenever a table, or the meaning of what is in it, changes."""


def create(db: Database) -> None:
    """Make the empty tables."""
    db.table("file").create(
        {"path": str, "size": int, "mtime_ns": int, "sha256": str, "position": int, "problems": str},
        pk="path",
    )
    # Row numbers are never used twice, since the full-text table cannot forget one.
    db.table("counter").insert({"next_row": 0})
    # A plan's `first` row number is its identity in the index: two files may hold plans of one id.
    db.table("plan").create(
        {"first": int, "tasks": int, "id": str, "path": str, "position": int, "shown": int}
        | {"info": str, "goals": str},
        pk="first",
    )
    db.table("section").create(
        {"plan": int, "ordinal": int, "id": str, "number": str, "title": str}
        | {"parent": int, "depth": int, "first": int, "own": int, "total": int, "source": str},
        pk=("plan", "ordinal"),
    )
    db.table("task").create(
        {"pk": int, "plan": int, "section": int, "id": str, "number": str, "title": str, "due": str}
        | {"accountable": str},
        pk="pk",
    )
    # Covers what the ledger's bulk reading asks of each task: its row lies on another page for every second task.
    db.table("task").create_index(["plan", "id", "accountable"])
    db.table("body").create({"pk": int, "json": str}, pk="pk")
    db.table("facet").create(
        {"kind": str, "value": str, "plan": int, "bits": bytes}, pk=("kind", "value", "plan")
    )
    db.table("department").create(
        {"position": int, "region": str, "name": str, "aliases": str, "members": str}, pk="position"
    )
    # In pinyin: the titles of a plan, and every name of a department from each place where letters for it may begin.
    db.table("spelled_title").create({"plan": int, "titles": bytes, "initials": bytes}, pk="plan")
    db.table("spelled_name").create({"name": str, "spelled": str}, pk="name")
    # Contentless: the grams are found again through the row number only.
    db.execute(
        "create virtual table words using fts5(title, names, body, content='', columnsize=0, tokenize='ascii')"
    )
    db.execute(f"pragma user_version = {VERSION}")
