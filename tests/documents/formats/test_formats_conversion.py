"""Documents of old forms are made into .docx and .xlsx by LibreOffice, or refused with what to do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from plantui.documents.formats import conversion, office_watch, read_source
from plantui.documents.formats.compound import SIGNATURE
from plantui.documents.formats.sniff import Form, form_of
from plantui.documents.source import SourceKind
from plantui.model.problem import DataError
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.document_files import docx_of, saved, xlsx_of
from tests.support.fake_office import FAILS, HANGS, MAKES, put_office, wait_for_end, without_office
from tests.support.paths import DATA

DOC = (DATA / "office" / "numbered.doc").read_bytes()
RTF = b"{\\rtf1\\ansi plan}"
WORD_XML = (
    b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
)
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
WORKS = DOC.replace("WordDocument".encode("utf-16-le"), "MatOST______".encode("utf-16-le"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="the program is a script with a first line")


def _refusal(content: bytes, name: str = "plan.doc") -> str:
    with pytest.raises(DataError) as caught:
        read_source(content, name)
    for language in Language:
        assert name in Words(language).error(caught.value)
    return caught.value.message


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (DOC, "plan.doc", Form.OLD_TEXT),
        (DOC, "plan.wps", Form.OLD_TEXT),
        (DOC, "plan.et", Form.OLD_TEXT),
        (WORKS, "plan.wps", Form.OLD_TEXT),
        (WORKS, "plan.et", Form.OLD_SHEETS),
        (RTF, "plan.doc", Form.OLD_TEXT),
        (WORD_XML, "plan.doc", Form.OLD_TEXT),
        (b'<pkg:package xmlns:pkg="x"/>', "plan.xml", Form.OLD_TEXT),
    ],
)
def test_kinds(content: bytes, name: str, form: Form) -> None:
    """The parts of a compound file tell it, then its name."""
    assert form_of(content, name) is form


@pytest.mark.parametrize(
    ("content", "name"), [(WORKS, "plan.ppt"), (WORKS, ""), (SIGNATURE + bytes(512), "plan.doc")]
)
def test_other_compound_files(content: bytes, name: str) -> None:
    """What is neither a text nor sheets is refused without an office program."""
    assert _refusal(content, name or "plan") == "formats.old_office"


@pytest.mark.parametrize("content", [DOC, RTF, WORD_XML])
def test_without_an_office_program(content: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sentence says what to install, and what else can be done."""
    without_office(monkeypatch, tmp_path)

    assert _refusal(content) == "formats.no_office"


@posix
@pytest.mark.parametrize(
    ("content", "name", "made", "target"),
    [
        (DOC, "plan.wps", docx_of(["新建公园"]), "docx:MS Word 2007 XML"),
        (RTF, "plan.doc", docx_of(["新建公园"]), "docx:MS Word 2007 XML"),
        (WORKS, "plan.et", xlsx_of([["新建公园"]]), "xlsx:Calc MS Excel 2007 XML"),
    ],
)
def test_conversion(
    content: bytes, name: str, made: bytes, target: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The program gets a profile of its own without macros and links, and a home of its own; what it made is read."""
    ready, record = tmp_path / "made", tmp_path / "record"
    ready.write_bytes(made)
    ending = target.partition(":")[0]
    put_office(monkeypatch, tmp_path / "bin", MAKES, record=str(record), ending=ending, made=str(ready))

    source = read_source(content, name)

    arguments, settings, surroundings = json.loads(record.read_text())
    assert source.text == "新建公园\n"
    assert source.kind is (SourceKind.DOCX if ending == "docx" else SourceKind.TABLE)
    assert source.sha256 == read_source(content, name).sha256 != read_source(made, name).sha256
    assert arguments[arguments.index("--convert-to") + 1] == target
    assert "--headless" in arguments
    for setting in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "Link"):
        assert f'oor:name="{setting}"' in settings
    assert surroundings["HOME"] != os.environ.get("HOME")
    assert not Path(surroundings["HOME"]).exists()


@posix
@pytest.mark.parametrize(
    ("made", "reason"), [(b"PK\x03\x04" + bytes(100), "damaged"), (None, "not_converted")]
)
def test_what_cannot_be_converted(
    made: bytes | None, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program that makes nothing, or something that is none, is told."""
    (tmp_path / "made").write_bytes(made or b"")
    facts = {"record": str(tmp_path / "record"), "ending": "docx", "made": str(tmp_path / "made")}
    put_office(monkeypatch, tmp_path / "bin", FAILS if made is None else MAKES, **facts)

    assert _refusal(DOC) == f"formats.{reason}"


@posix
@pytest.mark.parametrize(
    ("signs", "made", "said"),
    [
        (b"", 0, []),
        (b"", 2, []),
        (b"{\\mmath{\\*\\moMathPara{\\*\\moMath }}}" * 2, 2, [("equations", "2")]),
        (b"{\\*\\objclass Equation.3}" * 3, 1, [("lost_equations", "2"), ("equations", "1")]),
        ("Equation Native".encode("utf-16-le"), 0, [("lost_equations", "1")]),
    ],
)
def test_formulas_that_are_converted_or_lost(
    signs: bytes, made: int, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """How many formulas the original has, its bytes tell; LibreOffice without its part for them drops all in silence."""
    document = Document()
    for _ in range(made):
        equation = f"<m:oMath {MATH}><m:r><m:t>9%</m:t></m:r></m:oMath>"
        document.add_paragraph("控制在")._p.append(parse_xml(equation))
    (tmp_path / "made").write_bytes(saved(document) if made else docx_of(["控制在9%"]))
    facts = {"record": str(tmp_path / "record"), "ending": "docx", "made": str(tmp_path / "made")}
    put_office(monkeypatch, tmp_path / "bin", MAKES, **facts)

    source = read_source(RTF + signs, "plan.rtf")

    assert [(mark.kind.value, mark.where) for mark in source.marks] == said


@posix
def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program that does not end is ended with all that it has started."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    put_office(monkeypatch, tmp_path / "bin", HANGS, pipe=str(pipe))
    monkeypatch.setattr(conversion, "office_seconds_for", lambda size: 2)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    assert _refusal(DOC) == "formats.too_demanding"
    wait_for_end(end)
    os.close(end)


@posix
def test_ends_with_its_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever waits for the program may be killed: the program does not outlive it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    put_office(monkeypatch, tmp_path / "bin", HANGS, pipe=str(pipe))
    program = "import sys; from plantui.documents.formats import read_source; read_source(sys.stdin.buffer.read(), 'plan.doc')"
    caller = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE)
    assert caller.stdin is not None
    caller.stdin.write(DOC)
    caller.stdin.close()
    end = os.open(pipe, os.O_RDONLY)  # returns once the program holds it

    caller.send_signal(signal.SIGKILL)
    caller.wait()
    wait_for_end(end)
    os.close(end)


def test_surroundings() -> None:
    """Nothing of the user's own settings is handed on."""
    assert set(office_watch._KEPT).isdisjoint({"HOME", "PYTHONPATH", "DISPLAY", "http_proxy"})


@pytest.mark.skipif(conversion._program() is None, reason="LibreOffice is not installed")
def test_libreoffice() -> None:
    """The real program gives numbers, tables, notes, struck and hidden words."""
    source = read_source(DOC, "plan.doc")

    assert [line.replace("\t", " ") for line in source.text.splitlines()[:3]] == [
        "一、总体要求",
        "1. 建设 公园  一座。",
        "脚注文字",
    ]
    assert [row.cells for row in source.rows] == [("任务", "单位"), ("甲", "市城管局"), ("乙", "市城管局")]
    assert [(mark.kind.value, mark.words) for mark in source.marks][:2] == [
        ("struck", "两座"),
        ("hidden", "密"),
    ]
