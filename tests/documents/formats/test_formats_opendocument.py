"""An .odt and an .ods are read as the page and the sheet show them."""

from __future__ import annotations

import pytest

from plantui.documents.formats import read_source
from plantui.documents.source import Selection, Source, SourceKind
from plantui.model.problem import DataError
from tests.support.open_documents import cell_xml, flat_of, package_of, rows_xml
from tests.support.paths import DATA

TEXT_STYLES = (
    '<style:style style:name="X" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="N" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P" style:family="paragraph" style:parent-style-name="Q"/>'
    '<style:style style:name="Q" style:family="paragraph"><style:text-properties style:text-line-through-type="single"/></style:style>'
)
ALIGNED = '<style:list-level-properties><style:list-level-label-alignment text:label-followed-by="{}"/></style:list-level-properties>'


def _text(body: str, automatic: str = TEXT_STYLES, styles: str = "") -> Source:
    return read_source(flat_of(body, "text", automatic, styles), "plan.fodt")


def _sheet(rows: str, automatic: str = "", *, with_hidden: bool = False) -> Source:
    table = f'<table:table table:name="表一">{rows}</table:table>'
    return read_source(
        package_of(table, "spreadsheet", automatic), "plan.ods", selection=Selection(with_hidden=with_hidden)
    )


def _said(source: Source) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, mark.where, " ".join(mark.words.split())) for mark in source.marks]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("建设\n  公园<text:s/>一<text:s text:c='2'/>座", "建设 公园 一  座"),
        ("甲<text:tab/>乙<text:line-break/>丙", "甲\t乙\n丙"),
        (
            "<text:ruby><text:ruby-base>渑池</text:ruby-base><text:ruby-text>miǎn</text:ruby-text></text:ruby>县",
            "渑池县",
        ),
        ("甲<office:annotation><text:p>批注</text:p></office:annotation>乙", "甲乙"),
        ("2‑3万亩", "2-3万亩"),
        ("<text:a>链接</text:a><text:sequence>1</text:sequence>", "链接1"),
        ("<text:span text:style-name='N'>未划去</text:span>", "未划去"),
    ],
)
def test_words(paragraph: str, text: str) -> None:
    """Blanks of the file are one, those of the page as many as there are; remarks and readings are no text."""
    assert _text(f"<text:p>{paragraph}</text:p>").text == f"{text}\n"


@pytest.mark.parametrize(
    ("body", "text", "said"),
    [
        ("<text:p>一座<text:span text:style-name='X'>两座</text:span></text:p>", "一座", ("struck", "", "两座")),
        ("<text:p>甲<text:span text:style-name='H'>密</text:span></text:p>", "甲", ("hidden", "", "密")),
        ("<text:p text:style-name='P'>整段<text:span text:style-name='N'>除外</text:span></text:p>", "除外", ("struck", "", "整段")),
        ("<text:section text:display='none'><text:p>一节</text:p></text:section><text:p>甲</text:p>", "甲", ("hidden", "", "一节")),
        ("<text:p>段落<text:hidden-paragraph text:is-hidden='true'/></text:p><text:p>甲</text:p>", "甲", ("hidden", "", "段落")),
        ("<text:p>甲<text:hidden-text text:is-hidden='true' text:string-value='藏'/></text:p>", "甲", ("hidden", "", "藏")),
        ("<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>甲</text:p>", "甲", None),
        ("<text:p>甲<draw:frame><draw:object><math:math><math:annotation>x^2</math:annotation></math:math></draw:object></draw:frame></text:p>", "甲", ("not_read", "", "x^2")),
        ("<text:p>甲<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame>乙</text:p>", "甲乙\n框内", None),
    ],
    ids=["struck", "hidden", "style", "section", "paragraph", "field", "deleted", "formula", "box"],
)  # fmt: skip
def test_what_is_not_shown(body: str, text: str, said: tuple[str, str, str] | None) -> None:
    """Words that are struck through or hidden, and objects that cannot be read, are said; deleted ones are gone."""
    source = _text(body)

    assert source.text.strip() == text
    assert _said(source) == ([said] if said else [])


def test_footnotes() -> None:
    """A note follows the paragraph that refers to it."""
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>指市区。</text:p></text:note-body></text:note>"
    source = _text(f"<text:p>建成区{note}绿化。</text:p><text:p>下段</text:p>")

    assert source.text == "建成区绿化。\n指市区。\n下段\n"
    assert [(mark.kind.value, mark.span.start) for mark in source.marks] == [("note", 7)]


def test_formula_in_a_package() -> None:
    """A formula lies in a part of its own; the words in which it was typed are said."""
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    part = "<math><semantics><mi>x</mi><annotation>CO_2</annotation></semantics></math>"
    content = package_of(f"<text:p>排放{frame}下降</text:p>", parts=[("Object 1/content.xml", part)])

    source = read_source(content, "plan.odt")

    assert (source.text, _said(source)) == ("排放下降\n", [("not_read", "", "CO_2")])
    assert source.kind is SourceKind.ODT


LISTS = (
    '<text:list-style style:name="L">'
    f'<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、">{ALIGNED.format("nothing")}</text:list-level-style-number>'
    f'<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-prefix="(" style:num-suffix=")">{ALIGNED.format("space")}</text:list-level-style-number>'
    '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<text:list text:style-name='L'>{甲}{乙}</text:list>", ["一、甲", "二、乙"]),
        ("<text:list text:style-name='L'><text:list-item><text:p>甲</text:p><text:list>{子}</text:list></text:list-item>{乙}</text:list>", ["一、甲", "(一.1) 子", "二、乙"]),
        ("<text:list text:style-name='L'>{甲}</text:list><text:p>段</text:p><text:list text:style-name='L' text:continue-numbering='true'>{乙}</text:list>", ["一、甲", "段", "二、乙"]),
        ("<text:list text:style-name='L' xml:id='a'>{甲}</text:list><text:list text:style-name='B'>{点}</text:list><text:list text:style-name='L' text:continue-list='a'>{乙}</text:list>", ["一、甲", "• 点", "二、乙"]),
        ("<text:list text:style-name='L'>{甲}</text:list><text:list text:style-name='L'>{乙}</text:list>", ["一、甲", "一、乙"]),
        ("<text:list text:style-name='L'><text:list-item text:start-value='5'><text:p>甲</text:p></text:list-item>{乙}</text:list>", ["五、甲", "六、乙"]),
        ("<text:list text:style-name='L'><text:list-header><text:p>头</text:p></text:list-header>{甲}<text:list-item><text:p>乙</text:p><text:p>续</text:p></text:list-item></text:list>", ["头", "一、甲", "二、乙", "续"]),
        ("<text:list text:style-name='L'><text:list-item><text:list>{子}</text:list></text:list-item></text:list>", ["(一.1) 子"]),
        ("<text:h text:outline-level='1'>甲</text:h><text:h text:outline-level='1'/><text:h text:outline-level='2'>子</text:h><text:h text:outline-level='1'>乙</text:h><text:h text:outline-level='1' text:is-list-header='true'>无</text:h>", ["第1章 甲", "", "子", "第2章 乙", "无"]),
    ],
    ids=["two", "nested", "continued", "continued-list", "anew", "start", "header", "deep", "headings"],
)  # fmt: skip
def test_numbers(body: str, lines: list[str]) -> None:
    """Lists and headings are numbered as the program shows them."""
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-prefix="第" style:num-suffix="章"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    for name in "甲乙子点":
        body = body.replace(f"{{{name}}}", f"<text:list-item><text:p>{name}</text:p></text:list-item>")

    assert _text(body, LISTS, outline).text.splitlines() == lines


def test_tables_of_a_text() -> None:
    """Head rows, merged cells, lists in cells; a table of one column only frames."""
    covered = "<table:covered-table-cell/>"
    merged = cell_xml("市城管局", 'table:number-rows-spanned="2"')
    rows = (
        f"<table:table-header-rows>{rows_xml([['任务', '单位']])}</table:table-header-rows>"
        f"<table:table-row>{cell_xml('甲')}{merged}</table:table-row>"
        f"<table:table-row><table:table-cell><text:list text:style-name='L'><text:list-item><text:p>乙</text:p></text:list-item></text:list></table:table-cell>{covered}</table:table-row>"
    )
    framed = f"<table:table>{rows_xml([['框中段落']])}</table:table>"

    source = _text(f"<table:table>{rows}</table:table>{framed}", LISTS)

    assert [row.cells for row in source.rows] == [
        ("任务", "单位"),
        ("甲", "市城管局"),
        ("一、乙", "市城管局"),
    ]
    assert source.text.splitlines()[-1] == "框中段落"


def test_text_made_by_libreoffice() -> None:
    """Numbers, notes, boxes, struck and hidden words as that program writes them."""
    source = read_source(DATA / "office" / "numbered.odt")

    assert source.text.splitlines()[:7] == [
        "一、总体要求",
        "1. 建设 公园  一座。",
        "脚注文字",
        "2. 乙渑池",
        "2.1 细项",
        "二、重点任务",
        "3. 丙",
    ]
    assert [row.cells for row in source.rows] == [("任务", "单位"), ("甲", "市城管局"), ("乙", "市城管局")]
    assert source.text.splitlines()[-1] == "框内文字"
    assert _said(source) == [
        ("struck", "", "两座"),
        ("hidden", "", "密"),
        ("note", "", ""),
        ("hidden", "", "隐藏一节"),
    ]


def test_sheet_made_by_libreoffice() -> None:
    """Rows that a filter hides are counted; `with_hidden` reads them."""
    path = DATA / "office" / "filtered.ods"
    source = read_source(path)

    assert [row.cells[0] for row in source.rows] == ["序号", "2"]
    assert _said(source) == [
        ("filtered", "2", "1 新建公园 市园林局 2025.1 3 修缮 市教育局 2025年6月"),
    ]
    shown = read_source(path, selection=Selection(with_hidden=True))
    assert [row.cells[3] for row in shown.rows] == ["完成时限", "2025.1", "2025年9月底前", "2025年6月"]
    assert _said(shown) == [("cut_nought", "D2", "")]


def test_hidden_parts_of_a_sheet() -> None:
    """Hidden rows, columns and sheets, also those inside groups."""
    hidden = '<style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>'
    body = (
        '<table:table table:name="表一"><table:table-column/><table:table-column-group>'
        '<table:table-column table:visibility="collapse"/></table:table-column-group>'
        f"{rows_xml([['任务', '备注', '单位']])}<table:table-row-group>"
        f'<table:table-row table:visibility="collapse">{cell_xml("甲")}{cell_xml("一")}{cell_xml("市城管局")}</table:table-row></table:table-row-group>'
        f"{rows_xml([['乙', '二', '市教育局']])}</table:table>"
        f'<table:table table:name="表二" table:style-name="T">{rows_xml([["选项"]])}</table:table>'
    )
    content = package_of(body, "spreadsheet", hidden)
    source = read_source(content, "plan.ods")

    assert [row.cells for row in source.rows] == [("任务", "单位"), ("乙", "市教育局")]
    assert sorted(_said(source)) == [
        ("hidden_column", "B", "备注 一 二"),
        ("hidden_rows", "2", "甲 一 市城管局"),
        ("hidden_sheet", "表二", "选项"),
    ]
    assert len(read_source(content, "plan.ods", selection=Selection(with_hidden=True)).rows) == 6


DAYS = (
    '<number:date-style style:name="D"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year/></number:date-style>'
    '<number:date-style style:name="M"><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>'
    '<style:style style:name="C" style:family="table-cell" style:data-style-name="D"/><style:style style:name="E" style:family="table-cell" style:parent-style-name="C"/>'
    '<style:style style:name="F" style:family="table-cell" style:data-style-name="M"/>'
    '<style:style style:name="X" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)


@pytest.mark.parametrize(
    ("cell", "shown", "said"),
    [
        ('<table:table-cell office:value-type="date" office:date-value="2025-06-30" table:style-name="E"><text:p>6/30/25</text:p></table:table-cell>', "2025-06-30", []),
        ('<table:table-cell office:value-type="date" office:date-value="2025-06-30" table:style-name="F"><text:p>Jun 2025</text:p></table:table-cell>', "2025-06", []),
        ('<table:table-cell office:value-type="date" office:date-value="2025-06-30"><text:p>二〇二五年六月</text:p></table:table-cell>', "二〇二五年六月", []),
        ('<table:table-cell office:value-type="date" office:date-value="2025-06-29T16:00:00" table:style-name="C"><text:p>2025-06-29</text:p></table:table-cell>', "2025-06-29", [("early_day", "B", "16:00")]),
        ('<table:table-cell office:value-type="date" office:date-value="2025-06-30"/>', "2025-06-30", []),
        ('<table:table-cell office:value-type="percentage" office:value="0.355"/>', "35.5%", []),
        ('<table:table-cell office:value-type="float" office:value="2025.1"><text:p>2025.1</text:p></table:table-cell>', "2025.1", [("cut_nought", "B1", "")]),
        ('<table:table-cell office:value-type="float" office:value="2025.1"><text:p>2025.10</text:p></table:table-cell>', "2025.10", []),
        ('<table:table-cell table:formula="of:=1+1"/>', "", [("no_result", "B1", "")]),
        ('<table:table-cell office:value-type="string" table:style-name="X"><text:p>划去</text:p></table:table-cell>', "", [("struck", "B1", "划去")]),
        ('<table:table-cell office:value-type="string"><text:p>甲</text:p><text:p>乙</text:p></table:table-cell>', "甲\n乙", []),
    ],
)  # fmt: skip
def test_cells(cell: str, shown: str, said: list[tuple[str, str, str]]) -> None:
    """A cell is its text; a day in a form that no rule reads has the same parts in one that is read."""
    source = _sheet(f"<table:table-row>{cell_xml('任务')}{cell}{cell_xml('完')}</table:table-row>", DAYS)

    assert source.rows[0].cells[1] == shown
    assert _said(source) == said


def test_styles_of_columns() -> None:
    """A cell without a style of its own has its column's."""
    rows = '<table:table-column/><table:table-column table:default-cell-style-name="X"/>' + rows_xml(
        [["甲", "乙"]]
    )

    assert _said(_sheet(rows, DAYS)) == [("struck", "B1", "乙")]


def test_repeated_rows_and_columns() -> None:
    """What is repeated stands there as often; empty rows and columns to the end of the sheet cost nothing."""
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    same = cell_xml("同上", 'table:number-columns-repeated="3"')
    twice = f'<table:table-row table:number-rows-repeated="2">{same}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'

    source = _sheet(rows_xml([["甲"]]) + twice + empty + rows_xml([["末"]]))

    assert [row.cells for row in source.rows] == [
        ("甲", "", ""),
        ("同上",) * 3,
        ("同上",) * 3,
        ("末", "", ""),
    ]


@pytest.mark.parametrize(
    ("attributes", "times"),
    [
        ('table:number-columns-repeated="16384"', 'table:number-rows-repeated="1048576"'),
        ('table:number-columns-repeated="99999999999999999999"', ""),
        ("", 'table:number-rows-repeated="2000000"'),
    ],
)
def test_repeated_without_end(attributes: str, times: str) -> None:
    """A cell that is repeated over the whole sheet is refused before it is."""
    row = f"<table:table-row {times}>{cell_xml('一', attributes)}</table:table-row>"

    with pytest.raises(DataError) as caught:
        _sheet(row)
    assert caught.value.message == "formats.too_many_cells"


def test_locked_and_other_packages() -> None:
    """A file with a password and a presentation are refused for what they are."""
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'

    for content, reason in (
        (package_of("<text:p>甲</text:p>", parts=[("META-INF/manifest.xml", manifest)]), "locked"),
        (package_of("", "presentation"), "other_package"),
        (package_of("<text:p>甲").replace(b"text:p", b"text:q"), "damaged"),
        (flat_of("<text:p>甲</text:p>")[:-30], "damaged"),
        (flat_of("<text:list><text:list-item>" * 110 + "<text:p>甲</text:p>" + "</text:list-item></text:list>" * 110), "too_deep"),
    ):  # fmt: skip
        with pytest.raises(DataError) as caught:
            read_source(content, "plan.odt")
        assert caught.value.message == f"formats.{reason}"


@pytest.mark.parametrize("entity", ["j", "file"])
def test_entities(entity: str) -> None:
    """A document that declares entities is refused, in a package and flat."""
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY j "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
    flat = flat_of(f"<text:p>正文&{entity};</text:p>")
    head, _, body = flat.partition(b"\n")

    with pytest.raises(DataError) as caught:
        read_source(head + declared.encode() + body, "plan.fodt")
    assert caught.value.message == "formats.damaged"


@pytest.mark.parametrize(("size", "said"), [("15cm", ["picture"]), ("8mm", [])])
def test_pictures(size: str, said: list[str]) -> None:
    """A picture that may show words is said; a logo is not."""
    names = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    frame = f'<draw:frame {names} svg:width="{size}" svg:height="{size}"><draw:image/></draw:frame>'

    source = read_source(package_of(f"<text:p>任务分解表：{frame}</text:p>"), "plan.odt")

    assert [mark.kind.value for mark in source.marks] == said
