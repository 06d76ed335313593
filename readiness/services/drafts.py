"""A draft: what “New assessment” collects before anything is written."""

from dataclasses import dataclass, replace
from math import isfinite

from readiness.domain.assessment import LANES, Assessment, Driver, Limit, Mode, Participant, Target
from readiness.domain.combining import core_of
from readiness.domain.journeys import Journey
from readiness.domain.lanes import Lanes
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire, Scope
from readiness.errors import InputError

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The frame of an assessment. ``questionnaire`` is a reference; empty is the newest shipped one.

    ``lanes`` left out are the system's own.
    """

    system: str
    period: Period
    team: str = ""
    scope: Scope = "full"
    questionnaire: str = ""
    scope_in: str = ""
    scope_out: str = ""
    journeys: tuple[Journey, ...] = ()
    load: tuple[Driver, ...] = ()
    target: Target | None = None
    assumed: bool = False
    participants: tuple[Participant, ...] = ()
    mode: Mode = "live"
    lanes: Lanes | None = None

    def checked_name(self) -> str:
        """Return the system's name without the space around it.

        Raises:
            InputError: a command could not name it (ruling 17).
        """
        return checked_name(self.system)

    def as_assessment(self, questionnaire: Questionnaire) -> Assessment:
        """Return the empty assessment that the draft describes.

        Raises:
            InputError: its name could not be used, or a quick check would ask more than the core.
        """
        if self.scope == "quick" and core_of(questionnaire) is not None:
            raise InputError(
                "A quick check asks the core alone.",
                safe="Nothing was started.",
                remedy="Leave out the specialised questionnaires, or ask all questions.",
            )
        return self.framing(
            Assessment(
                questionnaire=questionnaire.within(self.scope),
                system=self.checked_name(),
                period=self.period,
                scope=self.scope,
            )
        )

    def framing(self, assessment: Assessment) -> Assessment:
        """Return an assessment with the draft's frame around its answers; with one given, the mode stays."""
        is_answered = any(assessment.lane(lane) for lane in LANES)
        mode = assessment.mode if is_answered else self.mode
        return replace(
            assessment,
            mode=mode,
            revealed=assessment.revealed if is_answered else mode == "live",
            lanes=assessment.lanes if self.lanes is None else self.lanes,
            scope_in=self.scope_in,
            scope_out=self.scope_out,
            journeys=self.journeys,
            load=self.load,
            target=self.target,
            assumed=self.assumed,
            participants=self.participants,
        )


def checked_name(given: str) -> str:
    """Return a system's name without the space around it.

    Raises:
        InputError: a command could not name it (ruling 17).
    """
    name = given.strip()
    if not name:
        raise InputError("The system has no name.", remedy="Give it one.")
    if "@" in name or "\n" in name or "\r" in name:
        raise InputError("A system’s name has no @ and no line break.", remedy="Write it another way.")
    if len(name) > LONGEST_NAME:
        raise InputError(
            f"The name has {len(name)} characters; {LONGEST_NAME} are the most.", remedy="Shorten it."
        )
    return name


def refuse_unmeasurable(
    *, load: tuple[Driver, ...] = (), limits: tuple[Limit, ...] = (), target: Target | None = None
) -> None:
    """Let in only numbers that something can have: a database would keep “not a number” as nothing at all.

    Raises:
        InputError: a number is infinite, no number, zero where something is divided by it, or negative.
    """
    positive = [n for driver in load for n in (driver.today, driver.target)]
    positive += [n for limit in limits for n in (limit.used, limit.limit) if n is not None]
    positive += [target.factor] if target else []
    others = [
        n for n in (*(d.tested for d in load), *(one.lead_time_weeks for one in limits)) if n is not None
    ]
    if any(not isfinite(n) or n <= 0 for n in positive) or any(not isfinite(n) or n < 0 for n in others):
        raise InputError(
            "A number of the load or of the limits is not one that can be measured.",
            safe="Nothing was changed.",
            remedy="Give a number above 0, or leave it empty.",
        )
