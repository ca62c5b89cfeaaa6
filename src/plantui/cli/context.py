"""Context of every command: its global options, and the plans and the ledger that it works on."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from plantui.model.problem import PlantuiError, UsageError
from plantui.model.terms import Language
from plantui.store.locations import cache_folder, config_file, is_nothing_at, ledger_file
from plantui.words.catalogue import Words

from .output import say
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.model.light_rules import LightRules
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger
    from plantui.store.settings import Settings

AUTHOR_VARIABLE = "PLANTUI_AUTHOR"


def system_today() -> date:
    """Return the system's date: the one place of the program that reads it."""
    return date.today()  # noqa: DTZ011 - a day is meant as the user's own calendar shows it


def day_of(words: Words, written: str, option: str, today: date) -> date:
    """Return the day behind an option's text; say which one it is where the text leaves the year out.

    Raises UsageError.
    """
    from plantui.model.day import read_day

    read = read_day(written, today)
    if read is None:
        raise UsageError("cli.bad_date", option=option, value=written)
    if not read.has_year:
        say(words("cli.day_read", option=option, value=written, day=read.day.isoformat()))
    return read.day


class CommandContext:
    """The options that all commands share, and the plans, ledger and settings that they lead to."""

    # No dataclass: the module of dataclasses, and each method that it makes, would cost every start time.
    def __init__(
        self,
        words: Words,
        environ: Mapping[str, str],
        *,
        given_today: date | None = None,
        plans: tuple[Path, ...] = (),
        db: Path | None = None,
        is_json: bool = False,
        remark: str = "",
    ) -> None:
        self.words = words
        self.environ = environ
        self.given_today = given_today
        """The as-of day that `--today` names."""
        self.plans = plans
        """Folders given with --plans."""
        self.db = db
        self.is_json = is_json
        self.remark = remark
        """A sentence on settings that this version does not know, empty where there are none."""
        self._opened = ExitStack()
        """The plans and ledgers that were opened for the command; they are closed with the context."""
        self._written: list[Ledger] = []
        """The ledgers that were opened to be written to."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        try:
            self._back_up()
        finally:
            self._opened.close()

    def _back_up(self) -> None:
        """Make the day's backup after the first save, once the answer is out; say where it could not be made."""
        for ledger in self._written:
            if ledger.has_written:
                from .backing_up import back_up

                back_up(self.words, ledger, self.config_path)

    @classmethod
    def of(cls, startup: Startup, values: Values) -> CommandContext:
        """Return the context that the parsed options give. Raises UsageError for a wrong value or unusable settings."""
        if startup.fault:
            raise startup.fault
        language = values.optional("lang")
        if language is not None and language not in set(Language):
            raise UsageError("cli.bad_language", source="--lang", value=language)
        db = values.optional("db")
        if db == "" or "" in (values.texts("plans")):
            # An unset variable of a script: the user's own ledger or the current folder is not what was meant.
            raise UsageError("cli.empty_path", option="--db" if db == "" else "--plans")
        return cls(
            words=startup.words,
            environ=startup.environ,
            given_today=_day_given(startup.words, values.optional("today")),
            plans=tuple(Path(folder) for folder in values.texts("plans")),
            db=Path(db) if db else None,
            is_json=values.flag("json"),
            remark=startup.remark,
        )

    @cached_property
    def today(self) -> date:
        """The as-of day: that of `--today`, else the demonstration's own, else the system's date."""
        return self.given_today or self.demo_day or system_today()

    @property
    def is_day_fixed(self) -> bool:
        """True where the as-of day stays; else it goes on with the system's date."""
        return (self.given_today or self.demo_day) is not None

    @cached_property
    def demo_day(self) -> date | None:
        """The day of the demonstration where the ledger is one. One that cannot be read is told of where it is used."""
        if not self.ledger_path.exists():
            return None
        from plantui.store.ledger import demo_day_in_file

        try:
            return demo_day_in_file(self.ledger_path)
        except PlantuiError:
            return None

    @cached_property
    def _read_ledger(self) -> Ledger:
        """The ledger to read from, opened once: its connection serves the next reading too."""
        from plantui.store.ledger import Ledger

        return self._opened.enter_context(Ledger(self.ledger_path, author="", read_only=True))

    @property
    def ledger_path(self) -> Path:
        """Path of the ledger, whether it is there or not."""
        return ledger_file(self.db, self.environ)

    @property
    def config_path(self) -> Path:
        """Path of the settings, whether they are there or not."""
        return config_file(self.environ)

    def settings(self) -> Settings:
        """Return the user's settings as they are now. Raises UsageError for a file that cannot be used."""
        from plantui.store.settings import read_settings

        return read_settings(self.config_path)

    def author(self) -> str:
        """Return the name that notes are written under: PLANTUI_AUTHOR, else the settings, else the system's user."""
        named = self.environ.get(AUTHOR_VARIABLE) or self.settings().author
        if named:
            return named
        from plantui.store.account import account_name

        return account_name()

    def folders(self) -> list[Path]:
        """Return the search path of plans."""
        from plantui.planfile.search_path import plan_folders

        return plan_folders(self.plans, self.environ)

    def library(self) -> Library:
        """Open the plans and say in one line what is wrong with their files."""
        library = self.open_plans()
        if problems := len(library.problems()):
            key = "cli.problems_in_plans" if problems > 1 else "cli.problem_in_plans"
            say(self.words(key, count=problems))
        return library

    def open_plans(self) -> Library:
        """Open the plans without reporting file problems."""
        from plantui.store.index.opening import open_library

        return self._opened.enter_context(open_library(self.folders(), cache_folder(), self._tell_compiling))

    def _tell_compiling(self, position: int, total: int, name: str) -> None:
        # A script has no use for it; a person would wonder what takes so long.
        if position == 0 and sys.stderr.isatty():
            say(self.words("cli.compiling", count=total))

    def ledger(self) -> Ledger:
        """Return the ledger to read from."""
        _ = self._demo_remark
        return self._read_ledger

    def own_ledger(self) -> Ledger:
        """Return the ledger to write to as the user."""
        from plantui.store.ledger import Ledger

        _ = self._demo_remark
        ledger = self._opened.enter_context(Ledger(self.ledger_path, self.author()))
        self._written.append(ledger)
        return ledger

    @cached_property
    def _demo_remark(self) -> str:
        """Sentence that the ledger is the demonstration, empty where it is not. It is said once, when first asked for."""
        if self.demo_day is None:
            return ""
        remark = self.words("demo.used", path=self.ledger_path, day=self.today.isoformat())
        say(remark)
        return remark

    def workspace(self, rules: LightRules | None = None) -> Workspace:
        """The plans with what the ledger says of them on the as-of day, under these light rules or the office's."""
        library = self.library()
        if is_nothing_at(self.ledger_path):
            from plantui.query.opening import workspace_without_ledger

            # All that reads a ledger is a fifth of what such a start loads.
            return workspace_without_ledger(library, self.today, rules)
        return self.workspace_of(library, self.ledger(), rules)

    def workspace_of(
        self,
        library: Library,
        ledger: Ledger,
        rules: LightRules | None = None,
        *,
        keeps: bool = True,
        day: date | None = None,
    ) -> Workspace:
        """The plans with what a ledger says of them on a day, by default the as-of day; `keeps` as for `open_workspace`."""
        from plantui.query.opening import open_workspace

        return open_workspace(library, ledger, day or self.today, rules, keeps=keeps)


def _day_given(words: Words, written: str | None) -> date | None:
    return None if written is None else day_of(words, written, "--today", system_today())
