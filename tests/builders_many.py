"""A small workspace of several systems, for what looks at many of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from builders import a_pillar, a_question, a_questionnaire, a_topic, level, unknown

from readiness.domain.assessment import Answer, Assessment, Target
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire, Scope
from readiness.services.assessing import Assessing

Q1: Final = Period(2026, 1)
Q2: Final = Period(2026, 2)
Q3: Final = Period(2026, 3)


def asked(version: str = "1.0") -> Questionnaire:
    """Return two pillars of two questions; the first of each is a gate."""
    return a_questionnaire(
        a_pillar(
            "ARC",
            a_topic(
                "MOD",
                a_question("ARC-01", gate=True, hurts_at=2, quick=True),
                a_question("ARC-02", hurts_at=2),
            ),
        ),
        a_pillar(
            "DAT",
            a_topic("QRY", a_question("DAT-01", gate=True, hurts_at=10), a_question("DAT-02", hurts_at=10)),
        ),
        version=version,
    )


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """One sealed quarter of a system: the level of each pillar; ``None`` is unknown."""

    system: str
    levels: tuple[int | None, int | None]
    period: Period = Q3
    target: float = 10.0
    scope: Scope = "full"
    version: str = "1.0"
    is_open: bool = False


USUAL: Final = (
    Sealed(system="Alpha", levels=(3, 3)),
    Sealed(system="Beta", levels=(1, 4), period=Q2),
    Sealed(system="Beta", levels=(1, 3), period=Q3),
    Sealed(system="Gamma", levels=(3, 1), target=2.0),
    Sealed(system="Delta", levels=(2, None), period=Q2),
    Sealed(system="Epsilon", levels=(4, 4), scope="quick"),
    Sealed(system="Zeta", levels=(2, 2), is_open=True),
)
"""One at its target, one short and better last quarter, one past it, one stale with an unknown pillar,
one quick check, one that was never sealed."""


def write_systems(path: Path, sealed: Sequence[Sealed] = USUAL) -> Assessing:
    """Write a workspace and return it, open."""
    desk = Assessing.create(path)
    for one in sealed:
        made = desk.import_answers(_assessment(one), asked(one.version))
        if not one.is_open:
            desk.close_assessment(made.id)
    for name in {one.system for one in sealed} & {"Alpha", "Beta"}:
        desk.set_team(name, "Red")
    return desk


def _assessment(one: Sealed) -> Assessment:
    questionnaire = asked(one.version).within(one.scope)
    by_pillar = dict(zip(("ARC", "DAT"), one.levels, strict=True))
    return Assessment(
        questionnaire=questionnaire,
        system=one.system,
        period=one.period,
        scope=one.scope,
        target=Target(factor=one.target),
        agreed={id_: _answer(by_pillar[id_[:3]]) for id_ in questionnaire.by_id},
    )


def _answer(value: int | None) -> Answer:
    return unknown() if value is None else level(value, "evidenced")
