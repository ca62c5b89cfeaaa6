"""Knowledge that Chinese has of cells that stand a line each."""

from __future__ import annotations

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import ROLE_LABEL
from plantui.documents.tokens.body_names import Likeness, is_plausible, likeness, nobody
from plantui.documents.tokens.numbering import number_of

from .cells import is_ditto
from .groups import is_group, is_note
from .heads import column_of
from .worth import CellWords

_NAME_LENGTHS = (4, 13)


def _likeness(part: str) -> Likeness:
    if ZH.TABLES_TAIL_OF_NAME.match(part) or nobody(part) or ROLE_LABEL.match(part + "："):
        return Likeness.NONE
    return likeness(ZH.TABLES_VERBS_BEHIND.sub("", part.rstrip("等。")))


def _ends_with_name(words: str) -> bool:
    ends = [words[-length:] for length in range(*_NAME_LENGTHS)]
    return any(ZH.TABLES_LEVEL_FIRST.match(end) and likeness(end) is Likeness.STRONG for end in ends)


CHINESE_CELLS = CellWords(
    ZH,
    column_of,
    _likeness,
    is_plausible,
    is_nobody=lambda cell: cell in ("无", "/", "—", "-") or is_ditto(cell),
    is_number=lambda cell: number_of(cell) is not None,
    is_date=lambda cell: ZH.TABLES_DATE.match(cell) is not None,
    is_group=is_group,
    is_note=is_note,
    is_glued=lambda cell: ZH.TABLES_GLUED.search(cell) is not None,
    ends_with_name=_ends_with_name,
)
