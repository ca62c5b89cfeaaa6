"""How long the tests of reliability go on: short with all other tests, long in `make soak`."""

from __future__ import annotations

import os

IS_LONG = "PLANTUI_SOAK" in os.environ  # read before the tests' own environment is made

KILLS = 2_000 if IS_LONG else 50
"""Programs killed at each kind of work: saving, merging, bringing tables up to date."""
LARGE_KILLS = 10 if IS_LONG else 4
LARGE_NOTES = 1_200_000 if IS_LONG else 6_000
"""Notes of the large ledger that is brought up to date."""
NOTES = 500 if IS_LONG else 25
"""Notes that each of eight programs saves."""
FILES = 200 if IS_LONG else 6
"""Ledgers whose files come and go."""
CLOCKS = 100 if IS_LONG else 4
"""Ledgers written to by a clock that jumps."""
SEED = int(os.environ.get("PLANTUI_SOAK_SEED", "1"))
