"""Evidence on the disk: what is taken of a file, a folder and a link, and what is found of it later."""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.evidence import Evidence, EvidenceKind
from plantui.store.evidence import EvidenceState, EvidenceUnusable, evidence_state, is_link, take_evidence

DAY = date(2024, 6, 30)


def folder_with(place: Path, files: dict[str, str]) -> Path:
    """Make a folder with files of these contents."""
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, "utf-8")
    return place


def test_a_file_with_size_and_hash(tmp_path: Path) -> None:
    place = tmp_path / "=1+1 [b] 验收单.pdf"
    place.write_bytes(b"abc")
    found = take_evidence(str(place), DAY)
    expected = hashlib.sha256(b"abc").hexdigest()
    assert found == Evidence(EvidenceKind.FILE, str(place), place.name, DAY, 3, expected)
    assert evidence_state(found) is EvidenceState.UNCHANGED


def test_a_relative_path_and_the_home_folder_become_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("a")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert {take_evidence(name, DAY).place for name in ("a.txt", "./x/../a.txt", "~/a.txt", " a.txt ")} == {
        str(tmp_path / "a.txt")
    }


def test_a_folders_hash_follows_from_names_and_contents(tmp_path: Path) -> None:
    files = {"一.txt": "a", "sub/二.txt": "b"}
    one = take_evidence(str(folder_with(tmp_path / "one", files)), DAY)
    two = take_evidence(str(folder_with(tmp_path / "two", dict(reversed(files.items())))), DAY)
    assert (one.kind, one.size, one.name) == (EvidenceKind.FOLDER, 2, "one")
    assert one.sha256 == two.sha256
    (tmp_path / "two" / "一.txt").rename(tmp_path / "two" / "三.txt")
    assert take_evidence(str(tmp_path / "two"), DAY).sha256 != one.sha256
    assert evidence_state(two) is EvidenceState.CHANGED


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("https://example.org/files/%E9%AA%8C.pdf", "验.pdf"),
        ("http://example.org", "example.org"),
        ("HTTPS://example.org/", "example.org"),
        ("http://[half", "http://[half"),
        ("ftp://files/[a]", "[a]"),
    ],
)
def test_a_link_is_kept_as_it_is(place: str, name: str) -> None:
    found = take_evidence(place, DAY)
    assert (found.kind, found.place, found.size, found.sha256) == (EvidenceKind.LINK, place, None, "")
    assert found.name == name
    assert evidence_state(found) is EvidenceState.NOT_CHECKED


@pytest.mark.parametrize(
    "place", ["C:\\a.pdf", "file:///etc/passwd", "javascript://x", "a://", "http://", "a.pdf"]
)
def test_what_is_no_link(place: str) -> None:
    assert not is_link(place)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("", "notes.evidence.empty"),
        ("  ", "notes.evidence.empty"),
        ("gone.pdf", "notes.evidence.not_there"),
        ("a\0b", "notes.evidence.no_name"),
        ("\udcff", "notes.evidence.no_name"),
        ("/dev/null", "notes.evidence.not_regular"),
        ("a.txt/b", "notes.evidence.unreadable"),
    ],
)
def test_what_cannot_be_taken_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(EvidenceUnusable) as raised:
        take_evidence(place, DAY)
    assert raised.value.message == message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such pipes")
def test_a_pipe_does_not_keep_the_program_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(EvidenceUnusable):
            take_evidence(str(place), DAY)


def test_what_has_become_of_it(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("aaa")
    taken = take_evidence(str(place), DAY)
    place.write_text("aab")
    assert evidence_state(taken) is EvidenceState.CHANGED
    place.write_text("aaaa")
    assert evidence_state(taken) is EvidenceState.CHANGED
    place.unlink()
    assert evidence_state(taken) is EvidenceState.VANISHED
    place.mkdir()
    assert evidence_state(taken) is EvidenceState.CHANGED


@given(st.text(max_size=40))
def test_no_place_makes_it_fail_otherwise(place: str) -> None:
    with contextlib.suppress(EvidenceUnusable):
        take_evidence(f"nowhere/{place}", DAY)
