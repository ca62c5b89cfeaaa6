"""Files of light rules: what they say, what they leave to the general rules, and what is wrong with them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from plantui.model.light import LightCase, judge
from plantui.model.light_rules import DEFAULT_RULES, DayCount
from plantui.model.terms import Language, Light, Status, TaskState
from plantui.planfile.light_rules import read_light_rules
from plantui.store.light_rules import bundled_rules, find_light_rules
from plantui.store.working_days import ChineseWorkingDays
from plantui.words import Words
from plantui.words.light_phrases import light_reason, lights_legend, rules_name

ZH, EN = Words(Language.ZH), Words(Language.EN)


def written(tmp_path: Path, text: str) -> Path:
    """Write a file of rules."""
    path = tmp_path / "light-rules" / "own.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return path


def test_what_a_file_does_not_say_is_as_in_the_general_rules(tmp_path: Path) -> None:
    path = written(tmp_path, 'notice_days = 15\n[lights]\ndue_soon = "blue"\n')
    read = read_light_rules(path)
    assert read.problems == ()
    assert read.rules is not None
    lights = tuple(
        (state, Light.BLUE if state is TaskState.DUE_SOON else light) for state, light in DEFAULT_RULES.lights
    )
    assert read.rules == DEFAULT_RULES._replace(name="own", lights=lights, file=str(path), notice_days=15)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("notise_days = 15", ":2: notise_days: 没有“notise_days”这一项"),
        ("notice_days = -1", ":2: notice_days: “notice_days = -1”不能用"),
        ("notice_days = true", ":2: notice_days: "),
        ('notice_days = "30"', ":2: notice_days: "),
        ("behind_points = 40", "严重滞后的百分点（30）小于滞后的（40）"),
        ("working_days = 1", ":2: working_days: “1”不能用。应为：true | false"),
        ('[lights]\noverdue = "rot"', ":3: lights.overdue: “rot”不能用。应为：red yellow"),
        ('[lights]\noverdo = "red"', ":3: lights.overdo: “overdo”不能用。应为：overdue"),
        ('lights = "red"', ":2: lights: "),
        ("steps = 3", ":2: steps: "),
        ('[[steps]]\ndays = 1\ntitle = "逾期"', ":2: steps[0]"),
        ('[[steps]]\ndays = 1.5\nlight = "red"\ntitle = "逾期"', ":3: steps[0].days: "),
        ('[[steps]]\ndays = 1\nlight = "red"', ":2: steps[0]"),
        ("notice_days = ", ":2"),
    ],
)
def test_a_fault_is_one_sentence_with_file_line_and_key(tmp_path: Path, text: str, place: str) -> None:
    path = written(tmp_path, text)
    read = read_light_rules(path)
    assert read.rules is None
    sentence = ZH.problem(read.problems[0])
    assert sentence.startswith(str(path))
    assert place in sentence


def test_bundled_rules_are_sound_and_the_general_ones_come_first() -> None:
    names = bundled_rules()
    assert names[0] == "default"
    assert len(names) >= 3
    for name in names:
        rules = find_light_rules(name, [])
        assert rules.problem is None
        assert rules.name == name
        assert lights_legend(ZH, rules).startswith(f"预警规则：{rules_name(ZH, rules)}。")


def test_rules_beside_the_plans_are_found_by_name_and_by_path(tmp_path: Path) -> None:
    path = written(tmp_path, 'title = "本市规则"')
    assert find_light_rules("own", [tmp_path]).file == str(path)
    assert rules_name(ZH, find_light_rules(str(path), [])) == f"本市规则（{path}）"


@pytest.mark.parametrize("name", ["nowhere", "/nowhere/rules.toml"])
def test_rules_that_are_not_there_leave_the_general_ones_and_say_so(name: str) -> None:
    rules = find_light_rules(name, [])
    assert rules.lights == DEFAULT_RULES.lights
    assert rules_name(EN, rules).startswith(
        "general rules (the rules chosen cannot be used: There are no light rules"
    )


def test_a_faulty_file_leaves_the_general_rules_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "notice_days = -1")
    rules = find_light_rules("own", [tmp_path])
    assert rules.notice_days == DEFAULT_RULES.notice_days
    assert f"{path}:2: notice_days" in rules_name(ZH, rules)


def test_blue_near_the_limit_and_escalation() -> None:
    """The practice of other places: open tasks have no light until a date comes near, lateness rises by steps."""
    rules = find_light_rules("blue-near-limit", [])
    day = date(2024, 6, 28)
    cases = {date(2024, 12, 31): Light.NONE, date(2024, 7, 20): Light.BLUE, date(2024, 6, 27): Light.YELLOW}
    for due, light in {**cases, date(2024, 5, 29): Light.RED}.items():
        assert judge(LightCase(Status.IN_PROGRESS, due), day, rules).light is light
    assert judge(LightCase(Status.COMPLETED, day), day, rules).light is Light.GREEN
    late = judge(LightCase(Status.IN_PROGRESS, date(2024, 5, 29)), day, rules)
    assert "升级督办" in light_reason(ZH, late)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2024, 9, 27), date(2024, 9, 29), 1),  # Sunday, a make-up day before the National Day
        (date(2024, 9, 30), date(2024, 10, 8), 1),  # seven free days
        (date(2024, 10, 8), date(2024, 9, 30), -1),
        (date(2024, 2, 28), date(2024, 3, 1), 2),  # over a leap day
        (date(2024, 6, 28), date(2024, 6, 28), 0),
    ],
)
def test_working_days_know_make_up_days(first: date, last: date, days: int) -> None:
    assert ChineseWorkingDays().between(first, last) == DayCount(days)


def test_a_year_without_announced_holidays_is_counted_by_weekdays_and_named() -> None:
    """From Monday 4 January 2044 to Monday 11 January there are five weekdays; the light says that it is a guess."""
    count = ChineseWorkingDays().between(date(2044, 1, 4), date(2044, 1, 11))
    assert count == DayCount(5, (2044,))
    rules = find_light_rules("working-days", [])
    found = judge(
        LightCase(Status.IN_PROGRESS, date(2044, 1, 11)), date(2044, 1, 4), rules, ChineseWorkingDays()
    )
    assert found.state is TaskState.DUE_SOON
    assert "2044年节假日尚未公布或无法读取，按周一至周五计" in light_reason(ZH, found)


@pytest.mark.parametrize(
    ("last", "zh", "en"),
    [
        (date(2045, 6, 30), "2044—2045年节假日", "the holidays of 2044–2045 are"),
        (date(2050, 6, 30), "2044—2050年节假日", "the holidays of 2044–2050 are"),
    ],
)
def test_years_without_announced_holidays_are_named_as_a_span(last: date, zh: str, en: str) -> None:
    rules = find_light_rules("working-days", [])
    found = judge(LightCase(Status.IN_PROGRESS, last), date(2044, 1, 4), rules, ChineseWorkingDays())
    assert zh in light_reason(ZH, found)
    assert en in light_reason(EN, found)


@pytest.mark.parametrize("length", range(15))
def test_weekdays_of_years_not_announced_are_those_counted_one_by_one(length: int) -> None:
    first = date(2043, 12, 25)
    for start in (first + timedelta(number) for number in range(7)):
        each = [start + timedelta(day + 1) for day in range(length)]
        weekdays = sum(day.weekday() < 5 for day in each)
        assert ChineseWorkingDays().between(start, start + timedelta(length)).days == weekdays


@pytest.mark.parametrize(
    ("due", "state"), [(date(2024, 7, 12), TaskState.DUE_SOON), (date(2024, 7, 15), TaskState.ON_SCHEDULE)]
)
def test_notice_in_working_days(due: date, state: TaskState) -> None:
    """Ten working days from Friday 28 June 2024 end on Friday 12 July."""
    rules = find_light_rules("working-days", [])
    assert (
        judge(LightCase(Status.IN_PROGRESS, due), date(2024, 6, 28), rules, ChineseWorkingDays()).state
        is state
    )


DOCS = Path(__file__).parents[2] / "docs"
PAGES = ["light-rules.md", "light-rules.zh-CN.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_example_of_the_documentation_is_sound(tmp_path: Path, page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    example = text.partition("```toml\nformat = 1\n")[2].partition("```")[0]
    read = read_light_rules(written(tmp_path, example))
    assert read.problems == ()
    assert read.rules is not None
    assert (len(read.rules.steps), read.rules.in_working_days) == (2, True)


@pytest.mark.parametrize("page", PAGES)
def test_the_documentation_names_every_state_with_its_light(page: str) -> None:
    """Both pages have one table, whose lights are those of the general rules."""
    colours = {"蓝": "blue", "灰": "grey", "无": "none", "红": "red", "黄": "yellow", "绿": "green"}
    found: dict[str, str] = {}
    for line in (DOCS / page).read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            found |= {state: colours.get(cells[2], cells[2]) for state in cells[0].split("`")[1::2]}
    assert found == {state.value: DEFAULT_RULES.light_of(state).value for state in TaskState}
