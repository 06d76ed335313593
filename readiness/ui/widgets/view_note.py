"""What one side wrote: its mark, its words, its evidence and how sure it is."""

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.counting import Side
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.chip import Chip
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.side_mark import SideMark
from readiness.ui.widgets.side_view import SideView
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip

_BAR: Final = 3
_MOST_LINES: Final = 6


class _Link(Painted):
    """The sign before the evidence."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icons = icons
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as the words beside it."""
        return QSize(self._theme.px(17), self._theme.px(17))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the link."""
        with drawing.painting(self) as painter:
            self._icons.paint(painter, QRectF(self.rect()), "link", self._theme.color("ink2"))


class ViewNote(Painted):
    """A view as it was given; nothing here can be changed."""

    def __init__(self, theme: Theme, icons: Icons, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._side: Side = side
        self._is_low = False
        self._name = Text(theme, "", "section", side, self)
        self._said = Text(theme, "", "body", "ink2", self)
        self._quote = TextBlock(theme, "", "lead", "ink", self)
        self._quote.max_lines = _MOST_LINES
        self._link = _Link(theme, icons, self)
        self._evidence = Text(theme, "", "body", "ink2", self)
        self._chips = {key: Chip(theme, words, kind, self) for key, words, kind in self._kinds()}
        self.setObjectName(f"view-{side}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()

    @property
    def side(self) -> Side:
        """Whose note it is."""
        return self._side

    def show_view(self, view: SideView) -> None:
        """Show what the side said."""
        self._name.setText(self.tr("{0} expects").format(view.name) if view.is_expectation else view.name)
        self._said.setText(
            " · ".join(part for part in ("" if view.level is not None else view.words, view.by) if part)
        )
        self._quote.setText(view.note)
        self._quote.setToolTip(plain_tooltip(view.note))
        self._quote.setVisible(bool(view.note))
        has_level = view.level is not None
        self._evidence.setText(", ".join(view.evidence) or self.tr("no evidence yet"))
        for part in (self._link, self._evidence):
            part.setVisible(has_level or bool(view.evidence))
        for key, chip in self._chips.items():
            chip.setVisible(has_level and key == view.sureness)
        self.setAccessibleName(self._spoken(view))
        self.updateGeometry()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Say how sure the side is on the first line, so that its words are seen in a low window."""
        if low != self._is_low:
            self._is_low = low
            self._quote.set_look("body" if low else "lead", "ink")
            self._column.setSpacing(0 if low else 6)
            self._place_chips()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar in the side's colour."""
        with drawing.painting(self) as painter:
            bar = QRectF(0, 0, _BAR, self.height())
            drawing.box(painter, bar, 1.5, fill=self._theme.color(self._side))

    def _spoken(self, view: SideView) -> str:
        said = self.tr("{0} says {1}").format(view.name, view.level) if view.level is not None else ""
        parts = (said or f"{view.name} {view.words}", view.note, ", ".join(view.evidence))
        return ". ".join(part.rstrip(".") for part in parts if part)

    def _kinds(self) -> tuple[tuple[str, str, Literal["choice", "guess"]], ...]:
        return (
            ("guess", self.tr("Guess"), "guess"),
            ("informed", self.tr("Informed"), "choice"),
            ("evidenced", self.tr("Evidenced"), "choice"),
        )

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16 + _BAR, 2, 0, 2)
        column.setSpacing(6)
        head = self._head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(SideMark(self._theme, self._side, 24, self))
        head.addWidget(self._name)
        head.addWidget(self._said, 1)
        column.addLayout(head)
        column.addWidget(self._quote)
        foot = self._foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._link)
        foot.addWidget(self._evidence)
        for chip in self._chips.values():
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            chip.hide()
        foot.addStretch()
        column.addLayout(foot)
        column.addStretch()
        self._place_chips()

    def _place_chips(self) -> None:
        row, other = (self._head, self._foot) if self._is_low else (self._foot, self._head)
        for place, chip in enumerate(self._chips.values()):
            other.removeWidget(chip)
            row.insertWidget((3 if self._is_low else 2) + place, chip)
