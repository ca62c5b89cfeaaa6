"""The legend of lights in the JSON forms."""

from __future__ import annotations

from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.light_rules import LightRules
from plantui.model.terms import LIGHTS_OF_FIGURES, Light, TaskState


def legend_dict(rules: LightRules) -> JsonObject:
    """Return the states that each light stands for by the rules, worst first: the legend of `light` and `lights`."""
    return {light.value: states_under(rules, light) for light in LIGHTS_OF_FIGURES}


def states_under(rules: LightRules, light: Light) -> list[Json]:
    """Return the states that a light stands for by the rules, worst first."""
    return [state.value for state in TaskState if rules.light_of(state) is light]
