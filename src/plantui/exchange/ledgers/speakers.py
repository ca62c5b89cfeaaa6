"""Cells in which each department speaks for itself: `市水利局：已开工⏎市财政局：已拨款`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantui.model.department import fold_name
from plantui.model.note import NoteContent

_SPEAKER = re.compile(r"\s*([^:：\n]{2,60})[:：]\s*(.*)", re.DOTALL)


def own_words(content: NoteContent, name: str, names: Sequence[str]) -> NoteContent | None:
    """Return what one of the departments of a row says; None for one that says nothing where others speak by their names."""
    texts = (content.progress, content.problems, content.next_steps)
    spoken = [_spoken(text, names) for text in texts]
    if not any(spoken):
        return content
    own = [by.get(name, "") if by else text for by, text in zip(spoken, texts, strict=True)]
    if not any(name in by for by in spoken):
        return None
    progress, problems, next_steps = own
    return content._replace(
        progress=progress or problems or next_steps, problems=problems, next_steps=next_steps
    )


def _spoken(text: str, names: Sequence[str]) -> dict[str, str]:
    """Return what each department says in a text; nothing where it does not begin with one of them."""
    by_name = {fold_name(name): name for name in names}
    found: dict[str, list[str]] = {}
    speaker = ""
    for line in text.split("\n"):
        match = _SPEAKER.fullmatch(line)
        known = by_name.get(fold_name(match[1])) if match else None
        if match and known:
            speaker = known
            found.setdefault(speaker, []).append(match[2])
        elif not speaker:
            return {}
        else:
            found[speaker].append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}
