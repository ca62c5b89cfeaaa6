"""Pages as they come out of a printer: a browser lays them out, where one is on the machine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from pypdf import PdfReader

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The path of a browser; None without one."""


def printed_pages(page: str, folder: Path) -> int:
    """Return the number of pages of paper that a web page takes."""
    assert BROWSER
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, "utf-8")
    command = [
        BROWSER,
        *("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}"),
        *("--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return len(PdfReader(target).pages)
