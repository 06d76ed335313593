"""What a version of a questionnaire does to trends: the count, what it means, and question by question."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.button import Button
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from readiness.domain.trend_effects import Effects

_SHOWN: Final = 5


class TrendEffectsBlock(QWidget):
    """Some questions are listed at once, the others on demand."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trend-effects")
        self._lines: tuple[str, ...] = ()
        self._shows_all = False
        self._headline = TextBlock(theme, "", "section", "ink", self)
        self._headline.setObjectName("trend-headline")
        self._about = TextBlock(theme, "", "body", "ink", self)
        self._about.setObjectName("trend-about")
        self._turns = TextBlock(theme, "", "caption", "ink2", self)
        self._turns.setObjectName("trend-turns")
        self._more = Button(theme, "", "link", self)
        self._more.setObjectName("trend-more")
        self._more.setAutoDefault(False)
        self._more.set_size("small")
        self._more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self._headline, self._about, self._turns):
            column.addWidget(part)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_effects(self, effects: "Effects") -> None:
        """Show what a version does."""
        from readiness.services.version_words import about_trends, headline, turns  # noqa: PLC0415 - later

        self._headline.setText(headline(effects))
        self._about.setText("\n".join(about_trends(effects)))
        self._about.setVisible(bool(self._about.text()))
        self._lines = tuple(turns(effects))
        self._show_turns()

    def _show_turns(self) -> None:
        few = self._shows_all or len(self._lines) <= _SHOWN + 1
        shown = self._lines if few else self._lines[:_SHOWN]
        self._turns.setText("\n".join(shown))
        self._turns.setVisible(bool(shown))
        self._more.setText(self.tr("Show all {0} questions").format(len(self._lines)))
        self._more.setVisible(len(shown) < len(self._lines))

    def _on_more(self) -> None:
        self._shows_all = True
        self._show_turns()
        following = self._more.nextInFocusChain()
        if following is not None:
            following.setFocus()
