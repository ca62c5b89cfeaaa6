"""The JSON texts of very many revisions of notes: the same as of the objects of `noteform`, without making these."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.text import escaped_json
from plantui.store.ledger.note_cells import NoteCells

from .notekeys import NoteKeys, kind_dict, late_dict, stage_dict

if TYPE_CHECKING:
    from plantui.model.note import Note
    from plantui.model.stages import StageState

_encode = json.JSONEncoder(ensure_ascii=False).encode

_TEMPLATE = "{" + "".join(f"{_encode(key)}: %s, " for key in NoteKeys._fields) + "%s"
_NO_DETAILS = ("[]", "[]", "[]")
"""The requirements, actual values and evidence of a plain revision."""
_WHOLE_SECOND = ".000000Z"


class _Strings(dict[str, str]):
    """Strings that come again and again, in their JSON form."""

    def __missing__(self, string: str) -> str:
        text = self[string] = _encode(string)
        return text


class NoteTexts:
    """Writes revisions as JSON texts, and remembers what many of them have in common."""

    def __init__(self, stages: Mapping[str, StageState], *, with_kind: bool) -> None:
        """Take how far revisions have come, by their ids; `with_kind` tells of each whether it retracts its note."""
        self._stages = stages
        self._with_kind = with_kind
        self._strings = _Strings()
        self._ends: dict[tuple[str, bool | None], str] = {}

    def text(self, revision: NoteCells | Note, late: Collection[str] | None) -> str:
        """Return the text of a revision, with its stage and whether it is one of the late ones."""
        if isinstance(revision, NoteCells):
            return escaped_json(_TEMPLATE % (*self._values(revision), self._end(revision, late)))
        from .noteform import note_dict  # brings the nouns of plans along, which plain revisions do not need

        return escaped_json(_encode(note_dict(revision) | self._beside(revision, late)))

    def _beside(self, revision: NoteCells | Note, late: Collection[str] | None) -> JsonObject:
        kind = kind_dict(revision) if self._with_kind else {}
        return kind | stage_dict(self._stages.get(revision.id)) | late_dict(revision, late)

    def _end(self, cells: NoteCells, late: Collection[str] | None) -> str:
        if cells.id in self._stages:
            return _encode(self._beside(cells, late))[1:]
        case = cells.kind, None if late is None else cells.id in late
        end = self._ends.get(case)
        if end is None:
            end = self._ends[case] = _encode(self._beside(cells, late))[1:]
        return end

    def _values(self, cells: NoteCells) -> tuple[str, ...]:
        """Return the texts of the values in the order of NoteKeys, which itself takes longer to make than all of them."""
        strings = self._strings
        return (
            _encode(cells.id),
            strings[cells.plan],
            _encode(cells.task),
            strings[cells.department],
            strings[cells.status],
            "null" if cells.percent is None else str(cells.percent),
            _encode(cells.progress),
            _encode(cells.problems),
            _encode(cells.next_steps),
            _encode(cells.reason),
            *_NO_DETAILS,
            strings[cells.author],
            strings[cells.as_of],
            f'"{_moment(cells.written_at)}"',
            "null" if cells.supersedes is None else _encode(cells.supersedes),
        )


def _moment(stored: str) -> str:
    """Return a stored moment in the one form of JSON, which gives a whole second no fraction."""
    return f"{stored[: -len(_WHOLE_SECOND)]}Z" if stored.endswith(_WHOLE_SECOND) else stored
