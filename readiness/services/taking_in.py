"""Taking in what a response pack saved: a preview by question first, then what the caller decided.

One side's answers come back, often several files of it. A private answer may change until the reveal; what
is there is never overwritten without a word. What each person said is kept beside what their side says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from readiness.domain.assessment import NOT_ASKED, Answer, Assessment
from readiness.domain.counting import SIDES, Side
from readiness.domain.meeting import asked
from readiness.domain.voices import combine_voices
from readiness.errors import InputError, NotFoundError, SealedError
from readiness.exchange.bounded import read_content
from readiness.services.assessing import Assessing, AssessmentLine
from readiness.services.drafts import LONGEST_NAME
from readiness.services.foreign_files import read_response
from readiness.services.merging import Given, Imported
from readiness.storage.systems import folded

Stands = Literal["new", "same", "differs"]
Choice = Literal["mine", "theirs", "together"]
CHOICES: Final[tuple[Choice, ...]] = ("mine", "theirs", "together")

_KEPT: Final = "Nothing was stored."
_LONGEST_STAMP: Final = 40
_LISTED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One question of the file beside what the side says so far.

    ``theirs`` is the file's answer and ``mine`` the one that is there, each with who and when;
    ``together`` is what the side would say if everybody counted, ``people`` how many that are.
    """

    question: str
    stands: Stands
    theirs: Answer
    mine: Answer
    together: Answer
    people: int = 1
    is_heard: bool = False

    @property
    def several(self) -> bool:
        """Whether more than one person has answered."""
        return self.people > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingIn:
    """A preview: what a file would bring into which assessment. Nothing is written yet."""

    assessment_id: int
    reference: str
    side: Side
    side_name: str
    person: str
    questions: tuple[Compared, ...]

    def ids(self, stands: Stands) -> tuple[str, ...]:
        """Return the questions that are new, the same or different."""
        return tuple(one.question for one in self.questions if one.stands == stands)


def look_at_file(assessing: Assessing, path: Path, assessment_id: int | None = None) -> TakingIn:
    """Read a file that came back and compare it; ``assessment_id`` is the one it is meant for.

    Raises:
        FaultyFileError: the file has faults; every one is named.
        InputError: it cannot be read, or is not for this assessment, or holds what it should not.
        SealedError: the assessment is closed.
    """
    theirs = read_response(read_content(path), path.name, assessing.library.find)
    return look(assessing, theirs, assessment_id)


def look(assessing: Assessing, theirs: Assessment, assessment_id: int | None = None) -> TakingIn:
    """Compare a side's answers with the assessment they belong to; raises what ``look_at_file`` does."""
    id_ = _line_of(assessing, theirs).id
    mine = assessing.load(id_ if assessment_id is None else assessment_id)
    if assessment_id not in {None, id_}:
        raise _refused(
            f"The file is for {theirs.reference}, not for {mine.reference}.", "Open that one first."
        )
    _refuse_other_questions(mine, theirs)
    _refuse_frozen(mine)
    side = side_of(theirs)
    _refuse_not_asked(mine, theirs, side)
    if not mine.lanes.answers(side):
        raise _refused(f"{mine.lanes.called(side)} does not answer for {mine.system}.", "Ask the other side.")
    person = _person(theirs, side)
    heard = assessing.workspace.voices(id_, side)
    questions = tuple(
        _compare(question, mine.lane(side).get(question, NOT_ASKED), _plain(answer, person), heard)
        for question, answer in theirs.lane(side).items()
    )
    return TakingIn(
        assessment_id=id_,
        reference=mine.reference,
        side=side,
        side_name=mine.lanes.called(side),
        person=person,
        questions=questions,
    )


def take_in(assessing: Assessing, preview: TakingIn, choices: Mapping[str, Choice]) -> Imported:
    """Write what the preview showed; ``choices`` says by question what wins where answers differ.

    What is new comes in unless ``choices`` says *mine*.

    Raises:
        InputError: a question that differs has no choice, or something changed since the preview.
    """
    undecided = [one for one in preview.ids("differs") if choices.get(one) not in CHOICES]
    if undecided:
        raise _refused(
            f"Nobody has said what wins for {_listed(undecided)}.", "Choose mine, theirs or together."
        )
    mine = assessing.load(preview.assessment_id)
    _refuse_frozen(mine)
    written = {one.question: answer for one in preview.questions if (answer := _winner(one, choices))}
    for one in preview.questions:
        if not mine.lane(preview.side).get(one.question, NOT_ASKED).says_the_same(one.mine):
            raise _refused(f"{one.question} changed meanwhile.", "Look at the file again.")
    theirs = _alone(mine, preview.side, written)
    assessing.import_answers(theirs, merge="theirs", voices=_voices(preview, choices))
    return _told(preview, written)


def is_response(assessment: Assessment) -> bool:
    """Say whether a file reads like what a response pack saved: one side, one person of it, no agreement."""
    given = [side for side in SIDES if assessment.lane(side)]
    people = [one.lane for one in assessment.participants]
    return not assessment.agreed and len(given) == 1 and people == given


def comes_back(assessing: Assessing, theirs: Assessment) -> bool:
    """Say whether a file is to be taken in as one side’s private answers, not as a whole assessment."""
    line = next((one for one in _lines_of(assessing, theirs) if _is_for(one, theirs)), None)
    return is_response(theirs) or (line is not None and not assessing.load(line.id).revealed)


def side_of(theirs: Assessment) -> Side:
    """Return whose answers a file holds.

    Raises:
        InputError: it holds another lane's answers too, or none at all.
    """
    given = [side for side in SIDES if theirs.lane(side)]
    if theirs.agreed or len(given) > 1:
        also = "agreed answers" if theirs.agreed else "the answers of both sides"
        raise _refused(
            f"The file holds {also}, and what comes back holds one side’s alone.",
            "Ask for the file again, or take the rest out of it.",
        )
    if not given:
        raise _refused("The file holds no answers.", "Ask for the file again.")
    others = [one.lane for one in theirs.participants if one.lane != given[0]]
    if others:
        raise _refused(
            f"The file says it comes from {others[0]}, but holds answers of {given[0]}.",
            "Ask for the file again.",
        )
    return given[0]


def _line_of(assessing: Assessing, theirs: Assessment) -> AssessmentLine:
    lines = _lines_of(assessing, theirs)
    line = next((one for one in lines if _is_for(one, theirs)), None)
    if line is not None:
        return line
    remedy = f"Assessments of {theirs.system}: {', '.join(one.period for one in lines)}."
    if not lines:
        systems = ", ".join(sorted(system.name for system in assessing.home())) or "none yet"
        remedy = f"Systems with an assessment: {systems}."
    raise NotFoundError(
        f"The file is for {theirs.reference}, and there is no such assessment here.",
        safe=_KEPT,
        remedy=remedy,
    )


def _lines_of(assessing: Assessing, theirs: Assessment) -> tuple[AssessmentLine, ...]:
    name = folded(theirs.system)
    return tuple(
        line for system in assessing.home() if folded(system.name) == name for line in system.assessments
    )


def _is_for(line: AssessmentLine, theirs: Assessment) -> bool:
    return (line.period, line.revision) == (str(theirs.period), theirs.revision)


def _refuse_other_questions(mine: Assessment, theirs: Assessment) -> None:
    if (mine.questionnaire.reference, mine.scope) != (theirs.questionnaire.reference, theirs.scope):
        raise _refused(
            f"{mine.reference} asks {mine.questionnaire.reference} ({mine.scope}); "
            f"the file answers {theirs.questionnaire.reference} ({theirs.scope}).",
            "Make a new page from this assessment.",
        )


def _refuse_frozen(mine: Assessment) -> None:
    if mine.sealed:
        raise SealedError(
            f"{mine.reference} is sealed, so nothing can be brought into it.",
            safe=_KEPT,
            remedy="Start a revision first.",
        )
    if mine.revealed:
        raise _refused(
            f"The private answers of {mine.reference} are revealed, so they no longer change.",
            "Agree on the questions in the meeting instead.",
        )


def _refuse_not_asked(mine: Assessment, theirs: Assessment, side: Side) -> None:
    own = {question.id for question in asked(mine.questionnaire, side)}
    others = [id_ for id_ in theirs.lane(side) if id_ not in own]
    if others:
        raise _refused(
            f"{mine.lanes.called(side)} is not asked {_listed(others)}, but the file answers.",
            "Ask for the file again.",
        )


def _person(theirs: Assessment, side: Side) -> str:
    """Return who answered; empty where nobody said so."""
    names = {answer.by for answer in theirs.lane(side).values()}
    names |= {one.name for one in theirs.participants}
    if len(names) > 1:
        raise _refused(
            f"The file holds answers of {len(names)} people, and each sends their own.",
            "Ask everybody for their file.",
        )
    name = next(iter(names)).strip()
    if len(name) > LONGEST_NAME or len(name.splitlines()) > 1:
        raise _refused(
            f"A name has one line of {LONGEST_NAME} characters at most.", "Shorten it in the file."
        )
    return name


def _plain(answer: Answer, person: str) -> Answer:
    """Return what a person can say in a response; where it was carried from, say, is not theirs to tell."""
    return Answer(
        level=answer.level,
        unknown=answer.unknown,
        not_applicable=answer.not_applicable,
        confidence=answer.confidence,
        note=answer.note,
        evidence=answer.evidence,
        ticked=answer.ticked,
        left_out=answer.left_out,
        by=person,
        at=answer.at if _is_moment(answer.at) else "",
    )


def _is_moment(text: str) -> bool:
    try:
        return len(text) <= _LONGEST_STAMP and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _compare(
    question: str, mine: Answer, theirs: Answer, heard: Mapping[str, Mapping[str, Answer]]
) -> Compared:
    known = heard.get(question, {})
    is_heard = theirs.by in known and known[theirs.by].says_the_same(theirs)
    voices = _in_order({**known, theirs.by: theirs})
    # What nobody said alone and all did not say together was given on its own, and counts as one more.
    explained = [*known.values(), combine_voices(_in_order(known)), NOT_ASKED]
    is_own = not any(mine.says_the_same(one) for one in explained)
    said = [mine, *voices] if is_own else voices
    stands: Stands = "differs"
    if mine == NOT_ASKED:
        stands = "new"
    elif is_heard or mine.says_the_same(theirs):
        stands = "same"
    return Compared(
        question=question,
        stands=stands,
        theirs=theirs,
        mine=mine,
        together=combine_voices(said),
        people=len(said),
        is_heard=is_heard,
    )


def _in_order(voices: Mapping[str, Answer]) -> list[Answer]:
    """Return answers by name, so that the same people always say the same together."""
    return [voices[name] for name in sorted(voices)]


def _winner(one: Compared, choices: Mapping[str, Choice]) -> Answer | None:
    """Return what to write for a question; nothing where what is there stays."""
    choice = choices.get(one.question, "theirs" if one.stands == "new" else "mine")
    if one.stands == "same" or choice == "mine":
        return None
    return one.theirs if choice == "theirs" else one.together


def _voices(preview: TakingIn, choices: Mapping[str, Choice]) -> list[Given]:
    """Return the person's own answers where the side's are written in nobody's name, or are the same."""
    if not preview.person:
        return []
    return [
        (one.question, preview.side, one.theirs)
        for one in preview.questions
        if not one.is_heard
        and (one.stands == "same" or (choices.get(one.question) == "together" and one.several))
    ]


def _alone(mine: Assessment, side: Side, written: Mapping[str, Answer]) -> Assessment:
    product, engineering = (written if side == "product" else {}, written if side == "engineering" else {})
    return replace(mine, agreed={}, product=product, engineering=engineering)


def _told(preview: TakingIn, written: Mapping[str, Answer]) -> Imported:
    return Imported(
        id=preview.assessment_id,
        reference=preview.reference,
        new=tuple(id_ for id_ in preview.ids("new") if id_ in written),
        changed=tuple(id_ for id_ in preview.ids("differs") if id_ in written),
        unchanged=tuple(one.question for one in preview.questions if one.question not in written),
    )


def _listed(ids: list[str]) -> str:
    more = len(ids) - _LISTED
    return f"{', '.join(ids[:_LISTED])}{f' and {more} more' if more > 0 else ''}"


def _refused(happened: str, remedy: str) -> InputError:
    return InputError(happened, safe=_KEPT, remedy=remedy)
