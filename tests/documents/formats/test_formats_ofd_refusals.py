"""An OFD that cannot or should not be read is refused in a sentence, soon."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from plantui.documents.formats import limits, read_source
from plantui.documents.formats.ofd import document, drawing
from plantui.documents.formats.reading import read_here
from plantui.documents.formats.sniff import Form
from plantui.model.problem import DataError
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.ofd_files import (
    NAMESPACE,
    document_of,
    entry_of,
    ofd_with,
    package_of,
    page_of,
    picture,
    text_object,
)
from tests.support.time_used import within

ONE = text_object("建设公园", 30, 40)
ROOT = document_of(["P.xml"])
RES = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
ITSELF = '<ofd:CompositeObject ID="9" ResourceID="5" Boundary="0 0 9 9"/>'


def _file(page: str | bytes = "", **parts: str | bytes) -> bytes:
    named = {f"Doc_0/{name}.xml": part for name, part in parts.items()}
    return package_of({"OFD.xml": entry_of(), "Doc_0/Document.xml": ROOT, "Doc_0/P.xml": page, **named})


def _drawings(inner: str) -> str:
    return (
        f'<ofd:Res xmlns:ofd="{NAMESPACE}"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>'
        f"{inner}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
REFUSED: Mapping[str, tuple[bytes, str]] = {
    "encrypted": (package_of({"OFD.xml": entry_of(), "Encryptions.xml": "<Encryptions/>"}), "locked"),
    "encrypted whole": (package_of({"Encryptions.xml": "<Encryptions/>"}), "locked"),
    "pictures alone": (ofd_with([page_of(picture(0, 0, 210, 297))] * 2), "scan"),
    "pictures with a number": (ofd_with([page_of(picture(0, 0, 210, 297) + text_object("第1页", 90, 290))] * 2), "scan"),
    "no words": (ofd_with([page_of("")]), "empty"),
    "no pages": (ofd_with([]), "empty"),
    "entities": (_file(ENTITIES + page_of(ONE)), "damaged"),
    "no XML": (_file(b"\0\1\2"), "damaged"),
    "a page that is not there": (package_of({"OFD.xml": entry_of(), "Doc_0/Document.xml": ROOT}), "damaged"),
    "a document that is not there": (package_of({"OFD.xml": entry_of()}), "damaged"),
    "no place": (_file(page_of(ONE.replace('X="0"', 'X="here"'))), "damaged"),
    "no number": (_file(page_of(ONE.replace('X="0"', 'X="nan"'))), "damaged"),
    "far away": (_file(page_of(ONE.replace('X="0"', 'X="1e300"'))), "damaged"),
    "a template on itself": (ofd_with([page_of(ONE, ["7"])], {"7": page_of(ONE, ["7"])}), "refers_to_itself"),
    "templates in a circle": (
        ofd_with([page_of(ONE, ["7"])], {"7": page_of(ONE, ["8"]), "8": page_of(ONE, ["7"])}),
        "refers_to_itself",
    ),
    "a drawing in itself": (
        package_of(
            {
                "OFD.xml": entry_of(),
                "Doc_0/Document.xml": document_of(["P.xml"], common=RES),
                "Doc_0/Res.xml": _drawings(ITSELF),
                "Doc_0/P.xml": page_of(ITSELF),
            }
        ),
        "refers_to_itself",
    ),
    "deep blocks": (_file(page_of("<ofd:PageBlock>" * 5000 + ONE + "</ofd:PageBlock>" * 5000)), "damaged"),
    "one page ten thousand times": (
        package_of({"OFD.xml": entry_of(), "Doc_0/Document.xml": document_of(["P.xml"] * 10_000), "Doc_0/P.xml": page_of(ONE)}),
        "too_many_pages",
    ),
    "one document ten thousand times": (
        package_of(
            {
                "OFD.xml": entry_of(["Doc_0/Document.xml"] * 10_000),
                "Doc_0/Document.xml": ROOT,
                "Doc_0/P.xml": page_of(ONE),
            }
        ),
        "too_many_pages",
    ),
    "a page that unpacks to much": (_file(b" " * (100 * limits.MEBIBYTE)), "unpacks_too_large"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused(content: bytes, reason: str) -> None:
    """Each in a sentence of both languages that names the file."""
    with within(15), pytest.raises(DataError) as caught:
        read_source(content, "plan.ofd")

    assert caught.value.message == f"formats.{reason}"
    for language in Language:
        assert "plan.ofd" in Words(language).error(caught.value)


@pytest.mark.parametrize("shared", [False, True], ids=["on one page", "on a template"])
def test_too_many_objects(monkeypatch: pytest.MonkeyPatch, shared: bool) -> None:
    """What pages draw is counted, as often as they draw it."""
    monkeypatch.setattr(drawing, "MOST_OBJECTS", 100)
    on_template = ofd_with([page_of(ONE, ["7"])] * 11, {"7": page_of(ONE * 9)})
    content = on_template if shared else ofd_with([page_of(ONE * 101)])

    with pytest.raises(DataError) as caught:
        read_here(Form.OFD, content)

    assert caught.value.message == "formats.too_many_objects"


def test_pages_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many pages as may be are read."""
    monkeypatch.setattr(document, "MOST_PAGES", 3)

    assert len(read_here(Form.OFD, ofd_with([page_of(ONE)] * 3)).page_starts) == 3


def test_many_repetitions() -> None:
    """A distance that is repeated without end is taken as often as there are characters."""
    objects = ONE.replace("<ofd:TextCode", "<ofd:Old").replace("</ofd:TextCode", "</ofd:Old")
    repeated = text_object(
        "", 30, 40, code='<ofd:TextCode X="0" Y="5" DeltaX="g 999999 5.6">建设公园</ofd:TextCode>'
    )

    assert read_source(ofd_with([page_of(objects + repeated)]), "plan.ofd").text.split() == ["建设公园"]
