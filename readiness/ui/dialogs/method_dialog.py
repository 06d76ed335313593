"""How the figures come about: the method page that is shipped with the questionnaires."""

from PySide6.QtWidgets import QWidget

from readiness.paths import bundled
from readiness.ui.dialogs.reading_dialog import ReadingDialog
from readiness.ui.theme import Theme


class MethodDialog(ReadingDialog):
    """Score, growth step and range, explained."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        page = bundled("questionnaires", "method.md")
        super().__init__("method", self.tr("How the figures come about"), page, theme, parent)
