"""plantui: follow, report on and summarise published action plans in the terminal."""

__version__ = "0.1.0"
