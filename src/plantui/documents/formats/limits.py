"""How large a document may be: what is beyond is refused before time and memory are spent on it."""

from __future__ import annotations

MEBIBYTE = 1 << 20

MOST_BYTES = 32 * MEBIBYTE
"""Size of a file. Ten times the largest published plan with all its pictures."""
MOST_CHARACTERS = 8_000_000
"""Length of a document's text."""
MOST_UNPACKED = 192 * MEBIBYTE
"""What all parts of a package (.docx, .xlsx, .ofd) may unpack to, pictures included."""
MOST_MARKUP = 96 * MEBIBYTE
"""What the XML parts of a package may unpack to; a tree of it takes several times as much memory."""
MOST_PARTS = 5_000
"""How many files a package may hold."""
MOST_CELLS = 1_000_000
"""How many cells all tables may have, those that merged cells cover included."""
MOST_PAGES = 5_000
"""How many pages an OFD may have."""
MOST_OBJECTS = 500_000
"""How many texts, paths and pictures all pages of an OFD may draw, those of templates counted on each page."""

MEMORY = 1536 * MEBIBYTE
"""Memory that reading may take."""
SECONDS = 30
SECONDS_PER_MEBIBYTE = 6
"""Time that reading may take: a page of a PDF needs some 20 ms, so a large sound document needs its time."""

MEMORY_OF_RECOGNITION = 6144 * MEBIBYTE
"""Room for addresses that recognition may take; of it some 1,000 MiB are used."""
SECONDS_PER_PAGE = 120
"""Time that recognition of a page may take: one took 9 s of a processor, and 40 s on a machine with many others at work."""
MOST_PAGES_RECOGNISED = 300
"""How many pages are recognised of one file."""
OFFICE_MEMORY = 4096 * MEBIBYTE
"""Memory that LibreOffice may take: it reserves much more than it uses."""
OFFICE_SECONDS = 60
"""Time that it may take to start, with a profile of its own, and to convert a small document."""

IMPORT_MEMORY = 2048 * MEBIBYTE
"""Memory that a whole import may take: half of it serves for the longest text."""
SECONDS_PER_MILLION_CHARACTERS = 60
"""Time that the rules may take for a text: six times what a long plan needs on a usual machine."""


def seconds_for_text(length: int) -> int:
    """Return the time that making a plan of a text of this length may take."""
    return SECONDS + SECONDS_PER_MILLION_CHARACTERS * length // 1_000_000


def seconds_for(size: int) -> int:
    """The time that reading a file of this size may take."""
    return SECONDS + SECONDS_PER_MEBIBYTE * (size // MEBIBYTE)


def seconds_for_pages(pages: int) -> int:
    """Return the time that recognition of so many pages may take."""
    return SECONDS + SECONDS_PER_PAGE * min(pages, MOST_PAGES_RECOGNISED)


def office_seconds_for(size: int) -> int:
    """Return the time that LibreOffice may take for a file of this size."""
    return OFFICE_SECONDS + SECONDS_PER_MEBIBYTE * (size // MEBIBYTE)
