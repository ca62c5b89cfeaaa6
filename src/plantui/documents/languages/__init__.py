"""Languages that documents are written in: the words and patterns of each, as data."""
