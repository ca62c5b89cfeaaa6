"""The state of the ledger that forms are made from: one state, whatever others save meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from plantui.words import Words

from .form_making import Contents, FormRequest, form_contents

if TYPE_CHECKING:
    from plantui.query.workspace import Workspace
    from plantui.store.ledger import Ledger


class Reading(Protocol):
    """A way to read the plans with what a ledger says of them."""

    def __call__(self, ledger: Ledger, *, keeps: bool) -> Workspace:
        """Return the workspace of a ledger; `keeps` as for `open_workspace`."""


class _Newest(NamedTuple):
    """The last reading of the ledger itself."""

    cut: str | None
    """The state of the ledger."""
    workspace: Workspace
    request: FormRequest
    """The request that was made last."""
    contents: Contents


class FormSource:
    """The plans with their ledger, as forms are made from them. What was read and made serves until somebody saves."""

    def __init__(self, ledger: Ledger, read: Reading, words: Words) -> None:
        self._ledger = ledger
        self._read = read
        self._words = words
        self._newest: _Newest | None = None
        self._turn = Lock()
        """Held by the thread that makes contents: first lines and files are made in threads of their own."""

    @contextmanager
    def contents(
        self, request_of: Callable[[Workspace], FormRequest], cut: str | None = None
    ) -> Iterator[Contents]:
        """Lend the content of each member of what is asked for, all of one state of the ledger: `cut`, else that of now.

        What somebody saves meanwhile is in no part of it, and the state that it names is the one that it is of. It is to be
        written inside the block: notes are read from the ledger, or from a copy of its earlier state, as they are written.
        Raises UsageError for a state that never was, else as `form_contents` does.
        """
        if cut is None:
            with self._turn:
                made, cut = self._of_now(request_of)
            if made is not None:
                yield made
                return
        with self._ledger.at(cut) as then:
            workspace = self._read(then, keeps=False)
            yield form_contents(request_of(workspace), workspace, then, self._words)

    def _of_now(self, request_of: Callable[[Workspace], FormRequest]) -> tuple[Contents | None, str]:
        """Return the contents of the state of now and its name; None for them where somebody has saved meanwhile."""
        cut, newest = self._ledger.cut(), self._newest
        is_known = newest is not None and newest.cut == cut
        workspace = newest.workspace if newest and is_known else self._read(self._ledger, keeps=True)
        request = request_of(workspace)
        if newest is not None and is_known and newest.request == request:
            return newest.contents, cut or ""
        made = form_contents(request, workspace, self._ledger, self._words)
        if self._ledger.cut() != cut:
            return None, cut or ""
        self._newest = _Newest(cut, workspace, request, made)
        return made, cut or ""
