"""The interface on the demonstration: which plan, department and day it is started with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantui.store.demo import demo_day_of, demo_path, make_demo
from plantui.store.demo_script import DemoScript, read_script
from plantui.store.index.library import Library

from .filter import Filter
from .session import department_named
from .startup import StartupOptions


def open_demo(options: StartupOptions, library: Library) -> StartupOptions:
    """Make the demonstration beside the ledger where there is none, and return the options to look at it.

    Raises PlantuiError where it cannot be made or another ledger stands in its place.
    """
    path = demo_path(options.ledger_path)
    make_demo(path)
    day = demo_day_of(path) or read_script().today
    beside = options._replace(
        ledger_path=path,
        clock=lambda: day,
        filter=Filter(),
        before_demo=options.before_demo if options.is_demo else options,
        is_first_start=False,
    )
    return demo_options(beside, library, day)


def demo_options(options: StartupOptions, library: Library, day: date) -> StartupOptions:
    """Return the options where their ledger is the demonstration: on its plan, with a department that it tells of.

    The own department stays where the plan knows it. What the interface remembers is kept apart from that in earnest.
    """
    script = read_script()
    plan = library.plan(script.plan)
    if plan is None:
        return options._replace(is_demo=True)
    own = department_named(library, options.department)
    region_own = own is not None and own.region == plan.region
    return options._replace(
        is_demo=True,
        department=options.department if region_own else f"{plan.region}/{script.department}",
        filter=_on_plan(options.filter, script),
        state_path=_apart(options.state_path),
    )


def _on_plan(active_filter: Filter, script: DemoScript) -> Filter:
    return Filter(plans=(script.plan,)) if active_filter.is_empty else active_filter


def _apart(path: Path) -> Path:
    return path.with_name(f"{path.stem}-demo{path.suffix}")
