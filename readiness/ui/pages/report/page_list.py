"""The pages of a report, to switch and to reorder; cover and summary stay first."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.reports.options import EVERY_PAGE, Page
from readiness.services.report_choices import ReportChoices
from readiness.ui.icons import Icons
from readiness.ui.pages.report.page_row import PageRow
from readiness.ui.theme import Theme


class PageList(QWidget):
    """Rows in the order of the report; ``switched`` and ``moved`` are wishes, the page shows what became."""

    switched = Signal(str, bool)
    moved = Signal(str, int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report-pages")
        self.setAccessibleName(self.tr("Pages of the report"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: dict[Page, PageRow] = {}
        for page in EVERY_PAGE:
            row = PageRow(theme, icons, page, self._name(page), self)
            row.clicked.connect(self._on_clicked)
            row.stepped.connect(self._on_stepped)
            self._rows[page] = row
            self._column.addWidget(row)

    def show_choices(self, choices: ReportChoices) -> None:
        """Show which pages are on, in which order; the cover, off as a rule, stands last in the list."""
        order: list[Page] = [*(page for page in choices.order if page != "cover"), "cover"]
        for place, page in enumerate(order):
            row = self._rows[page]
            row.setChecked(page in choices.on)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
        focus = self._rows[order[0]]
        for page in order[1:]:
            QWidget.setTabOrder(focus, self._rows[page])
            focus = self._rows[page]

    def show_counts(self, counts: Mapping[Page, int], missing: Mapping[Page, str]) -> None:
        """Say how many pages each takes, or why one has nothing to show."""
        for page, row in self._rows.items():
            if page == "summary":
                row.say(self.tr("always first"))
            elif not row.isChecked():
                row.say("")
            elif counts.get(page):
                many = self.tr("{0} pages").format(counts[page])
                row.say(self.tr("1 page") if counts[page] == 1 else many)
            else:
                row.say(missing.get(page, ""))

    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - Qt sends it so
        row = self.sender()
        if isinstance(row, PageRow):
            self.switched.emit(row.page, on)

    def _on_stepped(self, page: str, step: int) -> None:
        self.moved.emit(page, step)
        row = next((row for row in self._rows.values() if row.page == page), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, page: Page) -> str:
        names: dict[Page, str] = {
            "cover": self.tr("Cover"),
            "summary": self.tr("Summary"),
            "contents": self.tr("Contents"),
            "scorecard": self.tr("Scorecard and heat map"),
            "change": self.tr("Trend and comparison"),
            "risks": self.tr("Top risks"),
            "roadmap": self.tr("Roadmap by quarter"),
            "alignment": self.tr("Two views"),
            "pillars": self.tr("One page a pillar"),
            "answers": self.tr("All answers"),
            "method": self.tr("Method"),
        }
        return names[page]
