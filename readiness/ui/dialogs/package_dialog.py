"""What a sealed package would bring, once its seal is proved and before anything is stored."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.icons import Icons
from readiness.ui.quarters import shown_quarter
from readiness.ui.theme import Theme
from readiness.ui.widgets.icon_mark import IconMark
from readiness.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readiness.services.sealed_packages import Incoming


class PackageDialog(Sheet):
    """Counts, the seal, and what happens to what is there; Enter takes it in."""

    accepted_package = Signal(object)  # Incoming

    def __init__(self, incoming: "Incoming", theme: Theme, icons: Icons, parent: QWidget) -> None:
        theirs = incoming.assessment
        title = f"{theirs.system}, {shown_quarter(theirs.period, theirs.revision)}"
        super().__init__(theme, title, parent)
        self.setObjectName("package-dialog")
        self._incoming = incoming
        is_older = bool(incoming.older_core)
        seal = QHBoxLayout()
        seal.setSpacing(12)
        icon, tone = ("warning", "attentionLine") if is_older else ("lock", "accent")
        seal.addWidget(IconMark(theme, icons, icon, theme.px(20), self, tone))
        words = TextBlock(theme, self._seal_words(), "bodyStrong", "ink", self)
        words.setObjectName("package-seal")
        seal.addWidget(words, 1)
        self.body.addLayout(seal)
        for number, text in enumerate(self._lines()):
            block = TextBlock(theme, text, "body", "ink" if number == 0 else "ink2", self)
            block.setObjectName(f"package-line-{number}")
            self.body.addWidget(block)
        self._add_buttons()

    def _add_buttons(self) -> None:
        is_same = self._incoming.stands == "same"
        cancel = self.add_button(
            "package-cancel",
            self.tr("Close") if is_same else self.tr("Cancel"),
            "primary" if is_same else "quiet",
        )
        cancel.clicked.connect(self.reject)
        if not is_same:
            accept = self.add_button("package-accept", self.tr("Take in"), "primary")
            accept.clicked.connect(self._on_accepted)

    def _seal_words(self) -> str:
        hash_ = self._incoming.package.evidence.hash[:12]
        matches = self.tr("The seal matches: {0}…").format(hash_)
        if not self._incoming.older_core:
            return matches
        core = self.tr("made with core {0}, compared like for like").format(self._incoming.older_core)
        return f"{matches} · {core}"

    def _lines(self) -> "Iterator[str]":
        parts, theirs = self._incoming.parts, self._incoming.assessment
        if self._incoming.stands == "same":
            yield self.tr("It came in before, and nothing in it is new.")
        elif self._incoming.stands == "changed":
            yield self.tr(
                "It came in before. Beside the seal it brings {0} new and {1} changed; "
                "what is here gives way."
            ).format(len(parts.new), len(parts.changed))
        else:
            yield self._counts()
            if self._incoming.is_new_system:
                yield self.tr("{0} is a new system here.").format(theirs.system)
        sealed = self._incoming.package.evidence.at[:10]
        yield self.tr("Sealed on {0} under {1}. Who took part comes as roles, without names.").format(
            sealed, theirs.questionnaire.reference
        )
        if self._incoming.stands != "same":
            yield self.tr("Nothing is stored yet.")

    def _counts(self) -> str:
        theirs = self._incoming.assessment
        answered = {*theirs.agreed, *theirs.product, *theirs.engineering}
        told = self.tr("{0} questions answered, {1} actions, {2} decisions, {3} open facts").format(
            len(answered), len(theirs.actions), len(theirs.decisions), len(theirs.facts)
        )
        risks = self.tr(", {0} accepted risks").format(len(theirs.accepted)) if theirs.accepted else ""
        return f"{told}{risks}."

    def _on_accepted(self) -> None:
        self.accept()
        self.accepted_package.emit(self._incoming)
