"""Measures the interface: starts, memory, keys, leaving."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from statistics import median
from typing import NamedTuple

from .figures import Figure, latency, percentile, ratio
from .screen import Screen
from .setup import BEFORE, CHECKOUT, TODAY, Setup
from .synthetic import DEPARTMENTS, YEARS
from .terminal import SIZE, BenchError, Moment, Terminal

LIGHTS_SHOWN = r"^ *[红黄绿蓝灰无] +(未启动|推进中|已完成)"
"""A row of the tree with its light and status."""
NOTES = 5_000
_LIST_COLUMNS = 60
"""The left part of the screen, where the list stands: the pane beside it follows later on purpose."""
_WORDS = ("建设高水平", "推进数字化", "完善绿色", "产教融合，构", "清洁取暖设")
_LETTERS = ("jsgsp", "tjszh", "wsls", "jscnfh", "rcpytx")
"""Initials of words that stand in many titles."""
_FILTERS = 20
WIDE = (200, 50)
_TOP = 3
"""Lines above the headings."""
_HEADINGS = ("预警", "状态", "时限", "逾期", "牵头", "最近")
"""Beginnings of the headings that are clicked: the mark of a sorting may cut their ends."""
_KEYS_MEASURED = {
    "cursor": "cursor",
    "scroll": "scroll",
    "filter": "filter by department, then year",
    "search": "one more search character",
    "letters": "one more letter of initials",
}
"""The kinds of keys, and what is said of each."""


def start(setup: Setup) -> Iterator[Figure]:
    """From the start of the process to the tree with its lights, and the memory then, against hello-world."""
    hello = [str(setup.python), str(CHECKOUT / "bench" / "hello.py")]
    users = (("four", False, "four plans"), ("large", True, f"{setup.tasks:,} tasks"))
    for user, large, name in users:
        setup.compile_index(large=large)
        yield from _against_hello(setup, user, hello, name, (1.2, 1.15) if large else (1.15, None), large)
    setup.compile_index(large=True)
    setup.fill_ledger("noted", NOTES)
    name = f"{setup.tasks:,} tasks and {NOTES:,} notes"
    yield from _against_hello(setup, "noted", hello, name, (1.45, None), True)


def _against_hello(
    setup: Setup,
    user: str,
    hello: list[str],
    name: str,
    budgets: tuple[float | None, float | None],
    large: bool,
) -> Iterator[Figure]:
    environ = setup.environ(user, large=large)
    times: list[tuple[Moment, Moment]] = []
    memory: list[tuple[float, float]] = []
    for run in range(setup.runs + 1):
        setup.forget(user)
        ours, our_memory = started(setup, [setup.plantui, "--today", TODAY], environ, LIGHTS_SHOWN)
        theirs, their_memory = started(setup, hello, environ, "Hello")
        if run:  # the first fills the system's file cache
            times.append((ours, theirs))
            memory.append((our_memory, their_memory))
    yield _moments_ratio(f"start, {name} / hello-world", times, budgets[0])
    yield ratio(f"memory at start, {name} / hello-world", memory, budgets[1], "MiB")


def _moments_ratio(what: str, pairs: Sequence[tuple[Moment, Moment]], budget: float | None) -> Figure:
    clock = [(ours.clock, theirs.clock) for ours, theirs in pairs]
    return ratio(
        what, clock, budget, processor=[(ours.processor, theirs.processor) for ours, theirs in pairs]
    )


def _moments_latency(what: str, times: Sequence[Moment], budget: float | None) -> Figure:
    return latency(what, [time.clock for time in times], budget, [time.processor for time in times])


def started(setup: Setup, command: list[str], environ: Mapping[str, str], shown: str) -> tuple[Moment, float]:
    """Start a program; the seconds until an expression is on its screen, and the MiB that it has then."""
    with Terminal(command, environ, setup.folder) as terminal:
        seconds = terminal.wait(shown).since(terminal.started)
        terminal.settle(0.3)
        return seconds, terminal.memory()


def keys(setup: Setup) -> Iterator[Figure]:
    """Key to painted in the large library with notes, every branch open; then memory after filters and searches.

    Cursor and scroll are held against a bare list, the same key in turn.
    """
    times, memory, bare = _key_times(setup, SIZE)
    size = f"at {setup.tasks:,} tasks"
    for name, theirs in bare.items():
        pairs = list(zip(times[name], theirs, strict=True))
        what = f"{_KEYS_MEASURED[name]} {size} / in a bare list of as many lines"
        yield _moments_ratio(what, pairs, 1.3)
        yield Figure(f"{name} {size}, p95", _p95(times[name]), "ms", 16.0, f"bare list {_p95(theirs):.1f} ms")
    for name in ("filter", "search", "letters"):
        yield _moments_latency(f"{_KEYS_MEASURED[name]} {size}", times[name], 10.0)
    yield Figure(f"memory after {_FILTERS} filters and searches", max(memory), "MiB", 100.0)


def _p95(times: Sequence[Moment]) -> float:
    return percentile([time.clock for time in times], 95) * 1000


def wide(setup: Setup) -> Iterator[Figure]:
    """Key to painted at 200×50, against 120×40 of the build before there were columns, in the same run."""
    before = setup.before()
    narrow = _key_times(before or setup, SIZE)[0]
    times = _key_times(setup, WIDE)[0]
    build = f"of build {BEFORE}" if before else f"of this build, as {BEFORE} is not to be had"
    for name in ("cursor", "scroll", "filter", "search"):  # that build knows no letters
        said = _KEYS_MEASURED[name]
        ours, theirs = (median(time.clock for time in found[name]) * 1000 for found in (times, narrow))
        what = f"{said} at 200×50 / at 120×40 {build}"
        yield Figure(what, ours / theirs, "x", 1.6, f"{ours:.1f} / {theirs:.1f} ms")


def sort(setup: Setup) -> Iterator[Figure]:
    """Click on a heading to the sorted tree: the first time by each column either way, and again."""
    first: list[Moment] = []
    again: list[Moment] = []
    user = "sort"
    setup.compile_index(large=True)
    setup.fill_ledger(user, NOTES)
    for _ in range(max(1, setup.runs // 3)):
        setup.forget(user)
        with _opened(setup, user, WIDE) as terminal:
            terminal.press("7")  # the pane takes the room of half of the columns
            terminal.settle()
            for times in (first, again):
                for heading in _HEADINGS:
                    # Rising, falling, and back to the order printed, which is no sorting.
                    for counted in (True, True, False):
                        seconds = terminal.reaction(terminal.click(heading, _TOP), _below_top)
                        times += [seconds] if counted else []
    size = f"at {setup.tasks:,} tasks"
    yield _moments_latency(f"sort by a column, the first time, {size}", first, 150.0)
    yield _moments_latency(f"sort by a column again {size}", again, 40.0)


@contextmanager
def _opened(setup: Setup, user: str, size: tuple[int, int]) -> Iterator[Terminal]:
    """Open the interface with every branch of the large library open and the cursor at the top."""
    environ = setup.environ(user, large=True)
    with Terminal([setup.plantui, "--today", TODAY], environ, setup.folder, size) as terminal:
        terminal.wait(LIGHTS_SHOWN)
        terminal.settle()
        terminal.press("9", "end")
        terminal.settle()
        terminal.press("home")
        terminal.settle()
        yield terminal


class KeyTimes(NamedTuple):
    """Seconds of each kind of key, the MiB at the end of each run, and the seconds of the bare list for the same keys."""

    ours: dict[str, list[Moment]]
    memory: list[float]
    bare: dict[str, list[Moment]]


def _key_times(setup: Setup, size: tuple[int, int]) -> KeyTimes:
    user = "keys"
    setup.compile_index(large=True)
    setup.fill_ledger(user, NOTES)
    measured = KeyTimes({name: [] for name in _KEYS_MEASURED}, [], {"cursor": [], "scroll": []})
    times = measured.ours
    for _ in range(max(1, setup.runs // 3)):
        setup.forget(user)
        with _opened(setup, user, size) as terminal:
            with _bare_list(setup, size) as bare:
                for kind, key, count in (("cursor", "down", 60), ("scroll", "pagedown", 40)):
                    for _ in range(count):
                        times[kind].append(terminal.reaction(key, _list_cells))
                        measured.bare[kind].append(bare.reaction(key, _all_cells))
            for number in range(_FILTERS // 2):
                times["filter"] += _filter(terminal, DEPARTMENTS[number * 3 + 1], number)
                times["search"] += _search(terminal, _WORDS[number % len(_WORDS)])
            for letters in _LETTERS if setup.sources == CHECKOUT else ():
                times["letters"] += _search(terminal, letters)
            terminal.settle()
            measured.memory.append(terminal.memory())
    return measured


@contextmanager
def _bare_list(setup: Setup, size: tuple[int, int]) -> Iterator[Terminal]:
    """Open the list that a key is held against."""
    command = [str(setup.python), str(CHECKOUT / "bench" / "bare_list.py"), str(setup.tasks)]
    with Terminal(command, setup.environ("bare", large=False), setup.folder, size) as terminal:
        terminal.wait("^000040")
        terminal.settle()
        terminal.press("end", "home")
        terminal.settle()
        yield terminal


def _filter(terminal: Terminal, department: str, number: int) -> list[Moment]:
    """Choose a department, then a year in addition; back to everything."""
    times = []
    for key, typed in (("f4", department), ("f6", str(YEARS[number % len(YEARS)]))):
        terminal.press(key)
        terminal.wait("Esc")
        terminal.settle()
        terminal.press(*typed)
        terminal.wait(rf"^[^\n]*{re.escape(typed)}")
        terminal.settle()
        times.append(terminal.reaction("enter", _list_text))
        terminal.wait(re.escape(typed))
    terminal.press("0")
    terminal.settle()
    return times


def _search(terminal: Terminal, words: str) -> list[Moment]:
    """Type words, each character once the one before has been answered; back to everything."""
    terminal.press("f3")
    terminal.wait("Enter 看结果")
    terminal.settle()
    times = []
    for character in words:
        times.append(terminal.reaction(character, _list_text))
    terminal.wait(f"文字：{words}")
    terminal.press("esc")
    terminal.settle()
    return times


def leave(setup: Setup) -> Iterator[Figure]:
    """Esc in a dialog until the tree is back, and Ctrl+Q until the process is gone."""
    setup.compile_index(large=False)
    escapes: list[Moment] = []
    quits: list[float] = []
    for _ in range(setup.runs):
        with Terminal(
            [setup.plantui, "--today", TODAY], setup.environ("leave", large=False), setup.folder
        ) as terminal:
            terminal.wait(LIGHTS_SHOWN)
            terminal.settle()
            for _ in range(3):
                terminal.press("f1")
                terminal.settle(0.3)
                if re.search(LIGHTS_SHOWN, terminal.screen.text(), re.M):
                    raise BenchError("F1 did not open the help")
                escapes.append(terminal.reaction("esc", _list_text))
                terminal.wait(LIGHTS_SHOWN, 1.0)
                terminal.settle()
            quits.append(terminal.leave("ctrl+q"))
    yield _moments_latency("Esc to a closed dialog", escapes, 30.0)
    yield latency("Ctrl+Q to the process gone", quits, 120.0)


def _list_text(screen: Screen) -> object:
    """Count, filter and list as read; the lines of messages and keys at the bottom may come later."""
    return screen.lines()[0], screen.lines(_LIST_COLUMNS)[1:-2]


def _list_cells(screen: Screen) -> object:
    """The list with its colours: the cursor is one."""
    return [row[:_LIST_COLUMNS] for row in screen.cells[1:-2]]


def _all_cells(screen: Screen) -> object:
    """The whole screen with its colours."""
    return [row[:] for row in screen.cells]


def _below_top(screen: Screen) -> object:
    """Headings and list in the whole width: the headings name the order."""
    return screen.lines()[1:-2]
