"""The examples of the rules, each read as it is told, and rules whose ids are their own."""

from __future__ import annotations

import pytest

from bench.rule_worth import answer_of, exchanged, function_of, modules, nothing_of, places
from plantui.documents.reference import examples
from plantui.documents.rule import all_rules
from tests.support.rule_examples import read_example

KNOWN = places(modules())
EXAMPLES = [(rule, text, read) for rule, texts in examples().items() for text, read in texts.items()]


@pytest.mark.parametrize(
    ("rule", "text", "read"), EXAMPLES, ids=[f"{rule}-{text[:12]}" for rule, text, _ in EXAMPLES]
)
def test_an_example_is_read_as_told(rule: str, text: str, read: str) -> None:
    assert read_example(rule, text) == read


ENTRIES = {"goals.read_goals", "english.names_in", "english.read_figures", "english.bodies_in_sentence"}
"""Rules that the examples themselves ask: there is nothing to switch off."""


@pytest.mark.parametrize("rule", sorted({*examples()} - ENTRIES))
def test_an_example_needs_its_rule(rule: str) -> None:
    """Without the rule at least one of its examples is read otherwise."""
    instead = nothing_of(rule, function_of(KNOWN[rule], rule))
    if instead is None:
        pytest.skip("no answer of this rule says nothing")
    with exchanged(KNOWN[rule], rule, instead):
        assert any(answer_of(rule, text) != read for text, read in examples()[rule].items())


def test_examples_are_of_rules_that_exist_and_ids_are_given_once() -> None:
    ids = [rule.id for rule in all_rules()]

    assert {rule for rule, _, _ in EXAMPLES} <= {*ids}
    assert len(ids) == len({*ids})


def test_every_rule_of_chinese_fields_has_an_example() -> None:
    """Those that say something of the document, and those that belong to the office, need a document and own words."""
    stages = ("departments.", "deadlines.", "indicators.", "goals.")
    without = {"departments.shared_by_all", "departments.own_labels", "deadlines.not_said_before"}
    without |= {"deadlines.of_section", "deadlines.whole_year"}
    without |= {"indicators.whole_task", "indicators.counted", "indicators.read_title"}

    assert {rule.id for rule in all_rules() if rule.id.startswith(stages)} - {*examples()} == without
