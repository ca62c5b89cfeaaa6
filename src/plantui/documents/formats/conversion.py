"""Documents of old forms as .docx and .xlsx, made by LibreOffice where it is installed.

The program runs with a profile of its own, in which no macro runs and no link is followed, below a process that ends it, and
all that it has started, where it takes too long or where whoever waits for it has gone.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from plantui.model.problem import DataError

from .compound import SIGNATURE, entry_names
from .limits import office_seconds_for
from .package import part_names
from .reading import CONVERTED
from .sniff import RICH_TEXT, WORD_PART, Form

_FILTERS = {Form.DOCX: "MS Word 2007 XML", Form.XLSX: "Calc MS Excel 2007 XML"}
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)
# The child looks for modules exactly where this process does, and not in the current folder.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from plantui.documents.formats.office_watch import main; main()"
)
_TEXT = "word/document.xml"
_EQUATION = re.compile(
    rb"E\0q\0u\0a\0t\0i\0o\0n\0 \0N\0a\0t\0i\0v\0e\0|\\objclass\s*Equation|\\moMath(?![a-zA-Z])|<m:oMath[ >]"
    rb"|ProgID=\"Equation"
)
"""Signs of a formula: the part that it has in a compound file, and how RTF and the XML of Word begin one."""
_MADE_EQUATION = re.compile(rb"<m:oMath[ >]|ProgID=\"Equation")
_PATIENCE = 10
"""Seconds that the process above the program may take beyond its own."""
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "1"),
)


def converted(content: bytes, form: Form) -> bytes:
    """Return a document of an old form as a file of the form that stands for it in `CONVERTED`.

    Raises DataError where LibreOffice is not installed, cannot read the document or takes too much.
    """
    program = _program()
    if program is None:
        raise DataError("formats.no_office")
    target = CONVERTED[form]
    with TemporaryDirectory(prefix="plantui-") as name:
        folder = Path(name)
        document = folder / f"document{_suffix(content, form)}"
        document.write_bytes(content)
        _write_profile(folder / "profile")
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--nofirststartwizard", "--convert-to", f"{target.value}:{_FILTERS[target]}",
            "--outdir", str(folder / "made"), str(document),
        ]  # fmt: skip
        _run(command, folder, office_seconds_for(len(content)))
        made = folder / "made" / f"document.{target.value}"
        if not made.is_file():
            raise DataError("formats.not_converted")
        return made.read_bytes()


def equations_before(content: bytes) -> int:
    """Return how many formulas a document of an old form holds, as far as its bytes tell."""
    return len(_EQUATION.findall(content))


def equations_after(made: bytes) -> int:
    """Return how many there are in the .docx that was made of it, read or said by its reader. Raises DataError."""
    if _TEXT not in part_names(made):
        return 0
    with ZipFile(BytesIO(made)) as package, package.open(_TEXT) as part:
        return len(_MADE_EQUATION.findall(part.read()))


def _suffix(content: bytes, form: Form) -> str:
    """Return the ending under which the program knows what it opens."""
    if form is Form.OLD_SHEETS:
        return ".et"
    if content.startswith(RICH_TEXT):
        return ".rtf"
    if not content.startswith(SIGNATURE):
        return ".xml"
    return ".doc" if WORD_PART in entry_names(content) else ".wps"


def _program() -> str | None:
    found = next((path for name in _NAMES if (path := which(name))), None)
    return found or next((str(path) for path in _PLACES if path.is_file()), None)


def _write_profile(folder: Path) -> None:
    """Write the settings that a profile begins with."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n',
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path, seconds: int) -> None:
    """Run the program. The process above it ends both as soon as its standard input is closed, also by our own end."""
    watch = [sys.executable, "-P", "-c", _START, json.dumps(sys.path), str(seconds), str(folder), *command]
    process = subprocess.Popen(
        watch,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with process:  # closes its standard input, and waits for it
        try:
            ended = process.wait(seconds + _PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise DataError("formats.too_demanding") from error
    if ended:
        raise DataError("formats.too_demanding")
