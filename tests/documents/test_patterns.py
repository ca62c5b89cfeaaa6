"""Expressions whose compiled form is kept: they find what `re` finds, whatever was kept."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import sys

import pytest

from plantui.documents import patterns

EXPRESSIONS = (
    (r"(?P<y>20\d\d)年(?P<m>[1-9])?", 0, "到2025年6月"),
    (r"^第[一二三四五六七八九十百]{1,4}章", re.MULTILINE, "前言\n第十一章 总则"),
    (r"lead\s+(agency|department)\b", re.IGNORECASE, "The Lead  Department is"),
    (r"(?<=[\u4e00-\u9fff])([,;:])|([,;:])(?=[\u4e00-\u9fff])", 0, "一,二 a;三"),
)
KEEP = """
import json, sys
from plantui.documents import patterns
patterns.use(sys.stdin.buffer.read())
import re
real = re._parser.parse
def refuse(*_): raise AssertionError("parsed again")
re._parser.parse = refuse
found = patterns.compiled(sys.argv[1]).search(sys.argv[2])
print(json.dumps([found.span(), found.groupdict(), patterns.kept() is None]))
"""


@pytest.mark.parametrize(("expression", "flags", "text"), EXPRESSIONS)
def test_an_expression_finds_what_re_finds(expression: str, flags: int, text: str) -> None:
    ours = [
        (m.span(), m.groups(), m.groupdict()) for m in patterns.compiled(expression, flags).finditer(text)
    ]
    theirs = [(m.span(), m.groups(), m.groupdict()) for m in re.compile(expression, flags).finditer(text)]

    assert ours == theirs
    assert ours
    assert patterns.compiled(expression, flags) is patterns.compiled(expression, flags)


def test_a_wrong_expression_is_refused_as_re_does() -> None:
    with pytest.raises(re.error):
        patterns.compiled("(unclosed")


def test_the_next_run_parses_nothing_again() -> None:
    """What one process kept is enough for another, which has nothing to add."""
    expression = r"(?P<year>20\d\d)年底前"
    patterns.compiled(expression)
    patterns.compiled(r"an expression that only this test has \d{3}")
    content = patterns.kept()
    assert content is not None

    command = [sys.executable, "-c", KEEP, expression, "力争2026年底前完成"]
    done = subprocess.run(command, input=content, capture_output=True, check=False)

    assert json.loads(done.stdout) == [[2, 9], {"year": "2026"}, True], done.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01 not marshal",
        marshal.dumps([1, 2]),
        marshal.dumps({"version": "another Python", "expressions": {("x", 0): (0, [99], 0, {}, (None,))}}),
    ],
)
def test_unreadable_content_changes_nothing(content: bytes) -> None:
    patterns.use(content)

    assert patterns.compiled("x").pattern == "x"
    assert patterns.compiled("x").search("axe")


def test_a_kept_form_that_does_not_fit_is_compiled_anew() -> None:
    """Its builder checks the code, so a damaged file cannot be run."""
    broken: dict[tuple[str, int], object] = {("y{2} damaged", 0): (0, [7, 7, 7], 0, {}, (None,))}
    patterns.use(marshal.dumps({"version": patterns.VERSION, "expressions": broken}))

    assert patterns.compiled("y{2} damaged").search("yy damaged")
