"""Rules are switched off one at a time, wherever they are known, and come back."""

from __future__ import annotations

import pytest

from bench.rule_worth import exchanged, modules, nothing_of, places
from plantui.documents.fields.deadlines.phrases import five_year_plan
from tests.support.rule_examples import read_example

KNOWN = places(modules())
TEXTS = {
    "deadlines.five_year_plan": "“十四五”期间建成3座。",
    "indicators.counted_object": "完成2.45万亩湿地修复。",
    "departments.likeness": "加固堤防。（市水利局负责）",
    "departments.without_others": "加固堤防。（市水利局、市财政局等10个部门负责）",
}


@pytest.mark.parametrize(("rule", "text"), TEXTS.items(), ids=TEXTS)
def test_a_rule_is_switched_off_and_on_again(rule: str, text: str) -> None:
    """In a table of rules, behind kept answers, in several modules: it is off in all of them."""
    function = next(getattr(value, "__wrapped__", value) for _, _, value in KNOWN[rule] if callable(value))
    instead = nothing_of(rule, function) or (lambda *args: 0)
    before = read_example(rule, text)
    with exchanged(KNOWN[rule], rule, instead):
        assert read_example(rule, text) != before

    assert read_example(rule, text) == before


def test_what_stands_for_a_rule_says_nothing() -> None:
    instead = nothing_of("deadlines.five_year_plan", five_year_plan)

    assert instead is not None
    assert [*instead("“十四五”期间", None)] == []
