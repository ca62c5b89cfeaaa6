"""Task tables of English plans: their columns, the forms that text gives them, and their rows as tasks."""
