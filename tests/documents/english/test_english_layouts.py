"""One small document for each layout: its tasks with section, departments and dates."""

from __future__ import annotations

import pytest

from plantui.model.plan import Plan
from tests.support.english_documents import imported
from tests.support.paths import DOCUMENTS

LAYOUTS = DOCUMENTS / "layouts"

EXPECTED = {
    "action-labels": """
1.1 | Launch bootcamps in cloud and data for 800 learners by July 2026 | Priority: Digital skills | lead: GACA Skills Team; support: Ashton College, TechNorth | 2026-07-31
1.2 | Lend laptops through Jobcentres | Priority: Digital skills | lead: Ashton Libraries; support: DWP | 2026-03-31
2.1 | Open a retrofit training centre | Priority: Green skills | lead: Ashton College; support: Housing associations | -
""",
    "bars": """
1 | Shore power at berths 4 and 5 | Ships | support: Meridian Power, Shipping lines; responsible: Engineering | 2026-12-31
2 | Speed limit in the approach channel | Ships | support: Pilots; responsible: Harbour Master | 2024-07-01
3 | Gate appointments for all trucks | Trucks | support: Hauliers' Association; responsible: Terminal Operations | 2025-03-31
""",
    "boxes": """
1 | Connect 40 hubs to fibre | Infrastructure | lead: Department of Communities; support: Telecoms operators, local authorities | 2025-12-31
2 | Fit out meeting rooms | Infrastructure | lead: Local authorities; support: Hub network | 2026-06-30
3 | Train 500 hub managers and volunteers | People | lead: Skills Agency; support: Hub network | 2026-12-31
""",
    "brackets": """
1 | Upgrade 45 high-risk intersections on national roads | Safer roads | lead: National Roads Agency; support: Municipalities | 2025-12-31
2 | Introduce a star rating for all new road projects | Safer roads | lead: Ministry of Transport; support: National Roads Agency | 2024-06-30
3 | Review speed limits near all schools | Safer speeds | lead: Municipalities; support: Police Service, Ministry of Education | 2024-09-30
4 | Install 60 average speed cameras by 2026 | Safer speeds | lead: Police Service; support: National Roads Agency | 2026-12-31
""",
    "bullets-below-bullets": """
- | Home repair grants for older owners | Housing | lead: Housing Division; support: Habitat for Humanity, Area Agency on Aging | 2025-12-31
- | Accessory units guide | Housing | lead: Planning Division; support: AARP | 2025-06-30
- | Volunteer driver program | Transportation | lead: Senior Services; support: Faith groups | 2026-01-31
""",
    "bullets": """
- | Add benches along the river path | OUTDOOR SPACES | lead: Parks Division | 2025-12-31
- | Repair broken sidewalks within 400 metres of seniors' homes | OUTDOOR SPACES | lead: Public Works; support: Seniors' Council | 2026-06-30
- | Offer a home modification grant | HOUSING | lead: Housing Services | -
- | Publish a guide to housing options | HOUSING | lead: Housing Services; support: Library | 2024-12-31
""",
    "cells-on-lines": """
- | Start a seed library | Grow more food here | lead: Town Library; support: Garden Club | -
- | Map land that could be farmed | Grow more food here | lead: Planning Department; support: Clearwater First Nation | 2026-12-31
- | Open a community fridge | Waste less | lead: Food Bank; support: Town of Clearwater | 2027-12-31
""",
    "columns": """
R-1 | Bury the power line to the water treatment plant | Local Hazard Mitigation Plan Update 2024 | responsible: Public Works, Redstone Electric Cooperative | 2026-12-31
R-2 | Adopt a defensible space ordinance | Local Hazard Mitigation Plan Update 2024 | responsible: Planning and Building | 2025-06-30
R-3 | Enlarge the culvert at Mill Creek | Local Hazard Mitigation Plan Update 2024 | responsible: Public Works | -
R-4 | Buy an alert siren for Lower Valley | Local Hazard Mitigation Plan Update 2024 | responsible: Emergency Services | 2025-12-31
""",
    "dashes": """
W1.1 | Recharge wells in 120 over-exploited blocks | Conserve groundwater | lead: Groundwater Board; responsible: Rural Development, Agriculture | 2027-03-31
W1.2 | Meter all tube wells above 10 HP | Conserve groundwater | lead: Power Department; responsible: Groundwater Board | 2025-12-31
W2.1 | Reuse 50% of treated sewage in industry by 2030 | Use water twice | lead: Urban Development Department; responsible: Industries Department, Pollution Control Board | 2030-12-31
""",
    "dates-behind-brackets": """
WQ1 | Install 25 rain gardens per year | Ten-Year Plan 2022-2031, Implementation Actions | lead: District; support: cities | 2031-12-31
WQ2 | Inspect all septic systems by 2027 | Ten-Year Plan 2022-2031, Implementation Actions | lead: County Health; support: District | 2027-12-31
FL1 | Restore 12 acres of floodplain | Ten-Year Plan 2022-2031, Implementation Actions | lead: District; support: Corps of Engineers, DNR | 2026-12-31
FL2 | Update the flood model | Ten-Year Plan 2022-2031, Implementation Actions | lead: District | 2024-12-31
""",
    "fields-on-one-line": """
GL1 | Appoint a climate communications officer | Governance and Leadership | lead: Climate Action Team; support: CARO | 2024-12-31
GL2 | Train 90% of staff in climate awareness by end of 2025 | Governance and Leadership | lead: Human Resources; support: CARO, ETB | 2025-12-31
BT1 | Retrofit 150 social homes per annum to B2 | Built Environment and Transport | lead: Housing; support: DHLGH, SEAI | 2030-12-31
BT2 | Install 40 on-street EV chargers | Built Environment and Transport | lead: Roads & Transportation; support: ZEVI, Private operators | 2026-12-31
""",
    "gapped-labels": """
Action 1 | Open a drop-in advice hub in the town centre | Preventing homelessness | lead: Housing Options Manager; support: Citizens Advice, Northgate Foodbank | 2025-09-30
Action 2 | Agree a protocol with the hospital on discharge | Preventing homelessness | lead: Head of Housing; support: Northgate NHS Trust, Adult Social Care | 2025-03-31
Action 3 | Deliver 250 affordable homes on council land by March 2029 | More affordable homes | lead: Development Manager; support: Homes England | 2029-03-31
""",
    "grouped-columns": """
- | Create a neighborhood hub network in five districts | SHORT TERM | lead: Emergency Management; support: Red Cross, Parks | 2025-12-31
- | Publish a heat vulnerability map | SHORT TERM | lead: Planning; support: University of Marlow | 2025-06-30
- | Bury utility lines on the coast road | LONG TERM | lead: Marlow Power; support: Public Works | 2032-12-31
""",
    "indented-labels": """
1 | Lower speed limits on 45 miles of arterial streets | Near-Term Actions (2025-2027) | lead: Transportation Department; support: Police Department, State DOT | 2026-12-31
2 | Build quick-build safety projects at 20 intersections each year | Near-Term Actions (2025-2027) | lead: Transportation Department; support: Public Works | 2027-12-31
3 | Rebuild the Broadway corridor | Long-Term Actions (2028-2030) | lead: Public Works; support: Transit Agency, Transportation Department | -
""",
    "key-and-value": """
WQ-01 | Upgrade the Elm Street treatment plant | Water Quality Improvement Plan | lead: Public Utilities; support: Engineering Division, Conservation Authority | 2027-12-31
WQ-02 | Map lead service lines | Water Quality Improvement Plan | lead: Public Utilities; support: Public Health | 2025-12-31
WQ-03 | Start a well testing program | Water Quality Improvement Plan | lead: Public Health | -
""",
    "labels-above-values": """
1.1 | Open cool refuges in libraries | COOL PLACES | lead: Library Services; support: Emergency Management Office, Department of Health | 2024-12-01
1.2 | Build shade at bus stops | COOL PLACES | lead: Transit Authority; support: Public Works | 2026-12-31
2.1 | Send heat alerts by text message | WARNING PEOPLE | lead: Emergency Management Office; support: Department of Health | -
""",
    "labels-in-sentences": """
R1 | Order 80 battery-electric buses by 2026 | Zero Emission Bus Rollout Plan | support: Procurement, Finance; responsible: Fleet and Facilities | 2026-12-31
R2 | Electrify the Hudson Yard depot | Zero Emission Bus Rollout Plan | support: Regional Power Utility; responsible: Capital Projects | 2027-12-31
R3 | Train all mechanics in high-voltage safety | Zero Emission Bus Rollout Plan | responsible: Human Resources | -
""",
    "lead-and-support": """
Project 1 | Main Street crosswalks | Town of Bellport Complete Streets Prioritization Plan | lead: DPW; support: Police, School Department | -
Project 2 | Harbor path | Town of Bellport Complete Streets Prioritization Plan | lead: Planning; support: DPW, State DOT | 2026-10-31
Project 3 | Sidewalk gaps | Town of Bellport Complete Streets Prioritization Plan | lead: DPW | -
""",
    "letters": """
Action a | Create an eviction prevention fund | Prevent homelessness | lead: United Way; support: Legal Aid, Courts | -
Action b | Offer mediation to landlords and tenants | Prevent homelessness | lead: Legal Aid; support: Dispute Resolution Center | 2024-07-31
Action a | Hire 10 housing navigators by 2025 | House people faster | lead: Community Action; support: Housing Authority | 2025-12-31 2025-06-30
""",
    "matrix": """
Action 1.1 | Buy renewable power | ENERGY | lead: Finance; support: Public Works | 2027-12-31 2026-12-31
Action 1.2 | Audit city buildings | ENERGY | lead: Facilities; support: Regional Energy Office | 2025-06-30
Action 2.1 | Extend the bus network | TRANSPORT | lead: Transit Division; support: County | 2028-12-31
""",
    "questions": """
1.1 | Extend free breakfast clubs to all primary schools | Good food for all | support: Schools, Feed Whitby; responsible: Children's Services | 2024-09-30
1.2 | Set up a mobile greengrocer | Good food for all | support: Market Traders' Federation; responsible: Public Health | -
2.1 | Halve food waste in council kitchens by 2028 | Good food for the planet | support: WRAP; responsible: Facilities Management | 2028-12-31
""",
    "steps": """
Recommendation 1 | Improve leak detection | Drought Action Plan 2025 | lead: Operations Division; support: Finance, Valley Contractors Association | 2025-12-31
Recommendation 2 | Review rates | Drought Action Plan 2025 | lead: Finance and Administration; support: Board of Directors | 2026-06-30 2026-07-01
""",
    "tabs": """
1.1 | Rebuild ten intersections with roundabouts | Redesign the most dangerous streets | lead: County Engineer; support: Cities, State DOT | 2027-12-31
1.2 | Fill sidewalk gaps near transit stops | Redesign the most dangerous streets | lead: Public Works; support: Transit Authority | -
2.1 | Launch a campaign against distracted driving | Change behavior | lead: Public Health; support: Sheriff, School District | -
""",
    "what-lead-finish": """
1A.1 | Switch streetlights to LED | Municipal Leadership | lead: Public Works Dept.; support: Electric Utility, Finance Dept. | 2025-12-31
1A.2 | Put solar on schools | Municipal Leadership | lead: School Facilities; support: Energy Office, Finance Dept. | 2028-12-31
1B.1 | Create an energy concierge | Homes | lead: Energy Office; support: Housing Authority, Community Action Agency | -
2A.1 | Plant 1,200 street trees by spring 2027 | More Shade | lead: Parks; support: Tree Stewards, Public Works Dept. | -
""",
    "without-numbers": """
- | Expand enrollment in discount programs | AFFORDABLE ACCESS | lead: Office of Broadband; support: State Library, Department of Human Services | 2026-12-31
- | Build fiber to unserved towns | AFFORDABLE ACCESS | lead: Office of Broadband; support: Municipal utilities, Rural electric cooperatives | 2028-12-31
- | Train digital navigators | DIGITAL SKILLS | lead: State Library; support: AARP West Harbor, Community Colleges | 2026-06-30
""",
    "worksheet": """
AG-12 | Harden the county data center | County of Ashgrove Local Hazard Mitigation Plan - Action Worksheet | lead: Information Services; support: General Services, Sheriff | -
AG-13 | Clear brush along evacuation routes | County of Ashgrove Local Hazard Mitigation Plan - Action Worksheet | lead: Public Works; support: Fire Safe Council | 2026-06-30
""",
}
"""Number, title, section, departments by role, dates."""


def _listed(plan: Plan) -> list[str]:
    sections = {section.id: section.title for section in plan.sections}
    lines = []
    for task in plan.tasks:
        by_role: dict[str, list[str]] = {}
        for role, name in task.departments.pairs():
            by_role.setdefault(role.value, []).append(name)
        departments = "; ".join(f"{role}: {', '.join(names)}" for role, names in by_role.items())
        dates = " ".join(str(deadline.due) for deadline in task.deadlines)
        fields = [task.number, task.title, sections[task.section], departments, dates]
        lines.append(" | ".join(field or "-" for field in fields))
    return lines


@pytest.mark.parametrize("name", EXPECTED)
def test_a_layout(name: str) -> None:
    plan = imported((LAYOUTS / f"english-{name}.txt").read_text("utf-8")).plan

    assert _listed(plan) == EXPECTED[name].strip().splitlines()


NEEDS_BLANK_LINES = {
    *(
        "columns",
        "fields-on-one-line",
        "grouped-columns",
        "indented-labels",
        "questions",
        "bullets-below-bullets",
    ),
}
"""Layouts in which a blank line is all that tells a heading or a row from what stands above it."""


@pytest.mark.parametrize("name", sorted(EXPECTED.keys() - NEEDS_BLANK_LINES))
def test_a_layout_without_its_blank_lines(name: str) -> None:
    """What a PDF leaves of a page."""
    text = (LAYOUTS / f"english-{name}.txt").read_text("utf-8")
    plan = imported("\n".join(line for line in text.splitlines() if line.strip())).plan

    assert _listed(plan) == EXPECTED[name].strip().splitlines()


@pytest.mark.parametrize("name", EXPECTED)
def test_every_character_is_accounted_for(name: str) -> None:
    read = imported((LAYOUTS / f"english-{name}.txt").read_text("utf-8"))

    assert [
        read.source.text[r.span.start : r.span.end] for r in read.remainder if r.kind.value == "unknown"
    ] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_every_field_stands_where_its_place_says(name: str) -> None:
    read = imported((LAYOUTS / f"english-{name}.txt").read_text("utf-8"))
    for task in read.plan.tasks:
        assert task.source is not None
        start, _, end = task.source.title.partition("-")
        assert _stands_in(task.title, read.source.text[int(start) : int(end)])
        places = [place.split("-") for place in task.source.departments]
        assert len(places) == len(task.departments.pairs())
        for (first, last), (_, name_of) in zip(places, task.departments.pairs(), strict=True):
            assert _stands_in(name_of, read.source.text[int(first) : int(last)])


def _stands_in(words: str, text: str) -> bool:
    """All words, in their order: between those of a cell over several lines stand those of the cells beside it."""
    rest = iter(text.replace("(", " ").replace(",", " ").replace(";", " ").replace(")", " ").split())
    wanted = words.replace("(", " ").replace(",", " ").replace(")", " ").split()
    return all(any(word.rstrip(".:") == one.rstrip(".:") for one in rest) for word in wanted)
