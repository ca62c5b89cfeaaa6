"""Every rule says what it means, and the page of the rules is up to date."""

from __future__ import annotations

from plantui.documents.reference import page
from plantui.documents.rule import all_rules
from tests.support.paths import ROOT


def test_every_rule_is_explained() -> None:
    """A rule without a docstring could not be documented."""
    assert [rule.name for rule in all_rules() if len(rule.meaning) < 20] == []


def test_the_page_is_made_from_the_rules() -> None:
    """docs/import-rules.md is what `python -m plantui.documents.reference` prints."""
    assert page() == (ROOT / "docs" / "import-rules.md").read_text("utf-8")
