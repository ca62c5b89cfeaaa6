"""Broken text made whole again: what was read from a file becomes paragraphs, each character with its place."""
