"""The rows of a list of backups, or of folders of them; the keys walk through those that can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.tooltip import plain_tooltip
from readiness.ui.widgets.two_line_choice import TwoLineChoice

_LEAST, _HIGHEST = 130, 336


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says; ``name`` is that of the widget."""

    name: str
    key: str
    title: str
    detail: str
    damaged: bool = False


class BackupList(Scroller):
    """As high as its rows, as far as there is room; ``chosen`` carries the key of a row."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(4, 4, 12, 4)
        self._rows.setSpacing(2)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.set_content(self._list)
        self.hide()

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show the rows and choose the first that can be; return whether there is one."""
        for shown in self._shown():
            self._rows.removeWidget(shown)
            shown.setParent(None)
            shown.deleteLater()
        for row in rows:
            self._rows.addWidget(self._row(row))
        self.setVisible(bool(rows))
        height = sum(row.sizeHint().height() + 2 for row in self._shown()) + 10
        self.setMaximumHeight(height)
        self.setMinimumHeight(min(height, self._theme.px(_LEAST)))
        first = next((row for row in self._shown() if row.isEnabled()), None)
        if first is None:
            return False
        first.setChecked(True)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(str(first.property("key")))
        return True

    def show_chosen(self) -> None:
        """Scroll to the row that is chosen."""
        chosen = next((row for row in self._shown() if row.isChecked()), None)
        if chosen is not None:
            self.bring_into_sight(chosen)

    def sizeHint(self) -> QSize:
        """Ask for some rows more than the few it needs."""
        return QSize(super().sizeHint().width(), min(self.maximumHeight(), self._theme.px(_HIGHEST)))

    def _shown(self) -> list[TwoLineChoice]:
        return self._list.findChildren(TwoLineChoice)

    def _row(self, row: Row) -> TwoLineChoice:
        made = TwoLineChoice(self._theme, row.title, row.detail, self._list, damaged=row.damaged)
        made.setObjectName(row.name)
        made.setProperty("key", row.key)
        made.setToolTip(plain_tooltip(f"{row.title}\n{row.detail}"))  # either may be cut off
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("key")))
