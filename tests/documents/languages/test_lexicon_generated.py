"""The words and patterns of the import are data; the modules made of them are those of the data files as they are."""

from __future__ import annotations

import os
import re
from pathlib import Path
from shutil import copytree

import pytest

from plantui.documents.languages.generating import Constant, LexiconError, constants, digest, module_text
from plantui.documents.languages.making import (
    DATA_FOLDERS,
    GENERATED,
    HOME,
    LANGUAGES,
    data_files,
    remake_in_checkout,
    stale,
)
from tests.support.paths import PACKAGE

WORDS = {
    "lexicon/bodies.toml": 'strict = [\n    "局",\n    { word = "认证", not_before = "企业|机构" },\n]\n[days]\n"元旦" = "1-1"\n',
    "rules/names.toml": "whole = '^.+(?:{bodies.strict})$'\nagain = '{names.whole}|x{1,3}'\n",
}


def test_the_modules_are_made_of_the_data_files_as_they_are() -> None:
    """A stale module fails here, also one that a merge put together of two; `make lexicon` makes it again."""
    assert [*stale()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_data_file_is_empty_and_each_entry_stands_on_its_own_line(language: str) -> None:
    found = data_files(HOME / language)
    crowded = [
        f"{name}: {line}"
        for name, text in found.items()
        for line in text.splitlines()
        if re.match(r'\s+"[^"]*",\s*\S', line)
    ]

    assert len(found) > 10
    assert all(constants({name: text}) for name, text in found.items() if name.startswith("lexicon/"))
    assert crowded == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BODIES_STRICT", ("局", "认证(?!企业|机构)")),
        ("BODIES_DAYS", {"元旦": "1-1"}),
        ("NAMES_WHOLE", "^.+(?:局|认证(?!企业|机构))$"),
        ("NAMES_AGAIN", "^.+(?:局|认证(?!企业|机构))$|x{1,3}"),
    ],
)
def test_a_data_file_becomes_constants(name: str, expected: Constant) -> None:
    made: dict[str, Constant] = {}
    exec(module_text(WORDS), made)

    assert constants(WORDS)[name] == expected
    assert made[name] == expected
    assert made["SOURCE"] == digest(WORDS)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("lexicon/bodies.toml", 'strict = ["局", "委", "局"]', "bodies.toml: strict: 局 stands there twice"),
        ("lexicon/bodies.toml", "strict = [局]", "bodies.toml: Invalid value (at line 1"),
        ("lexicon/bodies.toml", "strict = [3]", "bodies.toml: strict: 3 is no entry; right is"),
        ("lexicon/bodies.toml", 'strict = [{ word = "局", before = "长" }]', "is no entry; right is"),
        ("lexicon/bodies.toml", "strict = 3", 'strict: 3 is no text; right is strict = "…"'),
        (
            "rules/names.toml",
            "whole = '{bodies.strickt}$'",
            "whole: {bodies.strickt} is no list and no pattern",
        ),
        ("rules/names.toml", "whole = '{names.whole}$'", "whole: {names.whole} is no list and no pattern"),
        ("rules/names.toml", "whole = '(局'", "names.toml: whole: no pattern: missing )"),
        ("rules/bodies.toml", "strict = '局'", "strict stands in lexicon/bodies.toml too"),
    ],
)
def test_a_fault_is_named_with_its_file_and_key(file: str, text: str, said: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(said)):
        module_text({**WORDS, file: text})


def test_a_checkout_makes_a_module_again_when_a_word_was_added(tmp_path: Path) -> None:
    home = copytree(HOME, tmp_path / "languages")
    bodies = home / "zh" / "lexicon" / "bodies.toml"
    text = bodies.read_text("utf-8")

    assert remake_in_checkout(home) == []
    bodies.write_text(text.replace("strict = [\n", 'strict = [\n    "推进专班",\n'), "utf-8")
    later = (home / "zh" / GENERATED).stat().st_mtime_ns + 1_000_000
    os.utime(bodies, ns=(later, later))
    assert remake_in_checkout(home) == [home / "zh" / GENERATED]
    assert "'推进专班'" in (home / "zh" / GENERATED).read_text("utf-8")
    assert not stale(home)


def test_a_module_merged_of_two_is_stale(tmp_path: Path) -> None:
    """The hash of the data files is in a line of its own, which a merge may take from one side and the words from another."""
    home = copytree(HOME, tmp_path / "languages")
    module = home / "en" / GENERATED
    text = module.read_text("utf-8")
    module.write_text(text.replace("'Departments?', ", "", 1), "utf-8")

    assert [*stale(home)] == [module]


def test_a_fault_leaves_the_modules_as_they_are(tmp_path: Path) -> None:
    home = copytree(HOME, tmp_path / "languages")
    (home / "zh" / "lexicon" / "bodies.toml").write_text("strict = [", "utf-8")
    before = (home / "zh" / GENERATED).read_bytes()
    os.utime(home / "zh" / GENERATED, ns=(0, 0))

    with pytest.raises(LexiconError, match=r"lexicon/bodies\.toml"):
        remake_in_checkout(home)
    assert (home / "zh" / GENERATED).read_bytes() == before


def test_a_package_without_data_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / GENERATED).write_text("", "utf-8")

    assert remake_in_checkout(tmp_path) == []


SOURCES = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name not in DATA_FOLDERS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_the_rules_use_is_in_the_data_files(language: str) -> None:
    """Patterns are looked up by name when they are first asked for: a wrong name would fail only then."""
    names = constants(data_files(HOME / language))
    used = {
        name
        for text in SOURCES.values()
        for name in re.findall(rf"\b(?:{language.upper()}|patterns)\.([A-Z_0-9]+)", text)
    }

    assert used
    assert [name for name in used if not isinstance(names.get(name), str)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_and_no_pattern_is_left_over(language: str) -> None:
    """Each is used by a rule, or named by a pattern."""
    files = data_files(HOME / language)
    named = {
        f"{file}_{key}".upper()
        for text in files.values()
        for file, key in re.findall(r"\{([a-z]\w*)\.([a-z]\w*)\}", text)
    }
    asked = rf"\b(?:{language}|{language.upper()}|patterns)\.([A-Z_0-9]+)"
    used = {name for text in SOURCES.values() for name in re.findall(asked, text)}

    assert {*constants(files)} - named - used == set()
