"""The pictures of many systems: the Portfolio in its states, and what changes systems."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton

from readiness.domain.period import Period
from readiness.ui.dialogs.portfolio_report_dialog import PortfolioReportDialog
from readiness.ui.pages.portfolio.systems_view import PortfolioSystemsView

if TYPE_CHECKING:
    from shots import Studio

Way = Callable[["Studio"], object]
_QUARTER: Final = Period(2026, 3)


def _on(workspace: str, *then: Callable[[PortfolioSystemsView], object]) -> Way:
    """Show the Portfolio of a workspace and do something in it."""

    def go(studio: "Studio") -> None:
        studio.open(studio.places.sample.with_name(f"{workspace}.readiness"))
        studio.window.go_portfolio()
        _systems(studio)
        for one in then:
            one(_view(studio))
            studio.settle()

    return go


def _view(studio: "Studio") -> PortfolioSystemsView:
    found = studio.window.findChild(PortfolioSystemsView)
    assert found is not None  # noqa: S101 - it is shown
    return found


def _empty(studio: "Studio") -> None:
    studio.session.open_own_workspace(studio.places.workspace)
    studio.settle()
    studio.window.go_portfolio()
    _systems(studio)


def _systems(studio: "Studio") -> None:
    """Show the systems: the page stays at the round where that was looked at before."""
    studio.settle()
    button = studio.window.findChild(QAbstractButton, "option-systems")
    if button is not None:
        button.click()
    studio.settle()


def _score(view: PortfolioSystemsView) -> None:
    button = view.findChild(QAbstractButton, "portfolio-score")
    if button is not None:
        button.click()


def _shared(view: PortfolioSystemsView) -> None:
    if view.found is not None and view.found.spots:
        key = view.found.spots[0].key
        view.show_spot(key.kind, key.id)


def _sort(view: PortfolioSystemsView) -> None:
    kinds = [column.kind for column in view.model.columns]
    view.sort_by(kinds.index("growth"))


def _find(view: PortfolioSystemsView) -> None:
    view.table.letters_typed.emit("nobody is called so")


def _away(studio: "Studio") -> None:
    _view(studio).show_all()


def _tables_away(studio: "Studio") -> None:
    _view(studio).toggle_tables()


def _score_away(studio: "Studio") -> None:
    _score(_view(studio))


def _report(workspace: str, *, is_written: bool) -> Way:
    """Show the dialog of the report over all systems, before it is made or when it is written."""

    def go(studio: "Studio") -> None:
        _on(workspace)(studio)
        studio.window.portfolio_report.ask()
        studio.settle()
        dialog = studio.window.findChild(PortfolioReportDialog)
        if is_written and dialog is not None:
            dialog.export_to(studio.places.sample.with_name("Portfolio 2026-Q3.pdf"))
            while studio.session.portfolio_press.is_busy:
                studio.settle()

    return go


def _change(what: str) -> Way:
    def go(studio: "Studio") -> None:
        studio.open(studio.places.sample.with_name("many.readiness"))
        studio.window.go_home()
        studio.settle()
        studio.window.system_ways.change(what, studio.session.home[0].id)

    return go


def _archived(studio: "Studio") -> None:
    studio.open(studio.places.sample.with_name("awkward.readiness"))
    studio.window.go_home()
    studio.settle()
    studio.session.archive_system(studio.session.home[1].id, archived=True)
    studio.settle()
    fold = studio.window.home.findChild(QAbstractButton, "archived-systems")
    if fold is not None:
        fold.click()


def _back(studio: "Studio") -> None:
    studio.session.undo_stack.undo()
    studio.settle()


def _nothing(_studio: "Studio") -> None:
    """Leave it as it is."""


def take_pages(files: Path, out: Path) -> None:
    """Picture the two pages over all systems of each workspace."""
    import pypdfium2  # noqa: PLC0415 - not before the screens are taken

    from readiness.reports.options import ReportOptions  # noqa: PLC0415 - likewise
    from readiness.services.assessing import Assessing  # noqa: PLC0415 - likewise
    from readiness.services.portfolio_report import render_portfolio, weighed  # noqa: PLC0415 - likewise

    for workspace in ("quillmere", "many", "awkward"):
        desk = Assessing.open(files / f"{workspace}.readiness")
        content = render_portfolio(weighed(desk, _QUARTER), _QUARTER, ReportOptions())
        desk.close()
        document = pypdfium2.PdfDocument(content)
        for number, page in enumerate(document):
            page.render(scale=2).to_pil().save(out / f"portfolio-{workspace}-{number + 1}.png")
        document.close()


SCENES: Final[tuple[tuple[str, Way, Way], ...]] = (
    ("10-portfolio", _on("many"), _nothing),
    ("10-portfolio-sorted", _on("many", _sort), _nothing),
    ("10-portfolio-score", _on("many", _score), _score_away),
    ("10-portfolio-shared", _on("many", _shared), _away),
    ("10-portfolio-tables", _on("many", PortfolioSystemsView.toggle_tables), _tables_away),
    ("10-portfolio-none-found", _on("many", _find), _away),
    ("10-portfolio-three", _on("quillmere"), _nothing),
    ("10-portfolio-awkward", _on("awkward"), _nothing),
    ("10-portfolio-empty", _empty, _nothing),
    ("10-portfolio-report", _report("quillmere", is_written=False), _nothing),
    ("10-portfolio-report-written", _report("quillmere", is_written=True), _nothing),
    ("10-system-rename", _change("rename"), _nothing),
    ("10-system-split", _change("split"), _nothing),
    ("10-system-merge", _change("merge"), _nothing),
    ("01-home-archived", _archived, _back),
)
