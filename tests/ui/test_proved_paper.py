"""A report of a history that was changed is not made, and the window says why."""

from pathlib import Path

from rooms import Room

from readiness.errors import OutputError, ReadinessError
from readiness.reports.options import ReportOptions

OPTIONS = ReportOptions(pages=("summary",))


def open_sealed(room: Room) -> None:
    line = next(one for one in room.session.home[0].assessments if one.state == "closed")
    room.session.open_assessment(line.id)
    room.settle()


def spoil(room: Room) -> None:
    """List a sealed quarter with another score than its seal."""
    desk = room.session._workspace.desk
    assert desk is not None

    def work() -> None:
        with desk.assessing.workspace.database.transaction() as connection:
            connection.execute("UPDATE assessments SET score = 99.0 WHERE state = 'closed'")

    room.database.submit(work)
    room.settle()


def test_neither_report_nor_preview_nor_agenda_is_made(sample_room: Room, tmp_path: Path) -> None:
    open_sealed(sample_room)
    spoil(sample_room)
    failures: list[ReadinessError] = []
    session = sample_room.session
    session.export_failed.connect(failures.append)
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the report of last week")
    session.export_pdf(target, OPTIONS)
    session.render_pdf(OPTIONS)
    session.export_agenda(target, OPTIONS)
    sample_room.settle()
    sample_room.tasks.wait()
    assert [type(one) for one in failures] == [OutputError] * 3
    assert "the workspace is not sound" in failures[0].happened
    assert target.read_bytes() == b"the report of last week"


def test_a_history_that_holds_is_printed(sample_room: Room, tmp_path: Path) -> None:
    """The twin: the same way through, and a report at its end."""
    open_sealed(sample_room)
    target = tmp_path / "report.pdf"
    with sample_room.qtbot.waitSignal(sample_room.session.exported, timeout=60_000):
        sample_room.session.export_pdf(target, OPTIONS)
    assert target.read_bytes().startswith(b"%PDF")
