"""What became of every character of a document, and what may be lost."""
