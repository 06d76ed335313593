"""One more thing that grows, in a single row, with the way to take it out again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.icons import Icons
from readiness.ui.models.setup_form import DriverForm
from readiness.ui.pages.setup.driver_fields import DriverFields
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button

_SHOWN = (("unit", 4), ("today", 3), ("target", 3), ("tested", 3))


class DriverRow(QWidget):
    """What grows, from what to what, tested to what."""

    edited = Signal()
    taken_out = Signal()

    def __init__(self, theme: Theme, icons: Icons, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = DriverFields(theme, icons, place, self)
        self.fields.edited.connect(self.edited)
        out = Button(theme, "", "quiet", self)
        out.setObjectName(f"growth-out-{place + 1}")
        out.set_icon(icons, "close")
        out.setAccessibleName(self.tr("Take out what grows, {0}").format(place + 1))
        out.clicked.connect(self.taken_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(10)
        for name, stretch in _SHOWN:
            row.addWidget(self.fields.labelled[name], stretch, Qt.AlignmentFlag.AlignTop)
        self.fields.labelled["peak"].hide()
        row.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        row.setAlignment(out, Qt.AlignmentFlag.AlignBottom)

    def fill(self, form: DriverForm) -> None:
        """Show a driver; when its peak was seen is kept, though it is not shown here."""
        self.fields.fill(form)
