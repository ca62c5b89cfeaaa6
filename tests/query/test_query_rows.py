"""Rows of a list: what they tell of a task at once is what the workspace tells when it is asked."""

from __future__ import annotations

from pathlib import Path

from plantui.query.rows import task_rows
from tests.support.demo_samples import of_demo


def test_rows_tell_what_the_workspace_tells(tmp_path: Path) -> None:
    """Also of tasks whose reports speak of single dates, or whose dates were extended."""
    made = of_demo(tmp_path)
    workspace, rows = made.workspace, [*task_rows(made.workspace, made.rows)]
    assert [row.reason for row in rows] == [workspace.light(row.entry) for row in rows]
    assert {row.found.speaks_of_dates for row in rows} == {True, False}
    assert len({row.reason.light for row in rows}) > 3


def test_a_task_with_words_on_single_dates_has_no_other_task_s_light(tmp_path: Path) -> None:
    """Though that one has its plan, its date, its status and its percent."""
    made = of_demo(tmp_path)
    lights, rows = made.workspace.sets.lights_of, [*task_rows(made.workspace, made.rows)]
    plain = next(row.entry for row in rows if not row.found.speaks_of_dates)
    others = []
    for row in rows:
        if row.found.speaks_of_dates:
            like_it = plain._replace(plan=row.entry.plan, due=row.entry.due)
            others.append(lights.of_plain(like_it, row.progress))
            assert made.workspace.light_with(row.entry, row.progress, row.found) == row.reason != others[-1]
    assert others
