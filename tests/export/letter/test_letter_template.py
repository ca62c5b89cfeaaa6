"""An office's own template: page, styles and head are taken, places are filled, mistakes are named."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.report.report import report_document
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.problem import DataError
from plantui.model.terms import Language
from plantui.query.filter import Filter
from plantui.words import Words
from tests.support.docx_files import elements, part, value, written
from tests.support.export_samples import make_ledger, make_workspace
from tests.support.form_samples import CIRCULAR, content_of


@pytest.fixture
def content(tmp_path: Path) -> FormContent:
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger)
    return content_of(CIRCULAR, summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger))


def on_template(content: FormContent, path: Path, *paragraphs: str) -> FormContent:
    """The content on a template with these paragraphs, with an office's head and page."""
    file = docx.Document()
    file.sections[0].page_width, file.sections[0].left_margin, file.sections[0].right_margin = (
        Mm(200),
        Mm(30),
        Mm(30),
    )
    head = file.sections[0].header.paragraphs[0]
    for piece in ("督查专报 ", "{{ ti", "tle", " }}", " 第1期"):  # as a word processor splits what was typed
        head.add_run(piece).bold = True
    for text in paragraphs:
        file.add_paragraph(text)
    file.save(str(path))
    return content._replace(form=replace(content.form, template=str(path)))


def opened(content: FormContent) -> docx.document.Document:
    """The form as written and opened again."""
    (file,) = form_files(content, Format.DOCX)
    return docx.Document(BytesIO(written(file)))


def test_places_are_filled_also_where_runs_split_them(content: FormContent, tmp_path: Path) -> None:
    own = on_template(
        content, tmp_path / "own.docx", "{{title}}", "呈送：李市长", "{{ body }}", "{{ signature }}"
    )
    document = report_document(content)

    file = opened(own)
    texts = [paragraph.text for paragraph in file.paragraphs]

    assert file.sections[0].header.paragraphs[0].text == f"督查专报 {document.title} 第1期"
    assert texts[:3] == [document.title, "呈送：李市长", "一、总体情况"]
    assert texts[-1] == "金石市人民政府督查室\n2026年11月22日"
    assert document.notes[0] in texts  # no place was named for them, and they are not lost
    assert len(file.tables) == 3


def test_a_template_without_a_body_gives_page_and_head_alone(content: FormContent, tmp_path: Path) -> None:
    file = opened(on_template(content, tmp_path / "own.docx", "旧的正文"))

    assert file.paragraphs[0].text == report_document(content).title
    assert "旧的正文" not in [paragraph.text for paragraph in file.paragraphs]
    width = file.sections[0].page_width
    assert width is not None and round(width.mm) == 200


def test_styles_of_the_template_are_used_and_missing_ones_added(content: FormContent, tmp_path: Path) -> None:
    (file,) = form_files(on_template(content, tmp_path / "own.docx"), Format.DOCX)
    data = written(file)
    used = {value(style, "val") for style in elements(part(data, "word/document.xml"), "pStyle")}
    styles = [value(style, "styleId") for style in elements(part(data, "word/styles.xml"), "style")]
    widths = [value(column, "w") for column in elements(part(data, "word/document.xml"), "gridCol")]

    assert used <= set(styles)
    assert len(set(styles)) == len(styles)
    assert {"Heading1", "plantuiTableText"} <= used
    assert sum(int(width or 0) for width in widths[:10]) == pytest.approx(140 / 25.4 * 1440, abs=2)


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("{{ titel }}", "不认识的占位符“titel”"),
        ("{{ title.__class__ }}", "不认识的占位符“title.__class__”"),
        ("{{ title() }}", "不认识的占位符“title()”"),
        ("{% for x in y %}", "写得不完整"),
        ("{{ title", "写得不完整"),
        ("见 {{ body }}", "须单独成段"),
    ],
)
def test_a_mistake_in_a_template_is_named_with_its_paragraph(
    content: FormContent, tmp_path: Path, paragraph: str, said: str
) -> None:
    own = on_template(content, tmp_path / "own.docx", paragraph)

    with pytest.raises(DataError) as refused:
        opened(own)

    sentence = Words(Language.ZH).error(refused.value)
    assert said in sentence and paragraph in sentence and "own.docx" in sentence


def test_what_is_no_document_is_refused(content: FormContent, tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_text("not a package", encoding="utf-8")
    for path, said in ((tmp_path / "own.docx", "不是 .docx 文档"), (tmp_path / "none.docx", "无法读取")):
        with pytest.raises(DataError) as refused:
            opened(content._replace(form=replace(content.form, template=str(path))))
        assert said in Words(Language.ZH).error(refused.value)


def test_a_value_that_looks_like_a_place_is_not_filled_again(content: FormContent, tmp_path: Path) -> None:
    form = Form("own", FormKind.REPORT, ("docx",), InLanguages("{{ body }}\x1b"))
    own = on_template(content._replace(form=form), tmp_path / "own.docx", "{{ title }}", "{{ body }}")

    assert opened(own).paragraphs[0].text.endswith("{{ body }}␛")
