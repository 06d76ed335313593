"""Days as a report prints them, and the day that an assessment was last answered on."""

from typing import Final

from readiness.domain.assessment import LANES, Assessment

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def last_answered(given: Assessment) -> str:
    """Return the day of the latest answer that may be seen; empty where none has one."""
    lanes = (given.visible(lane) for lane in LANES)
    return max((answer.at[:10] for lane in lanes for answer in lane.values() if answer.at), default="")


def long_date(iso: str) -> str:
    """Return “10 September 2026”; a text of another form as it is."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal() and 1 <= int(month) <= len(_MONTHS)):
        return iso
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
