"""What the palette offers: the systems, the questions of the open assessment, and everything one can do."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from readiness.ui.commands import plain, shown
from readiness.ui.finding import Entry, Group
from readiness.ui.models.home_rows import quarter
from readiness.ui.session import Session

if TYPE_CHECKING:
    from readiness.storage.reading import AssessmentLine, SystemLine


def palette_entries(
    session: Session, actions: Iterable[QAction], go_to_question: Callable[[str], object]
) -> tuple[Entry | Group, ...]:
    """Return the entries as things stand now."""
    return (*_questions(session, go_to_question), *_systems(session), *_actions(actions))


def _questions(session: Session, go: Callable[[str], object]) -> tuple[Entry, ...]:
    if session.assessment is None:
        return ()
    kind = _tr("question")
    return tuple(
        Entry(f"{question.id} {question.prompt}", kind, partial(go, question.id), topic.name)
        for _, topic, question in session.assessment.questionnaire.walk()
    )


def _systems(session: Session) -> tuple[Group, ...]:
    """Return a group a system: forty quarters of a thousand systems are too many to look at one by one."""
    return tuple(
        Group(_all_words(system), partial(_quarters, session, system))
        for system in session.home
        if not system.archived
    )


def _all_words(system: "SystemLine") -> str:
    states = {_state(line) for line in system.assessments}
    return " ".join((f"{system.name},", *(line.period for line in reversed(system.assessments)), *states))


def _quarters(session: Session, system: "SystemLine") -> Iterator[Entry]:
    kind = _tr("assessment")
    for line in reversed(system.assessments):
        title = f"{system.name}, {quarter(line.period)}"
        yield Entry(title, kind, partial(session.open_assessment, line.id), _state(line))


def _state(line: "AssessmentLine") -> str:
    return _tr("in progress") if line.state == "open" else _tr("sealed")


def _actions(actions: Iterable[QAction]) -> tuple[Entry, ...]:
    kind = _tr("action")
    return tuple(
        Entry(plain(action.text()), kind, action.trigger, keys=_keys(action))
        for action in actions
        if action.isEnabled() and action.text()
    )


def _keys(action: QAction) -> str:
    keys = action.shortcuts()
    return shown(keys[0]) if keys else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
