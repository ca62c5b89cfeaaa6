"""What differs between two copies of a document, and between two versions of a plan."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {}
