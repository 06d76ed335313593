"""What stands over the table: find, what it is narrowed to, how many, and whether the score is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.switch import Switch
from readiness.ui.widgets.text import Text


class TableBar(QWidget):
    """The tools of the table; each says only that it was used."""

    found = Signal(str)
    entered = Signal()
    left = Signal()
    all_asked = Signal()
    score_switched = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = Field(theme, self.tr("Find a system"), self)
        self.field.setObjectName("find-in-portfolio")
        self.field.setPlaceholderText(self.tr("Find a system"))
        self._only = Text(theme, "", "bodyStrong", "ink", self)
        self.show_all = Button(theme, self.tr("Show all systems"), "link", self)
        self.show_all.setObjectName("portfolio-show-all")
        self.show_all.set_key("Esc")
        self._count = Text(theme, "", "body", "ink2", self)
        self.score = Switch(theme, self.tr("Score column"), self)
        self.score.setObjectName("portfolio-score")
        self.report = Button(theme, self.tr("Portfolio report…"), "plain", self)
        self.report.setObjectName("portfolio-report")
        self._build()
        self.field.textChanged.connect(self.found)
        self.field.returnPressed.connect(self.entered)
        self.field.left.connect(self.left)
        self.show_all.clicked.connect(self.all_asked)
        self.score.toggled.connect(self.score_switched)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def tell(self, count: str, only: str) -> None:
        """Say how many are shown, and what they were narrowed to."""
        self._count.setText(count)
        self._only.setText(only)
        self._only.setVisible(bool(only))
        self.show_all.setVisible(bool(only))
        self.report.setVisible(not only)
        self._share_width()

    def type(self, letters: str) -> None:
        """Go on typing in the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.insert(letters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Put what is switched and made below what is found, where both have no room beside each other."""
        wanted = self._found.sizeHint().width() + self._made.sizeHint().width() + self._row.spacing()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if wanted <= self.width() else below)

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._found, self._made = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._found, self._made):
            row.setSpacing(16)
        for part in (self.field, self._only, self.show_all, self._count):
            self._found.addWidget(part)
        self._found.addStretch(1)
        for tool in (self.score, self.report):
            self._made.addWidget(tool)
        self._made.addStretch()
        self._row.addLayout(self._found, 1)
        self._row.addLayout(self._made)
        self.tell("", "")

    def _on_theme_changed(self) -> None:
        self.field.setFixedWidth(self._theme.px(220))
