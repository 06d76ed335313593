"""Erase a person: who is named in the workspace, where, and the way to take a name out for good."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.errors import ReadinessError
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.erasing_desk import erase, people_in
from readiness.ui.safekeeping import Safekeeping
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.two_line_choice import TwoLineChoice

if TYPE_CHECKING:
    from readiness.services.erasing import Erased, Standing

_WIDTH = 720
_HIGHEST = 236


class EraseDialog(Sheet):
    """The name has to be written before the button can be pressed: nothing takes it back."""

    erased = Signal(str)

    def __init__(self, session: Session, safekeeping: Safekeeping, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Erase a person"), parent)
        self.setObjectName("erase-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._session = session
        self._safekeeping = safekeeping
        self._people: dict[str, Standing] = {}
        self._chosen = ""
        self._words = TextBlock(theme, self.tr("Looking for names…"), "body", "ink2", self)
        self._words.setObjectName("erase-words")
        self._rows = QVBoxLayout()
        self._list = QWidget(self)
        self._scroll = Scroller(self)
        self._told = TextBlock(theme, "", "body", "ink", self)
        self._told.setObjectName("erase-told")
        self._backups = TextBlock(theme, "", "caption", "ink2", self)
        self._backups.setObjectName("erase-backups")
        self._label = Text(theme, "", "label", "ink2", self)
        self._name = Field(theme, self.tr("Name of the person"), self)
        self._name.setObjectName("erase-name")
        self._fault = TextBlock(theme, "", "label", "error", self)
        self._fault.setObjectName("erase-fault")
        self._build_body()
        self._build_foot()
        session.failed.connect(self._on_failed)
        session.run_errand(people_in, self.show_people)

    def show_people(self, people: "tuple[Standing, ...]") -> None:
        """Show who is named, each with where."""
        self._people = {one.name: one for one in people}
        words = self.tr(
            "Roles, answers and seals stay; the name goes out of the file. An erased name cannot be put back."
        )
        self._words.setText(words if people else self.tr("No name of a person stands in this file."))
        for one in people:
            self._rows.addWidget(self._row(one))
        self._scroll.setVisible(bool(people))
        height = sum(row.sizeHint().height() + 2 for row in self._list.findChildren(TwoLineChoice)) + 10
        self._scroll.setFixedHeight(min(height, self._theme.px(_HIGHEST)))
        first = self._list.findChild(TwoLineChoice)
        if first is None:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        self.refit()

    def _build_body(self) -> None:
        self.body.addWidget(self._words)
        self._rows.setContentsMargins(4, 4, 12, 4)
        self._rows.setSpacing(2)
        self._list.setLayout(self._rows)
        self._scroll.setObjectName("people")
        self._scroll.setAccessibleName(self.tr("People in this file"))
        self._scroll.set_content(self._list)
        for part in (self._scroll, self._told, self._backups, self._label, self._name, self._fault):
            self.body.addWidget(part)
            part.hide()
        self._name.textChanged.connect(self._on_changed)

    def _build_foot(self) -> None:
        self._folder = self.add_button("erase-folder", self.tr("Open backups folder"))
        self._folder.clicked.connect(self._on_folder)
        self._folder.hide()
        self._close = self.add_button("erase-close", self.tr("Close"), "quiet")
        self._close.clicked.connect(self.reject)
        self._erase = self.add_button("erase-now", self.tr("Erase for good"), "primary")
        self._erase.setEnabled(False)
        self._erase.clicked.connect(self._on_erase)

    def _row(self, one: "Standing") -> TwoLineChoice:
        row = TwoLineChoice(self._theme, one.name, self._detail(one), self._list, damaged=False)
        row.setObjectName(f"person-{self._rows.count()}")
        row.setProperty("person", one.name)
        row.clicked.connect(self._on_chosen)
        return row

    def _detail(self, one: "Standing") -> str:
        parts = (
            _counted(one.participants, self.tr("in 1 assessment"), self.tr("in {0} assessments")),
            _counted(one.answers, self.tr("1 answer"), self.tr("{0} answers")),
            _counted(one.trail, self.tr("1 line on the trail"), self.tr("{0} lines on the trail")),
            _counted(one.open_facts, self.tr("1 fact to find out"), self.tr("{0} facts to find out")),
            _counted(one.parked, self.tr("1 parked point"), self.tr("{0} parked points")),
            _counted(one.actions, self.tr("1 action"), self.tr("{0} actions")),
        )
        return " · ".join(part for part in parts if part) or self.tr("only in the list of people")

    def _on_chosen(self) -> None:
        self._chosen = str(self.sender().property("person"))
        one = self._people[self._chosen]
        texts = one.mentions + one.sealed_mentions
        stays = _counted(
            texts,
            self.tr("1 text that somebody wrote mentions the name; it stays as it is."),
            self.tr("{0} texts that people wrote mention the name; they stay as they are."),
        )
        self._told.setText(stays)
        self._told.setVisible(bool(stays))
        self._backups.setText(self.tr("Looking into the backups…"))
        self._label.setText(self.tr("Write the name to erase it: {0}").format(self._chosen))
        for part in (self._backups, self._label, self._name):
            part.show()
        self._name.clear()
        self._fault.hide()
        self._safekeeping.find_name(Path(self._session.path), self._chosen, self._on_found)
        self.refit()

    def _on_found(self, found: "tuple[str, int]") -> None:
        name, holding = found
        if name != self._chosen:
            return
        self._backups.setText(self._backup_words(holding))
        self._folder.setVisible(bool(holding))
        self.refit()

    def _backup_words(self, holding: int) -> str:
        if not holding:
            return self.tr("No backup holds the name.")
        told = _counted(holding, self.tr("1 backup holds the name"), self.tr("{0} backups hold the name"))
        how = self.tr(
            "and is not changed by this. A new one without it is made at once; delete the others in their "
            "folder when you need them no longer. Reports and files sent to others hold it too."
        )
        return f"{told} {how}" if holding == 1 else f"{told} {how.replace('and is not', 'and are not', 1)}"

    def _on_changed(self, text: str) -> None:
        self._erase.setEnabled(bool(self._chosen) and text.strip() == self._chosen)

    def _on_erase(self) -> None:
        self._erase.setEnabled(False)
        self._fault.hide()
        self._session.leave_assessment()
        self._session.run_errand(erase(self._chosen), self._on_erased)

    def _on_erased(self, done: "Erased") -> None:
        self._session.undo_stack.clear()  # a step in it could write the name again
        self._session.refresh_home()
        self._safekeeping.copy_now()
        self.accept()
        self.erased.emit(done.was.name)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, ReadinessError):
            self._fault.setText(error.sentence())
            self._fault.show()
            self._on_changed(self._name.text())
            self.refit()

    def _on_folder(self) -> None:
        workspace = Path(self._session.path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(workspace.with_name(f"{workspace.stem} backups"))))


def _counted(count: int, one: str, more: str) -> str:
    if not count:
        return ""
    return one if count == 1 else more.format(count)
