"""For whom a page is, and which topics it asks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.theme import Theme
from readiness.ui.widgets.check_box import CheckBox
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.tooltip import plain_tooltip

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment

_COLUMNS = 2


class PackDialog(Sheet):
    """One page a person: the side, a name if there is one, all topics or some."""

    asked = Signal(str, object)  # side, Share

    def __init__(self, assessment: "Assessment", side: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("A page to answer elsewhere"), parent)
        from readiness.domain.counting import SIDES  # noqa: PLC0415 - when it is asked for

        self.setObjectName("pack-dialog")
        words = self.tr(
            "One file that opens in any browser, without network or installation. It holds no answers; "
            "what is answered there is saved as a file, to be taken in here."
        )
        self.body.addWidget(TextBlock(theme, words, "body", "ink2", self))
        sides = [(one, assessment.lanes.called(one)) for one in SIDES if assessment.lanes.answers(one)]
        self._side = Segmented(theme, self.tr("Who answers"), sides, self)
        self._side.setObjectName("pack-side")
        self._side.set_value(side if side in dict(sides) else sides[0][0])
        self.body.addWidget(self._side)
        self._person = Field(theme, self.tr("Name, optional"), self)
        self._person.setObjectName("pack-person")
        self._person.setPlaceholderText(self.tr("Optional"))
        self.body.addLayout(_under(Text(theme, self.tr("Name"), "label", "ink2", self), self._person))
        self._topics = self._add_topics(assessment)
        cancel = self.add_button("pack-cancel", self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self.reject)
        self._save = self.add_button("pack-save", self.tr("Save the page…"), "primary")
        self._save.clicked.connect(self._on_saved)
        self._person.setFocus()

    def _add_topics(self, assessment: "Assessment") -> dict[str, CheckBox]:
        self.body.addWidget(Text(self._theme, self.tr("What the page asks"), "label", "ink2", self))
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        boxes = {}
        for place, pillar in enumerate(assessment.questionnaire.pillars):
            box = CheckBox(self._theme, pillar.name, self)
            box.setObjectName(f"pack-{pillar.id.lower()}")
            box.setChecked(True)
            box.setToolTip(plain_tooltip(pillar.name))
            box.toggled.connect(self._on_ticked)
            boxes[pillar.id] = box
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        self.body.addLayout(grid)
        return boxes

    def _on_ticked(self, _is_ticked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        asks = any(box.isChecked() for box in self._topics.values())
        self._save.setEnabled(asks)
        told = "" if asks else self.tr("Tick what the page asks")
        self._save.setToolTip(told)
        self._save.setAccessibleDescription(told)

    def _on_saved(self) -> None:
        from readiness.services.packing import Share  # noqa: PLC0415 - not before the first paint

        chosen = tuple(id_ for id_, box in self._topics.items() if box.isChecked())
        topics = () if len(chosen) == len(self._topics) else chosen
        self.accept()
        self.asked.emit(self._side.value, Share(person=self._person.text().strip(), topics=topics))


def _under(label: QWidget, field: QWidget) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(6)
    pair.addWidget(label)
    pair.addWidget(field)
    return pair
