"""Evidence on the disk: taking size and hash of files and folders, and finding what has changed or vanished since."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.problem import DataError
from plantui.model.system import system_reason
from plantui.model.text import is_unicode
from plantui.planfile.search_path import at_home, can_be_path

LINK_SCHEMES = ("http", "https", "ftp")
"""Addresses that are kept as links; nothing is ever fetched from them."""


class EvidenceUnusable(DataError):
    """A piece of evidence that cannot be taken: not there, not readable, or no file, folder or link."""


class _NotRegular(OSError):
    """A pipe, which would keep the program waiting, or a device, which may never end."""


class EvidenceState(StrEnum):
    """Result of looking at a piece of evidence again."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    """Size or hash is another."""
    VANISHED = "vanished"
    UNREADABLE = "unreadable"
    """Still there, but not readable here and now."""
    NOT_CHECKED = "not_checked"
    """A link: nothing is fetched."""


def take_evidence(place: str, day: date) -> Evidence:
    """Return a file, a folder or the address of a link as evidence of that day. Nothing of it is copied.

    A folder's hash follows from the names and hashes of the files in it, so it changes with any of them.
    Raises EvidenceUnusable.
    """
    place = place.strip()
    if not place:
        raise EvidenceUnusable("notes.evidence.empty")
    if not is_unicode(place) or not can_be_path(place):
        raise EvidenceUnusable("notes.evidence.no_name", place=place)
    if is_link(place):
        return Evidence(EvidenceKind.LINK, place, _link_name(place), day)
    path = Path(os.path.abspath(at_home(Path(place))))  # noqa: PTH100 - `..` has to leave the stored path, links stay as named
    try:
        kind, size, sha256 = _measure(path)
    except FileNotFoundError as error:
        raise EvidenceUnusable("notes.evidence.not_there", place=str(path)) from error
    except _NotRegular as error:
        raise EvidenceUnusable("notes.evidence.not_regular", place=str(path)) from error
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise EvidenceUnusable("notes.evidence.unreadable", place=str(path), reason=reason) from error
    return Evidence(kind, str(path), path.name or str(path), day, size, sha256)


def is_link(place: str) -> bool:
    """Return whether a place is the address of a link and not a path."""
    scheme, separator, rest = place.partition("://")
    return bool(separator) and bool(rest) and scheme.lower() in LINK_SCHEMES


def evidence_state(evidence: Evidence) -> EvidenceState:
    """Return what has become of a piece of evidence since it was taken. A link is never fetched."""
    if evidence.kind is EvidenceKind.LINK:
        return EvidenceState.NOT_CHECKED
    path = Path(evidence.place)
    try:
        if evidence.kind is EvidenceKind.FILE and path.is_file() and path.stat().st_size != evidence.size:
            return EvidenceState.CHANGED  # a large file need not be read to know it
        kind, size, sha256 = _measure(path)
    except (FileNotFoundError, NotADirectoryError):
        return EvidenceState.VANISHED
    except (OSError, ValueError):
        return EvidenceState.UNREADABLE
    same = (kind, size, sha256) == (evidence.kind, evidence.size, evidence.sha256)
    return EvidenceState.UNCHANGED if same else EvidenceState.CHANGED


def _measure(path: Path) -> tuple[EvidenceKind, int, str]:
    """Return kind, size and hash of what is at a path. Raises OSError."""
    if path.is_dir():
        return EvidenceKind.FOLDER, *_folder(path)
    return EvidenceKind.FILE, *_file(path)


def _file(path: Path) -> tuple[int, str]:
    import hashlib

    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise _NotRegular
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
        return stream.tell(), digest.hexdigest()


def _folder(folder: Path) -> tuple[int, str]:
    import hashlib

    total, digest = 0, hashlib.sha256()
    for name, path in sorted(_files_below(folder)):
        size, sha256 = _file(path)
        total += size
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0" + sha256.encode() + b"\n")
    return total, digest.hexdigest()


def _files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below a folder, each with its name relative to it. Raises OSError for what cannot be listed."""

    def refuse(error: OSError) -> None:
        raise error

    for parent, _, names in os.walk(folder, onerror=refuse):
        for name in names:
            path = Path(parent, name)
            yield path.relative_to(folder).as_posix(), path


def _link_name(address: str) -> str:
    """Return the last part of an address, its host where it has no other."""
    try:
        parts = urlsplit(address)
    except ValueError:  # an address such as http://[half
        return address
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc or address
