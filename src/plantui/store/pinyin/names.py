"""Names of departments as they are typed with letters: from their beginning, or without what stands before the body."""

from __future__ import annotations

from .spelling import spellings

_BEFORE_A_BODY = frozenset("省市州县区旗乡镇局委厅部院会和与及、（(")
"""Characters behind which a body's own name may begin: 水利局 in 市水利局 and in 中牟县水利局."""


def name_spellings(name: str) -> tuple[str, ...]:
    """Return what letters for a department may begin with: the name spelled from each place where one begins."""
    begins = [0, *(at for at, before in enumerate(name[:-1], 1) if before in _BEFORE_A_BODY)]
    return tuple(dict.fromkeys(spelled for at in begins for spelled in spellings(name[at:])))
