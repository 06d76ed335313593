"""What this is, which versions run, where its files are, and that nothing leaves the computer."""

from pathlib import Path
from platform import platform, python_version

import PySide6
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness import VERSION
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

_WIDTH = 680


class AboutDialog(Sheet):
    """Versions to copy, folders to open, and the promise."""

    def __init__(self, workspace: str, log_folder: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Readiness {version}").format(version=VERSION), parent)
        self.setObjectName("about-dialog")
        self.setMinimumWidth(theme.px(_WIDTH))
        self._log_folder = log_folder
        self._workspace = workspace
        self._versions = "\n".join(versions())
        promise = self.tr(
            "Everything is on this computer, in the file you chose. There is no account, nothing is sent "
            "anywhere, and no network is used."
        )
        self.body.addWidget(TextBlock(theme, promise, "body", "ink", self))
        self._add(self.tr("This workspace"), workspace or self.tr("None is open"))
        self._add(self.tr("Log"), str(log_folder))
        self._add(self.tr("Versions"), self._versions)
        self._add_buttons()

    def _add(self, label: str, text: str) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(Text(self._theme, label, "label", "ink2", self))
        pair.addWidget(TextBlock(self._theme, text, "body", "ink", self))
        self.body.addLayout(pair)

    def _add_buttons(self) -> None:
        copy = self.add_button("copy-versions", self.tr("Copy versions"), "quiet")
        copy.clicked.connect(self._on_copy)
        folder = self.add_button("open-folder", self.tr("Open data folder"))
        folder.setEnabled(bool(self._workspace))
        folder.clicked.connect(self._on_open_folder)
        log = self.add_button("open-log", self.tr("Open log folder"))
        log.clicked.connect(self._on_open_log)
        close = self.add_button("about-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._versions)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._workspace).parent)))

    def _on_open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))


def versions() -> tuple[str, ...]:
    """Return what to name in a report of a fault."""
    return (
        f"Readiness {VERSION}",
        f"Python {python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        platform(terse=True),
    )
