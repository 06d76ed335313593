"""The left column: find, the tree, and what can be added."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.scoring import nominal_shares
from readiness.domain.studio.places import Place, at
from readiness.ui.icons import Icons
from readiness.ui.models.outline_model import OutlineModel, outline_rows
from readiness.ui.pages.studio.outline_view import OutlineView
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.key_hint import KeyHint
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QResizeEvent

    from readiness.services.studio import DraftProblem


_ROOMY = 300


class OutlinePanel(QWidget):
    """Shows the draft and what is selected in it; asks for everything else."""

    add_asked = Signal(str)  # question, topic, pillar
    edit_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(object, object)

    def __init__(self, table: DraftTable, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._theme = theme
        self._icons = icons
        self._find = Field(theme, self.tr("Find a question"), self)
        self._model = OutlineModel(self)
        self.view = OutlineView(self._model, theme, icons, self)
        self._adds: list[Button] = []
        self._none = Text(theme, self.tr("No question has these words."), "caption", "ink2", self)
        self._build()
        self._connect()

    def show_draft(self) -> None:
        """Show the draft as it is now."""
        draft = self._table.draft
        if draft is not None:
            rows = outline_rows(draft, nominal_shares(draft), marks_of(self._table.problems))
            self._model.set_rows(rows)
            for button in self._adds:
                button.setEnabled(not self._table.is_lens)
                button.setToolTip(
                    self.tr("The questions of a lens stay as they are.") if self._table.is_lens else ""
                )
            self.view.select(self._table.place)

    def show_opened(self) -> None:
        """Show another draft: only where one stands is open."""
        self._find.clear()
        self.show_draft()
        self._on_sought("")  # clearing the field tells nobody, and what it hid would stay so
        self.view.open_only(self._table.place)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Leave the signs off the buttons where their words need the room."""
        super().resizeEvent(event)
        roomy = self.width() >= self._theme.px(_ROOMY)
        for button in self._adds:
            if roomy:
                button.set_icon(self._icons, "plus")
            else:
                button.drop_icon()

    def start_finding(self) -> None:
        """Put the focus where one finds."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def eventFilter(self, watched: "QObject", event: "QEvent") -> bool:
        """Walk the tree with the arrows while finding; Enter goes there."""
        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.view.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_sought(self, words: str) -> None:
        draft, sought = self._table.draft, words.casefold().split()
        if draft is None:
            return
        if not sought:
            self.view.show_found(None)
            self._none.hide()
            self.view.select(self._table.place)
            return
        found = frozenset(
            place for place in self._model.places() if _has_words(at(draft, place), len(place), sought)
        )
        self.view.show_found(found)
        self._none.setVisible(not found)
        first = next((place for place in self._model.places() if place in found and len(place) == 3), None)
        if first is not None and self._table.place not in found:
            self._table.select(first)

    def _on_add(self) -> None:
        self.add_asked.emit(str(self.sender().property("adds")))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(12)
        self._find.setObjectName("studio-find")
        self._find.setPlaceholderText(self.tr("Find a question"))
        self._find.installEventFilter(self)
        inside = QHBoxLayout(self._find)
        inside.setContentsMargins(0, 0, 9, 0)
        inside.addStretch()
        inside.addWidget(KeyHint(self._theme, "/", self._find))
        column.addWidget(self._find)
        self._none.hide()
        column.addWidget(self._none)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, text in (
            ("question", self.tr("Question")),
            ("topic", self.tr("Topic")),
            ("pillar", self.tr("Pillar")),
        ):
            row.addWidget(self._add_button(key, text))
        row.addStretch()
        column.addLayout(row)

    def _add_button(self, key: str, text: str) -> Button:
        button = Button(self._theme, text, "plain", self)
        button.setObjectName(f"add-{key}")
        button.setAccessibleName(self.tr("Add a {0}").format(text.casefold()))
        button.set_size("small")
        button.setProperty("adds", key)
        self._adds.append(button)
        button.clicked.connect(self._on_add)
        return button

    def _connect(self) -> None:
        self._find.textEdited.connect(self._on_sought)
        self.view.chosen.connect(self._table.select)
        self.view.edit_asked.connect(self.edit_asked)
        self.view.delete_asked.connect(self.delete_asked)
        # Qt is still inside the drop when it is told; the tree may change only after it.
        self._model.move_asked.connect(self.move_asked, Qt.ConnectionType.QueuedConnection)
        self._table.changed.connect(self.show_draft)
        self._table.problems_changed.connect(self.show_draft)
        self._table.place_changed.connect(self._on_place_changed)
        self._table.opened.connect(self.show_opened)

    def _on_place_changed(self) -> None:
        self.view.select(self._table.place)


def marks_of(problems: "Iterable[DraftProblem]") -> dict[Place, tuple[str, int]]:
    """Return the worst mark of each part and how many problems it has; groups show errors inside them."""
    marks: dict[Place, tuple[str, int]] = {}
    for problem in problems:
        mark, count = marks.get(problem.place, ("", 0))
        worst = "error" if problem.blocks or mark == "error" else "suggestion"
        marks[problem.place] = (worst, count + 1)
    for problem in problems:
        for depth in range(1, len(problem.place)):
            if problem.blocks:
                group = problem.place[:depth]
                marks[group] = ("error", marks.get(group, ("", 0))[1] or 1)
    return marks


def _has_words(part: object, depth: int, sought: list[str]) -> bool:
    if depth < 3:
        text = f"{getattr(part, 'id', '')} {getattr(part, 'name', '')}"
    else:
        text = " ".join((getattr(part, "id", ""), getattr(part, "prompt", ""), *getattr(part, "levels", ())))
    folded = text.casefold()
    return all(word in folded for word in sought)
