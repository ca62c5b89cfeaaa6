"""The labels of a block: who leads, who helps, who is responsible, and what ends a list of names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Role

_BODY = (
    r"(?:Agenc(?:y|ies)|Departments?|Dept\.?s?|Implementers?|Entit(?:y|ies)|Organi[sz]ations?|"
    r"Part(?:y|ies)|Partners?|Offices?|Staff|Teams?|Bureaus?|Divisions?|Units?|Groups?|"
    r"Stakeholders?|Roles?|Persons?|Actors?|Bod(?:y|ies)|Authorit(?:y|ies)|Collaborators?)"
)
_ROLES = (
    (
        Role.SUPPORT,
        (
            rf"(?:Support(?:ing|s)?|Partner(?:ing)?|Collaborating|Coordinating|Assisting|Secondary|"
            rf"Other|Contributing|Participating|Key|Potential|Involved|Community|External|Internal)(?:\s+(?:City|"
            rf"County|Town|State))?\s+{_BODY}|Partners?(?:hips)?|Support|Collaborators?|Supported by|"
            rf"In partnership with|Coordination"
        ),
    ),
    (
        Role.LEAD,
        (
            rf"(?:(?:Project|Implementation|Primary|City|Co-?)\s+)?Lead(?:s|ing)?(?:\s+(?:City|"
            rf"County|Town|State|Implementing|Responsible))?(?:\s+{_BODY})?|Primary(?:\s+(?:Responsible|"
            rf"Lead|Implementing))?\s+{_BODY}|Led by|Champions?|Owners?"
        ),
    ),
    (
        Role.RESPONSIBLE,
        (
            rf"(?:Responsible|Implementing|Accountable|Executing)(?:\s+(?:City|County|Town|State|"
            rf"Lead))?(?:\s+{_BODY})?(?:\(s\)|\(ies\))?|{_BODY}\s+Responsible|Responsibility|"
            rf"Implementation\s+(?:Responsibility|{_BODY})|Implementers?|Who|Agency|Department(?:\(s\)|"
            rf"s)?"
        ),
    ),
)
_TIME = (
    r"(?:Target|Completion|Due|Start|End|Implementation|Projected|Anticipated)\s+(?:Date|"
    r"Year|Time\s?frame|Timeline)|Target(?:s)?|Deadline|Due|Time\s?(?:line|frame|table|"
    r"ing)|Schedule|Completion|By when|When"
)
_OTHER = (
    r"Resource Gaps?|Funding(?: Sources?)?|Budget|Costs?|Cost Estimate|Estimated Costs?|"
    r"Status|Metrics?|Benefits?|Co-?Benefits|Issues?|Priority|Indicators?|Performance (?:Metrics?|"
    r"Measures?|Indicators?)|Measures?|Outcomes?|Next Steps?|Notes?|Comments?|Description|"
    r"Background|Resources?(?: Needed| Required)?|Equity(?: Considerations?)?|GHG(?: Reductions?|"
    r" Impact)?|Impact|Feasibility|Milestones?|Specific idea|Reference|Strategy Type|"
    r"Activity Type|Key Actions?|Sub-?actions?|Actions?|Type|Sector|Scope|Phase|Challenges|"
    r"Barriers|Tools|Evaluation|Monitoring|Accomplishments|Goal|Objective|Rationale|"
    r"Location|Staffing"
)
_ANY = compiled(
    r"(?:(?<=\s)|(?<=^)|(?<=[.;|•]))(?-i:(?=[A-Z]))(?:"
    + "|".join(f"(?P<{role.value}>{words})" for role, words in _ROLES)
    + rf"|(?P<time>{_TIME})|(?P<other>{_OTHER}))\s?(?:\(s\)|\(ies\))?\s?:(?!\d)",
    re.IGNORECASE,
)
_BARE = compiled(r"^(?:Funding\s+\$|Implementation Timeframe\b|Operational Resources$|Timeframe\s)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line: what it announces and where."""

    start: int
    end: int
    role: Role | None
    is_time: bool = False


@rule(Stage.ENGLISH)
def labels_in(line: str) -> list[Label]:
    """Labels end in a colon: Lead Agency, Lead Implementers, Primary Department (lead); Supporting Departments, Partner
    Agency (support); Responsible Party, Implementing Agency (responsible); Timeline, Target date (dates); Budget,
    Status, Metric and their like only end what came before. Two may stand on one line."""
    found = []
    for match in _ANY.finditer(line):
        role = next((role for role, _ in _ROLES if match[role.value]), None)
        if match.start() and role is None and match["other"] and not _begins(line, match.start()):
            continue
        found.append(Label(match.start(), match.end(), role, bool(match["time"])))
    return found


def _begins(line: str, at: int) -> bool:
    """Whether a label inside a line may stand there: after a sentence, a list of names, or a wide gap."""
    return bool(line[at].isupper()) and line[max(0, at - 4) : at].strip(" ") not in {"the", "of", "a"}


def is_bare_label(line: str) -> bool:
    """A line that ends a list of names without a colon: `Funding $$`."""
    return bool(_BARE.match(line))
