"""How the figures come about, on one page, with what it takes to check them without the program."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.growth import LEAST_ATTAINMENT, LEAST_TOPIC_ATTAINMENT
from readiness.domain.outcome import Outcome
from readiness.domain.questionnaire import LEVEL_NAMES
from readiness.domain.scoring import LEAST_COVERAGE, half_up
from readiness.reports import sentences as say
from readiness.reports.background import Background
from readiness.reports.change_words import noise_words
from readiness.reports.method_facts import Method


def method(outcome: Outcome, background: Background, seal: str, *, names: bool) -> Method:
    """Say how to read the report, and what it rests on."""
    return Method(
        title="How these figures come about",
        lead="A self-assessment by the people who build and plan the system; not an audit.",
        parts=tuple(_parts(outcome, background, names=names)),
        levels_title="The five levels",
        levels=tuple((str(level), name, _LEVELS[level]) for level, name in enumerate(LEVEL_NAMES)),
        seal=seal,
        seal_title="How to check it without the program" if seal else "",
        seal_words=_SEAL if seal else "",
    )


_LEVELS: Final = (
    "nothing there, or already failing",
    "depends on a person",
    "in place for the most critical part",
    "in place for every critical part, measured, looked at last quarter",
    "shown by a test or by automation at the planned load",
)
_SEAL: Final = (
    "The workspace is an SQLite file; its table “seals” holds each seal. A seal is the SHA-256 over three "
    "texts, each behind its length in 8 bytes: the seal before it, the closed assessment as JSON with sorted "
    "keys and no spaces, and the moment of closing. Another answer, weight or question gives another seal."
)


def _parts(outcome: Outcome, background: Background, *, names: bool) -> Iterator[tuple[str, str]]:
    step = outcome.growth.target_step
    yield (
        "Score",
        (
            "Each answer is a level from 0 to 4, worth 0 to 100. Topics and pillars are weighted means. "
            "What does not apply is left out. Unknown counts as 0 until someone looks, and the plausible "
            f"range shows what it could be. Under {half_up(LEAST_COVERAGE * 100)}% of the weight answered, "
            "the range stands alone."
        ),
    )
    yield (
        "Mark",
        (
            f"Where the score stands when everything that {step}× asks is met exactly. It is neither enough "
            "nor needed for the step."
        ),
    )
    yield (
        "Growth step",
        (
            f"{step}× is reached when every gate of it and of the smaller steps is passed, each topic holds "
            f"{half_up(LEAST_TOPIC_ATTAINMENT * 100)}% of what the step asks, and the whole "
            f"{half_up(LEAST_ATTAINMENT * 100)}%. Points cannot make up for a gate."
        ),
    )
    yield (
        "Three facts of growth",
        (
            "The load that was tested, the first measured limit, and the step that practices support are "
            "three facts and are never merged. What was tested is always said first."
        ),
    )
    yield (
        "How sure",
        (
            "Evidenced: a link shows it. Informed: people who run it say so. A guess counts one level "
            "lower towards growth, and Proven without evidence counts as In place."
        ),
    )
    found = background.comparison
    if found is not None:
        noise = say.capital(noise_words(found))
        yield (
            "Change between quarters",
            (
                "Only the same questions are compared, with the newer weights; the rest of the change is "
                f"split into what is not the team’s doing. {noise}"
            ),
        )
    if background.roadmap is not None:
        yield (
            "Roadmap",
            (
                "Actions are placed under the capacity given, what opens a gate first. Person-weeks are "
                "typical figures until an owner estimates them. A projected score counts what is finished "
                "as done and verified."
            ),
        )
    if names:
        yield (
            "Two views",
            (
                "Product and engineering answer apart and hidden, then reveal. Only the agreed answer is "
                "scored; what stays open goes in as the lower one. The index of difference runs from 0, "
                "the same, to 1."
            ),
        )
