"""The middle column: where one is, what can be done with it, and the form of what is selected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from readiness.domain.scoring import nominal_shares
from readiness.domain.studio.descent import meaning, origin, reads_differently
from readiness.domain.studio.places import at
from readiness.ui.icons import Icons
from readiness.ui.pages.studio.form import Form
from readiness.ui.pages.studio.group_form import GroupForm
from readiness.ui.pages.studio.head_form import HeadForm
from readiness.ui.pages.studio.question_form import QuestionForm
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.studio.words import where
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Question, Questionnaire


class EditorPanel(QWidget):
    """Fills the forms from the draft, and hands on what is written in them."""

    edited = Signal(str, object)
    left = Signal()  # a field, by Esc
    act_asked = Signal(str)  # duplicate, delete, split, merge, up, down

    def __init__(self, table: DraftTable, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._theme = theme
        self._icons = icons
        self._crumb = Text(theme, "", "body", "ink2", self)
        self._undo = Button(theme, self.tr("Undo"), "plain", self)
        self._duplicate = Button(theme, self.tr("Duplicate"), "plain", self)
        self._more = Button(theme, self.tr("More"), "plain", self)
        self.question = QuestionForm(theme, icons, self)
        self.group = GroupForm(theme, icons, self)
        self.head = HeadForm(theme, icons, self)
        self._scroll = Scroller(self)
        self._forms: tuple[Form, ...] = (self.question, self.group, self.head)
        self._build()
        self._connect()

    @property
    def form(self) -> Form:
        """The form of what is selected."""
        return (self.head, self.group, self.group, self.question)[len(self._table.place)]

    def show_draft(self) -> None:
        """Fill the form of what is selected."""
        draft = self._table.draft
        if draft is None:
            return
        place, form = self._table.place, self.form
        shares = nominal_shares(draft)
        if form is self.question:
            asked = at(draft, place)
            self.question.show_question(asked, shares.get(asked.id, 0.0))
            self._show_meaning(draft, asked)
        elif form is self.group:
            part = at(draft, place)
            asked = part.questions
            self.group.show_group(part, sum(shares.get(one.id, 0.0) for one in asked), len(asked))
        else:
            self.head.show_head(draft)
        for one in self._forms:
            one.setVisible(one is form)
        form.set_read_only(read_only=self._table.is_lens)
        self._crumb.setText(where(draft, place) or self.tr("The questionnaire"))
        may_change = bool(place) and not self._table.is_lens
        self._duplicate.setEnabled(may_change)
        self._more.setEnabled(may_change)
        self._scroll.measure_soon()

    def show_problems(self) -> None:
        """Say under each field of what is selected what is wrong with it."""
        errors: dict[str, str] = {}
        for problem in self._table.problems:
            if problem.place == self._table.place and (problem.blocks or problem.item is not None):
                key = problem.field
                if problem.item is not None and key in {"levels", "product_levels"}:
                    key = f"{key} {problem.item}"
                if problem.code != "anchors-changed" and (problem.blocks or key not in errors):
                    errors.setdefault(key, problem.text)
        self.form.set_errors(errors)

    def take_focus(self, field: str = "", item: int = -1) -> None:
        """Put the focus where a field is written; without one, at the first."""
        form = self.form
        control = form.field_of(field, item) if field else None
        control = control or form.field_of("prompt") or form.field_of("name") or form.field_of("title")
        if isinstance(control, Segmented):
            control.focus_chosen()
        elif control is not None:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not control.hasFocus():  # a part that is just being opened takes it only once it is laid out
                QTimer.singleShot(0, control, control.setFocus)

    def _show_meaning(self, draft: "Questionnaire", asked: "Question") -> None:
        before = self._table.before
        old = origin(draft, before, asked.id)
        if before is None or old is None or not reads_differently(old, asked):
            self.question.same.hide()
        else:
            self.question.same.show_state(before.version, meaning(draft, asked.id))

    def _on_placed(self) -> None:
        self.show_draft()
        self.show_problems()
        self._scroll.go_to_top()

    def _on_undo_changed(self, text: str) -> None:
        self._undo.setEnabled(bool(text))
        told = self.tr("Undo {0}").format(text) if text else self.tr("Nothing to undo")
        self._undo.setAccessibleName(told)

    def _on_duplicate(self) -> None:
        self.act_asked.emit("duplicate")

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("More"))
        for key, text in self._ways():
            action = menu.addAction(text)
            action.setObjectName(f"studio-{key}")
            action.setData(key)
        menu.triggered.connect(self._on_way)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _ways(self) -> list[tuple[str, str]]:
        ways = [("up", self.tr("Move up")), ("down", self.tr("Move down"))]
        if self.form is self.question:
            ways += [
                ("split", self.tr("Split into two questions")),
                ("merge", self.tr("Merge with another question…")),
            ]
        return [*ways, ("delete", self.tr("Delete"))]

    def _on_way(self, action: object) -> None:
        self.act_asked.emit(str(action.data()))  # type: ignore[attr-defined]  # Qt sends a QAction

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setContentsMargins(32, 0, 32, 0)
        top.setSpacing(8)
        top.addWidget(self._crumb, 1)
        for button, name, icon in (
            (self._undo, "studio-undo", "undo"),
            (self._duplicate, "studio-duplicate", "copy"),
            (self._more, "studio-more-ways", "more"),
        ):
            button.setObjectName(name)
            button.set_icon(self._icons, icon)
            button.set_size("small")
            top.addWidget(button)
        column.addLayout(top)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(32, 2, 32, 24)
        for form in self._forms:
            inner.addWidget(form)
        inner.addStretch()
        self._scroll.set_content(content)
        column.addWidget(self._scroll, 1)
        self._on_undo_changed("")

    def _connect(self) -> None:
        for form in self._forms:
            form.edited.connect(self.edited)
            form.left.connect(self.left)
        self._undo.clicked.connect(self._table.stack.undo)
        self._table.stack.undoTextChanged.connect(self._on_undo_changed)
        self._duplicate.clicked.connect(self._on_duplicate)
        self._more.clicked.connect(self._on_more)
        self._table.changed.connect(self.show_draft)
        self._table.place_changed.connect(self._on_placed)
        self._table.opened.connect(self._on_placed)
        self._table.problems_changed.connect(self.show_problems)
        self._table.field_asked.connect(self.take_focus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, _now: QWidget | None) -> None:
        """Save what was written in a field once it is left."""
        if old is not None and self.isAncestorOf(old):
            self._table.flush()
