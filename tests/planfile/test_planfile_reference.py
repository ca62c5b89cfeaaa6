"""The documentation is made from the table that drives the checks."""

from __future__ import annotations

import tomllib

from plantui.model.terms import Language
from plantui.planfile.reader import read_plan
from plantui.planfile.reference import page, reference
from plantui.words import Words
from tests.support.paths import DOCS

PAGE = DOCS / "plan-format.md"


def test_page_is_up_to_date() -> None:
    """Making the key tables again changes nothing, and both languages are there."""
    text = PAGE.read_text(encoding="utf-8")
    words = {language.value: Words(language) for language in Language}

    assert text == page(text, words)
    assert all(reference(catalogue) in text for catalogue in words.values())


def test_example_is_sound() -> None:
    """The example of the page is a plan without problems."""
    example = PAGE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]

    assert read_plan(example.encode(), "demo-2025.toml").problems == ()
    assert tomllib.loads(example)["plan"]["id"] == "demo-2025"
