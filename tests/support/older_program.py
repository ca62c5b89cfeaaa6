"""A plantui of an earlier version with a ledger open: today's, but it knows the tables only up to version 3."""

from __future__ import annotations

import sys
from pathlib import Path

from plantui.model.problem import PlantuiError
from plantui.model.terms import Language
from plantui.store.ledger import Ledger, file
from plantui.words import Words
from tests.support.ledger_samples import BUREAU, KEY, said

KNOWN = 3


def obey(path: Path) -> None:
    """Do what each line asks for, as a window does that stays open: `look`, `add`; say a refusal in words."""
    vars(file)["SCHEMA_VERSION"] = KNOWN
    with Ledger(path, "旧", idle_seconds=3600) as ledger:
        for line in sys.stdin:
            try:
                if line.strip() == "add":
                    ledger.add(KEY, BUREAU, said("旧"))
                answer = f"read {len(ledger.notes())}"
            except PlantuiError as error:
                answer = f"{type(error).__name__} {Words(Language.EN).error(error)}"
            sys.stdout.write(f"{answer}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    obey(Path(sys.argv[1]))
