"""Pieces fill pages: nothing is cut, what belongs together stays together."""

from readiness.reports.flow import Piece, Placed, height_of, paginate
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

    assert heights(pages) == [[50, 30], [30, 30], [30, 30, 30]]


def test_the_head_of_a_table_is_repeated_where_the_page_breaks() -> None:
    head = a_piece(8)
    pages = paginate([a_piece(60), a_piece(50, again=head)], 100)

    assert heights(pages) == [[60], [8, 50]]
    assert pages[1][1].top == 8


def test_nothing_is_one_empty_page() -> None:
    assert paginate([], 100) == [[]]


def test_height_counts_the_room_above() -> None:
    assert height_of([a_piece(10), a_piece(20, before=5)]) == 35
