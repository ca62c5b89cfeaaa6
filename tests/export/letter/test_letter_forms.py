"""Ledgers, summaries on one page and letters to departments as documents of a word processor."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from plantui.export.blocks import Document, Heading, Paragraph, Table, TableCell, TableColumn, plain
from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.ledger_table import table_fields
from plantui.export.letter import ledger
from plantui.export.letter.room import PageRoom
from plantui.export.letter.writing import letter_file
from plantui.export.progress import Cancelled
from plantui.export.report.one_page import one_page_document
from plantui.export.report.reminders import reminder_documents
from plantui.export.summary import Summary, summary
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.problem import DataError
from plantui.model.terms import Language, Light
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from tests.support.demo_samples import of_demo
from tests.support.docx_files import elements, part, value, written
from tests.support.form_samples import PAGE, REMINDER, SLIP, content_of
from tests.support.paths import PLANS
from tests.support.word_processor import HAS_WRITER, page_counts

LEDGER = Form("ledger", FormKind.LEDGER, ("docx",), InLanguages("工作台账", "Working ledger"))


def test_a_ledger_has_the_rows_and_columns_that_were_asked_for(everything: Summary) -> None:
    form = Form(
        "own", FormKind.LEDGER, ("docx",), LEDGER.title, columns=("position", "task", "progress", "light")
    )
    content = content_of(form, everything)
    (file,) = form_files(content, Format.DOCX)

    table = docx.Document(BytesIO(written(file))).tables[0]
    said = [[cell.text for cell in row.cells] for row in table.rows]

    assert said[0] == ["序号", "任务", "进展情况", "预警"]
    assert [row[:2] for row in said[1:]] == [[str(row.position), row.task.entry.title] for row in everything]
    assert "\n1. 招标\n" in said[1][2] and "␛[31m红␀" in said[1][2]


def test_a_ledger_without_chosen_columns_says_which_it_leaves_out(everything: Summary) -> None:
    content = content_of(LEDGER, everything)
    (file,) = form_files(content, Format.DOCX)
    data = written(file)
    opened = docx.Document(BytesIO(data))
    heads = [cell.text for cell in opened.tables[0].rows[0].cells]
    left_out = next(one.text for one in opened.paragraphs if one.text.startswith("本件未列下列栏目"))

    assert all(field.heading in heads or field.heading in left_out for field in table_fields(content))
    (size,) = elements(part(data, "word/document.xml"), "pgSz")
    assert int(size.values()[0]) > int(size.values()[1])  # across


def test_a_ledger_too_long_for_one_table_goes_on_in_another(
    everything: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_MOST_ROWS", 4)
    (file,) = form_files(content_of(LEDGER, everything), Format.DOCX)

    tables = docx.Document(BytesIO(written(file))).tables

    assert [len(table.rows) for table in tables] == [5, 3]
    assert [cell.text for cell in tables[0].rows[0].cells] == [cell.text for cell in tables[1].rows[0].cells]


def test_writing_tells_how_far_it_is_and_can_be_ended(everything: Summary) -> None:
    told: list[tuple[int, int]] = []
    (file,) = form_files(content_of(LEDGER, everything), Format.DOCX)
    file.write(BytesIO(), lambda done, total: told.append((done, total)))

    def end(done: int, total: int) -> None:
        raise Cancelled

    assert told[0] == (0, 6) and told[-1] == (6, 6)
    with pytest.raises(Cancelled):
        file.write(BytesIO(), end)


@pytest.mark.parametrize("language", Language)
def test_one_page_shows_the_worst_and_says_how_many_more_there_are(
    tmp_path: Path, language: Language
) -> None:
    made = of_demo(tmp_path)
    content = content_of(PAGE, made, language)
    room = PageRoom(content)

    document = one_page_document(content, room.fits)

    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    lights = [row[-1].light for row in table.rows]
    lit = made.workspace.lights
    left = (lit[Light.RED] | lit[Light.YELLOW]).bit_count() - len(lights)
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert len(lights) > 0 and set(lights) == {Light.RED}
    assert str(left) in plain(last.text) and left > 0
    assert room.fits(document)


@pytest.mark.parametrize("language", Language)
def test_the_room_on_one_page_counts_each_line_that_is_laid_out(
    everything: Summary, language: Language
) -> None:
    document = Document(
        title="题",
        subtitle="副",
        addressee="各单位：",
        blocks=[
            Heading("一、总体", 1),
            Heading("（一）总体", 2),
            Paragraph(("短",)),
            Paragraph(("注",), is_note=True),
        ],
        signature=["市政府督查室", "2024年12月10日"],
        notes=["注一", "注二"],
    )
    content = content_of(PAGE, everything, language)
    data = written(letter_file(content, document, "x.docx", is_one_page=True))
    spacing = {
        value(style, "styleId"): one
        for style in elements(part(data, "word/styles.xml"), "style")
        for one in elements(style, "spacing")
    }
    laid_out = [spacing[value(one, "val")] for one in elements(part(data, "word/document.xml"), "pStyle")]
    used = sum(int(value(one, side) or 0) for one in laid_out for side in ("before", "line", "after"))

    assert PageRoom(content).measured(document).used == used


def test_with_room_for_all_one_page_says_that_these_are_all(everything: Summary) -> None:
    document = one_page_document(content_of(PAGE, everything), lambda document: True)

    assert "以上3项为全部红灯、黄灯任务。" in [
        plain(block.text) for block in document.blocks if isinstance(block, Paragraph)
    ]


def test_without_room_one_page_still_says_how_many_tasks_there_are(everything: Summary) -> None:
    document = one_page_document(content_of(PAGE, everything), lambda document: False)

    assert [block for block in document.blocks if isinstance(block, Table)] == []
    assert "另有3项红灯、黄灯任务未列，见工作台账。" in [
        plain(block.text) for block in document.blocks if isinstance(block, Paragraph)
    ]


@pytest.mark.skipif(not HAS_WRITER, reason="needs LibreOffice Writer to lay pages out")
def test_one_page_is_one_page_for_a_word_processor(tmp_path: Path) -> None:
    plans = ((), *((path.stem,) for path in sorted(PLANS.glob("*.toml")) if path.stem != "departments"))
    documents = {}
    for at, chosen in enumerate(plans):
        made = of_demo(tmp_path, chosen)
        for language in Language:
            (file,) = form_files(content_of(PAGE, made, language), Format.DOCX)
            documents[f"{at}.{language.value}"] = written(file)

    assert page_counts(documents, tmp_path) == dict.fromkeys(documents, 1)


def test_every_department_that_owes_reports_gets_a_letter(everything: Summary) -> None:
    content = content_of(REMINDER, everything)
    letters = reminder_documents(content)
    owing = [one for one in everything.workspace.unreported if one is not None]

    assert [department for department, _ in letters] == sorted(owing)
    department, document = letters[0]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert document.addressee == "玉泉市水利局："
    assert len(table.rows) == everything.workspace.unreported[department].bit_count()
    assert "从未报送" in {plain(row[4].text) for row in table.rows}


def test_a_letter_names_the_plans_and_counts_the_tasks_that_it_is_about(everything: Summary) -> None:
    letters = {str(one): document for one, document in reminder_documents(content_of(SLIP, everything))}
    document = letters["金石市/市城管局"]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]

    said = plain(next(block.text for block in document.blocks if isinstance(block, Paragraph)))
    assert "金石市河湖" in said and "玉泉" not in said
    assert all("《" not in plain(row[1].text) for row in table.rows)
    assert f"本件任务数：{len(table.rows)}项" in document.notes
    assert "任务数：所列6项，全部6项" in document.notes


def test_every_department_that_has_not_settled_a_red_task_gets_a_slip(everything: Summary) -> None:
    letters = dict(reminder_documents(content_of(SLIP, everything)))

    # 市财政局 only supports the task, and the water bureau of Jinshi leads it with 市城管局.
    assert sorted(map(str, letters)) == ["玉泉市/市水利局", "金石市/市城管局", "金石市/市水利局"]
    tables = [block for one in letters.values() for block in one.blocks if isinstance(block, Table)]
    assert {plain(row[4].text) for table in tables for row in table.rows} == {"691", "325"}


def test_letters_are_files_with_names_of_their_own(everything: Summary) -> None:
    files = form_files(content_of(REMINDER, everything), Format.DOCX)

    assert len({file.name for file in files}) == len(files) > 3
    assert all(file.name.startswith("催办通知-") and file.name.endswith("-2026-11.docx") for file in files)


def test_where_no_department_needs_a_letter_that_is_said(workspace: Workspace, ledger: Ledger) -> None:
    content: FormContent = content_of(SLIP, summary(workspace, [], Filter(), ledger))

    with pytest.raises(DataError) as refused:
        form_files(content, Format.DOCX)

    assert content.words.error(refused.value) == "没有需要发督办单的单位。"


def test_a_cell_of_wide_figures_is_counted_with_another_line(everything: Summary) -> None:
    """At the end of a narrow column the font that stands in for one decides: 85% took a line of its own."""
    columns = [TableColumn("任务", 110), TableColumn("办理状态", 18)]

    def used(status: str) -> float:
        cells = [TableCell(("短",)), TableCell((status,))]
        document = Document("题", "", "", [Table("表", columns, [cells])], (), ())
        return PageRoom(content_of(PAGE, everything)).measured(document).used

    assert used("推进中 85%（3/3家）") - used("推进中") == 14 * 20 * 2
