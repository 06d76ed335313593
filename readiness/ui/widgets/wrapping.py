"""Where text breaks into lines; the lines are painted as plain strings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from readiness.reports.codes import with_plain_breaks

_PARAGRAPH = "\u2028"


def wrap(text: str, font: QFont, width: float, max_lines: int = 0) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width``; beyond ``max_lines`` the last one is elided."""
    plain = with_plain_breaks(text).replace("\n", _PARAGRAPH)
    lines = _break(plain, font, max(1.0, width))
    if not max_lines or len(lines) <= max_lines:
        return tuple(lines)
    rest = " ".join(lines[max_lines - 1 :])
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (*lines[: max_lines - 1], last)


def _break(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].strip(_PARAGRAPH).rstrip())
    layout.endLayout()
    return lines
