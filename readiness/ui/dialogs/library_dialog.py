"""Every questionnaire: shipped, own and imported, where each is used, and what can be done with it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.errors import ReadinessError
from readiness.ui.desk import Desk
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.session import Session
from readiness.ui.theme import Theme
from readiness.ui.undo import DoneEdit
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Questionnaire
    from readiness.services.shelf import Gone, Shelved

_WIDTH = 760
_HIGHEST = 420
_NAMED = 3


class LibraryDialog(Sheet):
    """One row a version. What nothing needs can be deleted, and put back as long as the sheet is open."""

    start_asked = Signal(str)
    take_in_asked = Signal()
    edit_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Questionnaires"), parent)
        self.setObjectName("library-dialog")
        self.setMinimumWidth(min(theme.px(_WIDTH), parent.window().width() - theme.px(48)))
        self._session = session
        self._gone: list[Gone] = []
        self._fault = TextBlock(theme, "", "label", "error", self)
        self._fault.setObjectName("library-fault")
        self._fault.hide()
        self._rows = QVBoxLayout()
        self._scroll = Scroller(self)
        self._build_body()
        session.failed.connect(self._on_failed)
        self._read()

    def show_shelf(self, shelved: "tuple[Shelved, ...]") -> None:
        """Show what there is now."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = [self._row(one) for one in shelved]
        rows += [self._gone_row(one.questionnaire) for one in self._gone]
        for row in rows:
            self._rows.addWidget(row)
        height = sum(row.sizeHint().height() for row in rows) + 4
        self._scroll.setFixedHeight(min(height, self._theme.px(_HIGHEST)))
        self.adjustSize()

    def _build_body(self) -> None:
        inner = QWidget(self)
        inner.setLayout(self._rows)
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._scroll.set_content(inner)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._fault)
        take_in = self.add_button("library-take-in", self.tr("Take in a questionnaire…"))
        take_in.clicked.connect(self._on_take_in)
        close = self.add_button("library-close", self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, one: "Shelved") -> QWidget:
        asked = one.questionnaire
        row, across = self._line(f"{asked.title} {asked.version}", self._detail(one), self._hint(one))
        if one.origin != "shipped" and not asked.extends and not self._session.read_only:
            start = self._button(row, "start", self.tr("Start with it"), asked)
            start.clicked.connect(self._on_start)
            across.addWidget(start, 0, Qt.AlignmentFlag.AlignVCenter)
        words = self.tr("Edit a copy") if one.origin == "shipped" else self.tr("Edit")
        edit = self._button(row, "edit", words if asked.source is None else self.tr("Set weights"), asked)
        edit.clicked.connect(self._on_edit)
        across.addWidget(edit, 0, Qt.AlignmentFlag.AlignVCenter)
        if one.origin != "shipped" and not self._session.read_only:
            delete = self._button(row, "delete", self.tr("Delete"), asked)
            delete.setEnabled(one.may_go)
            delete.clicked.connect(self._on_delete)
            across.addWidget(delete, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _gone_row(self, asked: "Questionnaire") -> QWidget:
        row, across = self._line(f"{asked.title} {asked.version}", self.tr("deleted"))
        back = self._button(row, "put-back", self.tr("Put back"), asked)
        back.clicked.connect(self._on_put_back)
        across.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _line(self, title: str, detail: str, hint: str = "") -> tuple[QWidget, QHBoxLayout]:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 6, 0, 6)
        across.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(self._theme, title, "bodyStrong", "ink", row))
        words.addWidget(Text(self._theme, detail, "caption", "ink2", row))
        if hint:
            words.addWidget(TextBlock(self._theme, hint, "caption", "ink", row))
        across.addLayout(words, 1)
        return row, across

    def _button(self, row: QWidget, what: str, text: str, asked: "Questionnaire") -> Button:
        button = Button(self._theme, text, "plain", row)
        button.setObjectName(f"{what}-{asked.reference}")
        button.setAccessibleName(f"{text}: {asked.title} {asked.version}")
        button.setAutoDefault(False)
        button.set_size("medium")
        button.setProperty("reference", asked.reference)
        return button

    def _detail(self, one: "Shelved") -> str:
        origins = {"shipped": self.tr("shipped"), "own": self.tr("own")}
        parts = [
            origins.get(one.origin, self.tr("imported")),
            self.tr("{0} questions").format(len(one.questionnaire.questions)),
        ]
        if one.uses:
            more = len(one.uses) - _NAMED
            named = ", ".join(one.uses[:_NAMED]) + (self.tr(" and {0} more").format(more) if more > 0 else "")
            parts.append(self.tr("asked by {0}").format(named))
        elif one.later:
            parts.append(self.tr("{0} came out of it").format(one.later))
        else:
            parts.append(self.tr("not used"))
        return ", ".join(parts)

    def _hint(self, one: "Shelved") -> str:
        """Say that a newer version is here, where open assessments ask this one still."""
        if not one.newest or not one.open_uses:
            return ""
        count, version = len(one.open_uses), one.questionnaire.version
        if count == 1:
            text = self.tr("{0} is installed; 1 open assessment still asks {1}: {2}.")
            return text.format(one.newest, version, one.open_uses[0])
        text = self.tr("{0} is installed; {1} open assessments still ask {2}.")
        return text.format(one.newest, count, version)

    def _read(self) -> None:
        self._session.run_errand(_shelf, self.show_shelf)

    def _on_start(self) -> None:
        reference = str(self.sender().property("reference"))
        self.accept()
        self.start_asked.emit(reference)

    def _on_edit(self) -> None:
        reference = str(self.sender().property("reference"))
        self.accept()
        self.edit_asked.emit(reference)

    def _on_take_in(self) -> None:
        self.accept()
        self.take_in_asked.emit()

    def _on_delete(self) -> None:
        self._fault.hide()
        reference = str(self.sender().property("reference"))
        self._session.run_errand(partial(_remove, reference=reference), self._on_deleted)

    def _on_deleted(self, gone: "Gone") -> None:
        self._gone.append(gone)
        asked = gone.questionnaire
        name = self.tr("deletion of {0} {1}").format(asked.title, asked.version)
        again, back = (
            partial(self._session.run_errand, partial(errand, gone=gone), _told)
            for errand in (_remove_again, _put_back)
        )
        self._session.undo_stack.push(DoneEdit(name, again, back, is_done=True))
        self._read()

    def _on_put_back(self) -> None:
        reference = str(self.sender().property("reference"))
        gone = next(one for one in self._gone if one.questionnaire.reference == reference)
        self._gone.remove(gone)
        self._session.run_errand(partial(_put_back, gone=gone), self.show_shelf)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, ReadinessError):
            self._fault.setText(error.sentence())
            self._fault.show()
            self.adjustSize()


def _shelf(desk: Desk) -> "tuple[Shelved, ...]":
    from readiness.services.shelf import shelf  # noqa: PLC0415 - in the database thread

    return shelf(desk.assessing)


def _remove(desk: Desk, reference: str) -> "Gone":
    from readiness.services.shelf import remove  # noqa: PLC0415 - in the database thread

    return remove(desk.assessing, reference)


def _remove_again(desk: Desk, gone: "Gone") -> None:
    _remove(desk, gone.questionnaire.reference)


def _put_back(desk: Desk, gone: "Gone") -> "tuple[Shelved, ...]":
    from readiness.services.shelf import put_back  # noqa: PLC0415 - in the database thread

    put_back(desk.assessing, gone)
    return _shelf(desk)


def _told(_done: object) -> None:
    """The sheet is closed when this is undone or done again; nothing has to be shown."""
