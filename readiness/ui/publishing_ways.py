"""Publishing from the window: what a draft is published into is read first, then it is asked, then frozen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from readiness.ui.desk import Desk
from readiness.ui.icons import Icons
from readiness.ui.session import Session
from readiness.ui.theme import Theme

if TYPE_CHECKING:
    from readiness.domain.questionnaire import Questionnaire
    from readiness.services.publishing import Published, Standing


class PublishingWays(QObject):
    """One call publishes a draft; ``published`` follows once it is frozen, with the version as it is."""

    published = Signal(object)  # Questionnaire

    def __init__(self, session: Session, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._icons = icons
        self._window = window

    def publish(self, before: "Questionnaire | None", draft: "Questionnaire", text: str = "") -> None:
        """Ask for the number and the meanings, and publish; ``text`` is the YAML of the draft.

        ``before`` is the published version that it follows, ``None`` for the first of its name.
        """
        if not self._session.path or self._session.read_only:
            self._session.noted.emit(self.tr("Open a workspace that you may change, to publish into it."))
            return
        reading = partial(_read, before=before, name=draft.id)
        self._session.run_errand(reading, partial(self._ask, draft, text))

    def _ask(self, draft: "Questionnaire", text: str, standing: "Standing") -> None:
        from readiness.ui.dialogs.publish_dialog import PublishDialog  # noqa: PLC0415 - when it is asked for

        dialog = PublishDialog(
            standing.before,
            draft,
            self._theme,
            self._icons,
            self._window,
            uses=standing.uses,
            taken=standing.taken,
        )
        dialog.published.connect(partial(self._on_decided, text))
        dialog.open()

    def _on_decided(self, text: str, version: "Questionnaire") -> None:
        publishing = partial(_publish, version=version, text=text)
        self._session.run_errand(publishing, partial(self._on_published, version))

    def _on_published(self, version: "Questionnaire", done: "Published") -> None:
        self._session.noted.emit(
            self.tr("{0} is published. New assessment offers it under “Questions”.").format(done.reference)
        )
        self.published.emit(version)


def _read(desk: Desk, before: "Questionnaire | None", name: str) -> "Standing":
    return desk.assessing.standing(before, name)


def _publish(desk: Desk, version: "Questionnaire", text: str) -> "Published":
    return desk.assessing.publish(version, text)
