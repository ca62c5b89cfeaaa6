"""A note editor on a real ledger, in a program that does nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent
from plantui.model.period import ReportingRules
from plantui.model.plan import Deadline, Indicator, Task
from plantui.model.terms import Language, Op, Status
from plantui.store.ledger import Ledger
from plantui.ui.editor import EditorResult, EditorSubject, NoteEditor, SubjectTask
from plantui.ui.editor.status_line import EditorStatus
from plantui.words import Words
from tests.support.settling import settle as settle

KEY = TaskKey("zhengzhou", "2.2")
LEAD, OTHER = "市工信局", "市发展改革委"
TODAY = date(2025, 10, 8)
TASK = Task(
    id="2.2",
    section="2",
    number="2.2",
    title="实施[重点]行业改造",
    text="推动[2023]20号所列重点行业改造，到2025年10月底前完成50家企业改造，改造率不低于95%；“两高”项目不再新增。",
    deadlines=(Deadline("2025年10月底前", date(2025, 10, 31), "完成50家企业改造"),),
    indicators=(Indicator("改造率", Op.AT_LEAST, 95, "%", date(2025, 10, 31), clause="改造率不低于95%"),),
)


def clock() -> datetime:
    """09:12 in Beijing."""
    return datetime(2025, 10, 8, 1, 12, tzinfo=UTC)


def content(progress: str = "已完成40家企业改造。", percent: int | None = 60) -> NoteContent:
    """A note's content of the month before."""
    return NoteContent(Status.IN_PROGRESS, progress, percent, "资金不足。", "", date(2025, 9, 30))


@dataclass(eq=False)
class Host:
    """Options with which a test opens the editor, and what came of it."""

    ledger: Ledger
    departments: tuple[str, ...] = (LEAD, OTHER)
    editing: Note | None = None
    last: Mapping[str, Note] = field(default_factory=dict)
    language: Language = Language.ZH
    task: Task = TASK
    draft_delay: float = 60.0
    before: tuple[Note, ...] = ()
    extensions: tuple[Extension, ...] = ()
    reporting: ReportingRules | None = None
    joint: bool = False
    """True for a note on two tasks."""

    def subject(self, draft: Draft | None) -> EditorSubject:
        """Return the subject that the interface hands to the editor."""
        words = Words(self.language)
        heading = "郑州市碳达峰 2.2 实施[重点]行业改造"
        others = tuple(one for one in self.ledger.drafts() if one.key == KEY and one != draft)
        return EditorSubject(
            words=words,
            ledger=self.ledger,
            key=KEY,
            heading=heading,
            tasks=(SubjectTask(self.task, Status.IN_PROGRESS, self.extensions),),
            departments=self.departments,
            department=LEAD,
            clock=lambda: TODAY,
            last=self.last,
            editing=self.editing,
            draft=draft,
            others=others,
            before=self.before,
            reporting=self.reporting,
            also=(TaskKey("zhengzhou", "2.3"),) if self.joint else (),
        )

    def app(self) -> EditorApp:
        """The program, with the draft that the ledger holds."""
        return EditorApp(self.subject(self.ledger.draft(KEY, LEAD)), self.draft_delay)


class EditorApp(App[None]):
    """Opens the editor and remembers its results."""

    def __init__(self, subject: EditorSubject, draft_delay: float) -> None:
        super().__init__()
        self._opened_on = (subject, draft_delay)
        self.results: list[EditorResult | None] = []

    def on_mount(self) -> None:
        subject, delay = self._opened_on
        self.editor = NoteEditor(subject, draft_delay=delay)
        self.push_screen(self.editor, self.results.append)

    @property
    def said(self) -> str:
        """Return the text of the status line."""
        return self.editor.query_one(EditorStatus).text

    @property
    def seen(self) -> str:
        """The characters on the screen."""
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type characters as an input method delivers them."""
    for character in text:
        pilot.app.post_message(events.Key(_character_to_key(character), character))
        await pilot.pause()
