"""A report as Markdown: every block, every text as itself."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from plantui.export.blocks import (
    Bar,
    Chart,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
)
from plantui.export.document_markdown import document_markdown
from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.progress import unobserved
from plantui.export.report.report import report_document
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.terms import Language, Light
from plantui.query.filter import Filter
from plantui.words import Words
from tests.support.export_samples import make_ledger, make_workspace

REPORT = Form("report", FormKind.REPORT, ("md",), InLanguages("工作进展情况汇报", "Progress report"))


def test_each_block_is_written_and_no_text_becomes_a_mark() -> None:
    columns = (TableColumn("单位|", 1), TableColumn("任务", 1, is_figure=True))
    table = Table(
        "表*一*", columns, ((TableCell(("a|b\nc",), Light.RED), TableCell((Figure("d1", "2", 0),))),)
    )
    chart = Chart("图", (Bar("红[1]", 1, "1 项"),), "")
    blocks = (
        Heading("一、总体"),
        Heading("（一）单位", 2),
        Paragraph(("# 共", Figure("n", "3", 0), "项\n二")),
        table,
        chart,
    )
    document = Document("题[1]", "（今日）", "市政府：", blocks, ("督查室",), ("规则_一_", "\x1b[31m"))

    assert "".join(document_markdown(Words(Language.ZH), document)) == (
        "# 题\\[1\\]\n\n（今日）\n\n市政府：\n\n## 一、总体\n\n### （一）单位\n\n\\# 共3项\\\n二\n\n"
        "**表\\*一\\***\n\n| 单位\\| | 任务 |\n| --- | ---: |\n| a\\|b<br>c | 2 |\n\n"
        "**图**\n\n| 名称 | 数值 |\n| --- | --- |\n| 红\\[1\\] | 1 项 |\n\n督查室\n\n---\n\n- 规则\\_一\\_\n- ␛\\[31m\n"
    )


@pytest.mark.parametrize("language", Language)
def test_a_report_is_written_as_its_document_says(tmp_path: Path, language: Language) -> None:
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger)
    made = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    content = FormContent(REPORT, made, Words(language))
    document = report_document(content)
    (file,) = form_files(content, Format.MARKDOWN)
    stream = io.BytesIO()
    file.write(stream, unobserved)

    lines = stream.getvalue().decode().splitlines()
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [line.count("#") for line in lines if line.startswith("#")] == [
        1,
        *(one.level + 1 for one in headings),
    ]
    assert sum(line.startswith("| ") for line in lines) == sum(len(one.rows) + 2 for one in tables)
    assert len(tables) > 1
