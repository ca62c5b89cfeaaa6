"""What cannot or should not be read is refused in a sentence, soon, and nothing in it is run or fetched."""

from __future__ import annotations

import io
import socket
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from plantui.documents.formats import guarded, limits, read_source, worker
from plantui.documents.formats.reading import read_here
from plantui.documents.formats.sniff import Form, form_of
from plantui.model.problem import DataError, PlantuiError, UsageError
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.document_files import docx_of, html_of, pdf_of, saved, xlsx_of
from tests.support.time_used import within

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def _refusal(content: bytes | Path, name: str | None = "plan.txt") -> str:
    """The key of the sentence that refuses a document; it can be said in both languages and names the file."""
    with pytest.raises(PlantuiError) as caught:
        read_source(content, name)
    for language in Language:
        assert (name or str(content)) in Words(language).error(caught.value)
    return caught.value.message.partition(".")[2]


def _with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A package with one part put in the place of another."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.namelist():
            new.writestr(item, part if item == name else old.read(item))
        if name not in old.namelist():
            new.writestr(name, part)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n\r\n", "empty"),
        (bytes(range(256)) * 40, "not_text"),
        (bytes(5000), "not_text"),
        (OLE, "old_office"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "empty"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (b"%PDF-1.7\n" + bytes(100), "damaged"),
        (docx_of(["正文"])[:-300], "damaged"),
        (pdf_of(["正文在此"] * 5, password="secret"), "locked"),
        (pdf_of(["正文在此"] * 5, with_text=False), "empty"),
    ],
)  # fmt: skip
def test_refused(content: bytes, reason: str) -> None:
    """Each with what can be done about it."""
    assert _refusal(content) == reason


def test_random_bytes() -> None:
    """However many."""
    import random

    content = random.Random(3).randbytes(3_000_000)
    with within(5):
        assert _refusal(content) == "not_text"


@pytest.mark.parametrize("pattern", [b"\0", b"a", "郑".encode(), b"<div>", b"%PDF-1.4 "])
def test_fifty_megabytes(tmp_path: Path, pattern: bytes) -> None:
    """Refused for its size, whatever it is, without being read to the end."""
    path = tmp_path / "plan.txt"
    path.write_bytes(pattern * (50_000_000 // len(pattern)))

    with within(2):
        assert _refusal(path, None) == "too_large"


def test_other_package() -> None:
    """A zip that is no office file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "正文")

    assert _refusal(buffer.getvalue()) == "other_package"


def test_bomb_in_pdf() -> None:
    """A page whose stream unpacks to a gigabyte."""
    import zlib

    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1024)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%b endobj\n" % (number, item) for number, item in enumerate(objects, 1))
    content = b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"

    with within(40):
        assert _refusal(content) in ("damaged", "not_understood", "too_demanding", "scan")


def test_no_such_file(tmp_path: Path) -> None:
    """A mistake in the call, not in the data."""
    assert _refusal(tmp_path / "none.txt", None) == "no_such_file"
    assert _refusal(tmp_path, None) == "unreadable"
    with pytest.raises(UsageError):
        read_source(tmp_path / "none.txt")


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_zip_bomb(part: str) -> None:
    """A file of kilobytes that unpacks to hundreds of megabytes is not unpacked."""
    bomb = _with_part(docx_of(["正文"]), part, bytes(300_000_000))
    assert len(bomb) < 1_000_000

    with within(2):
        assert _refusal(bomb) == "unpacks_too_large"


def test_zip_bomb_that_lies() -> None:
    """Sizes in the directory that are too small do not help it."""
    bomb = bytearray(_with_part(docx_of(["正文"]), "word/document.xml", b"<a>" + bytes(300_000_000)))
    size = (300_000_003).to_bytes(4, "little")
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = (1000).to_bytes(4, "little")

    with within(10):
        assert _refusal(bytes(bomb)) == "damaged"


def test_many_parts() -> None:
    """A package of a hundred thousand empty files."""
    buffer = io.BytesIO(docx_of(["正文"]))
    with zipfile.ZipFile(buffer, "a") as package:
        for number in range(limits.MOST_PARTS):
            package.writestr(f"x/{number}", b"")

    assert _refusal(buffer.getvalue()) == "too_many_parts"


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("entity", ["j", "file"])
def test_entities(entity: str) -> None:
    """Neither a billion laughs nor a file of this machine gets into the text."""
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>正文&{entity};</w:t></w:r></w:p></w:body></w:document>"
    word = _with_part(docx_of(["正文"]), "word/document.xml", (ENTITIES + body).encode())
    sheet = _with_part(
        xlsx_of([["正文"]]),
        "xl/worksheets/sheet1.xml",
        (
            ENTITIES
            + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
            f'<c r="A1" t="inlineStr"><is><t>正文&{entity};</t></is></c></row></sheetData></worksheet>'
        ).encode(),
    )

    with within(10):
        for content in (word, sheet):
            try:
                text = read_source(content, "plan").text
            except DataError as error:
                assert error.message in ("formats.damaged", "formats.not_understood", "formats.too_demanding")
            else:
                assert "root:" not in text
                assert len(text) < 1000


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_xml(depth: int) -> None:
    """Tables within tables within tables."""
    opening = "<w:tbl><w:tr><w:tc>" * depth
    closing = "<w:p/></w:tc></w:tr></w:tbl>" * depth
    body = f"<w:document {W}><w:body>{opening}<w:p><w:r><w:t>正文</w:t></w:r></w:p>{closing}</w:body></w:document>"
    content = _with_part(docx_of(["正文"]), "word/document.xml", body.encode())

    with within(10):
        assert _refusal(content) in ("damaged", "not_understood", "too_deep")


@pytest.mark.parametrize("opening", ["<div>", "<table><tr><td>", "<b><p>", "<a href=x>", "<nav>", "<ul><li>"])
def test_deep_page(opening: str) -> None:
    """Any depth of elements is read, or leaves nothing to read."""
    page = "<!DOCTYPE html><p>前文</p>" + opening * 100_000 + "正文"

    with within(15):
        source = read_source(page.encode(), "plan.html")
    assert "前文" in source.text


def test_wide_merge() -> None:
    """A merged cell as large as a sheet is not filled cell by cell."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "正文"
    content = saved(workbook)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    merged = xml.replace(
        "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )

    with within(10):
        source = read_source(_with_part(content, "xl/worksheets/sheet1.xml", merged.encode()), "plan.xlsx")
    assert [row.cells for row in source.rows] == [("正文",)]


def test_far_cell() -> None:
    """A sheet with one cell in its last corner has one row."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["XFD1048576"] = "正文"

    with within(10):
        assert read_source(saved(workbook), "plan.xlsx").text == "正文\n"


def test_page_with_scripts(tmp_path: Path) -> None:
    """Nothing of a script is text, nothing is run, and no address in the page is asked for."""
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: asked.append(server.accept()), daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        page = html_of(["正文"]).decode().replace("http://192.0.2.1/x.js", address)
        page = page.replace(
            "</body>", f"<link rel=stylesheet href={address}><iframe src={address}></iframe></body>"
        )

        source = read_source(page.encode(), "plan.html")

    assert source.text.split() == ["正文"]
    assert asked == []


def test_audit_of_the_reading_process() -> None:
    """Whatever a library tries there, it neither connects nor starts anything."""
    for event in ("socket.connect", "subprocess.Popen", "os.system"):
        with pytest.raises(PermissionError):
            worker._refuse_the_world(event, ())


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that does not end is ended."""
    monkeypatch.setattr(guarded, "seconds_for", lambda size: 1)
    monkeypatch.setattr(guarded, "can_be_copied", lambda: False)
    monkeypatch.setattr(guarded, "_START", "while True: pass")

    with within(5):
        assert _refusal(docx_of(["正文"])) == "too_demanding"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no bound on a process's memory")
def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that wants all memory is refused it."""
    start = (
        "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import plantui.documents.formats.worker as worker; "
        "worker.read_here = lambda form, content, **_: bytearray(1 << 40); worker.main()"
    )
    monkeypatch.setattr(guarded, "can_be_copied", lambda: False)
    monkeypatch.setattr(guarded, "_START", start)

    assert _refusal(docx_of(["正文"])) == "too_demanding"


def test_a_failure_of_the_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader did not foresee is told without the names of Python."""
    monkeypatch.setattr(guarded, "can_be_copied", lambda: False)
    monkeypatch.setattr(guarded, "_START", "raise TypeError('expected <class Fill>')")

    assert _refusal(docx_of(["正文"])) == "not_understood"


def test_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Says what to install."""
    monkeypatch.setattr("plantui.documents.formats.reading.find_spec", lambda name: None)

    assert _refusal(docx_of(["正文"])) == "library_missing"


MAGICS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<!DOCTYPE html>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"| a |\n|---|\n",
    b"\xd0\xcf\x11\xe0",
]


@given(
    magic=st.sampled_from(MAGICS),
    content=st.binary(max_size=2000),
    suffix=st.sampled_from(["txt", "md", "csv", "html"]),
)
@example(magic=b"", content=b"<![x", suffix="html")
@settings(deadline=None, max_examples=300)
def test_any_bytes(magic: bytes, content: bytes, suffix: str) -> None:
    """Anything is either read or refused. What the libraries raise is caught around their process."""
    whole = magic + content
    try:
        form = form_of(whole, f"x.{suffix}")
        if form not in (
            Form.PDF,
            Form.OFD,
            Form.DOCX,
            Form.XLSX,
            Form.XLS,
            Form.ODT,
            Form.ODS,
            Form.WORKBOOK_XML,
            Form.OLD_TEXT,
        ):
            read = read_here(form, whole)
            assert "\r" not in read.text
            for row in read.rows:
                assert all(
                    read.text.startswith(cell, at) for cell, at in zip(row.cells, row.starts, strict=True)
                )
    except DataError as error:
        assert error.message.startswith("formats.")


@given(
    text=st.text(max_size=500),
    suffix=st.sampled_from(["txt", "md", "csv"]),
    encoding=st.sampled_from(["utf-8-sig", "utf-16"]),
)
@settings(deadline=None)
def test_any_text(text: str, suffix: str, encoding: str) -> None:
    """Any text with a mark at its beginning is read, unless it is no text."""
    try:
        read_source(text.encode(encoding), f"x.{suffix}")
    except DataError as error:
        assert error.message in ("formats.not_text", "formats.empty", "formats.damaged")
