"""Waiting until a running interface has nothing more to do."""

from __future__ import annotations

from contextlib import suppress
from typing import TypeVar

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

ResultT = TypeVar("ResultT")


async def settle(pilot: Pilot[ResultT]) -> None:
    """Wait until all threads have spoken and everything they said is shown: what is said may begin another thread."""
    await pilot.pause()
    for _ in range(2):
        with suppress(WorkerCancelled):  # a dialog that closes lets go of what it had begun
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
