"""What the questionnaire says of itself, its dangerous combinations, and how it came about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.questionnaire import Condition, LineageChange, Questionnaire
from readiness.ui.icons import Icons
from readiness.ui.pages.studio.form import Form
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip


class HeadForm(Form):
    """Title, id, language and licence are written; lists grow and shrink by their buttons."""

    combination_asked = Signal(int)  # its place, −1 for a new one
    combination_removed = Signal(int)
    change_removed = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._title = self.add_text("title", self.tr("Title"), style="prompt")
        row = self.add_row()
        self._id = self.add_line("id", self.tr("Id"), row)
        self._language = self.add_line("language", self.tr("Language"), row)
        self._licence = self.add_line("licence", self.tr("Licence"), row)
        self._extends = TextBlock(theme, "", "body", "ink2", self)
        self._column.addWidget(self._extends)
        self._combinations = self._list(self.tr("Dangerous together"))
        self._add = Button(theme, self.tr("Add a combination…"), "plain", self)
        self._add.setObjectName("add-combination")
        self._add.set_icon(icons, "plus")
        self._add.set_size("small")
        self._add.clicked.connect(partial(self.combination_asked.emit, -1))
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._changes = self._list(self.tr("How it came out of the version before"))
        self._shown: tuple[object, object] = ((), ())

    def show_head(self, draft: Questionnaire) -> None:
        """Show what the questionnaire says of itself."""
        self._title.set_text(draft.title)
        self._id.set_words(draft.id)
        self._language.set_words(draft.language)
        self._licence.set_words(draft.licence)
        told = self.tr("Asked together with {0}.").format(draft.extends) if draft.extends else ""
        self._extends.setText(told)
        self._extends.setVisible(bool(told))
        changes = draft.lineage.changes if draft.lineage is not None else ()
        if (draft.combinations, draft.lineage) != self._shown:
            self._shown = (draft.combinations, draft.lineage)
            self._show_combinations(draft)
            self._show_changes(draft, changes)

    def set_read_only(self, *, read_only: bool, besides: str = "weight") -> None:
        """Leave a lens its combinations and its descent too."""
        super().set_read_only(read_only=read_only, besides=besides)
        for button in self.findChildren(Button):
            button.setEnabled(not read_only)

    def field_of(self, field: str, item: int = -1) -> QWidget | None:
        """Return the control of a field; a combination is changed by its button."""
        if field == "combinations":
            return self.findChild(Button, f"edit-combination-{max(0, item) + 1}") or self._add
        if field == "lineage":
            return self.findChild(Button, f"remove-change-{max(0, item) + 1}") or self._title
        return super().field_of(field, item)

    def _show_combinations(self, draft: Questionnaire) -> None:
        _clear(self._combinations)
        for number, one in enumerate(draft.combinations):
            halves = self.tr(" and ").join(condition_words(half) for half in one.when)
            row = self._row(f"{one.id}: {halves}", one.says)
            edit = self._button(
                row, "edit", f"edit-combination-{number + 1}", self.tr("Change {0}").format(one.id)
            )
            edit.clicked.connect(partial(self.combination_asked.emit, number))
            remove = self._button(
                row, "close", f"remove-combination-{number + 1}", self.tr("Remove {0}").format(one.id)
            )
            remove.clicked.connect(partial(self.combination_removed.emit, number))
            self._combinations.addWidget(row)
        if not draft.combinations:
            none = self.tr("None: each answer is a risk of its own.")
            self._combinations.addWidget(Text(self._theme, none, "body", "ink3", self))

    def _show_changes(self, draft: Questionnaire, changes: Sequence[LineageChange]) -> None:
        _clear(self._changes)
        if draft.lineage is None:
            none = self.tr("It is a first version.")
            self._changes.addWidget(Text(self._theme, none, "body", "ink3", self))
            return
        came = self.tr("It came out of {0}.").format(draft.lineage.from_version)
        self._changes.addWidget(Text(self._theme, came, "body", "ink2", self))
        for number, change in enumerate(changes):
            row = self._row(change_words(change), "")
            remove = self._button(
                row,
                "close",
                f"remove-change-{number + 1}",
                self.tr("Say nothing of it: {0}").format(change_words(change)),
            )
            remove.clicked.connect(partial(self.change_removed.emit, number))
            self._changes.addWidget(row)

    def _list(self, label: str) -> QVBoxLayout:
        self._column.addWidget(Text(self._theme, label, "label", "ink2", self))
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self._column.addLayout(rows)
        return rows

    def _row(self, title: str, detail: str) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(self._theme, title, "body", "ink", row))
        if detail:
            words.addWidget(TextBlock(self._theme, detail, "caption", "ink2", row))
        across.addLayout(words, 1)
        return row

    def _button(self, row: QWidget, icon: str, name: str, words: str) -> Button:
        button = Button(self._theme, "", "quiet", row)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(plain_tooltip(words))
        button.set_icon(self._icons, icon)
        button.set_size("small")
        layout = row.layout()
        if layout is not None:
            layout.addWidget(button)
        return button


def condition_words(half: Condition) -> str:
    """Return one half of a combination as it is read."""
    who = f"{half.lane} " if half.lane else ""
    if half.limit:
        return f"limit {half.limit} below {half.below}"
    if half.at_most is not None:
        return f"{who}{half.question} at most {half.at_most}"
    return f"{who}{half.question} at least {half.at_least}"


def change_words(change: LineageChange) -> str:
    """Return one declared change as it is read."""
    if change.rename is not None:
        old, new = change.rename
        return f"{new} means the same as before" if old == new else f"{new} was called {old}"
    if change.split is not None:
        return f"{change.split[0]} became {' and '.join(change.split[1])}"
    if change.merge is not None:
        return f"{' and '.join(change.merge[0])} became {change.merge[1]}"
    return f"{change.redefine} means something else"


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setObjectName("")
            for inner in widget.findChildren(Button):
                inner.setObjectName("")
            widget.deleteLater()
