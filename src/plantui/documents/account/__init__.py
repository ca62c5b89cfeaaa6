"""The account of a document: what became of every character, and what may be lost."""
