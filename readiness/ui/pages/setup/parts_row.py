"""The specialised questionnaires that can be asked together with the core."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.domain.questionnaire import Questionnaire
from readiness.ui.theme import Theme
from readiness.ui.widgets.check_box import CheckBox

_INDENT = 44
_COLUMNS = 2


class PartsRow(QWidget):
    """A check box for each, with how many questions it adds; several may be ticked."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: list[tuple[Questionnaire, CheckBox]] = []
        self._wanted: frozenset[str] = frozenset()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(_INDENT), 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(_COLUMNS, 1)

    @property
    def chosen(self) -> tuple[Questionnaire, ...]:
        """What is ticked, in the order it is offered."""
        return tuple(part for part, box in self._boxes if box.isChecked())

    def offer(self, specialised: tuple[Questionnaire, ...]) -> None:
        """Show a box for each; what was chosen stays chosen."""
        for _, box in self._boxes:
            self._grid.removeWidget(box)
            box.deleteLater()
        self._boxes = [(part, self._box(part)) for part in specialised]
        for place, (_, box) in enumerate(self._boxes):
            self._grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        self.choose(self._wanted)

    def follow(self, before: QWidget) -> None:
        """Let Tab come here after what they are asked with; what is made later would come last."""
        for _, box in self._boxes:
            QWidget.setTabOrder(before, box)
            before = box

    def choose(self, ids: Iterable[str]) -> None:
        """Tick these and no others, as soon as they are offered."""
        self._wanted = frozenset(ids)
        for part, box in self._boxes:
            box.setChecked(part.id in self._wanted)

    def _box(self, part: Questionnaire) -> CheckBox:
        words = self.tr("{0}, +{1}").format(part.title, len(part.questions))
        box = CheckBox(self._theme, words, self)
        box.set_small()
        box.setObjectName(f"part-{part.id}")
        box.setAccessibleName(self.tr("{0}, adds {1} questions").format(part.title, len(part.questions)))
        box.clicked.connect(self._on_clicked)
        return box

    def _on_clicked(self) -> None:
        self._wanted = frozenset(part.id for part in self.chosen)
        self.edited.emit()
