"""The wording of reports in both languages, and the figures in them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date

import pytest

from plantui.export.blocks import Block, Heading, Table
from plantui.export.report.report import report_document
from plantui.export.summary import Summary, summary
from plantui.model.form import Form, InLanguages, Profile
from plantui.model.terms import Language, Status
from plantui.query.comparison import Comparison
from plantui.query.filter import Filter
from plantui.query.opening import open_workspace
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from tests.support.form_samples import CIRCULAR, REPORT, content_of, document_text
from tests.support.paths import DATA

GOLDEN = DATA / "export" / "report"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", [REPORT, CIRCULAR], ids=lambda form: form.name)
def test_reports_read_as_agreed(everything: Summary, form: Form, language: Language) -> None:
    golden = GOLDEN / f"{form.name}.{language.value}.txt"

    written = document_text(report_document(content_of(form, everything, language), has_charts=True)).encode()

    if os.environ.get("PLANTUI_ACCEPT"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


def test_figures_have_names_of_their_own_and_count_their_tasks(everything: Summary) -> None:
    figures = [*report_document(content_of(REPORT, everything)).figures()]
    names = [figure.name for figure in figures]
    # These say something else of their tasks than how many they are.
    other = re.compile(r"longest|_by|rate|actual|departments|owing|extensions|indicators")

    assert len(set(names)) == len(names) > 50
    assert [name for name in names if not re.fullmatch("[a-z][a-z0-9_]{0,29}", name)] == []
    assert [
        (one.name, one.text)
        for one in figures
        if not other.search(one.name) and int(one.text) != one.tasks.bit_count()
    ] == []


def test_a_form_chooses_the_parts_and_their_order(everything: Summary) -> None:
    form = Form("own", REPORT.kind, ("docx",), REPORT.title, parts=("problems", "overall"))

    document = report_document(content_of(form, everything))

    assert headings(document.blocks) == ["一、存在问题", "二、总体情况"]


def test_a_variant_goes_without_parts_and_columns_and_says_so(everything: Summary) -> None:
    public = Profile(
        "public", InLanguages("公开版", "Public version"), ("problems", "next_steps", "not_reported")
    )

    document = report_document(content_of(REPORT, everything, profile=public))

    assert "五、存在问题" not in headings(document.blocks)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert tables
    assert [table.title for table in tables if "未报送" in [one.heading for one in table.columns]] == []
    assert "公开版：未列存在问题、下一步措施、未报送" in document.notes


def test_what_changed_since_the_last_period_is_said(
    everything: Summary, workspace: Workspace, ledger: Ledger
) -> None:
    day = date(2026, 8, 30)
    before = Comparison(day, day, open_workspace(workspace.library, ledger, day))

    texts = {
        language: document_text(report_document(content_of(REPORT, everything, language, before)))
        for language in Language
    }

    assert (
        "与上期（截至2026年8月30日）相比，完成任务增加1项，逾期任务数不变，红灯项数不变。"
        in texts[Language.ZH]
    )
    assert "Compared with 30 August 2026, 1 more task is completed" in texts[Language.EN]


def test_without_a_task_a_report_says_so(workspace: Workspace, ledger: Ledger) -> None:
    none = summary(workspace, [], Filter(statuses=(Status.STOPPED,)), ledger)

    document = report_document(content_of(REPORT, none))

    assert "中没有符合条件的任务。" in document_text(document)


def headings(blocks: Sequence[Block]) -> list[str]:
    """The headings of the first level."""
    return [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
