"""`export --form`: which form in which format, to a file, a folder, a pipe; nothing is left where it fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest

from plantui.export import form_files as registry
from plantui.export.form_content import FormContent, FormFile
from plantui.export.form_making import has_several_files
from plantui.export.form_names import format_of_form, known_forms, usual_form_name
from plantui.export.formats import Format
from plantui.export.progress import Progress
from plantui.model.form import FormKind
from plantui.words import Words
from tests.cli.test_cli_forms import own_form
from tests.support.cli_home import Home

PLAN = "zhengzhou-2023-2025"


def stub_writer(*names: str, fails: type[BaseException] | None = None) -> registry.FormWriter:
    """Return a writer of files that say what they were made from; the last one may fail half-way."""

    def files(content: FormContent) -> list[FormFile]:
        def write(stream: BinaryIO, progress: Progress) -> None:
            progress(0, len(content.summary))
            profile = content.profile.name if content.profile else ""
            stream.write(f"{content.form.name} {content.summary.heading.count} {profile}\n".encode())
            if fails and names[-1] == stream_names.pop(0):
                raise fails
            stream.seek(0)

        stream_names = [*names]
        return [FormFile(name, write, lambda: ["a remark"]) for name in names]

    return files


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[tuple[FormKind, Format], registry.FormWriter]]:
    """The registry, with stubs of the ledger as xlsx, the report as docx and two letters."""
    changed = {
        **registry._WRITERS,
        (FormKind.LEDGER, Format.XLSX): stub_writer("ledger.xlsx"),
        (FormKind.REPORT, Format.DOCX): stub_writer("report.docx"),
        (FormKind.REMINDER, Format.DOCX): stub_writer("a.docx", "b.docx"),
    }
    monkeypatch.setattr(registry, "_WRITERS", changed)
    yield changed


def test_each_format_alone_asks_for_its_form() -> None:
    usual = {form.value: usual_form_name(form) for form in Format}
    by_name = {form.name: form for form in known_forms([])}

    assert usual == {
        "md": "summary",
        "csv": "summary",
        "json": "summary",
        "xlsx": "ledger",
        "docx": "report",
        "html": "report",
        "ics": "calendar",
        "vtodo": "calendar",
        "eml": "reminder",
        "stratml": "exchange",
        "mspdi": "exchange",
        "decidim": "exchange",
        "iati": "exchange",
    }
    for suffix, name in usual.items():
        assert format_of_form(Words(), by_name[name], Format(suffix)).value == suffix


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-f", "xlsx", "-o", "out.xlsx"], "ledger 26 \n"),
        (["-o", "out.xlsx"], "ledger 26 \n"),
        (["--form", "ledger", "-o", "out.xlsx"], "ledger 26 \n"),
        (["--form", "ledger", "-o", "out"], "ledger 26 \n"),
        (["--form", "circular", "-o", "out.docx"], "circular 26 \n"),
        (["--form", "ledger", "--profile", "publication", "-o", "out.xlsx"], "ledger 26 publication\n"),
    ],
)
@pytest.mark.usefixtures("writers")
def test_form_format_and_ending_choose_together(tmp_path: Path, options: list[str], said: str) -> None:
    path = tmp_path / options[-1]
    done = Home(tmp_path).run("export", "--plan", PLAN, *options[:-1], str(path), "--lang", "en")

    assert (done.code, path.read_text("utf-8")) == (0, said)
    assert (str(path) in done.err, "a remark" in done.err) == (True, True)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--form", "ledgr"], "没有名为“ledgr”的报表"),
        (["--form", "ledger", "-f", "ics"], "ics"),
        (["--form", "ledger", "-o", "out.csv"], "out.csv"),
        (["-f", "xlsx", "-o", "out.docx"], "out.docx"),
        (["-o", "out.doc"], "out.doc"),
        (["-f", "xls"], "xls"),
        (["--form", "report", "--json"], "json"),
        (["--form", "month"], "几个文件"),
        (["--form", "reminder"], "几个文件"),
        (["--form", "summary", "--profile", "publication"], "publication"),
        (["--form", "month", "-o", "out", "--profile", "open"], "open"),
        (["--form", "./none.toml"], "./none.toml"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("writers")
def test_what_does_not_go_together_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = Home(tmp_path).run("export", *options, "--lang", "zh")

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("writers")
def test_a_form_goes_into_a_pipe_byte_for_byte(tmp_path: Path) -> None:
    assert Home(tmp_path).run("export", "-f", "xlsx", "--plan", PLAN).out == "ledger 26 \n"


@pytest.mark.usefixtures("writers")
def test_a_terminal_is_not_shown_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plantui.cli.form_output.is_terminal", lambda: True)
    done = Home(tmp_path).run("export", "-f", "xlsx", "--lang", "zh")

    assert (done.code, done.out) == (2, "")
    assert "终端" in done.err
    assert Home(tmp_path).run("export", "-f", "csv", "--plan", PLAN).out.count("\n") > 26


@pytest.mark.usefixtures("writers")
def test_a_bundle_goes_into_a_new_folder(tmp_path: Path) -> None:
    home, folder = Home(tmp_path), tmp_path / "2024.06"
    done = home.run("export", "--form", "month", "--plan", PLAN, "-o", str(folder), "--lang", "en")

    assert done.code == 0
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        "ledger.xlsx": "ledger 26 \n",
        "report.docx": "report 26 \n",
    }
    assert "wrote 2 files (26 tasks)" in done.err
    again = home.run("export", "--form", "month", "--plan", PLAN, "-o", str(folder))
    assert again.code == 2
    assert home.run("export", "--form", "month", "-o", str(folder), "--force").code == 0


@pytest.mark.usefixtures("writers")
def test_letters_go_into_a_folder_beside_what_lies_there(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "old.txt").touch()
    done = Home(tmp_path).run("export", "--form", "reminder", "-o", str(folder))

    assert done.code == 0
    assert {path.name for path in folder.iterdir()} == {"old.txt", "a.docx", "b.docx"}


@pytest.mark.parametrize(
    ("fails", "code"), [(KeyboardInterrupt, 130), (OSError, 1)], ids=["Ctrl+C", "full disk"]
)
def test_a_bundle_is_written_whole_or_not_at_all(
    tmp_path: Path,
    writers: dict[tuple[FormKind, Format], registry.FormWriter],
    fails: type[BaseException],
    code: int,
) -> None:
    writers[FormKind.REPORT, Format.DOCX] = stub_writer("report.docx", fails=fails)
    home = Home(tmp_path)
    existing = tmp_path / "existing"
    existing.mkdir()
    before = set(tmp_path.iterdir())

    for folder in (tmp_path / "new", existing):
        assert home.run("export", "--form", "month", "-o", str(folder)).code == code
    assert {path for path in tmp_path.iterdir() if path.suffix != ".db"} == before
    assert [*existing.iterdir()] == []


@pytest.mark.usefixtures("writers")
def test_a_file_in_the_place_of_the_folder_is_kept(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    done = Home(tmp_path).run("export", "--form", "month", "-o", str(tmp_path / "out"), "--force")

    assert (done.code, (tmp_path / "out").read_text("utf-8")) == (2, "mine")
    missing = Home(tmp_path).run("export", "--form", "month", "-o", str(tmp_path / "no" / "out"))
    assert missing.code == 2


def test_two_files_of_one_name_get_names_of_their_own(
    tmp_path: Path, writers: dict[tuple[FormKind, Format], registry.FormWriter]
) -> None:
    """Two forms may suggest the same name."""
    text = 'format = 1\nkind = "bundle"\ntitle = "两份"\nfiles = ["report.docx", "circular.docx"]\n'
    own_form(tmp_path, text, "both")
    done = Home(tmp_path).run("export", "--form", "both", "-o", str(tmp_path / "out"), "--lang", "zh")

    assert done.code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "report.docx",
        "report-工作进展情况通报.docx",
    }


def test_nobody_to_write_to_is_said(
    tmp_path: Path, writers: dict[tuple[FormKind, Format], registry.FormWriter]
) -> None:
    writers[FormKind.REMINDER, Format.DOCX] = lambda content: []
    done = Home(tmp_path).run("export", "--form", "reminder", "-o", str(tmp_path / "out"), "--lang", "zh")

    assert done.code == 0
    assert "没有要写的文件" in done.err
    assert not (tmp_path / "out").exists()


def test_a_missing_library_is_named_with_its_remedy(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    writers: dict[tuple[FormKind, Format], registry.FormWriter],
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = Home(tmp_path).run("export", "-f", "xlsx", "-o", str(tmp_path / "out.xlsx"), "--lang", "zh")

    assert done.code == 2
    assert "pip install 'plantui[reports]'" in done.err
    assert not (tmp_path / "out.xlsx").exists()


def test_the_members_of_a_bundle_are_looked_up_and_refused(tmp_path: Path) -> None:
    own_form(tmp_path, 'format = 1\nkind = "bundle"\ntitle = "a"\nfiles = ["nothing.xlsx"]\n', "first")
    own_form(tmp_path, 'format = 1\nkind = "bundle"\ntitle = "a"\nfiles = ["report.xlsx"]\n', "second")
    home = Home(tmp_path)

    for name, told in (("first", "nothing"), ("second", "xlsx")):
        done = home.run("export", "--form", name, "-o", str(tmp_path / "out"))
        assert (done.code, told in done.err) == (2, True)


def test_the_summary_is_the_same_by_form_and_by_format(tmp_path: Path) -> None:
    home = Home(tmp_path)
    by_format, by_form = (home.run("export", *options).out for options in ((), ("--form", "summary")))

    assert sha256(by_format.encode()).digest() == sha256(by_form.encode()).digest()
    assert by_format.startswith("# ")


def test_every_form_of_several_files_is_known() -> None:
    assert {form.name for form in known_forms([]) if has_several_files(form)} == {
        "reminder",
        "slip",
        "month",
        "supervision",
    }
