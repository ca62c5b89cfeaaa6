"""Sentences of reports on the bundled plans: nothing said that nobody knows, no equals told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.export.blocks import Paragraph, Table, plain
from plantui.export.report.one_page import one_page_document
from plantui.export.report.report import report_document
from plantui.export.summary import summary
from plantui.model.terms import Language
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from tests.support.demo_samples import of_demo
from tests.support.form_samples import REPORT, content_of, document_text


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [
        (
            Language.ZH,
            (
                "2024年11月时《美丽郑州建设规划纲要（2025—2035年）》（2025-10）尚未印发，不计未报送。",
                "任务都没有写明单位。",
                "没有单位填报，困难和问题无从了解。",
            ),
            ("67项任务未写明单位", "已全部报送", "涉及0个单位", "没有反映困难"),
        ),
        (
            Language.EN,
            (
                "“美丽郑州建设规划纲要（2025—2035年）” (2025-10) was not yet in force in November 2024",
                "The tasks name no department.",
                "No department has reported, so nothing is known of problems.",
            ),
            ("67 tasks name", "nothing remains", "0 departments", "reports a problem"),
        ),
    ],
)
def test_a_plan_without_departments_and_notes(
    tmp_path: Path, language: Language, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    made = of_demo(tmp_path, ("beautiful-zhengzhou-2025-2035",))

    text = document_text(report_document(content_of(REPORT, made, language)))

    assert [one for one in said if one not in text] == []
    assert [one for one in unsaid if one in text] == []


def test_departments_with_equally_many_overdue_tasks_are_named_together_or_not_at_all(tmp_path: Path) -> None:
    made = of_demo(tmp_path, ("zhengzhou-2023-2025",))
    most = [group for group in made.departments if group.figures.overdue == 2]

    text = document_text(report_document(content_of(REPORT, made)))

    assert len(most) > 5
    assert f"逾期任务最多的有{len(most)}个单位，各2项。" in text


def test_one_page_says_how_many_departments_it_leaves_out(tmp_path: Path) -> None:
    made = of_demo(tmp_path, ("zhengzhou-2023-2025",))

    document = one_page_document(content_of(REPORT, made), lambda document: True)

    (first, *_) = (block for block in document.blocks if isinstance(block, Table))
    assert first.title == f"完成情况靠后的单位（{len(made.departments)}个单位中的{len(first.rows)}个）"


@pytest.mark.parametrize("language", Language)
def test_of_no_task_a_report_says_just_that(workspace: Workspace, ledger: Ledger, language: Language) -> None:
    content = content_of(REPORT, summary(workspace, [], Filter(), ledger), language)

    for document in (report_document(content), one_page_document(content, lambda document: True)):
        (only,) = document.blocks
        assert isinstance(only, Paragraph)
        assert {Language.ZH: "没有符合条件的任务", Language.EN: "no task of"}[language] in plain(only.text)
