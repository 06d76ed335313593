"""The keys that pages answer to themselves, for the keys sheet."""

from PySide6.QtCore import QCoreApplication

from readiness.ui.commands import KeyHelp


def page_keys(page: str) -> tuple[KeyHelp, ...]:
    """Return the keys of a page, in the order one meets them."""
    if page == "home":
        return _home()
    if page == "setup":
        return _setup()
    if page == "portfolio":
        return (*_portfolio(), *_round())
    if page == "studio":
        return _studio()
    if page == "meeting":
        return _meeting()
    return _assess() if page == "system" else ()


def _home() -> tuple[KeyHelp, ...]:
    where = _tr("Home")
    return (
        KeyHelp(where, ("Enter",), _tr("Resume, or open the row")),
        KeyHelp(where, ("↑", "↓"), _tr("Move among the systems")),
        KeyHelp(where, ("A … Z",), _tr("Find a system, in the table")),
        KeyHelp(where, ("Shift F10",), _tr("More: revision, rename, delete…")),
        KeyHelp(where, ("Del",), _tr("Delete its latest assessment")),
    )


def _portfolio() -> tuple[KeyHelp, ...]:
    where = _tr("Portfolio")
    return (
        KeyHelp(where, ("←", "→", "↑", "↓"), _tr("Move among the systems and their pillars")),
        KeyHelp(where, ("Enter",), _tr("Open the system, or the pillar one stands at")),
        KeyHelp(where, ("S",), _tr("Sort by the column, once more the other way round")),
        KeyHelp(where, ("A … Z",), _tr("Find a system or team; with Shift, S and T too")),
        KeyHelp(where, ("T",), _tr("Show the charts as tables")),
        KeyHelp(where, ("Ctrl E",), _tr("The report over all systems")),
        KeyHelp(where, ("Shift F10",), _tr("More for the system: rename, team, split, merge, archive")),
        KeyHelp(where, ("Esc",), _tr("Show all systems again")),
    )


def _studio() -> tuple[KeyHelp, ...]:
    where = _tr("Studio")
    return (
        KeyHelp(where, ("↑", "↓"), _tr("Move among pillars, topics and questions")),
        KeyHelp(where, ("←", "→"), _tr("Close and open a pillar or topic")),
        KeyHelp(where, ("Enter", "F2"), _tr("Write the words of what is selected")),
        KeyHelp(where, ("Del",), _tr("Delete what is selected, in the tree")),
        KeyHelp(where, ("Esc",), _tr("From a field back to the tree")),
    )


def _setup() -> tuple[KeyHelp, ...]:
    where = _tr("New assessment")
    return (
        KeyHelp(where, ("Ctrl Enter",), _tr("Start")),
        KeyHelp(where, ("Alt 1", "…", "Alt 4"), _tr("Go to a step")),
        KeyHelp(where, ("Alt ↑", "Alt ↓"), _tr("Move a journey")),
        KeyHelp(where, ("Alt P",), _tr("Say that a journey may pause, or must stay alive")),
        KeyHelp(where, ("←", "→"), _tr("Change the lane of a person, on its mark")),
    )


def _assess() -> tuple[KeyHelp, ...]:
    where = _tr("Assess")
    return (
        KeyHelp(where, ("0", "…", "4"), _tr("Answer with a level")),
        KeyHelp(where, ("Shift 0", "…", "Shift 4"), _tr("Answer as a guess")),
        KeyHelp(where, ("1", "…", "9"), _tr("Tick a practice, where practices are asked")),
        KeyHelp(where, ("0",), _tr("None of these practices")),
        KeyHelp(where, ("Shift 1", "…", "Shift 9"), _tr("A practice does not apply")),
        KeyHelp(where, ("D",), _tr("Don’t know")),
        KeyHelp(where, ("X",), _tr("Does not apply")),
        KeyHelp(where, ("N",), _tr("Note")),
        KeyHelp(where, ("E",), _tr("Evidence")),
        KeyHelp(where, ("C",), _tr("How sure")),
        KeyHelp(where, ("L",), _tr("Come back later")),
        KeyHelp(where, ("R",), _tr("Hold to reveal both")),
        KeyHelp(where, ("P",), _tr("Who answers, when live")),
        KeyHelp(where, ("H",), _tr("Hint for the facilitator")),
        KeyHelp(where, ("B",), _tr("Today’s level held last quarter too")),
        KeyHelp(_tr("Check-in"), ("Ctrl Enter",), _tr("From the promises to the questions")),
        KeyHelp(_tr("Check-in"), ("Y",), _tr("Still true, and on")),
        KeyHelp(_tr("Check-in"), ("G",), _tr("Still true, as a guess, and on")),
        KeyHelp(_tr("Check-in"), ("Ctrl ↑", "Ctrl ↓"), _tr("Group before, group after")),
        KeyHelp(where, ("Del",), _tr("Take the answer back")),
        KeyHelp(where, ("←", "→"), _tr("Question before, question after")),
        KeyHelp(where, ("Ctrl ↑", "Ctrl ↓"), _tr("Topic before, topic after")),
        KeyHelp(where, ("Esc",), _tr("Leave a field")),
        KeyHelp(where, ("T",), _tr("The questions as a table, and one by one again")),
        KeyHelp(where, ("F5",), _tr("Present")),
        *_agree(),
        *_table(),
        *_closing(),
        KeyHelp(
            _tr("Results and report"),
            ("Ctrl 1", "…", "Ctrl 5"),
            _tr("Assess, Results, Roadmap, Compare, Report"),
        ),
        KeyHelp(_tr("Results and report"), ("T",), _tr("Show a chart as a table")),
        KeyHelp(_tr("Results and report"), ("W",), _tr("Why this number")),
        KeyHelp(_tr("Results and report"), ("Enter",), _tr("Open the questions behind it, then the answer")),
        KeyHelp(_tr("Results and report"), ("Esc",), _tr("Back to all results")),
        KeyHelp(_tr("Compare"), ("←", "→"), _tr("Later quarter back, on")),
        KeyHelp(_tr("Compare"), ("Shift ←", "Shift →"), _tr("Earlier quarter back, on")),
        KeyHelp(_tr("Results and report"), ("Ctrl E",), _tr("Export the report")),
        KeyHelp(_tr("Report"), ("Alt ↑", "Alt ↓"), _tr("Move a page up, down")),
        KeyHelp(_tr("Report"), ("Page ↑", "Page ↓"), _tr("Page before, page after")),
        KeyHelp(_tr("Report"), ("Ctrl 0",), _tr("Fit the page into the room")),
        *_roadmap(),
    )


def _roadmap() -> tuple[KeyHelp, ...]:
    where = _tr("Roadmap")
    return (
        KeyHelp(where, ("←", "→", "↑", "↓"), _tr("Move among the actions")),
        KeyHelp(where, ("Alt ←", "Alt →"), _tr("Fix the action to the quarter before, or after")),
        KeyHelp(where, ("Alt ↓",), _tr("Fix it where it stands")),
        KeyHelp(where, ("Alt ↑",), _tr("Let the plan find its quarter")),
        KeyHelp(where, ("Space",), _tr("Out of the what-if, or back")),
        KeyHelp(where, ("Enter",), _tr("Edit the action")),
        KeyHelp(where, ("1", "…", "5"), _tr("Planned, under way, done, slipped, dropped")),
        KeyHelp(where, ("A",), _tr("Accept the risk for a time")),
        KeyHelp(where, ("Del",), _tr("Take it out of the plan; withdraw an accepted risk")),
        KeyHelp(where, ("Shift F10",), _tr("Everything one can do with it")),
        KeyHelp(where, ("T",), _tr("Show the plan as a table")),
    )


def _round() -> tuple[KeyHelp, ...]:
    where = _tr("Round")
    return (
        KeyHelp(where, ("↑", "↓"), _tr("Move among the systems")),
        KeyHelp(where, ("Enter",), _tr("Open the assessment, or begin one")),
        KeyHelp(where, ("D", "F2"), _tr("Type a due date")),
        KeyHelp(where, ("L",), _tr("Leave the round, or come back")),
        KeyHelp(where, ("S",), _tr("Sort by the next column")),
        KeyHelp(where, ("Shift F10",), _tr("More for the system")),
        KeyHelp(where, ("Ctrl C",), _tr("Copy the reminder")),
    )


def _table() -> tuple[KeyHelp, ...]:
    where = _tr("Table of questions")
    return (
        KeyHelp(where, ("0", "…", "4"), _tr("Agree on a level")),
        KeyHelp(where, ("D",), _tr("Agree that nobody knows")),
        KeyHelp(where, ("O",), _tr("Leave open")),
        KeyHelp(where, ("U",), _tr("Accept all undisputed")),
        KeyHelp(where, ("Enter",), _tr("Open the question")),
        KeyHelp(where, ("S",), _tr("Sort by the column that ← and → lead to")),
        KeyHelp(where, ("A … Z",), _tr("Jump to an id; with Shift, letters that do something else")),
    )


def _closing() -> tuple[KeyHelp, ...]:
    where = _tr("Closing")
    return (
        KeyHelp(where, ("Enter",), _tr("Change a row, or be done with it")),
        KeyHelp(where, ("Alt D",), _tr("Date of a fact")),
        KeyHelp(where, ("T",), _tr("Show the chart as a table")),
        KeyHelp(where, ("Ctrl Enter",), _tr("Seal")),
    )


def _agree() -> tuple[KeyHelp, ...]:
    where = _tr("Assess, after the reveal")
    return (
        KeyHelp(where, ("A",), _tr("Agree on a level")),
        KeyHelp(where, ("O",), _tr("Leave open")),
        KeyHelp(where, ("U",), _tr("Accept what nobody disputes")),
        KeyHelp(where, ("G",), _tr("Keep as a guess")),
        KeyHelp(where, ("F",), _tr("Fact to find")),
        KeyHelp(where, ("K",), _tr("Park for another time")),
        KeyHelp(where, ("[", "]"), _tr("To talk about: before, next")),
    )


def _meeting() -> tuple[KeyHelp, ...]:
    room, list_ = _tr("Before the room"), _tr("Facilitator")
    return (
        KeyHelp(room, ("0", "…", "4"), _tr("Agree on a level")),
        KeyHelp(room, ("Y", "G"), _tr("In a check-in: still true, still true as a guess")),
        KeyHelp(room, ("D",), _tr("Nobody knows")),
        KeyHelp(room, ("X",), _tr("Does not apply")),
        KeyHelp(room, ("O",), _tr("Leave open")),
        KeyHelp(room, ("F",), _tr("A fact to find")),
        KeyHelp(room, ("K",), _tr("Park something")),
        KeyHelp(room, ("P", "E"), _tr("Product speaks, engineering speaks: it is counted")),
        KeyHelp(room, ("R",), _tr("Hold to reveal both answers")),
        KeyHelp(room, ("T",), _tr("All five levels, or the two")),
        KeyHelp(room, ("W",), _tr("The talk list, or all questions")),
        KeyHelp(room, ("Del",), _tr("Take what was agreed back")),
        KeyHelp(room, ("←", "→", "Page Up", "Page Down"), _tr("Question before, question after")),
        KeyHelp(room, ("B",), _tr("Empty the screen, or show it again")),
        KeyHelp(room, ("Ctrl Z", "Ctrl Y"), _tr("Undo, redo")),
        KeyHelp(room, ("Esc",), _tr("Leave")),
        KeyHelp(list_, ("↑", "↓", "Enter"), _tr("Move in a list, go there")),
        KeyHelp(list_, ("Alt ↑", "Alt ↓"), _tr("Talk about it earlier, later")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)
