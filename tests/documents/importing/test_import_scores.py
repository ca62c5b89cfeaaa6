"""Documents in the manner of public ones, annotated before their first import, and how well each is read."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.paths import DOCS
from tests.support.scoring import Score, annotated, scored

UNLIKE: dict[str, int] = {}
"""Tasks of a document that are not read as annotated: missed, or with other departments, roles or days. None elsewhere."""
DOCUMENTS = [path.stem for path, _ in annotated()]


@cache
def _score(name: str) -> Score:
    return next(scored(path, gold) for path, gold in annotated() if path.stem == name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_tasks_are_read_as_annotated(name: str) -> None:
    """As many tasks as before are read with their departments, roles and days, and none is read that is not there."""
    score = _score(name)
    assert score.tasks.wanted - score.right == UNLIKE.get(name, 0), score.differences


def test_the_page_has_the_figures() -> None:
    """`docs/import-scores.md` says what is measured now."""
    whole = Score()
    for name in DOCUMENTS:
        whole += _score(name)
    page = (DOCS / "import-scores.md").read_text("utf-8")
    for row in _rows(whole):
        assert row in page


def _rows(score: Score) -> list[str]:
    return [
        f"{score.tasks.recall:.3f} / {score.tasks.precision:.3f} |",
        f"{score.departments.f1:.3f} |",
        f"{score.roles.f1:.3f} |",
        f"{score.dues.f1:.3f} |",
        f"{len(score.invented)} |",
        f"{len(score.losses)} |",
        f"{len(score.doubts)}, {len(score.at_differences)} of them |",
        f"{score.right} of {score.tasks.wanted} |",
    ]
