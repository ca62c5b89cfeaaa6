"""LibreOffice as the word processor that lays documents out, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfReader

_WRITER = shutil.which("soffice")
HAS_WRITER = _WRITER is not None and (Path(os.path.realpath(_WRITER)).parent / "libswlo.so").exists()
"""True where documents of a word processor can be laid out."""


def page_counts(documents: Mapping[str, bytes], folder: Path) -> dict[str, int]:
    """The number of pages of each document, by its name; all are laid out by one start of the program."""
    assert _WRITER is not None
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{folder}/office"
    command = [_WRITER, "--headless", home, "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in documents]
    subprocess.run([*command, *files], check=True, capture_output=True)
    return {name: len(PdfReader(folder / f"{name}.pdf").pages) for name in documents}
