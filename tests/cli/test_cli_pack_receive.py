"""`plantui pack` and `plantui receive`: from desk to desk, with everything that can be wrong with a file on its way."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from plantui.store.arrivals import is_sync_copy, sync_copies
from tests.store.ledger.test_ledger_unsound import PYTHON
from tests.support.cli_home import Home, Result

PERIOD = ("--department", "郑州市/市工信局", "--period", "2025-06")
SECRET = "一个足够长的密钥一个足够长"
HOSTILE = "[/]{x}\x1b[31m=1+1\u202e“第\n二行”"


@pytest.fixture
def bureau(tmp_path: Path) -> Home:
    """The desk of a department."""
    folder = tmp_path / "bureau"
    folder.mkdir()
    return Home(folder, PLANTUI_AUTHOR="李四")


@pytest.fixture
def office(tmp_path: Path) -> Home:
    """The desk of the supervision office."""
    folder = tmp_path / "office"
    folder.mkdir()
    return Home(folder)


def packed(home: Home, name: str = "a.plantui") -> Path:
    """Return the submission of June of the department that most tests are about."""
    path = home.folder / name
    result = home.run("pack", *PERIOD, "-o", str(path), "--force")
    assert result.code == 0, result.err
    return path


def notes_of(home: Home) -> list[str]:
    """Return the ids of the notes that count."""
    found: Result = home.run("note", "list", "--json")
    return sorted(note["id"] for note in found.data)


@pytest.mark.parametrize("period", ["2101-01", "2025-13", "六月"])
def test_a_period_that_is_none_or_still_to_come_packs_nothing(bureau: Home, period: str) -> None:
    path = bureau.folder / "a.plantui"
    refused = bureau.run("pack", *PERIOD[:2], "--period", period, "-o", str(path))
    assert (refused.code, path.exists()) == (2, False)
    assert refused.err == bureau.run("missing", "--period", period).err


def test_submission_comes_in_with_its_whole_chains(bureau: Home, office: Home) -> None:
    """A corrected note, a retracted one and hostile text arrive as they are; other periods and departments stay."""
    first = bureau.add(progress=HOSTILE).out.strip()
    bureau.run("note", "edit", first, "--progress", f"改 {HOSTILE}")
    gone = bureau.add(task="3", progress="误").out.strip()
    bureau.run("note", "retract", gone)
    bureau.add("--date", "2025-05-31", progress="五月")
    bureau.add(department="市交通运输局")

    path = packed(bureau)
    text = path.read_text("utf-8")
    assert text.startswith("plantui-submission 1\nsha256 = ")
    assert "\x1b" not in text
    assert "\u202e" not in text
    received = office.run("receive", str(path), "--json")

    (file,) = received.data["files"]
    assert (file["notes"], file["revisions"], file["known"], file["conflicts"]) == (2, 2, 0, [])
    assert (received.code, file["department"], file["first_day"]) == (0, "市工信局", "2025-06-01")
    (note,) = office.run("note", "list", "--json").data
    assert note["progress"] == f"改 {HOSTILE}"
    assert note["author"] == "李四"
    again = office.run("receive", str(path), "--json").data["files"][0]
    assert (again["notes"], again["revisions"], again["known"]) == (0, 0, 4)


def test_who_is_missing_is_who_is_missing_everywhere(bureau: Home, office: Home) -> None:
    """Departments and numbers of tasks are those of `missing`: a standing duty is owed each period, a completed task never again."""
    duty = ("--date", "2025-05-31", "--status", "standing", "--reason", "每年都做")
    assert bureau.add(*duty, task="2", progress="长期坚持").code == 0
    bureau.add("--date", "2025-05-31", "--status", "completed", task="6", progress="完成")
    bureau.add(task="8")
    may = bureau.folder / "may.plantui"
    assert bureau.run("pack", *PERIOD[:-1], "2025-05", "-o", str(may)).code == 0

    received = office.run("receive", str(may), str(packed(bureau)), "--json")

    assert [one["period"] for one in received.data["missing"]] == ["2025-05", "2025-06"]
    for one in received.data["missing"]:
        rows = office.run("missing", "--period", one["period"], "--json").data["missing"]
        owed = Counter(
            (row["region"], row["department"])
            for row in rows
            if row["department"] and row["region"] in one["regions"]
        )
        told = {(dep["region"], dep["name"]): dep["tasks"] for dep in one["departments"]}
        assert list(told.items()) == list(owed.items())
        assert one["regions"] == ["郑州市"]
    tasks = {
        period: {
            row["task"]
            for row in office.run("missing", "--period", period, "--json").data["missing"]
            if (row["region"], row["department"]) == ("郑州市", "市工信局")
        }
        for period in ("2025-05", "2025-06")
    }
    standing, completed, new = (
        office.run("show", "zhengzhou", number, "--json").data["id"] for number in ("2", "6", "8")
    )
    assert new in tasks["2025-05"] - tasks["2025-06"]
    assert standing in tasks["2025-06"] - tasks["2025-05"]
    assert completed not in tasks["2025-05"] | tasks["2025-06"]
    assert "2025年5月，郑州市尚未报送的单位" in office.run("receive", str(may), "--lang", "zh").err


def test_missing_are_those_of_the_regions_received_and_of_ones_own(bureau: Home, office: Home) -> None:
    """Bundled plans of other cities are no matter of an office that received nothing of them; it is said what was left out."""
    bureau.add("--date", "2025-06-30")
    path = str(packed(bureau))

    received = office.run("receive", path, "--lang", "zh").err
    assert "以上只看郑州市的计划" in received
    assert "三门峡市尚未" not in received
    # Received before: nothing is new, but the submission names its plans.
    assert "Only plans of 郑州市 were looked at" in office.run("receive", path, "--lang", "en").err

    assert office.run("config", "set", "department", "新乡市/市发改委").code == 0
    received = office.run("receive", path, "--lang", "zh").err
    assert "新乡市尚未报送的单位" in received
    assert "以上只看郑州市、新乡市的计划" in received or "以上只看新乡市、郑州市的计划" in received


def test_conflict_is_told_and_both_texts_are_kept(bureau: Home, office: Home) -> None:
    """The office corrects a note that the department corrects too."""
    note = bureau.add().out.strip()
    path = packed(bureau)
    office.run("receive", str(path))
    office.run("note", "edit", note, "--progress", "办公室改")
    bureau.run("note", "edit", note, "--progress", "单位改")
    received = office.run("receive", str(packed(bureau)), "--json")

    (file,) = received.data["files"]
    assert [len(heads) for heads in file["conflicts"]] == [2]
    assert "Ctrl+P" in received.err
    assert office.run("note", "list", "--json").data[0]["progress"] == "单位改"


def test_stages_and_extensions_travel(bureau: Home, office: Home) -> None:
    """An extension of the department comes along; the office-wide choices of a desk do not."""
    bureau.add()
    assert bureau.run("office", "set", "period", "quarter").code == 0
    text = packed(bureau).read_text("utf-8")
    document = json.loads(text.partition("\n\n")[2])
    assert document["events"] == []
    office.run("receive", str(packed(bureau)))
    assert "quarter" not in office.run("office").out


def _with(change: Callable[[str], str]) -> Callable[[bytes], bytes]:
    """Return a change of the text behind the head, with a checksum that fits it."""

    def spoil(content: bytes) -> bytes:
        body = change(content.decode().partition("\n\n")[2])
        digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
        return f"plantui-submission 1\nsha256 = {digest}\n\n{body}".encode("utf-8", "surrogatepass")

    return spoil


def _document(change: Callable[[dict[str, object]], object]) -> Callable[[bytes], bytes]:
    def spoil(body: str) -> str:
        document = json.loads(body)
        change(document)
        return json.dumps(document)

    return _with(spoil)


def _note(**cells: object) -> Callable[[bytes], bytes]:
    def change(document: dict[str, object]) -> None:
        notes = document["notes"]
        assert isinstance(notes, list)
        notes[0].update(cells)

    return _document(change)


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda content: content[:-40],
    "cut in the head": lambda content: content[:30],
    "a character changed": lambda content: content.replace("开工".encode(), "完工".encode()),
    "newer": lambda content: content.replace(b"plantui-submission 1", b"plantui-submission 2"),
    "another file": lambda _: "这是一封信".encode(),
    "random bytes": lambda _: bytes(range(256)) * 9,
    "no checksum": lambda content: content.replace(b"sha256", b"md5"),
    "no JSON": _with(lambda body: body.replace("{", "(", 1)),
    "a list": _with(lambda _: "[]\n"),
    "deep": _with(lambda _: "[" * 100_000 + "]" * 100_000 + "\n"),
    "huge number": _with(lambda body: body.replace('"counts"', '"x": ' + "9" * 5000 + ', "counts"', 1)),
    "predecessor missing": _document(lambda document: document["notes"].pop(0)),  # type: ignore[attr-defined]
    "unknown key": _note(colour="red"),
    "percent of text": _note(percent="40"),
    "percent of truth": _note(percent=True),
    "percent too large": _note(percent=400),
    "percent without end": _note(percent=10**30),
    "value that is no number": _note(actuals=[{"value": float("nan")}]),
    "value without end": _with(lambda body: body.replace('"counts"', '"x": 1e999, "counts"', 1)),
    "status that is none": _note(status="nice"),
    "text that is a list": _note(progress=["a"]),
    "half a character": _note(progress="\ud800"),
    "note of another department": _note(department="市交通运输局"),
    "day that is none": _note(as_of="2025-02-30"),
    "moment in another form": _note(written_at="2025-06-30"),
    "action missing": _document(lambda document: document["actions"].clear()),  # type: ignore[attr-defined]
    "head without a department": _document(lambda document: document.pop("department")),
    "counts differ": _document(lambda document: document.update(counts={"revisions": 9})),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_unsound_file_is_refused_whole_and_the_good_one_comes_in(
    spoilt: str, bureau: Home, office: Home, tmp_path: Path
) -> None:
    """Each is named with the reason, the exit code is 1, and the file beside it is received."""
    note = bureau.add().out.strip()
    bureau.run("note", "edit", note, "--progress", "再开工")
    inbox = tmp_path / "报送"
    inbox.mkdir()
    good = packed(bureau)
    bad = inbox / "坏.plantui"
    bad.write_bytes(SPOILT[spoilt](good.read_bytes()))
    for language in ("zh", "en"):
        refused = office.run("receive", str(inbox), "--lang", language)
        assert refused.code == 1
        said = refused.err.replace(str(bad), "")
        assert not PYTHON.search(said)
        assert language == "en" or not re.search("[a-z]{2,} [a-z]{2,}", said)
        assert "尚未报送" not in said, "nothing came in after which somebody could be missing"
    assert notes_of(office) == []
    (inbox / "好.plantui").write_bytes(good.read_bytes())
    received = office.run("receive", str(inbox), "--json")
    assert received.code == 1
    assert [file["received"] for file in received.data["files"]] == [False, True]
    assert str(bad) in received.err
    assert "Traceback" not in received.err
    assert notes_of(office) == notes_of(bureau)


def test_line_ends_and_marks_of_mail_programs_do_not_matter(bureau: Home, office: Home) -> None:
    """A text attachment gets the line ends of Windows and a mark before it on its way."""
    bureau.add(progress="第一行\n第二行")
    path = packed(bureau)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert office.run("receive", str(path)).code == 0
    assert notes_of(office) == notes_of(bureau)


def test_signature_is_wanted_where_the_department_has_a_secret(bureau: Home, office: Home) -> None:
    """An unsigned and a wrongly signed submission are refused; no message quotes a secret."""
    bureau.add()
    keys = [home.folder / "submission-keys.toml" for home in (bureau, office)]
    keys[1].write_text(f'"市工信局" = "{SECRET}"\n', "utf-8")
    unsigned = office.run("receive", str(packed(bureau)))
    keys[0].write_text(f'"市工信局" = "{SECRET}!"\n', "utf-8")
    wrong = office.run("receive", str(packed(bureau)))
    keys[0].write_text(f'"市工信局" = "{SECRET}"\n', "utf-8")
    right = office.run("receive", str(packed(bureau)))
    assert [one.code for one in (unsigned, wrong, right)] == [1, 1, 0]
    assert not any(SECRET in one.err + one.out for one in (unsigned, wrong, right))
    assert SECRET not in packed(bureau).read_text("utf-8")


@pytest.mark.parametrize("content", ['"市工信局" = ', '"市工信局" = "短"', '"市工信局" = 7', "\ufffe"])
def test_file_of_secrets_that_is_none(content: str, bureau: Home) -> None:
    """It is refused with exit code 2, without quoting it."""
    (bureau.folder / "submission-keys.toml").write_text(content, "utf-8")
    result = bureau.run("pack", *PERIOD)
    assert result.code == 2
    assert "submission-keys.toml" in result.err
    assert "短" not in result.err


def test_whole_ledger_and_folder(bureau: Home, office: Home, tmp_path: Path) -> None:
    """A ledger comes in like a submission; of the own folder the own ledger is left out."""
    bureau.add()
    office.add(task="3")
    copy = office.folder / "ledger (1).db"
    copy.write_bytes((bureau.folder / "ledger.db").read_bytes())
    received = office.run("receive", str(office.folder), "--json")
    assert [Path(file["file"]).name for file in received.data["files"]] == ["ledger (1).db"]
    assert len(notes_of(office)) == 2
    assert office.run("receive", str(office.folder / "ledger.db")).code == 1
    empty = tmp_path / "empty"
    empty.mkdir()
    assert office.run("receive", str(empty)).code == 1


def test_copies_of_sync_programs_are_known_by_their_names(tmp_path: Path) -> None:
    """Names as OneDrive, Dropbox, Nutstore, Syncthing and browsers give them; saved copies and others are none."""
    ledger = tmp_path / "ledger.db"
    copies = (
        "ledger (1).db",
        "ledger (conflicted copy 2024-06-30).db",
        "ledger (王芳's conflicted copy 2024-06-30).db",
        "ledger-某某的冲突版本.db",
        "ledger（冲突副本）.db",
        "ledger 冲突副本.db",
        "ledger.sync-conflict-20240630-120000-ABCDEFG.db",
    )
    others = ["ledger.db", "ledger-demo.db", "ledger.saved-20240630-120000.db", "ledger2.db", "ledger.db-wal"]
    others += ["other (1).db", "ledger (1).txt"]
    assert [name for name in (*copies, *others) if is_sync_copy(name, ledger)] == list(copies)
    for name in (*copies, *others):
        (tmp_path / name).touch()
    assert [path.name for path in sync_copies(ledger)] == sorted(copies)
    assert sync_copies(tmp_path / "none" / "ledger.db") == []


KILLED = """
import os, signal, sys
from pathlib import Path
from plantui.store.ledger import Ledger, merging
check = merging._require_whole_chains
def killed(*given):
    check(*given)
    os.kill(os.getpid(), signal.SIGKILL)
merging._require_whole_chains = killed
Ledger(Path(sys.argv[1]), "王芳").receive(Path(sys.argv[2]))
"""


def test_merging_killed_half_way_leaves_nothing(bureau: Home, office: Home) -> None:
    """All rows were added when the program was killed; none is there afterwards, and receiving again works."""
    for number in range(50):
        bureau.add(progress=f"第{number}次")
    office.add(task="3")
    path, ledger = packed(bureau), office.folder / "ledger.db"
    before = notes_of(office)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(ledger), str(path)], check=False)
    assert killed.returncode == -9
    assert notes_of(office) == before
    assert office.run("receive", str(path)).code == 0
    assert len(notes_of(office)) == 51


def test_two_programs_receive_at_once(bureau: Home, office: Home) -> None:
    """Both end well, and every note is there once."""
    for number in range(30):
        bureau.add(progress=f"第{number}次")
    path = packed(bureau)
    command = [sys.executable, "-m", "plantui", "receive", str(path)]
    running = [subprocess.Popen(command, env=office.environ, stderr=subprocess.PIPE) for _ in range(2)]
    for program in running:
        program.communicate()
    assert [program.returncode for program in running] == [0, 0]
    assert notes_of(office) == notes_of(bureau)
