"""Writes OFD files (GB/T 33190): pages of text objects, rules, templates, and whatever else a case is made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from plantui.documents.formats.printed import width_of

NAMESPACE = "http://www.ofdspec.org/2016"
WIDTH, HEIGHT = 210.0, 297.0
_MARGIN, _SIZE, _LEADING = 28.0, 5.6, 9.8
_CELL_SIZE, _CELL_LEADING, _PADDING = 3.8, 5.6, 1.5

Draw = Callable[[float, float, float, float], str]


def text_object(text: str, x: float, y: float, size: float = _SIZE, code: str = "", **attributes: str) -> str:
    """A text object that begins at a place; `y` is where its characters stand. `code` replaces its TextCode."""
    steps = " ".join(f"{width_of(char) * size:g}" for char in text[:-1])
    inner = code or f'<ofd:TextCode X="0" Y="{size:g}" DeltaX="{steps}">{escape(text)}</ofd:TextCode>'
    more = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    box = f"{x:g} {y - size:g} {width_of(text) * size:g} {size * 1.2:g}"
    return f'<ofd:TextObject ID="9" Boundary="{box}" Font="3" Size="{size:g}"{more}>{inner}</ofd:TextObject>'


def rule(x0: float, top: float, x1: float, bottom: float) -> str:
    """A line."""
    data = f"M 0 0 L {x1 - x0:g} {bottom - top:g}"
    return (
        f'<ofd:PathObject ID="9" Boundary="{x0:g} {top:g} {x1 - x0:g} {bottom - top:g}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def thin_box(x0: float, top: float, x1: float, bottom: float) -> str:
    """A line as a filled box, as converters draw it."""
    width, height = max(x1 - x0, 0.3), max(bottom - top, 0.3)
    data = f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} L 0 0 C"
    return (
        f'<ofd:PathObject ID="9" Boundary="{x0:g} {top:g} {width:g} {height:g}" Stroke="false" Fill="true">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def picture(x: float, y: float, width: float, height: float) -> str:
    """A picture; its file is not in the package."""
    return f'<ofd:ImageObject ID="9" ResourceID="8" Boundary="{x:g} {y:g} {width:g} {height:g}" CTM="{width:g} 0 0 {height:g} 0 0"/>'


def page_of(objects: str, templates: Iterable[str] = (), area: str = "", *, with_layer: bool = True) -> str:
    """The part of a page; `templates` are ids."""
    used = "".join(f'<ofd:Template TemplateID="{one}" ZOrder="Background"/>' for one in templates)
    place = f"<ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>" if area else ""
    inner = f'<ofd:Layer ID="2">{objects}</ofd:Layer>' if with_layer else objects
    return f'<ofd:Page xmlns:ofd="{NAMESPACE}">{used}{place}<ofd:Content>{inner}</ofd:Content></ofd:Page>'


def document_of(pages: Iterable[str], templates: Mapping[str, str] | None = None, common: str = "") -> str:
    """The root part of a document whose pages and templates, by id, stand at these locations."""
    known = "".join(
        f'<ofd:TemplatePage ID="{ident}" BaseLoc="{location}"/>'
        for ident, location in (templates or {}).items()
    )
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="{location}"/>' for at, location in enumerate(pages, 100))
    return (
        f'<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}'
        f"</ofd:PhysicalBox></ofd:PageArea>{common}{known}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def entry_of(roots: Iterable[str] = ("Doc_0/Document.xml",)) -> str:
    """The part with which reading begins."""
    bodies = "".join(f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>" for root in roots)
    return f'<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.0" DocType="OFD">{bodies}</ofd:OFD>'


def package_of(parts: Mapping[str, str | bytes]) -> bytes:
    """A package with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def ofd_with(pages: Sequence[str], templates: Mapping[str, str] | None = None, common: str = "") -> bytes:
    """A file of one document with these pages and, by id, templates."""
    places = [f"Pages/Page_{at}/Content.xml" for at in range(len(pages))]
    known = {ident: f"Tpls/Tpl_{ident}/Content.xml" for ident in templates or {}}
    parts = {"OFD.xml": entry_of(), "Doc_0/Document.xml": document_of(places, known, common)}
    parts |= {f"Doc_0/{place}": page for place, page in zip(places, pages, strict=True)}
    parts |= {f"Doc_0/{known[ident]}": part for ident, part in (templates or {}).items()}
    return package_of(parts)


def ofd_of(paragraphs: Iterable[str]) -> bytes:
    """A file of A4 pages, wrapped wherever a line is full, one text object a line."""
    return ofd_with([page_of("".join(page)) for page in _pages(paragraphs)])


def ofd_by_characters(paragraphs: Iterable[str]) -> bytes:
    """A file of A4 pages with one text object a character, from the last to the first: some converters have no order."""
    pages = []
    for lines in _lines(paragraphs):
        objects = []
        for text, x, y in lines:
            for char in text:
                objects.append(text_object(char, x, y))
                x += width_of(char) * _SIZE
        pages.append(page_of("".join(reversed(objects))))
    return ofd_with(pages)


def table_ofd(before: str, rows: Sequence[Sequence[str]], after: str, draw: Draw = rule) -> bytes:
    """A file with a ruled table between two paragraphs; its head is printed on every page."""
    width = (WIDTH - 2 * _MARGIN) / len(rows[0])
    room = width - 2 * _PADDING
    pages: list[list[str]] = [[text_object(before, _MARGIN, _MARGIN)]]
    y = _MARGIN + _LEADING
    for row in rows:
        if y + _row_height(row, room) > HEIGHT - _MARGIN:
            pages.append([])
            y = _MARGIN + _draw_row(pages[-1], rows[0], _MARGIN, width, draw)
        y += _draw_row(pages[-1], row, y, width, draw)
    pages[-1].append(text_object(after, _MARGIN, y + _LEADING))
    return ofd_with([page_of("".join(page)) for page in pages])


def _draw_row(page: list[str], row: Sequence[str], y: float, width: float, draw: Draw) -> float:
    height = _row_height(row, width - 2 * _PADDING)
    right = _MARGIN + width * len(row)
    page += [draw(_MARGIN, y, right, y), draw(_MARGIN, y + height, right, y + height)]
    for at, text in enumerate(row):
        x = _MARGIN + at * width
        page.append(draw(x, y, x, y + height))
        for number, line in enumerate(_cell_lines(text, width - 2 * _PADDING)):
            page.append(
                text_object(
                    line, x + _PADDING, y + _PADDING + _CELL_SIZE + number * _CELL_LEADING, _CELL_SIZE
                )
            )
    page.append(draw(right, y, right, y + height))
    return height


def _row_height(row: Sequence[str], room: float) -> float:
    return max(len(_cell_lines(text, room)) for text in row) * _CELL_LEADING + _PADDING


def _cell_lines(text: str, room: float) -> list[str]:
    return [line for part in text.split("\n") for line in _wrapped(part, room, 0.0, _CELL_SIZE)]


def _pages(paragraphs: Iterable[str]) -> Iterable[list[str]]:
    for lines in _lines(paragraphs):
        yield [text_object(text, x, y) for text, x, y in lines]


def _lines(paragraphs: Iterable[str]) -> Iterable[list[tuple[str, float, float]]]:
    """The lines of each page with their places; the first one of a paragraph is indented."""
    page: list[tuple[str, float, float]] = []
    y = _MARGIN
    for paragraph in paragraphs:
        indent = 2 * _SIZE
        for line in _wrapped(paragraph, WIDTH - 2 * _MARGIN, indent, _SIZE):
            if y > HEIGHT - _MARGIN:
                yield page
                page, y = [], _MARGIN
            page.append((line, _MARGIN + indent, y))
            y += _LEADING
            indent = 0.0
    yield page


def _wrapped(text: str, room: float, indent: float, size: float) -> Iterable[str]:
    line = ""
    left = room - indent
    for char in text:
        if width_of(line + char) * size > left:
            yield line
            line, left = "", room
        line += char
    yield line


def scanned_ofd(pictures: Sequence[bytes], objects: str = "", folder: str = "Res") -> bytes:
    """A file whose pages are these pictures, with the same objects on each."""
    media = "".join(
        f'<ofd:MultiMedia ID="{at}" Type="Image" Format="PNG"><ofd:MediaFile>image_{at}.png</ofd:MediaFile></ofd:MultiMedia>'
        for at in range(len(pictures))
    )
    resources = f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="{folder}"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>'
    places = [f"Pages/Page_{at}/Content.xml" for at in range(len(pictures))]
    parts: dict[str, str | bytes] = {
        "OFD.xml": entry_of(),
        "Doc_0/Document.xml": document_of(
            places, common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
        ),
        "Doc_0/DocumentRes.xml": resources,
    }
    for at, (place, file) in enumerate(zip(places, pictures, strict=True)):
        drawn = picture(0, 0, WIDTH, HEIGHT).replace('ResourceID="8"', f'ResourceID="{at}"')
        parts[f"Doc_0/{place}"] = page_of(drawn + objects)
        parts[f"Doc_0/{folder}/image_{at}.png"] = file
    return package_of(parts)


def with_attachments(content: bytes, attached: str) -> bytes:
    """A file with a list of attachments, which is the XML of their elements."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    document = bytes(parts["Doc_0/Document.xml"])  # type: ignore[arg-type]
    listed = b"<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>"
    parts["Doc_0/Document.xml"] = document.replace(b"</ofd:Document>", listed)
    parts["Doc_0/Attachs/Attachments.xml"] = (
        f'<ofd:Attachments xmlns:ofd="{NAMESPACE}">{attached}</ofd:Attachments>'
    )
    return package_of(parts)
