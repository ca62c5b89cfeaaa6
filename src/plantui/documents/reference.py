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

`plantui import` reads a published document by these rules alone, and `plantui import FILE --explain` names the rule of each
field. Each is one named function of `plantui.documents`; this page is made from their docstrings and from the examples in
`src/plantui/documents/languages` (`python -m plantui.documents.reference`), which are tests, too: behind → stands what is
read, ⏎ is a line end, — is nothing, ? a doubt. What no rule understands is reported as remainder, and what a rule is not
sure of as a doubt.
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
            yield from (f"## {heading}", "", *(line for rule in found for line in _entry(rule)), "")


def _entry(rule: Rule) -> Iterator[str]:
    yield f"- `{rule.id}`: {' '.join(rule.meaning.split())}"
    for text, read in examples().get(rule.id, {}).items():
        yield f"  - {_inline(text)} → {_inline(read)}"


def examples() -> dict[str, dict[str, str]]:
    """Return the examples of the rules of both languages, by the rule's id: a text, and what is read of it."""
    from plantui.documents.languages.en._examples import EXAMPLES as ENGLISH
    from plantui.documents.languages.zh._examples import EXAMPLES as CHINESE

    return {**CHINESE, **ENGLISH}


def _inline(text: str) -> str:
    return f"`{text.replace(chr(10), ' ⏎ ')}`"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - run by hand to write the page
