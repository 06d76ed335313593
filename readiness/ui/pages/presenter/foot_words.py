"""The line at the foot of the room's screen, and the keys beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from readiness.domain.counting import SIDES, caution

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.ui.pages.presenter.conductor import Conductor
    from readiness.ui.pages.presenter.scene import Scene
    from readiness.ui.session import Session
    from readiness.ui.talk import Talk

Keys = tuple[tuple[str, str], ...]


def foot_words(session: "Session", talk: "Talk", conductor: "Conductor", scene: "Scene") -> str:
    """Return what the room is told: a key that did nothing, the time, a fact to find, or what to ask next."""
    assessment = session.assessment
    if assessment is None:
        return ""
    if conductor.word:
        return conductor.word
    if scene.is_time_up and not scene.settled:
        return _time_up(talk)
    if not assessment.revealed:
        return _hidden(conductor)
    return _settled(assessment, talk, scene) or _question(scene)


def keys_of(session: "Session", scene: "Scene") -> Keys:
    """Return the keys that do something now."""
    leave = ("Esc", _tr("leave"))
    following = ("→", _tr("next"))
    if scene.kind == "done":
        return ("←", _tr("back")), *((("→", _tr("talk about them")),) if scene.why else ()), leave
    if not session.settings.single_keys:
        return following, leave
    if scene.kind == "duel":
        return (
            ("0–4", _tr("agree")),
            ("O", _tr("leave open")),
            ("F", _tr("fact to find")),
            following,
        )
    assessment = session.assessment
    if assessment is not None and not assessment.revealed:
        answering: Keys = (("0–4", _tr("answer")), ("D", _tr("don’t know"))) if session.side else ()
        return *answering, ("R", _tr("hold to reveal")), following, leave
    if scene.can_say_again:
        changed = ("0–4" if scene.anchors else "0–9", _tr("what changed"))
        return ("Y", _tr("still true")), changed, ("D", _tr("don’t know")), following, leave
    digits = ("0–4", _tr("agree")) if scene.anchors else ("0–9", _tr("tick"))
    return digits, ("D", _tr("don’t know")), ("X", _tr("does not apply")), following, leave


def _time_up(talk: "Talk") -> str:
    left = len(talk.upcoming()) + bool(talk.current and not talk.is_settled(talk.current))
    return _tr("Time is up. 1 is still open.") if left == 1 else _tr("Time is up. {0} are open.").format(left)


def _hidden(conductor: "Conductor") -> str:
    if conductor.is_mirrored:
        return _tr("This screen is mirrored, so nothing shows what is chosen.")
    return _tr("Answers stay hidden until the reveal.")


def _settled(assessment: "Assessment", talk: "Talk", scene: "Scene") -> str:
    if scene.settled != "left_open":
        return ""
    given = [assessment.visible(side).get(talk.current) for side in SIDES]
    said = [answer for answer in given if answer is not None and answer.state != "not_asked"]
    lowest = min(said, key=caution, default=None)
    if lowest is None:
        return _tr("Left open.")
    if lowest.level is None:
        return _tr("Left open. It counts as unknown.")
    return _tr("Left open. The lower answer, {0}, counts.").format(lowest.level)


def _question(scene: "Scene") -> str:
    if scene.kind != "duel" or scene.settled:
        return ""
    if len(scene.claims) == 1 and len(scene.claims[0].views) > 1:
        return _tr("Both read the same text. Can we show it?")
    if len(scene.claims) == 1:
        return _tr("One side is asked. Can we show it?")
    if scene.gap is None:
        return _tr("Who can find out?")
    return _tr("Which of the two texts can we show?")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presenter", text)
