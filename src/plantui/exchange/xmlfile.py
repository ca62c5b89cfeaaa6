"""XML written in a fixed order, and XML of anybody read within bounds: no entities, no network.

Imported late, as all that imports it at once: its library comes with an extra, which nobody needs to list formats.
"""

from __future__ import annotations

from lxml import etree

from plantui.model.problem import DataError
from plantui.model.text import with_visible_controls


def parsed(content: bytes, file: str) -> etree._Element:
    """Return the root of a file. Raises DataError for one that is no XML, and for one that declares anything of its own."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DataError("exchange.no_xml", file=file, reason=error.msg) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DataError("exchange.declares", file=file)
    return root


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


class Branch:
    """An element of a file that is written, in one namespace."""

    def __init__(self, namespace: str, element: etree._Element) -> None:
        self._namespace = namespace
        self.element = element

    @classmethod
    def root(cls, namespace: str, name: str, **attributes: str) -> Branch:
        """Return the root of a new file; the namespace needs no prefix."""
        element = etree.fromstring(f'<{name} xmlns="{namespace}"/>')
        for key, value in attributes.items():
            element.set(key, value)
        return cls(namespace, element)

    def branch(self, name: str, **attributes: str) -> Branch:
        """Add an element that has others inside."""
        return Branch(
            self._namespace, etree.SubElement(self.element, f"{{{self._namespace}}}{name}", attributes)
        )

    def leaf(self, name: str, text: str) -> None:
        """Add an element with a text, in which every sign shows as itself: XML has no place for the others."""
        self.branch(name).element.text = with_visible_controls(text)

    def some(self, name: str, text: str | None) -> None:
        """Add an element where there is something to say."""
        if text:
            self.leaf(name, text)

    def file(self) -> bytes:
        """Return the file whose root this is."""
        etree.indent(self.element)
        written: bytes = etree.tostring(self.element, encoding="UTF-8", xml_declaration=True)
        return written + b"\n"
