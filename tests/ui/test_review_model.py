"""The rows of the table review and their order, without a window."""

from dataclasses import replace

import pytest
from builders import (
    a_pillar,
    a_question,
    a_questionnaire,
    a_topic,
    an_assessment,
    level,
    not_applicable,
    unknown,
)
from PySide6.QtCore import QModelIndex, Qt

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.lanes import Lanes
from readiness.domain.outcome import evaluate
from readiness.domain.reviewing import FLAGS
from readiness.ui.models.review_model import (
    AGREED,
    COMMENTS,
    ENGINEERING,
    ID,
    PRODUCT,
    QUESTION,
    SURE,
    WHY,
    ReviewModel,
)
from readiness.ui.models.review_rows import HIDDEN, NOTHING, Cell, ReviewRow, review_rows, sides_shown
from readiness.ui.pages.review.columns import shared_out
from readiness.ui.pages.review.jumping import jump

QUESTIONNAIRE = a_questionnaire(
    a_pillar(
        "ARC",
        a_topic(
            "MOD",
            a_question("ARC-01", gate=True, hurts_at=2),
            a_question("ARC-02", asked_of="engineering"),
            a_question("ARC-03"),
        ),
    ),
    a_pillar("DAT", a_topic("QRY", a_question("DAT-01"), a_question("DAT-02"))),
)


def met(**changes: object) -> Assessment:
    """Return a gate two apart, one side alone, equal with evidence, unknown with a note, agreed n/a."""
    product = {"ARC-01": level(3), "ARC-03": level(3, "evidenced"), "DAT-01": level(2)}
    engineering = {
        "ARC-01": level(1),
        "ARC-02": level(2, "guess"),
        "ARC-03": level(3, "evidenced"),
        "DAT-01": replace(unknown(), note="Nobody counts them."),
    }
    plain = an_assessment(
        QUESTIONNAIRE,
        {"DAT-02": not_applicable("No queue.")},
        product=product,
        engineering=engineering,
        mode="private",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names fields freely


def rows(assessment: Assessment) -> dict[str, ReviewRow]:
    return {row.id: row for row in review_rows(assessment, evaluate(assessment))}


@pytest.fixture
def model() -> ReviewModel:
    made = ReviewModel()
    made.set_rows(tuple(rows(met()).values()))
    return made


def column(model: ReviewModel, place: int) -> list[str]:
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def spoken(model: ReviewModel, row: int, place: int) -> str:
    return str(model.index(row, place).data(int(Qt.ItemDataRole.AccessibleTextRole)))


def test_a_row_says_what_both_said_how_sure_that_is_and_why_it_is_here() -> None:
    gate = rows(met())["ARC-01"]
    assert (gate.product, gate.engineering, gate.agreed.kind) == (Cell("level", 3), Cell("level", 1), "open")
    assert (gate.sure, gate.why, gate.apart) == ("informed", ("failing_gate", "apart"), 2)


def test_reasons_are_told_strongest_first_and_missing_evidence_only_alone(model: ReviewModel) -> None:
    assert column(model, WHY) == ["failing gate +1", "guess", "", "don’t know", ""]
    agreed = rows(met(agreed={"ARC-02": level(2)}))["ARC-02"]
    assert agreed.why == ("no_evidence",)


def test_a_carried_answer_says_from_which_quarter_it_stands(model: ReviewModel) -> None:
    stands = met(agreed={"ARC-02": replace(level(2), carried_from="2026-Q2")})
    row = rows(stands)["ARC-02"]
    assert (row.carried, row.why) == ("carried from 2026‑Q2", ())
    assert model.words(row, WHY) == "carried 2026‑Q2"
    assert "carried from 2026‑Q2" in model.sentence(row)
    assert rows(met(agreed={"ARC-02": level(2)}))["ARC-02"].carried == ""


def test_every_kind_of_cell_has_its_word(model: ReviewModel) -> None:
    assert column(model, PRODUCT) == ["3", "–", "3", "2", "–"]
    assert column(model, ENGINEERING) == ["1", "2", "3", "?", "–"]
    assert column(model, AGREED) == ["open", "open", "open", "open", "n/a"]
    assert column(model, SURE) == ["informed", "guess", "evidenced", "–", "–"]
    assert column(model, COMMENTS) == ["", "", "", "1", ""]


def test_hidden_answers_show_a_word_and_not_even_whether_there_is_one() -> None:
    hidden = met(revealed=False, agreed={"ARC-03": level(1)})
    nothing = met(revealed=False, agreed={"ARC-03": level(1)}, product={}, engineering={})
    assert rows(hidden) == rows(nothing)
    gate = rows(hidden)["ARC-01"]
    assert (gate.product, gate.engineering, gate.why) == (HIDDEN, HIDDEN, ())
    assert rows(hidden)["ARC-02"].product == NOTHING
    assert rows(hidden)["ARC-03"].agreed == Cell("level", 1)


def test_a_row_is_said_as_one_would_say_it(model: ReviewModel) -> None:
    assert spoken(model, 0, AGREED) == "ARC-01, Product 3, Engineering 1, agreed open, failing gate, 2 apart"
    assert spoken(model, 3, ID) == "DAT-01, Product 2, Engineering don’t know, agreed open, don’t know"
    assert spoken(model, 3, COMMENTS) == "1 comment"
    assert spoken(model, 4, AGREED) == "DAT-02, agreed does not apply"


def test_sides_are_called_by_the_names_the_system_gives_them(model: ReviewModel) -> None:
    model.set_names("Business", "")
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(8)]
    assert heads[PRODUCT : AGREED + 1] == ["Business", "Engineering", "Agreed"]
    assert spoken(model, 0, AGREED).startswith("ARC-01, Business 3, Engineering 1")


def test_several_filters_show_what_any_of_them_finds(model: ReviewModel) -> None:
    counts = model.counts()
    assert [counts[flag] for flag in FLAGS] == [4, 1, 1, 2, 1, 1, 1]
    model.choose({"guess"})
    assert list(model.shown) == ["ARC-02"]
    model.choose({"guess", "unknown", "failing_gate"})
    assert list(model.shown) == ["ARC-01", "ARC-02", "DAT-01"]
    model.choose(())
    assert len(model.shown) == model.total == 5


def test_a_row_that_was_just_agreed_stays_until_the_filter_is_chosen_again(model: ReviewModel) -> None:
    model.choose({"open"})
    model.set_rows(tuple(rows(met(agreed={"ARC-01": level(2)})).values()))
    assert (model.shown[0], column(model, AGREED)[0]) == ("ARC-01", "2")
    model.arrange_anew()
    assert "ARC-01" not in model.shown


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [
        (QUESTION, "ARC-01", "DAT-02"),
        (PRODUCT, "DAT-01", "DAT-02"),
        (ENGINEERING, "DAT-01", "DAT-02"),
        (AGREED, "ARC-01", "DAT-02"),
        (SURE, "ARC-02", "DAT-02"),
        (WHY, "ARC-01", "DAT-02"),
        (COMMENTS, "DAT-01", "DAT-02"),
    ],
)
def test_sorting_goes_up_then_down_then_back_to_the_questionnaire(
    model: ReviewModel, by: int, first: str, last: str
) -> None:
    model.sort_by(by)
    up = model.shown
    assert (up[0], up[-1], model.sorted_by) == (first, last, (by, False))
    model.sort_by(by)
    assert (model.shown, model.sorted_by) == (up[::-1], (by, True))
    model.sort_by(by)
    assert model.sorted_by == (ID, False)
    assert model.shown == tuple(question.id for question in QUESTIONNAIRE.questions)


def test_the_id_itself_turns_the_order_round(model: ReviewModel) -> None:
    model.sort_by(ID)
    assert (model.shown[0], model.sorted_by) == ("DAT-02", (ID, True))
    model.sort_by(ID)
    assert model.shown[0] == "ARC-01"


def test_no_cell_is_outside_the_table(model: ReviewModel) -> None:
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.row(99) is None
    assert model.data(QModelIndex()) is None
    assert model.row_of("XXX-01") == -1


def test_what_people_wrote_is_no_markup_in_a_tooltip() -> None:
    reason = "<b>No</b> queue."
    made = ReviewModel()
    made.set_rows(tuple(rows(met(agreed={"DAT-02": not_applicable(reason)})).values()))
    assert "&lt;b&gt;" in str(made.index(4, AGREED).data(int(Qt.ItemDataRole.ToolTipRole)))


def test_only_sides_that_answer_have_a_column() -> None:
    assert sides_shown(met()) == ("product", "engineering")
    assert sides_shown(met(lanes=Lanes(alone="engineering"))) == ("engineering",)
    live = met(mode="live", product={}, engineering={})
    assert sides_shown(live) == ()
    assert sides_shown(replace(live, engineering={"ARC-02": Answer(level=1)})) == ("engineering",)


def test_columns_take_all_the_room_and_the_least_important_go_first() -> None:
    for width in (1292, 1032, 800, 650, 516):
        widths = shared_out(width, ())
        assert sum(widths.values()) == width
        assert widths[AGREED] > 0
    assert shared_out(516, ())[WHY] == 0
    assert shared_out(800, ())[WHY] > 0
    assert shared_out(1292, {PRODUCT})[PRODUCT] == 0


def test_letters_jump_to_the_next_pillar_and_in_the_only_one_question_by_question() -> None:
    ids = ("ARC-01", "ARC-02", "AUT-01", "GRO-01", "GRO-02")
    assert [jump(ids, at, "a") for at in (0, 2, 3)] == [2, 0, 0]
    assert [jump(ids, at, "G") for at in (0, 3, 4)] == [3, 4, 3]
    assert jump(ids, 0, "z") == jump((), -1, "a") == -1
