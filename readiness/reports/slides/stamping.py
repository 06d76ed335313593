"""The dates inside an office file → one date of our own, in the file and in every workbook within it."""

import re
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_DATE: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a file's date has no zone
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def day(iso: str) -> datetime:
    """Return the day of an ISO date; the zip's own first day where none is known."""
    with suppress(ValueError):
        return max(datetime.fromisoformat(iso[:10]), _NO_DATE)
    return _NO_DATE


def stamped(content: bytes, at: datetime) -> bytes:
    """Return the same file with one date throughout."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = ZipInfo(name, date_time=(at.year, at.month, at.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            after.writestr(entry, _part(name, before.read(name), at))
    return out.getvalue()


def _part(name: str, content: bytes, at: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return stamped(content, at)
    if name == "docProps/core.xml":
        return _MOMENT.sub(rf"\g<1>{at:%Y-%m-%d}T00:00:00Z\g<2>".encode(), content)
    return content
