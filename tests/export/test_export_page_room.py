"""The room on one page: what is counted to fit does fit when a browser prints it, and not much room is left."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from plantui.export.blocks import Document, Heading, Paragraph, Table, TableCell, TableColumn
from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.page.frame import Frame, Paper
from plantui.export.page.report import report_page
from plantui.export.page.room import PageRoom
from plantui.export.progress import unobserved
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.plan import Deadline, Departments, Task
from plantui.model.terms import Language, Light
from plantui.query.filter import Filter
from plantui.words import Words
from tests.support.export_samples import WATER, make_ledger, make_workspace
from tests.support.html_pages import faults_of, read_page
from tests.support.printing import BROWSER, printed_pages

HAN = "推进空气质量排名进位，加快公转铁（2025—2026年），完成率97.5%；"
LATIN = "MAKE WAY for cleaner AIR across the Whole Municipality, by December 2026 (97.5%); "
NAMES = ("市生态环境局、市发展改革委", "Department of Ecology and Environment, WWW")


def document(rows: int, language: Language, words: int) -> Document:
    """A page with tables of so many rows, and texts as long as that many sentences."""
    sentence, name = (HAN, NAMES[0]) if language is Language.ZH else (LATIN, NAMES[1])
    columns = (
        TableColumn("任务", 34),
        TableColumn("单位", 24),
        TableColumn("时限", 16, is_figure=True),
        TableColumn("预警", 12),
    )
    cells = (
        TableCell((sentence * words,)),
        TableCell((name,)),
        TableCell(("2025-12-31",)),
        TableCell(("红",), Light.RED),
    )
    return Document(
        sentence,
        "（截至2026年11月22日）",
        "",
        (
            Paragraph((sentence * 3 * words,)),
            Heading("一、任务"),
            Table("最差的任务", columns, [cells] * rows),
            Paragraph(("另有12项见台账。",), is_note=True),
        ),
        ("市督查室", "2026年11月22日"),
        (sentence * 2, sentence),
    )


@pytest.mark.parametrize("words", [1, 3])
@pytest.mark.parametrize("language", Language)
def test_more_rows_are_higher(language: Language, words: int) -> None:
    room = PageRoom(language)
    heights = [room.used(document(rows, language, words)) for rows in range(5)]

    assert heights == sorted(set(heights))
    assert room.fits(document(1, language, words))
    assert not room.fits(document(80, language, words))


@pytest.mark.skipif(BROWSER is None, reason="no browser to print with")
@pytest.mark.parametrize("words", [1, 3])
@pytest.mark.parametrize("language", Language)
def test_what_fits_is_printed_on_one_page(language: Language, words: int, tmp_path: Path) -> None:
    room = PageRoom(language)
    most = next(rows for rows in range(1, 80) if not room.fits(document(rows + 1, language, words)))

    def pages(rows: int) -> int:
        made = document(rows, language, words)
        frame = Frame(made.title, language, "one-page", Paper.ONE_PAGE, "")
        return printed_pages("".join(report_page(Words(language), made, frame)), tmp_path)

    assert pages(most) == 1
    assert pages(most * 2) > 1  # the page is not half empty


@pytest.mark.skipif(BROWSER is None, reason="no browser to print with")
@pytest.mark.parametrize("language", Language)
def test_the_summary_of_many_late_tasks_is_one_page_all_the_same(language: Language, tmp_path: Path) -> None:
    sentence = HAN if language is Language.ZH else LATIN
    tasks = tuple(
        Task(
            str(number),
            "1",
            str(number),
            sentence * (1 + number % 2),
            departments=Departments(lead=("市水利局", "市财政局")),
            deadlines=(Deadline("2024年底前", date(2024, 12, 31)),),
        )
        for number in range(60)
    )
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger, (WATER._replace(tasks=tasks),))
    made = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    form = Form("one-page", FormKind.ONE_PAGE, ("html",), InLanguages("一页纸", "Progress on one page"))
    (file,) = form_files(FormContent(form, made, Words(language)), Format.HTML)
    stream = io.BytesIO()
    file.write(stream, unobserved)
    page = stream.getvalue().decode()

    assert faults_of(page) == []
    assert printed_pages(page, tmp_path) == 1
    assert 3 < len(read_page(page).xpath("//tbody/tr")) < 60
