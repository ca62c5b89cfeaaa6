"""Reports as files of a word processor: the layout of official documents, the figures, the texts as they are."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx2python import docx2python

from plantui.export.blocks import Document, Figure, Heading, Paragraph, Table, TableCell, TableColumn, plain
from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.letter.writing import letter_file
from plantui.export.origin import joined_property, origin_from, origin_of
from plantui.export.report.report import report_document
from plantui.export.summary import summary
from plantui.model.terms import Language, Light
from plantui.query.filter import Filter
from tests.support.docx_files import elements, part, text_of, value, written
from tests.support.export_samples import TODAY, make_ledger, make_workspace
from tests.support.form_samples import CIRCULAR, content_of

HOSTILE = "[/] [2023]20号 <b>&amp; ]]> _x000D_ =1+1 {{ title }} \x1b[31m\x00\x85 \ufffe\uffff \u202eabc"
SHOWN = "[/] [2023]20号 <b>&amp; ]]> _x000D_ =1+1 {{ title }} ␛[31m␀␛E \ufffd\ufffd \ufffdabc"


@pytest.fixture
def content(tmp_path: Path) -> FormContent:
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger)
    made = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    return content_of(CIRCULAR, made)


def circular(content: FormContent) -> bytes:
    """The circular as a file."""
    (file,) = form_files(content, Format.DOCX)
    assert file.name.endswith(".docx")
    return written(file)


def test_the_page_is_that_of_official_documents(content: FormContent) -> None:
    document = part(circular(content), "word/document.xml")
    (size,), (margins,) = elements(document, "pgSz"), elements(document, "pgMar")
    sides = {
        side: round(int(value(margins, side) or 0) * 25.4 / 1440)
        for side in ("top", "bottom", "left", "right")
    }

    assert (value(size, "w"), value(size, "h")) == ("11906", "16838")  # A4
    assert sides == {"top": 37, "bottom": 35, "left": 28, "right": 26}


def test_every_style_names_its_chinese_font_and_exact_lines(content: FormContent) -> None:
    styles = {
        value(style, "styleId"): style
        for style in elements(part(circular(content), "word/styles.xml"), "style")
        if value(style, "type") == "paragraph"
    }
    fonts = {name: value(next(elements(style, "rFonts")), "eastAsia") for name, style in styles.items()}
    sizes = {name: value(next(elements(style, "sz")), "val") for name, style in styles.items()}
    body = next(elements(styles["BodyTextFirstIndent"], "spacing"))
    indent = next(elements(styles["BodyTextFirstIndent"], "ind"))

    assert None not in fonts.values()
    assert (fonts["Title"], sizes["Title"]) == ("方正小标宋简体", "44")
    assert (fonts["BodyTextFirstIndent"], sizes["BodyTextFirstIndent"]) == ("仿宋_GB2312", "32")
    assert (fonts["Heading1"], fonts["Heading2"]) == ("黑体", "楷体_GB2312")
    assert (value(body, "line"), value(body, "lineRule")) == ("560", "exact")
    assert value(indent, "firstLineChars") == "200"


def test_fonts_that_a_machine_may_lack_have_others_named_for_them(content: FormContent) -> None:
    data = circular(content)
    named = {
        value(font, "name"): value(next(iter(font)), "val")
        for font in elements(part(data, "word/fontTable.xml"), "font")
    }
    used = {value(fonts, "eastAsia") for fonts in elements(part(data, "word/styles.xml"), "rFonts")}

    assert used <= set(named)
    assert "宋体" in (named["方正小标宋简体"] or "")


def test_page_numbers_stand_outside_between_dashes(content: FormContent) -> None:
    data = circular(content)
    feet = [part(data, f"word/footer{number}.xml") for number in (1, 2)]

    assert [text_of(foot) for foot in feet] == ["— 1 —", "— 1 —"]
    assert [value(next(elements(foot, "jc")), "val") for foot in feet] == ["right", "left"]
    assert list(elements(part(data, "word/settings.xml"), "evenAndOddHeaders"))


def test_every_figure_has_a_bookmark_of_its_own_around_its_text(content: FormContent) -> None:
    figures = {figure.name: figure.text for figure in report_document(content).figures()}
    body = part(circular(content), "word/document.xml")
    starts = list(elements(body, "bookmarkStart"))
    found = {}
    for start in starts:
        inner = start.getnext()
        assert inner is not None
        end = inner.getnext()
        assert end is not None and value(end, "id") == value(start, "id")
        found[value(start, "name")] = text_of(inner)

    assert found == {f"pt_{name}": text for name, text in figures.items()}
    assert len({value(start, "id") for start in starts}) == len(starts) > 50
    assert max(len(name or "") for name in found) <= 40


def test_tables_repeat_their_head_and_break_no_row(content: FormContent) -> None:
    for table in elements(part(circular(content), "word/document.xml"), "tbl"):
        rows = list(elements(table, "tr"))
        widths = [int(value(column, "w") or 0) for column in elements(table, "gridCol")]

        assert [len(list(elements(row, "tblHeader"))) for row in rows] == [1] + [0] * (len(rows) - 1)
        assert all(list(elements(row, "cantSplit")) for row in rows)
        assert sum(widths) == 8845  # the width of the text


@pytest.mark.parametrize("language", Language)
def test_other_programs_read_what_the_report_says(content: FormContent, language: Language) -> None:
    content = content_of(CIRCULAR, content.summary, language)
    document = report_document(content)
    data = circular(content)

    file = docx.Document(BytesIO(data))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    expected = [block for block in document.blocks if isinstance(block, Table)]
    with docx2python(BytesIO(data)) as read:
        text = read.text

    assert file.paragraphs[0].text == document.title
    assert tables == [
        [[one.heading for one in table.columns], *([plain(cell.text) for cell in row] for row in table.rows)]
        for table in expected
    ]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert plain(block.text) in text
    assert file.core_properties.language == {"zh": "zh-CN", "en": "en-US"}[language.value]


def test_the_file_knows_its_origin_and_no_clock(content: FormContent) -> None:
    data = circular(content)
    properties = part(data, "docProps/custom.xml")
    ours = {str(one.get("name")): one[0].text or "" for one in properties}
    core = docx.Document(BytesIO(data)).core_properties

    assert origin_from(joined_property(ours)) == origin_of(content, Format.DOCX)
    assert core.created is not None and core.modified is not None
    assert {core.created.date(), core.modified.date()} == {TODAY}
    assert (core.author, core.title) == ("金石市人民政府督查室", report_document(content).title)
    with ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(2026, 11, 22, 0, 0, 0)}
    assert circular(content) == data


def test_any_text_stays_text(content: FormContent) -> None:
    figure = Figure("one", HOSTILE, 1)
    document = Document(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        [
            Heading(HOSTILE),
            Paragraph((HOSTILE, figure)),
            Table(HOSTILE, [TableColumn(HOSTILE, 1)], [[TableCell(("a\tb\nc",), Light.RED)]]),
        ],
        [HOSTILE],
        [HOSTILE],
    )

    file = docx.Document(BytesIO(written(letter_file(content, document, "x.docx"))))

    assert [one.text for one in file.paragraphs if one.text] == [
        *[SHOWN] * 4,
        SHOWN * 2,
        *[SHOWN] * 3,
    ]
    assert [cell.text for row in file.tables[0].rows for cell in row.cells] == [SHOWN, "a\tb\nc"]


def test_a_day_before_what_a_package_can_say_is_its_first_one(content: FormContent) -> None:
    from plantui.export.package import rewrite_package

    old, new = BytesIO(), BytesIO()
    with ZipFile(old, "w") as package:
        package.writestr("a", "b")

    rewrite_package(old, new, date(1970, 2, 3), {"a": iter([b"c", b"d"])})

    with ZipFile(new) as package:
        assert package.read("a") == b"cd"
        assert package.infolist()[0].date_time == (1980, 2, 3, 0, 0, 0)
