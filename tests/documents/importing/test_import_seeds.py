"""The four bundled plans are what the import makes of their documents, before any review."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest

from plantui.model.plan import Plan
from tests.support.imported_documents import SEEDS, document, imported, reviewed, roles


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", normalize("NFKC", text)).replace("〔", "(").replace("〕", ")")


@pytest.mark.parametrize(("name", "plan"), SEEDS.items())
def test_structure_and_text(name: str, plan: str) -> None:
    """Sections, ids, numbers, titles and texts are those of the reviewed plan."""

    def shape(plan: Plan) -> list[tuple[str, ...]]:
        sections = [(s.id, s.number, s.title, s.parent or "") for s in plan.sections]
        return sections + [(t.id, t.section, t.number, t.title, _fold(t.text)) for t in plan.tasks]

    assert shape(reviewed(plan)) == shape(imported(document(name)).plan)


@pytest.mark.parametrize(("name", "plan"), SEEDS.items())
def test_departments_and_deadlines(name: str, plan: str) -> None:
    """Every department in its role, every dated phrase with its day."""

    def said(plan: Plan) -> list[object]:
        return [
            (
                t.id,
                {role: [_fold(n) for n in names] for role, names in roles(t).items()},
                [(_fold(d.phrase), d.due) for d in t.deadlines],
            )
            for t in plan.tasks
        ]

    assert said(reviewed(plan)) == said(imported(document(name)).plan)


@pytest.mark.parametrize(("name", "plan"), SEEDS.items())
def test_front_matter(name: str, plan: str) -> None:
    """Title, number, issuer, date, period, region and status."""
    expected, read = reviewed(plan).info, imported(document(name)).plan.info

    for key in (
        "document_number",
        "issuer",
        "issued",
        "region",
        "start_year",
        "end_year",
        "status",
        "responsible",
    ):
        assert getattr(expected, key) == getattr(read, key)
    assert _fold(expected.title) == _fold(read.title)


def test_two_copies_of_one_document() -> None:
    """Two extractions of one document give the same tasks, whatever their widths and wraps."""
    first, second = (imported(document(name)).plan for name in ("zhengzhou-a", "zhengzhou-b"))

    assert [(t.id, t.title, _fold(t.text), roles(t)) for t in first.tasks] == [
        (t.id, t.title, _fold(t.text), roles(t)) for t in second.tasks
    ]


@pytest.mark.parametrize("name", SEEDS)
def test_every_character_is_accounted_for(name: str) -> None:
    """Nothing of a well-understood document is left without a name."""
    assert imported(document(name)).shares.coverage > 0.999


@pytest.mark.parametrize("name", SEEDS)
def test_places_lead_back_to_the_document(name: str) -> None:
    """The recorded ranges hold the words of their fields."""
    text = document(name)
    for task in imported(text).plan.tasks:
        assert task.source is not None
        start, end = map(int, task.source.title.split("-"))
        assert _fold(text[start:end]).replace("*", "")[:2] == _fold(task.title)[:2]
        for (_, department), place in zip(task.departments.pairs(), task.source.departments, strict=True):
            start, end = map(int, place.split("-"))
            assert _fold(text[start:end])[-1] in _fold(department)
        for deadline, place in zip(task.deadlines, task.source.deadlines, strict=True):
            start, end = map(int, place.split("-"))
            assert _fold(text[start:end]) == _fold(deadline.phrase)
