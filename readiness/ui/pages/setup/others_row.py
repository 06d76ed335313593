"""Which questionnaire is asked: the core, or one that was taken in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.domain.questionnaire import Questionnaire
from readiness.ui.theme import Theme
from readiness.ui.widgets.select import Select

_LONGEST = 60


class OthersRow(QWidget):
    """A list to choose from; hidden while there is nothing but the core."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: dict[str, Questionnaire] = {}
        self._wanted = ""
        self._select = Select(theme, self.tr("What is asked"), self)
        self._select.setObjectName("asked-questionnaire")
        self._select.chosen.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(self._select)
        row.addStretch()
        self.hide()

    @property
    def chosen(self) -> Questionnaire | None:
        """What is asked instead of the core; nothing where it is the core."""
        return self._others.get(self._select.key)

    def offer(self, others: tuple[Questionnaire, ...]) -> None:
        """Offer these besides the core; what was wanted is chosen as soon as it is offered."""
        self._others = {one.reference: one for one in others}
        named = [(one.reference, f"{_short(one.title)} {one.version}") for one in others]
        self._select.set_options([("", self.tr("Scalability readiness")), *named])
        self._select.set_key_value(self._wanted if self._wanted in self._others else "")
        self.setVisible(bool(others))

    def choose(self, reference: str) -> None:
        """Choose a questionnaire by its reference; anything else is the core."""
        self._wanted = reference
        self._select.set_key_value(reference if reference in self._others else "")

    def _on_chosen(self, key: str) -> None:
        self._wanted = key
        self.edited.emit()


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
