"""Python constants made from a language's word lists and patterns, so that no start reads TOML.

`lexicon/*.toml` holds word lists (an array, one word a line) and vocabularies (a table, word and meaning a line);
`rules/*.toml` holds patterns, in which `{file.list}` stands for the words of a list. Each becomes a constant named after
its file and key: `bodies.strong` is `BODIES_STRONG`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from plantui.documents.needed import needed_words

Constant = str | tuple[str, ...] | dict[str, str]

_REFERENCE = re.compile(r"\{([a-z]\w*)\.([a-z]\w*)\}")
_LINE = 100


class LexiconError(ValueError):
    """A fault in a data file: the file, the key and what would be right."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a data file with its value."""

    file: str
    key: str
    value: object

    @property
    def name(self) -> str:
        """Return the name of the constant: file and key."""
        stem = self.file.rpartition("/")[2].removesuffix(".toml")
        return f"{stem}_{self.key}".upper()

    def __str__(self) -> str:
        return f"{self.file}: {self.key}"


def digest(files: Mapping[str, str]) -> str:
    """Return the hash of data files, by name and content."""
    return sha256("\0".join(f"{name}\0{files[name]}" for name in sorted(files)).encode()).hexdigest()


def module_text(files: Mapping[str, str]) -> str:
    """Return the module made from data files, whose names are like `lexicon/bodies.toml`.

    Raises LexiconError.
    """
    lines = [
        '"""Words and patterns of this language, made by `make lexicon` from the data files beside it."""',
        "",
        f'SOURCE = "{digest(files)}"',
        "",
    ]
    made = constants(files)
    for name, value in made.items():
        lines += [*_assignment(name, value), ""]
    lines += [
        "NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {",
        *(f"    {name}: {needed_words(value)!r}," for name, value in made.items() if isinstance(value, str)),
        "}",
    ]
    return "\n".join(lines) + "\n"


def examples_text(files: Mapping[str, str]) -> str:
    """Return the module made from files of examples: by the rule's id texts with what is read of them.

    Raises LexiconError.
    """
    examples: dict[str, dict[str, str]] = {}
    for file in sorted(files):
        for rule, texts in _parsed(file, files[file]).items():
            entry = Entry(file, rule, texts)
            if not isinstance(texts, dict) or not texts:
                raise LexiconError(
                    f'{entry}: {texts!r} are no examples; right is "text" = "what is read of it"'
                )
            examples[rule] = {text: _text(entry, read) for text, read in texts.items()}
    lines = [
        '"""Examples of the rules of this language, made by `make lexicon` from the data files beside it."""',
        "",
        f'SOURCE = "{digest(files)}"',
        "",
        "EXAMPLES: dict[str, dict[str, str]] = {",
    ]
    for rule, read in examples.items():
        lines += [
            f"    {rule!r}: {{",
            *(f"        {text!r}: {said!r}," for text, said in read.items()),
            "    },",
        ]
    return "\n".join([*lines, "}", ""])


def constants(files: Mapping[str, str]) -> dict[str, Constant]:
    """Return the constants of data files in the order of the files. Raises LexiconError."""
    entries: dict[str, Entry] = {}
    for file in sorted(files):
        for key, value in _parsed(file, files[file]).items():
            entry = Entry(file, key, value)
            if entry.name in entries:
                raise LexiconError(
                    f"{file}: {key} stands in {entries[entry.name].file} too; names differ between files"
                )
            entries[entry.name] = entry
    return {name: _constant(entry, entries) for name, entry in entries.items()}


def _parsed(file: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}") from error


def _constant(entry: Entry, entries: Mapping[str, Entry]) -> Constant:
    value = entry.value
    if isinstance(value, list):
        words = tuple(_word(entry, word) for word in value)
        if twice := sorted({word for word in words if words.count(word) > 1}):
            raise LexiconError(f"{entry}: {', '.join(twice)} stands there twice; one entry is enough")
        return words
    if isinstance(value, dict):
        return {word: _text(entry, meaning) for word, meaning in value.items()}
    return _checked(entry, _filled(entry, entries, ()))


def _word(entry: Entry, word: object) -> str:
    """Return the word as a pattern: `{ word = "认证", not_before = "企业|机构" }` is 认证 unless one of these follows."""
    if isinstance(word, str):
        return word
    if not isinstance(word, dict) or not {"word"} <= word.keys() <= {"word", "not_before", "not_after"}:
        raise LexiconError(
            f'{entry}: {word!r} is no entry; right is "word" or {{ word = "…", not_before = "…" }}'
        )
    before = f"(?<!{word['not_after']})" if "not_after" in word else ""
    behind = f"(?!{word['not_before']})" if "not_before" in word else ""
    return f"{before}{word['word']}{behind}"


def _text(entry: Entry, value: object) -> str:
    if not isinstance(value, str):
        raise LexiconError(f'{entry}: {value!r} is no text; right is {entry.key} = "…"')
    return value


def _filled(entry: Entry, entries: Mapping[str, Entry], within: tuple[str, ...]) -> str:
    """Return the pattern with the words of each list, or the pattern, that it names."""

    def words(match: re.Match[str]) -> str:
        named = entries.get(f"{match[1]}_{match[2]}".upper())
        if named is None or named.name in within:
            raise LexiconError(f"{entry}: {match.group()} is no list and no pattern of these files")
        if isinstance(named.value, str):
            return _filled(named, entries, (*within, entry.name))
        found = _constant(named, entries)
        return "|".join(found)

    return _REFERENCE.sub(words, _text(entry, entry.value))


def _checked(entry: Entry, pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise LexiconError(f"{entry}: no pattern: {error}") from error
    return pattern


def _assignment(name: str, value: Constant) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name} = {value!r}"
    elif isinstance(value, tuple):
        yield from (f"{name} = (", *_wrapped(f"{word!r}," for word in value), ")")
    else:
        yield f"{name} = {{"
        yield from _wrapped(f"{word!r}: {meaning!r}," for word, meaning in value.items())
        yield "}"


def _wrapped(entries: Iterable[str]) -> Iterator[str]:
    line = ""
    for entry in entries:
        if line and len(line) + len(entry) >= _LINE:
            yield f"    {line}"
            line = ""
        line = f"{line} {entry}" if line else entry
    if line:
        yield f"    {line}"
