"""What bodies are called: by which words a name is whole."""

from __future__ import annotations

import re

from plantui.documents.patterns import compiled

BODY = compiled(
    r"\b(?:Departments?|Agenc(?:y|ies)|Offices?|Authorit(?:y|ies)|Commissions?|Councils?|Boards?|Districts?|Trusts?|"
    r"Associations?|Universit(?:y|ies)|Colleges?|Compan(?:y|ies)|Corporations?|Inc\.?|LLC|Ltd|Committees?|Coalitions?|"
    r"Foundations?|Institutes?|Bureaus?|Divisions?|Ministr(?:y|ies)|Services?|Police|Units?|Teams?|Librar(?:y|ies)|"
    r"Schools?|Societ(?:y|ies)|Federations?|Unions?|Partnerships?|Cent(?:er|re)s?|Chambers?(?: of Commerce)?|Courts?|"
    r"Clerk|Attorneys?|Managers?|Officers?|Directors?|Administrators?|Engineers?|Sheriff|Mayor|Alliances?|Networks?|"
    r"Groups?|Exchanges?|Banks?|Funds?|Directorates?|Secretariats?|Municipalit(?:y|ies)|Cit(?:y|ies)|Count(?:y|ies)|"
    r"Governments?|Task Forces?|Programs?|Programmes?|States|Utilit(?:y|ies)|Hospitals?|Providers?|Partners?|"
    r"Organi[sz]ations?|Registr(?:y|ar)|Stakeholders?|Residents|Businesses|Owners?|Commissioners?|Works)$",
    re.IGNORECASE,
)

OF_BODY = compiled(
    r"^(?:[Tt]he\s+)?(?:[A-Z][\w’'.-]+\s+){0,3}(?:Department|Office|Ministry|Bureau|Division|Head|Director|Secretary|Minister|"
    r"Board|Chamber|University|City|County|Town|Port|Village|Borough|Agency|Institute|Commission|Council|Association|"
    r"Federation|Chief|Clerk|School|College|Friends|League)\s+(?:of|for)\b"
)

PERSON = compiled(
    r"^(?:\S+\s+){0,2}(?:Head|Director|Chief|Manager|Officer|Minister|Secretary)\s+(?:of|for)\b"
)

WEAK_BODY = compiled(r"\b(?:Services?|Works|Programs?|Programmes?|Businesses|Residents)$")


def is_whole(name: str) -> bool:
    """A name that ends in a body (X Department) or begins with one (Head of X), or has the article of a name."""
    plain = compiled(r"\s*\(.*?\)").sub("", name).strip()
    if " " not in plain:
        return False
    return bool(BODY.search(plain) or OF_BODY.match(plain) or compiled(r"^The (?:\S+ ){1,}\S+$").match(plain))


LIST_OF = compiled(
    r"^(?:.*\s)?(?:Department|Ministry|Office|Bureau|Division|Committee|Commission|Minister|Directorate)\s+(?:of|for)\s+"
    r"(?:the\s+)?[A-Z][\w&’' -]*$"
)

PLACED = compiled(r"(?:University|Institute|College|School|Academy)\b")

TRADES = frozenset(
    [
        "finance",
        "legal",
        "fire",
        "police",
        "planning",
        "engineering",
        "parks",
        "housing",
        "transportation",
        "transport",
        "communications",
        "procurement",
        "health",
        "education",
        "environment",
        "utilities",
        "library",
        "libraries",
        "assessor",
        "treasury",
        "forestry",
        "it",
        "hr",
        "facilities",
        "fleet",
        "law",
        "public",
    ]
)

USUAL = frozenset(
    {
        *(
            "parks and recreation",
            "planning and zoning",
            "planning and development",
            "planning and urban design",
        ),
        *("community and economic development", "equity and inclusion", "health and human services"),
        *(
            "building and safety",
            "arts and culture",
            "water and sewer",
            "water and power",
            "recreation and culture",
        ),
        *("housing and community development", "finance and management", "finance and management services"),
        *(
            "finance and administration",
            "energy and environment",
            "streets and sanitation",
            "planning and building",
        ),
        *("parks and open space", "parks and open spaces", "communications and public engagement"),
        *(
            "communication and public engagement",
            "community and public engagement",
            "all departments and divisions",
        ),
        *(
            "fire and rescue",
            "engineering and public works",
            "diversity, equity and inclusion",
            "waste and recycling",
        ),
        *("technology and innovation", "fire and emergency services", "legal and democratic services"),
        *(
            "housing and neighborhoods",
            "culture and leisure",
            "finance and procurement",
            "parks and forestry",
        ),
        *(
            "building and planning",
            "roads and bridges",
            "police and crime commissioner",
            "research and development",
        ),
        *("environment and sustainability", "environment and climate change", "transportation and mobility"),
        *(
            "planning and sustainability",
            "parks, recreation and libraries",
            "fish and wildlife",
            "people and culture",
        ),
    }
)
