"""What a pillar or a topic says: its name, its id, and what it counts."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from readiness.ui.icons import Icons
from readiness.ui.pages.studio.form import Form
from readiness.ui.pages.studio.values import group_weight
from readiness.ui.theme import Theme
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Pillar, Topic


class GroupForm(Form):
    """One form for both: they differ in their words only."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self._name = self.add_text("name", self.tr("Name"), style="prompt")
        row = self.add_row()
        self._id = self.add_line("id", self.tr("Id"), row)
        self._weight = self.add_line("weight", self.tr("Weight"), row)
        self._share = TextBlock(theme, "", "body", "ink2", self)
        self._column.addWidget(self._share)

    def show_group(self, group: "Pillar | Topic", share: float, questions: int) -> None:
        """Show a pillar or topic, and what it counts in the whole."""
        self._name.set_text(group.name)
        self._id.set_words(group.id)
        self._weight.set_words("" if group.weight is None else f"{group.weight:g}")
        self._labelled["weight"].set_note(
            self.tr("Empty: the sum of what it holds, now {0:g}.").format(group.counts)
        )
        asked = self.tr("1 question") if questions == 1 else self.tr("{0} questions").format(questions)
        self._share.setText(self.tr("{0}, {1:.1f}% of the whole score.").format(asked, 100 * share))

    def tell(self, field: str, value: object) -> None:
        """Tell a change; an empty weight is the sum again."""
        if field == "weight":
            number = group_weight(str(value))
            self._labelled["weight"].set_error(
                self.tr("A number above 0, or nothing.") if number is None else ""
            )
            if number is None:
                return
            self.edited.emit(field, number or None)
            return
        super().tell(field, value)
