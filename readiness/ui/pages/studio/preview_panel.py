"""How the question that is written looks to those who answer it: in Assess, and before the room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.questionnaire import Question, Questionnaire
from readiness.domain.studio.places import Place, at, groups_at
from readiness.ui.pages.studio import assess_face, present_face
from readiness.ui.pages.studio.assess_face import AssessFace
from readiness.ui.pages.studio.present_face import PresentFace
from readiness.ui.studio.draft_table import DraftTable
from readiness.ui.theme import Theme
from readiness.ui.widgets.miniature import Miniature
from readiness.ui.widgets.question_head import Heading
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.text import Text


class PreviewPanel(QWidget):
    """A miniature of the real widgets; it follows what is typed."""

    def __init__(self, table: DraftTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._theme = theme
        self._heading = Text(theme, self.tr("Preview"), "section", "ink", self)
        options = (("assess", self.tr("Assess")), ("present", self.tr("Present")))
        self.choice = Segmented(theme, self.tr("Preview"), options, self)
        self.choice.setObjectName("preview-kind")
        self.choice.set_value("assess")
        self.miniature = Miniature(theme, self)
        self.miniature.setObjectName("preview")
        self._assess = AssessFace(theme)
        self._present = PresentFace(theme)
        self._build()
        self.choice.chosen.connect(self.show_kind)
        for told in (table.changed, table.place_changed, table.opened):
            told.connect(self.show_question)
        self.show_kind("assess")

    def show_kind(self, kind: str) -> None:
        """Show the question in Assess or before the room."""
        if kind == "present":
            self.miniature.show_face(self._present, *present_face.SIZE)
        else:
            self.miniature.show_face(self._assess, round(assess_face.WIDTH * self._theme.zoom))
        self.show_question()

    def show_question(self) -> None:
        """Show the question that is selected, or the first of what is."""
        draft = self._table.draft
        place = None if draft is None else _nearest(draft, self._table.place)
        if draft is None or place is None:
            return
        asked: Question = at(draft, place)
        topic = at(draft, place[:2])
        told = self.tr("question {0} of {1}").format(place[2] + 1, len(topic.questions))
        heading = Heading(
            pillar=at(draft, place[:1]).name,
            topic=topic.name,
            place=told,
            prompt=asked.prompt,
            why=asked.why,
        )
        if self.choice.value == "present":
            self._present.show_question(heading, asked.levels)
        else:
            self._assess.show_question(heading, asked)
        self.choice.setVisible(not self._table.is_lens)
        self.miniature.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading to the choice where there is no room for both."""
        super().resizeEvent(event)
        wanted = self._heading.sizeHint().width() + self.choice.sizeHint().width() + 12
        self._heading.setVisible(self.width() >= wanted)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.choice)
        column.addLayout(top)
        column.addWidget(self.miniature)


def _nearest(draft: Questionnaire, place: Place) -> Place | None:
    inside = (one for one in groups_at(draft, 3) if one[: len(place)] == place)
    return next(inside, None)
