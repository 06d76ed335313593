"""The headings over the systems; where the columns are is the table's to say."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.models.home_model import HomeModel
from readiness.ui.pages.home.system_delegate import GAP
from readiness.ui.pages.home.systems_view import SystemsView
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import Painted


class TableHead(Painted):
    """Quiet labels and a line under them."""

    def __init__(self, model: HomeModel, view: SystemsView, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.columns_moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line of labels."""
        return QSize(200, self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the headings over their columns."""
        font, color = self._theme.font("label"), self._theme.color
        base = drawing.baseline(font, 0, self.height())
        with drawing.painting(self) as painter:
            for heading, (left, width) in zip(self._model.headings(), self._view.column_lefts(), strict=True):
                if width:
                    at = QPointF(left, base)
                    drawing.words(painter, at, heading, font, color("ink2"), room=width - GAP)
            bottom = self.height() - 0.5
            drawing.stroke(painter, QPointF(0, bottom), QPointF(self.width(), bottom), color("line"))
