"""A document as a page: sound, without anything from elsewhere, every text as itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from plantui.export.blocks import (
    Bar,
    BarPart,
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
)
from plantui.export.page.frame import Frame, Paper
from plantui.export.page.report import report_page
from plantui.model.terms import Language, Light
from plantui.model.text import without_blanks
from plantui.words import Words
from tests.support.html_pages import faults_of, read_page

HOSTILE = "]]></script><b onclick='x'>&amp;[/]\x1b[31m红\x00\u202e\ud800 =1+1 {x}"
SHOWN = "]]></script><b onclick='x'>&amp;[/]␛[31m红␀\ufffd\ufffd =1+1 {x}"
WORDS = Words(Language.ZH)


def page_of(*blocks: Block, title: str = "汇报", words: Words = WORDS, notes: Sequence[str] = ()) -> str:
    document = Document(title, "（截至今日）", "市政府：", blocks, ("市督查室", "今日"), notes)
    return "".join(report_page(words, document, Frame(title, words.language, "report", Paper.OFFICIAL, "")))


CHART = Chart(
    HOSTILE,
    (
        Bar("东县" * 20, 3, "3 项，" * 12, parts=(BarPart(1, Light.RED), BarPart(2, Light.BLUE))),
        Bar("西区", 0, "0 项"),
        Bar("南镇", 1.5, "1.5", Light.GREY),
    ),
    f"图：{HOSTILE}",
    mark=2,
)
BLOCKS: tuple[Block, ...] = (
    Heading("一、总体情况"),
    Heading("（一）各单位", 2),
    Paragraph(("共有", Figure("total", "12", 0), f"项。{HOSTILE}\n第二行")),
    Paragraph((HOSTILE,), is_note=True),
    Table(
        HOSTILE,
        (TableColumn("序号", 1, is_figure=True), TableColumn(HOSTILE, 3), TableColumn("预警", 1)),
        ((TableCell(("1",)), TableCell((HOSTILE,)), TableCell(("红",), Light.RED)),),
    ),
    CHART,
    CHART,
    Chart("空", (), "没有"),
)


@pytest.mark.parametrize("language", Language)
def test_a_page_is_sound_whatever_its_texts(language: Language) -> None:
    page = page_of(*BLOCKS, title=HOSTILE, words=Words(language), notes=[HOSTILE])

    assert faults_of(page) == []
    assert read_page(page).get("lang") == {"zh": "zh-CN", "en": "en"}[language.value]


def test_every_text_shows_as_itself() -> None:
    tree = read_page(page_of(*BLOCKS, title=HOSTILE, notes=[HOSTILE]))

    assert [
        one.text_content() for one in tree.xpath("//head/title|//h1|//footer/p|//caption|//figcaption")
    ] == [
        *[SHOWN] * 5,
        "空",
        SHOWN,
    ]
    assert tree.xpath("//p[@class='body']")[0].text_content() == f"共有12项。{SHOWN}第二行"
    assert len(tree.xpath("//p[@class='body']/br")) == 1


def test_a_figure_has_its_name() -> None:
    (figure,) = read_page(page_of(*BLOCKS)).xpath("//data")

    assert (figure.get("value"), figure.text) == ("total", "12")


def test_a_light_is_a_word_and_a_colour_and_the_name_of_a_row_its_head() -> None:
    (row,) = read_page(page_of(*BLOCKS)).xpath("//table[caption]/tbody/tr")

    assert [(cell.tag, cell.get("class"), cell.get("scope")) for cell in row] == [
        ("td", "figure", None),
        ("th", None, "row"),
        ("td", "light-red", None),
    ]


def test_a_chart_says_every_bar_in_its_picture_and_in_a_table() -> None:
    tree = read_page(page_of(CHART))
    (picture,) = tree.xpath("//*[local-name()='svg']")
    rows = [tuple(cell.text_content() for cell in row) for row in tree.xpath("//details//tbody/tr")]
    drawn = without_blanks("".join(one.text for one in picture.xpath(".//*[local-name()='text']")))

    assert rows == [(bar.label, bar.text) for bar in CHART.bars]
    assert drawn == without_blanks(
        "".join([*(bar.label for bar in CHART.bars), *(bar.text for bar in CHART.bars)])
    )
    assert [one.get("class") for one in picture.xpath(".//*[local-name()='rect']")] == [
        "light-red",
        "light-blue",
        "light-grey",
    ]


def test_a_bar_is_as_long_as_its_value_beside_the_others() -> None:
    chart = Chart("图", (Bar("a", 3, "3"), Bar("b", 1.5, "1.5")), "", mark=6)
    (picture,) = read_page(page_of(chart)).xpath("//*[local-name()='svg']")
    first, second = (float(one.get("width")) + 1 for one in picture.xpath(".//*[local-name()='rect']"))
    (mark,) = picture.xpath(".//*[local-name()='line']")
    (left,) = {float(one.get("x")) for one in picture.xpath(".//*[local-name()='rect']")}

    assert first == 2 * second
    assert float(mark.get("x1")) - left == 2 * first


def test_no_text_runs_out_of_the_picture() -> None:
    long = Bar("很长的名称" * 30, 1, "一句很长的话，" * 30)
    (picture,) = read_page(page_of(Chart("图", (long,), "长"))).xpath("//*[local-name()='svg']")
    width, height = map(float, picture.get("viewbox").split()[2:])

    for one in picture.xpath(".//*[local-name()='text']"):
        room = len(one.text) * 13  # every character of these texts is a han, 13 units wide
        left = float(one.get("x")) - (room if one.getparent().get("class") == "labels" else 0)
        assert 0 <= left <= left + room <= width
        assert 13 <= float(one.get("y")) <= height


def test_on_a_phone_bars_and_values_stand_within_the_screen() -> None:
    """A picture of 38 em is wider than a screen of 360 pixels, of which the margins take 32."""
    page = page_of(Chart("图", (Bar("a", 3, "100.0%"), Bar("b", 6, "7")), "", mark=6))
    (picture,) = read_page(page).xpath("//*[local-name()='svg']")
    narrow = page.split("(max-width:40em){")[1].split("}\n}")[0]
    (bars,) = re.findall(r"\.bars\{transform:translateX\(([\d.]+)px\) scaleX\(([\d.]+)\)", narrow)
    (values,) = re.findall(r"\.values\{transform:translateX\((-[\d.]+)px\)", narrow)
    moved, scale = map(float, bars)
    pixels = 38 * 16 / float(picture.get("viewbox").split()[2])

    shapes = picture.xpath(".//*[local-name()='rect']")
    assert {float(one.get("x")) for one in shapes} == {
        round(moved / (1 - scale), 1)
    }  # they begin where they did
    ends = [(float(one.get("x")) + float(one.get("width"))) * scale + moved for one in shapes]
    texts = picture.xpath(".//*[@class='values']/*")
    starts = {float(one.get("x")) + float(values) for one in texts}
    assert max(ends) < min(starts)
    assert all((start + 6.5 * len(one.text)) * pixels <= 360 - 32 for start in starts for one in texts)


def test_no_figure_is_broken_on_a_narrow_screen() -> None:
    style = page_of(CHART).split("<style>")[1].split("@media print")[0]

    assert "table:not(.tasks) .figure{overflow-wrap:normal;word-break:keep-all}" in style
