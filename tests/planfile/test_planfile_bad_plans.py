"""A slip in a sound plan file is one problem, on its line and with its key."""

from __future__ import annotations

import pytest

from plantui.model.problem import Severity
from tests.support.plan_samples import SOUND, found, read

KEYS = [
    ('title = "示范计划"\n', "", "key_missing", 2, "plan.title"),
    ("format = 1\n", "", "key_missing", 1, "format"),
    ("short_title =", "short_titel =", "key_misspelt", 5, "plan.short_titel"),
    ("phrase =", "Phrase =", "key_misspelt", 40, "tasks[0].deadlines[0].Phrase"),
    ("lead =", "laed =", "key_misspelt", 38, "tasks[0].departments.laed"),
    ('op = "<="', "xyz = 1", "key_unknown", 50, "tasks[1].indicators[0].xyz"),
    ("[[goals]]", "[extra]\n[[goals]]", "key_unknown", 13, "extra"),
]

TYPES = [
    ("format = 1", "format = 2", "format_newer", 1, "format"),
    ("format = 1", "format = 0", "format_unknown", 1, "format"),
    ("format = 1", "format = '1'", "expected_integer", 1, "format"),
    ('title = "任务二"', "title = 2", "expected_text", 47, "tasks[1].title"),
    ('title = "任务二"', 'title = " "', "text_empty", 47, "tasks[1].title"),
    ('"市财政局", "', '\n1, "', "expected_text", 39, "tasks[0].departments.lead[0]"),
    ('"市财政局", "', '"", "', "text_empty", 38, "tasks[0].departments.lead[0]"),
    ('["市政府"]', '"市政府"', "expected_texts", 11, "plan.responsible"),
    ("value = 40", 'value = "40"', "expected_number", 51, "tasks[1].indicators[0].value"),
    ("value = 40", "value = nan", "expected_number", 51, "tasks[1].indicators[0].value"),
    ("value = 1.5", "value = true", "expected_number", 16, "goals[0].value"),
    ("= 2023", "= '2023'", "expected_year", 8, "plan.start_year"),
    ("= 2023", "= 23", "year_range", 8, "plan.start_year"),
    ('"in_force"', '"in force"', "choice_misspelt", 10, "plan.status"),
    ('"<="', '"≤"', "choice_wrong", 50, "tasks[1].indicators[0].op"),
    ('"<="', "[]", "choice_wrong", 50, "tasks[1].indicators[0].op"),
    ("[[tasks.deadlines]]", "[tasks.deadlines]", "expected_tables", 39, "tasks[0].deadlines"),
    ("[tasks.departments]\nlead = ", "departments = ", "expected_table", 37, "tasks[0].departments"),
    ('"2025-10"', '"2025-13"', "expected_date", 7, "plan.issued"),
]

DATES = [
    ("2025-02-30", "date_impossible"),
    ("2025-9-30", "date_impossible"),
    ("2025/09/30", "date_impossible"),
    ("'2025-12-31'", "date_quoted"),
    ("'2025年底'", "expected_date"),
    ("20251231", "expected_date"),
    ("2025-12-31T10:00:00", "date_with_time"),
    ("0205-12-31", "year_range"),
]

RELATIONS = [
    ("= 2023", "= 2026", "years_reversed", 9, "plan.end_year"),
    ('id = "demo"', 'id = "other"', "id_not_file", 3, "plan.id"),
    ('id = "2"', 'id = "1"', "task_duplicate", 44, "tasks[1].id"),
    ('section = "1.1"', 'section = "3"', "section_unknown", 45, "tasks[1].section"),
    ('parent = "1"', 'parent = "9"', "parent_unknown", 26, "sections[1].parent"),
    ('parent = "1"', 'parent = "1.1"', "parent_cycle", 26, "sections[1].parent"),
]

SYNTAX = [
    ('title = "任务二"', 'title = "任务二', "not_closed_on_line", 47, "tasks[1].title"),
    ('title = "任务二"', "title = '任务二\"", "not_closed_on_line", 47, "tasks[1].title"),
    ('title = "任务一"', "title = '任务一\"", "not_closed_on_line", 32, "tasks[0].title"),
    ('short_title = "示范"', "short_title = '''示范", "closed_too_late", 5, "plan.short_title"),
    ('short_title = "示范"', 'short_title = """示范', "never_closed", 5, "plan.short_title"),
    ('responsible = ["市政府"]', 'responsible = ["市政府"', "never_closed", 11, "plan.responsible"),
    ('responsible = ["市政府"]', 'responsible = [\n"市政府",', "never_closed", 11, "plan.responsible"),
    ('"市财政局", "市', '"市财政局"\n"市', "toml_broken_at", 39, "tasks[0].departments.lead[1]"),
    ('"任务二"', '"任务二"\ndepartments = { lead = ["甲"]', "never_closed", 48, "tasks[1].departments"),
    ('title = "任务二"', 'title "任务二"', "toml_broken_at", 47, "tasks[1].title"),
    ('title = "任务二"', 'number = "3"', "toml_broken_at", 47, "tasks[1].number"),
    ('title = "任务二"', "title =", "toml_broken_at", 47, "tasks[1].title"),
    ("[[goals]]", "[[goals]", "toml_broken_at", 13, "goals[0]"),
    ("text = '''", 'text = """', "never_closed", 33, "tasks[0].text"),
    ("[[goals]]", "[goals", "toml_broken_at", 13, "goals"),
]


@pytest.mark.parametrize(("old", "new", "message", "line", "key"), KEYS + TYPES + RELATIONS + SYNTAX)
def test_one_problem(old: str, new: str, message: str, line: int, key: str) -> None:
    """The slip is found alone, and the file holds no plan."""
    assert old in SOUND
    result = read(SOUND.replace(old, new, 1))

    assert [(message, line, key)] == found(result.problems)
    assert result.plan is None
    assert result.problems[0].severity is Severity.ERROR


@pytest.mark.parametrize(("written", "message"), DATES)
def test_dates(written: str, message: str) -> None:
    """What stands for a date but is none; a day that does not exist is no broken TOML to the reader."""
    text = SOUND.replace("due = 2025-12-31", f"due = {written}  # 注", 1)

    assert [(message, 41, "tasks[0].deadlines[0].due")] == found(read(text).problems)


def test_dates_in_inline_tables() -> None:
    """The sound dates on the line of a wrong one stay dates."""
    rows = '[{phrase = "a", due = 2025-01-31}, {phrase = "b", due = 2025-02-31}]'
    text = SOUND.replace('title = "任务二"', f'title = "任务二"\ndeadlines = {rows}')

    assert found(read(text).problems) == [("date_impossible", 48, "tasks[1].deadlines[1].due")]


def test_section_twice() -> None:
    """The second of two sections with one id is in the wrong, and what names the lost id with it."""
    text = SOUND.replace('id = "1.1"', 'id = "1"').replace('parent = "1"\n', "")

    assert found(read(text).problems) == [
        ("section_duplicate", 23, "sections[1].id"),
        ("section_unknown", 44, "tasks[1].section"),
    ]
