"""Made-up values for the gallery: every state of every chart."""

from typing import Final

from readiness.ui.widgets.breaks_first import BreakRow
from readiness.ui.widgets.bullets import Bullet, BulletList
from readiness.ui.widgets.coverage_bars import Coverage, CoverageRow
from readiness.ui.widgets.ladder import Ladder, LadderStep
from readiness.ui.widgets.level_card import Level
from readiness.ui.widgets.score_hero import Hero
from readiness.ui.widgets.topic_rail import PillarLine, TopicLine

LONG: Final = "A supplier’s rate limit with a name that is sixty characters"

STEPS: Final = (
    LadderStep(factor=2, gates=8),
    LadderStep(factor=10, gates=13, gates_open=3, names=("headroom", "tested load", "excess requests")),
    LadderStep(factor=100, gates=14, gates_open=12),
)
PLAN: Final = Ladder(
    practices=2,
    tested=1.5,
    limit=1.3,
    limit_resource="orders database connections",
    target=10,
    target_by="2027‑Q2",
    today="1,200",
    target_load="12,000",
    steps=STEPS,
    effort="11 person-weeks",
)
LADDERS: Final = (
    ("Practices support 2×", PLAN),
    (
        "No growth step confirmed yet, untested, limit not known",
        Ladder(
            practices=1,
            target=10,
            target_by="2027‑Q2",
            today="1,200 orders a minute",
            target_load="12,000 orders a minute",
            steps=(
                LadderStep(
                    factor=2, gates=8, gates_open=2, names=("Load tested at peak", "Database headroom")
                ),
                LadderStep(
                    factor=10, gates=13, gates_open=6, names=("headroom", "tested load", "excess requests")
                ),
                LadderStep(factor=100, gates=14, gates_open=12),
            ),
            effort="4 person-weeks",
        ),
    ),
    ("Target met, all marks equal", Ladder(practices=10, tested=10, limit=10, target=10, steps=STEPS)),
    ("Quick check", Ladder(reading="quick", limit=0.8, limit_resource=LONG, target=4, target_load="4,800")),
    ("Too few asked", Ladder(reading="partial", asked=31, total=74, tested=60, limit=80, target=250)),
)

SCORE: Final = Hero(
    displayed=52,
    label="Holding",
    band=2,
    range_words="likely 43–61",
    score=52.3,
    low=43,
    high=61,
    needed=57,
    needed_words="mark for 10×: 57",
    note="71 of 74 asked",
)
NO_SCORE: Final = Hero(
    range_words="likely 33–59",
    low=33,
    high=59,
    needed=57,
    needed_words="mark for 10×: 57",
    note="31 of 74 asked",
)
BREAKS: Final = (
    BreakRow(
        key="limit",
        factor="1.3×",
        title="Headroom on the busiest database",
        consequence="Orders stop being accepted for minutes at a sale’s peak.",
        note="limit",
    ),
    BreakRow(
        key="GRO-07",
        factor="2×",
        title="Load tested against the highest peak",
        consequence="The first real peak is the test; nobody can promise the autumn sale.",
    ),
    BreakRow(
        key="ARC-11",
        factor="10×",
        title="What happens to excess requests when more arrive than anything behind them can take at once",
        consequence="A busy hour becomes hours of outage after demand has gone.",
    ),
)
SCORES: Final = BulletList(
    needed_words="mark for 10×",
    finding="Growth & alignment is furthest behind",
    rows=(
        Bullet(
            name="Growth & alignment", score=47, low=42, high=57, needed=61, displayed=47, is_weakest=True
        ),
        Bullet(name="Debt", score=38, low=32, high=56, needed=52, displayed=38),
        Bullet(name="Data", low=23, high=51, needed=57, word="3 of 12 asked"),
        Bullet(name="Observability", needed=58, word="not asked"),
        Bullet(name="Automation", score=61, low=54, high=77, needed=53, displayed=61),
        Bullet(name="Architecture", score=59, low=52, high=62, needed=51, displayed=59),
    ),
)
_COUNTS: Final = (
    ("Architecture", 13, 7, 1, 0, 21),
    ("Data", 8, 2, 2, 0, 12),
    ("Observability", 4, 4, 1, 0, 9),
    ("Automation", 2, 4, 3, 1, 10),
    ("Debt", 3, 1, 3, 1, 8),
    ("Growth", 5, 3, 1, 1, 14),
)
KNOWN: Final = Coverage(
    finding="71 of 74 known, half evidenced",
    rows=tuple(
        CoverageRow(name=name, evidenced=sure, informed=informed, guess=guess, unknown=unknown, total=total)
        for name, sure, informed, guess, unknown, total in _COUNTS
    ),
)
LEVELS: Final = tuple(
    Level(number=number, name=name, anchor=anchor)
    for number, (name, anchor) in enumerate(
        (
            ("Absent", "Nobody has looked at what a component’s failure takes with it."),
            ("Ad hoc", "One failing part takes most of the product down; it happened in the past year."),
            (
                "Partial",
                "The busiest two journeys survive the loss of any optional part, shown in one drill.",
            ),
            ("In place", "Every critical journey survives the loss of any part; tested in two quarters."),
            ("Proven", "Losing any part or a whole zone is rehearsed each quarter, under peak load."),
        )
    )
)
PILLARS: Final = (
    PillarLine(key="ARC", name="Architecture", answered=13, total=13, marks=("done",) * 13),
    PillarLine(
        key="DAT",
        name="Data",
        answered=3,
        total=17,
        marks=("done", "unknown", "skipped", "later", *("todo",) * 13),
        current=True,
        current_mark=4,
        topics=(
            TopicLine(key="ROW", name="Write contention", answered=0, total=3, current=True),
            TopicLine(key="IDX", name="Indexing", answered=1, total=2),
            TopicLine(key="LNG", name=LONG, answered=0, total=2),
        ),
    ),
    PillarLine(key="OBS", name="Observability", answered=0, total=10, marks=("todo",) * 10),
)
