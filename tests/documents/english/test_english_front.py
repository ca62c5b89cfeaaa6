"""Title, place, issuer, number, day of issue and period."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.english_documents import imported

BODY = "\nGoal 1: Buildings\n\nAction 1: Adopt a policy by 2040\nLead: Planning\n\nAction 2: Adopt a rule\nLead: Parks\n"

FRONTS = [
    (
        "CITY OF HILLVIEW\nCLIMATE ACTION PLAN\nAdopted by City Council on October 18, 2022\nResolution No. 2022-14\n",
        (
            "Climate Action Plan",
            "City of Hillview",
            "City of Hillview",
            date(2022, 10, 18),
            "Resolution No. 2022-14",
            2022,
            2040,
        ),
    ),
    (
        "Oakham Borough Council\n\nNature Emergency Plan 2023 to 2027\n\nApproved by Cabinet: 14 March 2023\n",
        (
            "Nature Emergency Plan 2023 to 2027",
            "Oakham Borough",
            "Oakham Borough Council",
            date(2023, 3, 14),
            None,
            2023,
            2027,
        ),
    ),
    (
        "EUROPEAN COMMISSION\nBrussels, 22.3.2023\nCOM(2023) 155 final\n\nAction Plan for Rural Skills\n",
        (
            "Action Plan for Rural Skills",
            "European Commission",
            "European Commission",
            date(2023, 3, 22),
            "COM(2023) 155 final",
            2023,
            2040,
        ),
    ),
    (
        "Republic of Arvania\nFourth Open Government Action Plan 2023 – 2025\n\nMinistry of Public Administration\nAugust 2023\n",
        (
            "Fourth Open Government Action Plan 2023 – 2025",
            "Republic of Arvania",
            "Ministry of Public Administration",
            "2023-08",
            None,
            2023,
            2025,
        ),
    ),
    (
        "Health Improvement Plan\nWalton County, Ohio\n2023-2026\nReleased January 2023\nWalton County Health District\n",
        (
            "Health Improvement Plan",
            "Walton County",
            "Walton County Health District",
            "2023-01",
            None,
            2023,
            2026,
        ),
    ),
    (
        "Port of Elder Bay | Air Quality Action Plan | 2024-2028\n",
        ("Air Quality Action Plan", "Port of Elder Bay", "Port of Elder Bay", None, None, 2024, 2028),
    ),
]


@pytest.mark.parametrize(("front", "expected"), FRONTS)
def test_a_front_page(front: str, expected: tuple[object, ...]) -> None:
    info = imported(front + BODY).plan.info

    assert expected == (
        info.title,
        info.region,
        info.issuer,
        info.issued,
        info.document_number,
        info.start_year,
        info.end_year,
    )


def test_a_partner_of_a_task_is_no_region() -> None:
    info = imported(
        "Hillview Transit Commission\nZero Emission Plan\nMay 2024\n\nAction 1: Buy buses\nLead: Fleet\n"
        "Partners: City of Elsewhere\n\nAction 2: Train staff\nLead: Fleet\nPartners: City of Elsewhere\n"
    ).plan.info

    assert (info.region, info.issuer) == ("Hillview Transit Commission", "Hillview Transit Commission")
