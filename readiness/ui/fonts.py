"""The shipped faces, so that the program looks the same on every machine."""

from typing import Final

from PySide6.QtGui import QFontDatabase

from readiness.paths import bundled

FACES: Final = (
    "ReadinessInter-Regular.ttf",
    "ReadinessInter-Medium.ttf",
    "ReadinessInter-SemiBold.ttf",
    "ReadinessInter-Bold.ttf",
    "ReadinessInterDisplay-SemiBold.ttf",
)


def load() -> tuple[str, ...]:
    """Register the shipped faces; return the file names that could not be used (the fallbacks stand in)."""
    return tuple(
        face for face in FACES if QFontDatabase.addApplicationFont(str(bundled("assets", "fonts", face))) < 0
    )
