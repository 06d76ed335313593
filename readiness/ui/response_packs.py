"""Response packs in the window: a page is saved for somebody elsewhere, and what comes back is taken in.

Nothing comes in without a preview, and the preview shows who and when, never a hidden level.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from readiness.ui.desk import Desk
from readiness.ui.foreign_files import hold_response, read_response
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.domain.counting import Side
    from readiness.services.merging import Imported
    from readiness.services.packing import Packed, Share
    from readiness.services.taking_in import Choice, TakingIn


class ResponsePacks(QObject):
    """The two errands of a response pack, each with its sheet."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window

    def save_page(self, side: str = "") -> None:
        """Ask for whom and what, then where, and write the page; ``side`` is offered first."""
        assessment = self._session.assessment
        if assessment is None or assessment.revealed or assessment.sealed:
            self._session.noted.emit(
                self.tr("A page is for private answers, before they are revealed. Open such an assessment.")
            )
            return
        from readiness.ui.dialogs.pack_dialog import PackDialog  # noqa: PLC0415 - when it is asked for

        dialog = PackDialog(assessment, side, self._theme, self._window)
        dialog.asked.connect(self._on_page_asked)
        dialog.open()

    def take_in(self) -> None:
        """Ask for a file that came back, and show what it would bring."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take in a response file"),
            "",
            self.tr("Response files (*.json *.yaml *.yml)"),
        )
        if path:
            self._session.read_file(Path(path), read_response, hold_response, self._on_looked)

    def _on_page_asked(self, side: "Side", share: "Share") -> None:
        from readiness.services.packing import suggest_pack_name  # noqa: PLC0415 - not before the first paint

        assessment, id_ = self._session.assessment, self._session.assessment_id
        if assessment is None or id_ is None:
            return
        name = suggest_pack_name(assessment, side, share.person)
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the page"), name, self.tr("Page (*.html)")
        )
        if path:
            errand = partial(_make, assessment_id=id_, side=side, share=share, path=Path(path))
            self._session.run_errand(errand, self._on_made)

    def _on_made(self, packed: "Packed") -> None:
        made = packed.packs[0]
        self._session.noted.emit(
            self.tr(
                "{0} asks {1} questions and works offline. Send it, then take in what comes back."
            ).format(made.path.name, made.questions)
        )

    def _on_looked(self, preview: "TakingIn") -> None:
        from readiness.ui.dialogs.take_in_dialog import TakeInDialog  # noqa: PLC0415 - when it is asked for

        dialog = TakeInDialog(preview, self._theme, self._window)
        dialog.decided.connect(self._on_decided)
        dialog.open()

    def _on_decided(self, preview: "TakingIn", choices: "Mapping[str, Choice]") -> None:
        self._session.flush()
        self._session.run_errand(partial(_take, preview=preview, choices=choices), self._on_taken)

    def _on_taken(self, taken: "Imported") -> None:
        count = len(taken.new) + len(taken.changed)
        self._session.noted.emit(self.tr("{0}: {1} answers taken in.").format(taken.reference, count))
        if self._session.assessment_id == taken.id:
            self._session.open_assessment(taken.id)
        else:
            self._session.refresh_home()


def _make(desk: Desk, assessment_id: int, side: "Side", share: "Share", path: Path) -> "Packed":
    from readiness.services.packing import make_pack  # noqa: PLC0415 - in the database thread

    return make_pack(desk.assessing.load(assessment_id), side, share, path)


def _take(desk: Desk, preview: "TakingIn", choices: "Mapping[str, Choice]") -> "Imported":
    from readiness.services.taking_in import take_in  # noqa: PLC0415 - in the database thread

    return take_in(desk.assessing, preview, choices)
