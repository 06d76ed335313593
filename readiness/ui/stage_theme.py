"""The theme as the room sees it: the same colours, and measures that follow the screen, not the text zoom."""

from typing import Final

from PySide6.QtCore import QObject, QSizeF

from readiness.ui.theme import Theme
from readiness.ui.tokens import Mode

DESIGN: Final = QSizeF(1440, 900)


class StageTheme(Theme):
    """Follows another theme in everything but its size; widgets take it for a theme like any other.

    A screen larger than the designed one shows everything larger. A smaller one shows it as designed, so
    that no text falls under 22 pixels; what is shown has to give way instead.
    """

    def __init__(self, base: Theme, parent: QObject | None = None) -> None:
        self._base = base
        super().__init__(base.choice, 1.0, parent)
        base.changed.connect(self._on_base_changed)

    @property
    def mode(self) -> Mode:
        """What the other theme shows."""
        return self._base.mode

    @property
    def single_keys(self) -> bool:
        """Whether single keys work."""
        return self._base.single_keys

    def duration(self, name: str) -> int:
        """Return a duration of motion in milliseconds; 0 where motion is reduced."""
        return self._base.duration(name)

    def fit(self, size: QSizeF, times: float = 1.0) -> None:
        """Take the measure of a screen; ``times`` enlarges what was designed for a window."""
        scale = max(1.0, min(size.width() / DESIGN.width(), size.height() / DESIGN.height())) * times
        if scale != self._zoom:
            self._zoom = scale
            self._refresh()

    def _on_base_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._fonts.clear()
        self.changed.emit()
