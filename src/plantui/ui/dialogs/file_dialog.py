"""A dialog that asks for a file, with the files of its folder to choose from, and does something with it in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from plantui.model.problem import PlantuiError, UsageError
from plantui.model.text import one_line
from plantui.planfile.search_path import is_file, is_folder
from plantui.ui.painting import clip
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.progress_line import ProgressLine
from plantui.ui.widgets.row_list import RowList
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words

from .base import Dialog, Hint
from .picker import ListLine
from .typed_path import FileEntry, TypedPath

ResultT = TypeVar("ResultT")

_EXISTS = "opening.exists"
"""The message of a refusal after which one more Enter replaces what is there."""
_ABOVE = ".."
_MOST = 1_000
"""Files of a folder that are listed."""


class CancelledError(Exception):
    """The user has cancelled the work."""


@dataclass(frozen=True, slots=True)
class FileRequest:
    """A file that was chosen. `force` says that what it would replace may be replaced."""

    path: Path
    option: int = 0
    """The chosen one of the dialog's options."""
    force: bool = False


Tell = Callable[[float], None]
"""Is told the share that is done; raises CancelledError once the user does not want it any more."""
Work = Callable[[FileRequest, Tell], ResultT]
"""Does something with the file, in a thread. Raises PlantuiError where it cannot."""


@dataclass
class _Done(Message, Generic[ResultT]):
    """The work is done."""

    result: ResultT


class PathLine(ListLine):
    """The line in which the path is typed. Tab completes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "screen.complete", show=False)]


class FileList(RowList[FileEntry], can_focus=False):
    """The files that the path may become; the keyboard stays with the line."""

    cursor_is_always_bright = True


class FileDialog(Dialog[ResultT | None], Generic[ResultT]):
    """Asks for a file and does the work; its result is what the work gives. Esc cancels the work, too."""

    AUTO_FOCUS = "#path"
    DEFAULT_CSS = """
    FileDialog .what { padding: 0 1; margin: 0 0 1 0; height: auto; }
    FileDialog #path { width: 1fr; margin: 0 1; }
    FileDialog #option { margin: 0 1 1 1; }
    FileDialog #files { margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("shift+tab", "other_field", show=False),
    ]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("tab",), "opening.key.complete"),
        Hint(("enter",), "opening.key.open"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    @dataclass
    class Refused(Message):
        """The work could not be done."""

        request: FileRequest
        error: PlantuiError

    @dataclass
    class Told(Message):
        """A share of the work is done."""

        share: float

    def __init__(
        self,
        words: Words,
        heading: str,
        what: str,
        folder: Path,
        endings: Sequence[str],
        work: Work[ResultT],
        *,
        options: Sequence[str] = (),
        cancel: Callable[[], None] = lambda: None,
        takes_folder: bool = False,
    ) -> None:
        """Take what is asked for; with `takes_folder` Enter takes the folder whole unless a file was typed."""
        super().__init__(words, heading)
        self._takes_folder = takes_folder
        self._what = what
        self._folder = folder
        self._endings = endings
        self._work = work
        self._options = options
        self._cancel = cancel
        self._is_working = False
        self._is_cancelled = False
        self._may_replace: Path | None = None
        """The file for which one more Enter replaces what is there."""

    def body(self) -> ComposeResult:
        yield Sentence(one_line(self._what), classes="what")
        if self._options:
            yield Chooser(self._options, id="option")
        yield PathLine(
            id="path",
            compact=True,
            select_on_focus=False,
            placeholder=self.words("opening.type_path", folder=self._folder),
        )
        yield FileList(self._paint, id="files")
        yield ProgressLine(id="progress")

    def on_mount(self) -> None:
        self._list()

    # -- the path --------------------------------------------------------------------------------------------

    @property
    def _typed(self) -> TypedPath:
        return TypedPath.read(self._folder, self.query_one(PathLine).value)

    def _list(self) -> None:
        found = self._typed.entries(self._endings)
        rows = [FileEntry(_ABOVE, is_folder=True), *found[:_MOST]]
        self.query_one(FileList).show(rows, 1)
        if len(found) > _MOST:
            self.say(self.words("opening.many_files", count=_MOST))
        else:
            self.say("" if found else self.words("opening.no_files"))

    def _paint(self, entry: FileEntry, width: int) -> Painted:
        name = f"{entry.name}/" if entry.is_folder else entry.name
        return [(f" {clip(one_line(name), width - 1)}", "head" if entry.is_folder else "")]

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List what the path typed so far may become."""
        event.stop()
        if not self._is_working:
            self._may_replace = None
            self._list()

    @on(Chooser.Chosen)
    def forget_question(self, event: Chooser.Chosen) -> None:
        """Ask anew where another option was chosen."""
        event.stop()
        self._may_replace = None

    def action_move(self, rows: int) -> None:
        """Move in the list."""
        self.query_one(FileList).action_move(rows)

    def action_page(self, pages: int) -> None:
        """Move in the list by what is seen of it."""
        self.query_one(FileList).action_page(pages)

    def action_complete(self) -> None:
        """Complete the path to the row under the cursor."""
        entry = self.query_one(FileList).current
        if entry is not None and not self._is_working:
            line = self.query_one(PathLine)
            line.value = self._typed.completed(entry)
            line.cursor_position = len(line.value)

    def action_other_field(self) -> None:
        """Go to the options, and back."""
        self.focus_previous()

    # -- the work --------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Go into a folder, or begin the work with a file."""
        if not self._is_working:
            self._choose()

    def _choose(self) -> None:
        typed = self._typed
        path = typed.path
        if self._takes_folder and (path is None or is_folder(path)):
            self._begin(path or self._folder)
            return
        if path is None or not is_file(path):
            entry = self.query_one(FileList).current
            if entry is None or (typed.beginning and entry.name == _ABOVE):
                self.say(self.words.error(UsageError("opening.no_file", path=typed.text)))
                return
            self.action_complete()
            if entry.is_folder:
                return
            path = self._typed.path
        if path is not None:
            self._begin(path)

    def _begin(self, path: Path) -> None:
        options = self.query(Chooser)
        option = options.first().chosen if options else 0
        self._start(FileRequest(path, option, force=path == self._may_replace))

    def _start(self, request: FileRequest) -> None:
        self._is_working = True
        self.say(self.words("opening.working", file=request.path.name))
        self.query_one(ProgressLine).tell(0.0)
        self._carry_out(request)

    @work(thread=True, group="file")
    def _carry_out(self, request: FileRequest) -> None:
        try:
            result = self._work(request, self._tell)
        except CancelledError:
            return
        except PlantuiError as error:
            self.post_message(self.Refused(request, error))
        else:
            self.post_message(_Done(result))

    def _tell(self, share: float) -> None:
        if self._is_cancelled:
            raise CancelledError
        self.post_message(self.Told(share))

    @on(Told)
    def show_share(self, event: Told) -> None:
        """Show how much is done."""
        if self._is_working:
            self.query_one(ProgressLine).tell(event.share)

    @on(_Done)
    def finish(self, event: _Done[ResultT]) -> None:
        """Close with what the work gave."""
        self.dismiss(event.result)

    @on(Refused)
    def tell_refusal(self, event: Refused) -> None:
        """Say why not."""
        self._is_working = False
        self.query_one(ProgressLine).tell(None)
        self._refuse(event.request, event.error)

    def _refuse(self, request: FileRequest, error: PlantuiError) -> None:
        """Say why not; where something is there already, one more Enter replaces it."""
        self._may_replace = request.path if error.message == _EXISTS else None
        self.say(self.words.error(error))

    def action_cancel(self) -> None:
        """Cancel the work, or the dialog."""
        if self._is_working:
            self._is_cancelled = True
            self._cancel()
        super().action_cancel()
