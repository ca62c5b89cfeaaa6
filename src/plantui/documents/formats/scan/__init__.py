"""Scanned pages and pictures: their words are recognised, and what was not read of a page is said."""
