"""A PDF whose font has its character map in the file, as fpdf2 writes it, is read as it is shown."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document

LINES = [
    "安平市绿色出行行动计划（2024—2026年）",
    "一、设施建设",
    "1.新建自行车道。到2025年6月底前完成。牵头单位：市交通运输局。",
]
TABLE = [["任务", "单位", "时限"], ["新建车道", "市交通局", "2025年"], ["整治停车", "市城管局", "2024年"]]


def _pdf(
    lines: Sequence[str], table: Sequence[Sequence[str]] = (), *, first_code: int = 1, by_ranges: bool = False
) -> bytes:
    """A PDF of text set by codes of its own, each character's the next one; the map leads to other glyphs."""
    text = "".join([*lines, *(cell for row in table for cell in row)])
    codes = {char: first_code + at for at, char in enumerate(dict.fromkeys(text))}
    glyphs = {char: 9000 + at if by_ranges else 9000 + at * 3 for at, char in enumerate(codes)}
    single = "\n".join(f"<{code:04X}> {glyphs[char]}" for char, code in codes.items())
    last = first_code + len(codes) - 1
    mapped = (
        f"1 begincidrange\n<{first_code:04X}> <{last:04X}> 9000\nendcidrange"
        if by_ranges
        else f"{len(codes)} begincidchar\n{single}\nendcidchar"
    )
    space = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
    encoding = f"begincmap\n/CMapName /Own def\n{space}\n{mapped}\nendcmap"
    shown = "\n".join(f"<{code:04X}> <{ord(char):04X}>" for char, code in codes.items())
    unicode = f"begincmap\n{space}\n{len(codes)} beginbfchar\n{shown}\nendbfchar\nendcmap"
    widths = " ".join(f"{glyphs[char]} [{500 if char.isascii() else 1000}]" for char in codes)

    def set_at(x: float, y: float, words: str) -> str:
        return f"BT /F1 12 Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[char]:04X}' for char in words)}> Tj ET"

    drawn = [set_at(50, 780 - 24 * at, line) for at, line in enumerate(lines)]
    for row, cells in enumerate(table):
        drawn += [set_at(54 + 120 * at, 600 - 24 * row, cell) for at, cell in enumerate(cells)]
    if table:
        drawn += [f"50 {616 - 24 * at} m 410 {616 - 24 * at} l S" for at in range(len(table) + 1)]
        drawn += [f"{50 + 120 * at} {616 - 24 * len(table)} m {50 + 120 * at} 616 l S" for at in range(4)]
    info = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    objects: list[str | bytes] = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream("\n".join(drawn)),
        "<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding 6 0 R/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>",
        _stream(encoding, "/Type/CMap/CMapName/Own/CIDSystemInfo" + info),
        _stream(unicode),
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/Own/CIDSystemInfo{info}/DW 1000/W[{widths}]/FontDescriptor 9 0 R>>",
        "<</Type/FontDescriptor/FontName/Own/Flags 4/Ascent 880/Descent -120/CapHeight 700/ItalicAngle 0/StemV 80"
        "/FontBBox[0 -120 1000 880]>>",
    ]  # fmt: skip
    parts = [b"%PDF-1.4\n"]
    places = []
    for number, one in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(
            f"{number} 0 obj\n".encode() + (one if isinstance(one, bytes) else one.encode()) + b"\nendobj\n"
        )
    start = sum(map(len, parts))
    table_of_places = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table_of_places}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n"
    return b"".join(parts) + end.encode() + f"startxref\n{start}\n%%EOF".encode()


def _stream(text: str, more: str = "") -> bytes:
    data = zlib.compress(text.encode())
    return f"<<{more}/Filter/FlateDecode/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


@pytest.mark.parametrize("by_ranges", [False, True], ids=["one by one", "by ranges"])
@pytest.mark.parametrize("first_code", [1, 0x0141, 0x4E00])
def test_codes(first_code: int, by_ranges: bool) -> None:
    """Codes of two bytes are read as such, whatever their first byte is."""
    source = read_source(_pdf(LINES, first_code=first_code, by_ranges=by_ranges), "plan.pdf")

    assert source.text.split() == LINES
    plan = import_document(source).plan
    assert [(task.title, task.departments.lead) for task in plan.tasks] == [
        ("新建自行车道", ("市交通运输局",))
    ]


def test_table() -> None:
    """The cells of a ruled table are told apart by the places of their characters."""
    source = read_source(_pdf(LINES, TABLE), "plan.pdf")

    assert [list(row.cells) for row in source.rows] == TABLE
