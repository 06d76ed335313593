"""Closing: what is still open and who has it, what a seal would change, and the seal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.domain.waiting import wait_until
from readiness.errors import ReadinessError
from readiness.ui.closing_facts import checks
from readiness.ui.icons import Icons
from readiness.ui.models.closing_rows import open_facts
from readiness.ui.models.sealing import SealState, seal_state
from readiness.ui.pages.closing.checks_line import ChecksLine
from readiness.ui.pages.closing.effect_panel import EffectPanel
from readiness.ui.pages.closing.open_lists import OpenLists
from readiness.ui.pages.closing.seal_panel import SealPanel
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from readiness.services.assessing import ClosePreview

_SIDE_BY_SIDE = 880


class ClosingPage(Scroller):
    """The page itself is the confirmation: it shows the effect, and one button seals."""

    question_asked = Signal(str)
    answers_asked = Signal()  # to where the sides answer and reveal
    waited = Signal()  # nothing is sealed; the facts have time

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._is_sealing = False
        self._becoming: tuple[str, ...] = ()
        self._lists = OpenLists(session, theme, icons, self)
        self._checks = ChecksLine(theme, self)
        self._effect = EffectPanel(theme, self)
        self._seal = SealPanel(theme, icons, self)
        self._grid = QGridLayout()
        self._left = QWidget(self)
        self._right = QWidget(self)
        self._is_wide: bool | None = None
        self._build()
        self._connect()

    def begin(self) -> None:
        """Work out what closing would do, and show it."""
        self._is_sealing = False
        self._becoming = ()
        self._lists.close_editor()
        self._refresh()
        if not self._lists.take_focus():
            self._seal.take_focus()
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the chart as a table with T, and back."""
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_T and is_plain and self._session.settings.single_keys:
            self._effect.toggle_table()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the seal beside the lists, or under them where there is no room."""
        super().resizeEvent(event)
        self._arrange(is_wide=event.size().width() >= self._theme.px(_SIDE_BY_SIDE))

    # Slots

    def _on_changed(self, _assessment: object) -> None:
        if self.isVisible():
            self._refresh()

    def _on_previewed(self, preview: "ClosePreview") -> None:
        assessment = self._session.assessment
        if assessment is None or preview.before.assessment.reference != assessment.reference:
            return
        self._becoming = preview.becoming_unknown
        self._effect.show_preview(preview, is_sealed=assessment.sealed)
        self._lists.refresh(self._becoming)
        self.measure_soon()

    def _on_saved(self, *_told: object) -> None:
        if self.isVisible():
            self._show_seal()

    def _on_failed(self, _error: ReadinessError) -> None:
        if self._is_sealing:
            self._is_sealing = False
            self._show_seal()

    def _on_seal(self) -> None:
        if self._seal.can_seal and not self._is_sealing:
            self._is_sealing = True
            self._seal.show_sealing()
            self._session.close_assessment()

    def _on_seal_key(self) -> None:
        """Seal; while a field is open the same keys store it, as elsewhere, and seal nothing."""
        if self._lists.is_editing:
            self._lists.finish_editing()
        else:
            self._on_seal()

    def _on_revision(self) -> None:
        number, id_ = self._open_revision()
        if number:
            self._session.open_assessment(id_)
        elif self._session.assessment_id is not None:
            self._session.start_revision(self._session.assessment_id)

    # Showing

    def _refresh(self) -> None:
        assessment, outcome = self._session.assessment, self._session.outcome
        if assessment is None or outcome is None:
            return
        self._checks.set_checks(checks(assessment, outcome))
        self._lists.refresh(self._becoming)
        self._show_seal()
        if self._state(assessment).kind == "hidden":
            self._effect.show_hidden()
        else:
            self._session.preview_close(self._on_previewed)
        self.measure_soon()

    def _show_seal(self) -> None:
        assessment = self._session.assessment
        if assessment is None or self._is_sealing:
            return
        facts, today = open_facts(assessment), self._session.now().date()
        self._seal.show_state(assessment, self._state(assessment), len(facts))
        self._seal.show_wait(wait_until(facts, today), today)
        self._seal.show_revision(self._open_revision()[0])
        self._seal.set_can_revise(not self._session.read_only)

    def _state(self, assessment: Assessment) -> SealState:
        return seal_state(assessment, read_only=self._session.read_only, unsaved=self._session.unsaved)

    def _open_revision(self) -> tuple[int, int]:
        """Return the number and key of a revision that is open; 0 for none."""
        assessment = self._session.assessment
        if assessment is None:
            return 0, 0
        own, period = self._session.assessment_id, str(assessment.period)
        for system in self._session.home:
            for line in system.assessments if system.name == assessment.system else ():
                if line.period == period and line.state == "open" and line.id != own:
                    return line.revision, line.id
        return 0, 0

    # Building

    def _arrange(self, *, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for part in (self._left, self._right):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._left, 0, 0, top)
        self._grid.addWidget(self._right, *((0, 1) if is_wide else (1, 0)), top)
        self._grid.setColumnStretch(0, 16)
        self._grid.setColumnStretch(1, 9 if is_wide else 0)
        self.measure_soon()

    def _build(self) -> None:
        inner = QWidget(self)
        self._grid.setContentsMargins(32, 18, 32, 24)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(14)
        left, right = _column(self._left), _column(self._right)
        left.addWidget(self._lists)
        checks_row = QVBoxLayout()
        checks_row.setContentsMargins(24, 4, 24, 0)
        checks_row.addWidget(self._checks)
        left.addLayout(checks_row)
        left.addStretch()
        right.addWidget(self._effect)
        right.addWidget(self._seal)
        right.addStretch()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch()
        self._arrange(is_wide=True)
        self.set_content(inner)

    def _connect(self) -> None:
        session = self._session
        session.assessment_changed.connect(self._on_changed)
        session.home_changed.connect(self._on_saved)
        session.saved.connect(self._on_saved)
        session.not_saved.connect(self._on_saved)
        session.failed.connect(self._on_failed)
        self._lists.question_asked.connect(self.question_asked)
        self._lists.grew.connect(self.measure_soon)
        self._seal.seal_asked.connect(self._on_seal)
        self._seal.wait_asked.connect(self.waited)
        self._seal.answers_asked.connect(self.answers_asked)
        self._seal.retry_asked.connect(session.try_again)
        self._seal.revision_asked.connect(self._on_revision)
        for keys, slot in (("Ctrl+Return", self._on_seal_key), ("Alt+D", self._lists.edit_date)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return column
