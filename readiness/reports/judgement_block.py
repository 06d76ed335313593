"""The score against its mark, pillar by pillar and as a whole, and how sure it is."""

from typing import Final

from readiness.reports.charts.bullets import bullets_piece, draw_bars
from readiness.reports.charts.sure import sure_piece
from readiness.reports.facts import ScoreFigure, Summary
from readiness.reports.flow import Piece, beside, paragraph, stacked
from readiness.reports.pen import Pen
from readiness.reports.sheets import WIDTH
from readiness.reports.structure import Node
from readiness.reports.summary_blocks import heading
from readiness.reports.text import BODY, BODY_STRONG, CAPTION, KEY_FIGURE, spans, width, wrap

_PILLARS: Final = 300.0
_SURE_LEFT: Final = 326.0


def judgement(facts: Summary, parent: Node) -> Piece:
    """Return the pillars at the left, the score and how sure it is at the right."""
    left = stacked(
        [
            heading(facts.pillars.title, parent, _PILLARS),
            bullets_piece(facts.pillars, parent, _PILLARS).after(1),
        ]
    )
    room = WIDTH - _SURE_LEFT
    sentences = " ".join(facts.sure.sentences)
    right = [heading("Score", parent, room), score_piece(facts.score, parent, room).after(2)]
    right.append(heading("How sure", parent, room).after(9))
    if facts.sure.shares:
        right.append(sure_piece(facts.sure, parent, room).after(4))
    right.append(paragraph(parent.add("P"), spans((sentences, CAPTION)), room).after(3))
    return beside([(0, left), (_SURE_LEFT, stacked(right))])


def score_piece(facts: ScoreFigure, parent: Node, room: float) -> Piece:
    """Return the score with its word, its range and its mark."""
    node = parent.add("Figure", alt=facts.finding)
    figure = width(facts.shown, KEY_FIGURE) + 10 if facts.shown else 0.0
    label = wrap(spans((facts.label, BODY_STRONG)), room - figure)
    plausible = f"plausible range {facts.plausible}" if facts.plausible else ""
    mark = wrap(spans((facts.mark, CAPTION)), room)
    first = max(34.0 if facts.shown else 0.0, len(label) * BODY.leading + (12 if plausible else 0))
    height = first + 4 + 17 + 3 + len(mark) * CAPTION.leading

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.figure(node, x, top, room, height):
            pen.text(facts.shown, KEY_FIGURE, x - 1.5, top + 30.5)
            for index, made in enumerate(label):
                pen.line_of_text(made, x + figure, top + 2 + index * BODY.leading)
            pen.text(plausible, CAPTION, x + figure, top + 2 + len(label) * BODY.leading + 9)
            draw_bars(pen, facts.bars, x, top + first + 4 + 8.5, room)
            for index, made in enumerate(mark):
                pen.line_of_text(made, x, top + first + 24 + index * CAPTION.leading)

    return Piece(height, draw)
