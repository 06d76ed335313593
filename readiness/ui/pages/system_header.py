"""The header of a system: its name and quarter, the tabs, and what the shown page needs beside them."""

from operator import itemgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from readiness.domain.assessment import Assessment
from readiness.ui.icons import Icons
from readiness.ui.pages.system_menu import SystemMenu
from readiness.ui.quarters import quarter_options
from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.clock_button import ClockButton
from readiness.ui.widgets.header_rows import GAP, HeaderRows, Rows
from readiness.ui.widgets.header_side import HeaderSide
from readiness.ui.widgets.page_tabs import PageTabs
from readiness.ui.widgets.saved_indicator import SavedIndicator
from readiness.ui.widgets.segmented import Segmented
from readiness.ui.widgets.select import Select
from readiness.ui.widgets.text import Text

if TYPE_CHECKING:
    from readiness.services.assessing import AssessmentLine
    from readiness.ui.session import Session

_NAME: Final = 220
"""A name as wide as this is always shown whole; only a longer one may give way."""
_FULLEST: Final = 270  # right of the tabs in one row: the two quarters that are compared
_EDGE: Final = 32
_TAB_INSET: Final = 12  # a tab’s word stands this far inside it
_MEETING: Final = frozenset({"assess", "table"})
_SAVING: Final = frozenset({"assess", "table", "limits", "roadmap", "closing"})
_TAB_OF: Final = {"closing": "assess", "table": "assess", "limits": "results"}
_FORMS: Final = ((True, True), (False, True), (False, False))
"""The fullest first: are both views of the questions named, and has Present its word?"""


class SystemHeader(QWidget):
    """One row where everything has room; else the tabs have a row of their own, and nothing is cut."""

    def __init__(
        self, session: "Session", theme: Theme, icons: Icons, picker: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._picker = picker
        self._place = "assess"
        self.setObjectName("system-header")
        self._build_left(icons)
        self._build_right(icons)
        self.tabs = PageTabs(theme, self)
        self.tabs.set_tabs(
            (
                ("assess", self.tr("Assess")),
                ("results", self.tr("Results")),
                ("roadmap", self.tr("Roadmap")),
                ("compare", self.tr("Compare")),
                ("report", self.tr("Report")),
            )
        )
        self._left = HeaderSide(self.back, self.title, self.quarter, self.kind, self.menu)
        parts = (self.saved, self.clock, self.views, self.assess_views, self.other_view, self.to_table)
        self._right = HeaderSide(*parts, picker, self.present, is_right=True)
        self._rows = HeaderRows(theme, self._left, self.tabs, self._right, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rows)
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        theme.changed.connect(self.arrange)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show which system and quarter is open, and which others there are."""
        session = self._session
        self.clock.show_clock(session.meeting_clock, assessment)
        self.title.setText(assessment.system)
        self.kind.setVisible(session.is_check_in)
        self.menu.show_assessment(assessment, read_only=session.read_only)
        own = str(session.assessment_id)
        self.quarter.set_options(quarter_options(self.lines(assessment), own, assessment))
        self.quarter.set_key_value(own)
        self.arrange()

    def lines(self, assessment: Assessment) -> "tuple[AssessmentLine, ...]":
        """Return what Home knows of the quarters of a system."""
        named = (system for system in self._session.home if system.name == assessment.system)
        return tuple(line for system in named for line in system.assessments)

    def show_place(self, key: str, *, has_pair: bool) -> None:
        """Show beside the tabs what a page needs."""
        self._place = key
        self.tabs.set_current(_TAB_OF.get(key, key))
        self.views.setVisible(key in {"results", "limits"})
        self.views.set_value(key)
        self.assess_views.set_value(key)
        self.other_view.setText(self.tr("One by one") if key == "table" else self.tr("Table"))
        self.to_table.setVisible(key == "closing")
        self.present.setVisible(self._is_meeting)
        self.clock.set_place(is_meeting=self._is_meeting)
        self.saved.setVisible(key in _SAVING)
        self._picker.setVisible(key == "compare" and has_pair)
        # Without the rail the way back is here, over the topics; with it the title stands over the panels.
        self.back.setVisible(key == "assess")
        self.arrange()

    def arrange(self) -> None:
        """Find the fewest rows in which nothing is cut, and the fullest words that fit them."""
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), self._theme.px(_NAME)))
        self.kind.setMinimumWidth(self.kind.sizeHint().width())
        # A long name gives way to the quarter, never the other way round.
        self.quarter.setMinimumWidth(self.quarter.sizeHint().width())
        beside = self.width() - self._edge - _EDGE - self._left.least_width() - GAP
        behind = beside - self.tabs.sizeHint().width() - GAP
        if self._most() <= behind:
            self._show(1, behind)
        elif self._least() <= beside:
            self._show(2, beside)
        else:
            self._show(3, self.width() - self._edge - _EDGE)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes: it arranges itself for whatever width it is given."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width; arranging changes the height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    @property
    def _is_meeting(self) -> bool:
        return self._place in _MEETING

    @property
    def _edge(self) -> int:
        return 8 if self._place == "assess" else _EDGE

    def _show(self, rows: Rows, room: int) -> None:
        for form in _FORMS:
            self._say(*form)
            if (least := self._right.least_width() + self._spare()) <= room:
                break
        is_wide = rows == 1 and not self._is_meeting
        policy = QSizePolicy.Policy.Ignored if is_wide else QSizePolicy.Policy.Preferred
        self._right.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        # Beside the tabs the room that is needed at the most is kept: they stay where they are then.
        most = max(self._theme.px(_FULLEST), self._picker.minimumSizeHint().width(), least)
        self._right.setMinimumWidth(min(most, room) if rows == 1 else 0)
        self._rows.arrange(rows, self._edge, self._edge + self._before_title() - _TAB_INSET)
        for side in (self._left, self._right):
            side.settle()
        self._rows.settle()

    def _spare(self) -> int:
        """Return what the first save will need, so that the tabs do not move then."""
        return 0 if self.saved.isHidden() else self.saved.spare_width()

    def _say(self, both: bool, word: bool) -> None:  # noqa: FBT001 - one line of the table of forms
        pair = (
            (self.assess_views, self._is_meeting and both),
            (self.other_view, self._is_meeting and not both),
        )
        for part, shown in sorted(pair, key=itemgetter(1)):  # hide first: what is shown lays out at once
            part.setVisible(shown)
        self.present.setText(self.tr("Present") if word else "")
        self.present.set_key("F5" if word else "")
        self.present.setAccessibleName(self.tr("Present"))

    def _before_title(self) -> int:
        return 0 if self.back.isHidden() else self.back.sizeHint().width() + GAP

    def _least(self) -> int:
        """Return what the right side of this page needs in its shortest words."""
        self._say(*_FORMS[-1])
        # The page of the comparison shows its picker only once it knows its quarters.
        least = self._picker.minimumSizeHint().width() if self._place == "compare" else 0
        return max(self._right.least_width() + self.saved.spare_width(), least)

    def _most(self) -> int:
        """Return what the right side of any page needs in its shortest words: tabs must not change rows."""
        self._say(*_FORMS[-1])
        pages: tuple[tuple[QWidget, ...], ...] = (
            (self.saved, self.clock, self.other_view, self.present),
            (self.saved, self.to_table),
            (self.saved, self.views),
            (self._picker,),
        )
        return max(self._sum(parts) for parts in pages) + self.saved.spare_width()

    def _sum(self, parts: "tuple[QWidget, ...]") -> int:
        return sum(part.minimumSizeHint().width() for part in parts) + GAP * (len(parts) - 1)

    def _build_left(self, icons: Icons) -> None:
        theme = self._theme
        self.back = Button(theme, "", "quiet", self)
        self.back.setObjectName("back-home")
        self.back.set_icon(icons, "chevron-left")
        self.back.setAccessibleName(self.tr("Back to the systems"))
        self.title = Text(theme, "", "title", "ink", self)
        self.title.setObjectName("system-title")
        self.quarter = Select(theme, self.tr("Quarter"), self)
        self.quarter.setObjectName("quarter")
        self.quarter.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToContents)
        self.kind = Text(theme, self.tr("check-in"), "lead", "ink2", self)
        self.kind.setObjectName("assessment-kind")
        self.kind.hide()
        self.menu = SystemMenu(theme, icons, self)

    def _build_right(self, icons: Icons) -> None:
        theme = self._theme
        self.saved = SavedIndicator(theme, icons, self)
        self.clock = ClockButton(theme, self)
        self.present = Button(theme, self.tr("Present"), "plain", self)
        self.present.setObjectName("present")
        self.present.set_icon(icons, "monitor")
        views = (("results", self.tr("Overview")), ("limits", self.tr("Limits")))
        self.views = Segmented(theme, self.tr("View"), views, self)
        self.views.setObjectName("results-view")
        views = (("assess", self.tr("One by one")), ("table", self.tr("Table")))
        self.assess_views = Segmented(theme, self.tr("Questions"), views, self)
        self.assess_views.setObjectName("assess-view")
        self.other_view = Button(theme, "", "plain", self)  # the same in the room of one word
        self.other_view.setObjectName("other-view")
        self.to_table = Button(theme, self.tr("Back to the table"), "plain", self)
        self.to_table.setObjectName("back-to-table")
        self.to_table.set_icon(icons, "chevron-left")
