"""An OFD is read as its pages show it, whoever wrote it and however it places its characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.source import MarkKind, Source, SourceKind
from tests.support.document_files import csv_of
from tests.support.ofd_files import (
    NAMESPACE,
    Draw,
    document_of,
    entry_of,
    ofd_with,
    package_of,
    page_of,
    picture,
    rule,
    table_ofd,
    text_object,
    thin_box,
    with_attachments,
)

ONE = text_object("建设公园", 30, 40)
TWO = text_object("治理河道", 30, 60)


def _source(content: bytes) -> Source:
    source = read_source(content, "plan.ofd")
    assert source.kind is SourceKind.OFD
    return source


def _lines(content: bytes) -> list[str]:
    return [line.strip() for line in _source(content).text.splitlines() if line.strip()]


def _code(text: str, **attributes: str) -> str:
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<ofd:TextCode{more}>{text}</ofd:TextCode>"


class _Page(NamedTuple):
    """Objects of a page, and the lines that it shows."""

    objects: str
    shown: list[str]


PAGES: Mapping[str, _Page] = {
    "places, not the order of the file": _Page(TWO + ONE, ["建设公园", "治理河道"]),
    "two objects on a line": _Page(text_object("二、", 30, 40) + text_object("重点任务", 42, 40), ["二、重点任务"]),
    "a gap on a line": _Page(ONE + text_object("市财政局", 100, 40), [f"建设公园{' ' * 17}市财政局"]),
    "repeated distances": _Page(
        text_object("", 30, 40, code=_code("建设智慧停车平台", X="0", Y="5", DeltaX="g 7 5.6")), ["建设智慧停车平台"]
    ),
    "too few distances": _Page(
        text_object("", 30, 40, code=_code("建设公园", X="0", Y="5", DeltaX="5.6")), ["建设公园"]
    ),
    "no distances": _Page(text_object("", 30, 40, code=_code("建设公园", X="0", Y="5")) + TWO, ["建设公园", "治理河道"]),
    "several codes in one object": _Page(
        text_object(
            "",
            30,
            40,
            code=_code("建设", X="0", Y="5", DeltaX="5.6")
            + _code("公园", X="11.2", Y="5", DeltaX="5.6")
            + _code("治理河道", X="0", Y="15", DeltaX="g 3 5.6"),
        ),
        ["建设公园", "治理河道"],
    ),
    "a line that leads down to the next": _Page(
        text_object(
            "", 30, 40, code=_code("公园河道", X="0", Y="5", DeltaX="5.6 -5.6 5.6", DeltaY="0 10 0")
        ),
        ["公园", "河道"],
    ),
    "characters below each other": _Page(
        text_object("", 30, 40, code=_code("责任单位", X="0", Y="5", DeltaX="0", DeltaY="6 6 6")), ["责任单位"]
    ),
    "size by transformation": _Page(
        text_object("", 30, 40, size=1, CTM="5.6 0 0 5.6 0 0", code=_code("建设公园", X="0", Y="1", DeltaX="g 3 1"))
        + TWO,
        ["建设公园", "治理河道"],
    ),
    "two characters as one glyph": _Page(
        text_object(
            "",
            30,
            40,
            code='<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>'
            + _code("office", X="0", Y="5", DeltaX="2.8 2.8 2.8 2.8"),
        )
        + text_object("楼", 60, 40),
        [f"office{' ' * 6}楼"],
    ),
    "line ends that set the XML out": _Page(
        text_object("", 30, 40, code=_code("\n建设公园\n  ", X="0", Y="5", DeltaX="g 3 5.6")), ["建设公园"]
    ),
    "words without blanks between them": _Page(
        text_object("", 30, 40, code=_code("newpark", X="0", Y="5", DeltaX="2.8 2.8 5.6 2.8 2.8 2.8")), ["new park"]
    ),
    "figures set wide": _Page(
        text_object("", 30, 40, code=_code("2025年", X="0", Y="5", DeltaX="5.6 5.6 5.6 5.6")), ["2025年"]
    ),
    "a size that is written small": _Page(TWO.replace("Size=", "size=") + ONE.replace("Size=", "size="), ["建设公园", "治理河道"]),
    "blocks in blocks": _Page(f"<ofd:PageBlock><ofd:PageBlock>{ONE}</ofd:PageBlock>{TWO}</ofd:PageBlock>", ["建设公园", "治理河道"]),
    "drawn twice to look bold": _Page(ONE + text_object("建设公园", 30.2, 40) + TWO, ["建设公园", "治理河道"]),
    "signs of radicals": _Page(text_object("建设⽣态公园", 30, 40), ["建设生态公园"]),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES.values(), ids=PAGES)
def test_page(case: _Page) -> None:
    """Words are where the page shows them."""
    assert _lines(ofd_with([page_of(case.objects)])) == case.shown


def test_page_without_layer() -> None:
    """Objects may stand in the content itself."""
    assert _lines(ofd_with([page_of(ONE, with_layer=False)])) == ["建设公园"]


@pytest.mark.parametrize("turn", ["0 1 -1 0 5 0", "0 -1 1 0 5 0", "-1 0 0 -1 5 0"])
def test_turned_page(turn: str) -> None:
    """A page on which the lines go down, up or backwards is turned upright."""
    down, up = turn.startswith("0 1"), turn.startswith("0 -1")
    lines = ["第一行文字在此", "第二行文字在此", "第三行文字在此"]
    places = {True: [(150, 50), (140, 50), (130, 50)]}.get(
        down, [(50, 250), (60, 250), (70, 250)] if up else [(150, 80), (150, 70), (150, 60)]
    )
    objects = [text_object(text, x, y, CTM=turn) for text, (x, y) in zip(lines, places, strict=True)]

    assert _lines(ofd_with([page_of("".join(reversed(objects)))])) == lines


def test_two_columns() -> None:
    """Columns of prose are read one after the other, around a heading that goes across; cells beside each other are not."""
    left = [f"左栏第{number}行文字到此满了一行" for number in range(1, 10)]
    right = [f"右栏第{number}行文字到此满了一行" for number in range(1, 10)]
    objects = text_object("横贯两栏的标题写在这里，比一栏宽得多，一直写到右边为止", 25, 30)
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        objects += text_object(one, 25, 50 + at * 10) + text_object(other, 108, 52 + at * 10)

    assert _lines(ofd_with([page_of(objects)]))[1:] == [*left, *right]

    cells = "".join(
        text_object(f"第{at}项", 25, 50 + at * 10) + text_object(f"局{at}", 108, 50 + at * 10)
        for at in range(1, 10)
    )
    assert [line.split() for line in _lines(ofd_with([page_of(cells)]))] == [
        [f"第{at}项", f"局{at}"] for at in range(1, 10)
    ]


def test_templates() -> None:
    """What stands on a template stands on each page that uses it, and templates may stand on others."""
    head = page_of(text_object("内部资料", 150, 15), ["8"])
    foot = page_of(text_object("承办单位：市政府办公室", 30, 280))

    content = ofd_with([page_of(ONE, ["7"]), page_of(TWO, ["7"]), page_of(ONE)], {"7": head, "8": foot})

    marked = [
        "内部资料",
        "建设公园",
        "承办单位：市政府办公室",
        "内部资料",
        "治理河道",
        "承办单位：市政府办公室",
    ]
    assert _lines(content) == [*marked, "建设公园"]


def test_template_draws_the_table() -> None:
    """The rules of a form may be on its template, the words on the page."""
    rules = "".join(rule(20, y, 120, y) for y in (30, 40, 50)) + "".join(
        rule(x, 30, x, 50) for x in (20, 70, 120)
    )
    words = [("任务", 25, 37), ("单位", 75, 37), ("建设公园", 25, 47), ("市财政局", 75, 47)]
    page = page_of("".join(text_object(text, x, y, 4) for text, x, y in words), ["7"])

    assert [row.cells for row in _source(ofd_with([page], {"7": page_of(rules)})).rows] == [
        ("任务", "单位"),
        ("建设公园", "市财政局"),
    ]


def test_shared_drawing() -> None:
    """A drawing that several pages show is read on each, at its place."""
    shared = (
        f'<ofd:Res xmlns:ofd="{NAMESPACE}"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5">'
        f"<ofd:Content>{ONE}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    use = '<ofd:CompositeObject ID="9" ResourceID="5" Boundary="0 100 200 100"/>'
    parts = {
        "OFD.xml": entry_of(),
        "Doc_0/Document.xml": document_of(["P.xml"], common="<ofd:PublicRes>Res.xml</ofd:PublicRes>"),
        "Doc_0/Res.xml": shared,
        "Doc_0/P.xml": page_of(use + TWO),
    }

    assert _lines(package_of(parts)) == ["治理河道", "建设公园"]


def test_sign_of_symbol_font() -> None:
    """A place in a symbol font is the sign; one that nobody knows is said."""
    fonts = f'<ofd:Res xmlns:ofd="{NAMESPACE}"><ofd:Fonts><ofd:Font ID="3" FontName="Symbol"/></ofd:Fonts></ofd:Res>'
    parts = {
        "OFD.xml": entry_of(),
        "Doc_0/Document.xml": document_of(["P.xml"], common="<ofd:PublicRes>Res.xml</ofd:PublicRes>"),
        "Doc_0/Res.xml": fonts,
        "Doc_0/P.xml": page_of(text_object("产能\uf0a3100万吨\uf001", 30, 40)),
    }

    source = _source(package_of(parts))

    assert source.text.strip() == "产能≤100万吨\ufffd"
    assert [(mark.kind, mark.words) for mark in source.marks] == [(MarkKind.NOT_READ, "Symbol")]


def test_several_documents() -> None:
    """They follow each other, their pages counted through."""
    parts: dict[str, str | bytes] = {"OFD.xml": entry_of(["Doc_0/Document.xml", "/Doc_1/Document.xml"])}
    for at, objects in enumerate((ONE, TWO)):
        parts[f"Doc_{at}/Document.xml"] = document_of(["Pages/P.xml"])
        parts[f"Doc_{at}/Pages/P.xml"] = page_of(objects)

    source = _source(package_of(parts))

    assert source.text.split() == ["建设公园", "治理河道"]
    assert [source.page_of(source.text.index(text)) for text in ("建设", "治理")] == [1, 2]


def test_revised_document() -> None:
    """The current version counts."""
    version = f'<ofd:DocVersion xmlns:ofd="{NAMESPACE}"><ofd:DocRoot>New.xml</ofd:DocRoot></ofd:DocVersion>'
    parts = {
        "OFD.xml": entry_of().replace(
            "</ofd:DocRoot>",
            '</ofd:DocRoot><ofd:Versions><ofd:Version Current="true" BaseLoc="Doc_0/V.xml"/></ofd:Versions>',
        ),
        "Doc_0/V.xml": version,
        "Doc_0/Document.xml": document_of(["Old.xml"]),
        "Doc_0/New.xml": document_of(["P.xml"]),
        "Doc_0/Old.xml": page_of(ONE),
        "Doc_0/P.xml": page_of(TWO),
    }

    assert _lines(package_of(parts)) == ["治理河道"]


@pytest.mark.parametrize(
    "location",
    [
        "页面/第一页.xml",
        "/Doc_0/页面/第一页.xml",
        "Doc_0/页面/第一页.xml",
        "页面\\第一页.xml",
        "./其他/../页面/第一页.XML",
    ],
)
def test_locations(location: str) -> None:
    """However a part's place is written."""
    parts = {
        "OFD.xml": entry_of(),
        "Doc_0/Document.xml": document_of([location]),
        "Doc_0/页面/第一页.xml": page_of(ONE),
    }

    assert _lines(package_of(parts)) == ["建设公园"]


def test_names_in_gb18030() -> None:
    """Names of parts that are not marked as UTF-8 are read as Chinese programs write them."""
    parts = {
        "OFD.xml": entry_of(),
        "Doc_0/Document.xml": document_of(["页面/P.xml"]),
        "Doc_0/XXXX/P.xml": page_of(ONE),
    }

    content = package_of(parts).replace(b"XXXX", "页面".encode("gb18030"))

    assert _lines(content) == ["建设公园"]


@pytest.mark.parametrize(
    ("prefix", "namespace"), [("o", NAMESPACE), ("ofd", "http://www.ofdspec.org"), ("", "urn:x")]
)
def test_namespaces(prefix: str, namespace: str) -> None:
    """Any prefix, or none, and any namespace."""

    def renamed(part: str) -> str:
        part = part.replace(NAMESPACE, namespace)
        if not prefix:
            return part.replace("xmlns:ofd=", "xmlns=").replace("ofd:", "")
        return part.replace("xmlns:ofd", f"xmlns:{prefix}").replace("ofd:", f"{prefix}:")

    parts = {"OFD.xml": entry_of(), "Doc_0/Document.xml": document_of(["P.xml"]), "Doc_0/P.xml": page_of(ONE)}

    assert _lines(package_of({name: renamed(part) for name, part in parts.items()})) == ["建设公园"]


@pytest.mark.parametrize(
    ("objects", "marks"),
    [
        (text_object("草稿勿传", 30, 60, Visible="false"), [(MarkKind.HIDDEN, "草稿勿传")]),
        (text_object("草稿勿传", 30, 60, Alpha="0"), [(MarkKind.HIDDEN, "草稿勿传")]),
        (text_object("草稿勿传", 30, 60, Fill="false"), [(MarkKind.HIDDEN, "草稿勿传")]),
        (text_object("市政府", 60, 150, CTM="0.7 -0.7 0.7 0.7 0 0"), [(MarkKind.ASLANT, "市政府")]),
        (picture(30, 60, 120, 60), [(MarkKind.PICTURE, "")]),
        (picture(30, 60, 20, 6), []),
        (picture(28, 36, 60, 30), []),
    ],
    ids=["hidden", "without alpha", "without ink", "across the page", "a picture", "a small one", "below words"],
)  # fmt: skip
def test_said(objects: str, marks: list[tuple[MarkKind, str]]) -> None:
    """What is left out, or may be missing, is said; it is no text."""
    source = _source(ofd_with([page_of(ONE + objects)]))

    assert source.text.split() == ["建设公园"]
    assert [(mark.kind, mark.words) for mark in source.marks] == marks


@pytest.mark.parametrize(("x", "y"), [(-60, 60), (230, 60), (30, 400), (30, -20)])
def test_words_beside_the_page(x: float, y: float) -> None:
    """No reader sees them; a page on which most words lie so has another size than its file says."""
    source = _source(ofd_with([page_of(ONE + TWO + text_object("内部掌握", x, y))]))
    assert source.text.split() == ["建设公园", "治理河道"]
    assert [(mark.kind, mark.words) for mark in source.marks] == [(MarkKind.HIDDEN, "内部掌握")]

    small = page_of(ONE + TWO, area="0 0 20 20")
    assert _lines(ofd_with([small])) == ["建设公园", "治理河道"]


def test_struck_out() -> None:
    """A line through words strikes them out, one below them does not."""
    words = text_object("到2024年2025年底前完成。", 30, 60)
    through, below = rule(35.6, 58.4, 52.4, 58.4), rule(30, 41, 52, 41)

    source = _source(ofd_with([page_of(ONE + words + through + below)]))

    assert source.text.split() == ["建设公园", "到", "2025年底前完成。"]
    assert [(mark.kind, mark.words) for mark in source.marks] == [(MarkKind.STRUCK, "2024年")]


def test_watermark_on_each_page() -> None:
    """It is said once."""
    pages = [page_of(ONE + text_object("市政府", 60, 150, CTM="0.7 -0.7 0.7 0.7 0 0"))] * 3

    assert len(_source(ofd_with(pages)).marks) == 1


def test_annotations() -> None:
    """Seals, stamps and watermarks that are put upon pages are no text of the document."""
    stamp = (
        f'<ofd:PageAnnot xmlns:ofd="{NAMESPACE}"><ofd:Annot Type="Watermark"><ofd:Appearance Boundary="0 0 90 90">'
        f"{TWO}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )
    listed = (
        f'<ofd:Annotations xmlns:ofd="{NAMESPACE}"><ofd:Page PageID="100"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page>'
        "</ofd:Annotations>"
    )
    root = document_of(["P.xml"]).replace(
        "</ofd:Document>", "<ofd:Annotations>Annotations.xml</ofd:Annotations></ofd:Document>"
    )
    parts = {
        "OFD.xml": entry_of(),
        "Doc_0/Document.xml": root,
        "Doc_0/P.xml": page_of(ONE),
        "Doc_0/Annotations.xml": listed,
        "Doc_0/A.xml": stamp,
    }

    assert _lines(package_of(parts)) == ["建设公园"]


def test_attachments() -> None:
    """Files that are attached to the document are said, each by its name."""
    attached = (
        '<ofd:Attachment ID="1" Name="任务分解表.xlsx" Format="xlsx"><ofd:FileLoc>1.xlsx</ofd:FileLoc></ofd:Attachment>'
        '<ofd:Attachment ID="2" Visible="false"><ofd:FileLoc>说明.docx</ofd:FileLoc></ofd:Attachment>'
    )

    source = _source(with_attachments(ofd_with([page_of(ONE)]), attached))

    assert source.text.strip() == "建设公园"
    assert [(mark.kind, mark.words) for mark in source.marks] == [
        (MarkKind.NOT_READ, "任务分解表.xlsx"),
        (MarkKind.NOT_READ, "说明.docx"),
    ]
    assert not _source(with_attachments(ofd_with([page_of(ONE)]), "")).marks


def test_recognised_scan() -> None:
    """Where a picture of the page covers it, the words without ink are what was recognised of it."""
    unseen = re.sub(
        "<ofd:TextObject", '<ofd:TextObject Alpha="0"', ONE + TWO + text_object("责任单位：市水利局", 30, 80)
    )

    source = _source(ofd_with([page_of(picture(0, 0, 210, 297) + unseen)]))

    assert source.text.split() == ["建设公园", "治理河道", "责任单位：市水利局"]
    assert source.marks == ()


TABLE = [
    ["序号", "主要任务", "牵头单位", "完成时限"],
    ["1", "建成智慧停车平台，接入全部公共停车场并向社会开放", "市城管局", "2025年9月底前"],
    ["2", "新增充电桩1.5万个", "市发展改革委\n市公安局", "2025年12月底前"],
    *([str(number), f"落实第{number}批专项资金", "市财政局", "2025年6月底前"] for number in range(3, 60)),
]


@pytest.mark.parametrize("draw", [rule, thin_box])
def test_ruled_table(draw: Draw) -> None:
    """A table over several pages gives the same tasks as the same rows in a delimited file; a line that had room for
    more was ended on purpose."""
    title = "安平市2025年重点任务分解表"

    source = _source(table_ofd(title, TABLE, "备注：按月报送", draw))
    other = read_source(f"{title}\n".encode() + csv_of(TABLE, "utf-8"), "plan.csv")

    assert [list(row.cells) for row in source.rows if list(row.cells) != TABLE[0]] == TABLE[1:]
    assert {row.table for row in source.rows} == {0}
    assert len(source.page_starts) > 1
    plans = [import_document(one).plan for one in (source, other)]
    tasks = [
        [(task.number, task.title, task.departments, task.deadlines) for task in plan.tasks] for plan in plans
    ]
    assert len(tasks[0]) == len(TABLE) - 1
    assert tasks[0] == tasks[1]
    assert plans[0].info.title == plans[1].info.title == title
