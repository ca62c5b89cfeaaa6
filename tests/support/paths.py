"""Folders of the checkout that tests read from."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "plantui"
PLANS = ROOT / "plans"
DOCS = ROOT / "docs"
DATA = ROOT / "tests" / "data"
DOCUMENTS = DATA / "documents"
