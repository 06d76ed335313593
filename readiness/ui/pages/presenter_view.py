"""What the room sees: one question over the whole screen, then both answers, then what was agreed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from readiness.ui.icons import Icons
from readiness.ui.pages.presenter.anchor_duel import AnchorDuel
from readiness.ui.pages.presenter.entry_line import EntryLine
from readiness.ui.pages.presenter.fit import FITS, LEAST, Fit
from readiness.ui.pages.presenter.meeting_window import MeetingWindow
from readiness.ui.pages.presenter.scene import Scene
from readiness.ui.pages.presenter.scenes import scene_of
from readiness.ui.pages.presenter.side_status import SideStatus
from readiness.ui.pages.presenter.stage_anchors import StageAnchors
from readiness.ui.pages.presenter.stage_foot import StageFoot
from readiness.ui.pages.presenter.stage_head import StageHead
from readiness.ui.pages.presenter.stage_lines import StageLines
from readiness.ui.pages.presenter.stage_text import Face, StageText
from readiness.ui.stage_theme import StageTheme

if TYPE_CHECKING:
    from readiness.ui.pages.presenter.conductor import Conductor
    from readiness.ui.session import Session
    from readiness.ui.talk import Talk
    from readiness.ui.theme import Theme

_MARGIN: Final = 64
_TOP, _BOTTOM = 34, 28
_FIELD_TIMES: Final = 1.4
"""Enlarges the fields of a window so that what is written before the room is 22 pixels high."""


class PresenterView(MeetingWindow):
    """A window of its own; its keys go through the conductor, so Assess and the room stay in step.

    What is shown steps down in size until all of it fits; nothing falls under 22 pixels.
    """

    shown = Signal()  # it looks different

    def __init__(
        self, session: "Session", talk: "Talk", conductor: "Conductor", theme: "Theme", icons: Icons
    ) -> None:
        super().__init__(session, conductor, theme)
        self._talk = talk
        self._theme = StageTheme(theme, self)
        self._field_theme = StageTheme(theme, self)
        self._scene = Scene()
        self._fit = FITS[0]
        self._head = StageHead(self._theme, self)
        self._prompt = StageText(self._theme, _prompt_face(FITS[0]), self)
        self._why = StageText(self._theme, _why_face(FITS[0]), self)
        self._anchors = StageAnchors(self._theme, self)
        self._duel = AnchorDuel(self._theme, theme, self)
        self._lines = StageLines(self._theme, self)
        self._sides = SideStatus(self._theme, icons, self)
        self._foot = StageFoot(self._theme, self)
        self._entry = EntryLine(self._field_theme, self)
        self._blank = StageText(self._theme, Face("presentMeta", LEAST, 400, "ink3"), self)
        self._build(icons)
        self._connect(theme)
        self.refresh()

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    @property
    def foot(self) -> StageFoot:
        """The words and keys at the foot."""
        return self._foot

    @property
    def prompt_size(self) -> int:
        """How large the prompt is, before the screen's own scale."""
        return self._prompt.face.size

    def refresh(self) -> None:
        """Show what stands before the room now."""
        before, self._scene = self._scene, scene_of(self._session, self._talk, self._conductor)
        if self._scene == before and self._blank.isVisibleTo(self) == self._conductor.is_blank:
            return
        scene = self._scene
        self._head.show_scene(scene)
        self._prompt.set_text(scene.prompt)
        self._why.set_text(scene.why)
        self._anchors.show_anchors(scene.anchors)
        if (scene.claims, scene.views) != (before.claims, before.views):
            self._duel.show_scene(scene)
        self._lines.show_lines(scene.lines)
        self._sides.show_sides(scene.sides)
        self._foot.show_words(scene.words, scene.keys)
        self.setWindowTitle(self._title())
        self.setAccessibleName(scene.prompt)
        self._arrange()
        self._slide_first(before)
        self.shown.emit()

    def take_entry(self, entry: str) -> None:
        """Open the line to write on."""
        self._entry.begin(entry)
        self._foot.hide()
        self._arrange()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown to the screen."""
        super().resizeEvent(event)
        size = QSizeF(self.size())
        self._theme.fit(size)
        self._field_theme.fit(size, _FIELD_TIMES)
        self._arrange()
        self.shown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.end()

    # Placing

    def _arrange(self) -> None:
        is_blank = self._conductor.is_blank
        self._show_parts(is_blank=is_blank)
        edge, width = self._theme.px(_MARGIN), self.width() - 2 * self._theme.px(_MARGIN)
        foot = self._entry if self._entry.entry else self._foot
        foot_high = foot.height_at(width)
        bottom = self.height() - self._theme.px(_BOTTOM) - foot_high
        foot.setGeometry(edge, bottom, width, foot_high)
        self._blank.setGeometry(edge, bottom, width, self._blank.height_at(width))
        top = self._theme.px(_TOP)
        self._head.setGeometry(edge, top, width, self._head.height_at(width))
        top += self._head.height()
        fit = next((one for one in FITS if self._needs(one, width) <= bottom - top), FITS[-1])
        spare = bottom - top - self._needs(fit, width)
        self._place_parts(fit, QRect(edge, top, width, bottom - top), spare)

    def _place_parts(self, fit: Fit, place: QRect, spare: int) -> None:
        """Place part under part; what is left makes the body as high as it was designed."""
        top = place.top()
        for part, gap in self._column():
            top += self._theme.px(gap * fit.air)
            high = part.height_at(place.width())
            if part in (self._anchors, self._duel):
                designed = self._duel if part is self._duel else self._anchors
                high += max(0, min(spare, designed.designed_height() - high))
            part.setGeometry(place.left(), top, place.width(), high)
            top += high
        self._duel.arrange()

    def _needs(self, fit: Fit, width: int) -> int:
        """Set all parts in the sizes of a step; return how high they are."""
        screen = QSizeF(self.size())
        self._prompt.set_face(_prompt_face(fit))
        self._why.set_face(_why_face(fit))
        for part in (self._anchors, self._lines, self._sides):
            part.set_fit(fit)
        self._duel.set_fit(fit, screen)
        self._fit = fit
        column = self._column()
        high = sum(part.height_at(width) + self._theme.px(gap * fit.air) for part, gap in column)
        return high + self._theme.px(24 * fit.air)

    def _column(self) -> "list[tuple[_Part, int]]":
        """Return the parts that say something, with the designed gap above each."""
        body = self._duel if self._scene.kind == "duel" else self._anchors
        found: list[tuple[_Part, int]] = [(self._prompt, 22)]
        if self._has_why():
            found.append((self._why, 14))
        if self._scene.anchors:
            found.append((body, 34))
        if self._scene.lines:
            found.append((self._lines, 24))
        if self._scene.sides:
            found.append((self._sides, 30))
        return found

    def _has_why(self) -> bool:
        return bool(self._scene.why) and not self._fit.spare

    def _show_parts(self, *, is_blank: bool) -> None:
        scene = self._scene
        is_duel = scene.kind == "duel"
        shown = {
            self._head: True,
            self._prompt: True,
            self._why: self._has_why(),
            self._anchors: bool(scene.anchors) and not is_duel,
            self._duel: is_duel,
            self._lines: bool(scene.lines),
            self._sides: bool(scene.sides),
            self._foot: not self._entry.entry,
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown and not is_blank)
        self._blank.setVisible(is_blank)

    def _slide_first(self, before: Scene) -> None:
        """Move the marks where the room sees both answers for the first time."""
        is_new = self._scene.kind == "duel" and self._scene.prompt and not self._conductor.is_blank
        if is_new and self._talk.see(self._talk.current) and self._scene.claims != before.claims:
            self._duel.slide()

    # Slots

    def _on_theme_changed(self) -> None:
        self._arrange()
        self.update()

    def _on_kept(self, entry: str, text: str, who: str) -> None:
        self._conductor.keep(entry, text, who)

    def _on_entry_closed(self) -> None:
        self._arrange()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self, icons: Icons) -> None:
        self.setObjectName("presenter")
        self.setWindowIcon(icons.mark())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._prompt.setObjectName("room-prompt")
        self._why.setObjectName("room-why")
        self._blank.setObjectName("room-blank")
        self._blank.set_text(self.tr("B shows the question again"))

    def _connect(self, theme: "Theme") -> None:
        session = self._session
        for told in (session.assessment_changed, session.outcome_changed, session.settings_changed):
            told.connect(self.refresh)
        session.side_changed.connect(self.refresh)
        self._talk.turned.connect(self.refresh)
        self._talk.changed.connect(self.refresh)
        self._conductor.changed.connect(self.refresh)
        clock = session.meeting_clock
        if clock is not None:
            clock.ticked.connect(self.refresh)
        theme.changed.connect(self._on_theme_changed)
        self._entry.kept.connect(self._on_kept)
        self._entry.closed.connect(self._on_entry_closed)

    def _title(self) -> str:
        assessment = self._session.assessment
        named = "" if assessment is None else assessment.system
        return self.tr("{0} – Presenter").format(named)


_Part = StageText | StageAnchors | AnchorDuel | StageLines | SideStatus


def _prompt_face(fit: Fit) -> Face:
    return Face("presentPrompt", fit.prompt, 600, "ink")


def _why_face(fit: Fit) -> Face:
    return Face("presentBody", fit.body, 400, "ink2")
