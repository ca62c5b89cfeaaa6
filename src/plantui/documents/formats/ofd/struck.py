"""The words of an OFD page that a line is drawn through."""

from __future__ import annotations

from dataclasses import replace

from ..drawn.drawing import Drawing, Run
from ..strikes import Letter, Stroke, struck_letters


def without_struck(drawing: Drawing) -> Drawing:
    """Return a page whose struck words are apart from the others."""
    strokes = [Stroke(rule.x0, rule.x1, -rule.top) for rule in drawing.rules if rule.is_level]
    letters = [
        Letter(glyph.x, glyph.x + glyph.width, -glyph.y, glyph.size)
        for run in (drawing.runs if strokes else ())
        for glyph in run.glyphs
    ]
    places = struck_letters(letters, strokes)
    if not places:
        return drawing
    kept: list[Run] = []
    struck: list[Run] = []
    at = 0
    for run in drawing.runs:
        for runs, is_struck in ((kept, False), (struck, True)):
            glyphs = [glyph for place, glyph in enumerate(run.glyphs, at) if (place in places) is is_struck]
            if glyphs:
                runs.append(run._replace(glyphs=glyphs))
        at += len(run.glyphs)
    return replace(drawing, runs=kept, struck=struck)
