"""Text: it elides or wraps, it never clips, and what people write stays plain."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from pytestqt.qtbot import QtBot
from spoken import spoken_name

from readiness.domain.word_changes import word_changes
from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.marked_text import MarkedText
from readiness.ui.widgets.prompt import Prompt
from readiness.ui.widgets.text import Text
from readiness.ui.widgets.text_block import TextBlock
from readiness.ui.widgets.wrapping import wrap

LONG = "Orders database connections on the busiest primary, seen at peak"
ANCHOR = "Every critical journey survives the loss of any single component; tested in the last two quarters."


def test_a_name_that_does_not_fit_keeps_its_whole_text_in_the_tooltip(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, LONG)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 24)
    assert label.toolTip() == LONG
    label.resize(900, 24)
    assert label.toolTip() == ""


def test_a_narrow_label_paints_nothing_beyond_its_edge(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, LONG)
    qtbot.addWidget(label)
    label.resize(120, 24)
    image = label.grab().toImage()
    ground = image.pixelColor(119, 1)
    assert all(image.pixelColor(119, y) == ground for y in range(24))


def test_markup_from_people_stays_text(qtbot: QtBot, theme: Theme) -> None:
    hostile = '<b>bold</b> <img src="file:///etc/passwd"> &amp;'
    for label in (Text(theme, hostile), TextBlock(theme, hostile)):
        qtbot.addWidget(label)
        assert label.sizeHint().width() > 250
        assert spoken_name(label) == hostile


def test_what_nobody_can_see_is_shown_as_its_code(qtbot: QtBot, theme: Theme) -> None:
    name = "Check\u202etuo\x07"
    for label in (Text(theme, name), TextBlock(theme, name)):
        qtbot.addWidget(label)
        assert label.text() == "Check⟨U+202E⟩tuo⟨U+0007⟩"
    assert wrap(name, theme.font("body"), 900) == ("Check⟨U+202E⟩tuo⟨U+0007⟩",)
    assert (painted_width(theme, name), painted_width(theme, "Checkout")) == (
        painted_width(theme, "Check⟨U+202E⟩tuo⟨U+0007⟩"),
        QFontMetricsF(theme.font("body")).horizontalAdvance("Checkout"),
    )


def test_a_mark_stands_under_its_word_behind_an_emoji_too(qtbot: QtBot, theme: Theme) -> None:
    _, came = word_changes("🚀🚀 Are backups taken?", "🚀🚀 Are backups restored?")
    text = MarkedText(theme, came, "came")
    qtbot.addWidget(text)
    (mark,) = text._formats()
    units = text.text.encode("utf-16-le")
    start = 2 * mark.start
    assert units[start : start + 2 * mark.length].decode("utf-16-le") == "restored"


def test_what_turns_the_direction_of_a_text_is_a_change_that_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    _, came = word_changes("Are backups taken?", "Are \u202ebackups taken?")
    text = MarkedText(theme, came, "came")
    qtbot.addWidget(text)
    assert text.text == "Are ⟨U+202E⟩backups taken?"
    (mark,) = text._formats()
    assert text.text[mark.start : mark.start + mark.length] == "⟨U+202E⟩"


def painted_width(theme: Theme, text: str) -> float:
    image = QPixmap(600, 40)
    painter = QPainter(image)
    try:
        return drawing.words(painter, QPointF(0, 20), text, theme.font("body"), theme.color("ink"))
    finally:
        painter.end()


def test_a_tooltip_shows_markup_of_people_letter_by_letter(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, '<img src="file:///etc/passwd"> on the busiest primary of all')
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 24)
    assert "&lt;img" in label.toolTip()
    assert "<img" not in label.toolTip()


def test_a_paragraph_is_as_high_as_its_lines(qtbot: QtBot, theme: Theme) -> None:
    block = TextBlock(theme, ANCHOR, "anchor")
    qtbot.addWidget(block)
    lines = block.lines(170)
    assert " ".join(lines) == ANCHOR
    assert block.heightForWidth(170) == len(lines) * theme.line("anchor")
    assert block.heightForWidth(900) < block.heightForWidth(170)


def test_an_empty_paragraph_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    block = TextBlock(theme, "")
    qtbot.addWidget(block)
    assert block.heightForWidth(200) == 0


def test_lines_beyond_the_most_are_elided(theme: Theme) -> None:
    font = theme.font("body")
    lines = wrap(ANCHOR, font, 200, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrap(ANCHOR, font, 200)[:1] == lines[:1]


@pytest.mark.parametrize("text", ["x" * 200, "https://wiki.example/" + "a" * 120, "日本語" * 40, "a\nb\n\nc"])
def test_no_line_is_wider_than_its_room(theme: Theme, text: str) -> None:
    font = theme.font("body")
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line) <= 201 for line in wrap(text, font, 200))


def test_line_breaks_of_people_are_kept(theme: Theme) -> None:
    assert wrap("one\ntwo", theme.font("body"), 400) == ("one", "two")


def test_a_prompt_steps_down_before_it_wraps(qtbot: QtBot, theme: Theme) -> None:
    prompt = Prompt(theme)
    qtbot.addWidget(prompt)
    prompt.setText("What happens to the busiest rows when writes double?")
    sizes = [prompt.size_at(width) for width in (1064, 900, 780, 500)]
    assert sizes[0] == 42
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 32
    assert prompt.heightForWidth(500) == 2 * 40
