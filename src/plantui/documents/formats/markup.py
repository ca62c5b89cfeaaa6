"""The XML parts of a package as trees: entities are not resolved, nothing is fetched, a declared document type is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import DataError

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: _Element) -> str:
    """Return an element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def tree_of(content: bytes) -> _Element:
    """Return the root of an XML part. Raises DataError for one that is damaged or declares a document type."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    try:
        root = fromstring(
            content, XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        )
    except XMLSyntaxError as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    refuse_declarations(root)
    return root


def refuse_declarations(root: _Element) -> None:
    """Refuse a part that declares a document type: no office program writes one, and what it names would be left out."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise DataError("formats.damaged", reason="DOCTYPE")
