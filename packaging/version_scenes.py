"""The pictures of questionnaire versions: publishing, moving to a newer one, a later one from a file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from readiness.domain.assessment import Answer
from readiness.domain.period import Period
from readiness.domain.questionnaire import Lineage, LineageChange, Question, Questionnaire
from readiness.services.assessing import Assessing, Draft
from readiness.services.shelf import Looked, with_effects

if TYPE_CHECKING:
    from shots import Studio

    from readiness.ui.desk import Desk

Go = Callable[["Studio"], None]

NAME: Final = "versions"
_SYSTEMS: Final = ("Checkout API", "Ledger", "A search service whose name has sixty letters in all of it")
_PROMPTS: Final = {
    "ARC-01": "How much of the product can be released on its own, without the rest?",
    "AUT-01": "How many manual steps stand between an approved change and production today?",
}
_GONE: Final = frozenset({"DEB-06", "GRO-02"})


def write_versions(path: Path) -> None:
    """Write the workspace: three systems sealed under 1.0, one open, and two later versions."""
    made = Assessing.create(path)
    core = made.library.latest()
    for later in (_minor(core), _major(core)):
        made.import_questionnaire(later, "own")
    for system in _SYSTEMS:
        id_ = _answered(made, core, system, Period(2026, 2))
        made.close_assessment(id_)
    _answered(made, core, _SYSTEMS[2], Period(2026, 3))
    made.close()


def _answered(made: Assessing, core: Questionnaire, system: str, period: Period) -> int:
    id_ = made.start(Draft(system=system, period=period, questionnaire=core.reference))
    made.answer_many(id_, [(question.id, "agreed", Answer(level=2)) for question in core.questions])
    return id_


def _minor(core: Questionnaire) -> Questionnaire:
    return replace(
        core, version="1.1", title=f"{core.title}, house style", lineage=Lineage(from_version="1.0")
    )


def _major(core: Questionnaire) -> Questionnaire:
    changes = tuple(LineageChange(redefine=id_) for id_ in ("DAT-01", "DAT-02", "DAT-04", "OBS-02"))
    kept = _with(core, lambda question: None if question.id in _GONE else question)
    return replace(kept, version="2.0", lineage=Lineage(from_version="1.0", changes=changes))


def _draft(core: Questionnaire) -> Questionnaire:
    def edited(question: Question) -> Question | None:
        if question.id in _GONE:
            return None
        if question.id == "DAT-04":
            levels = ("The limit was hit during the last year.", *question.levels[1:])
            return replace(question, levels=levels, weight=4.0)
        return replace(question, prompt=_PROMPTS.get(question.id, question.prompt))

    return _with(core, edited)


def _with(core: Questionnaire, edit: Callable[[Question], Question | None]) -> Questionnaire:
    pillars = tuple(
        replace(
            pillar,
            topics=tuple(
                replace(
                    topic, questions=tuple(made for q in topic.questions if (made := edit(q)) is not None)
                )
                for topic in pillar.topics
            ),
        )
        for pillar in core.pillars
    )
    return replace(core, pillars=pillars)


def _open(studio: "Studio") -> Questionnaire:
    studio.open(studio.places.sample.with_name(f"{NAME}.readiness"))
    studio.window.go_home()
    studio.settle()
    found: list[Questionnaire] = []
    studio.session.run_errand(_core, found.append)
    studio.settle()
    return found[0]


def _core(desk: "Desk") -> Questionnaire:
    return desk.assessing.library.latest()


def publish(draft: Callable[[Questionnaire], Questionnaire], *, is_first: bool = False) -> Go:
    """Return the way to the sheet that publishes a draft."""

    def go(studio: "Studio") -> None:
        core = _open(studio)
        before = None if is_first else core
        studio.window.publishing.publish(before, replace(draft(core), version=core.version, lineage=None))
        studio.settle()

    return go


def move(studio: "Studio") -> None:
    """Look at what a newer version would keep."""
    _open(studio)
    line = next(line for one in studio.session.home for line in one.assessments if line.state == "open")
    studio.window.moving.ask(line.id)
    studio.settle()


def take_in(studio: "Studio") -> None:
    """Look at a later version that came as a file."""
    core = _open(studio)
    changes = (LineageChange(redefine="ARC-03"),)
    later = replace(core, version="3.0", lineage=Lineage(from_version="1.0", changes=changes))
    looked = Looked(questionnaire=later, flaws=())
    studio.session.run_errand(partial(_effects, looked=looked), studio.window.questionnaires.show_preview)
    studio.settle()


def _effects(desk: "Desk", looked: Looked) -> Looked:
    return with_effects(desk.assessing, looked)


def library(studio: "Studio") -> None:
    """Show where each version is used, and which is newer."""
    _open(studio)
    studio.window.questionnaires.show_library()
    studio.settle()


SCENES: Final = (
    ("08-publish", publish(_draft)),
    ("08-publish-minor", publish(lambda core: replace(core, title="Scalability readiness, house style"))),
    ("08-publish-first", publish(lambda core: replace(core, id="ours", title="Our own"), is_first=True)),
    ("08-move", move),
    ("08-take-in-version", take_in),
    ("08-questionnaires-newer", library),
)
