"""Measured figures, their budgets, and the table that shows both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value."""

    what: str
    value: float
    unit: str
    """`x` for a ratio, else ms, MiB or s."""
    budget: float | None = None
    """The most that it may be, None where nothing is asked."""
    detail: str = ""
    """The absolute values behind a ratio, or how the values are spread."""

    @property
    def is_over(self) -> bool:
        """Return whether the budget is exceeded."""
        return self.budget is not None and self.value > self.budget

    @property
    def verdict(self) -> str:
        """`ok`, `OVER`, or nothing where nothing is asked."""
        return "" if self.budget is None else "OVER" if self.is_over else "ok"


def ratio(
    what: str,
    pairs: Sequence[tuple[float, float]],
    budget: float | None,
    unit: str = "ms",
    processor: Sequence[tuple[float, float]] = (),
) -> Figure:
    """The median of ratios, each of two values taken one after the other; behind it, the same in processor time."""
    ours, theirs = (median(values) for values in zip(*pairs, strict=True))
    scale = 1000.0 if unit == "ms" else 1.0
    detail = f"{_three_digits(ours * scale)} / {_three_digits(theirs * scale)} {unit}"
    if processor:
        detail += f", in processor time {median(a / b for a, b in processor):.2f} x"
    return Figure(what, median(a / b for a, b in pairs), "x", budget, detail)


def latency(
    what: str, seconds: Sequence[float], budget: float | None, processor: Sequence[float] = ()
) -> Figure:
    """The median of times, with their 95th percentile and the worst, and the median of the processor times."""
    times = [second * 1000 for second in seconds]
    detail = (
        f"best {min(times):.1f}, p95 {percentile(times, 95):.1f}, worst {max(times):.1f} ms of {len(times)}"
    )
    if processor:
        detail += f", in processor time {median(processor) * 1000:.1f} ms"
    return Figure(what, median(times), "ms", budget, detail)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| what | measured | budget | | behind it |", "| --- | --: | --: | --- | --- |"]
    for figure in figures:
        budget = "" if figure.budget is None else _amount(figure.budget, figure.unit)
        measured = _amount(figure.value, figure.unit)
        lines.append(f"| {figure.what} | {measured} | {budget} | {figure.verdict} | {figure.detail} |")
    return "\n".join(lines)


def _amount(value: float, unit: str) -> str:
    digits = 2 if unit == "x" else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"


def _three_digits(value: float) -> str:
    """Return a figure with three digits that count, never as a power of ten."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
