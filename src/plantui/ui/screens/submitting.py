"""Controller of the submission file that the export offers: the own department's notes of the period being reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.query.receiving import Packed
    from plantui.ui.dialogs.export_offers import ExportRequest, Offer


class SubmissionExport:
    """The submission of one opening of the export: what it is called, writing it, and what is said of it."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host
        self._department = host.session.own_department
        self._period = host.session.workspace.period
        self._packed: Packed | None = None

    def offer(self) -> Offer | str:
        """Return what the export offers; a sentence that says why not where there is nothing to send."""
        from plantui.export.filename import submission_name
        from plantui.export.formats import FileFormat, SubmissionFormat
        from plantui.ui.dialogs.export_offers import Offer
        from plantui.words.phrases import period_name

        host, words = self._host, self._host.words
        if host.options.is_demo or host.session.workspace.is_demo:
            return words("arrivals.no_submission_demo")
        if self._department is None:
            return words("arrivals.no_submission")
        facts = {"department": self._department.name, "period": period_name(words, self._period)}
        names: dict[FileFormat, str] = {
            SubmissionFormat.SUBMISSION: submission_name(self._department, self._period)
        }
        return Offer("", words("arrivals.submission_states", **facts), names)

    def write(self, request: ExportRequest) -> None:
        """Pack and write the file. Called from a thread. Raises PlantuiError where that cannot be."""
        from plantui.export.writing import save_all
        from plantui.query.receiving import pack
        from plantui.store.arrivals import read_secrets

        host = self._host
        if self._department is None:
            return
        secrets = read_secrets(host.options.config_path)
        self._packed = pack(host.session.library, host.ledger, self._department, self._period, secrets)
        save_all([([self._packed.text], path) for _, path in request.files], force=request.force)

    def sentence(self, request: ExportRequest) -> str:
        """Return what is to be said of the file written."""
        from plantui.export.arrivals import packed_sentences

        path = request.files[0].path
        return " ".join(packed_sentences(self._host.words, self._packed, path)) if self._packed else ""
