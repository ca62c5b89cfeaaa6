"""Stores in SQLite: the ledger of the user's notes, and the index compiled from the plan files."""
