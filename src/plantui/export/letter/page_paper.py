"""The paper of a summary on one page: the bundled one, or an office's own with lines whose height is known."""

from __future__ import annotations

from docx.oxml.ns import qn

from plantui.export.form_content import FormContent
from plantui.model.problem import DataError

from .own_template import paper_for
from .paper import Paper
from .shapes import Properties, Shapes, shape_of
from .styles import POINT, StyleName
from .template import A4, page_template

_MILLIMETRE = 36_000
"""Lengths of python-docx in a millimetre."""
_DIFFERENCE = 2
"""Millimetres by which a page may differ from A4: word processors round."""
_LETTER = (7_772_400, 10_058_400)
"""The page that word processors take where a document names none, in lengths of python-docx."""
_OPEN = 1.3
"""Height of a line in sizes of type where a template leaves it to the font: none is cut, and it is the same everywhere."""


def page_paper(content: FormContent) -> Paper:
    """Return the paper of a summary on one page.

    Raises DataError where the form's own template cannot be read, where its page is not A4, and where it has several
    sections or columns.
    """
    paper = paper_for(content, page_template(content.words.language), is_compact=True)
    if content.form.template:
        _refuse_other_pages(paper, content.form.template)
        _fix_lines(paper)
    return paper


def _refuse_other_pages(paper: Paper, path: str) -> None:
    sections = paper.file.sections
    section = sections[-1]
    page = (section.page_width or _LETTER[0], section.page_height or _LETTER[1])
    sides = sorted(round(side / _MILLIMETRE) for side in page)
    if any(abs(side - wanted) > _DIFFERENCE for side, wanted in zip(sides, A4, strict=True)):
        raise DataError("reports.template.no_a4", path=path, short=sides[0], long=sides[1])
    columns = paper.section.find(qn("w:cols"))
    if len(sections) > 1 or (columns is not None and columns.get(qn("w:num"), "1") != "1"):
        raise DataError("reports.template.sections", path=path)


def _fix_lines(paper: Paper) -> None:
    """Fix the height of the lines that will be written: else it depends on fonts that not every machine has.

    The page's grid goes, since it would stretch lines; fonts, sizes and indents stay those of the template.
    """
    for grid in paper.section.findall(qn("w:docGrid")):
        paper.section.remove(grid)
    shapes = Shapes(paper.file.styles.element)
    paper.fixed = {name: _fixed(shapes.of_style(paper.styles[name])) for name in StyleName}


def _fixed(properties: Properties) -> str:
    """Return markup that fixes what a style says of lines and of the room around a paragraph."""
    shape = shape_of(properties, _OPEN)
    around = "".join(
        f' w:{side}="{round(points * POINT)}" w:{side}Lines="0" w:{side}Autospacing="0"'
        for side, points in (("before", shape.before), ("after", shape.after))
    )
    return (
        '<w:pageBreakBefore w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing{around} w:line="{round(shape.line * POINT)}" w:lineRule="exact"/>'
    )
