"""The figures of many systems → page 1 of the portfolio: how they stand, what blocks them, what changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from readiness.domain.period import Period
from readiness.domain.scoring import LEAST_COVERAGE, half_up
from readiness.domain.spread import Spread, spread
from readiness.reports import sentences as say
from readiness.reports.change_facts import ChangeLine
from readiness.reports.change_sentences import VERDICT_WORDS, points
from readiness.reports.content import owner
from readiness.reports.dates import long_date
from readiness.reports.facts import ReportContent
from readiness.reports.options import ReportOptions
from readiness.reports.portfolio_ask import ask_page, short_ask
from readiness.reports.portfolio_facts import Blocker, CountBar, CountBars, PortfolioPages, StandPage
from readiness.reports.portfolio_matrix import together
from readiness.reports.portfolio_weighing import Gate, Moved, Weighed

LABELS: Final = ("Fragile", "Exposed", "Holding", "Solid", "Strong")
_MOST_QUESTIONNAIRES: Final = 3
_WHOLE: Final = 100
_TWO: Final = 2


def describe_portfolio(systems: Sequence[Weighed], period: Period, options: ReportOptions) -> ReportContent:
    """Say both pages; the systems are taken in order of name."""
    ordered = tuple(sorted(systems, key=lambda one: (one.system.casefold(), one.system)))
    made_on = options.made_on or max((one.answered for one in ordered), default="")
    return ReportContent(
        title=_title_of(ordered),
        system=f"Portfolio of {say.counted(len(ordered), 'system')}",
        period=str(period),
        language=_most_used(one.language for one in ordered) or "en",
        made_on=made_on,
        date=long_date(made_on),
        foot=_foot(ordered, period, options.company, made_on),
        draft=_draft(ordered),
        seal=together(ordered),
        summary=None,
        scorecard=None,
        answers=None,
        portfolio=PortfolioPages(stand=stand_page(ordered, period), ask=ask_page(ordered, period)),
    )


def stand_page(systems: Sequence[Weighed], period: Period) -> StandPage:
    """Say how the systems stand."""
    found = spread((one.stand, 1) for one in systems)
    steps, labels = _one_scale(_steps(found), _labels(systems))
    blockers = tuple(_blockers(systems, found.judged))
    moves = [(one, one.moved) for one in systems if one.moved is not None and one.period == str(period)]
    said = [(one, move) for one, move in moves if _may_be_said(move)]
    rises = tuple(_change(one, move, period) for one, move in _largest(said) if (move.points or 0) > 0)
    falls = tuple(_change(one, move, period) for one, move in _largest(said) if (move.points or 0) < 0)
    return StandPage(
        title=_headline(systems, found),
        lead=_lead(systems, period),
        steps=steps,
        labels=labels,
        known=tuple(_known(systems)),
        blockers_title=_blockers_title(blockers, found.judged),
        blockers_note="gates of the step that each target needs" if blockers else "",
        blockers=blockers,
        changes_title=_changes_title(len(moves), len(rises), len(falls), period),
        rises=rises,
        falls=falls,
        rises_title=f"Rose: {len(rises):,}",
        falls_title=f"Fell: {len(falls):,}",
        changes_note=_changes_note(systems, len(moves), len(said), period),
    )


def _headline(systems: Sequence[Weighed], found: Spread) -> str:
    if not found.judged:
        if len(systems) == 1:
            return f"{systems[0].system} has no growth step yet."
        return f"None of {len(systems):,} systems has a growth step yet."
    if not found.short:
        carries = systems[0].system if len(systems) == 1 else f"All {found.judged:,} systems"
        judged = carries if found.judged == len(systems) else say.counted(found.judged, "system")
        return (
            f"{judged} {'carries its' if found.judged == 1 else 'carry their'} target{_rest(systems, found)}."
        )
    falls = "falls short of its target" if found.short == 1 else "fall short of their target"
    whose = f"{found.short:,} of {say.counted(found.judged, 'system')}"
    if len(systems) == 1:
        whose = systems[0].system
    elif found.short == len(systems):
        whose = "Both systems" if found.short == _TWO else f"All {found.short:,} systems"
    return f"{whose} {falls}; {short_ask(systems)}."


def _rest(systems: Sequence[Weighed], found: Spread) -> str:
    left = len(systems) - found.judged
    return f", {left:,} {'is' if left == 1 else 'are'} not judged" if left else ""


def _lead(systems: Sequence[Weighed], period: Period) -> str:
    """Say on what the page stands: assessed now, as last sealed, not assessed."""
    now = sum(one.period == str(period) for one in systems)
    earlier = sum(bool(one.period) and one.period != str(period) for one in systems)
    open_ = sum(one.is_open for one in systems)
    nothing = sum(one.basis == "none" for one in systems)
    parts = (
        f"{now:,} of {say.counted(len(systems), 'system')} assessed in {period}",
        f"{earlier:,} as last sealed before" if earlier else "",
        f"{nothing:,} not assessed" if nothing else "",
        f"{say.counted(open_, 'assessment is', 'assessments are')} open still" if open_ else "",
    )
    return f"{', '.join(part for part in parts if part)}."


def _steps(found: Spread) -> CountBars:
    bars = [
        CountBar(
            name=f"{step.step}×", count=step.count, short=step.short, words=_met_words(step.met, step.short)
        )
        for step in found.steps
    ]
    words = "not assessed for one" if found.unjudged else ""
    bars.append(CountBar(name="no step", count=found.unjudged, words=words, is_open=True))
    return _bars(_steps_title(found), bars)


def _steps_title(found: Spread) -> str:
    most = max(found.steps, key=lambda step: step.count)
    if not most.count:
        return "No growth step yet"
    if found.judged == 1:
        return f"Practices support {most.step}×"
    if 2 * most.count <= found.judged:
        return "Growth steps of the systems"
    return f"{most.count:,} of {found.judged:,} {'stands' if most.count == 1 else 'stand'} at {most.step}×"


def _met_words(met: int, short: int) -> str:
    if short and met:
        return f"{short:,} short, {met:,} at target"
    return f"{short:,} short of target" if short else f"{met:,} at target" if met else ""


def _labels(systems: Sequence[Weighed]) -> CountBars:
    counts: Counter[str] = Counter(one.label or "" for one in systems if not one.is_quick)
    bars = [CountBar(name=label, count=counts[label], band=band) for band, label in enumerate(LABELS)]
    figures = sum(bar.count for bar in bars)
    left = len(systems) - figures
    words = "too little known" if left else ""
    bars.append(CountBar(name="no figure", count=left, words=words, is_open=True))
    low = counts["Fragile"] + counts["Exposed"]
    if figures == 1:
        return _bars(f"The score is {next(bar.name for bar in bars if bar.count)}", bars)
    title = f"{low:,} of {figures:,} {'scores' if low == 1 else 'score'} below Holding"
    return _bars(title if figures else "No score can be shown yet", bars)


def _bars(title: str, bars: list[CountBar]) -> CountBars:
    told = ", ".join(f"{bar.name} {bar.count:,}{f' ({bar.words})' * bool(bar.words)}" for bar in bars)
    most = max(bar.count for bar in bars)
    return CountBars(title=title, bars=tuple(bars), most=most, finding=f"{told}.")


def _one_scale(left: CountBars, right: CountBars) -> tuple[CountBars, CountBars]:
    """Let a bar of one length mean as many systems in both."""
    most = max(left.most, right.most)
    return replace(left, most=most), replace(right, most=most)


def _known(systems: Sequence[Weighed]) -> Iterator[str]:
    shares = [one.coverage for one in systems if one.coverage is not None and not one.is_quick]
    asked, total = sum(one.asked for one in systems), sum(one.total for one in systems)
    if shares:
        little = sum(share < LEAST_COVERAGE for share in shares)
        below = f", {little:,} below {half_up(LEAST_COVERAGE * _WHOLE)}%" if little else ""
        least, middle, most = (
            half_up(share * _WHOLE) for share in (min(shares), median(shares), max(shares))
        )
        spread_ = f"{least}%" if least == most else f"{least}–{most}%, median {middle}%"
        yield f"Coverage {spread_}{below}; {asked:,} of {total:,} questions asked."
    quick = sum(one.is_quick for one in systems)
    if quick:
        yield f"{say.counted(quick, 'quick check is', 'quick checks are')} orientation: no step and no plan."
    asked_under = Counter(one.questionnaire for one in systems if one.questionnaire)
    if len(asked_under) > 1:
        used = asked_under.most_common(_MOST_QUESTIONNAIRES)
        named = ", ".join(f"{name} ({count:,})" for name, count in used)
        rest = len(asked_under) - len(used)
        told = f"{named} and {rest:,} more" if rest else named
        yield f"Not all were asked the same: {told}. Such scores are not held against each other."


def _blockers(systems: Sequence[Weighed], judged: int) -> Iterator[Blocker]:
    """Yield open gates, those that most systems share first; the newest wording names them."""
    newest = sorted(systems, key=lambda one: one.period, reverse=True)
    named: dict[str, Gate] = {}
    counts: Counter[str] = Counter()
    for one in newest:
        for gate in one.gates:
            named.setdefault(gate.id, gate)
            counts[gate.id] += 1
    for id_, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        gate = named[id_]
        words = f"open in {count:,} of {judged:,}"
        yield Blocker(id=id_, prompt=gate.prompt, pillar=gate.pillar, count=count, of=judged, words=words)


def _blockers_title(blockers: Sequence[Blocker], judged: int) -> str:
    if not judged:
        return "What blocks many: nothing is known yet"
    if not blockers:
        return "No gate is open anywhere"
    if judged == 1:
        return f"{say.capital(say.counted(len(blockers), 'gate is', 'gates are'))} open"
    most = sum(2 * blocker.count > judged for blocker in blockers)
    if most:
        return f"{say.capital(say.in_words(most))} {_gates(most)} open in most systems"
    shared = sum(blocker.count > 1 for blocker in blockers)
    if shared:
        return f"No gate is open in most systems; {say.in_words(shared)} {_gates(shared)} shared"
    return "No open gate is shared by two systems"


def _gates(count: int) -> str:
    return "gate is" if count == 1 else "gates are"


def _may_be_said(move: Moved) -> bool:
    return move.verdict in {"clear", "probable"} and bool(move.points)


def _largest(moves: list[tuple[Weighed, Moved]]) -> list[tuple[Weighed, Moved]]:
    return sorted(moves, key=lambda pair: (-abs(pair[1].points or 0), pair[0].system.casefold()))


def _change(one: Weighed, move: Moved, period: Period) -> ChangeLine:
    verdict = VERDICT_WORDS[move.verdict or "noise"]
    since = "" if move.since == str(period.plus(-1)) else f"since {move.since}"
    steps = "" if move.step_before == move.step_now else _from_to(move)
    note = ", ".join(part for part in (steps, verdict, since) if part)
    return ChangeLine(name=one.system, note=note, value=points(move.points or 0.0))


def _from_to(move: Moved) -> str:
    if move.step_before is None or move.step_now is None:
        return ""
    return f"{move.step_before}× → {move.step_now}×"


def _changes_title(compared: int, rose: int, fell: int, period: Period) -> str:
    if not compared:
        return f"Since {period.plus(-1)}: nothing to compare yet"
    if not rose and not fell:
        return f"Since {period.plus(-1)}: no change that stands out from noise"
    told = (f"{rose:,} rose" if rose else "", f"{fell:,} fell" if fell else "")
    return f"Since {period.plus(-1)}: {' and '.join(part for part in told if part)}"


def _changes_note(systems: Sequence[Weighed], compared: int, said: int, period: Period) -> str:
    """Say what is not listed, so that the lists are not taken for everything."""
    now = sum(one.period == str(period) for one in systems)
    within, first, rest = compared - said, now - compared, len(systems) - now
    parts = (
        f"{within:,} within noise" if within else "",
        f"{first:,} with no earlier quarter to compare" if first else "",
        f"{rest:,} not assessed anew" if rest else "",
    )
    told = "; ".join(part for part in parts if part)
    if not said:
        return f"{told}." if told else ""
    return f"Like for like, in points of score. {told}." if told else "Like for like, in points of score."


def _title_of(systems: Iterable[Weighed]) -> str:
    return _most_used(one.title for one in systems) or "Scalability readiness"


def _most_used(texts: Iterable[str]) -> str:
    counts = Counter(text for text in texts if text)
    return max(counts, key=lambda text: (counts[text], text), default="")


def _draft(systems: Iterable[Weighed]) -> str:
    count = sum(one.is_open for one in systems)
    return f"Draft: {say.counted(count, 'assessment is', 'assessments are')} open" if count else ""


def _foot(systems: Sequence[Weighed], period: Period, company: str, made_on: str) -> str:
    seal = together(systems)
    facts = (
        say.counted(len(systems), "active system"),
        str(period),
        *((long_date(made_on),) if made_on else ()),
    )
    told = ", ".join(fact for fact in facts if fact)
    sealed = f" Seals together\u00a0{seal}." if seal else ""
    return f"{owner(company)}{told}. Self-assessments, not an audit.{sealed}"
