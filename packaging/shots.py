"""Picture every screen, in both sizes and both themes, and every page of a report, into ``shots/``.

``python packaging/shots.py [folder]``; hold them beside the pictures of the design. The screens are the real
program on workspaces of their own: the sample, an empty one, and one with awkward data.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import drive_scenes
import import_scenes
import many_scenes
import meetings
import plan_scenes
import round_scenes
import safe_scenes
import studio_scenes
import version_scenes
from awkward import write_awkward
from many import write_many
from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from reviewed import CLOSING, HIDDEN, LONG, MEETING, SEALED, write_reviewed
from ticked import LIVE, SIDES, UNTICKED, lens, write_ticked

from readiness.app import Program
from readiness.domain.counting import Side
from readiness.domain.lanes import Lanes
from readiness.domain.period import Period
from readiness.domain.terms import PlanTerms
from readiness.errors import NotSavedError
from readiness.services.assessing import Beginning, Draft, TrashLine
from readiness.services.preferences import ThemeChoice
from readiness.services.sample import write_sample
from readiness.services.shelf import Looked, look_at_file
from readiness.ui.desk import Desk
from readiness.ui.dialogs.sheet import Sheet
from readiness.ui.dialogs.why_sheet import WhySheet
from readiness.ui.displays import displays
from readiness.ui.main_window import MainWindow
from readiness.ui.models.setup_form import DriverForm, PersonForm
from readiness.ui.pages.assess.checkin_page import CheckInPage
from readiness.ui.pages.home.systems_view import SystemsView
from readiness.ui.pages.report.choices_panel import ChoicesPanel
from readiness.ui.places import Places
from readiness.ui.widgets.panel import Panel

NOW = datetime(2026, 9, 10, 10, 42, tzinfo=UTC)
SIZES = (QSize(1440, 900), QSize(1180, 720))
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")
LONG_NAME = 0
FORTY = 1
UNANSWERED = 2
ONE_QUARTER = 3
SEVEN_PILLARS = 4
NOTHING_APPLIES = 5


class Studio:
    """The program with a camera."""

    def __init__(self, application: QApplication, program: Program, places: Places, out: Path) -> None:
        self.application = application
        self.program = program
        self.places = places
        self.out = out
        self.window = program.window
        self.subject: QWidget = program.window
        self.session = program.session

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._wait(30)
        while not self.program.database.is_idle:
            self._wait(20)
        self._wait(260)

    def open_report(self, system: int, place: int) -> None:
        """Open an assessment at its report and wait until the preview has its pages."""
        drawn: list[object] = []
        told = self.session.rendered.connect(drawn.append)
        self.open_assessment(system, place)
        self.window.system.show_page("report")
        while not drawn:
            self._wait(50)
        self.session.rendered.disconnect(told)

    def open(self, workspace: Path) -> None:
        """Open a workspace."""
        self.session.open_workspace(workspace)
        self.settle()

    def open_assessment(self, system: int, place: int = -1) -> None:
        """Open an assessment of the workspace that is open."""
        self.session.open_assessment(self.session.home[system].assessments[place].id)
        self.settle()

    def shoot(self, name: str) -> None:
        """Take one picture of the window as it stands, with the dialog over it where one is open."""
        self.settle()
        picture = self.subject.grab()
        for sheet in self.window.findChildren(Sheet):
            if sheet.isVisible():
                _lay_over(picture, sheet.grab())
        theme, size = self.session.settings.theme, self.window.size()
        folder = self.out / f"{theme}-{size.width()}x{size.height()}"
        folder.mkdir(parents=True, exist_ok=True)
        picture.save(str(folder / f"{name}.png"))

    def close_dialogs(self) -> None:
        """Close what stands over the window."""
        for sheet in self.window.findChildren(Sheet):
            sheet.reject()
        self.settle()

    def linger(self, milliseconds: int) -> None:
        """Wait for what happens after a pause, and until it is done."""
        self._wait(milliseconds)
        self.settle()

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


@dataclass(frozen=True)
class Scene:
    """One picture and the way to it."""

    name: str
    go: Callable[[Studio], object]
    after: Callable[[Studio], object] = lambda _studio: None


def main(folder: Path) -> int:
    """Take all pictures."""
    application = QApplication([sys.argv[0]])
    shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory(prefix="readiness-shots-") as temporary:
        files = Path(temporary)
        write_sample(files / "quillmere.readiness")
        write_awkward(files / "awkward.readiness")
        write_many(files / "many.readiness")
        write_reviewed(files / "reviewed.readiness")
        write_ticked(files / "ticked.readiness")
        meetings.write_meetings(files / "meetings.readiness")
        round_scenes.write_rounds(files)
        version_scenes.write_versions(files / f"{version_scenes.NAME}.readiness")
        safe_scenes.write_kept(files / "quillmere.readiness", files)
        _take_screens(application, files, folder)
        _take_pages(files, folder / "pages")
    print(f"{sum(1 for _ in folder.rglob('*.png'))} pictures in {folder}")
    return 0


def _take_screens(application: QApplication, files: Path, out: Path) -> None:
    places = Places(
        workspace=files / "workspace.readiness",
        sample=files / "quillmere.readiness",
        settings=files / "settings.json",
        geometry=files / "window.ini",
        log_folder=files / "log",
    )
    program = Program(application, places, lambda: NOW)
    studio = Studio(application, program, places, out)
    program.window.show()
    for theme, size in _looks():
        studio.session.change_settings(replace(studio.session.settings, theme=theme, recent=()))
        program.window.resize(size)
        for scene in SCENES:
            scene.go(studio)
            studio.shoot(scene.name)
            scene.after(studio)
            studio.close_dialogs()
    program.window.end()
    studio.settle()
    program.stop()


def _looks() -> Iterator[tuple[ThemeChoice, QSize]]:
    for theme in THEMES:
        for size in SIZES:
            yield theme, size


def _take_pages(files: Path, out: Path) -> None:
    import pypdfium2  # noqa: PLC0415 - not before the screens are taken

    from readiness.services.assessing import Assessing  # noqa: PLC0415 - likewise
    from readiness.services.exporting import render_pdf  # noqa: PLC0415 - likewise

    out.mkdir(parents=True, exist_ok=True)
    for workspace, system, name in (("quillmere", 0, "sample"), ("awkward", LONG_NAME, "awkward")):
        desk = Assessing.open(files / f"{workspace}.readiness")
        content = render_pdf(desk.load(desk.home()[system].assessments[-1].id))
        desk.close()
        document = pypdfium2.PdfDocument(content)
        for number, page in enumerate(document):
            page.render(scale=2).to_pil().save(out / f"{name}-{number + 1}.png")
        document.close()
    many_scenes.take_pages(files, out)


def _lay_over(picture: QPixmap, dialog: QPixmap) -> None:
    painter = QPainter(picture)
    middle = (picture.deviceIndependentSize() - dialog.deviceIndependentSize()) / 2
    painter.drawPixmap(QPoint(round(middle.width()), round(middle.height())), dialog)
    painter.end()


def _sample(studio: Studio) -> None:
    studio.open(studio.places.sample)
    studio.window.go_home()


def _awkward(studio: Studio) -> None:
    studio.open(studio.places.sample.with_name("awkward.readiness"))
    studio.window.go_home()


def _reviewed(studio: Studio) -> None:
    studio.open(studio.places.sample.with_name("reviewed.readiness"))
    studio.window.go_home()


def _ticked(studio: Studio) -> None:
    studio.open(studio.places.sample.with_name("ticked.readiness"))
    studio.window.go_home()


def _library(studio: Studio) -> None:
    _ticked(studio)
    studio.settle()
    studio.window.questionnaires.show_library()


def _preview(studio: Studio) -> None:
    _ticked(studio)
    studio.settle()
    path = studio.places.sample.with_name("lens.json")
    path.write_bytes(lens().replace(b"Restored every quarter", b"Restored every month"))
    studio.session.run_errand(partial(_look, path=path), studio.window.questionnaires.show_preview)


def _look(desk: Desk, path: Path) -> Looked:
    return look_at_file(desk.assessing, path)


def _filtered(studio: Studio) -> None:
    _page("table", _reviewed, MEETING)(studio)
    page = studio.window.system.table
    for name in ("unknown", "guess", "apart", "failing-gate"):
        chip = page.findChild(QAbstractButton, f"filter-{name}")
        if chip is not None:
            chip.click()
    page.table.select("GRO-11")
    page.table.setFocus()


def _zoomed(page: str, system: int) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        studio.session.change_settings(replace(studio.session.settings, zoom=2.0))
        _page(page, _reviewed, system)(studio)

    return go


def _unzoomed(studio: Studio) -> None:
    studio.session.change_settings(replace(studio.session.settings, zoom=1.0))


def _editing(studio: Studio) -> None:
    _page("closing", _reviewed, CLOSING)(studio)
    row = studio.window.system.closing.findChild(QAbstractButton, "fact-1")
    if row is not None:
        row.click()


def _empty(studio: Studio) -> None:
    studio.session.open_own_workspace(studio.places.workspace)
    studio.settle()


def _page(
    page: str, open_first: Callable[[Studio], object], system: int, place: int = -1
) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        open_first(studio)
        if page == "report":
            studio.open_report(system, place)
        else:
            studio.open_assessment(system, place)
            studio.window.system.show_page(page)

    return go


def _tables(studio: Studio) -> None:
    _page("results", _sample, 0)(studio)
    studio.window.system.results.toggle_tables()


def _tables_away(studio: Studio) -> None:
    studio.window.system.results.toggle_tables()


def _lower(studio: Studio) -> None:
    _page("results", _sample, 0)(studio)
    studio.settle()
    bar = studio.window.system.results.overview.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)


def _compare_lower(studio: Studio) -> None:
    _page("compare", _sample, 0)(studio)
    studio.settle()
    bar = studio.window.system.compare.overview.verticalScrollBar()
    bar.setValue(bar.maximum())


def _compare_trend(open_first: Callable[[Studio], object], system: int) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _page("compare", open_first, system)(studio)
        studio.settle()
        overview = studio.window.system.compare.overview
        panel = overview.findChild(Panel, "compare-trend")
        if panel is not None:
            overview.verticalScrollBar().setValue(panel.y() - 16)

    return go


def _compare_at(panel: str) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _page("compare", _sample, 0)(studio)
        studio.settle()
        overview = studio.window.system.compare.overview
        found = overview.findChild(Panel, panel)
        if found is not None:
            overview.verticalScrollBar().setValue(found.y() - 16)

    return go


def _then(first: Callable[[Studio], object], second: Callable[[Studio], object]) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        first(studio)
        studio.settle()
        second(studio)

    return go


def _compare_tables(studio: Studio) -> None:
    _page("compare", _sample, 0)(studio)
    studio.settle()
    studio.window.system.compare.toggle_tables()


def _compare_tables_away(studio: Studio) -> None:
    studio.window.system.compare.toggle_tables()


def _report_lower(studio: Studio) -> None:
    """Show the end of the choices: words, who says it can go, the user's own marks."""
    _page("report", _sample, 0)(studio)
    choices = studio.window.findChild(ChoicesPanel)
    if choices is not None:
        choices.verticalScrollBar().setValue(choices.verticalScrollBar().maximum())


def _audit_written(studio: Studio) -> None:
    """Write the audit file; the bar across the top says where."""
    _page("report", _sample, 0)(studio)
    written: list[object] = []
    told = studio.session.audit_exported.connect(written.append)
    studio.session.export_audit(studio.places.sample.with_name("Checkout API 2026-Q3.audit.zip"))
    while not written:
        studio.settle()
    studio.session.audit_exported.disconnect(told)


def _report_words(studio: Studio) -> None:
    _page("report", _sample, 0)(studio)
    _button(studio, "edit-words").click()


def _report_own_size(studio: Studio) -> None:
    _page("report", _sample, 0)(studio)
    _button(studio, "whole-size").click()


def _report_fitted(studio: Studio) -> None:
    _button(studio, "fit-page").click()


def _button(studio: Studio, name: str) -> QAbstractButton:
    return next(one for one in studio.window.findChildren(QAbstractButton) if one.objectName() == name)


def _part(
    open_first: Callable[[Studio], object], system: int, key: str, at: str = ""
) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _page("results", open_first, system)(studio)
        studio.settle()
        studio.window.system.results.show_part(key, at)

    return go


def _why(
    open_first: Callable[[Studio], object], system: int, key: str = "", *, table: bool = False
) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _page("results", open_first, system)(studio)
        studio.settle()
        if key:
            studio.window.system.results.show_part(key)
        studio.window.system.results.explain()
        for sheet in studio.window.findChildren(WhySheet):
            if table and sheet.isVisible():
                sheet.toggle_table()

    return go


def _set_terms(studio: Studio, terms: PlanTerms) -> None:
    studio.session.set_terms(terms, "what-if")


def _what_if(studio: Studio) -> None:
    _page("roadmap", _sample, 0)(studio)
    facts = studio.window.system.roadmap.facts
    if facts is not None:
        out = (facts.cards[1].key, facts.cards[4].key)
        _set_terms(studio, PlanTerms(without=out, freeze="2027-Q1"))


def _what_if_away(studio: Studio) -> None:
    _set_terms(studio, PlanTerms())


def _plan_table(studio: Studio) -> None:
    _page("roadmap", _sample, 0)(studio)
    studio.window.system.roadmap.toggle_table()


def _plan_table_away(studio: Studio) -> None:
    studio.window.system.roadmap.toggle_table()


def _moved(studio: Studio) -> None:
    _page("roadmap", _awkward, LONG_NAME)(studio)
    board = studio.window.system.roadmap.board
    facts = studio.window.system.roadmap.facts
    waiting = [card.key for card in facts.cards if card.needs] if facts is not None else []
    if waiting:
        board.focus_card(waiting[0])
        for _ in range(3):
            board.asked.emit("sooner", waiting[0])


def _edited(studio: Studio) -> None:
    _page("roadmap", _sample, 0)(studio)
    board = studio.window.system.roadmap.board
    board.asked.emit("edit", board.current)


def _no_capacity(studio: Studio) -> None:
    _page("roadmap", _awkward, ONE_QUARTER)(studio)
    _set_terms(studio, PlanTerms(capacity=(0.0,)))


def _over(open_dialog: Callable[[MainWindow], object]) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _sample(studio)
        studio.settle()
        open_dialog(studio.window)

    return go


def _new(system: str) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _sample(studio)
        studio.settle()
        studio.window.new_assessment(system)

    return go


def _next_quarter(studio: Studio, how: Beginning) -> None:
    """Start the quarter after the last of Checkout API, from that one."""
    _sample(studio)
    studio.settle()
    last = studio.session.home[0].assessments[-1]
    frames: list[Draft] = []
    studio.session.read_frame(last.id, frames.append)
    studio.settle()
    draft = replace(frames[0], period=Period.parse(last.period).plus(1))
    studio.session.start_from(draft, last.id, how)
    studio.settle()


def _check_in(go_on: Callable[[CheckInPage], object]) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _next_quarter(studio, "check-in")
        go_on(studio.window.system.check_in)

    return go


def _to_table(page: CheckInPage) -> None:
    window = page.window()
    if isinstance(window, MainWindow):
        window.system.show_page("table")


def _say(*said: str) -> Callable[[CheckInPage], None]:
    """Go through a check-in by its keys."""

    def go_on(page: CheckInPage) -> None:
        page.go_to(page.check.asked[0].id if page.check else "")
        for key in said:
            QTest.keyClick(page, Qt.Key(ord(key)))

    return go_on


def _in_full(studio: Studio) -> None:
    """Ask everything again, and see last quarter's level beside an answer that differs."""
    _next_quarter(studio, "full")
    studio.window.system.assess.go_to("ARC-03")
    QTest.keyClick(studio.window.system.assess, Qt.Key.Key_0)


def _forget(studio: Studio) -> None:
    if studio.session.assessment_id is not None:
        studio.session.delete_assessment(studio.session.assessment_id)
        studio.settle()
        studio.window.messages.clear()


def _faulty(studio: Studio) -> None:
    _new("")(studio)
    studio.settle()
    setup = studio.window.setup
    setup.growth.fill(replace(setup.form, drivers=(DriverForm(today="none", target="12,000"),)))
    setup.start()


def _private(studio: Studio) -> None:
    """Show a set-up with two drivers, three people and a guest lane, answered apart."""
    _new("Checkout API")(studio)
    studio.settle()
    setup = studio.window.setup
    stored = DriverForm(unit="GB stored", today="400", target="2,400", tested="600")
    people = (
        PersonForm(role="Product lead", name="Mira Holt", lane="product"),
        PersonForm(role="Engineering lead", name="Ana Ruiz", lane="engineering"),
        PersonForm(role="Facilitator", name="Lena Frost", lane="facilitator"),
    )
    form = replace(
        setup.form,
        mode="private",
        drivers=(setup.form.headline, stored),
        people=people,
        agreed=False,
        lanes=Lanes(guest="Finance"),
    )
    setup.board.fill(form)
    setup.board.show_computed(form)
    setup.board.edited.emit()


def _sides(studio: Studio) -> None:
    _private(studio)
    studio.window.setup.people.ask_for_sides()


def _below(studio: Studio) -> None:
    _private(studio)
    studio.window.setup.board.focus_step(4)


def _frame(studio: Studio) -> None:
    _page("assess", _sample, 1)(studio)
    studio.window.edit_frame()


def _deleted(studio: Studio) -> None:
    """Delete the latest assessment of the first system, with the bar that takes it back."""
    _sample(studio)
    studio.settle()
    studio.session.delete_assessment(studio.session.home[0].assessments[-1].id)


def _trash(studio: Studio) -> None:
    _deleted(studio)
    studio.settle()
    studio.window.messages.clear()
    studio.window.ways.show_trash()


def _restored(studio: Studio) -> None:
    def restore(lines: tuple[TrashLine, ...]) -> None:
        for line in lines:
            studio.session.restore_assessment(line.id)

    studio.session.read_trash(restore)
    studio.settle()
    studio.window.messages.clear()


def _revision(studio: Studio) -> None:
    _sample(studio)
    studio.settle()
    studio.window.ways.ask_for_revision(studio.session.home[0].assessments[-1].id)


def _row(studio: Studio) -> None:
    _sample(studio)
    studio.settle()
    view = studio.window.home.findChild(SystemsView)
    if isinstance(view, SystemsView):
        view.setFocus()
        view.select(1)


def _unsaved(studio: Studio) -> None:
    _page("assess", _sample, 1)(studio)
    error = NotSavedError("The disk is full.")
    studio.session.not_saved.emit(error, "10:42")


def _saved_again(studio: Studio) -> None:
    studio.session.saved.emit("10:43")
    studio.window.messages.clear()


def _meetings(studio: Studio) -> None:
    studio.open(studio.places.sample.with_name("meetings.readiness"))
    studio.window.go_home()


def _meeting(system: int, *steps: Callable[[Studio], object]) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        _page("assess", _meetings, system)(studio)
        for step in steps:
            studio.settle()
            step(studio)

    return go


def _as_side(side: Side, question: str = "") -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        studio.session.hand_over(side, "Ana Ruiz" if side == "engineering" else "Mira Holt")
        if question:
            studio.window.system.assess.go_to(question)

    return go


def _hand_back(studio: Studio) -> None:
    studio.session.hand_over(None)


def _to(question: str) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        studio.window.system.assess.go_to(question)

    return go


def _press(*keys: Qt.Key) -> Callable[[Studio], None]:
    def go(studio: Studio) -> None:
        for key in keys:
            QTest.keyClick(studio.application.focusWidget() or studio.window, key)

    return go


def _present(
    *done: str, at: str = "ARC-11", system: int = meetings.REVEALED, facilitator: bool = False
) -> Callable[[Studio], None]:
    """Put a question before the room, do a few things, and look at one of the two windows."""

    def go(studio: Studio) -> None:
        size = studio.window.size()
        _meeting(system)(studio)
        studio.settle()
        presenting, clock = studio.window.presenting, studio.session.meeting_clock
        if clock is not None and not clock.is_begun:
            clock.turn_to("frame")
            clock.elapse(16 * 60)
        presenting.present(displays()[0], alone=not facilitator)
        presenting.talk.turn_to(at)
        if clock is not None:
            clock.pause()
            clock.elapse(38 * 60 - clock.state.seconds)
        for word in done:
            presenting.conductor.do(word)
        subject = presenting.facilitator if facilitator else presenting.view
        if subject is not None and presenting.view is not None:
            presenting.view.showNormal()
            presenting.view.resize(QSize(1440, 900) if facilitator else size)
            subject.showNormal()
            subject.resize(size)
            studio.subject = subject
            studio.settle()

    return go


def _leave_room(studio: Studio) -> None:
    while studio.session.undo_stack.canUndo():
        studio.session.undo_stack.undo()
    studio.subject = studio.window
    studio.window.presenting.stop()


def _counted(studio: Studio) -> None:
    """Assess in a live meeting with eighteen minutes gone."""
    _page("assess", _sample, 1)(studio)
    clock = studio.session.meeting_clock
    if clock is not None and not clock.is_begun:
        clock.elapse(18 * 60)
        clock.start()


SCENES: Sequence[Scene] = (
    Scene("01-home-empty", _empty),
    Scene("01-home", _sample),
    Scene("01-home-awkward", _awkward),
    Scene("09-studio-empty", studio_scenes.empty, studio_scenes.away),
    Scene("09-studio", studio_scenes.opened, studio_scenes.away),
    Scene("09-studio-problem", studio_scenes.problem, studio_scenes.away),
    Scene("09-studio-meaning", studio_scenes.meaning, studio_scenes.away),
    Scene("09-studio-more", studio_scenes.more, studio_scenes.away),
    Scene("09-studio-present", studio_scenes.present, studio_scenes.present_away),
    Scene("09-studio-head", studio_scenes.head, studio_scenes.away),
    Scene("09-studio-topic", studio_scenes.topic, studio_scenes.away),
    Scene("09-studio-outside", studio_scenes.outside, studio_scenes.away),
    Scene("09-studio-compare", studio_scenes.compare, studio_scenes.away),
    Scene("09-studio-try", studio_scenes.tried, studio_scenes.away),
    Scene("02-setup", _new("Checkout API")),
    Scene("02-setup-faults", _faulty),
    Scene("02-setup-private", _private),
    Scene("02-setup-below", _below),
    Scene("02-setup-sides", _sides),
    Scene("02-setup-frame", _frame),
    Scene("01-home-row", _row),
    Scene("01-home-deleted", _deleted, _restored),
    Scene("08-trash", _trash, _restored),
    Scene("08-revision", _revision),
    Scene("03-assess", _page("assess", _sample, 1)),
    Scene("03-assess-sealed", _page("assess", _sample, 0)),
    Scene("03-assess-awkward", _page("assess", _awkward, LONG_NAME)),
    Scene("03-assess-not-saved", _unsaved, _saved_again),
    Scene("03-check-in-opening", _check_in(CheckInPage.show_opening), _forget),
    Scene("03-check-in", _check_in(_say("Y", "Y", "2")), _forget),
    Scene("03-check-in-guess", _check_in(_say(*"Y" * 13)), _forget),
    Scene("03-check-in-unknown", _check_in(_say(*"Y" * 17)), _forget),
    Scene("03-check-in-end", _check_in(_say(*"Y" * 21)), _forget),
    Scene("03-assess-hindsight", _in_full, _forget),
    Scene("03-hand-over-first", _meeting(meetings.HIDDEN - 1)),
    Scene("03-private-first", _meeting(meetings.HIDDEN - 1, _as_side("product", "DAT-04"))),
    Scene("03-private", _meeting(meetings.HIDDEN, _as_side("engineering", "ARC-11"))),
    Scene("03-private-product", _meeting(meetings.HIDDEN, _as_side("product", "ARC-11"))),
    Scene(
        "03-private-end", _meeting(meetings.HIDDEN, _as_side("product", "GRO-14"), _press(Qt.Key.Key_Right))
    ),
    Scene("03-hand-over", _meeting(meetings.HIDDEN, _as_side("engineering"), _hand_back)),
    Scene("03-hand-over-reveal", _meeting(meetings.HIDDEN + 1)),
    Scene("03-revealed", _meeting(meetings.REVEALED, _to("ARC-11"))),
    Scene("03-revealed-same", _meeting(meetings.REVEALED, _to("GRO-01"))),
    Scene("03-revealed-agreed", _meeting(meetings.REVEALED, _to("ARC-03"), _press(Qt.Key.Key_1))),
    Scene("03-revealed-one", _meeting(meetings.REVEALED, _to("DAT-03"))),
    Scene("03-revealed-fact", _meeting(meetings.REVEALED, _to("ARC-11"), _press(Qt.Key.Key_F))),
    Scene("03-live", _meeting(meetings.LIVE, _to("ARC-11"))),
    Scene("03-live-product", _meeting(meetings.LIVE, _to("GRO-01"), _press(Qt.Key.Key_P, Qt.Key.Key_P))),
    Scene("03-one-view", _meeting(meetings.ALONE)),
    Scene("03-assess-clock", _counted),
    Scene("13-table-private", _meeting(meetings.HIDDEN, _as_side("engineering"), _press(Qt.Key.Key_T))),
    Scene("13-table-carried", _check_in(_to_table), _forget),
    Scene("09-presenter-question", _present(system=meetings.HIDDEN), _leave_room),
    Scene("09-presenter-revealed", _present(), _leave_room),
    Scene("09-presenter-agreed", _present("level-2"), _leave_room),
    Scene("09-presenter-levels", _present("levels"), _leave_room),
    Scene("09-presenter-near", _present(at="GRO-11"), _leave_room),
    Scene("09-presenter-blank", _present("blank"), _leave_room),
    Scene("09-facilitator", _present(facilitator=True), _leave_room),
    Scene("04-results", _page("results", _sample, 0)),
    Scene("04-results-open", _page("results", _sample, 1)),
    Scene("04-results-awkward", _page("results", _awkward, LONG_NAME)),
    Scene("04-results-unanswered", _page("results", _awkward, UNANSWERED)),
    Scene("04-results-seven", _page("results", _awkward, SEVEN_PILLARS)),
    Scene("04-results-one-quarter", _page("results", _awkward, ONE_QUARTER)),
    Scene("04-results-nothing-applies", _page("results", _awkward, NOTHING_APPLIES)),
    Scene("04-results-tables", _tables, _tables_away),
    Scene("04-results-lower", _lower),
    Scene("04-results-pillar", _part(_sample, 0, "DAT")),
    Scene("04-results-topic", _part(_sample, 0, "ARC.FLR", "ARC-11")),
    Scene("04-results-pillar-long", _part(_awkward, SEVEN_PILLARS, "ARC")),
    Scene("04-results-topic-awkward", _part(_awkward, LONG_NAME, "ARC.FLR")),
    Scene("04-results-risk", _then(_page("results", _sample, 0), plan_scenes.edit_risk)),
    Scene("04-results-why", _why(_sample, 0)),
    Scene("04-results-why-table", _why(_sample, 0, table=True)),
    Scene("04-results-why-pillar", _why(_sample, 0, "DEB")),
    Scene("04-results-why-none", _why(_sample, 1)),
    Scene("05-limits", _page("limits", _sample, 0)),
    Scene("05-limits-empty", _page("limits", _awkward, UNANSWERED)),
    Scene("05-roadmap", _page("roadmap", _sample, 0)),
    Scene("05-roadmap-what-if", _what_if, _what_if_away),
    Scene("05-roadmap-filled", _then(_page("roadmap", _sample, 0), plan_scenes.filled), plan_scenes.unfilled),
    Scene(
        "05-roadmap-states", _then(_page("roadmap", _sample, 0), plan_scenes.states), plan_scenes.states_away
    ),
    Scene("05-roadmap-risk", _then(_page("roadmap", _sample, 0), plan_scenes.accept_risk)),
    Scene("05-roadmap-decision", _then(_page("roadmap", _sample, 0), plan_scenes.edit_decision)),
    Scene("05-roadmap-table", _plan_table, _plan_table_away),
    Scene("05-roadmap-moved", _moved),
    Scene("05-roadmap-edit", _edited),
    Scene("05-roadmap-awkward", _page("roadmap", _awkward, LONG_NAME)),
    Scene("05-roadmap-unanswered", _page("roadmap", _awkward, UNANSWERED)),
    Scene("05-roadmap-seven", _page("roadmap", _awkward, SEVEN_PILLARS)),
    Scene("05-roadmap-no-capacity", _no_capacity),
    Scene("06-closing", _page("closing", _sample, 1)),
    Scene("06-closing-facts", _page("closing", _reviewed, CLOSING)),
    Scene("06-closing-editing", _editing),
    Scene("06-closing-hidden", _page("closing", _reviewed, HIDDEN)),
    Scene("06-closing-sealed", _page("closing", _reviewed, SEALED)),
    Scene("06-closing-zoomed", _zoomed("closing", CLOSING), _unzoomed),
    Scene("13-table", _page("table", _reviewed, MEETING)),
    Scene("13-table-filtered", _filtered),
    Scene("13-table-hidden", _page("table", _reviewed, HIDDEN)),
    Scene("13-table-sealed", _page("table", _reviewed, SEALED)),
    Scene("13-table-long", _page("table", _reviewed, LONG)),
    Scene("13-table-zoomed", _zoomed("table", MEETING), _unzoomed),
    Scene("09-compare", _page("compare", _sample, 0)),
    Scene("09-compare-lower", _compare_lower),
    Scene("09-compare-trend", _compare_trend(_sample, 0)),
    Scene("09-compare-trend-forty", _compare_trend(_awkward, FORTY)),
    Scene("09-compare-trend-search", _compare_trend(_sample, 2)),
    Scene("09-compare-promises", _compare_at("compare-promises")),
    Scene("09-compare-incidents", _compare_at("compare-incidents")),
    Scene("09-compare-incident", _then(_page("compare", _sample, 0), plan_scenes.log_incident)),
    Scene("09-compare-tables", _compare_tables, _compare_tables_away),
    Scene("09-compare-noise", _page("compare", _sample, 0, 2)),
    Scene("09-compare-one-quarter", _page("compare", _awkward, ONE_QUARTER)),
    Scene("09-compare-forty", _page("compare", _awkward, FORTY)),
    Scene("09-compare-none", _page("compare", _awkward, UNANSWERED)),
    *(Scene(*one) for one in round_scenes.SCENES),
    *(Scene(*one) for one in many_scenes.SCENES),
    *(Scene(*one) for one in version_scenes.SCENES),
    Scene("07-report", _page("report", _sample, 0)),
    Scene("07-report-audit", _audit_written),
    Scene("07-report-lower", _report_lower),
    Scene("07-report-words", _report_words),
    Scene("07-report-own-size", _report_own_size, _report_fitted),
    Scene("07-report-forty", _page("report", _awkward, FORTY)),
    Scene("07-report-unanswered", _page("report", _awkward, UNANSWERED)),
    Scene("02-practices", _page("assess", _ticked, LIVE)),
    Scene("02-practices-sides", _page("assess", _ticked, SIDES)),
    Scene("02-practices-none", _page("assess", _ticked, UNTICKED)),
    Scene("04-results-lens", _page("results", _ticked, LIVE)),
    Scene("08-questionnaires", _library),
    Scene("08-take-in-lens", _preview),
    Scene("08-take-in-review", import_scenes.review),
    Scene("08-take-in-columns", import_scenes.columns),
    Scene("08-take-in-faults", import_scenes.faulty_columns),
    Scene("08-take-in-sheet", import_scenes.brought),
    Scene("08-settings", _over(MainWindow.show_settings)),
    Scene("08-about", _over(lambda window: window.help.show_about())),
    Scene("08-help", _over(lambda window: window.help.show())),
    Scene("08-method", _over(lambda window: window.help.show_method())),
    *(Scene(*one) for one in safe_scenes.SCENES),
    *(Scene(*one) for one in drive_scenes.SCENES),
    Scene("08-data", _over(lambda window: window.help.show_data())),
    Scene("08-due", _over(lambda window: window.home.due.show_all())),
    Scene("08-keys", _over(MainWindow.show_keys)),
    Scene("08-palette", _over(MainWindow.show_palette)),
)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0]) if given else Path(__file__).resolve().parent.parent / "shots"))
