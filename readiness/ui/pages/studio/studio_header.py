"""The top of the studio: which questionnaire, which version, and the way to publish it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.domain.publishing import Publication
    from readiness.domain.questionnaire import Questionnaire


class StudioHeader(QWidget):
    """Publishing waits, with its reason in words, while something blocks it."""

    files_asked = Signal(QPoint)
    head_asked = Signal()
    try_asked = Signal()
    publish_asked = Signal()

    def __init__(self, table: DraftTable, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._title = Text(theme, "", "page", "ink", self)
        self._title.setObjectName("studio-title-words")
        self._version = Button(theme, "", "plain", self)
        self._note = Text(theme, "", "body", "ink2", self)
        self._head = Button(theme, self.tr("About it"), "quiet", self)
        self._try = Button(theme, self.tr("Try it"), "plain", self)
        self._reason = Text(theme, "", "body", "ink2", self)
        self._publish = Button(theme, "", "primary", self)
        self._version.set_icon(icons, "chevron-down")
        self._build(theme)
        self._connect()

    def show_draft(self) -> None:
        """Show what is open."""
        draft = self._table.draft
        if draft is None:
            return
        self._title.setText(draft.title or self.tr("No title yet"))
        self._version.setText(self.tr("{0} draft").format(draft.version))
        self._version.setAccessibleName(
            self.tr("{0} draft. Choose another questionnaire").format(draft.version)
        )
        self._note.setText(self._uses(draft))
        self._try.setVisible(not self._table.is_lens)

    def show_publishing(self) -> None:
        """Say whether it can be published, and what stands in the way."""
        found = self._table.publication
        if found is None:
            return
        reason = self._reason_words(found)
        self._reason.setText(reason)
        number = found.draft.version if found.step == "same" else found.proposed
        self._publish.setText(self.tr("Publish {0}").format(number))
        self._publish.setEnabled(not reason and self._table.is_checked)
        self._publish.setAccessibleDescription(reason)
        self._settle()

    def _reason_words(self, found: "Publication") -> str:
        """Say why it cannot be published yet; nothing where it can."""
        blocking = len(self._table.blocking)
        if blocking == 1:
            return self.tr("1 problem to fix")
        if blocking:
            return self.tr("{0} problems to fix").format(blocking)
        return self.tr("Nothing changed yet") if found.step == "same" else ""

    def _uses(self, draft: "Questionnaire") -> str:
        drafting, before = self._table.drafting, self._table.before
        if self._table.is_lens:
            return self.tr("custom lens: only its weights can be set")
        if drafting is None or before is None:
            return self.tr("not published yet")
        named = before.version if before.id == draft.id else before.reference
        count = drafting.systems
        if not count:
            return self.tr("{0} is used by no system").format(named)
        one, many = self.tr("{0} is in use by 1 system"), self.tr("{0} is in use by {1} systems")
        return one.format(named) if count == 1 else many.format(named, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the note up before the title."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        row = self.layout()
        if row is None:
            return
        parts = (self._title, self._version, self._head, self._try, self._reason, self._publish)
        taken = sum(part.sizeHint().width() for part in parts) + 16 * len(parts) + 64
        self._note.setVisible(taken + self._note.sizeHint().width() <= self.width())

    def _on_version(self) -> None:
        self.files_asked.emit(self._version.mapToGlobal(self._version.rect().bottomLeft()))

    def _build(self, theme: Theme) -> None:
        Measure(theme, self, height=76)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(16)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._title, 3)
        row.addWidget(self._version)
        row.addWidget(self._note, 2)
        row.addStretch()
        row.addWidget(self._head)
        row.addWidget(self._try)
        self._reason.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._reason)
        row.addWidget(self._publish)
        for button, name in (
            (self._version, "studio-version"),
            (self._head, "studio-head"),
            (self._try, "studio-try"),
            (self._publish, "studio-publish"),
        ):
            button.setObjectName(name)

    def _connect(self) -> None:
        self._table.opened.connect(self.show_draft)
        self._table.opened.connect(self.show_publishing)
        self._table.changed.connect(self.show_draft)
        self._table.problems_changed.connect(self.show_publishing)
        self._version.clicked.connect(self._on_version)
        self._head.clicked.connect(self.head_asked)
        self._try.clicked.connect(self.try_asked)
        self._publish.clicked.connect(self.publish_asked)
