"""The error of an import that found no task: it holds what was read and seen all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.documents.imported import Imported
from plantui.model.plan import Section
from plantui.model.problem import DataError

if TYPE_CHECKING:
    from .overview import Seen


class NoTasks(DataError):
    """No task was found in a document."""

    def __init__(self, imported: Imported) -> None:
        from .overview import overview_of  # most imports find tasks and need not wait for it

        super().__init__("documents.no_tasks", file=imported.source.name)
        plan = imported.plan
        if not plan.sections:  # where a person points at tasks, they need one to stand in
            plan = plan._replace(sections=(Section("0", "", plan.info.title),))
        self.imported: Imported = imported._replace(plan=plan)
        """The plan without tasks, with its doubts and the account."""
        self.seen: tuple[Seen, ...] = overview_of(imported.source)
