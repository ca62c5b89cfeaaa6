"""Two versions of one plan: which task is which after a revision, and what was changed."""
