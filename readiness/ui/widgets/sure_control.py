"""How sure an answer is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from readiness.ui.theme import Theme
from readiness.ui.widgets.segmented import Segmented


class SureControl(Segmented):
    """Guess, informed or evidenced; the keys are the ones that files and the domain use."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("SureControl", "How sure")
        super().__init__(theme, name, _options(), parent)
        self.setObjectName("confidence")


def _options() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        ("guess", translate("SureControl", "Guess")),
        ("informed", translate("SureControl", "Informed")),
        ("evidenced", translate("SureControl", "Evidenced")),
    )
