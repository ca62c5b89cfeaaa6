"""The summary on one page on an office's own template: one A4 page whatever page, styles, head and foot it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from plantui.export.blocks import Paragraph, Table
from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.letter.room import PageRoom
from plantui.export.report.one_page import one_page_document
from plantui.export.summary import Summary
from plantui.model.problem import DataError
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.demo_samples import of_demo
from tests.support.docx_files import elements, part, value, written
from tests.support.form_samples import CIRCULAR, PAGE, content_of
from tests.support.word_processor import HAS_WRITER, page_counts

Change = Callable[[WordFile], None]
"""What an office does to an empty A4 page."""


def template(path: Path, *changes: Change) -> Path:
    """A template of an office: an A4 page with a head and a foot, and what the changes make of it."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.header.paragraphs[0].text = "督查专报"
    section.footer.paragraphs[0].text = "某市人民政府督查室"
    for change in changes:
        change(file)
    file.save(str(path))
    return path


def on(content: FormContent, path: Path) -> FormContent:
    """The content on a template."""
    return content._replace(form=replace(content.form, template=str(path)))


def as_it_is(file: WordFile) -> None:
    """The page as word processors have it."""


def large_type(file: WordFile) -> None:
    """三号 type, one and a half lines, room around."""
    normal = file.styles["Normal"]
    normal.font.size = Pt(16)
    normal.paragraph_format.line_spacing = 1.5
    normal.paragraph_format.space_after = Pt(8)


def wide_type(file: WordFile) -> None:
    """A font with wide letters and high lines, more room between characters."""
    normal = file.styles["Normal"]
    normal.font.name = "Microsoft YaHei"
    fonts = normal.element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), "微软雅黑")
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "20")
    normal.element.rPr.append(spacing)


def high_head(file: WordFile) -> None:
    """A head of a table and large type that is higher than the margin, a foot of three lines."""
    section = file.sections[0]
    section.top_margin, section.header_distance = Mm(20), Mm(15)
    table = section.header.add_table(2, 1, Mm(160))
    for row in table.rows:
        run = row.cells[0].paragraphs[0].add_run("某市人民政府督查室文件")
        run.font.size = Pt(22)
    section.footer.paragraphs[0].text = "地址\n电话\n传真"


def grid(file: WordFile) -> None:
    """A grid of 22 lines, as templates of official documents have."""
    section = file.element.body.find(qn("w:sectPr"))
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    lines = OxmlElement("w:docGrid")
    for name, said in (("type", "linesAndChars"), ("linePitch", "579"), ("charSpace", "-849")):
        lines.set(qn(f"w:{name}"), said)
    section.append(lines)


def own_text(file: WordFile) -> None:
    """Text of its own around the body: a red title, a table of addressees, a picture's room, a signature."""
    title = file.add_paragraph()
    title.add_run("一 页 纸").font.size = Pt(42)
    file.add_paragraph("{{ title }}")
    table = file.add_table(2, 2)
    for row in table.rows:
        row.height = Mm(15)
        row.cells[0].text = "呈送"
        row.cells[1].text = "李市长，王秘书长，各位副市长，市直有关单位，各县（市、区）人民政府"
    for text in ("{{ body }}", "", "{{ signature }}", "联系人：某某\t电话：0000"):
        file.add_paragraph(text)


def narrow(file: WordFile) -> None:
    """A column of 120 mm beside a gutter."""
    file.sections[0].left_margin = file.sections[0].right_margin = Mm(35)
    file.sections[0].gutter = Mm(20)


def across(file: WordFile) -> None:
    """A4 across."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)


CHANGES = [as_it_is, large_type, wide_type, high_head, grid, own_text, narrow, across]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    return of_demo(tmp_path_factory.mktemp("demo"), ("zhengzhou-2023-2025",))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("change", CHANGES)
def test_the_page_has_room_for_what_it_shows_and_not_for_one_task_more(
    demo: Summary, tmp_path: Path, change: Change, language: Language
) -> None:
    content = on(content_of(PAGE, demo, language), template(tmp_path / "own.docx", change))
    room = PageRoom(content)

    document = one_page_document(content, room.fits)

    assert room.fits(document)
    room.refuse(document)
    last = document.blocks[-1]
    assert isinstance(last, Paragraph) and last.is_note  # how many tasks are left out
    tables = [block for block in document.blocks if isinstance(block, Table)]
    longer = replace(tables[-1], rows=[*tables[-1].rows, *list(tables[-1].rows[:2]) * 2]) if tables else None
    blocks = [longer if block is tables[-1] else block for block in document.blocks] if longer else []
    assert not longer or not room.fits(replace(document, blocks=[one for one in blocks if one]))


@pytest.mark.skipif(not HAS_WRITER, reason="needs LibreOffice Writer to lay pages out")
def test_it_is_one_page_for_a_word_processor(demo: Summary, tmp_path: Path) -> None:
    documents = {}
    for change in CHANGES:
        path = template(tmp_path / "own.docx", change)
        for language in Language:
            (file,) = form_files(on(content_of(PAGE, demo, language), path), Format.DOCX)
            documents[f"{change.__name__}.{language.value}"] = written(file)

    assert page_counts(documents, tmp_path) == dict.fromkeys(documents, 1)


def letter_paper(file: WordFile) -> None:
    """The page of American offices."""
    file.sections[0].page_width, file.sections[0].page_height = Mm(215.9), Mm(279.4)


def no_page(file: WordFile) -> None:
    """A document that says nothing of its page, as the standard allows."""
    file.element.body.remove(file.element.body.find(qn("w:sectPr")))


def two_sections(file: WordFile) -> None:
    """A second section behind the body."""
    file.add_paragraph("{{ body }}")
    file.add_section(WD_SECTION.NEW_PAGE)


def two_columns(file: WordFile) -> None:
    """Two columns, as in a newspaper."""
    file.element.body.find(qn("w:sectPr")).find(qn("w:cols")).set(qn("w:num"), "2")


def page_break(file: WordFile) -> None:
    """A page for the addressees before the body."""
    file.add_paragraph("呈送").add_run().add_break(WD_BREAK.PAGE)
    file.add_paragraph("{{ body }}")


def broken_before(file: WordFile) -> None:
    """A paragraph of its own that begins a page."""
    file.add_paragraph("{{ body }}")
    file.add_paragraph("附件").paragraph_format.page_break_before = True


def broad_margins(file: WordFile) -> None:
    """Margins that leave 57 mm of height."""
    file.sections[0].top_margin = file.sections[0].bottom_margin = Mm(120)


@pytest.mark.parametrize(
    ("change", "chinese", "english"),
    [
        (letter_paper, "的页面是 216 × 279 毫米", "is 216 by 279 mm"),
        (no_page, "的页面是 216 × 279 毫米", "is 216 by 279 mm"),
        (two_sections, "只能有一节、一栏", "one section of one column"),
        (two_columns, "只能有一节、一栏", "one section of one column"),
        (page_break, "有分页符", "has a page break"),
        (broken_before, "有分页符", "has a page break"),
        (broad_margins, "毫米高，只有 55 毫米", "there are 55 mm"),
    ],
)
def test_a_template_that_is_no_single_a4_page_is_refused_in_one_sentence(
    demo: Summary, tmp_path: Path, change: Change, chinese: str, english: str
) -> None:
    path = template(tmp_path / "own.docx", change)
    for language, said in ((Language.ZH, chinese), (Language.EN, english)):
        with pytest.raises(DataError) as refused:
            form_files(on(content_of(PAGE, demo, language), path), Format.DOCX)

        sentence = Words(language).error(refused.value)
        assert said in sentence and "own.docx" in sentence and "\n" not in sentence


def test_page_styles_head_and_own_text_are_those_of_the_template(demo: Summary, tmp_path: Path) -> None:
    path = template(tmp_path / "own.docx", wide_type, grid, own_text)
    (file,) = form_files(on(content_of(PAGE, demo), path), Format.DOCX)
    data = written(file)
    opened = docx.Document(BytesIO(data))
    styles = {value(style, "styleId"): style for style in elements(part(data, "word/styles.xml"), "style")}
    (fonts,) = elements(styles["Normal"], "rFonts")

    assert opened.sections[0].header.paragraphs[0].text == "督查专报"
    assert opened.paragraphs[0].text == "一 页 纸" and opened.paragraphs[-1].text.startswith("联系人：")
    assert value(fonts, "eastAsia") == "微软雅黑"
    assert [*elements(part(data, "word/document.xml"), "docGrid")] == []


@pytest.mark.parametrize("form", [Format.DOCX, Format.HTML])
def test_a_filter_for_which_no_page_has_room_is_refused(everything: Summary, form: Format) -> None:
    long = replace(everything.heading, filter=everything.heading.filter._replace(words="河" * 9000))
    kind = replace(PAGE, formats=(form.value,))

    with pytest.raises(DataError) as refused:
        written(form_files(content_of(kind, replace(everything, heading=long)), form)[0])

    assert "一项任务不列也放不成一页" in Words(Language.ZH).error(refused.value)


def test_a_report_on_a_template_that_says_nothing_of_its_page_is_written(
    everything: Summary, tmp_path: Path
) -> None:
    path = template(tmp_path / "own.docx", no_page)

    (file,) = form_files(on(content_of(CIRCULAR, everything), path), Format.DOCX)

    assert docx.Document(BytesIO(written(file))).tables
