"""Fields of a task, and goals: departments, deadlines, indicators, read from one text of a language."""
