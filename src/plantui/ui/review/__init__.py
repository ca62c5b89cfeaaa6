"""The review of an import: the document beside the fields that were read from it."""
