"""Letters to departments: their wording in both languages, and the day by which a reply is asked for."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pytest

from plantui.export.report.reminders import reminder_documents
from plantui.export.summary import Summary, summary
from plantui.model.form import Form
from plantui.model.terms import Language
from plantui.query.filter import Filter
from plantui.query.office import OfficeChoices
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from tests.support.form_samples import REMINDER, SLIP, content_of, document_text
from tests.support.paths import DATA

GOLDEN = DATA / "export" / "report"
CLOSING = OfficeChoices((("closing_day", "+5"),))
"""Reports on November are due on 5 December."""
CLOSED = OfficeChoices((("closing_day", "20"),))
"""Reports on November were due on the 20th, before the as-of day."""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", [REMINDER, SLIP], ids=lambda form: form.name)
def test_letters_read_as_agreed(everything: Summary, form: Form, language: Language) -> None:
    golden = GOLDEN / f"{form.name}.{language.value}.txt"

    letters = reminder_documents(content_of(replace(form, reply_days=5), everything, language))
    written = "\n".join(document_text(letter) for _, letter in letters).encode()

    if os.environ.get("PLANTUI_ACCEPT"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


@pytest.mark.parametrize(
    ("form", "days", "office", "chinese", "english"),
    [
        (REMINDER, None, OfficeChoices(), "请尽快补报；", "Please report as soon as you can, or"),
        (REMINDER, None, CLOSED, "请尽快补报；", "Please report as soon as you can, or"),
        (REMINDER, None, CLOSING, "请于2026年12月5日前补报；", "Please report by 5 December 2026, or"),
        (
            REMINDER,
            3,
            CLOSING,
            "请于2026年11月25日前（含当日，自2026年11月22日起3个自然日）补报；",
            "Please report by 25 November 2026 (3 calendar days from 22 November 2026), or",
        ),
        (
            REMINDER,
            1,
            OfficeChoices(),
            "请于2026年11月23日前（含当日，自2026年11月22日起1个自然日）补报；",
            "Please report by 23 November 2026 (1 calendar day from 22 November 2026), or",
        ),
        (
            REMINDER,
            0,
            OfficeChoices(),
            "请于2026年11月22日当日补报；",
            "Please report on 22 November 2026, the day of this letter, or",
        ),
        (
            SLIP,
            None,
            CLOSING,
            "明确完成时间和责任人，并书面反馈。",
            "Please state in writing, for each of them, the cause",
        ),
        (
            SLIP,
            10,
            OfficeChoices(),
            "于2026年12月2日前（含当日，自2026年11月22日起10个自然日）书面反馈。",
            "Please state in writing by 2 December 2026 (10 calendar days from 22 November 2026), for each of them,",
        ),
    ],
)
def test_a_letter_asks_for_a_reply_by_a_day_that_form_or_office_names(
    workspace: Workspace,
    ledger: Ledger,
    form: Form,
    days: int | None,
    office: OfficeChoices,
    chinese: str,
    english: str,
) -> None:
    ruled = workspace.with_reports({}, office)
    made = summary(ruled, ruled.rows(ruled.library.live), Filter(), ledger)

    for language, said in ((Language.ZH, chinese), (Language.EN, english)):
        letters = reminder_documents(content_of(replace(form, reply_days=days), made, language))

        assert letters
        assert [document_text(letter) for _, letter in letters if said not in document_text(letter)] == []


def test_a_reply_at_the_end_of_the_calendar_is_asked_for_by_its_last_day(
    workspace: Workspace, ledger: Ledger
) -> None:
    last = workspace.on_day(date.max)
    made = summary(last, last.rows(last.library.live), Filter(), ledger)

    letters = reminder_documents(content_of(replace(SLIP, reply_days=5), made))

    assert letters
    assert all("9999年12月31日前" in document_text(letter) for _, letter in letters)
