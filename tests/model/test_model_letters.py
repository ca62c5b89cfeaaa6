"""Letters that stand for Chinese text: the pieces of a text that they are, and whether they are enough to look for."""

from __future__ import annotations

import pytest

from plantui.model.letters import heard, may_be_initials, may_be_syllables


@pytest.mark.parametrize(
    ("text", "spelled", "letters", "expected"),
    [
        ("推进清洁取暖", "TuiJinQingJieQuNuan", "qjqn", ["清洁取暖"]),
        ("推进清洁取暖", "TuiJinQingJieQuNuan", "qingjiequ", ["清洁取"]),
        ("推进清洁取暖", "TuiJinQingJieQuNuan", "qingji", ["清洁"]),
        ("推进清洁取暖", "TuiJinQingJieQuNuan", "ingjie", []),
        ("推进清洁取暖", "TuiJinQingJieQuNuan", "qn", ["取暖"]),
        ("PM2.5、水利（水利）", "ShuiLi ShuiLi", "sl", ["水利"]),
        ("水，利", "Shui Li", "sl", []),
        ("西安县", "XiAnXian", "xian", ["西安", "县"]),
        ("水\u9fff利", "Shui Li", "s", []),
        ("", "", "s", []),
    ],
)
def test_heard(text: str, spelled: str, letters: str, expected: list[str]) -> None:
    assert heard(text, spelled, letters) == expected


@pytest.mark.parametrize(
    ("letters", "is_enough"),
    [
        ("s", False),
        ("shui", False),
        ("xian", False),
        ("zhuang", False),
        ("er", False),
        ("liuan", True),
        ("shuil", True),
        ("zmx", True),
    ],
)
def test_one_syllable_is_too_little_for_a_title(letters: str, is_enough: bool) -> None:
    assert may_be_syllables(letters) is is_enough


@pytest.mark.parametrize(("letters", "is_enough"), [("sl", False), ("slj", True)])
def test_two_initials_are_too_little_for_a_title(letters: str, is_enough: bool) -> None:
    assert may_be_initials(letters) is is_enough
