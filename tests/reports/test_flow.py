"""Pieces fill pages: nothing is cut, what belongs together stays together."""

from readiness.reports.flow import Piece, Placed, balanced, filled, height_of, paginate
from readiness.reports.pen import Pen


def draw(_pen: Pen, _x: float, _top: float) -> None:
    """Draw nothing."""


def a_piece(height: float, *, before: float = 0.0, keeps: bool = False, again: Piece | None = None) -> Piece:
    return Piece(height, draw, before, keeps, again)


def heights(pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.piece.height for placed in page] for page in pages]


def test_pieces_stand_under_one_another_with_their_room_above() -> None:
    (page,) = paginate([a_piece(10), a_piece(20, before=5), a_piece(30, before=7)], 100)

    assert [placed.top for placed in page] == [0, 15, 42]


def test_a_full_page_is_followed_by_another_without_room_at_its_top() -> None:
    pages = paginate([a_piece(60), a_piece(60, before=5)], 100)

    assert heights(pages) == [[60], [60]]
    assert pages[1][0].top == 0


def test_a_heading_moves_with_what_it_heads() -> None:
    pages = paginate([a_piece(70), a_piece(10, keeps=True), a_piece(30)], 100)

    assert heights(pages) == [[70], [10, 30]]


def test_without_being_tied_the_heading_would_stay_behind() -> None:
    pages = paginate([a_piece(70), a_piece(10), a_piece(30)], 100)

    assert heights(pages) == [[70, 10], [30]]


def test_what_is_tied_and_higher_than_a_page_still_flows() -> None:
    pages = paginate([a_piece(50), *(a_piece(30, keeps=True) for _ in range(5)), a_piece(30)], 100)

    assert heights(pages) == [[50], [30, 30, 30], [30, 30, 30]]


def test_a_heading_never_stands_alone_at_the_foot_whatever_follows_it() -> None:
    heading, rows = a_piece(10, keeps=True), [a_piece(30, keeps=True) for _ in range(5)]
    pages = paginate([a_piece(70), heading, *rows], 100)

    assert heights(pages)[0] == [70]
    assert heights(pages)[1][:2] == [10, 30]


def test_a_few_lines_that_run_over_are_taken_back_by_less_air() -> None:
    pages = balanced([a_piece(40), a_piece(40, before=15), a_piece(5, before=8)], 100)

    assert heights(pages) == [[40, 40, 5]]
    assert filled(pages[0]) <= 100


def test_a_remainder_takes_more_from_the_page_before() -> None:
    pages = balanced([a_piece(10) for _ in range(11)], 100)

    assert heights(pages) == [[10] * 8, [10] * 3]


def test_a_remainder_takes_the_head_of_its_table_along() -> None:
    head = a_piece(8)
    pages = balanced([a_piece(10, again=head) for _ in range(21)], 200)

    assert heights(pages)[1][0] == 8
    assert filled(pages[1]) >= 50


def test_pages_before_the_last_two_stay_as_they_are() -> None:
    head = a_piece(10)
    pieces = [a_piece(10, again=head) for _ in range(20)]

    assert heights(balanced(pieces, 100))[0] == heights(paginate(pieces, 100))[0]
    assert sum(len(page) for page in balanced(pieces, 100)) == 22


def test_what_cannot_be_shared_stays_as_it_is() -> None:
    pieces = [a_piece(100), a_piece(10)]

    assert heights(balanced(pieces, 100)) == [[100], [10]]


def test_the_head_of_a_table_is_repeated_where_the_page_breaks() -> None:
    head = a_piece(8)
    pages = paginate([a_piece(60), a_piece(50, again=head)], 100)

    assert heights(pages) == [[60], [8, 50]]
    assert pages[1][1].top == 8


def test_nothing_is_one_empty_page() -> None:
    assert paginate([], 100) == [[]]


def test_height_counts_the_room_above() -> None:
    assert height_of([a_piece(10), a_piece(20, before=5)]) == 35
