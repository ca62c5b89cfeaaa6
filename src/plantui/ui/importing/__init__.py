"""Importing a document from inside the interface, in a process of its own."""
