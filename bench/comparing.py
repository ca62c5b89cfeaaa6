"""Measures the alignment of plans that carry out one plan from above: its time, and how its memory grows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from plantui.model.plan import Plan, PlanInfo, Section, Task
from plantui.query.comparing.alignment import align
from tests.support.compared_plans import compared_plan

from .figures import Figure
from .setup import CHECKOUT, Setup

_PLANS = ("zhengzhou-2023-2025", "sanmenxia-2023-2025", "xinxiang-2023-2025")
_USUAL = (20, 30)
_SMALL, _LARGE = (50, 50), (100, 100)
_KEPT = 0.9
"""Share of the characters that a city keeps of the common plan."""
_SENTENCES = 3
_SEED = 20260101


def comparing(setup: Setup) -> Iterator[Figure]:
    """20 plans of 30 tasks each, and the memory for 10,000 tasks against that for 2,500."""
    seconds = [_measured(setup, *_USUAL)[0] for _ in range(setup.runs)]
    yield Figure(
        f"{_USUAL[0]} plans of {_USUAL[1]} tasks aligned", median(seconds), "s", 1.0, "processor time"
    )
    (_, small), (seconds_large, large) = (_measured(setup, *size) for size in (_SMALL, _LARGE))
    tasks = _LARGE[0] * _LARGE[1] / (_SMALL[0] * _SMALL[1])
    detail = f"{large:.0f} / {small:.0f} MiB for {tasks:.0f} times the tasks, {seconds_large:.0f} s"
    yield Figure(
        "memory of aligning 100 plans of 100 tasks, by task", large / small / tasks, "x", 1.2, detail
    )


def common_plans(count: int, tasks: int) -> list[Plan]:
    """Return plans that say the same in other words, in another order, made of sentences of the bundled plans."""
    random = Random(_SEED)
    known = [task for name in _PLANS for task in compared_plan(name).tasks]
    sentences = [one for task in known for one in task.text.split("。") if one]
    common = [
        (f"{known[at % len(known)].title}{at}", "。".join(random.sample(sentences, _SENTENCES)))
        for at in range(tasks)
    ]
    return [_in_own_words(random, f"city-{at:03}", common) for at in range(count)]


def _in_own_words(random: Random, name: str, common: list[tuple[str, str]]) -> Plan:
    own = [
        Task(str(at), "1", str(at), title, "".join(sign for sign in text if random.random() < _KEPT))
        for at, (title, text) in enumerate(common, 1)
    ]
    random.shuffle(own)
    return Plan(PlanInfo(name, name, name, name), (), (Section("1", "一", "重点任务"),), tuple(own))


def _measured(setup: Setup, plans: int, tasks: int) -> tuple[float, float]:
    """Return the seconds of the processor and the MiB that the alignment takes, in a process of its own."""
    command = [str(setup.python), "-m", "bench.comparing", str(plans), str(tasks)]
    done = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    seconds, memory = json.loads(done.stdout)
    return float(seconds), float(memory)


def main() -> None:
    """Align so many plans of so many tasks and print what it took."""
    plans = common_plans(*map(int, sys.argv[1:]))
    before, begun = _peak(), process_time()
    found = align(plans)
    seconds = process_time() - begun
    memory = _peak() - before
    assert len(found.tasks) == int(sys.argv[2])
    sys.stdout.write(json.dumps([seconds, memory]))


def _peak() -> float:
    """Return the MiB that this process had at most; what `resource` tells begins with what its starter had."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    assert found
    return int(found[1]) / 1024


if __name__ == "__main__":
    main()
