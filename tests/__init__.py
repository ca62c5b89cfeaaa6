"""Tests of plantui; what several of them share is in `tests.support`."""
