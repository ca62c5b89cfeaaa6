"""The status summary: tasks with their figures as Markdown, CSV or JSON, written whole or not at all."""

from .formats import Format, export, suggested_name
from .summary import Heading, Overdue, Summary, SummaryRow, heading, summary
from .writing import emit, save

__all__ = [
    "Format",
    "Heading",
    "Overdue",
    "Summary",
    "SummaryRow",
    "emit",
    "export",
    "heading",
    "save",
    "suggested_name",
    "summary",
]
