"""Reads a file of light rules: which state has which colour, from when on, in calendar or working days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantui.model.light_rules import DEFAULT_RULES, EscalationStep, LightRules
from plantui.model.problem import Problem
from plantui.model.terms import Light, TaskState

from .checks import is_format_known, nearest
from .finding import Findings
from .locator import KeyPath
from .toml_source import read_toml

RULES_FOLDER = "light-rules"
"""Folder of an office's own rules, in the settings folder and in folders of plans."""

_KEYS = frozenset(
    (
        "format",
        "title",
        "title_en",
        "notice_days",
        "behind_points",
        "far_behind_points",
        "working_days",
        "lights",
        "steps",
    )
)
_STEP_KEYS = frozenset(("days", "light", "title", "title_en"))
_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class LightRulesFile:
    """The rules of one file, None where something in it is wrong, and what that is."""

    rules: LightRules | None
    problems: tuple[Problem, ...] = ()


def read_light_rules(path: Path, *, is_bundled: bool = False) -> LightRulesFile:
    """Read a file of light rules. What it does not say is as in the general rules."""
    source = read_toml(path)
    found = source.findings
    rules = None
    if source.data is not None and is_format_known(found, source.data):
        rules = _rules(found, source.data, path, is_bundled=is_bundled)
    problems = found.problems(source.text, str(path))
    return LightRulesFile(None if found.has_errors else rules, problems)


def _rules(found: Findings, data: Mapping[str, object], path: Path, *, is_bundled: bool) -> LightRules:
    _check_keys(found, data, _KEYS, ())
    points = [
        _number(found, data, "behind_points", DEFAULT_RULES.behind_points, range(101)),
        _number(found, data, "far_behind_points", DEFAULT_RULES.far_behind_points, range(101)),
    ]
    if points[1] < points[0]:
        found.error("rules_points", ("far_behind_points",), behind=points[0], far=points[1])
    return LightRules(
        path.stem,
        _lights(found, data.get("lights", {})),
        zh=_text(found, data, "title"),
        en=_text(found, data, "title_en"),
        file="" if is_bundled else str(path),
        notice_days=_number(found, data, "notice_days", DEFAULT_RULES.notice_days, range(_MOST_DAYS + 1)),
        behind_points=points[0],
        far_behind_points=points[1],
        in_working_days=_flag(found, data, "working_days"),
        steps=_steps(found, data.get("steps", [])),
    )


def _check_keys(found: Findings, table: Mapping[str, object], known: frozenset[str], place: KeyPath) -> None:
    for key in table:
        if key not in known:
            found.error("rules_key", (*place, key), name=key, known=" ".join(sorted(known)))


def _lights(found: Findings, table: object) -> tuple[tuple[TaskState, Light], ...]:
    colours = dict(DEFAULT_RULES.lights)
    if not isinstance(table, dict):
        found.error("rules_value", ("lights",), value=table, right="[lights]")
        return tuple(colours.items())
    for name, colour in table.items():
        state = _member(found, ("lights", name), name, TaskState)
        light = _member(found, ("lights", name), colour, Light)
        if state is not None and light is not None:
            colours[TaskState(state)] = Light(light)
    return tuple(colours.items())


def _steps(found: Findings, entries: object) -> tuple[EscalationStep, ...]:
    if not isinstance(entries, list):
        found.error("rules_value", ("steps",), value=entries, right="[[steps]]")
        return ()
    steps: list[EscalationStep] = []
    for index, entry in enumerate(entries):
        place: KeyPath = ("steps", index)
        if not isinstance(entry, dict):
            found.error("rules_value", place, value=entry, right="[[steps]]")
            continue
        _check_keys(found, entry, _STEP_KEYS, place)
        light = _member(found, (*place, "light"), entry.get("light", ""), Light)
        days = _number(found, entry, "days", None, range(-_MOST_DAYS, _MOST_DAYS + 1), place)
        title = _text(found, entry, "title", place, is_required=True)
        if light is not None:
            english = _text(found, entry, "title_en", place)
            steps.append(EscalationStep(days, Light(light), title, english))
    return tuple(sorted(steps, key=lambda step: step.days))


def _member(
    found: Findings, place: KeyPath, value: object, kind: type[TaskState] | type[Light]
) -> str | None:
    names = [one.value for one in kind]
    if isinstance(value, str) and value in names:
        return value
    near = nearest(str(value), names)
    found.error("rules_value", place, value=value, right=near or " ".join(names))
    return None


def _number(
    found: Findings,
    table: Mapping[str, object],
    key: str,
    usual: int | None,
    bounds: range,
    place: KeyPath = (),
) -> int:
    value = table.get(key, usual)
    if type(value) is int and value in bounds:
        return value
    at = (*place, key) if key in table else place
    found.error("rules_value", at, value=f"{key} = {value}", right=f"{bounds[0]} … {bounds[-1]}")
    return usual or 0


def _text(
    found: Findings,
    table: Mapping[str, object],
    key: str,
    place: KeyPath = (),
    *,
    is_required: bool = False,
) -> str:
    value = table.get(key, "")
    if isinstance(value, str) and (value.strip() or not is_required):
        return value.strip()
    found.error("rules_value", (*place, key) if key in table else place, value=value, right=f'{key} = "…"')
    return ""


def _flag(found: Findings, table: Mapping[str, object], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        found.error("rules_value", (key,), value=value, right="true | false")
        return False
    return value
