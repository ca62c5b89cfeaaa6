"""Scans and pictures: their words are recognised, and what was not read, guessed or put right is said."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy
import pytest
from PIL import Image, ImageDraw
from pypdfium2 import PdfDocument
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from plantui.documents.formats import NOT_RECOGNISED, read_source, reading
from plantui.documents.formats.box import Box
from plantui.documents.formats.scan.engine import Read
from plantui.documents.formats.scan.ink import dark, read_again, unread
from plantui.documents.formats.scan.mending import mended
from plantui.documents.formats.scan.page import scanned_page
from plantui.documents.formats.scan.pictures import DPI
from plantui.documents.formats.scan.rules import rules_of, without_rules
from plantui.documents.formats.scan.seals import grey_without_seals
from plantui.documents.formats.scan.straight import slant
from plantui.documents.formats.sniff import Form, form_of
from plantui.documents.importer import import_document
from plantui.documents.source import MarkKind, SourceKind
from plantui.model.problem import DataError, UsageError
from plantui.model.terms import Language, Role
from plantui.words import Words
from tests.support.ofd_files import scanned_ofd, text_object
from tests.support.paths import DATA

SCAN = DATA / "documents" / "scans" / "river-plan.pdf"
LINE = 40
"""Height in pixels of a drawn line."""


class _Reader:
    """A recogniser that finds what it is told, and reads a single line as `single`."""

    def __init__(self, found: Sequence[Read] = (), single: Read | None = None) -> None:
        self.found, self.single = found, single

    def lines(self, pixels: object) -> Sequence[Read]:
        return self.found

    def line(self, pixels: object) -> Read | None:
        return self.single


def _paper(*strokes: tuple[int, int, int, int], colour: str = "black") -> Image.Image:
    """A page with boxes of ink: left, top, right, bottom."""
    page = Image.new("RGB", (1654, 2339), "white")
    for stroke in strokes:
        ImageDraw.Draw(page).rectangle(stroke, fill=colour)
    return page


def _type(top: int, x0: int = 200, x1: int = 1400) -> list[tuple[int, int, int, int]]:
    """Strokes that look like a line of characters."""
    return [(x, top, x + 18, top + LINE) for x in range(x0, x1, 36)]


def _read(text: str, top: int, *, x0: int = 200, x1: int = 1400, score: float = 0.99) -> Read:
    return Read(text, Box(x0, top, x1, top + LINE), score)


def test_a_scanned_plan_is_read_from_its_pictures() -> None:
    source = read_source(SCAN)
    imported = import_document(source, None)

    assert imported.plan.info.title == "清石市河湖长制工作三年行动方案（2024—2026年）"
    tasks = {task.title: task for task in imported.plan.tasks}
    assert [name for name, _ in zip(tasks, range(3), strict=False)] == [
        "消除劣Ⅴ类水体",
        "整治入河排污口",
        "清理河道垃圾",
    ]
    assert tasks["消除劣Ⅴ类水体"].departments.of(Role.LEAD) == ("市生态环境局",)
    assert str(tasks["清理河道垃圾"].deadlines[0].due) == "2024-09-30"
    table = [row.cells for row in source.rows]
    assert table[0] == ("序号", "任务内容", "完成时限", "牵头单位", "配合单位")
    assert table[2] == (
        "2",
        "建设生态缓冲带12公里，其中县城段不少于5公里",
        "2025年11月底前",
        "市林业局",
        "市水利局、市财政局",
    )
    assert len(table) == 5
    kinds = [mark.kind for mark in source.marks]
    assert kinds.count(MarkKind.RECOGNISED) == 2
    assert [(mark.words, mark.where) for mark in source.marks if mark.kind is MarkKind.MENDED] == [("Ⅴ", "V")]
    assert MarkKind.UNREAD_LINE not in kinds
    reasons = [doubt.reason for doubt in imported.doubts]
    assert "documents.doubt.recognised" in reasons and "documents.doubt.mended_at" in reasons


def test_recognition_tells_how_far_it_is() -> None:
    told: list[float] = []

    class Watch:
        def begin(self, seconds: int) -> None:
            told.append(-seconds)

        def tell(self, share: float) -> None:
            told.append(share)

    read_source(SCAN, watch=Watch())
    assert told[0] < -60
    assert told[1:] == [0.5, 1.0]


def _blank_picture() -> bytes:
    file = io.BytesIO()
    _paper().save(file, "PNG")
    return file.getvalue()


SCANNED_OFD = scanned_ofd([_blank_picture()], text_object("第1页", 90, 290))


def test_an_ofd_whose_pages_are_pictures_is_recognised() -> None:
    """A page with words of its own is read by these; of a picture that is not there is said that it was not read."""
    with PdfDocument(SCAN) as document:
        file = io.BytesIO()
        document[0].render(scale=DPI / 72).to_pil().save(file, "PNG")
    told: list[float] = []

    class Watch:
        def begin(self, seconds: int) -> None:
            told.append(-seconds)

        def tell(self, share: float) -> None:
            told.append(share)

    source = read_source(scanned_ofd([file.getvalue(), b"no picture"]), "scan.ofd", watch=Watch())

    assert source.kind is SourceKind.OFD
    assert "清石市河湖长制工作三年行动方案" in source.text and "市生态环境局" in source.text
    assert told[0] < -60 and told[1:] == [0.5]
    kinds = [(mark.kind, mark.where) for mark in source.marks]
    assert kinds.count((MarkKind.RECOGNISED, "")) == 1 and (MarkKind.SCANNED_PAGE, "2") in kinds


@pytest.mark.parametrize(
    "content",
    [SCAN.read_bytes(), SCANNED_OFD, b"\x89PNG\r\n\x1a\n" + bytes(64)],
    ids=["pdf", "ofd", "picture"],
)
def test_without_the_extra_the_sentence_names_it(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda name: None if name == "rapidocr" else object())

    with pytest.raises(UsageError) as caught:
        read_source(content, "scan.pdf")
    for language in Language:
        assert "plantui[ocr]" in Words(language).error(caught.value)


def _with_one_picture() -> bytes:
    """A PDF whose second page of two is a picture."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "1. Plant trees along the river. Lead: Parks Department")
    canvas.showPage()
    canvas.drawImage(ImageReader(_paper(*_type(300))), 0, 0, 595, 842)
    canvas.save()
    return file.getvalue()


def test_pages_that_are_pictures_are_said_where_nothing_recognises_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda name: None if name == "rapidocr" else object())

    source = read_source(_with_one_picture(), "mixed.pdf")

    assert "Plant trees" in source.text
    assert [(mark.kind, mark.where) for mark in source.marks] == [(MarkKind.SCANNED_PAGE, "2")]


def test_a_picture_without_words_among_pages_with_words_is_no_refusal() -> None:
    source = read_source(_with_one_picture(), "mixed.pdf")

    assert "Plant trees" in source.text
    assert MarkKind.SCANNED_PAGE not in {mark.kind for mark in source.marks}


def test_a_scan_of_which_nothing_is_recognised_is_refused() -> None:
    for content in (_blank_picture(), scanned_ofd([_blank_picture()])):
        with pytest.raises(DataError) as caught:
            read_source(content, "blank")
        assert caught.value.message == "formats.nothing_recognised"


def test_a_scan_is_not_recognised_for_whoever_may_not_wait() -> None:
    for content in (SCAN.read_bytes(), _with_one_picture(), SCANNED_OFD, b"\xff\xd8\xff" + bytes(64)):
        with pytest.raises(DataError) as caught:
            read_source(content, "scan", may_recognise=False)
        assert caught.value.message == NOT_RECOGNISED


@pytest.mark.parametrize("head", [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"II*\0", b"RIFF\x10\0\0\0WEBP"])
def test_pictures_are_told_by_their_bytes(head: bytes) -> None:
    assert form_of(head + bytes(64), "plan.pdf") is Form.PICTURE


def test_a_damaged_picture_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        read_source(b"\x89PNG\r\n\x1a\n" + bytes(64), "plan.png")
    assert caught.value.message == "formats.damaged"


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("达到III类", "达到Ⅲ类"),
        ("达到ⅡI类", "达到Ⅲ类"),
        ("达到Ill类以上", "达到Ⅲ类以上"),
        ("劣V类水体", "劣Ⅴ类水体"),
        ("Ⅳ类", "Ⅳ类"),
        ("1类用地", "1类用地"),
        ("VIP类", "VIP类"),
        ("清政办〔2024)17号", "清政办〔2024〕17号"),
        ("清政办[2024〕17号", "清政办〔2024〕17号"),
        ("清政办(2024)17号", "清政办(2024)17号"),
        ("各县[市、区〕政府", "各县〔市、区〕政府"),
        ("各县[市、区]政府", "各县〔市、区〕政府"),
        ("见[附件1]", "见[附件1]"),
        ("不高于38μg/m3", "不高于38μg/m³"),
        ("不高于38ug/m", "不高于38μg/m³"),
        ("不高于38μg/m³", "不高于38μg/m³"),
        ("每克5kg/m²", "每克5kg/m²"),
    ],
)
def test_signs_of_this_field_are_put_right(read: str, right: str) -> None:
    found = mended(read)
    assert found.text == right
    assert bool(found.changes) == (read != right)


def test_a_line_that_was_not_found_is_read_once_more() -> None:
    page = numpy.array(_paper(*_type(300), *_type(500)).convert("L"))
    found = [_read("第一行", 300)]

    left = [*unread(dark(page), found, ())]
    again, failed = read_again(page, left, _Reader(single=Read("第二行", Box(0, 0, 9, 9), 0.9)))

    assert [(read.text, round(read.box.top)) for read in again] == [("第二行", 500)]
    assert failed == []


def test_ink_in_which_nothing_was_recognised_is_said_with_its_place() -> None:
    page = numpy.array(_paper(*_type(300), *_type(1170)))

    found = scanned_page(page, _Reader([_read("第一行的文字", 300)], single=_read("？", 0, score=0.2)))

    assert [(one.remark.kind, one.remark.where) for one in found.remarks] == [(MarkKind.UNREAD_LINE, "12/50")]


@pytest.mark.parametrize("stain", [(200, 900, 206, 906), (200, 900, 1400, 903), (300, 700, 1300, 1500)])
def test_dirt_a_rule_and_a_picture_are_no_lines(stain: tuple[int, int, int, int]) -> None:
    page = numpy.array(_paper(*_type(300), stain).convert("L"))
    found = [_read("第一行", 300)]
    assert [*unread(without_rules(dark(page), rules_of(page, LINE)), found, ())] == []


def test_a_line_with_a_low_score_is_doubtful() -> None:
    page = numpy.array(_paper(*_type(300), *_type(400)))

    found = scanned_page(page, _Reader([_read("市水利局牵头", 300), _read("渑池县政府", 400, score=0.7)]))

    assert [(one.remark.kind, one.remark.words) for one in found.remarks] == [(MarkKind.UNSURE, "渑池县政府")]


def test_a_line_across_a_rule_is_read_on_each_side_of_it() -> None:
    rules = [(200, 280, 1400, 282), (200, 360, 1400, 362), *((x, 280, x + 2, 360) for x in (200, 800, 1400))]
    page = numpy.array(_paper(*_type(300, 230, 780), *_type(300, 830, 1380), *rules))

    found = scanned_page(
        page, _Reader([_read("左格右格", 300, x0=230, x1=1380)], single=Read("一格", Box(0, 0, 9, 9), 0.99))
    )

    assert ["".join(glyph.text for glyph in run.glyphs) for run in found.drawing.runs] == ["一格", "一格"]


def test_a_seal_is_no_ink_and_a_red_head_is() -> None:
    page = _paper((300, 200, 1300, 280), colour="#d62828")
    ImageDraw.Draw(page).ellipse((900, 1500, 1200, 1800), outline="#d62828", width=9)
    ImageDraw.Draw(page).rectangle((1000, 1640, 1100, 1660), fill="black")

    grey, seals = grey_without_seals(numpy.array(page))

    assert [(round(seal.x0, -1), round(seal.top, -1)) for seal in seals] == [(900, 1500)]
    ink = dark(grey)
    assert ink[240, 800] == 1
    assert ink[1650, 1050] == 1
    assert ink[1500:1800, 900:1200].sum() < 1.2 * 100 * 20


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.0, 1.0, 2.5])
def test_a_page_taken_in_aslant_is_set_straight(degrees: float) -> None:
    strokes = [stroke for top in range(300, 1900, 80) for stroke in _type(top)]
    page = _paper(*strokes).rotate(degrees, fillcolor="white").convert("L")
    assert slant(numpy.array(page)) == pytest.approx(-degrees, abs=0.2)
