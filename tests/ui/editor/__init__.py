"""Tests of the note editor. A package, because a second plain `conftest` would be the same module to mypy."""
