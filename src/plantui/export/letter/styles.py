"""The styles of letters: the layout of official documents (GB/T 9704) in Chinese, a plain one in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from plantui.model.terms import Language

from .markup import NAMESPACE, attribute

POINT = 20
"""Twentieths of a point in a point: what lengths of WordprocessingML are counted in."""


class StyleName(Enum):
    """The styles that a letter uses, by the names that word processors know or show them by."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    ADDRESSEE = "Salutation"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    BODY = "Body Text First Indent"
    SIGNATURE = "Signature"
    CAPTION = "caption"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "plantui Note"
    TABLE_TEXT = "plantui Table Text"
    TABLE_FIGURE = "plantui Table Figure"
    TABLE_HEADING = "plantui Table Heading"

    @property
    def id(self) -> str:
        """The id that it has in the bundled template."""
        return self.value.replace(" ", "").replace("heading", "Heading").replace("caption", "Caption")


StyleIds = Mapping[StyleName, str]
"""The ids of the styles in a document: an office's own template may have others."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font for Chinese characters and one for Latin ones."""

    chinese: str
    latin: str = "Times New Roman"

    @property
    def properties(self) -> str:
        """Its markup; named for each kind of script, else a word processor takes the theme's."""
        latin, chinese = attribute(self.latin), attribute(self.chinese)
        return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


TITLE_FONT = Font("方正小标宋简体")
BODY_FONT = Font("仿宋_GB2312")
HEADING_FONT = Font("黑体")
SECOND_FONT = Font("楷体_GB2312")
PAGE_FONT = Font("宋体", "宋体")
FALLBACKS: Mapping[str, str] = {
    "方正小标宋简体": "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体,SimSun,Noto Serif CJK SC",
    "仿宋_GB2312": "FangSong_GB2312,仿宋,FangSong,STFangsong,Noto Serif CJK SC",
    "楷体_GB2312": "KaiTi_GB2312,楷体,KaiTi,STKaiti,Noto Serif CJK SC",
    "黑体": "SimHei,STHeiti,Noto Sans CJK SC",
    "宋体": "SimSun,STSong,Noto Serif CJK SC",
}
"""The fonts that stand in for one that a machine does not have, the nearest first."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs."""

    name: StyleName
    font: Font
    size: float
    """Size of the characters in points."""
    line: float
    """Height of the lines in points, exactly."""
    align: str = "both"
    indent: int = 0
    """Indent of the first line in characters."""
    right: int = 0
    """Indent at the right in characters."""
    before: float = 0
    after: float = 0
    is_bold: bool = False
    outline: int | None = None
    """Level in the outline, from 0."""
    stays_with_next: bool = False

    def xml(self) -> str:
        """Return its definition."""
        kind = ' w:default="1"' if self.name is StyleName.NORMAL else ""
        custom = ' w:customStyle="1"' if self.name.value.startswith("plantui") else ""
        return (
            f'<w:style w:type="paragraph"{kind}{custom} w:styleId="{self.name.id}">'
            f'<w:name w:val="{self.name.value}"/>{self._based_on()}<w:qFormat/>'
            f"<w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self._characters()}</w:rPr></w:style>"
        )

    def _based_on(self) -> str:
        return "" if self.name is StyleName.NORMAL else f'<w:basedOn w:val="{StyleName.NORMAL.id}"/>'

    def _paragraph(self) -> str:
        keep = "<w:keepNext/>" if self.stays_with_next else ""
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        return (
            f'{keep}<w:widowControl w:val="0"/>'
            f'<w:spacing w:before="{_twips(self.before)}" w:after="{_twips(self.after)}"'
            f' w:line="{_twips(self.line)}" w:lineRule="exact"/>'
            f'<w:ind w:left="0" w:rightChars="{self.right * 100}" w:right="{_twips(self.right * self.size)}"'
            f' w:firstLineChars="{self.indent * 100}" w:firstLine="{_twips(self.indent * self.size)}"/>'
            f'<w:jc w:val="{self.align}"/>{outline}'
        )

    def _characters(self) -> str:
        bold = "<w:b/>" if self.is_bold else '<w:b w:val="0"/>'
        size = round(self.size * 2)
        plain = '<w:i w:val="0"/><w:color w:val="000000"/>'
        return f'{self.font.properties}{bold}{plain}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _twips(points: float) -> int:
    return round(points * POINT)


def styles_of(language: Language, *, is_compact: bool = False) -> tuple[Style, ...]:
    """Return the styles of letters in a language; the compact ones are for what has to stand on one page."""
    styles = tuple(_chinese() if language is Language.ZH else _english())
    if not is_compact or language is Language.EN:
        return styles
    return tuple(
        replace(style, size=measures.size, line=measures.line, after=measures.after)
        if (measures := _COMPACT.get(style.name))
        else style
        for style in styles
    )


class _Measures(NamedTuple):
    """Measures of a compact style, in points."""

    size: float
    line: float
    after: float = 0


_COMPACT: Mapping[StyleName, _Measures] = {
    StyleName.NORMAL: _Measures(14, 23),
    StyleName.TITLE: _Measures(18, 26, 2),
    StyleName.SUBTITLE: _Measures(14, 20, 4),
    StyleName.BODY: _Measures(14, 23),
    StyleName.SIGNATURE: _Measures(14, 20),
    StyleName.NOTE: _Measures(9, 13),
}


def _chinese() -> Iterator[Style]:
    """Yield the styles of official documents: 二号 and 三号 characters, lines of 28 points, 22 to a page."""
    yield Style(StyleName.NORMAL, BODY_FONT, 16, 28)
    yield Style(StyleName.TITLE, TITLE_FONT, 22, 36, "center", after=6)
    yield Style(StyleName.SUBTITLE, SECOND_FONT, 16, 28, "center", after=14)
    yield Style(StyleName.ADDRESSEE, BODY_FONT, 16, 28)
    yield Style(StyleName.HEADING_1, HEADING_FONT, 16, 28, indent=2, outline=0, stays_with_next=True)
    yield Style(StyleName.HEADING_2, SECOND_FONT, 16, 28, indent=2, outline=1, stays_with_next=True)
    yield Style(StyleName.BODY, BODY_FONT, 16, 28, indent=2)
    yield Style(StyleName.SIGNATURE, BODY_FONT, 16, 28, "right", right=4)
    yield Style(StyleName.CAPTION, HEADING_FONT, 12, 22, "center", before=6, stays_with_next=True)
    yield Style(StyleName.HEADER, PAGE_FONT, 9, 12)
    yield Style(StyleName.FOOTER, PAGE_FONT, 14, 18)
    yield Style(StyleName.NOTE, SECOND_FONT, 10.5, 16, "left")
    yield Style(StyleName.TABLE_TEXT, BODY_FONT, 10.5, 14, "left")
    yield Style(StyleName.TABLE_FIGURE, BODY_FONT, 10.5, 14, "center")
    yield Style(StyleName.TABLE_HEADING, HEADING_FONT, 10.5, 14, "center", stays_with_next=True)


def _english() -> Iterator[Style]:
    heading = Font("黑体", "Arial")
    yield Style(StyleName.NORMAL, BODY_FONT, 11, 16, "left", after=6)
    yield Style(StyleName.TITLE, heading, 18, 24, "left", after=4, is_bold=True)
    yield Style(StyleName.SUBTITLE, BODY_FONT, 11, 16, "left", after=12)
    yield Style(StyleName.ADDRESSEE, BODY_FONT, 11, 16, "left", after=6)
    yield Style(
        StyleName.HEADING_1,
        heading,
        13,
        18,
        "left",
        before=12,
        after=4,
        is_bold=True,
        outline=0,
        stays_with_next=True,
    )
    yield Style(
        StyleName.HEADING_2,
        heading,
        11,
        16,
        "left",
        before=8,
        after=2,
        is_bold=True,
        outline=1,
        stays_with_next=True,
    )
    yield Style(StyleName.BODY, BODY_FONT, 11, 16, "left", after=6)
    yield Style(StyleName.SIGNATURE, BODY_FONT, 11, 16, "left", before=12)
    yield Style(
        StyleName.CAPTION, heading, 10, 14, "left", before=8, after=3, is_bold=True, stays_with_next=True
    )
    yield Style(StyleName.HEADER, heading, 9, 12, "left")
    yield Style(StyleName.FOOTER, heading, 9, 12, "center")
    yield Style(StyleName.NOTE, BODY_FONT, 9, 12, "left", after=2)
    yield Style(StyleName.TABLE_TEXT, BODY_FONT, 9, 12, "left")
    yield Style(StyleName.TABLE_FIGURE, BODY_FONT, 9, 12, "center")
    yield Style(StyleName.TABLE_HEADING, BODY_FONT, 8, 11, "center", is_bold=True, stays_with_next=True)


def styles_xml(language: Language, *, is_compact: bool = False) -> str:
    """Return the part with all styles."""
    usual = BODY_FONT.properties
    lang = language_properties()
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{usual}{lang}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{''.join(style.xml() for style in styles_of(language, is_compact=is_compact))}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>'
    )


def language_properties() -> str:
    """Return the markup of the languages that texts are in: what spelling and line breaks go by."""
    # Latin text is English in both: marked as Chinese, a number is broken at the end of a line.
    return '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'


def fonts_xml() -> str:
    """Return the part that names for each font those that stand in for it."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{names}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, names in FALLBACKS.items()
    )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{fonts}</w:fonts>'
