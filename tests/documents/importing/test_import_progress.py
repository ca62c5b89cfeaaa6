"""While a document is imported, whoever waits hears how much is done."""

from __future__ import annotations

from plantui.documents.formats import open_source
from plantui.documents.importer import import_document
from plantui.documents.progress import Progress
from tests.support.paths import PLANS

DOCUMENT = PLANS / "sanmenxia-2023-2025.txt"


def test_the_share_grows_to_the_whole() -> None:
    told: list[float] = []

    import_document(open_source(str(DOCUMENT)), tell=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 20


def test_nobody_needs_to_listen() -> None:
    progress = Progress()

    assert [*progress.over([1, 2, 3], 0.5)] == [1, 2, 3]


def test_a_list_is_told_in_a_hundred_steps_at_the_most() -> None:
    told: list[float] = []

    items = [*Progress(told.append).over(range(10_000), 0.5)]

    assert items == [*range(10_000)]
    assert len(told) <= 101
    assert abs(told[-1] - 0.5) < 1e-9
