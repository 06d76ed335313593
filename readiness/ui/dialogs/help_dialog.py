"""Help: where each kind of it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text


class HelpDialog(Sheet):
    """Four ways on; ``chosen`` names the one that was taken: method, data, keys or about."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Help"), parent)
        self.setObjectName("help-dialog")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(14))
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        ways = (
            ("method", self.tr("The method"), self.tr("How the figures come about")),
            ("data", self.tr("Your data"), self.tr("Where it is, and what is never lost")),
            ("keys", self.tr("Keys"), self.tr("What the keys do on this screen")),
            ("about", self.tr("About"), self.tr("Versions and folders")),
        )
        for row, (name, title, words) in enumerate(ways):
            button = Button(theme, title, "plain", self)
            button.setObjectName(f"help-{name}")
            button.clicked.connect(self._on_clicked)
            grid.addWidget(button, row, 0)
            grid.addWidget(Text(theme, words, "body", "ink", self), row, 1)
        close = self.add_button("help-close", self.tr("Close"), "quiet")
        close.clicked.connect(self.reject)

    def _on_clicked(self) -> None:
        name = self.sender().objectName().removeprefix("help-")
        self.accept()
        self.chosen.emit(name)
