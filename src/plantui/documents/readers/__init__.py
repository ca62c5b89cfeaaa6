"""A document with its structure found, by the rules of its language: what the importer makes a plan of."""
