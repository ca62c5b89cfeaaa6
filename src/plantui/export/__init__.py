"""The status summary: tasks with their figures as Markdown, CSV or JSON, written whole or not at all."""
