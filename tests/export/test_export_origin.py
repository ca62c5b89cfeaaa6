"""The origin of a form is the same after its text, and the registry names what there is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files, formats_of
from plantui.export.formats import TEXT_FORMATS, Format, export
from plantui.export.origin import Origin, origin_from, origin_of
from plantui.export.progress import Cancelled, unobserved
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages, Profile
from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.query.columns import Column
from plantui.query.comparison import Comparison
from plantui.query.filter import Filter
from plantui.query.order import Order
from plantui.query.selection import RowOrder, TaskSelection
from plantui.words import Words
from tests.support.export_samples import TODAY, make_ledger, make_workspace
from tests.support.form_samples import with_cut

SUMMARY = Form("summary", FormKind.SUMMARY, ("md", "csv", "json"), InLanguages("进展汇总"))
CUT = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def content(tmp_path: Path) -> Iterator[FormContent]:
    """The summary of one plan of the sample, asked for in every way."""
    with make_ledger(tmp_path) as ledger:
        workspace = make_workspace(tmp_path, ledger)
        chosen = Filter(plans=("jinshi",), words="河\x1b")
        made = summary(workspace, workspace.rows(workspace.matching(chosen)), chosen, ledger)
        yield FormContent(
            SUMMARY,
            with_cut(replace(made, columns=(Column.DUE, Column.TASK)), CUT),
            Words(Language.EN),
            Comparison(date(2026, 10, 31), date(2026, 10, 30), workspace),
            Profile("publication", InLanguages("公开"), ("problems",)),
            TaskSelection(chosen, order=RowOrder(Order.WORST_FIRST), by_all_notes=True),
            "working-days",
        )


def test_an_origin_is_the_same_after_its_text(content: FormContent, tmp_path: Path) -> None:
    origin = origin_of(content, Format.CSV)
    plan = (tmp_path / "plans" / "jinshi.toml").read_bytes()

    assert origin_from(origin.text) == origin
    assert origin.text.isprintable()
    assert [(one.plan, one.sha256) for one in origin.plans] == [("jinshi", sha256(plan).hexdigest())]
    assert (origin.form, origin.cut, origin.as_of, origin.rules) == ("summary", CUT, TODAY, "working-days")
    assert (origin.profile, origin.compared_with) == ("publication", date(2026, 10, 31))
    assert origin.columns == (Column.DUE, Column.TASK)
    assert origin.selection == content.selection


def test_what_is_as_usual_is_left_out_of_the_text() -> None:
    plain = Origin("ledger", Format.XLSX, Language.ZH, date(2024, 1, 2), "", TaskSelection())

    assert plain.text == (
        '{"as_of": "2024-01-02", "form": "ledger", "format": "xlsx", "language": "zh", "version": 1}'
    )
    assert origin_from(plain.text) == plain


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2}', '{"version": 1}', '{"version": 1, "form": "a", "format": "doc"}'],
)
def test_a_text_that_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        origin_from(text)


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_a_text_form_is_what_was_exported_before(content: FormContent, form: Format) -> None:
    (file,) = form_files(content, form)
    stream = io.BytesIO()
    file.write(stream, unobserved)

    assert stream.getvalue().decode() == "".join(export(content.summary, form, content.words))
    assert file.name.endswith(f".{form.value}")
    assert (file.remarks() != []) is False


def test_a_text_form_tells_its_progress_and_can_be_ended(content: FormContent) -> None:
    (file,) = form_files(content, Format.CSV)
    told: list[tuple[int, int]] = []
    file.write(io.BytesIO(), lambda done, total: told.append((done, total)))

    rows = len(content.summary)
    assert (told[0], told[-1]) == ((0, rows), (rows, rows))

    def end(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        file.write(io.BytesIO(), end)


def test_a_format_without_a_writer_names_those_that_there_are(content: FormContent) -> None:
    with pytest.raises(UsageError) as refused:
        form_files(content, Format.ICS)

    assert refused.value.facts == {"form": "summary", "format": "ics", "formats": "md, csv, json"}
    assert formats_of(FormKind.SUMMARY) == TEXT_FORMATS
