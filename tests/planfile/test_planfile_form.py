"""Definitions of forms: what they say, and what is wrong with them, with line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.export.form_names import form_named, form_names, form_to_offer, known_forms, meant_for
from plantui.export.form_reference import page
from plantui.model.form import FormKind, InLanguages, Profile
from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.planfile.form import read_form
from plantui.words import Words
from tests.support.paths import DOCS

ZH = Words(Language.ZH)
LETTER = 'format = 1\nkind = "reminder"\ntitle = "催办"\nformats = ["docx"]\n'
HEAD = 'format = 1\nkind = "ledger"\ntitle = "台账"\nformats = ["xlsx"]\n'
"""Four lines of a definition without a mistake."""
BUNDLE = 'format = 1\nkind = "bundle"\ntitle = "月报"\n'


def written(tmp_path: Path, text: str, name: str = "own") -> Path:
    """Write a definition."""
    path = tmp_path / "forms" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_definition_says_all_of_a_form(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "paper.docx").touch()
    text = (
        'format = 1\nkind = "report"\ntitle = "通报"\ntitle_en = "Circular"\nformats = ["docx", "html", "docx"]\n'
        'columns = ["task", "due"]\nparts = ["lagging", "overall"]\ndownward = true\n'
        'addressee = "各单位"\nsender = "某办"\nsender_en = "Office"\ntemplate = "paper.docx"\n'
        '[headings]\ndue = "时间"\n[headings_en]\ndue = "by"\ntask = "what"\n'
        '[[profiles]]\nname = "open"\ntitle = "公开版"\ndrop = ["due", "lagging"]\n'
    )
    path = written(tmp_path, text)
    read = read_form(path, form_names())

    assert read.problems == ()
    form = read.form
    assert form is not None
    assert (form.name, form.kind, form.formats) == ("own", FormKind.REPORT, ("docx", "html"))
    assert form.title == InLanguages("通报", "Circular")
    assert (form.columns, form.parts, form.is_downward) == (("task", "due"), ("lagging", "overall"), True)
    assert dict(form.headings) == {"due": InLanguages("时间", "by"), "task": InLanguages("what", "what")}
    assert (form.addressee, form.sender) == (InLanguages("各单位"), InLanguages("某办", "Office"))
    assert form.template == str(tmp_path / "forms" / "paper.docx")
    assert form.profiles == (Profile("open", InLanguages("公开版"), ("due", "lagging")),)
    assert form.profile("open") is form.profiles[0]
    assert form.file == str(path)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('format = 1\nkind = "ledgr"\ntitle = "a"\nformats = ["xlsx"]', ":2: kind: "),
        ('format = 1\nkind = "ledger"\nformats = ["xlsx"]', ": title: "),
        ('format = 1\nkind = "ledger"\ntitle = ""\nformats = ["xlsx"]', ":3: title: "),
        ('format = 1\nkind = "ledger"\ntitle = "a"', ": formats: "),
        ('format = 1\nkind = "ledger"\ntitle = "a"\nformats = []', ":4: formats: "),
        ('format = 1\nkind = "ledger"\ntitle = "a"\nformats = ["xls"]', ':4: formats[0]: "xls"'),
        ('format = 9\nkind = "ledger"\ntitle = "a"', ":1: format: "),
        (HEAD + 'colums = ["task"]', ":5: colums: "),
        (HEAD + 'columns = "task"', ":5: columns: "),
        (HEAD + 'columns = ["task", "deu"]', ":5: columns[1]: "),
        (HEAD + 'parts = ["overal"]', ":5: parts[0]: "),
        (HEAD + "downward = 1", ":5: downward: "),
        (HEAD + '[headings]\nduu = "x"', ":6: headings.duu: "),
        (HEAD + "[headings]\ndue = 3", ":6: headings.due: "),
        (HEAD + 'template = "none.docx"', ":5: template: "),
        (HEAD + "reply_days = 5", ":5: reply_days: "),
        (LETTER + "reply_days = -1", ":5: reply_days: 应为 0 到 366 的整数（自然日），写的是 -1"),
        (LETTER + "reply_days = 367", ":5: reply_days: 应为 0 到 366"),
        (LETTER + "reply_days = 2.5", ":5: reply_days: "),
        (LETTER + 'reply_days = "5"', ":5: reply_days: "),
        (LETTER + "reply_days = true", ":5: reply_days: "),
        (HEAD + 'files = ["ledger.xlsx"]', ":5: files: "),
        (HEAD + 'first_for = ["unreported", "cleark"]', ":5: first_for[1]: "),
        (HEAD + '[[profiles]]\nname = "p"\ntitle = "公开"', ":5: profiles[0].drop: "),
        (HEAD + '[[profiles]]\nname = "p"\ntitle = "公开"\ndrop = ["problem"]', ":8: profiles[0].drop[0]: "),
        (
            HEAD
            + '[[profiles]]\nname = "p"\ntitle = "a"\ndrop = []\n[[profiles]]\nname = "p"\ntitle = "b"\ndrop = []',
            ":10: profiles[1].name: ",
        ),
        (BUNDLE, ": files: "),
        (BUNDLE + 'files = ["ledger"]', ":4: files[0]: "),
        (BUNDLE + 'files = ["ledger.doc"]', ":4: files[0]: "),
        (BUNDLE + 'files = [".xlsx"]', ":4: files[0]: "),
        ("format = ", ":1"),
    ],
)
def test_a_mistake_names_line_and_key(tmp_path: Path, text: str, place: str) -> None:
    read = read_form(written(tmp_path, text), form_names())

    assert read.form is None
    assert any(place in ZH.problem(problem) for problem in read.problems), [*map(ZH.problem, read.problems)]


@pytest.mark.parametrize(("line", "days"), [("", None), ("reply_days = 0", 0), ("reply_days = 5", 5)])
def test_the_days_for_a_reply_are_none_unless_written(tmp_path: Path, line: str, days: int | None) -> None:
    read = read_form(written(tmp_path, LETTER + line), form_names())

    assert read.form is not None
    assert read.form.reply_days == days


@pytest.mark.parametrize(
    ("text", "near"),
    [
        (HEAD + 'columns = ["problms"]', "problems"),
        (HEAD + 'parts = ["departmets"]', "departments"),
        (HEAD.replace('"xlsx"', '"docxx"'), "docx"),
        (HEAD.replace("title =", "titel ="), "title"),
    ],
)
def test_a_misspelt_name_gets_the_right_one(tmp_path: Path, text: str, near: str) -> None:
    problem = read_form(written(tmp_path, text), form_names()).problems[0]

    assert problem.facts["nearest"] == near


def test_an_own_form_stands_before_the_bundled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the settings folder, then beside the plans, then bundled; a path is that file."""
    settings, plans = tmp_path / "settings", tmp_path / "plans"
    for folder, title in ((settings, "设置"), (plans, "计划")):
        folder.mkdir()
        written(folder, HEAD.replace("台账", title), "ledger")
    written(plans, HEAD.replace("台账", "本地"), "local")
    monkeypatch.setenv("PLANTUI_CONFIG", str(settings / "config.toml"))
    titles = {form.name: form.title.zh for form in known_forms([plans])}

    assert (titles["ledger"], titles["local"], titles["report"]) == ("设置", "本地", "工作进展情况汇报")
    path = str(plans / "forms" / "ledger.toml")
    named = form_named(ZH, path, [plans])
    assert (named.title.zh, named.name) == ("计划", path)
    with pytest.raises(UsageError) as unknown:
        form_named(ZH, "nothing", [plans])
    assert "local" in unknown.value.facts["forms"]
    written(settings, HEAD.replace("ledger", "ledgr"), "ledger")
    with pytest.raises(UsageError) as faulty:
        form_named(ZH, "ledger", [plans])
    assert ":2: kind: " in faulty.value.facts["fault"]


@pytest.mark.parametrize(
    ("member", "said"),
    [("ledgr.xlsx", "ledgr"), ("month.xlsx", "month"), ("bundle.docx", "bundle"), ("calendar.docx", "ics")],
)
def test_a_bundle_of_what_is_no_single_form_names_line_and_key(
    tmp_path: Path, member: str, said: str
) -> None:
    """A form that is not there, a bundle, also itself, and a format that the form has not."""
    path = written(tmp_path, BUNDLE + f'files = ["summary.md",\n "{member}"]', "bundle")
    (listed,) = (form for form in known_forms([tmp_path]) if form.name == "bundle")
    with pytest.raises(UsageError) as named:
        form_named(ZH, str(path), [tmp_path])

    assert listed.problem is not None
    assert ":5: files[1]: " in ZH.problem(listed.problem)
    assert said in ZH.problem(listed.problem)
    assert named.value.facts["fault"] == ZH.problem(listed.problem)


def test_an_own_form_in_the_place_of_a_member_takes_the_bundle_along(tmp_path: Path) -> None:
    """The bundled month asks for ledger.xlsx."""
    written(tmp_path, HEAD.replace("xlsx", "html"), "ledger")
    problems = {form.name: form.problem for form in known_forms([tmp_path])}

    assert problems["month"] is not None
    assert "month.toml" in ZH.problem(problems["month"])
    assert problems["report"] is None


def test_what_is_meant_for_a_desk_is_offered_first_the_offices_own_before_all(tmp_path: Path) -> None:
    bundled = known_forms([])

    assert form_to_offer(bundled, []) == "ledger"
    assert form_to_offer(bundled, ["department"]) == "month"
    assert form_to_offer(bundled, ["supervision", "department"]) == "supervision"
    assert [form.name for form in meant_for(bundled, "unreported")] == ["reminder"]
    written(tmp_path, HEAD + 'first_for = ["department", "unreported"]', "zz")
    own = known_forms([tmp_path])
    assert form_to_offer(own, ["department"]) == "zz"
    assert [form.name for form in meant_for(own, "unreported")] == ["zz", "reminder"]


def test_without_the_libraries_the_summary_is_offered_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plantui.export.form_libraries.find_spec", lambda name: None)

    assert form_to_offer(known_forms([]), ["department"]) == "summary"


@pytest.mark.parametrize("name", ["", "\0", "./", "/", "a/b", "\udcff", "nothing.toml"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        form_named(ZH, name, [])


def test_the_bundled_forms_have_no_mistakes_and_name_each_other() -> None:
    forms = {form.name: form for form in known_forms([])}

    assert [form.problem for form in forms.values()] == [None] * len(forms)
    for bundle in forms.values():
        for member in bundle.members:
            name, _, suffix = member.rpartition(".")
            assert suffix in forms[name].formats
        assert bundle.title.en


@pytest.mark.parametrize("name", ["forms.md", "forms.zh-CN.md"])
def test_the_page_is_made_from_the_program_and_its_example_is_sound(name: str, tmp_path: Path) -> None:
    text = (DOCS / name).read_text("utf-8")
    example = text.split("```toml\n")[1].split("```")[0]

    assert text == page(text, {language.value: Words(language) for language in Language})
    assert text.count("made by") == 3
    assert read_form(written(tmp_path, example), form_names()).problems == ()
