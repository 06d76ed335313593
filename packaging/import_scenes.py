"""Scenes of what others made: a review with its answers, a spreadsheet whose columns are chosen."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton, QComboBox

if TYPE_CHECKING:
    from shots import Studio

_PRACTICES: Final = {
    ("Reliability", "How do you keep the workload simple?"): (
        "We have a goal to keep the workload simple.",
        "We use what the platform has where that is enough.",
        "We keep domain logic apart from infrastructure.",
        "We hand cross-cutting work to services of their own.",
    ),
    ("Reliability", "How do you know what your flows need?"): (
        "We list every flow that is supported.",
        "We know which flows are critical.",
        "Each critical flow has an owner.",
    ),
    ("Security", "How are secrets kept?"): (
        "Access to them is governed by policy.",
        "They are rotated.",
        "Each consumer has its own.",
        "Nobody reads them by hand.",
        "Their use is logged.",
    ),
}
_NONE: Final = "None of the above."
_HEADERS: Final = "Area,No,Question,Weight,0,1,2,3,4,Score,Comment,Owner"
_ANCHORS: Final = "Nobody looked,By hand,Some journeys,Every critical journey,Proven at the planned load"


def columns(studio: "Studio", faulty: str = "") -> None:
    """Show the columns of a spreadsheet."""
    _begin(studio)
    rows = (
        "Our readiness review 2026,,,,,,,,,,,",
        _HEADERS,
        f"Data,D-1,Are backups taken and restored every quarter?,5,{_ANCHORS},2,Since May,Kim",
        f",D-2,How long does a restore take?,3,{_ANCHORS},{faulty or 'n/a'},No data of its own,",
        f"Network,N-1,Is latency measured for every critical journey?,1,{_ANCHORS},Proven,,Lee",
        f",N-2,What happens when one region is lost?,{'much' if faulty else '4'},{_ANCHORS},?,,",
        f"People,P-1,Who is called at night?,2,{_ANCHORS},3,,",
    )
    _look_at(studio, "Our review.csv", "\n".join(rows))


def faulty_columns(studio: "Studio") -> None:
    """Show the columns of a spreadsheet with faults."""
    columns(studio, "often")


def brought(studio: "Studio") -> None:
    """Show what a spreadsheet would bring."""
    columns(studio)
    studio.settle()
    _press(studio, "columns-go-on")


def review(studio: "Studio") -> None:
    """Show what an exported review would bring."""
    _begin(studio)
    _look_at(studio, "review.csv", "\n".join(_review_rows()))
    studio.settle()
    whose = studio.window.findChild(QComboBox, "answers-system")
    if whose is not None:
        whose.setCurrentIndex(1)
        whose.activated.emit(1)


def _begin(studio: "Studio") -> None:
    studio.open(studio.places.sample.with_name("ticked.readiness"))
    studio.window.go_home()
    studio.settle()


def _look_at(studio: "Studio", name: str, text: str) -> None:
    path = studio.places.sample.with_name(name)
    path.write_text(text + "\n", encoding="utf-8")
    studio.window.questionnaires.look_at(path)


def _press(studio: "Studio", name: str) -> None:
    button = studio.window.findChild(QAbstractButton, name)
    if button is not None:
        button.click()


def _review_rows() -> list[str]:
    rows = [
        '"Well-Architected Review - Nov 17, 2025 - 2:38:53 AM",,,,',
        ",,,,",
        "Recommendations for your workload,,,,",
        "Your overall results,Moderate,'61/164',,",
        ",,,,",
        "-----------,,,,",
        "Category,Question,Answers,Selected Answer,Note",
    ]
    for place, ((category, asked), answers) in enumerate(_PRACTICES.items()):
        for number, answer in enumerate((*answers, _NONE)):
            is_ticked = number <= place if answer != _NONE else False
            rows.append(f"{category},{asked},{answer},{answer if is_ticked else ''},")
    rows += [
        f"Security,How many teams share it?,{word},{word if word == 'A few' else ''},"
        for word in ("One", "A few")
    ]
    return rows
