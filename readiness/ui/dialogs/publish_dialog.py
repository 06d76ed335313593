"""Publishing a draft: what it does to trends, then its number, and whether other words mean the same."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from readiness.domain.publishing import free_number, publication, version_fault
from readiness.domain.trend_effects import effects
from readiness.services.version_words import reason_words, step_words
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.theme import Theme
from readiness.ui.widgets.field import Field
from readiness.ui.widgets.labelled_field import LabelledField
from readiness.ui.widgets.meaning_row import MeaningRow
from readiness.ui.widgets.rule import rule
from readiness.ui.widgets.scroller import Scroller
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.trend_effects_block import TrendEffectsBlock

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Questionnaire
    from readiness.domain.trend_effects import Use

_WIDTH: Final = 900
_AROUND: Final = 240
_FIELD: Final = 120


class PublishDialog(Sheet):
    """``published`` brings the version as it is to be frozen; nothing is stored before, and here nothing is.

    ``before`` is the version the draft follows, ``None`` for a first one; ``uses`` are those who ask it and
    ``taken`` the versions that exist.
    """

    published = Signal(object)  # Questionnaire

    def __init__(
        self,
        before: "Questionnaire | None",
        draft: "Questionnaire",
        theme: Theme,
        icons: Icons,
        parent: QWidget,
        *,
        uses: "Sequence[Use]" = (),
        taken: Collection[str] = (),
    ) -> None:
        super().__init__(theme, self.tr("Publish {0}").format(draft.title), parent)
        self.setObjectName("publish-dialog")
        window = parent.window()
        self.setMinimumWidth(min(theme.px(_WIDTH), window.width() - theme.px(48)))
        self._before, self._draft = before, draft
        self._uses, self._taken = tuple(uses), frozenset(taken)
        self._same: dict[str, bool] = {}
        self._found = publication(before, draft)
        self._proposed = free_number(self._found, self._taken)
        inner = self._inner = QWidget(self)
        self._effects = TrendEffectsBlock(theme, inner)
        self._number = Field(theme, self.tr("Version"), inner)
        self._version = LabelledField(theme, icons, self.tr("Version"), self._number, inner)
        self._step = TextBlock(theme, "", "bodyStrong", "ink", inner)
        self._reasons = TextBlock(theme, "", "caption", "ink2", inner)
        self._rows: list[MeaningRow] = []
        self._scroller = Scroller(self)
        self._left = TextBlock(theme, "", "caption", "ink2", self)
        self._left.setObjectName("publish-left")
        self._left.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.foot.insertWidget(0, self._left, 1)
        self._cancel = self.add_button("publish-cancel", self.tr("Cancel"), "quiet")
        self._cancel.clicked.connect(self.reject)
        self._publish = self.add_button("publish-accept", self.tr("Publish"), "primary")
        self._publish.clicked.connect(self._on_published)
        self._number.setText(self._proposed)
        self._number.textChanged.connect(self._on_typed)
        self._build_body(window)
        self._set_focus_order()

    def _build_body(self, window: QWidget) -> None:
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, self._theme.px(14), 0)
        column.setSpacing(self._theme.px(16))
        column.addWidget(self._effects)
        column.addLayout(self._version_part())
        self._add_meanings(column)
        column.addStretch()
        self._column = column
        self._room = max(window.height() - self._theme.px(_AROUND), self._theme.px(160))
        self._scroller.setObjectName("publish-body")
        self._scroller.set_content(self._inner)
        self.body.addWidget(self._scroller)
        self._show()
        final = self.tr(
            "Publishing cannot be undone: a version never changes. "
            "Assessments keep the version they began with."
        )
        note = TextBlock(self._theme, final, "caption", "ink2", self)
        note.setObjectName("publish-final")
        self.body.addWidget(note)

    def _version_part(self) -> QHBoxLayout:
        self._number.setObjectName("publish-version")
        self._version.setFixedWidth(self._theme.px(_FIELD * 2))
        self._step.setObjectName("publish-step")
        self._reasons.setObjectName("publish-reasons")
        words = QVBoxLayout()
        words.setSpacing(self._theme.px(4))
        words.addWidget(self._step)
        words.addWidget(self._reasons)
        words.addStretch()
        across = QHBoxLayout()
        across.setSpacing(self._theme.px(24))
        across.addWidget(self._version, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        return across

    def _add_meanings(self, column: QVBoxLayout) -> None:
        if not self._found.asked:
            return
        column.addWidget(rule(self._inner, "line"))
        head = self.tr("Do these mean the same as before?")
        column.addWidget(Text(self._theme, head, "section", "ink", self._inner))
        told = self.tr(
            "Words that were taken out are struck through, words that were put in are underlined. "
            "Only you can say whether an old answer still answers the question."
        )
        column.addWidget(TextBlock(self._theme, told, "body", "ink2", self._inner))
        for one in self._found.asked:
            row = MeaningRow(one, self._theme, self._inner)
            row.decided.connect(self._on_decided)
            self._rows.append(row)
            column.addWidget(row)

    def _set_focus_order(self) -> None:
        parts = [part for row in self._rows for part in row.choice.findChildren(QAbstractButton)]
        for before, after in pairwise((self._number, *parts, self._cancel, self._publish)):
            QWidget.setTabOrder(before, after)
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)  # what is said of trends stays in sight
        self._number.selectAll()
        self._scroller.go_to_top()

    def _on_decided(self, question: str, same: bool) -> None:  # noqa: FBT001 - a signal brings it
        self._same[question] = same
        self._found = publication(self._before, self._draft, self._same)
        was_proposed = self._number.text() == self._proposed
        self._proposed = free_number(self._found, self._taken)
        if was_proposed:
            self._number.setText(self._proposed)
        self._show()

    def _on_typed(self, _text: str) -> None:
        self._show()

    def _show(self) -> None:
        found, number = self._found, self._number.text().strip()
        fault = version_fault(found, number, self._taken)
        self._version.set_error(fault)
        follows = found.step in {"minor", "major"}
        self._version.set_note(self.tr("{0} or higher").format(found.lowest) if follows else "")
        self._step.setText(step_words(found))
        self._reasons.setText("\n".join(reason_words(found)))
        self._reasons.setVisible(bool(self._reasons.text()))
        self._effects.setVisible(self._before is not None)
        if self._before is not None:
            self._effects.show_effects(effects(self._before, found.as_version(number), self._uses))
        self._show_ready(fault)
        across = self.minimumWidth() - self._theme.px(80)
        wanted = max(self._column.totalHeightForWidth(across), self._column.totalMinimumSize().height())
        self._scroller.setFixedHeight(min(wanted, self._room))
        self.adjustSize()

    def _show_ready(self, fault: str) -> None:
        left = len(self._found.undecided)
        told = fault
        if left:
            told = self.tr("1 question left: does it mean the same?")
            if left > 1:
                told = self.tr("{0} questions left: do they mean the same?").format(left)
        if self._found.step == "same":
            told = self.tr("Nothing differs from the version before.")
        self._left.setText("" if told == fault else told)
        self._publish.setEnabled(not told)
        self._publish.setAccessibleDescription(told)

    def _on_published(self) -> None:
        version = self._found.as_version(self._number.text().strip())
        self.accept()
        self.published.emit(version)
