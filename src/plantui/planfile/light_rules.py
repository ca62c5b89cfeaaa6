"""Reads a file of light rules: which state has which colour, from when on, in calendar or working days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantui.model.light_rules import DEFAULT_RULES, EscalationStep, LightRules
from plantui.model.problem import Problem
from plantui.model.terms import Light, TaskState

from .checks import is_format_known
from .finding import Findings
from .locator import KeyPath
from .toml_source import read_toml
from .values import flag_in, member_in, number_in, table_in, text_in

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
        number_in(found, data, "behind_points", DEFAULT_RULES.behind_points, range(101)),
        number_in(found, data, "far_behind_points", DEFAULT_RULES.far_behind_points, range(101)),
    ]
    if points[1] < points[0]:
        found.error("rules_points", ("far_behind_points",), behind=points[0], far=points[1])
    return LightRules(
        path.stem,
        _lights(found, data),
        zh=text_in(found, data, "title"),
        en=text_in(found, data, "title_en"),
        file="" if is_bundled else str(path),
        notice_days=number_in(found, data, "notice_days", DEFAULT_RULES.notice_days, range(_MOST_DAYS + 1)),
        behind_points=points[0],
        far_behind_points=points[1],
        in_working_days=bool(flag_in(found, data, "working_days")),
        steps=_steps(found, data.get("steps", [])),
    )


def _check_keys(found: Findings, table: Mapping[str, object], known: frozenset[str], place: KeyPath) -> None:
    for key in table:
        if key not in known:
            found.error("rules_key", (*place, key), name=key, known=" ".join(sorted(known)))


def _lights(found: Findings, data: Mapping[str, object]) -> tuple[tuple[TaskState, Light], ...]:
    colours = dict(DEFAULT_RULES.lights)
    for name, colour in table_in(found, data, "lights").items():
        state = member_in(found, ("lights", name), name, TaskState)
        light = member_in(found, ("lights", name), colour, Light)
        if state is not None and light is not None:
            colours[state] = light
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
        light = member_in(found, (*place, "light"), entry.get("light", ""), Light)
        days = number_in(found, entry, "days", None, range(-_MOST_DAYS, _MOST_DAYS + 1), place)
        title = text_in(found, entry, "title", place, is_required=True)
        if light is not None:
            english = text_in(found, entry, "title_en", place)
            steps.append(EscalationStep(days, light, title, english))
    return tuple(sorted(steps, key=lambda step: step.days))
