"""Questions found by a few letters and kept in a list: Enter adds, Delete takes one off again."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from readiness.ui.finding import Entry, found
from readiness.ui.models.found_model import FoundModel
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.text import Text

_ROWS: Final = 4
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class QuestionFinder(QWidget):
    """``questions`` are those chosen, in the order they were added."""

    changed = Signal()

    def __init__(
        self, theme: Theme, offered: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prompts = dict(offered)
        self._chosen: list[str] = []
        self._buttons: list[Button] = []
        self._entries = [Entry(f"{id_}  {prompt}", id_, self._nothing) for id_, prompt in offered]
        self._field = Field(theme, self.tr("Find a question"), self)
        self._list = QListView(self)
        self._model = FoundModel(self)
        self._none = Text(theme, self.tr("No question has these letters."), "caption", "ink2", self)
        self._kept = QVBoxLayout()
        self._build()
        self._search("")

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of what was chosen."""
        return tuple(self._chosen)

    def set_questions(self, questions: Sequence[str]) -> None:
        """Show other questions as chosen."""
        self._chosen = list(questions)
        self._show_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose while the field keeps the focus, and Enter add what is chosen."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._list.event(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._field.text().strip():
                self._add_current()
                return True
        return super().eventFilter(watched, event)

    def _nothing(self) -> None:
        """An entry of this list is added, not run."""

    def _search(self, letters: str) -> None:
        entries = [entry for entry in found(letters, self._entries) if entry.kind not in self._chosen]
        self._model.set_entries(entries if letters.strip() else ())
        self._list.setVisible(bool(letters.strip() and entries))
        self._none.setVisible(bool(letters.strip()) and not entries)
        self._list.setCurrentIndex(self._model.index(0))

    def _add_current(self) -> None:
        entry = self._model.entry(self._list.currentIndex().row())
        if entry is not None:
            self._chosen.append(entry.kind)
            self._field.clear()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_chosen()
            self.changed.emit()

    def _on_remove(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._chosen.remove(str(button.property("question")))
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_chosen()
            self.changed.emit()

    def _show_chosen(self) -> None:
        for button in self._buttons:
            self._kept.removeWidget(button)
            button.setObjectName("")
            button.hide()
            button.deleteLater()
        self._buttons = [self._button_of(id_) for id_ in self._chosen]
        for button in self._buttons:
            self._kept.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button_of(self, id_: str) -> Button:
        words = self.tr("Take {0} off the list").format(id_)
        button = Button(self._theme, words, "link", self)
        button.setObjectName(f"finder-chosen-{id_}")
        button.setProperty("question", id_)
        button.setToolTip(self._prompts.get(id_, ""))
        button.setAccessibleDescription(self._prompts.get(id_, ""))
        button.setAutoDefault(False)
        button.set_size("small")
        button.clicked.connect(self._on_remove)
        return button

    def _build(self) -> None:
        self._field.setObjectName("finder-field")
        self._field.setPlaceholderText(self.tr("Find a question, Enter adds it"))
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._search)
        self._list.setObjectName("finder-list")
        self._list.setAccessibleName(self.tr("Questions found"))
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setFixedHeight(self._theme.px(30) * _ROWS)
        self._list.clicked.connect(self._add_current)
        self.setFocusProxy(self._field)
        self._kept.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._none)
        column.addLayout(self._kept)
