"""Dialogs of the comparison of plans: which plans, the matrix, the sentences of one task, another task to put beside it."""
