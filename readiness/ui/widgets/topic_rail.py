"""The rail of Assess: pillars with their strips, and the topics of the current one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.painted import PaintedButton
from readiness.ui.widgets.question_strip import Mark, QuestionStrip
from readiness.ui.widgets.roving import Roving
from readiness.ui.widgets.tooltip import plain_tooltip

WIDTH: Final = 296
_MARGIN: Final = 24
_BLEED: Final = 12
_APART: Final = 6  # the least between a name and its count


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """One topic and how far it is."""

    key: str
    name: str
    answered: int
    total: int
    current: bool = False
    is_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarLine:
    """One pillar, how far it is, and its topics; ``current_mark`` is the question one is at, or −1.

    ``apart`` are the places of the questions whose two answers are two or more levels apart.
    """

    key: str
    name: str
    answered: int
    total: int
    marks: tuple[Mark, ...]
    apart: frozenset[int] = frozenset()
    current: bool = False
    current_mark: int = -1
    topics: tuple[TopicLine, ...] = ()


class _Line(PaintedButton):
    """A name at the left and a count at the right; a topic's ground bleeds into the margin."""

    def __init__(self, theme: Theme, key: str, *, is_topic: bool, parent: QWidget) -> None:
        self._is_topic = is_topic
        self._is_current = False
        self._is_apart = False
        self._count = ""
        super().__init__(theme, "", parent)
        self.key = key
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: TopicLine | PillarLine) -> None:
        """Say how far it is."""
        name, answered, total, current = line.name, line.answered, line.total, line.current
        self._is_current = current
        self._is_apart = isinstance(line, TopicLine) and line.is_apart
        self._count = self.tr("{0} of {1}").format(answered, total)
        self.set_words(name)
        self.setToolTip(plain_tooltip(name))
        spoken = self.tr("{0}, {1} of {2} answered").format(name, answered, total)
        if self._is_apart:
            spoken = self.tr("{0}, two or more levels apart").format(spoken)
        self.setAccessibleName(self.tr("{0}, current").format(spoken) if current else spoken)

    def sizeHint(self) -> QSize:
        """As high as a topic, or as a pillar's heading."""
        return QSize(self._theme.px(WIDTH) - 2 * _BLEED, self._theme.px(38 if self._is_topic else 28))

    def minimumSizeHint(self) -> QSize:
        """The rail decides how wide."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, name and count."""
        color = self._theme.color
        rect = QRectF(self.rect())
        with drawing.painting(self) as painter:
            if self._is_topic and self._is_current:
                drawing.box(painter, rect, 8, fill=color("accentTint"))
                drawing.box(painter, QRectF(0, 7, 3, rect.height() - 14), 1.5, fill=color("accent"))
            elif self._is_hovered:
                drawing.box(painter, rect, 8, fill=color("hover"))
            count = self._theme.font("caption")
            base = drawing.baseline(self._name_font(), 0, rect.height())
            right = QPointF(rect.width() - _BLEED, base)
            taken = drawing.words(painter, right, self._count, count, color("ink2"), drawing.RIGHT)
            if self._is_apart:
                taken += self._paint_notch(painter, rect.width() - _BLEED - taken - 8, rect.center().y())
            room = rect.width() - 2 * _BLEED - taken - _APART
            ink = color(self._name_ink())
            drawing.words(painter, QPointF(_BLEED, base), self.words, self._name_font(), ink, room=room)

    def _paint_notch(self, painter: QPainter, right: float, middle: float) -> float:
        size = float(self._theme.px(10))
        tip = QPointF(right - size / 2, middle + size * 0.47)
        drawing.notch(painter, tip, size, self._theme.color("attention"), self._theme.color("attentionLine"))
        return size + 8

    def _name_font(self) -> QFont:
        if self._is_topic:
            return self._theme.font("bodyStrong" if self._is_current else "body")
        return self._theme.font("section", weight=600 if self._is_current else 500)

    def _name_ink(self) -> str:
        if not self._is_topic:
            return "ink"
        return "accent" if self._is_current else "ink2"


class _Section(QWidget):
    """One pillar: heading, strip, and its topics while it is the current one."""

    def __init__(self, theme: Theme, pillar: PillarLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = pillar.key
        self.head = _Line(theme, pillar.key, is_topic=False, parent=self)
        self.head.setObjectName(f"pillar-{pillar.key}")
        self.strip = QuestionStrip(theme, self)
        self.topics = [_Line(theme, topic.key, is_topic=True, parent=self) for topic in pillar.topics]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(_BLEED - 2, 3, 0, 0)
        inset.addWidget(self.strip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(inset)
        column.addSpacing(6)
        for topic in self.topics:
            topic.setObjectName(f"topic-{topic.key}")
            column.addWidget(topic)
        self.show_pillar(pillar)

    def show_pillar(self, pillar: PillarLine) -> None:
        """Say how far the pillar is."""
        self.head.show_line(pillar)
        self.strip.set_marks(pillar.marks, pillar.current_mark, self.head.accessibleName(), pillar.apart)
        for line, topic in zip(self.topics, pillar.topics, strict=True):
            line.show_line(topic)
            line.setVisible(pillar.current)


class TopicRail(QScrollArea):
    """Where one is in the questionnaire; ↑ and ↓ move inside, Enter goes, one Tab stop."""

    topic_chosen = Signal(str)
    question_chosen = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: list[_Section] = []
        self._roving = Roving(self, "down")
        self._shape: tuple[tuple[str, ...], ...] = ()
        self.setObjectName("topic-rail")
        self.setAccessibleName(self.tr("Topics"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._inner = QWidget(self)
        self._inner.setProperty("surface", "none")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(_MARGIN - _BLEED, 18, _MARGIN - _BLEED, 16)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.setWidget(self._inner)
        theme.changed.connect(self.updateGeometry)

    def set_pillars(self, pillars: Sequence[PillarLine]) -> None:
        """Show how far everything is; built anew only when other pillars or topics come."""
        shape = tuple((pillar.key, *(topic.key for topic in pillar.topics)) for pillar in pillars)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(pillars)
        for section, pillar in zip(self._sections, pillars, strict=True):
            section.show_pillar(pillar)
        stop = self._current_stop(pillars)
        self._roving.set_stop(stop)

    def sizeHint(self) -> QSize:
        """As wide as designed."""
        return QSize(self._theme.px(WIDTH), 400)

    def minimumSizeHint(self) -> QSize:
        """As wide as designed; short windows scroll."""
        return QSize(self._theme.px(WIDTH), 120)

    def _rebuild(self, pillars: Sequence[PillarLine]) -> None:
        for section in self._sections:
            self._column.removeWidget(section)
            section.deleteLater()
        self._sections = [_Section(self._theme, pillar, self._inner) for pillar in pillars]
        for index, section in enumerate(self._sections):
            self._column.insertWidget(index, section)
            section.head.clicked.connect(self._on_pillar)
            section.strip.chosen.connect(self._on_square)
            for topic in section.topics:
                topic.clicked.connect(self._on_topic)
        self._roving.set_buttons(self._lines())

    def _lines(self) -> list[_Line]:
        return [line for section in self._sections for line in (section.head, *section.topics)]

    def _current_stop(self, pillars: Sequence[PillarLine]) -> int:
        stop = 0
        for pillar in pillars:
            places = (pillar.current, *(topic.current for topic in pillar.topics))
            for place, current in enumerate(places):
                if current and (place or not any(topic.current for topic in pillar.topics)):
                    return stop + place
            stop += len(places)
        return 0

    def _on_pillar(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.question_chosen.emit(line.key, 0)

    def _on_topic(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.topic_chosen.emit(line.key)

    def _on_square(self, index: int) -> None:
        section = next((section for section in self._sections if section.strip is self.sender()), None)
        if section is not None:
            self.question_chosen.emit(section.key, index)
