"""The five levels of a question, side by side and equally high."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.level_card import Choice, Last, Level, LevelCard
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.side_view import SideView

GAP: Final = 12
_LEAST: Final = 148
_NAMED: Final = 132  # a card has room for its name and a word or two of its anchor
_SMALL_WINDOW: Final = 1300


class LevelRow(Painted):
    """One Tab stop; ← and → move inside, Space and Enter choose. Digits belong to the page.

    ``chosen`` is sent only for what a user does here.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._cards: list[LevelCard] = []
        self._roving = Roving(self)
        self._is_read_only = False
        self._is_low = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Levels"))

    @property
    def cards(self) -> tuple[LevelCard, ...]:
        """The cards, lowest level first."""
        return tuple(self._cards)

    def set_levels(self, levels: Sequence[Level]) -> None:
        """Show the levels of another question; none is chosen then."""
        if len(levels) == len(self._cards):
            for card, level in zip(self._cards, levels, strict=True):
                card.set_level(level)
        else:
            self._rebuild(levels)
        self.set_choice(None)
        self.set_last(None)
        self.set_views(())
        self.updateGeometry()
        self._arrange()

    def set_choice(self, level: int | None, sureness: str = "informed", *, is_carried: bool = False) -> None:
        """Show which level was given, or carried from an earlier quarter, without telling anybody."""
        choice: Choice = "carried" if is_carried else "guess" if sureness == "guess" else "agreed"
        for index, card in enumerate(self._cards):
            card.set_choice(choice if card.level.number == level else "")
            if card.level.number == level:
                self._roving.set_stop(index)

    def set_last(self, level: int | None, *, is_offered: bool = False) -> None:
        """Mark the level of last quarter; ``is_offered`` where one key says that it is still true."""
        for card in self._cards:
            shown: Last = "offered" if is_offered else "shown"
            card.set_last(shown if card.level.number == level else "")

    def set_views(self, views: Sequence[SideView]) -> None:
        """Show what the sides said, each on its card."""
        for card in self._cards:
            card.set_views([view for view in views if view.level == card.level.number])

    def set_stop(self, level: int) -> None:
        """Let Tab come to this level."""
        self._roving.set_stop(level)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the answer without offering another."""
        self._is_read_only = read_only
        for card in self._cards:
            card.set_read_only(read_only)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - as above
        """Take less height, so that what stands under the cards is seen too."""
        if low != self._is_low:
            self._is_low = low
            for card in self._cards:
                card.set_low(low)
            self.updateGeometry()

    def focus_card(self, level: int) -> None:
        """Give the focus to a card, as a key would."""
        for index, card in enumerate(self._cards):
            if card.level.number == level:
                self._roving.set_stop(index)
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Anchors wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the longest anchor asks."""
        wide = self._card_width(width)
        narrow = self._is_small()
        high = max((card.height_at(wide, narrow=narrow) for card in self._cards), default=0)
        rows = self._rows(width)
        return rows * high + (rows - 1) * GAP

    def sizeHint(self) -> QSize:
        """Five cards of the designed width."""
        width = 5 * 203 + 4 * GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Five narrow cards."""
        return QSize(5 * _LEAST + 4 * GAP, self.heightForWidth(max(self.width(), 5 * _LEAST + 4 * GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._is_small()
        wide, across = self._card_width(self.width()), self._across(self.width())
        rows = self._rows(self.width())
        high = (self.height() - (rows - 1) * GAP) / rows
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, card in enumerate(self._cards):
            row, column = divmod(index, across)
            place = across - 1 - column if is_mirrored else column
            left = round(place * (wide + GAP))
            right = round(place * (wide + GAP) + wide)
            card.set_narrow(narrow)
            card.setGeometry(left, round(row * (high + GAP)), right - left, round(high))

    def _across(self, width: float) -> int:
        """Return how many cards stand side by side: all, or fewer where large text needs the room."""
        every = max(1, len(self._cards))
        least = self._theme.px(_NAMED)
        return next((n for n in (every, 3, 2) if (width - (n - 1) * GAP) / n >= least), 1) if width else every

    def _rows(self, width: float) -> int:
        return -(-max(1, len(self._cards)) // self._across(width))

    def _card_width(self, width: float) -> float:
        across = self._across(width)
        return (width - (across - 1) * GAP) / across

    def _is_small(self) -> bool:
        return self.window().width() < _SMALL_WINDOW * self._theme.zoom

    def _rebuild(self, levels: Sequence[Level]) -> None:
        for card in self._cards:
            card.deleteLater()
        self._cards = [LevelCard(self._theme, level, self) for level in levels]
        for card in self._cards:
            card.set_read_only(self._is_read_only)
            card.set_low(self._is_low)
            card.clicked.connect(self._on_clicked)
            card.show()
        self._roving.set_buttons(self._cards)

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, LevelCard) and not self._is_read_only:
            self._roving.set_stop(self._cards.index(card))
            self.chosen.emit(card.level.number)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._arrange()
