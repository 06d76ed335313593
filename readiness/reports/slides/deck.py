"""A report → five slides: the verdict, the pillars, what breaks first, the roadmap, the ask.

They hold what leadership is shown: agreed levels and the ask, no lanes, quotes or names. The file is built in
memory, and its dates are those of the assessment, so that the same assessment makes the same bytes.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pptx import Presentation
from pptx.util import Inches

from readiness.reports.codes import with_plain_breaks
from readiness.reports.facts import ReportContent, Summary
from readiness.reports.palette import read_palette
from readiness.reports.plan_facts import Plan
from readiness.reports.slides.looks import LEFT, TOP, WIDTH, Looks
from readiness.reports.slides.stamping import day, stamped

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

_WIDE: Final = 13.333
_HIGH: Final = 7.5
_TITLE_ONLY: Final = 5
_FOOT: Final = (LEFT, 6.95, WIDTH, 0.35)
_MOST_BREAKS: Final = 6
_MOST_LIMITS: Final = 3
_MOST_QUARTERS: Final = 8
_HALF: Final = 0.55
_FLAGS: Final = {
    "tested": "Tested to",
    "limit": "First known limit",
    "practices": "Practices support",
    "target": "Target",
}


def build_deck(content: ReportContent, accent: str = "") -> bytes:
    """Return the file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(_WIDE), Inches(_HIGH)
    made = day(content.made_on)
    properties = deck.core_properties
    properties.title = with_plain_breaks(f"{content.system}, {content.period}: {content.title}")
    properties.author, properties.last_modified_by, properties.revision = "", "", 1
    properties.created = properties.modified = made
    looks = Looks(read_palette(accent=accent))
    if content.summary is not None:
        _verdict(_slide(deck, looks, content), looks, content.summary)
        _pillars(_slide(deck, looks, content), looks, content.summary)
        _breaks(_slide(deck, looks, content), looks, content.summary)
        _roadmap(_slide(deck, looks, content), looks, content.plan)
        _ask(_slide(deck, looks, content), looks, content.summary, content.plan)
    out = BytesIO()
    deck.save(out)
    return stamped(out.getvalue(), made)


def _slide(deck: "Deck", looks: Looks, content: ReportContent) -> "Slide":
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    foot = (f"{content.system}, {content.period}", content.date, content.draft or content.seal[:16])
    looks.text(slide, _FOOT, [" · ".join(part for part in foot if part)], small=True)
    return slide


def _verdict(slide: "Slide", looks: Looks, summary: Summary) -> None:
    looks.title(slide, summary.headline)
    ladder, score = summary.ladder, summary.score
    known = {flag.kind: flag for flag in ladder.flags}
    shown = [(name, known[kind].factor) for kind, name in _FLAGS.items() if kind in known]
    names, values = [name for name, _ in shown], [_rounded(factor) for _, factor in shown]
    if shown:
        box = (LEFT, TOP, WIDTH * _HALF, 4.2)
        series = [("Times today’s peak", values, "accent")]
        looks.bars(slide, box, names, series, ladder.finding, scale=(1, 100), log=True)
    lines = [
        f"Score {score.shown} {score.label}".strip() if score.shown else score.finding,
        f"Plausible range {score.plausible}" if score.plausible and score.shown else "",
        score.mark,
        summary.moved,
        *ladder.absent,
        summary.sure.finding,
        *(f"{caution.title} {caution.text}" for caution in summary.cautions[:2]),
    ]
    box = (LEFT + WIDTH * (_HALF + 0.03), TOP, WIDTH * (0.97 - _HALF), 4.8)
    looks.text(slide, box, [line for line in lines if line])


def _pillars(slide: "Slide", looks: Looks, summary: Summary) -> None:
    pillars = summary.pillars
    looks.title(slide, pillars.title)
    names = [row.name if row.bars.score is not None else f"{row.name}: {row.shown}" for row in pillars.rows]
    series = [
        ("Score", [_rounded(row.bars.score) for row in pillars.rows], "accent"),
        (pillars.mark_words, [_rounded(row.bars.mark) for row in pillars.rows], "accentSoft"),
    ]
    looks.bars(slide, (LEFT, TOP, WIDTH, 5.2), names, series, pillars.finding)


def _breaks(slide: "Slide", looks: Looks, summary: Summary) -> None:
    looks.title(slide, "What breaks first")
    limits = summary.limits[: max(_MOST_LIMITS, _MOST_BREAKS - len(summary.failures))]
    rows = (*limits, *summary.failures)[:_MOST_BREAKS]
    if not rows:
        looks.text(slide, (LEFT, TOP, WIDTH, 1.0), [summary.nothing_breaks])
        return
    told = [("Growth", "What the business feels", "How it stands")]
    told += [(row.factor, row.felt, row.stands or row.what) for row in rows]
    looks.table(slide, TOP, (1.2, 6.2, WIDTH - 7.4), told)
    more = len(summary.limits) + len(summary.failures) - len(rows)
    if more > 0:
        looks.text(slide, (LEFT, 6.4, WIDTH, 0.4), [f"And {more} more in the report."], small=True)


def _roadmap(slide: "Slide", looks: Looks, plan: Plan | None) -> None:
    if plan is None or not plan.quarters:
        looks.title(slide, "No roadmap yet" if plan is None else plan.title)
        looks.text(slide, (LEFT, TOP, WIDTH, 1.0), [plan.lead if plan else "Nothing is planned."])
        return
    looks.title(slide, plan.title)
    points = (plan.today, *plan.quarters[:_MOST_QUARTERS])
    series = [
        ("Score, all of it done and verified", [_rounded(point.value) for point in points], "accent"),
        ("Score, the expected share of it", [_rounded(point.scaled) for point in points], "ink2"),
    ]
    looks.lines(slide, (LEFT, TOP, WIDTH, 3.2), [point.name for point in points], series, plan.finding)
    rows = [("Quarter", "Person-weeks", "Practices support", "Score")]
    rows += [(q.name, q.load, q.ceiling, q.score) for q in plan.quarters[:4]]
    looks.table(slide, TOP + 3.3, (3.0, 3.0, 3.0, 3.13), rows)


def _ask(slide: "Slide", looks: Looks, summary: Summary, plan: Plan | None) -> None:
    looks.title(slide, plan.ask_title if plan is not None else "The ask")
    looks.text(slide, (LEFT, TOP, WIDTH, 5.2), list(_asked(summary, plan)))


def _asked(summary: Summary, plan: Plan | None) -> Iterator[str]:
    if plan is not None:
        for line in plan.ask:
            yield f"{line.quarter}: {line.weeks} person-weeks, {line.leads}. {line.what}"
        yield from _said((plan.ask_rest, f"Not done at that price. {plan.not_done}" if plan.not_done else ""))
    for number, ask in enumerate(summary.decisions, 1):
        due = f" By {ask.due}." if ask.due else ""
        yield f"{number}. {ask.text.rstrip('.')}.{due}"


def _said(texts: Sequence[str]) -> Iterator[str]:
    return (text for text in texts if text)


def _rounded(value: float | None) -> Any:
    return None if value is None else round(value, 1)
