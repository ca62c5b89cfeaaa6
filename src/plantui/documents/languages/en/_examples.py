"""Examples of the rules of this language, made by `make lexicon` from the data files beside it."""

SOURCE = "c1460ba0ff1073894a37204d32ff0326d624a61ce904b384a4e005cf5e6d8749"

EXAMPLES: dict[str, dict[str, str]] = {
    'english.english_deadlines': {
        'Open the centre by 30 June 2026.': 'by 30 June 2026 2026-06-30',
        'Cut emissions from 2019 levels.': '—',
    },
    'english.dates_in': {
        'Finish by Q3 2026.': 'by Q3 2026 2026-09-30',
        'Adopt the rules by the end of 2025.': 'by the end of 2025 2025-12-31',
        'Report by FY2026.': 'by FY2026 ?',
    },
    'english.within_months': {
        'Report within 12 months of plan adoption.': 'within 12 months of plan adoption 2025-03-15 ?',
    },
    'english.names_in': {
        'Public Works Department, Parks and Recreation and the City Manager': 'responsible Public Works Department; responsible Parks and Recreation; responsible the City Manager',
        'Housing Options Team, with Citizens Advice Ashcombe and Shelter': 'responsible Housing Options Team; support Citizens Advice Ashcombe; support Shelter',
    },
    'english.read_figures': {
        'Install 150 charging ports and 20 fast chargers by 2026.': 'charging ports >= 150ports by 2026-12-31; fast chargers >= 20chargers by 2026-12-31',
        'Reduce emissions 40% below 2005 levels by 2026.': 'emissions >= 40% by 2026-12-31 since 2005',
    },
    'english.bodies_in_sentence': {
        'This work is led by the Office of the Provost with support from the Finance Team.': 'lead Office of the Provost; support Finance Team',
        'The Food Safety Agency, together with the Water Authority, will sample meat by 2026.': 'responsible Food Safety Agency; support Water Authority',
        'The County of Elm will sample meat by 2026.': '—',
    },
}
