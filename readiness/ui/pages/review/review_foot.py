"""Under the table: the one step that agrees many at once, what comes after it, and the keys of a row."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_ROOMY = 1080
_NARROW = 700
_DIGITS = "0–4"


class ReviewFoot(QWidget):
    """Accepts what is undisputed while there is any, and then leads on to closing."""

    accept_asked = Signal()
    closing_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offers_keys = False
        self._is_private = False
        self._ticks = False
        self._accept = Button(theme, "", "primary", self)
        self._accept.setObjectName("accept-undisputed")
        self._accept.set_icon(icons, "check")
        self._accept.set_key("U")
        self._accept.set_size("large")
        self._close = Button(theme, "", "plain", self)
        self._close.setObjectName("go-to-closing")
        self._close.set_icon(icons, "lock")
        self._close.set_size("large")
        self._words = TextBlock(theme, "", "caption", "ink2", self)
        self._words.setObjectName("review-words")
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._keys = QWidget(self)
        self._digits = KeyHint(theme, _DIGITS, self._keys)
        self._does: dict[str, Text] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._accept.clicked.connect(self.accept_asked)
        self._close.clicked.connect(self.closing_asked)
        theme.changed.connect(self._show_keys)

    def offer_accepting(self, count: int, words: str) -> None:
        """Offer to agree what nobody disputes."""
        shown = self.tr("Accept {0} undisputed").format(count)
        self._accept.setText(shown)
        self._accept.show()
        self._close.hide()
        self._words.setText(words)

    def offer_closing(self, closing: str, words: str, *, is_next: bool) -> None:
        """Offer to go on to closing; as the one next thing where nothing is open."""
        self._close.setText(closing)
        self._close.set_kind("primary" if is_next else "plain")
        self._accept.hide()
        self._close.show()
        self._words.setText(words)

    def offer_nothing(self, words: str) -> None:
        """Say what is shown where there is nothing to do but to answer."""
        self._accept.hide()
        self._close.hide()
        self._words.setText(words)

    def set_private(self, *, private: bool) -> None:
        """Name the keys of a row for one side's own answers, or for what all agree on."""
        self._is_private = private
        self._name_digits()
        self._does["O"].setText(self.tr("take back") if private else self.tr("leave open"))

    def set_ticks(self, *, ticks: bool) -> None:
        """Name the digits for levels, or for the practices of a question that they tick."""
        self._ticks = ticks
        self._name_digits()

    def set_offers_keys(self, offers: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Show the keys of a row, or not where they do nothing."""
        self._offers_keys = offers
        self._show_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out where there is no room for them."""
        super().resizeEvent(event)
        self._show_keys()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(self._theme.px(240), super().minimumSizeHint().height())

    def _name_digits(self) -> None:
        if self._ticks:
            self._does[_DIGITS].setText(self.tr("tick practices"))
        else:
            self._does[_DIGITS].setText(self.tr("answer") if self._is_private else self.tr("agree"))
        self._digits.set_key("0–9" if self._ticks else _DIGITS)

    def _show_keys(self) -> None:
        is_roomy = self.width() >= self._theme.px(_ROOMY)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight
            if self.width() >= self._theme.px(_NARROW)
            else QBoxLayout.Direction.TopToBottom
        )
        self._keys.setVisible(self._offers_keys and self._theme.single_keys and is_roomy)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._accept)
        row.addWidget(self._close)
        row.addWidget(self._words, 1)
        row.addWidget(self._keys)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(8)
        hints = (
            (_DIGITS, self.tr("agree")),
            ("O", self.tr("leave open")),
            ("Enter", self.tr("open")),
        )
        for place, (key, does) in enumerate(hints):
            if place:
                keys.addSpacing(8)
            is_digits = key == _DIGITS
            keys.addWidget(self._digits if is_digits else KeyHint(self._theme, key, self._keys))
            self._does[key] = Text(self._theme, does, "body", "ink2", self._keys)
            keys.addWidget(self._does[key])
