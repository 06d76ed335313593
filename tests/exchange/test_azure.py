"""An exported review comes in with its past answers, whatever its age, and says what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reviews import ASKED, BACKUPS, HEAD, NONE, RECOMMENDED, RULE, USUAL, a_review, answer, asked, one_of

from readiness.domain.attaining import attainable
from readiness.domain.period import Period
from readiness.domain.questionnaire import MOST_PRACTICES, Questionnaire
from readiness.exchange.foreign import Foreign
from readiness.exchange.importers import read_foreign

if TYPE_CHECKING:
    from readiness.errors import Fault

LENSES = Path(__file__).resolve().parents[3] / "shared" / "data" / "lenses"


def nobody(_reference: str) -> Questionnaire | None:
    return None


def read(content: bytes) -> Foreign:
    return read_foreign(content, "review.csv", nobody)


def taken(content: bytes) -> tuple[Questionnaire, Foreign]:
    file = read(content)
    assert file.questionnaire is not None, file.faults
    return file.questionnaire, file


def faults(*rows: tuple[str, ...]) -> list[tuple[str, str, int, int]]:
    return [(one.severity, one.code, one.line, one.column) for one in read(a_review(*rows)).faults]


def levels(*ticked: str, answers: tuple[str, ...] = BACKUPS) -> int | None:
    asks, file = taken(a_review(asked("How are backups made?", *ticked, answers=answers)))
    given = file.answers.get(asks.questions[0].id)
    return None if given is None else given.level


def test_categories_become_pillars_and_answers_practices() -> None:
    asks, file = taken(USUAL)
    assert (asks.id, asks.version, asks.title) == ("shop-review", "1.0", "Shop review")
    assert [(pillar.id, pillar.name) for pillar in asks.pillars] == [
        ("RE", "Reliability"),
        ("SE", "Security"),
    ]
    backups = asks.questions[0]
    assert [practice.title for practice in backups.practices] == [*BACKUPS, NONE]
    assert [practice.alone for practice in backups.practices] == [False] * 4 + [True]
    assert file.period == Period(2025, 4)
    assert file.faults == ()


def test_what_was_selected_comes_as_ticks_with_its_level_and_note() -> None:
    asks, file = taken(USUAL)
    backups, load, products = (file.answers[question.id] for question in asks.questions)
    assert (len(backups.ticked), backups.level, backups.note) == (2, 2, "Since May")
    assert (load.ticked, load.level) == (("none",), 0)
    assert products.level is not None, "it is kept"
    assert asks.questions[2].weight == 0, "and not scored"


@pytest.mark.parametrize(
    ("ticked", "level"), [(0, None), (1, 1), (2, 2), (3, 3), (4, 4)], ids=["none", "1", "2", "3", "all"]
)
def test_the_share_of_what_is_ticked_makes_the_level(ticked: int, level: int | None) -> None:
    assert levels(*BACKUPS[:ticked]) == level


def test_a_share_of_seven_is_rounded_down() -> None:
    answers = tuple(f"Practice {number}" for number in range(7))
    found = [levels(*answers[:ticked], answers=answers) for ticked in range(1, 8)]
    assert found == [0, 1, 1, 2, 2, 3, 4]


def test_a_share_of_two_can_only_come_to_three_levels() -> None:
    asks, _ = taken(USUAL)
    assert [attainable(question) for question in asks.questions] == [(0, 1, 2, 3, 4), (0, 2, 4), (4,)]


def test_the_preview_says_by_which_rule_and_what_is_not_taken_over() -> None:
    _, file = taken(USUAL)
    told = " ".join(file.told)
    assert "Exported on Nov 17, 2025." in told
    assert "Moderate, 61 of 164" in told
    assert "2 from half" in told
    assert "1 question has no “none of the above”" in told
    assert "Every question weighs the same" in told


def test_the_ids_are_the_same_in_whatever_order_the_next_file_has_them() -> None:
    first, second = asked("How are backups made?"), asked("How is load shed?")
    one, _ = taken(a_review(first, second))
    other, _ = taken(a_review(second, first[::-1]))
    assert set(one.by_id) == set(other.by_id)
    assert {p.id for p in one.questions[0].practices} == {p.id for p in other.questions[1].practices}


def test_an_older_export_has_no_header_over_its_answers_and_fewer_columns() -> None:
    older = tuple(row.replace(",CompleteY/N,Note", "").removesuffix(",N,") for row in RECOMMENDED)
    rows = asked("How are backups made?", BACKUPS[0])
    asks, file = taken(a_review(rows, header="", recommended=older))
    newer, _ = taken(a_review(rows))
    assert asks.by_id == newer.by_id
    assert file.answers[asks.questions[0].id].level == 1


def test_line_ends_marks_and_encodings_make_no_difference() -> None:
    plain, file = taken(USUAL)
    for content in (
        USUAL.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + USUAL,
        USUAL.decode().encode("utf-16"),
        USUAL.replace(b",", b";").replace(b"17;", b"17,"),
    ):
        asks, again = taken(content)
        assert (asks.pillars, again.answers, again.period) == (plain.pillars, file.answers, file.period)


def test_the_file_is_kept_word_for_word() -> None:
    asks, _ = taken(USUAL.replace(b"\n", b"\r\n"))
    assert asks.source is not None
    assert asks.source.text.encode() == USUAL.replace(b"\n", b"\r\n")


def test_a_title_without_a_day_says_no_quarter() -> None:
    asks, file = taken(a_review(asked("Backups?", BACKUPS[0]), head=("first-run,,,", *HEAD[1:])))
    assert (asks.title, file.period) == ("first-run", None)


def test_recommendations_weigh_only_where_they_name_every_question() -> None:
    named = (RECOMMENDED[0], "Reliability,RE:01 - Backups are taken.,,High,RE:01,,80,,N,")
    alone, file = taken(a_review(asked("How are backups made?"), recommended=named))
    assert alone.questions[0].weight == 4.0
    assert "Reliability weigh what the recommendations say" in " ".join(file.told)
    load = asked("How is load shed?", answers=("Queues are bounded.",))
    both, _ = taken(a_review(asked("How are backups made?"), load, recommended=named))
    assert [question.weight for question in both.questions] == [1.0, 1.0]
    two = (*named, "Reliability,RE:02 - Restores are timed.,,High,RE:02,,40,,N,")
    doubtful, _ = taken(a_review(asked("How are backups made?"), recommended=two))
    assert doubtful.questions[0].weight == 1.0


def test_every_fault_is_told_with_its_line_and_column() -> None:
    first = len(HEAD) + len(RECOMMENDED) + len(RULE) + 2
    rows = (
        "Reliability,,Backups are taken.,,",
        "Reliability,Backups?,Backups are taken.,Yes,",
        ",Backups?,,,",
        "Reliability,Backups?,Tested,Tested,,,,,left over",
        "Reliability,Backups?,Tested,,",
    )
    assert faults(rows) == [
        ("error", "missing-cell", first, 2),
        ("error", "not-the-answer", first + 1, 4),
        ("error", "missing-cell", first + 2, 1),
        ("error", "missing-cell", first + 2, 3),
        ("warning", "extra-cell", first + 3, 9),
        ("warning", "duplicate-answer", first + 4, 3),
    ]


def test_none_of_the_above_beside_others_is_told_and_counts_for_nothing() -> None:
    rows = asked("How are backups made?", BACKUPS[0], NONE)
    assert [one[:2] for one in faults(rows)] == [("warning", "none-and-others")]
    asks, file = taken(a_review(rows))
    given = file.answers[asks.questions[0].id]
    assert (len(given.ticked), given.level) == (2, 1), "kept as it is, scored as what is practised"


def test_scores_and_weights_that_are_none_are_told_and_borne() -> None:
    head = tuple(line.replace("'23/100'", "good") for line in HEAD)
    recommended = tuple(line.replace(",80,", ",much,") for line in RECOMMENDED)
    file = read(a_review(asked("Backups?"), head=head, recommended=recommended))
    assert [(one.code, one.line) for one in file.faults] == [("not-a-score", 5), ("not-a-number", 12)]
    assert file.questionnaire is not None


def test_more_answers_than_can_be_shown_are_refused() -> None:
    many = tuple(f"Practice {number}" for number in range(MOST_PRACTICES))
    assert [one[1] for one in faults(asked("Backups?", answers=many))] == ["too-many"]
    assert faults(asked("Backups?", answers=many[:-1])) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\n".join(line.encode() for line in HEAD), "no-answers"),
        (a_review(), "no-answers"),
        (b"\n".join(line.encode() for line in (*HEAD, *RULE[:1])), "no-answers"),
        (a_review(("Reliability,Backups?,\x07,,",)), "control-character"),
        (USUAL + b'"Reliability,never closed', "not-a-table"),
        ("Your overall results,Größe".encode("latin-1"), "not-utf-8"),
    ],
    ids=["no rule", "no rows", "nothing", "bell", "quote", "latin-1"],
)
def test_what_is_no_review_is_refused_with_its_line(content: bytes, code: str) -> None:
    found: tuple[Fault, ...] = read(content).faults
    assert [one.code for one in found] == [code]
    assert found[0].line >= 1


def test_categories_that_come_again_are_one_pillar() -> None:
    rows = (
        asked("How are backups made?"),
        (answer("Security", "Who may enter?", "Everybody"), answer("Security", "Who may enter?", NONE)),
        asked("How is load shed?"),
        one_of("How many products?"),
    )
    asks, _ = taken(a_review(*rows))
    assert [(pillar.name, len(pillar.questions)) for pillar in asks.pillars] == [
        ("Reliability", 2),
        ("Security", 2),
    ]
    assert ASKED.startswith("Category,Question")


@pytest.mark.shared
def test_a_real_review_comes_in_whole() -> None:
    path = next(LENSES.glob("Azure__*.csv"))
    asks, file = taken(path.read_bytes())
    assert (asks.id, len(asks.pillars), len(asks.questions)) == ("azure-well-architected-review", 5, 60)
    assert len(file.answers) == 60
    assert {answer.level for answer in file.answers.values()} == {0}
    assert asks.source is not None
    assert asks.source.text.encode() == path.read_bytes()
    assert file.faults == ()
