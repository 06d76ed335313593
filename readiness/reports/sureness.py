"""Coverage and confidence → what the answers stand on, in a bar and a few sentences (domain §2.4)."""

from collections.abc import Iterator

from readiness.domain.outcome import Outcome
from readiness.domain.scoring import half_up
from readiness.reports import sentences as say
from readiness.reports.facts import Certainty, HowSure, Share


def how_sure(outcome: Outcome) -> HowSure:
    """Say how far the score can be trusted."""
    shares = tuple(_shares(outcome))
    finding = ", ".join(f"{share.count} {share.words}" for share in shares)
    return HowSure(
        shares=shares,
        finding=f"{finding}." if finding else "Nothing is answered.",
        sentences=tuple(_sentences(outcome)),
    )


def _shares(outcome: Outcome) -> Iterator[Share]:
    sure, counts = outcome.score.sureness, outcome.score.counts
    all_shares: tuple[tuple[Certainty, int, str], ...] = (
        ("evidenced", sure.evidenced, "evidenced"),
        ("informed", sure.informed, "informed"),
        ("guess", sure.guess, "guess" if sure.guess == 1 else "guesses"),
        ("unknown", counts.unknown, "unknown"),
        ("not_asked", counts.not_asked, "not asked"),
    )
    for certainty, count, words in all_shares:
        if count:
            yield Share(certainty=certainty, count=count, words=words)


def _sentences(outcome: Outcome) -> Iterator[str]:
    score, counts = outcome.score, outcome.score.counts
    applies = (
        f", {say.counted(counts.not_applicable, 'does', 'do')} not apply" if counts.not_applicable else ""
    )
    again = say.re_asked(outcome)
    yield f"{counts.asked} of {counts.total} asked{applies}." + (f" {again}." * bool(again))
    if counts.unknown:
        yield "Unknown counts as 0 until someone looks; the range shows what it could be."
    if counts.not_asked and counts.asked:
        yield "Not asked counts as 0 for gates and is left out of the score."
    if counts.provisional:
        yield f"{say.counted(counts.provisional, 'answer is', 'answers are')} provisional: {_OPEN}."
    alone = sum(fact.undiscussed for fact in outcome.counted.values())
    if alone:
        yield f"{say.counted(alone, 'answer')} of one side alone, not discussed."
    if counts.not_applicable and score.displayed is not None and score.strict_score is not None:
        yield f"With what does not apply counted as 0 the score is {half_up(score.strict_score)}."
    if outcome.assessment.scope == "quick":
        yield "Orientation: between two quarters such a score moves by about 10 points of its own accord."
    if outcome.assessment.assumed:
        yield "The growth target is engineering’s assumption."


_OPEN = "nothing is agreed yet, so the lower side counts"
