"""The flags of a growth ladder: limit, tested, practices and target, each on its own pole."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from readiness.ui.theme import Theme
from readiness.ui.widgets import drawing
from readiness.ui.widgets.ladder import Ladder
from readiness.ui.widgets.ladder_layout import Flag, place_flags, position
from readiness.ui.widgets.numbers import times

ROW: Final = 27
_GAP: Final = 7
_NOTCH: Final = 18

# How wide the line of each pole is.
_POLES: Final = {"limit": 1.5, "tested": 2.5, "practices": 3.0, "target": 3.0}


@dataclass(frozen=True, slots=True)
class _Label:
    strong: str
    rest: str


class LadderFlags:
    """Places and paints the flags of one ladder."""

    def __init__(self, theme: Theme, value: Ladder, *, load_at_target: bool = False) -> None:
        self._theme = theme
        self._value = value
        self._labels = _labels(value, load_at_target=load_at_target)

    def place(self, bar: QRectF) -> tuple[Flag, ...]:
        """Return the flags over a bar, none over another's label."""
        value = self._value
        places = {
            "limit": value.limit or 1.0,
            "tested": value.tested or 1.0,
            "practices": float(value.practices or 1),
            "target": value.target,
            "unknown": 1.0,
        }
        flags = tuple(
            Flag(
                key=key,
                x=self._inside(key, position(places[key], bar.left(), bar.width()), bar),
                width=min(self._width(label), bar.width() * 0.6),
                has_pole=key != "unknown",
            )
            for key, label in self._labels.items()
        )
        return place_flags(flags, bar.left(), bar.right())

    def height(self, flags: tuple[Flag, ...]) -> int:
        """Return how high the flags stand over the bar."""
        return (max((flag.row for flag in flags), default=0) + 1) * self._theme.px(ROW) + 2

    def paint(self, painter: QPainter, flags: tuple[Flag, ...], bar: QRectF, reach: float) -> None:
        """Paint poles and labels; ``reach`` is where the solid part of the bar ends."""
        for flag in flags:
            top = bar.top() - (flag.row + 1) * self._theme.px(ROW)
            if flag.has_pole:
                self._paint_pole(painter, flag, top, bar, reach)
            self._paint_label(painter, flag, top)

    def _paint_label(self, painter: QPainter, flag: Flag, top: float) -> None:
        color = self._theme.color
        label = self._labels[flag.key]
        start, end = flag.label
        strong = self._theme.font("bodyStrong")
        at = QPointF(start, drawing.baseline(strong, top, self._theme.px(16)))
        taken = drawing.words(painter, at, label.strong, strong, color("ink"))
        if label.strong:
            at.setX(start + taken + _GAP)
        quiet = color("ink2" if flag.has_pole else "ink3")
        drawing.words(painter, at, label.rest, self._theme.font("body"), quiet, room=end - at.x() + 2)

    def _paint_pole(self, painter: QPainter, flag: Flag, top: float, bar: QRectF, reach: float) -> None:
        color = self._theme.color
        below = {"limit": -bar.height(), "tested": -bar.height(), "practices": 3.0, "target": 7.0}
        foot = QPointF(flag.x, bar.bottom() + below[flag.key])
        drawing.stroke(painter, QPointF(flag.x, top), foot, color("ink"), _POLES[flag.key])
        if flag.key == "limit":
            tip = QPointF(flag.x, bar.top() + 14)
            drawing.notch(painter, tip, _NOTCH, color("attention"), color("attentionLine"))
        elif flag.key == "tested":
            across = color("surface" if flag.x < reach - 1 else "ink")
            drawing.stroke(painter, QPointF(flag.x, bar.top()), QPointF(flag.x, bar.bottom()), across, 2.5)

    def _width(self, label: _Label) -> float:
        strong = QFontMetricsF(self._theme.font("bodyStrong")).horizontalAdvance(label.strong)
        rest = QFontMetricsF(self._theme.font("body")).horizontalAdvance(label.rest)
        return strong + (_GAP if label.strong else 0) + rest + 1

    def _inside(self, key: str, x: float, bar: QRectF) -> float:
        """Keep a mark whole at the ends of the bar."""
        half = _NOTCH / 2 if key == "limit" else 1.5 if key != "unknown" else 0.0
        return min(max(x, bar.left() + half), bar.right() - half)


def _labels(value: Ladder, *, load_at_target: bool) -> dict[str, _Label]:
    labels: dict[str, _Label] = {}
    if value.limit is not None:
        words = _tr("first known limit: {0}").format(value.limit_resource)
        labels["limit"] = _Label(
            times(value.limit), words if value.limit_resource else _tr("first known limit")
        )
    if value.tested is not None:
        labels["tested"] = _Label(times(value.tested), _tr("tested to"))
    if value.reading == "judged" and (value.practices or 1) > 1:
        labels["practices"] = _Label(times(value.practices or 1), _tr("practices support"))
    by = _tr("target, by {0}").format(value.target_by) if value.target_by else _tr("target")
    if not value.is_aimed:
        by = _tr("looked at; no target is set")
    labels["target"] = _Label(times(value.target), f"{by}: {value.target_load}" if load_at_target else by)
    unknown = [
        words
        for fact, words in ((value.tested, _tr("untested")), (value.limit, _tr("limit not known")))
        if fact is None
    ]
    if unknown:
        labels["unknown"] = _Label("", ", ".join(unknown))
    return labels


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ladder", text)
