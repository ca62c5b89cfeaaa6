"""The working ledger as a page: every cell as the form says it, the facts, the figures, the charts; the same bytes again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from plantui.export.form_content import FormContent
from plantui.export.form_facts import form_facts
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.ledger_column import cell_text
from plantui.export.ledger_table import table_fields
from plantui.export.origin import origin_from, origin_of
from plantui.export.progress import Cancelled, unobserved
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages, Profile
from plantui.model.plan import Plan
from plantui.model.terms import Language
from plantui.model.text import with_visible_controls
from plantui.query.columns import Column
from plantui.query.filter import Filter
from plantui.words import Words
from tests.support.export_samples import CITY, WATER, make_ledger, make_workspace
from tests.support.html_pages import faults_of, read_page

LEDGER = Form("ledger", FormKind.LEDGER, ("html",), InLanguages("工作台账", "Working ledger"))
REPORT = Form("report", FormKind.REPORT, ("html",), InLanguages("情况汇报", "Progress report"))
ContentMaker = Callable[..., FormContent]


@pytest.fixture
def make(tmp_path: Path) -> ContentMaker:
    def content(
        form: Form = LEDGER,
        language: Language = Language.ZH,
        wanted: Filter | None = None,
        plans: tuple[Plan, ...] = (WATER, CITY),
    ) -> FormContent:
        ledger = make_ledger(tmp_path)
        workspace = make_workspace(tmp_path, ledger, plans)
        wanted = wanted or Filter()
        made = summary(workspace, workspace.rows(workspace.matching(wanted)), wanted, ledger)
        return FormContent(form, made, Words(language))

    return content


def written(content: FormContent) -> str:
    (file,) = form_files(content, Format.HTML)
    stream = io.BytesIO()
    file.write(stream, unobserved)
    return stream.getvalue().decode()


def lines_of(cell: html.HtmlElement) -> str:
    """Return the text of a cell with its lines."""
    for end in cell.xpath(".//br"):
        end.tail = f"\n{end.tail or ''}"
    return str(cell.text_content())


def tasks_table(page: str) -> list[list[str]]:
    rows = read_page(page).xpath("//table[contains(@class, 'tasks')]//tr")
    return [[lines_of(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", [LEDGER, REPORT], ids=["ledger", "report"])
def test_a_page_is_sound(make: ContentMaker, form: Form, language: Language) -> None:
    assert faults_of(written(make(form, language))) == []


def test_every_cell_of_every_task_is_there_as_it_is(make: ContentMaker) -> None:
    content = make()
    fields = table_fields(content)
    expected = [[field.heading for field in fields]]
    expected += [
        [with_visible_controls(cell_text(field.cell(row))) for field in fields] for row in content.summary
    ]

    assert tasks_table(written(content)) == expected
    assert len(expected) == 7


def test_chosen_columns_stay_though_they_are_empty(make: ContentMaker) -> None:
    content = make(replace(LEDGER, columns=("task", "guide", "light")))

    assert tasks_table(written(content))[0] == ["任务", "指导单位", "预警"]
    shown = content._replace(summary=replace(content.summary, columns=(Column.MISSING, Column.TASK)))
    assert len(tasks_table(written(shown))[0]) == 2


def test_the_facts_of_the_form_stand_above(make: ContentMaker) -> None:
    content = make(wanted=Filter(plans=("jinshi",)))
    tree = read_page(written(content))

    assert tree.xpath("//h1")[0].text_content() == "金石市河湖[行动]计划（2024—2026年）工作台账"
    facts = [one.text_content() for one in tree.xpath("//header/p")]
    assert facts == list(form_facts(content))
    assert any("4项" in fact for fact in facts)


def test_the_light_of_a_task_is_a_word_and_a_colour(make: ContentMaker) -> None:
    tree = read_page(written(make()))

    found = {
        (cell.get("class"), cell.text_content()) for cell in tree.xpath("//td[starts-with(@class, 'light-')]")
    }
    assert {("light-red", "红"), ("light-blue", "蓝"), ("light-yellow", "黄")} <= found


def test_the_figures_by_department_and_the_charts_follow(make: ContentMaker) -> None:
    tree = read_page(written(make()))

    names = [one.text_content() for one in tree.xpath("//table[caption]/tbody/tr/th")]
    assert {"金石市/市水利局", "金石市/东县政府"} <= set(names)
    assert [one.text_content() for one in tree.xpath("//figcaption")] == [
        "各单位完成情况（完成率低的在前）",
        "各季度到期要求（按现时限）",
    ]
    assert any("没有报完成值" in one.text_content() for one in tree.xpath("//p[@class='note']"))


def test_a_profile_leaves_out_columns_and_says_so(make: ContentMaker) -> None:
    public = Profile("publication", InLanguages("公开版"), ("problems", "overdue"))
    content = make()._replace(profile=public)
    page = written(content)

    assert "存在问题" not in tasks_table(page)[0]
    assert "HYPERLINK" not in page
    assert "存在问题" in page  # said to be left out


def test_the_origin_travels_with_the_page(make: ContentMaker) -> None:
    content = make()
    (origin,) = read_page(written(content)).xpath("//meta[@name='plantui']/@content")

    assert origin_from(origin) == origin_of(content, Format.HTML)


def test_the_same_content_makes_the_same_bytes(make: ContentMaker) -> None:
    content = make()

    assert written(content) == written(content)


def test_no_task_makes_a_whole_page_all_the_same(make: ContentMaker) -> None:
    page = written(make(wanted=Filter(words="没有这样的任务")))

    assert faults_of(page) == []
    assert len(tasks_table(page)) == 1


def test_the_progress_is_told_and_can_end_the_writing(make: ContentMaker) -> None:
    told: list[tuple[int, int]] = []
    (file,) = form_files(make(), Format.HTML)

    def end(done: int, total: int) -> None:
        told.append((done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        file.write(io.BytesIO(), end)
    file.write(io.BytesIO(), lambda done, total: told.append((done, total)))
    assert told == [(0, 6), (0, 6), (6, 6)]


def test_no_heading_stands_alone_where_there_is_nothing_to_show(make: ContentMaker) -> None:
    page = written(make(wanted=Filter(words="没有这样的词")))

    assert faults_of(page) == []
    assert [one.text_content() for one in read_page(page).xpath("//h2")] == ["任务进展（0 项）"]
