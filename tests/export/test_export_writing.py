"""An export is written whole or not at all."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantui.export.writing import emit, save, save_all
from plantui.model.problem import DataError, UsageError


def broken() -> Iterator[str]:
    yield "half"
    raise RuntimeError("the ledger went away")


def test_a_new_file_has_the_text_and_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()

    place = save(["\ufeff甲", "乙\r\n"], tmp_path / "a.csv")

    assert place.read_bytes() == "\ufeff甲乙\r\n".encode()
    assert place.stat().st_mode == (tmp_path / "other").stat().st_mode
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "other"]


def test_an_existing_file_is_replaced_with_force_only(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    target.chmod(0o640)

    with pytest.raises(UsageError) as refused:
        save(iter(["new"]), target)

    assert (refused.value.message, target.read_text()) == ("export.exists", "old")
    save(["new"], target, force=True)
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("force", [False, True])
def test_what_breaks_halfway_leaves_everything_as_it_was(tmp_path: Path, force: bool) -> None:
    target = tmp_path / "a.md"
    if force:
        target.write_text("old")

    with pytest.raises(RuntimeError):
        save(broken(), target, force=force)

    assert [p.read_text() for p in tmp_path.iterdir()] == (["old"] if force else [])


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.md"

    def slow() -> Iterator[str]:
        yield "mine"
        target.write_text("theirs")

    with pytest.raises(UsageError):
        save(slow(), target)

    assert [p.read_text() for p in tmp_path.iterdir()] == ["theirs"]


def test_without_hard_links_a_new_file_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    save(["text"], tmp_path / "a.md")

    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.md", "text")]


@pytest.mark.parametrize(
    ("where", "message"),
    [("none/a.md", "export.no_folder"), ("", "export.is_folder"), ("f/a", "export.no_folder")],
)
def test_a_place_that_is_none_is_refused(tmp_path: Path, where: str, message: str) -> None:
    (tmp_path / "f").touch()

    with pytest.raises(UsageError) as refused:
        save(["x"], tmp_path / where, force=True)

    assert refused.value.message == message


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(DataError) as refused:
        save(["x"], tmp_path / "a.md")

    assert refused.value.facts["reason"] == "system.no_space"
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")

    save(["new"], tmp_path / "link.md", force=True)

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    save(["x"], Path(os.devnull))

    assert not Path(os.devnull).is_file()


def test_standard_output_gets_utf8() -> None:
    stream = io.BytesIO()

    emit(["甲" * 70_000, "\r\n"], stream)

    assert stream.getvalue() == ("甲" * 70_000 + "\r\n").encode()


def test_several_files_are_written_together(tmp_path: Path) -> None:
    places = save_all([(["甲"], tmp_path / "a.md"), (["乙"], tmp_path / "b.csv")])

    assert [place.read_text("utf-8") for place in places] == ["甲", "乙"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "b.csv"]


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("bad", ["exists", "breaks", "no_folder", "twice"])
def test_of_several_files_none_is_written_where_one_cannot_be(tmp_path: Path, bad: str) -> None:
    (tmp_path / "b.csv").write_text("old")
    second = {
        "exists": (["new"], tmp_path / "b.csv"),
        "breaks": (broken(), tmp_path / "c.csv"),
        "no_folder": (["new"], tmp_path / "none" / "c.csv"),
        "twice": (["new"], tmp_path / "a.md"),
    }[bad]

    with pytest.raises((UsageError, RuntimeError)):
        save_all([(["new"], tmp_path / "a.md"), second])

    assert _texts(tmp_path) == {"b.csv": "old"}


@pytest.mark.parametrize("old", [None, "old"])
def test_a_file_in_its_place_is_taken_back_where_the_next_fails(tmp_path: Path, old: str | None) -> None:
    """The second file appears between the look and the writing: the first becomes again what it was."""
    first, second = tmp_path / "a.md", tmp_path / "b.csv"
    if old is not None:
        first.write_text(old)
        first.chmod(0o640)

    def appears() -> Iterator[str]:
        yield "new"
        second.write_text("another program's")

    with pytest.raises(UsageError) as refused:
        save_all([(["new"], first), (appears(), second)], force=old is not None)

    assert refused.value.message == "export.exists"
    assert _texts(tmp_path) == {"b.csv": "another program's", **({"a.md": old} if old else {})}
    if old is not None:
        assert stat.S_IMODE(first.stat().st_mode) == 0o640
