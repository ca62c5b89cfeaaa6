"""Lists of departments."""

from __future__ import annotations

import pytest

from plantui.documents.fields.departments.english_names import KnownNames, names_in
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

LISTS = {
    "Alpha, Beta": ["Alpha", "Beta"],
    "Alpha; Beta and Gamma": ["Alpha", "Beta and Gamma"],
    "Planning Department and Public Works Department": ["Planning Department", "Public Works Department"],
    "Head of Legal and Democratic Services and Head of Human Resources": [
        "Head of Legal and Democratic Services",
        "Head of Human Resources",
    ],
    "The Oak Trust, Hill Wildlife Trust and parish councils": [
        "The Oak Trust",
        "Hill Wildlife Trust",
        "parish councils",
    ],
    "The Miller Family and State Library": ["The Miller Family", "State Library"],
    "Department of Justice and Community Safety": ["Department of Justice and Community Safety"],
    "Public Works; Parks, Recreation and Libraries": ["Public Works", "Parks, Recreation and Libraries"],
    "Births Deaths and Marriages Registry": ["Births Deaths and Marriages Registry"],
    "Department of Health, Education and Welfare": ["Department of Health, Education and Welfare"],
    "Member States, local and regional authorities": ["Member States", "local and regional authorities"],
    "Finance Services (Purchasing and Contracting), Legal": [
        "Finance Services (Purchasing and Contracting)",
        "Legal",
    ],
    "Institute of Technology, Kanpur": ["Institute of Technology, Kanpur"],
    "Director, Women and Child Development": ["Director, Women and Child Development"],
    "Mission Director, Clean Rivers, Finance Department": [
        "Mission Director, Clean Rivers",
        "Finance Department",
    ],
    "City Manager, Public Works Department": ["City Manager", "Public Works Department"],
    "University of Hill, Finance": ["University of Hill", "Finance"],
    "DOT/DPH": ["DOT", "DPH"],
    "D/Finance": ["D/Finance"],
    "Fire Service\nPolice": ["Fire Service", "Police"],
    "Planning, and Legal": ["Planning", "Legal"],
    "None": [],
    "N/A": [],
    "TBD": [],
}


def _names(text: str, *others: str) -> list[tuple[Role, str]]:
    known = KnownNames([text, *others], ())
    return [(role, name.text) for role, name in names_in(TracedText.of(text), known, Role.RESPONSIBLE)]


@pytest.mark.parametrize(("text", "expected"), LISTS.items())
def test_a_list(text: str, expected: list[str]) -> None:
    assert [name for _, name in _names(text)] == expected


def test_a_bracket_can_say_the_role() -> None:
    assert _names("Planning (lead), Public Works, Parks (support)") == [
        (Role.LEAD, "Planning"),
        (Role.RESPONSIBLE, "Public Works"),
        (Role.SUPPORT, "Parks"),
    ]


def test_names_that_stand_alone_elsewhere_part_an_and() -> None:
    others = ("Sustainability, Fire", "Sustainability", "Sustainability; Capital Projects")

    assert [name for _, name in _names("Capital Projects and Sustainability", *others)] == [
        "Capital Projects",
        "Sustainability",
    ]
