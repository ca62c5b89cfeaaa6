"""Terms counted from the day of issue, where a plan says only the month in which it was adopted."""

from __future__ import annotations

import pytest

from tests.support.imported_documents import imported

PLAN = """Lakeside Water Plan 2024-2026
{adopted}

Action 1: Renew the old mains
Lead: Water Department
Report to the council within 12 months of plan adoption.

Action 2: Guard the springs
Lead: Health Department
Mark the zones around each spring by 31 March 2026.
"""


@pytest.mark.parametrize(
    ("adopted", "due", "alternatives"),
    [
        ("Adopted on July 15, 2024", ["2025-07-15"], ("2025-07-31",)),
        ("Adopted in July 2024", [], ("2025-07-31",)),
        ("", [], ()),
    ],
    ids=["day", "month", "none"],
)
def test_a_term_is_counted_from_the_last_day_that_is_known(
    adopted: str, due: list[str], alternatives: tuple[str, ...]
) -> None:
    found = imported(PLAN.format(adopted=adopted))

    assert [str(one.due) for one in found.plan.tasks[0].deadlines] == due
    doubts = [one.alternatives for one in found.doubts if "12 months" in one.facts.get("phrase", one.read)]
    assert doubts == [alternatives]
