"""What will not be done at this price, with the reasons; and what is done already."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from readiness.ui.board_facts import BoardFacts, LeftFacts
from readiness.ui.pages.roadmap.board import MIME
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.action_card import wish_of
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.wrapping import wrap

_PAD = 6


class LeftRow(PaintedButton):
    """One action that is left out."""

    asked = Signal(str, str)  # wish, key

    def __init__(self, theme: Theme, facts: LeftFacts, parent: QWidget) -> None:
        super().__init__(theme, facts.title, parent)
        self.facts = facts
        self.setObjectName(f"left-{facts.key}")
        self.setAccessibleName(facts.spoken)
        self.setToolTip(plain_tooltip(facts.title))

    def sizeHint(self) -> QSize:
        """Two lines of the name."""
        return QSize(self._theme.px(160), self._theme.px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the key means on a row."""
        wish = wish_of(event)
        if wish:
            self.asked.emit(wish, self.facts.key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        self.asked.emit("edit", self.facts.key)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a line above, the name, and the gain."""
        rect, color = QRectF(self.rect()), self._theme.color
        font, strong = self._theme.font("caption"), self._theme.font("label")
        line = self._theme.px(20)
        with drawing.painting(self) as painter:
            if self._is_hovered:
                drawing.box(painter, rect, 6, fill=color("hover"))
            painter.fillRect(QRectF(0, 0, rect.width(), 1), color("line"))
            base = drawing.line_baseline(strong, _PAD, line)
            right = QPointF(rect.right() - 2, base)
            taken = drawing.words(painter, right, self.facts.gain, strong, color("ink"), drawing.RIGHT)
            room = rect.width() - taken - 12
            for index, words in enumerate(wrap(self.facts.title, font, room, 2)):
                base = drawing.line_baseline(font, _PAD + index * line, line)
                drawing.words(painter, QPointF(2, base), words, font, color("ink"), room=room)


class LeftPanel(Panel):
    """↑ and ↓ move, Enter edits, Alt and ← puts an action into the plan; a card dropped here is taken out."""

    asked = Signal(str, str)  # wish, key
    dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Not placed"), parent)
        self._theme = theme
        self._shown: BoardFacts | None = None
        self._parts: list[QWidget] = []
        self._rows: list[LeftRow] = []
        self._price = TextBlock(theme, "", "caption", "ink2", self)
        self.setObjectName("not-placed")
        self.setAcceptDrops(True)
        self.body.setSpacing(6)
        self.body.addWidget(self._price)

    def set_facts(self, facts: BoardFacts) -> None:
        """Show what another plan leaves out."""
        before = self._shown
        self._shown = facts
        self._price.setText(facts.left)
        if before is not None and before.groups == facts.groups:
            return
        for part in self._parts:
            part.setObjectName("")
            part.hide()
            self.body.removeWidget(part)
            part.deleteLater()
        self._parts, self._rows = [], []
        for group in facts.groups:
            count = len(group.rows)
            heading = self.tr("{0}: {1}").format(group.heading, count)
            self._add(TextBlock(self._theme, heading, "label", "ink2", self))
            for row in group.rows:
                self._add_row(LeftRow(self._theme, row, self))
        self._set_stop(0)

    def focus_row(self, key: str) -> bool:
        """Give the focus to an action; say whether it is here."""
        index = next((i for i, row in enumerate(self._rows) if row.facts.key == key), None)
        if index is None:
            return False
        self._set_stop(index)
        self._rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one of the board's cards."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which card was taken out."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().data(MIME).toStdString())

    def _on_asked(self, wish: str, key: str) -> None:
        place = next((i for i, row in enumerate(self._rows) if row.facts.key == key), 0)
        last = len(self._rows) - 1
        target = {"up": max(0, place - 1), "down": min(last, place + 1), "home": 0, "end": last}.get(wish)
        if target is None:
            self.asked.emit(wish, key)
        else:
            self.focus_row(self._rows[target].facts.key)

    def _set_stop(self, index: int) -> None:
        for place, row in enumerate(self._rows):
            stop = Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stop)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self.body.addWidget(part)
        part.show()

    def _add_row(self, row: LeftRow) -> None:
        row.asked.connect(self._on_asked)
        self._rows.append(row)
        self._add(row)
