"""The ids of a plan's sections and tasks: one rule for documents of every language."""

from __future__ import annotations

import pytest

from plantui.documents.assemble import section_ids, task_ids
from plantui.documents.reading import SectionHead


@pytest.mark.parametrize(
    ("codes", "sections", "expected"),
    [
        (["1", "2", "3"], ["1", "1", "2"], ["1", "2", "3"]),
        (["1", "2", "1"], ["1", "1", "2"], ["1.1", "1.2", "2.1"]),
        (["1", "1", "1"], ["1", "1", "1"], ["1.1", "1.1-2", "1.1-3"]),
        (["", "2", ""], ["1", "1", "1"], ["1.1", "1.2", "1.3"]),
        (["EL/24/1", "EL/24/2"], ["1", "1"], ["EL-24-1", "EL-24-2"]),
        ([], [], []),
    ],
    ids=["through", "anew in each section", "equal numbers", "without numbers", "codes", "none"],
)
def test_ids_of_tasks(codes: list[str], sections: list[str], expected: list[str]) -> None:
    assert task_ids(codes, sections) == expected


def test_ids_of_sections() -> None:
    """A number is the id, below that of the section above; what has no number is counted there, and no id comes twice."""
    first, again = SectionHead("甲", code="1"), SectionHead("乙", code="1")
    inside, counted = SectionHead("丙", code="2", above=first), SectionHead("Goal B", above=first)
    heads = [first, inside, counted, again, SectionHead("Goal C")]

    assert [*section_ids(heads).values()] == ["1", "1.2", "1.2-2", "1-2", "3"]
