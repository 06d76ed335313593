"""Where is my data: the file, its backups, what is never lost, and what nobody sees."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.paths import bundled
from readiness.ui.dialogs.reading_dialog import ReadingDialog
from readiness.ui.theme import Theme
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock


class DataDialog(ReadingDialog):
    """The path of the workspace that is open stands first, then the page."""

    restore_asked = Signal()

    def __init__(self, workspace: str, theme: Theme, parent: QWidget) -> None:
        page = bundled("assets", "help", "your-data.md")
        super().__init__("your-data", self.tr("Where is my data?"), page, theme, parent)
        self._workspace = workspace
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(Text(theme, self.tr("This workspace"), "label", "ink2", self))
        path = TextBlock(theme, workspace or self.tr("None is open"), "bodyStrong", "ink", self)
        path.setObjectName("your-data-path")
        pair.addWidget(path)
        self.body.insertLayout(0, pair)
        folder = self.add_button("your-data-folder", self.tr("Open data folder"))
        folder.setEnabled(bool(workspace))
        folder.clicked.connect(self._on_open_folder)
        self.foot.insertWidget(0, folder)
        restore = self.add_button("your-data-restore", self.tr("Restore a backup…"))
        restore.clicked.connect(self._on_restore)
        self.foot.insertWidget(1, restore)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._workspace).parent)))

    def _on_restore(self) -> None:
        self.accept()
        self.restore_asked.emit()
