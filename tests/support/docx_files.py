"""Files of a word processor looked at as what they are: parts of XML."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from plantui.export.form_content import FormFile
from plantui.export.letter.markup import NAMESPACE
from plantui.export.progress import unobserved

W = f"{{{NAMESPACE}}}"


def written(file: FormFile) -> bytes:
    """The bytes of a form's file."""
    stream = BytesIO()
    file.write(stream, unobserved)
    return stream.getvalue()


def part(data: bytes, name: str) -> etree._Element:
    """A part of a package."""
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name, such as `pgSz`, in their order."""
    yield from root.iter(f"{W}{name}")


def value(element: etree._Element, name: str) -> str | None:
    """The value of an attribute, such as `w`; None where it is not there."""
    return element.get(f"{W}{name}")


def text_of(element: etree._Element) -> str:
    """The text below an element, line ends and tabs as such."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        signs.get(str(one.tag), one.text or "" if one.tag == f"{W}t" else "") for one in element.iter()
    )
