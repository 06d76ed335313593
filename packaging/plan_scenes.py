"""Ways to the states of Roadmap, Compare and Results around risks, decisions and incidents."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from readiness.domain.terms import PlanTerms

if TYPE_CHECKING:
    from shots import Studio


def filled(studio: "Studio") -> None:
    """Spend on the score what the target does not need."""
    studio.session.set_terms(PlanTerms(fill=True), "filling the plan")


def unfilled(studio: "Studio") -> None:
    """Take that back."""
    studio.session.set_terms(PlanTerms(), "what-if")


def accept_risk(studio: "Studio") -> None:
    """Accept the risk of a card, half written."""
    page = studio.window.system.roadmap
    facts = page.facts
    if facts is not None:
        page.board.asked.emit("accept", next(card.key for card in facts.cards if card.gain))
    studio.settle()
    _type(studio, "risk-role", "Head of Product")


def edit_risk(studio: "Studio") -> None:
    """Change what was accepted, from Results."""
    studio.window.system.results.overview.risk_asked.emit("ARC-13")


def edit_decision(studio: "Studio") -> None:
    """Change what leadership said."""
    _click(studio, "decision-1")


def states(studio: "Studio") -> None:
    """Say of four cards how they go."""
    page = studio.window.system.roadmap
    for state in ("under_way", "done", "slipped"):
        facts = page.facts
        if facts is not None:
            key = next(card.key for card in facts.cards if card.gain and not card.state)
            page.board.asked.emit(f"state-{state}", key)
            studio.settle()


def states_away(studio: "Studio") -> None:
    """Take everything back."""
    while studio.session.undo_stack.canUndo():
        studio.session.undo_stack.undo()
    studio.settle()


def log_incident(studio: "Studio") -> None:
    """Log an incident, looking for a question."""
    _click(studio, "log-incident")
    studio.settle()
    _type(studio, "incident-title", "Paying stopped for eleven minutes")
    _type(studio, "finder-field", "headroom")


def _click(studio: "Studio", name: str) -> None:
    studio.settle()
    button = studio.window.findChild(QAbstractButton, name)
    if button is not None:
        button.click()


def _type(studio: "Studio", name: str, text: str) -> None:
    for field in (studio.window.findChild(QLineEdit, name), studio.window.findChild(QPlainTextEdit, name)):
        if isinstance(field, QLineEdit):
            field.setText(text)
