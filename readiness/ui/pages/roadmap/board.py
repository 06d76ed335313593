"""The board: a column a quarter, cards in them, the projection over them; arrows move between cards."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from readiness.ui.board_facts import BoardFacts, CardFacts, ColumnFacts
from readiness.ui.pages.roadmap.dependency_lines import DependencyLines
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.action_card import ActionCard
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.projection_curve import HEIGHT as CURVE
from readiness.ui.widgets.projection_curve import LOW, TICK, ProjectionCurve
from readiness.ui.widgets.quarter_head import HEIGHT as HEAD
from readiness.ui.widgets.quarter_head import QuarterHead

MIME: Final = "application/x-readiness-action"
_GAP: Final = 22
_SLIM_GAP: Final = 14
_BETWEEN: Final = 10
_EDGE: Final = 12
_LEAST: Final = 206
_SLIM: Final = 150
"""What a column may shrink to where the window is small, so that a year of quarters stays in sight."""
_MOST: Final = 320
_NARROW: Final = 106
"""A quarter in which nothing is done, as long as another has something."""
_IN_SIGHT: Final = 4
_HIGH: Final = 560
"""From this height on the curve may take its full share."""


class _Canvas(Painted):
    """Paints where a dragged card would land."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.target = QRectF()

    def set_target(self, target: QRectF) -> None:
        if target != self.target:
            self.target = target
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.target.isEmpty():
            with drawing.painting(self) as painter:
                color = self._theme.color
                drawing.box(
                    painter,
                    self.target,
                    10,
                    fill=color("accentTint"),
                    line=color("accent"),
                    width=2,
                    dash=(5, 4),
                )


class Board(QScrollArea):
    """One Tab stop: the chosen card. ``asked`` passes on what a key asks for, ``dropped`` where it landed."""

    asked = Signal(str, str)  # wish, key of the action
    dropped = Signal(str, str)  # key of the action, period

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: BoardFacts | None = None
        self._cards: dict[str, ActionCard] = {}
        self._heads: list[QuarterHead] = []
        self._places: list[tuple[int, int]] = []
        self._top = 0
        self._current = ""
        self._canvas = _Canvas(theme, self)
        self._curve = ProjectionCurve(theme, self._canvas)
        self.lines = DependencyLines(theme, self._canvas)
        self.setObjectName("board")
        self._build()

    @property
    def current(self) -> str:
        """The key of the chosen card; empty for none."""
        return self._current

    def card(self, key: str) -> ActionCard | None:
        """Return a card that is on the board."""
        return self._cards.get(key)

    def set_facts(self, facts: BoardFacts) -> None:
        """Show another plan; cards that stay keep the focus."""
        self._facts = facts
        self._curve.setVisible(bool(facts.columns))
        self._renew_heads(facts)
        self._renew_cards(facts)
        if self._current not in self._cards:
            self._current = next(iter(self._cards), "")
        self._arrange()
        self._mark()

    def focus_card(self, key: str = "") -> bool:
        """Give the focus to a card, to the chosen one for no key; say whether there was one."""
        card = self._cards.get(key or self._current)
        if card is None:
            return False
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_card(card)
        return True

    def go_to_start(self) -> None:
        """Choose the first card and show where the plan begins."""
        self._current = self._facts.cards[0].key if self._facts and self._facts.cards else ""
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._mark()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one of our cards."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the column it would land in."""
        index = self._column_at(event.position().toPoint())
        self._canvas.set_target(self._column_rect(index) if index >= 0 else QRectF())
        event.setAccepted(index >= 0)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing lands here."""
        self._canvas.set_target(QRectF())

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which card landed in which quarter."""
        index = self._column_at(event.position().toPoint())
        self._canvas.set_target(QRectF())
        if index >= 0 and self._facts is not None:
            key = event.mimeData().data(MIME).toStdString()
            event.acceptProposedAction()
            self.dropped.emit(key, self._facts.columns[index].key)

    # Slots

    def _on_asked(self, wish: str, key: str) -> None:
        if wish in {"left", "right", "up", "down", "home", "end"}:
            self._walk(wish, key)
        else:
            self.asked.emit(wish, key)

    def _on_reached(self, key: str) -> None:
        self._current = key
        self._mark()

    def _on_lifted(self, key: str) -> None:
        card = self._cards.get(key)
        if card is None:
            return
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, key.encode())
        drag.setMimeData(data)
        drag.setPixmap(card.grab())
        drag.exec(Qt.DropAction.MoveAction)

    # Walking

    def _walk(self, wish: str, key: str) -> None:
        columns = (
            [[card.key for card in column.cards] for column in self._facts.columns] if self._facts else []
        )
        place = next(((c, r) for c, keys in enumerate(columns) for r, k in enumerate(keys) if k == key), None)
        if place is None:
            return
        column, row = place
        if wish in {"left", "right"}:
            step = 1 if wish == "right" else -1
            beyond = range(column + step, len(columns) if step > 0 else -1, step)
            column = next((index for index in beyond if columns[index]), column)
            row = min(row, len(columns[column]) - 1)
        else:
            last = len(columns[column]) - 1
            row = {"up": max(0, row - 1), "down": min(last, row + 1), "home": 0, "end": last}[wish]
        self.focus_card(columns[column][row])

    def _mark(self) -> None:
        """Show the chosen card, what it needs first, and the lines between them."""
        chosen = self._cards.get(self._current)
        needs = chosen.facts.needs if chosen is not None else ()
        for key, card in self._cards.items():
            card.mark(current=key == self._current, needed=key in needs)
            stop = Qt.FocusPolicy.StrongFocus if key == self._current else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(stop)
        cards = [self._cards[key] for key in needs if key in self._cards]
        if chosen is not None:
            end = QRectF(chosen.geometry())
            self.lines.set_lines([(QRectF(card.geometry()), end) for card in cards])
        else:
            self.lines.set_lines(())
        self.lines.raise_()

    # Arranging

    def _renew_heads(self, facts: BoardFacts) -> None:
        while len(self._heads) > len(facts.columns):
            self._heads.pop().deleteLater()
        while len(self._heads) < len(facts.columns):
            self._heads.append(QuarterHead(self._theme, self._canvas))
            self._heads[-1].show()
        most = max((max(c.used, c.capacity) for c in facts.columns), default=1.0)
        for head, column in zip(self._heads, facts.columns, strict=True):
            head.set_facts(column, most)

    def _renew_cards(self, facts: BoardFacts) -> None:
        wanted = {card.key: card for card in facts.cards}
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            gone.setObjectName("")  # its successor may be asked for before it is gone
            gone.hide()
            gone.deleteLater()
        for key, card in wanted.items():
            if key in self._cards:
                self._cards[key].set_facts(card)
            else:
                self._cards[key] = self._made(card)
        self._order_tabs(facts)

    def _made(self, facts: CardFacts) -> ActionCard:
        card = ActionCard(self._theme, facts, self._canvas)
        card.asked.connect(self._on_asked)
        card.reached.connect(self._on_reached)
        card.lifted.connect(self._on_lifted)
        card.show()
        return card

    def _order_tabs(self, facts: BoardFacts) -> None:
        cards = [self._cards[card.key] for card in facts.cards]
        for one, other in pairwise(cards):
            QWidget.setTabOrder(one, other)

    def _share_out(self, facts: BoardFacts) -> list[tuple[int, int]]:
        """Return the left edge and the width of each column: what is empty stands narrow."""
        px = self._theme.px
        narrow = [column.is_empty and bool(facts.cards) for column in facts.columns]
        seen = narrow[:_IN_SIGHT]
        wide = max(1, seen.count(False))
        between = max(0, len(seen) - 1)
        room = self.viewport().width() - 2 * _EDGE - px(TICK) - seen.count(True) * px(_NARROW)
        gap = px(_GAP) if room - between * px(_GAP) >= px(_LEAST) * wide else px(_SLIM_GAP)
        width = max(px(_SLIM), min(px(_MOST), (room - between * gap) // wide))
        places, left = [], _EDGE
        for is_narrow in narrow:
            places.append((left, px(_NARROW) if is_narrow else width))
            left += places[-1][1] + gap
        return places

    def _arrange(self) -> None:
        facts, px = self._facts, self._theme.px
        if facts is None:
            return
        self._places = self._share_out(facts)
        is_high = self.viewport().height() >= px(_HIGH) and facts.curve.start is not None
        self._top = px(CURVE if is_high else LOW)
        bottom = self._top + px(HEAD)
        for index, column in enumerate(facts.columns):
            bottom = max(bottom, self._arrange_column(index, column))
        left, width = self._places[-1] if self._places else (0, 0)
        whole = left + width + px(TICK) + _EDGE
        self._canvas.resize(
            max(whole, self.viewport().width()), max(bottom + _EDGE, self.viewport().height())
        )
        self._curve.setGeometry(0, 0, self._canvas.width(), self._top)
        self._curve.set_facts(facts, [(float(left), float(width)) for left, width in self._places])
        self.lines.setGeometry(self._canvas.rect())
        self._mark()
        self._hold_heads()

    def _arrange_column(self, index: int, column: ColumnFacts) -> int:
        """Place a head and its cards; return where they end."""
        px, (left, width) = self._theme.px, self._places[index]
        self._heads[index].setGeometry(left, self._head_top(), width, px(HEAD))
        y = self._top + px(HEAD) + px(8)
        for facts in column.cards:
            card = self._cards[facts.key]
            height = card.height_at(width)
            card.setGeometry(left, y, width, height)
            y += height + _BETWEEN
        return y

    def _head_top(self) -> int:
        """Return where the heads stand: over their columns, or held at the top while the cards scroll by."""
        return max(self._top, self.verticalScrollBar().value())

    def _hold_heads(self) -> None:
        """Keep the quarters in sight, so that it is plain where a card stands."""
        for head in self._heads:
            head.move(head.x(), self._head_top())
            head.hold(held=self._head_top() > self._top)
            head.raise_()

    def _show_card(self, card: ActionCard) -> None:
        middle = card.geometry().center()
        held = self._theme.px(HEAD)
        margins = card.width() // 2 + 2 * _EDGE, card.height() // 2 + 2 * _EDGE
        self.ensureVisible(middle.x(), middle.y(), *margins)
        self.ensureVisible(middle.x(), card.y() - held, margins[0], _EDGE)

    def _column_at(self, place: QPoint) -> int:
        x = self._canvas.mapFrom(self, place).x()
        inside = (i for i, (left, width) in enumerate(self._places) if left <= x < left + width)
        return next(inside, -1)

    def _column_rect(self, index: int) -> QRectF:
        top = self._top - 4
        left, width = self._places[index]
        return QRectF(left - 6, top, width + 12, self._canvas.height() - top - _EDGE)

    # Building

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._canvas.setProperty("surface", "none")
        self.setWidget(self._canvas)
        self.setAccessibleName(self.tr("Board"))
        self.verticalScrollBar().valueChanged.connect(self._hold_heads)
        self._theme.changed.connect(self._arrange)
