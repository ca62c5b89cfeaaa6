"""Where an OpenDocument file keeps its text and its styles: in parts of a package, or in one file of XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ..markup import local, tree_of
from ..parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_NAMES}office:1.0}}"
TEXT = f"{_NAMES}text:1.0}}"
TABLE = f"{_NAMES}table:1.0}}"
STYLE = f"{_NAMES}style:1.0}}"
DRAW = f"{_NAMES}drawing:1.0}}"
NUMBER = f"{_NAMES}datastyle:1.0}}"
LINK = "{http://www.w3.org/1999/xlink}href"
_MOST_REPEATED = 1 << 24
"""More than the cells of a row or the rows of any sheet."""


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document: what is shown of it, and the elements that hold its styles."""

    body: _Element
    styles: tuple[_Element, ...]
    """Those of the document before those that only its text has."""
    parts: Parts | None = None
    """The parts of its package; None for a flat file."""


def opened(content: bytes, kind: str) -> OpenDocument:
    """Return a document whose body holds an element of this kind: `text` or `spreadsheet`.

    Raises DataError for a package that is locked, and for damaged or dangerous XML.
    """
    if not content.startswith(b"PK"):
        return _document([tree_of(content)], None, kind)
    parts = Parts(content)
    manifest = parts.tree("META-INF/manifest.xml")
    if manifest is not None and any(local(one) == "encryption-data" for one in manifest.iter()):
        raise DataError("formats.locked")
    roots = [root for name in ("styles.xml", "content.xml") if (root := parts.tree(name)) is not None]
    return _document(roots, parts, kind)


def repeated(element: _Element, name: str) -> int:
    """Return how often an element stands there, as its attribute says; once where it does not."""
    return whole(element.get(f"{TABLE}{name}"), 1)


def whole(written: str | None, otherwise: int) -> int:
    """Return a number from 1 on; `otherwise` for what is none. A huge one is cut: nothing is as long."""
    if not written or not written.isascii() or not written.isdigit():
        return otherwise
    return max(1, min(int(written[:9]), _MOST_REPEATED))


def _document(roots: list[_Element], parts: Parts | None, kind: str) -> OpenDocument:
    body = next((found for root in roots for found in root.iterfind(f"{OFFICE}body/{OFFICE}{kind}")), None)
    if body is None:
        raise DataError("formats.damaged", reason=f"office:{kind}")
    names = (f"{OFFICE}styles", f"{OFFICE}automatic-styles")
    styles = [group for root in roots for group in root if group.tag in names]
    return OpenDocument(body, tuple(styles), parts)
