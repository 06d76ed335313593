"""Text on paper: nothing is lost between what was typed and what is drawn."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.reports.codes import code_of
from readiness.reports.faces import is_covered, runs
from readiness.reports.right_to_left import as_typed, is_turned
from readiness.reports.text import BODY, BODY_STRONG, Line, Span, clamp, fit, spans, width, wrap


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [made.text.rstrip() for made in lines]


def squashed(text: str) -> str:
    """Return a text without its spaces, each character as it is printed."""
    return "".join(
        char if is_covered(char) else code_of(char) for char in text if char not in " \t\r\n"
    ).replace(" ", "")


def test_words_go_to_the_next_line_whole() -> None:
    room = width("What happens to", BODY)

    assert texts(wrap([Span("What happens to the excess", BODY)], room)) == ["What happens to", "the excess"]


def test_a_word_wider_than_the_line_is_cut_and_complete() -> None:
    lines = wrap([Span("W" * 500, BODY)], 100.0)

    assert len(lines) > 10
    assert "".join(made.text for made in lines) == "W" * 500
    assert all(made.width <= 100.01 for made in lines)


def test_line_breaks_that_were_typed_are_kept() -> None:
    assert texts(wrap([Span("one\r\ntwo\rthree\n\nfive", BODY)], 200.0)) == [
        "one",
        "two",
        "three",
        "",
        "five",
    ]


def test_a_word_may_go_on_in_another_style() -> None:
    (made,) = wrap(spans(("Safe", BODY_STRONG), ("ty. It is known", BODY)), 400.0)

    assert made.text == "Safety. It is known"
    assert [run.text for run in made.runs] == ["Safe", "ty. It is known"]


def test_a_quarter_is_never_broken() -> None:
    lines = wrap([Span("the plan needs 10× by 2027-Q2", BODY)], width("the plan needs 10× by 2027-", BODY))

    assert texts(lines) == ["the plan needs 10× by", "2027-Q2"]


def test_a_line_may_end_behind_a_dash_between_words() -> None:
    lines = wrap([Span("Product–engineering", BODY)], width("Product–engin", BODY))

    assert texts(lines) == ["Product–", "engineering"]


def test_a_short_text_keeps_its_words_and_a_long_one_says_that_it_goes_on() -> None:
    assert fit("Orders", BODY, 100.0).text == "Orders"
    cut = fit("Orders database connections of the northern region", BODY, 100.0)

    assert cut.text.endswith("…")
    assert cut.width <= 100.01


def test_clamped_lines_say_that_they_go_on() -> None:
    lines = wrap([Span("one two three four five six seven eight", BODY)], 60.0)

    assert len(clamp(lines, 2, 60.0)) == 2
    assert clamp(lines, 2, 60.0)[-1].text.endswith("…")
    assert clamp(lines, len(lines), 60.0) == lines
    assert clamp(lines, 0, 60.0) == ()


def test_clamped_text_with_typed_line_breaks_says_that_it_goes_on() -> None:
    cut = clamp(wrap([Span("one\n\n\ntwo\nthree\nfour " + "x" * 60, BODY)], 100.0), 2, 100.0)

    assert cut[0].text == "one"
    assert cut[-1].text.endswith("…")


def test_empty_lines_at_the_end_are_no_loss() -> None:
    assert [made.text for made in clamp(wrap([Span("one\n\n\n", BODY)], 100.0), 1, 100.0)] == ["one"]


@pytest.mark.parametrize("text", ["Zażółć gęślą", "Ελληνικά", "Кириллица", "→ ≥ ✓ ▽", "“quoted” – ’s"])
def test_latin_greek_cyrillic_and_signs_are_drawn(text: str) -> None:
    assert "".join(part for _, part in runs(text, "regular")) == text


def test_the_second_face_stands_in_for_the_first() -> None:
    names = [used.name for used, _ in runs("a قا b", "regular")]

    assert names == ["ReadinessInter-Regular", "DejaVuSans", "ReadinessInter-Regular"]


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("🚀", "⟨U+1F680⟩"),
        ("ꀀ", "⟨U+A000⟩"),
        ("\u202e", "⟨U+202E⟩"),
        ("\u200b", "⟨U+200B⟩"),
        ("\x00", "⟨U+0000⟩"),
        ("\x0b", "⟨U+000B⟩"),
        ("\ud800", "⟨U+D800⟩"),
    ],
)
def test_what_no_face_has_and_what_hides_is_printed_as_its_code(char: str, code: str) -> None:
    assert "".join(part for _, part in runs(f"a{char}b", "regular")) == f"a{code}b"


@given(st.text(), st.floats(20.0, 400.0))
def test_whatever_is_typed_is_drawn(text: str, room: float) -> None:
    drawn = re.sub(r"\s", "", "".join(made.text for made in wrap([Span(text, BODY)], room)))
    typed = re.sub(r"\s", "", squashed(text))

    assert in_any_order(drawn) == in_any_order(typed) if is_turned(typed) else drawn == typed


def in_any_order(text: str) -> list[str]:
    """Return the letters as typed, however a line is turned; a bracket of a turned one is drawn mirrored."""
    letters = as_typed(text)
    return sorted(char for char in letters if not unicodedata.mirrored(char))


@given(st.text(alphabet="ab –/W0", max_size=200))
def test_no_line_is_wider_than_its_room(text: str) -> None:
    assert all(made.width <= 60.01 for made in wrap([Span(text, BODY)], 60.0))
