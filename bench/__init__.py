"""Measures plantui against its speed budgets: `python -m bench`, see docs/benchmarks.md."""
