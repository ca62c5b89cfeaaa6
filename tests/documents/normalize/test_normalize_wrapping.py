"""How the lines were cut does not change what is read."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantui.documents.languages.language import CHINESE
from plantui.documents.normalize.normalize import normalize
from plantui.documents.source import SourceKind, source_of
from plantui.model.plan import Plan
from tests.support.imported_documents import document, imported, roles

NAMES = ("zhengzhou-a", "sanmenxia", "xinxiang", "beautiful-zhengzhou")


def _said(plan: Plan) -> list[Any]:
    tasks = [(t.id, t.title, t.text, roles(t), t.deadlines) for t in plan.tasks]
    return [
        plan.info.title,
        plan.info.issued,
        plan.info.document_number,
        [s.title for s in plan.sections],
        tasks,
    ]


@cache
def _paragraphs(name: str) -> tuple[str, ...]:
    fixed = normalize(source_of("x", "", SourceKind.TEXT, document(name)), CHINESE)
    return tuple((p.number_text.text if p.number_text else "") + p.text.text for p in fixed.paragraphs)


@cache
def _expected(name: str) -> list[Any]:
    return _said(imported("\n".join(_paragraphs(name))).plan)


def _wrapped(name: str, width: int, between: str, page: str) -> str:
    lines = [p[at : at + width] for p in _paragraphs(name) for at in range(0, len(p), width)]
    for place in range(len(lines) - len(lines) % 30, 0, -30) if page else ():
        lines.insert(place, page.format(place // 30))
    return between.join(lines)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(NAMES),
    width=st.integers(20, 75),
    between=st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]),
    page=st.sampled_from(["", "- {} -", "{}", "第{}页", "— {} —"]),
)
def test_columns_and_page_numbers(name: str, width: int, between: str, page: str) -> None:
    """A document cut at any column, with or without blank lines and page numbers, reads the same."""
    text = _wrapped(name, width, between.replace("\r\n", "\n"), page)

    assert _expected(name) == _said(imported(text).plan)


@pytest.mark.parametrize("name", NAMES)
def test_widths_of_punctuation(name: str) -> None:
    """Half-width commas, colons and brackets read like full-width ones."""
    text = document(name).translate(str.maketrans("，：；（）", ",:;()"))

    assert _expected(name)[3:] == _said(imported(text).plan)[3:]
