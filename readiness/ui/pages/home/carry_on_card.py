"""The assessment that was left open last, one key away."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readiness.ui.models.home_rows import HomeRow
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.painted import Painted
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text


class _Progress(Painted):
    """How much is answered; the words above say it too."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show another share, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """A slim bar."""
        return QSize(200, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and what is done."""
        track = QRectF(self.rect())
        with drawing.painting(self) as painter:
            drawing.box(painter, track, 5, fill=self._theme.color("sunken"))
            if self._share > 0:
                done = QRectF(0, 0, max(10.0, track.width() * self._share), track.height())
                drawing.box(painter, done, 5, fill=self._theme.color("accent"))


class CarryOnCard(Panel):
    """Name, progress, Resume."""

    resumed = Signal(int)  # assessment id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.set_accented(True)
        self.set_heading(self.tr("Carry on"))
        self.set_heading_style("label")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._assessment_id: int | None = None
        self._name = Text(theme, "", "title", "ink", self)
        self._detail = Text(theme, "", "body", "ink2", self)
        self._progress = _Progress(theme, self)
        self.button = Button(theme, self.tr("Resume"), "primary", self)
        self.button.setObjectName("resume")
        self.button.set_size("large")
        self.button.set_key("Enter")
        self.button.clicked.connect(self.resume)
        self.body.addWidget(self._name)
        self.body.addSpacing(2)
        self.body.addWidget(self._detail)
        self.body.addSpacing(14)
        self.body.addWidget(self._progress)
        self.body.addSpacing(18)
        self.body.addWidget(self.button)

    def show_row(self, row: HomeRow | None) -> None:
        """Offer an open assessment; without one the card is not there."""
        self._assessment_id = None if row is None else row.assessment_id
        self.setVisible(row is not None)
        if row is not None:
            self._name.setText(row.name)
            self._detail.setText(row.detail)
            self._progress.show_share(row.asked / row.total if row.total else 0.0)

    def resume(self) -> None:
        """Go on where it was left."""
        if self._assessment_id is not None:
            self.resumed.emit(self._assessment_id)
