"""The catalogue is whole: both languages, every key that the source asks for, and none that nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plantui.model.problem import DataError, Problem, UsageError
from plantui.model.terms import Language
from plantui.ui.keys_page import every_command
from plantui.words.catalogue import TOPICS, Words, language_of, topic
from tests.support.paths import PACKAGE
from tests.support.source_texts import (
    KEY,
    actions,
    catalogue,
    facts_of,
    literals,
    literals_and_parts,
    open_patterns,
    patterns,
    sayings,
)

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")

ALLOWED = {
    "model/funding.py": [
        "元",
        "千元",
        "万元",
        "百万元",
        "千万元",
        "亿元",
        "万亿元",
    ],  # as plan files have them
    "cli/columns.py": [",、"],  # between the columns of an option
    "cli/filters.py": ["年"],  # a year may be written with it
    "cli/import_document.py": ["年"],
    "cli/helptext.py": ["，。、；：！？）》」』”’,.;:!?)]}", "（《「『“‘"],  # where lines break
    "cli/lookalikes.py": [
        "\uff0d\u2014\u2013\u2010\u2011\u2012\u2015\u2212\ufe63\u2500",
        "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f",
        *("\uff1d", "\u201c\u201d"),
    ],  # signs that are not those of a command line
    "exchange/mspdi/reading.py": [r"\s*[;；、]\s*"],  # between departments of other programs' fields
    "query/naming.py": ["／"],  # between region and name, from an input method
    "export/wrapping.py": [
        "，。、；：？！％）〕】》〉」』”’…—·,.;:?!%)]}",
        "（〔【《〈「『“‘([{",
    ],  # where lines break
    "model/find_line.py": [
        "((?:19|20|21)\\d\\d)年?",
        "(?:19|20|21)\\d\\d[-年QqHh].+",
        "(\\d{1,6})(?:%|天|d)?",
        ":：",
    ],  # spellings of years, days and signs
    "model/letters.py": ["[\u4e00-\u9fff]"],  # characters that have a pinyin
    "readback/filled/details.py": [
        "(?P<said>.*?)\\s*[(（](?P<details>[^()（）]*)[)）]$",
        "[:：]",
        "[、,，;；]\\s*",
    ],  # how the export puts a value together
    "readback/verify/expected.py": ["(?<=[。；！？])|(?<=[.;!?])\\s+"],  # where sentences end
    "readback/filled/parties.py": ["\\s*([^:：\\n]{1,80}?)\\s*[:：]"],  # a name before a text
    "readback/filled/tasks.py": ["、.．。()（）"],  # marks around a number
    "export/form_facts.py": ["。."],  # ends of sentences
    "export/letter/markup.py": ["[“”‘’…—–·×°±§→①-⑳Ⅰ-ⅿ]"],  # characters of both kinds of fonts
    "export/workbook/looks.py": ["宋体", "黑体"],  # names of fonts
    "export/letter/styles.py": [
        *("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"),
        "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体,SimSun,Noto Serif CJK SC",
        "FangSong_GB2312,仿宋,FangSong,STFangsong,Noto Serif CJK SC",
        "KaiTi_GB2312,楷体,KaiTi,STKaiti,Noto Serif CJK SC",
    ],  # names of fonts
    "model/csv_cell.py": [
        "[\\s\\ufeff\\u200b-\\u200f\\u2060'\\\"]*[=+\\-@＝＋－＠−﹢﹣﹦﹫]|'*[\\t\\n\\r]",  # formulas
        "\\d\\s.,:;/\\\\()+\\-–—%‰°年月日号时点分秒¥￥$€£",  # figures
    ],
    "model/day.py": ["-‐‑‒–—―−./。、年月日号"],  # spellings of a day
    "model/period.py": [
        "、",
        "次月(\\d{1,2})日前?",
        "(?:每月)?(\\d{1,2})(?:日前?)?",
        "(\\d{4})(?:-|年)(\\d{1,2})月?",
    ],  # spellings of a closing day and of a month
    "model/department.py": ["〔", "〕"],  # spellings of a name
    "model/remarks.py": [
        *("正在推进", "正在进行", "正在办理", "正在落实", "推进中", "进行中"),
        *("有序推进", "稳步推进", "持续推进", "扎实推进", "积极推进", "加快推进", "全力推进"),
        *("按计划推进", "按序时推进"),
        "[^0-9;；。!！?？\\n]{0,12}?(?P<value>[0-9][0-9,.]*)\\s*(?P<unit>[%‰℃]|[^\\W\\d_]{1,6})",
        "年月日号时点",
        ".。;；!！",
    ],  # phrases and figures looked for in notes
    "store/arrivals.py": [" \\(\\d+\\)|.*conflict.*|.*冲突.*"],  # names that sync programs give to copies
    "ui/editor/diff.py": ["(?<=[。！？；\\n])|(?<=[.!?;] )"],  # where sentences end
    "ui/editor/figure_input.py": ["[0-9./年月日-]{0,11}"],
    "ui/fullwidth.py": ["、", "。", "\u3000"],  # keys of an input method
    "words/catalogue.py": ["、"],  # between names
    "words/phrases.py": ["）、．。"],  # a printed number needs no blank behind these
}
"""Chinese characters outside the catalogue, and why they are no text for users."""


BEGINNINGS = frozenset({"cli.unknown", "terms.plan."})
"""Literals that only begin a key; the rest is added where they are used."""


def test_every_topic_loads_and_no_file_is_forgotten() -> None:
    files = {path.stem for path in (PACKAGE / "words").glob("*.py")} - {"__init__", "catalogue"}

    assert set(TOPICS) == {name for name in files if not name.endswith("phrases")}
    assert all(topic(name) for name in TOPICS)
    assert len(set(TOPICS)) == len(TOPICS)


@pytest.mark.parametrize("name", TOPICS)
def test_every_entry_has_two_texts_with_the_same_facts(name: str) -> None:
    """A pair cannot be half translated, and no fact is told in one language only."""
    wrong = []
    for key, texts in topic(name).items():
        chinese, english = texts
        if not (chinese.strip() and english.strip()) or set(facts_of(chinese)) != set(facts_of(english)):
            wrong.append((key, texts))

    assert wrong == []


@pytest.mark.parametrize("name", TOPICS)
def test_no_english_text_is_a_bare_id(name: str) -> None:
    """Screens and sentences say words: `third party`, not the id `third_party` of files and options."""
    assert [
        key for key, (_, english) in topic(name).items() if re.fullmatch(r"[a-z]+(_[a-z]+)+", english)
    ] == []


@pytest.mark.parametrize("name", TOPICS)
def test_the_facts_have_names(name: str) -> None:
    """`{}` and `{0}` could not be told apart by a translator, `{a.b}` would look into an object."""
    facts = {fact for texts in topic(name).values() for text in texts for fact in facts_of(text)}

    assert [fact for fact in facts if not fact.isidentifier()] == []


@pytest.mark.parametrize("name", sorted(set(TOPICS) - {"clihelp"}))
def test_english_is_not_chinese(name: str) -> None:
    """An English text may quote a Chinese term, but does not consist of it."""
    entries = topic(name).items()
    wrong = [
        key for key, (_, english) in entries if CHINESE.search(english) and not re.search(r"[a-z]", english)
    ]

    assert wrong == []


def test_every_key_written_in_the_source_exists() -> None:
    known = {*catalogue(), *actions(), *BEGINNINGS}
    wrong = [(one.place, one.text) for one in literals() if KEY.fullmatch(one.text) and one.text not in known]

    assert wrong == []


def test_every_key_put_together_in_the_source_can_exist() -> None:
    wrong = [
        (place, pattern.pattern)
        for place, pattern in patterns()
        if not any(map(pattern.fullmatch, catalogue()))
    ]

    assert patterns()
    assert wrong == []


@pytest.mark.parametrize("command", every_command(), ids=lambda command: command.title_key)
def test_every_command_has_a_name_and_help(command: object) -> None:
    keys = [getattr(command, name) for name in ("title_key", "help_key")]

    assert [key for key in keys if key not in catalogue()] == []


def test_every_message_gets_its_facts() -> None:
    """Without its facts a message would show `{name}` to the user, or fail."""
    known = [one for one in sayings() if one.facts is not None and one.key in catalogue()]
    wrong = [
        (one.place, one.key, sorted(missing))
        for one in known
        if (missing := set(facts_of(catalogue()[one.key][0])) - (one.facts or set()) - _added(one.place))
    ]

    assert len(known) > 100
    assert wrong == []


def _added(place: str) -> set[str]:
    """Facts that the package adds to every refusal on its way out: the document's name."""
    packages = ("documents/formats/", "readback/cells.py", "readback/letters.py", "readback/opening.py")
    return {"name"} if place.startswith(packages) else set()


def test_every_fact_is_told() -> None:
    """A fact that the message leaves out is a mistake in one of the two."""
    wrong = [
        (one.place, one.key, sorted(unused))
        for one in sayings()
        if one.facts
        and one.key in catalogue()
        and (unused := one.facts - set(facts_of(catalogue()[one.key][0])))
    ]

    assert wrong == []


def test_every_finding_in_a_plan_file_has_a_message() -> None:
    findings = {one.key for one in sayings() if one.place.startswith("planfile/")}

    assert findings
    assert findings - catalogue().keys() == set()


def test_no_entry_is_dead() -> None:
    """A key is used where it is written out, or where an f-string gives it from parts that are written somewhere."""
    written = {one.text.lstrip("-") for one in literals()}
    parts = {part for text in written for part in (text, text.replace("-", "_"))}
    used = {*written, *(one.key for one in sayings())}
    used |= {key for command in every_command() for key in (command.title_key, command.help_key)}

    def is_put_together(key: str) -> bool:
        whole = [pattern.fullmatch(key) for _, pattern in patterns()]
        begun = [match for pattern in open_patterns() if (match := pattern.fullmatch(key))]
        found = [*whole, *(match for match in begun if match[1] in BEGINNINGS)]
        return any(
            all(_is_written(part.strip("."), parts) for part in match.groups()) for match in found if match
        )

    dead = [key for key in catalogue() if key not in used and not is_put_together(key)]
    assert dead == []


def _is_written(part: str, parts: set[str]) -> bool:
    """Return whether a piece of a key is written somewhere: as a whole, or dotted piece by piece."""
    return not part or part in parts or all(piece in parts for piece in part.split("."))


ABOUT_WORDING = (
    *("documents/", "store/pinyin/", "model/likeness.py", "query/comparing/"),
    "exchange/ledgers/",
)
"""Places that are about Chinese wording, which is what they work on: import, pinyin, the comparison of plans, lists of
names in ledgers."""


def test_no_text_for_users_outside_the_catalogue() -> None:
    """Chinese characters in other places are signs to work with, each listed above with its reason."""
    wrong = [
        (one.place, one.text)
        for one in literals_and_parts()
        if not one.place.startswith(ABOUT_WORDING)
        and CHINESE.search(one.text)
        and one.text not in ALLOWED.get(one.place.partition(":")[0], ())
    ]

    assert wrong == []


def test_the_exceptions_are_still_needed() -> None:
    there = {(Path(one.place.partition(":")[0]).as_posix(), one.text) for one in literals_and_parts()}

    assert [
        (file, text) for file, texts in ALLOWED.items() for text in texts if (file, text) not in there
    ] == []


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("zh_CN.UTF-8", Language.ZH),
        ("zh-Hans", Language.ZH),
        ("ZH", Language.ZH),
        ("en_GB.UTF-8", Language.EN),
        ("de_DE", Language.EN),
        ("C.UTF-8", Language.EN),
        ("", Language.EN),
    ],
)
def test_language_of_a_locale(locale: str, expected: Language) -> None:
    assert language_of(locale) is expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.ZH, "a.toml:3: tasks[0].title: 不能为空"),
        (Language.EN, "a.toml:3: tasks[0].title: must not be empty"),
    ],
)
def test_a_problem_with_its_place(language: Language, expected: str) -> None:
    problem = Problem("problems.text_empty", "a.toml", 3, "tasks[0].title")

    assert Words(language).problem(problem) == expected


def test_a_problem_without_a_place() -> None:
    problem = Problem("problems.key_missing", facts={"name": "title"})

    assert Words(Language.EN).problem(problem) == "title is missing"


@pytest.mark.parametrize("fact", ["{name}", "{", "}", "[/]", "%s", "\x1b[31m"])
def test_facts_are_text_and_never_a_pattern(fact: str) -> None:
    said = Words(Language.ZH).error(UsageError("problems.plans_folder_missing", folder=fact))

    assert said == f"--plans：没有文件夹 {fact}"


def test_an_error_without_facts() -> None:
    assert Words(Language.ZH).error(DataError("problems.text_empty")) == "不能为空"


def test_an_error_keeps_its_facts_as_text() -> None:
    error = DataError("problems.year_range", value=1, first=Path("a"), last=None)

    assert error.facts == {"value": "1", "first": "a", "last": "None"}


@pytest.mark.parametrize(("language", "expected"), [(Language.ZH, "甲、乙"), (Language.EN, "甲, 乙")])
def test_listing(language: Language, expected: str) -> None:
    assert Words(language).listing(["甲", "乙"]) == expected


@pytest.mark.parametrize("key", ["terms.nothing", "nothing.at_all", "terms"])
def test_a_key_that_is_not_there_is_an_error(key: str) -> None:
    with pytest.raises((KeyError, ModuleNotFoundError)):
        Words()(key)


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("dialogs.stats.title", {"count": 1}, "Statistics (1 task)"),
        ("dialogs.stats.title", {"count": 2}, "Statistics (2 tasks)"),
        ("export.filter.marked", {"count": 0}, "the 0 tasks marked"),
        (
            "documents.remainder.pieces",
            {"place": "line 7", "kind": "head", "count": 1},
            "line 7 on: [head] 1 piece",
        ),
        ("review.unfinished", {"open": 1, "doubtful": 1}, "1 field was not reviewed (1 doubtful)"),
        ("review.unfinished", {"open": 12, "doubtful": 1}, "12 fields were not reviewed (1 doubtful)"),
    ],
)
def test_english_counts_one_and_many(key: str, facts: dict[str, int], said: str) -> None:
    """What is counted stands in the singular for one, in the plural for none and for several."""
    assert Words(Language.EN)(key, **facts) == said


def test_chinese_numbers_are_as_before() -> None:
    """A counted number in Chinese is the number alone."""
    assert Words(Language.ZH)("dialogs.stats.title", count=1) == "统计（1 项任务）"


COUNTED = re.compile(r"\{(count|tasks|days|total|changed)\} (?:[a-z]+ )?(?!others)(?:\w+s\b|\w+\(s\))")


def test_no_english_text_has_a_plural_for_every_number() -> None:
    """A number before a plural noun is written `{count:task}`, so that one of them is no plural."""
    found = [
        f"{name}.{key}: {english}"
        for name in TOPICS
        for key, (_, english) in topic(name).items()
        if COUNTED.search(english)
    ]
    assert found == []


def test_sentences_stand_as_the_language_has_them() -> None:
    """Chinese sentences follow each other without a blank."""
    assert Words(Language.ZH).sentences(["一。", "二。"]) == "一。二。"
    assert Words(Language.EN).sentences(["One.", "Two."]) == "One. Two."


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("export.labelled", {"label": "{text}", "text": "推进{x}中"}),
        ("dialogs.stats.title", {"count": 1}),
        ("export.filter.marked", {"count": 0}),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_filler_says_what_the_message_says(language: Language, key: str, facts: dict[str, str]) -> None:
    words = Words(language)
    assert words.filler(key)(**facts) == words(key, **facts)
