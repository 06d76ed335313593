"""One level of a question: its key, its name, and the anchor that is written."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from readiness.domain.questionnaire import ANCHOR_LIMIT
from readiness.ui.icons import Icons
from readiness.ui.level_names import level_name
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.growing_text import GrowingText
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.measure import Measure
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.text import Text

_NAME = 92
_TIGHT = 20


class _Number(Painted):
    """The level's key, as on its card."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A key of 34, in the middle of a line of writing."""
        return QSize(self._theme.px(34), self._theme.px(42))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        side = self._theme.px(32)
        rect = QRectF(0.5, (self.height() - side) / 2, side, side)
        color = self._theme.color
        font = self._theme.font("bodyStrong", size=18)
        with drawing.painting(self) as painter:
            drawing.box(painter, rect, 5, fill=color("surface"), line=color("line2"), width=1.5)
            at = QPointF(rect.center().x(), drawing.baseline(font, rect.top(), rect.height()))
            drawing.words(painter, at, str(self._number), font, color("ink"), drawing.CENTER)


class LevelEdit(QWidget):
    """The name of a level is the same for every question, so only its anchor is written."""

    def __init__(
        self, theme: Theme, icons: Icons, number: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number = number
        self.field = GrowingText(theme, f"{number}, {level_name(number)}", self)
        self.field.setObjectName(f"{name}-{number}")
        self.field.setProperty("item", number)
        self._labelled = LabelledField(theme, icons, "", self.field, self)
        self._labelled.show_label(shown=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(_Number(theme, number, self), 0, Qt.AlignmentFlag.AlignTop)
        named = Text(theme, level_name(number), "bodyStrong", "ink", self)
        Measure(theme, named, height=42, width=_NAME)
        row.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._labelled, 1)

    def set_text(self, text: str) -> None:
        """Show an anchor, and how much of its room it takes where that is tight."""
        self.field.set_text(text)
        left = ANCHOR_LIMIT - len(text)
        is_tight = self.field.hasFocus() and 0 <= left <= _TIGHT
        self._labelled.set_note(self.tr("{0} characters left").format(left) if is_tight else "")

    def set_error(self, text: str) -> None:
        """Say how to mend the anchor; an empty text says that it is well."""
        self._labelled.set_error(text)
