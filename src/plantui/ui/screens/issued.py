"""Controller of the log of issued reports: what was issued, writing it again, and verifying its file."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.ui.memory import remembered_export

from .host import ScreenHost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plantui.export.form_making import MadeFile
    from plantui.export.progress import Progress
    from plantui.model.issued import Issued
    from plantui.ui.dialogs.issued import AgainRequest

_FOLDERS = 100
"""At most so many folders are looked into: a folder of a whole office may lie on a slow disk."""


class IssuedControls:
    """Opens the list of issued reports."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def show(self) -> None:
        """List what was issued, the newest first."""
        from plantui.planfile.search_path import is_folder
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.issued import IssuedDialog

        last = remembered_export(self._host.options.state_path)
        folder = last.folder if last and is_folder(last.folder) else working_folder()
        dialog = IssuedDialog(self._host.words, folder, self)
        self._host.open_dialog(dialog, lambda _: None)

    def issued(self) -> Sequence[Issued]:
        """Read what was issued, the newest first. Called from a thread. Raises PlantuiError."""
        return self._host.ledger.issued()[::-1]

    def places(self, entries: Sequence[Issued], folder: Path) -> dict[str, Path]:
        """Return where files of these names lie in a folder or in one of its folders, as those of a month do."""
        wanted = {entry.file.name for entry in entries}
        found: dict[str, Path] = {}
        for place in (folder, *_folders_in(folder)):
            for name in wanted - found.keys():
                if (place / name).exists():
                    found[name] = place / name
        return found

    def moment(self, entry: Issued) -> str:
        """Return when a report was issued, by the office's clock."""
        from plantui.words.phrases import office_moment

        return office_moment(entry.issued_at, self._host.ledger.zone())

    def title(self, entry: Issued) -> str:
        """Return the name of a form for readers, with its format."""
        title = self._titles.get(entry.file.form, entry.file.form)
        return f"{title}.{entry.file.format}"

    @cached_property
    def _titles(self) -> dict[str, str]:
        from plantui.export.form_names import known_forms

        language = self._host.words.language
        return {form.name: form.title.text(language) for form in known_forms(self._folders)}

    @property
    def _folders(self) -> list[Path]:
        return list(dict.fromkeys(Path(plan.path).parent for plan in self._host.session.library.plans))

    def facts(self, entry: Issued) -> Iterator[str]:
        """Yield all that the log keeps of a report, a line for each."""
        words, file = self._host.words, entry.file
        facts = [
            ("forms.issued.file", file.name),
            ("forms.issued.form", self.title(entry)),
            ("export.heading.filter", self._filter(entry)),
            ("forms.issued.as_of", file.as_of.isoformat()),
            ("forms.issued.rows", str(file.rows)),
            ("forms.issued.cut", file.cut),
            ("forms.issued.sha256", file.sha256),
            ("forms.issued.by", f"{entry.author} {self.moment(entry)}"),
            ("forms.issued.id", entry.id),
        ]
        for label, text in facts:
            if text:
                yield words("export.labelled", label=words(label), text=text)

    def _filter(self, entry: Issued) -> str:
        """Return through which filter the tasks were chosen; nothing where a later version wrote it."""
        from plantui.export.heading import heading_of
        from plantui.export.origin import origin_from
        from plantui.export.phrasing import filter_text

        try:
            chosen = origin_from(entry.file.origin).selection
        except ValueError:
            return ""
        workspace = self._host.session.workspace
        heading = heading_of(workspace, 0, chosen.filter, chosen.view, chosen.marked)
        return filter_text(self._host.words, replace(heading, count=entry.file.rows))

    def again(self, request: AgainRequest, progress: Progress) -> list[str]:
        """Write a report again as it was, and return what is to be said of it. Called from a thread. Raises PlantuiError."""
        from plantui.export.form_saving import save_file
        from plantui.export.issuing import again_sentences, issue_again, keep_issued

        host, words = self._host, self._host.words

        def put(made: MadeFile) -> list[Path]:
            return save_file(made.file, request.path, force=request.force, progress=progress)

        again = issue_again(request.entry, host.session.library, host.ledger, words, self._folders, put)
        not_kept = keep_issued(words, host.ledger, [again.made], [again.path])
        count = again.made.content.summary.heading.count
        told = words("screen.exported", count=count, path=again.path)
        return [one for one in (*again_sentences(words, again), not_kept, told) if one]

    def verify(self, entry: Issued, path: Path) -> list[str]:
        """Hold a file against the log and the ledger, and return what is to be said. Called from a thread.

        Raises PlantuiError where it cannot be read.
        """
        from plantui.export.form_names import form_named
        from plantui.export.formats import Format
        from plantui.export.issuing import checksum
        from plantui.readback.verify.expected import has_figures
        from plantui.readback.verify.telling import verified_lines, verified_sentences
        from plantui.readback.verify.verifying import verify

        host, words = self._host, self._host.words
        said = "untouched" if checksum(path) == entry.file.sha256 else "touched"
        sentences = [words(f"forms.issued.{said}", name=path.name)]
        form = form_named(words, entry.file.form, self._folders)
        if not has_figures(form.kind, Format(entry.file.format)):
            return [*sentences, words("forms.issued.no_figures")]
        library = host.session.library
        verified = verify(path, library, host.ledger, words, host.options.folders)
        sentences += verified_sentences(words, verified, path.name)
        return [*sentences, *verified_lines(words, verified, library)]


def _folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, the one that was changed last first; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.stat().st_mtime, entry.path) for entry in entries if entry.is_dir()]
    except OSError:
        return []  # whoever writes or verifies there is told why
    return [Path(path) for _, path in sorted(found, reverse=True)[:_FOLDERS]]
