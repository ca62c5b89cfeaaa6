"""Knowledge that English has of cells that stand a line each."""

from __future__ import annotations

from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.own_words import remembered
from plantui.documents.tokens.body_names import Likeness
from plantui.documents.tokens.english_dates import dates_only

from .heads_en import kind_of_column
from .worth import CellWords

_USUAL = frozenset(en.BODIES_USUAL)


@remembered(4096)  # asked again and again of the same words
def _likeness(part: str) -> Likeness:
    """A name ends like a body (Department, Council) or begins like one (Office of …), or is a short form (EPA); the words of
    a name have capitals."""
    if part.lower() in _USUAL or part in en.BODIES_SINGLE_PERSONS:
        return Likeness.STRONG
    if not is_plausible(part) or EN.TABLES_TAIL_OF_NAME.match(part):
        return Likeness.NONE
    if EN.BODIES_TEXT_OF_BODY.match(part) or EN.BODIES_TEXT_BODY.search(part):
        return Likeness.STRONG
    halves = EN.NAMES_AND.split(part)
    if len(halves) > 1 and all(map(_likeness, halves)):
        return Likeness.WEAK
    return Likeness.WEAK if EN.TABLES_SHORT_FORM.match(part) else Likeness.NONE


def is_plausible(part: str) -> bool:
    """Return whether words are written as a name: with capitals but for the smallest, short, and not as a measure."""
    return EN.TABLES_LIKE_A_NAME.match(part) is not None and EN.TABLES_BEGINS_WITH_VERB.match(part) is None


@remembered(4096)  # asked again and again of the same words
def _is_date(cell: str) -> bool:
    return EN.TABLES_TERM.match(cell) is not None or (any(map(str.isdigit, cell)) and dates_only(cell))


ENGLISH_CELLS = CellWords(
    EN,
    kind_of_column,
    _likeness,
    is_plausible,
    is_nobody=lambda cell: EN.NAMES_NOBODY.match(cell) is not None,
    is_number=lambda cell: EN.TABLES_ROW_NUMBER.match(cell) is not None,
    is_date=_is_date,
    is_group=lambda cell: EN.TABLES_GROUP.match(cell) is not None,
    is_note=lambda cell: EN.TABLES_NOTE.match(cell) is not None,
    is_glued=lambda cell: any(map(str.isdigit, cell)),
    ends_with_name=lambda words: False,
    glue=" ",
    longest_name=120,
    longest_title=6,
    join_of_names=1.5,
    join_of_words=0.6,
)
