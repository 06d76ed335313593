"""Every page, dialog and window at several sizes, in both themes and with large text: nothing is cut."""

from PySide6.QtCore import QSize

LOOKS = [
    ("light", QSize(1180, 720), 1.0),
    ("dark", QSize(1440, 900), 1.0),
    ("light", QSize(3840, 2160), 1.0),
    ("light", QSize(1180, 720), 2.0),
]
