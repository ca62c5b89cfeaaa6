"""The paper that a letter is written on: the bundled template or an office's own, with its styles and its width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import BinaryIO

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from plantui.export.origin import is_origin_property, property_pieces
from plantui.export.package import rewrite_package
from plantui.model.terms import Language

from .markup import printable
from .styles import StyleIds, StyleName, styles_of, styles_xml

_PLACE = ("plantui", "body")
"""The processing instruction that keeps the place of the body in the markup of a document."""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NO_PROPERTIES = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>'
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties of one's own belong to, by the standard."""
_LONGEST_PROPERTY = 255
"""Characters of a property that the standard allows."""
_TWIP = 635
"""Lengths of python-docx in a twip."""
_USUAL_WIDTH = 8844
"""Twips of 156 mm, where a section does not say how wide it is."""


class Paper:
    """A document that waits for its body."""

    def __init__(self, template: BinaryIO, language: Language, *, is_compact: bool = False) -> None:
        """Open a template; the styles that it lacks are added, `is_compact` those for one page.

        Raises ValueError, KeyError or BadZipFile where it is no document of a word processor.
        """
        self.file: WordFile = docx.Document(template)
        body = self.file.element.body
        if body.find(qn("w:sectPr")) is None:  # the standard allows it, and python-docx then knows no page
            etree.SubElement(body, qn("w:sectPr"))
        self.language = language
        self.styles: StyleIds = _style_ids(self.file, language, is_compact=is_compact)
        self.fixed: Mapping[StyleName, str] = {}
        """Markup of paragraphs' own properties by their styles, where the height of their lines is fixed."""

    @property
    def width(self) -> int:
        """The width of the text, in twips."""
        section = self.file.sections[-1]
        sides = (section.page_width, section.left_margin, section.right_margin)
        if any(side is None for side in sides):
            return _USUAL_WIDTH
        page, left, right = (side or 0 for side in sides)
        return max((page - left - right - (section.gutter or 0)) // _TWIP, _USUAL_WIDTH // 4)

    @property
    def section(self) -> etree._Element:
        """The markup of the last section: its page, its heads and feet."""
        found: etree._Element = self.file.element.body.find(qn("w:sectPr"))
        return found

    @property
    def first_bookmark(self) -> int:
        """The first number of a bookmark that is free."""
        taken = self.file.element.iter(qn("w:bookmarkStart"))
        return 1 + max((int(mark.get(qn("w:id"), "0")) for mark in taken), default=0)

    def keep_place(self, before: etree._Element | None = None) -> None:
        """Keep the place of the body: before an element of the document, else at its end."""
        place = etree.ProcessingInstruction(*_PLACE)
        if before is not None:
            before.addprevious(place)
            return
        body = self.file.element.body
        section = body.find(qn("w:sectPr"))
        if section is None:
            body.append(place)
        else:
            section.addprevious(place)

    def describe(self, title: str, author: str, day: date, origin: str) -> None:
        """Set the document's properties, all of them from the content: none from the clock."""
        properties, moment = (
            self.file.core_properties,
            datetime.combine(day, time(), UTC).replace(tzinfo=None),
        )
        properties.title = printable(title)[:_LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = printable(author)[:_LONGEST_PROPERTY]
        properties.created = properties.modified = moment
        properties.language = "en-US" if self.language is Language.EN else "zh-CN"
        properties.revision = 1
        _keep_origin(self.file, origin)

    def write(self, body: Iterable[str], stream: BinaryIO, day: date) -> None:
        """Write the document with its body, which is made while it is written."""
        package = BytesIO()
        self.file.save(package)
        package.seek(0)
        part = self.file.part
        rewrite_package(package, stream, day, {part.partname.membername: _with_body(part.blob, body)})


def _with_body(markup: bytes, body: Iterable[str]) -> Iterator[bytes]:
    before, after = markup.split(f"<?{' '.join(_PLACE)}?>".encode())
    yield before
    for piece in body:
        yield piece.encode()
    yield after


def _style_ids(file: WordFile, language: Language, *, is_compact: bool) -> dict[StyleName, str]:
    """Return the ids of the styles of a letter; those that the template does not have are added to it."""
    ids: dict[StyleName, str] = {}
    known = {style.name.casefold(): style.style_id for style in file.styles if style.name}
    taken = set(known.values())
    own = etree.fromstring(styles_xml(language, is_compact=is_compact).encode())
    bundled = {style.get(qn("w:styleId")): style for style in own}
    for style in styles_of(language):
        name = style.name
        # python-docx calls the built-in styles by the names that people see.
        if found := known.get(name.value.casefold()):
            ids[name] = found
            continue
        element = bundled[name.id]
        ids[name] = name.id if name.id not in taken else f"{name.id}Plantui"
        element.set(qn("w:styleId"), ids[name])
        based = element.find(qn("w:basedOn"))
        if based is not None and StyleName.NORMAL in ids:
            based.set(qn("w:val"), ids[StyleName.NORMAL])
        file.styles.element.append(element)
    return ids


def _keep_origin(file: WordFile, origin: str) -> None:
    """Set the properties of the document's own that keep the origin of a form; others stay.

    A template that was itself a form once has the origin of that one, which goes.
    """
    package = file.part.package
    assert package is not None
    root: etree._Element | None = None
    at = PackURI("/docProps/custom.xml")
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            root, at = etree.fromstring(relation.target_part.blob, _PARSER), relation.target_part.partname
            del package.rels[key]
    if root is None:
        root = etree.fromstring(_NO_PROPERTIES)
    for known in root.findall(f"{{{_CUSTOM}}}property"):
        if is_origin_property(str(known.get("name"))):
            root.remove(known)
    first = max((int(one.get("pid") or 1) for one in root), default=1) + 1
    for number, (name, value) in enumerate(property_pieces(origin), first):
        attributes = {"fmtid": _FORMAT_ID, "pid": str(number), "name": name}
        element = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(element, f"{{{_VALUES}}}lpwstr").text = value
    blob = etree.tostring(root, encoding="UTF-8", standalone=True)
    part = Part(at, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
