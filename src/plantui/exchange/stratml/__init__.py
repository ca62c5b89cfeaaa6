"""StratML Part 2 (ISO 17469-2): strategic and performance plans, and reports on them, as XML."""
