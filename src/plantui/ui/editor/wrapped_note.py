"""The wrapped view of a note's text: Chinese line breaks, and an edit wraps no more than its surroundings.

The framework's own view breaks at blanks, which leaves Chinese ragged, wraps a whole paragraph again at each key,
and cuts it in pieces once per line drawn: 217 ms a key at 20,000 characters. The attributes filled in here are
those that its other methods read; `tests/ui/editor/test_ui_editor_text.py` fails where a release renames them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from textual.widgets.text_area import Location, WrappedDocument

from plantui.export.wrapping import wrap_spans

_LONG = 2_000
"""From so many characters on a paragraph is wrapped again only around the edit."""


def line_breaks(line: str, width: int) -> list[int]:
    """The places in one paragraph at which a new line begins."""
    if not width or 2 * len(line) <= width:
        return []
    return [start for start, _ in wrap_spans(line, width)[1:]]


def breaks_after_edit(old: str, breaks: list[int], new: str, width: int) -> list[int]:
    """`line_breaks(new)`, knowing those from before the edit: wrapping starts anew after every break."""
    if len(new) < _LONG:
        return line_breaks(new, width)
    tail = _common(old[::-1], new[::-1])
    head = min(_common(old, new), min(len(old), len(new)) - tail)
    # The last break before the edit may have stood where it did because of what follows it.
    kept = breaks[: max(bisect_right(breaks, head) - 2, 0)]
    start = kept[-1] if kept else 0
    same_from, shift = len(new) - tail, len(new) - len(old)
    end = min(len(new), same_from + _LONG)
    fresh = [start + place for place in line_breaks(new[start:end], width)]
    if end == len(new):
        return kept + fresh
    for count, place in enumerate(fresh):
        if place >= same_from:
            at = bisect_left(breaks, place - shift)
            if at < len(breaks) and breaks[at] == place - shift:
                return kept + fresh[:count] + [later + shift for later in breaks[at:]]
    return line_breaks(new, width)


def _common(one: str, other: str) -> int:
    """Return the number of first characters that two texts share."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class WrappedNote(WrappedDocument):
    """The lines of a note as they stand on the screen."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap everything."""
        self._width = width
        self._wrapped = list(self.document.lines)
        self._wrap_offsets = [line_breaks(line, width) for line in self._wrapped]
        self._index()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap again what an edit touched."""
        top = start[0]
        old_bottom, new_bottom = max(top, old_end[0]) + 1, max(top, new_end[0]) + 1
        old, new = self._wrapped[top:old_bottom], self.document.lines[top:new_bottom]
        if len(old) == len(new) == 1:
            breaks = [breaks_after_edit(old[0], self._wrap_offsets[top], new[0], self._width)]
        else:
            breaks = [line_breaks(line, self._width) for line in new]
        self._wrapped[top:old_bottom] = new
        self._wrap_offsets[top:old_bottom] = breaks
        self._index()

    def _index(self) -> None:
        """Note where each paragraph begins on the screen, and what stands on each screen line."""
        self._sections_of: tuple[int, list[str]] | None = None
        self._tab_width_cache = [[] for _ in self._wrap_offsets]
        self._offset_to_line_info = [
            (line, part) for line, breaks in enumerate(self._wrap_offsets) for part in range(len(breaks) + 1)
        ]
        self._line_index_to_offsets = []
        height = 0
        for breaks in self._wrap_offsets:
            self._line_index_to_offsets.append(list(range(height, height + len(breaks) + 1)))
            height += len(breaks) + 1

    @property
    def height(self) -> int:
        """Return the number of screen lines."""
        return len(self._offset_to_line_info)

    def get_sections(self, line_index: int) -> list[str]:
        """The screen lines of a paragraph. Asked for several times a key, so the last answer is kept."""
        if self._sections_of is None or self._sections_of[0] != line_index:
            line, breaks = self.document.get_line(line_index), self._wrap_offsets[line_index]
            parts = [line[a:b] for a, b in zip([0, *breaks], [*breaks, len(line)], strict=True)]
            self._sections_of = (line_index, parts)
        return self._sections_of[1]

    def screen_line(self, y: int) -> tuple[int, int, str, bool] | None:
        """Paragraph, first column, text, and whether the paragraph ends there; None below the last line."""
        if not 0 <= y < self.height:
            return None
        line_index, part = self._offset_to_line_info[y]
        line, breaks = self.document.get_line(line_index), self._wrap_offsets[line_index]
        start = breaks[part - 1] if part else 0
        is_last = part == len(breaks)
        return line_index, start, line[start : None if is_last else breaks[part]], is_last
