"""The bundled template: an empty A4 document with the page, the styles and the page numbers of official documents."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from plantui.model.terms import Language

from .markup import NAMESPACE
from .styles import StyleName, fonts_xml, styles_xml

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MILLIMETRE = 1440 / 25.4
"""Twips in a millimetre."""
A4 = (210, 297)
"""Sides of a page in millimetres."""
_A3 = (297, 420)
_MARGINS = {Language.ZH: (37, 35, 28, 26), Language.EN: (28, 25, 25, 25)}
"""Margins in millimetres: top, bottom, left, right; the Chinese ones leave 156 by 225 mm for 22 lines of text."""
_LEDGER_MARGINS = (20, 18, 15, 15)
_PAGE_MARGINS = (22, 20, 22, 22)
_MANY_COLUMNS = 10
"""Columns of a table beyond which A4 is too small."""
_PARTS = {
    "styles": "styles",
    "fontTable": "fontTable",
    "settings": "settings",
    "footer1": "footer",
    "footer2": "footer",
}
"""The parts beside the document, and their kinds."""


def letter_template(language: Language) -> BytesIO:
    """Return the template of reports and letters, A4 upright."""
    return _package(language, _page(A4, _MARGINS[language], is_landscape=False))


def page_template(language: Language) -> BytesIO:
    """Return the template of a summary on one page: A4 upright with smaller margins, lines and characters."""
    return _package(language, _page(A4, _PAGE_MARGINS, is_landscape=False), is_compact=True)


def ledger_template(language: Language, columns: int) -> BytesIO:
    """Return the template of a ledger with that many columns: A4 or A3 across."""
    return _package(
        language, _page(_A3 if columns > _MANY_COLUMNS else A4, _LEDGER_MARGINS, is_landscape=True)
    )


def _page(size: tuple[int, int], margins: tuple[int, int, int, int], *, is_landscape: bool) -> str:
    width, height = (_twips(side) for side in (reversed(size) if is_landscape else size))
    top, bottom, left, right = (_twips(margin) for margin in margins)
    across = ' w:orient="landscape"' if is_landscape else ""
    foot = max(bottom - _twips(10), 0)
    return (
        '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{across}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{_twips(15)}"'
        f' w:footer="{foot}" w:gutter="0"/>'
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * _MILLIMETRE)


def _package(language: Language, page: str, *, is_compact: bool = False) -> BytesIO:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": (f"{_RELATIONS}/officeDocument", "word/document.xml")}),
        "word/document.xml": (
            f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONS}"><w:body><w:sectPr>{page}</w:sectPr>'
            "</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _relations(
            {
                f"rId{at}": (f"{_RELATIONS}/{kind}", f"{name}.xml")
                for at, (name, kind) in enumerate(_PARTS.items(), 1)
            }
        ),
        "word/styles.xml": styles_xml(language, is_compact=is_compact),
        "word/fontTable.xml": fonts_xml(),
        "word/settings.xml": _settings(language),
        "word/footer1.xml": _footer(language, is_even=False),
        "word/footer2.xml": _footer(language, is_even=True),
    }
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}')
    stream.seek(0)
    return stream


def _content_types() -> str:
    kinds = {"document": "document.main", **_PARTS}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    lines = (
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _settings(language: Language) -> str:
    lang = "en-US" if language is Language.EN else "zh-CN"
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{lang}" w:eastAsia="zh-CN"/></w:settings>'
    )


def _footer(language: Language, *, is_even: bool) -> str:
    """Return the foot with the page number: — 1 — on the outer side in Chinese, in the middle in English."""
    align = "center" if language is Language.EN else "left" if is_even else "right"
    side = "" if language is Language.EN else f'<w:ind w:{align}Chars="100" w:{align}="280"/>'
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    before, after = (
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>',
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r>',
    )
    runs = number if language is Language.EN else f"{before}{number}{after}"
    return (
        f'<w:ftr xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONS}"><w:p><w:pPr><w:pStyle w:val="{StyleName.FOOTER.id}"/>{side}'
        f'<w:jc w:val="{align}"/></w:pPr>'
        f"{runs}</w:p></w:ftr>"
    )
