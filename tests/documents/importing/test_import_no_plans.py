"""Documents that are no plans: what the import takes for tasks in them is doubtful at each of its places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plantui.documents.account.losses import gathered
from plantui.documents.doubt_kinds import DoubtKind, kind_of_doubt
from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks
from plantui.documents.place import span_of
from plantui.documents.reading import Doubt
from plantui.documents.traced import Span
from tests.support.imported_documents import imported
from tests.support.paths import DOCUMENTS

NO_PLANS = sorted((DOCUMENTS / "no-plans").glob("*.txt"))
_AT_A_TASK = (DoubtKind.LOST, DoubtKind.GUESS)


def _doubted(found: Imported) -> list[Span]:
    """Return the places of doubts that make somebody look at a task as such."""
    doubts = [doubt for doubt in found.doubts if kind_of_doubt(doubt) in _AT_A_TASK]
    return [span for doubt in doubts for span in (doubt.places or (doubt.span,))]


def test_there_are_twenty() -> None:
    """Notices, minutes, laws, news, contracts, speeches, recruitment, tenders: Chinese and English."""
    assert len(NO_PLANS) == 20
    assert len([path for path in NO_PLANS if path.stem.endswith("-en")]) == 7


@pytest.mark.parametrize("path", NO_PLANS, ids=lambda path: path.stem)
def test_no_task_is_undoubted(path: Path) -> None:
    """Each task has a doubt at its title or in its text; one doubt may be about all of them."""
    try:
        found = import_document(read_source(path))
    except NoTasks:
        return
    doubted = _doubted(found)
    for task in found.plan.tasks:
        assert task.source is not None
        places = [span_of(place) for place in (task.source.title, task.source.text) if place]
        assert any(one.start <= at.start < one.end for one in places for at in doubted), task.title


PLAN = """安河县2025年河道治理工作方案

一、主要任务

1.清淤疏浚。清淤河道12公里。（县水利局牵头）
2.岸线整治。整治岸线8公里。
3.水质监测。设置监测点6处。
"""


def _reasons(found: Imported) -> list[str]:
    return [doubt.reason.rpartition(".")[2] for doubt in found.doubts]


def test_a_plan_that_names_departments_is_not_doubted() -> None:
    """A quarter of the tasks is enough, and so is a sentence that names them for all."""
    assert "tasks_without_departments" not in _reasons(imported(PLAN))
    none = PLAN.replace("（县水利局牵头）", "")
    assert "tasks_without_departments" in _reasons(imported(none))


def test_one_doubt_has_the_places_of_all_tasks() -> None:
    """The tasks are not doubted one by one, and the doubt says how many they are."""
    found = imported(PLAN.replace("（县水利局牵头）", ""))
    (doubt,) = [one for one in found.doubts if one.reason.endswith("tasks_without_departments")]
    assert [found.source.line_of(span.start) for span in doubt.places] == [5, 6, 7]
    assert doubt.facts == {"count": "3"}


def _terms(*words: str) -> list[Doubt]:
    reason = "documents.doubt.no_certain_date"
    return [Doubt(Span(at * 10, at * 10 + 5), word, reason) for at, word in enumerate(words)]


def test_three_terms_without_a_day_are_one_doubt() -> None:
    """The way in which a whole document gives its terms is doubted once; two terms are doubted each."""
    (one,) = gathered(_terms("1-2 years", "Ongoing", "1-2  years"))
    assert (one.read, one.facts["count"], len(one.places)) == ("1-2 years、Ongoing", "3", 3)
    assert [*gathered(_terms("1-2 years", "Ongoing"))] == _terms("1-2 years", "Ongoing")


def test_terms_that_allow_a_day_stay_apart() -> None:
    """A season has days to choose from: each wants a look."""
    seasons = [replace(doubt, alternatives=("2026-05-31",)) for doubt in _terms("spring", "fall", "summer")]
    assert [*gathered(seasons)] == seasons
