"""The examples of the rules, each read as it is told, and rules whose ids are their own."""

from __future__ import annotations

import pytest

from plantui.documents.reference import examples
from plantui.documents.rule import all_rules
from tests.support.rule_examples import read_example

EXAMPLES = [(rule, text, read) for rule, texts in examples().items() for text, read in texts.items()]


@pytest.mark.parametrize(
    ("rule", "text", "read"), EXAMPLES, ids=[f"{rule}-{text[:12]}" for rule, text, _ in EXAMPLES]
)
def test_an_example_is_read_as_told(rule: str, text: str, read: str) -> None:
    assert read_example(rule, text) == read


def test_examples_are_of_rules_that_exist_and_ids_are_given_once() -> None:
    ids = [rule.id for rule in all_rules()]

    assert {rule for rule, _, _ in EXAMPLES} <= {*ids}
    assert len(ids) == len({*ids})


def test_every_rule_of_chinese_fields_has_an_example() -> None:
    """Those that say something of the document, and those that belong to the office, need a document and own words."""
    stages = ("departments.", "deadlines.", "indicators.", "goals.")
    without = {"departments.shared_by_all", "departments.own_labels", "deadlines.not_said_before"}
    without |= {"indicators.whole_task", "indicators.counted", "indicators.read_title"}

    assert {rule.id for rule in all_rules() if rule.id.startswith(stages)} - {*examples()} == without
