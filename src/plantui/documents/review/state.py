"""A review on the disk: JSON beside the interface's own state, one file per document, named after its content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .decision import Decision

FORMAT = 1


def state_text(document: str, decisions: Mapping[str, Decision]) -> str:
    """The decisions on a document (its SHA-256) as a file's text."""
    fields = {
        key: {"was": decision.was} if decision.line is None else {"was": decision.was, "line": decision.line}
        for key, decision in decisions.items()
    }
    data = {"format": FORMAT, "document": document, "fields": fields}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def decisions_of(text: str, document: str) -> dict[str, Decision] | None:
    """The decisions of a file's text; None where it is not one about this document."""
    try:
        data: Any = json.loads(text)
        if data["format"] != FORMAT or data["document"] != document:
            return None
        return {
            str(key): Decision(str(row["was"]), str(row["line"]) if "line" in row else None)
            for key, row in data["fields"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
