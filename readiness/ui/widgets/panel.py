"""White panels with a heading that states what is found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.restyle import restyle
from readiness.ui.widgets.step_badge import StepBadge
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_LEAST_NOTE = 200
"""A note narrower than this, and than its words, stands under the heading."""


class Panel(QFrame):
    """A surface; pages add to ``body``, and to ``corner`` at the right of the heading."""

    def __init__(self, theme: Theme, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "panel")
        self._heading = TextBlock(theme, heading, "section", "ink", self)
        self._heading.prefer_one_line()
        self._heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._note = Text(theme, "", "caption", "ink2", self)
        self._badge: StepBadge | None = None
        self._outer = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(12)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._is_under = False
        self._build()
        self.set_heading(heading)
        theme.changed.connect(self._place_note)

    def set_heading(self, heading: str, note: str = "") -> None:
        """Say what the panel found, with a quieter note beside it."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(heading)
        self._place_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the note its place in the new width."""
        super().resizeEvent(event)
        self._place_note()

    def set_heading_style(self, style: str) -> None:
        """Set the heading in another text style, ``title`` for the leading panel of a page."""
        self._heading.set_look(style, "ink")

    def set_compact(self) -> None:
        """Take less room above and below, for a page that should be seen whole."""
        self._outer.setContentsMargins(24, 10, 24, 14)

    def set_number(self, number: int) -> None:
        """Show the panel as a numbered step."""
        if self._badge is not None:
            self._badge.deleteLater()
        self._badge = StepBadge(self._theme, number, self)
        self._head.insertWidget(0, self._badge)

    def set_lead(self, lead: QWidget) -> None:
        """Show a number or a sign before the heading."""
        self._head.insertWidget(0, lead)

    def set_accented(self, accented: bool) -> None:  # noqa: FBT001 - a claim, as Qt's setters take it
        """Draw the panel's line in the accent, for the one that leads on."""
        restyle(self, "kind", "panel-accent" if accented else "panel")

    def _place_note(self) -> None:
        """Let the note stand beside the heading, or under it where it would be a few letters there."""
        if not self._note.text():
            return
        beside = self._heading.sizeHint().width() + self.corner.sizeHint().width() + 24 + 48
        room = self.width() - beside
        is_under = self.width() > 0 and room < min(self._note.sizeHint().width(), self._theme.px(_LEAST_NOTE))
        if is_under != self._is_under:
            self._is_under = is_under
            (self._head if is_under else self._outer).removeWidget(self._note)
            if is_under:
                self._outer.insertWidget(1, self._note)
            else:
                self._head.insertWidget(self._head.indexOf(self._heading) + 1, self._note, 1)

    def _build(self) -> None:
        column = self._outer
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(8)
        self._head.addStrut(self._theme.px(34))
        self._head.addWidget(self._heading)
        self._head.addWidget(self._note, 1)
        self._head.addStretch()
        self._head.addLayout(self.corner)
        column.addLayout(self._head)
        column.addLayout(self.body, 1)
