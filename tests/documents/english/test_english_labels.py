"""The vocabulary of labels, and where a label begins and ends in a line."""

from __future__ import annotations

import pytest

from plantui.documents.field_kind import FieldKind
from plantui.documents.tokens.english_labels import kind_of_label, labels_in

KINDS = {
    FieldKind.LEAD: "Lead|Lead Agency|Lead Department(s)|Lead officer|Lead Partner|Lead implementing agency/actor|Led by|Owner|"
    "Action owner|Executive owner|Board sponsor|Coordinating agency|Primary agency|Nodal Agency|Project Lead|Co-Lead|Lead/Responsible Agency",
    FieldKind.SUPPORT: "Partners|Partner Agencies|Delivery partners|Implementing partners|Implementation Partners|Supported by|"
    "Supporting Department(s)|Other actors involved|Stakeholders|Key stakeholders|In collaboration with|Consulted|Secondary agency",
    FieldKind.LEAD_AND_SUPPORT: "Lead and Supporting Agencies|Lead/Support|Lead & Partners",
    FieldKind.RESPONSIBLE: "Responsible|Responsible Party|Responsible officer|Agency Responsible|Implementing agency|Who|Agency|"
    "Department(s)|Delivered by",
    FieldKind.DUE: "Timeline|Time frame|Timeframe|Target Completion Date|Estimated Completion|Due|Due date|Deadline|By|By when|When|"
    "Delivery|Delivery timeframe|End|Start and end date|Time target|Schedule|Target year",
    FieldKind.START: "Start|Start Date|Commencement",
    FieldKind.TEXT: "Description|Action Steps|Steps Necessary for Delivery",
    FieldKind.MEASURE: "Target|Milestones|Performance Metrics|Key Performance Indicators",
    FieldKind.OTHER: "Cost|Estimated Cost|Status|Priority|Hazard(s) Addressed|Potential Funding Source|GHG Reduction|Contact information",
    FieldKind.NUMBER: "No.|Sl. No.|#|Action Number|Ref",
}


@pytest.mark.parametrize(
    ("label", "kind"), [(label, kind) for kind, labels in KINDS.items() for label in labels.split("|")]
)
def test_the_vocabulary(label: str, kind: FieldKind) -> None:
    assert kind_of_label(label) is kind


@pytest.mark.parametrize(
    "words", ["Lead time", "Title, Department", "Mayor", "What we heard", "Goal 3", "The Smith Family"]
)
def test_other_words_are_none(words: str) -> None:
    assert kind_of_label(words) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lead: Planning     Partners: Finance", ["Lead", "Partners"]),
        ("Lead: X | Support: Y | By: 2026", ["Lead", "Support", "By"]),
        ("Lead: Planning Partners: Finance, Parks", ["Lead", "Partners"]),
        ("Lead: Community Services          Support: Health Unit", ["Lead", "Support"]),
        ("Adopt a rule (Lead: Office of Equity; Support: Legal; Due: May 2024)", ["Lead", "Support", "Due"]),
        ("Write the rule. Lead Agency: Planning", ["Lead Agency"]),
        ("Town Board: all members", ["Town Board"]),
        ("Opening at 10:30 each day", []),
        ("See https://example.org for more", []),
        ("Objective 1.1: By 2026, reduce waste", []),
        ("and this is how they put it: nothing", []),
    ],
)
def test_labels_of_a_line(line: str, expected: list[str]) -> None:
    assert [label.words for label in labels_in(line)] == expected
