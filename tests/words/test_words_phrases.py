"""Sentences and figures as the user reads them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from plantui.model.event import Choice
from plantui.model.light import LightCase, judge, light_case
from plantui.model.note import NoteContent
from plantui.model.pace import plan_span
from plantui.model.plan import Deadline
from plantui.model.progress import Report, TaskProgress
from plantui.model.requirement import RequirementReport
from plantui.model.requirement_progress import requirement_progress
from plantui.model.terms import Language, Status
from plantui.words import Words
from plantui.words.light_phrases import light_reason
from plantui.words.phrases import choice_made, note_reason, office_moment, percent_text, status_text
from plantui.words.requirement_phrases import standing_text

ZH, EN = Words(Language.ZH), Words(Language.EN)
TODAY = date(2024, 6, 28)


@pytest.mark.parametrize(
    ("progress", "zh", "en"),
    [
        (TaskProgress(), "", ""),
        (TaskProgress(Status.IN_PROGRESS, None, 0, 1, ("甲局",)), "", ""),
        (TaskProgress(Status.IN_PROGRESS, 0, 1, 1, ("甲局",)), "0%", "0%"),
        (TaskProgress(Status.IN_PROGRESS, 40, 1, 1, ("甲局",)), "40%", "40%"),
        (
            TaskProgress(Status.IN_PROGRESS, 48, 3, 4, ("甲局", "乙局", "丙局"), ("丁局",)),
            "48%（3/4家）",
            "48% (3 of 4)",
        ),
    ],
    ids=["no note", "no figure", "a given 0", "one department", "mean"],
)
def test_percent_says_over_how_many_departments(progress: TaskProgress, zh: str, en: str) -> None:
    """No figure stands where none was given."""
    assert (percent_text(ZH, progress), percent_text(EN, progress)) == (zh, en)
    assert status_text(ZH, progress).startswith(("未启动", "推进中"))
    assert status_text(ZH, progress).endswith(zh) and not status_text(ZH, progress).endswith(" ")


@pytest.mark.parametrize(
    ("status", "days", "zh", "en"),
    [
        (
            Status.ONGOING,
            -180,
            "逾期不计：长期坚持，原时限 2023-12-31",
            "not counted as late: standing, was due 2023-12-31",
        ),
        (
            Status.DEFERRED,
            0,
            "不计逾期：暂缓，时限 2024-06-28",
            "not counted as late: deferred, due 2024-06-28",
        ),
        (Status.STOPPED, None, "不计逾期：已中止", "not counted as late: stopped"),
    ],
)
def test_date_of_a_task_that_is_never_late_stays_visible(
    status: Status, days: int | None, zh: str, en: str
) -> None:
    reason = judge(LightCase(status, None if days is None else TODAY + timedelta(days)), TODAY)

    assert (light_reason(ZH, reason), light_reason(EN, reason)) == (zh, en)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (NoteContent(Status.DEFERRED, "缓", reason="市长办公会议定"), "市长办公会议定"),
        (NoteContent(Status.DEFERRED, "缓"), "（未写理由）"),
        (NoteContent(Status.IN_PROGRESS, "开工"), ""),
    ],
)
def test_reason_of_a_note(content: NoteContent, expected: str) -> None:
    """A note from before reasons were asked for is shown as giving none."""
    assert note_reason(ZH, content) == expected


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        (ZH, "closing_day", "截止日 = +5"),
        (EN, "closing_day", "closing day = +5"),
        (ZH, "of_a_later_version", "of_a_later_version = +5"),
    ],
)
def test_an_office_wide_choice_has_the_name_that_the_dialog_gives_it(
    words: Words, name: str, said: str
) -> None:
    """One that this version does not know keeps its own name."""
    assert choice_made(words, Choice(name, "+5")) == said


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (None, "2024-06-03 01:30"),
        (UTC, "2024-06-03 01:30"),
        (timezone(timedelta(hours=8)), "2024-06-03 09:30+08:00"),
        (timezone(-timedelta(hours=3, minutes=30)), "2024-06-02 22:00-03:30"),
    ],
    ids=str,
)
def test_moment_is_that_of_the_offices_clock_and_names_its_zone_where_it_is_another(
    monkeypatch: pytest.MonkeyPatch, zone: tzinfo | None, expected: str
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert office_moment(datetime(2024, 6, 3, 1, 30, tzinfo=UTC), zone) == expected
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("language", "standing", "reason"),
    [
        (
            Language.ZH,
            "已过 180 天，100%（1/2家），乙局未报完成",
            "“2023年年底前”时间已过 100%，进度 100%（1/2家）",
        ),
        (
            Language.EN,
            "180 days late, 100% (1 of 2), not done by 乙局",
            "of “2023年年底前” 100% of the time has passed, 100% (1 of 2) is done",
        ),
    ],
)
def test_a_percent_of_a_requirement_says_how_many_departments_gave_it(
    language: Language, standing: str, reason: str
) -> None:
    """One of two leads has done it: without that word 100% would stand beside a red light."""
    words, day = Words(language), date(2024, 6, 28)
    deadline = Deadline("2023年年底前", date(2023, 12, 31), "完成排查")
    done = Report(Status.IN_PROGRESS, requirements=(RequirementReport(deadline, is_done=True),))
    told = requirement_progress((deadline,), (), {"甲局": done, "乙局": None})
    found = judge(light_case(Status.IN_PROGRESS, None, deadline.due, plan_span(2023, 2025), told), day)

    assert standing_text(words, told[0], day) == standing
    assert light_reason(words, found).endswith(reason)
