"""What closing does to score and steps, and what the open facts could still change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from readiness.ui import closing_facts
from readiness.ui.theme import Theme
from readiness.ui.widgets.chart_view import ChartView
from readiness.ui.widgets.closing_effect import ClosingEffect
from readiness.ui.widgets.panel import Panel
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.services.closing import ClosePreview


class EffectPanel(Panel):
    """The score as it closes now, the same with everything unknown found, and the three facts of growth."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._words = TextBlock(theme, "", "caption", "ink2", self)
        self._words.setObjectName("closing-effect")
        self._chart = ClosingEffect(theme, self)
        self._view = ChartView(theme, self._chart, self)
        self._view.setObjectName("closing-chart-view")
        self._facts = QGridLayout()
        self._texts: list[tuple[Text, TextBlock]] = []
        self._furnish()

    def show_preview(self, preview: "ClosePreview", *, is_sealed: bool) -> None:
        """Show what closing changes."""
        self.set_heading(closing_facts.heading(preview, is_sealed=is_sealed))
        words = closing_facts.effect_words(preview)
        self._words.setText("" if is_sealed and not preview.found else words)
        self._words.setVisible(bool(self._words.text()))
        self._chart.set_value(closing_facts.effect(preview, is_sealed=is_sealed))
        if self._view.is_table:
            self._view.refresh()
        self._view.setVisible(preview.after.score.range is not None)
        for (left, right), (name, value) in zip(self._texts, closing_facts.fact_lines(preview), strict=True):
            left.setText(name)
            right.setText(value)
            left.show()
            right.show()

    def show_hidden(self) -> None:
        """Say nothing that hidden answers would change."""
        self.set_heading(self.tr("What closing does is shown after the reveal"))
        self._words.setText(self.tr("While answers are hidden, no figure is worked out from them."))
        self._words.show()
        self._view.hide()
        for pair in self._texts:
            pair[0].hide()
            pair[1].hide()

    def toggle_table(self) -> None:
        """Show the chart as a table, and back."""
        self._view.toggle_table()

    def _furnish(self) -> None:
        self.body.addWidget(self._words)
        self.body.addSpacing(10)
        self.body.addWidget(self._view)
        self.body.addSpacing(12)
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(6)
        for place in range(4):
            pair = (
                Text(self._theme, "", "body", "ink2", self),
                TextBlock(self._theme, "", "bodyStrong", "ink", self),
            )
            pair[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._texts.append(pair)
            self._facts.addWidget(pair[0], place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(pair[1], place, 1)
        self._facts.setColumnStretch(1, 1)
        self.body.addLayout(self._facts)
