"""How a new quarter starts: as a check-in from the last one, with everything asked, or from nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.choice_row import ChoiceRow
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.assessing import Beginning
    from readiness.services.beginning import StartOffer


class StartAsRow(QWidget):
    """Three choices with their numbers; hidden where the system has no sealed quarter to start from."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: StartOffer | None = None
        self._has_chosen = False
        self._label = Text(theme, self.tr("Start as"), "label", "ink2", self)
        self._choices: dict[Beginning, ChoiceRow] = {
            "check-in": ChoiceRow(theme, self.tr("Check-in"), "", self),
            "full": ChoiceRow(theme, self.tr("In full"), "", self),
            "fresh": ChoiceRow(theme, self.tr("From nothing"), "", self),
        }
        self._note = TextBlock(theme, "", "caption", "ink2", self)
        self._note.setObjectName("start-note")
        self._build()
        self.show_offer(None)

    @property
    def how(self) -> "Beginning":
        """What was chosen; with nothing to start from it is from nothing."""
        if self._offer is None:
            return "fresh"
        return next((how for how, choice in self._choices.items() if choice.isChecked()), "fresh")

    @property
    def is_offered(self) -> bool:
        """Whether there is a quarter to start from."""
        return self._offer is not None

    @property
    def previous_id(self) -> int | None:
        """The assessment to start from."""
        return None if self._offer is None else self._offer.previous_id

    def set_column(self, column: int) -> None:
        """Begin the details of the choices at this place."""
        for choice in self._choices.values():
            choice.set_column(column)

    def show_offer(self, offer: "StartOffer | None") -> None:
        """Offer what another system or quarter could start from; what a user chose stays chosen."""
        is_other = offer is None or self._offer is None or offer.previous_id != self._offer.previous_id
        self._offer = offer
        self.setVisible(offer is not None)
        self._has_chosen = self._has_chosen and not is_other
        if offer is None:
            return
        self._say(offer)
        check_in = self._choices["check-in"]
        check_in.setEnabled(not offer.obstacle and offer.carried > 0)
        if not self._has_chosen or not self._choices[self.how].isEnabled():
            self._choices[offer.suggested].setChecked(True)

    def _say(self, offer: "StartOffer") -> None:
        quarter = shown_quarter(offer.period)
        total = offer.asked + offer.carried
        self._label.setText(self.tr("Start from {0} as").format(quarter))
        self._choices["check-in"].set_detail(
            self.tr("{0} asked, {1} carried from {2}").format(offer.asked, offer.carried, quarter),
            self.tr("{0} asked, {1} carried").format(offer.asked, offer.carried),
        )
        self._choices["full"].set_detail(
            self.tr("all {0} asked, limits kept").format(total), self.tr("all {0} asked").format(total)
        )
        self._choices["fresh"].set_detail(
            self.tr("nothing is taken over but the frame"), self.tr("the frame alone")
        )
        self._note.setText(self._advice(offer))
        self._note.setVisible(bool(self._note.text()))

    def _advice(self, offer: "StartOffer") -> str:
        if offer.obstacle:
            return self.tr("Nothing can be carried. {0}").format(offer.obstacle)
        if offer.suggested == "full" and offer.full_since is not None:
            since = shown_quarter(offer.full_since)
            return self.tr("Everything was last asked in {0}; once a year it is asked again.").format(since)
        return ""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        for how, choice in self._choices.items():
            choice.setObjectName(f"start-{how}")
            choice.clicked.connect(self._on_clicked)
            column.addWidget(choice)
        column.addSpacing(4)
        column.addWidget(self._note)

    def _on_clicked(self) -> None:
        self._has_chosen = True
        self.edited.emit()
