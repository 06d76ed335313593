"""Home with nothing in it yet: what will be here, and the one step to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button, Kind
from readiness.ui.widgets.empty_home_art import EmptyHomeArt
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.page_scroller import fill
from readiness.ui.widgets.step_badge import StepBadge
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_ACROSS = 900
_ANY = 16_777_215


class EmptyHome(QWidget):
    """The first run offers the sample first."""

    sample_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    library_asked = Signal()
    restore_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.sample = self._button("try-sample", self.tr("Try the sample"), "primary", "Enter")
        self.new = self._button("start-own", self.tr("Start your own"), "plain", "N")
        self.open = self._button("open-file", self.tr("Open a file…"), "quiet", "")
        self.sample.clicked.connect(self.sample_asked)
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        self.library = self._button("own-questions", self.tr("Bring your own questions…"), "link", "")
        self.restore = self._button("restore-from", self.tr("Restore from a backup place…"), "link", "")
        for link, signal in ((self.library, self.library_asked), (self.restore, self.restore_asked)):
            link.set_size("medium")
            link.clicked.connect(signal)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._more = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._three = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._each: list[QWidget] = []
        self._build()

    def _build(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(0)
        column.addStretch()
        self._add(column, EmptyHomeArt(self._theme, self))
        column.addSpacing(24)
        title = self.tr("How much growth can your system take?")
        self._say(column, TextBlock(self._theme, title, "prompt", "ink", self))
        column.addSpacing(8)
        under = self.tr("Find out in one meeting, and agree what to fix first.")
        self._say(column, TextBlock(self._theme, under, "why", "ink2", self))
        column.addSpacing(28)
        column.addLayout(self._buttons())
        column.addSpacing(8)
        column.addLayout(self._links())
        column.addSpacing(28)
        column.addLayout(self._steps())
        column.addSpacing(36)
        column.addLayout(self._promise())
        column.addStretch()
        fill(self, whole)
        self._theme.changed.connect(self._turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the width."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Stand side by side, or one under another where text is large."""
        is_narrow = self.width() < self._theme.px(_ACROSS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (self._ways, self._more, self._three):
            row.setDirection(down if is_narrow else across)
        self._three.setSpacing(24 if is_narrow else 48)
        for step in self._each:
            step.setMaximumWidth(_ANY if is_narrow else self._theme.px(360))
            step.setMinimumWidth(0 if is_narrow else self._theme.px(260))

    def _say(self, column: QVBoxLayout, words: TextBlock) -> None:
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addWidget(words)

    def _add(self, column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, name: str, text: str, kind: Kind, key: str) -> Button:
        button = Button(self._theme, text, kind, self)
        button.setObjectName(name)
        button.set_size("huge")
        button.set_key(key)
        return button

    def _buttons(self) -> QBoxLayout:
        row = self._ways
        row.setSpacing(16)
        row.addStretch()
        for button in (self.sample, self.new, self.open):
            row.addWidget(button)
        row.addStretch()
        return row

    def _links(self) -> QBoxLayout:
        row = self._more
        row.setSpacing(16)
        row.addStretch()
        for link in (self.library, self.restore):
            row.addWidget(link)
        row.addStretch()
        return row

    def _steps(self) -> QBoxLayout:
        texts = (
            (
                self.tr("Answer together"),
                self.tr("Product and engineering answer the same questions in one meeting."),
            ),
            (
                self.tr("See what breaks first"),
                self.tr("A score, a growth ceiling, and where your two views differ."),
            ),
            (
                self.tr("Leave with a plan"),
                self.tr("Actions placed in quarters, and a PDF leadership reads in a minute."),
            ),
        )
        row = self._three
        row.setSpacing(48)
        row.addStretch()
        for place, (title, text) in enumerate(texts):
            row.addWidget(self._step(place + 1, title, text))
        row.addStretch()
        return row

    def _step(self, number: int, title: str, text: str) -> QWidget:
        step = QWidget(self)
        self._each.append(step)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(StepBadge(self._theme, number, step))
        head.addWidget(Text(self._theme, title, "section", "ink", step), 1)
        column.addLayout(head)
        column.addWidget(TextBlock(self._theme, text, "body", "ink2", step))
        column.addStretch()
        return step

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(IconMark(self._theme, self._icons, "lock", 20, self))
        text = self.tr("One file on this computer. No account. Nothing is sent anywhere.")
        row.addWidget(Text(self._theme, text, "body", "ink2", self))
        row.addStretch()
        return row
