"""docs/import-rules.md, made from the rules' docstrings."""

from __future__ import annotations

from collections.abc import Iterator

from .rule import Rule, Stage, all_rules

_HEADINGS = {
    Stage.FORMAT: "What goes in",
    Stage.REPAIR: "Repairing broken text",
    Stage.OUTLINE: "Outline and tasks",
    Stage.FRONT: "Front matter",
    Stage.DEPARTMENTS: "Departments",
    Stage.DEADLINES: "Deadlines",
    Stage.INDICATORS: "Indicators",
    Stage.GOALS: "Goals",
    Stage.TABLES: "Task tables",
    Stage.ENGLISH: "English plans",
    Stage.LOSSES: "What may be lost",
}
_INTRODUCTION = """# Import rules

`plantui import` reads a published document by these rules alone. Each is one named function of `plantui.documents`, with
tests; this page is made from their docstrings (`python -m plantui.documents.reference`). What no rule understands is
reported as remainder, and what a rule is not sure of as a doubt.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    rules = all_rules()
    for stage, heading in _HEADINGS.items():
        found = [rule for rule in rules if rule.stage is stage]
        if found:
            yield from (f"## {heading}", "", *(_entry(rule) for rule in found), "")


def _entry(rule: Rule) -> str:
    return f"- **{rule.name.replace('_', ' ')}**: {' '.join(rule.meaning.split())}"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - run by hand to write the page
