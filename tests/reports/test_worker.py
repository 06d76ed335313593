"""The other process: the same bytes, stopped when asked, never half a report."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import foreign
import pytest
from builders import a_planned_assessment, level
from PIL import Image

from readiness.domain.outcome import evaluate
from readiness.errors import InputError, OutputError
from readiness.other_process import OtherProcess
from readiness.reports.content import describe
from readiness.reports.facts import ReportContent
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.reports.worker import ReportWorker
from readiness.services.exporting import export_pdf, render_pdf

OPTIONS = ReportOptions()
SMALL = describe(evaluate(a_planned_assessment()), OPTIONS)
HUGE = describe(
    evaluate(a_planned_assessment({"ARC-01": level(3, note="word " * 2_000_000, note_for="report")})), OPTIONS
)
"""Takes tens of seconds: long enough to be stopped on the way."""


@pytest.fixture
def worker() -> Iterator[ReportWorker]:
    process = OtherProcess()
    yield ReportWorker(process)
    process.close()


def test_the_other_process_makes_the_same_bytes(worker: ReportWorker) -> None:
    assert worker.render(SMALL, OPTIONS) == build_pdf(SMALL, OPTIONS)
    assert worker.render(SMALL, OPTIONS) == build_pdf(SMALL, OPTIONS)


def test_it_can_be_started_before_it_is_needed(worker: ReportWorker) -> None:
    worker._process.start()
    before = worker._process._process

    worker.render(SMALL, OPTIONS)
    assert worker._process._process is before


def test_a_report_is_stopped_when_asked_and_the_next_one_is_made(worker: ReportWorker) -> None:
    worker._process.start()
    with ThreadPoolExecutor(1) as pool:
        making = pool.submit(worker.render, HUGE, OPTIONS)
        assert worker._process._busy.wait(10)
        worker.cancel()
        with pytest.raises(OutputError, match=r"The report was stopped\. Nothing was written\."):
            making.result(30)

    assert worker.render(SMALL, OPTIONS).startswith(b"%PDF")


def test_with_nothing_being_made_there_is_nothing_to_stop(worker: ReportWorker) -> None:
    worker._process.start()
    worker.cancel()

    assert worker.render(SMALL, OPTIONS).startswith(b"%PDF")


def test_a_report_that_takes_too_long_is_ended() -> None:
    with (
        closing(OtherProcess()) as process,
        pytest.raises(OutputError, match=r"took longer than 0\.2 seconds and was stopped"),
    ):
        ReportWorker(process, most_seconds=0.2).render(HUGE, OPTIONS)


def test_a_report_that_floods_the_memory_is_ended_where_no_limit_of_the_system_holds_it() -> None:
    with closing(OtherProcess()) as process:
        with pytest.raises(OutputError, match="needs more memory than it may have"):
            ReportWorker(process, most_memory=64 << 20)._call(foreign.flood_by, 160)
        assert ReportWorker(process).render(SMALL, OPTIONS).startswith(b"%PDF")


def test_with_room_enough_the_same_flood_is_ended_by_its_time_alone() -> None:
    """The twin."""
    with closing(OtherProcess()) as process, pytest.raises(OutputError, match=r"longer than 2 seconds"):
        ReportWorker(process, most_seconds=2.0)._call(foreign.flood_by, 160)


def a_picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 20), "teal").save(out, "PNG")
    return out.getvalue()


def forbidden(*_: object, **__: object) -> NoReturn:
    message = "a picture of others was opened in the program's own process"
    raise AssertionError(message)


def test_a_logo_is_opened_in_the_other_process_alone(
    worker: ReportWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(a_picture())
    chosen = replace(OPTIONS, logo_path=str(logo))
    given = a_planned_assessment()
    monkeypatch.setattr(Image, "open", forbidden)
    assert render_pdf(given, chosen, worker).startswith(b"%PDF")
    logo.write_bytes(b"GIF89a")
    with pytest.raises(InputError, match="The logo is no PNG or JPEG that can be read"):
        render_pdf(given, chosen, worker)
    with pytest.raises(AssertionError, match="program's own process"):  # the twin: without the other process
        render_pdf(given, chosen)


@pytest.mark.parametrize("place", ["/dev/zero", "/dev", "/gone.png"])
def test_what_can_be_no_logo_is_not_read_at_all(worker: ReportWorker, place: str) -> None:
    with pytest.raises(InputError) as refused:
        render_pdf(a_planned_assessment(), replace(OPTIONS, logo_path=place), worker)
    assert refused.value.sentence() == (
        f"The logo {Path(place).name} cannot be used. Choose a PNG or JPEG of at most 2 MB, or remove it."
    )


def test_a_process_that_died_is_started_anew(worker: ReportWorker) -> None:
    worker._process.start()
    process = worker._process._process
    assert process is not None
    process.kill()
    process.join(10)

    assert worker.render(SMALL, OPTIONS).startswith(b"%PDF")


def test_a_process_that_dies_on_the_way_is_told(worker: ReportWorker) -> None:
    worker._process.start()
    process = worker._process._process
    assert process is not None
    with ThreadPoolExecutor(1) as pool:
        making = pool.submit(worker.render, HUGE, OPTIONS)
        assert worker._process._busy.wait(10)
        process.kill()
        with pytest.raises(OutputError, match="ended unexpectedly"):
            making.result(30)


def test_our_own_bugs_are_no_messages_to_a_user(worker: ReportWorker) -> None:
    broken = replace(SMALL, foot=None)  # type: ignore[arg-type]  # a bug, on purpose

    with pytest.raises(RuntimeError, match="the other process could not do it"):
        worker.render(broken, OPTIONS)
    assert worker.render(SMALL, OPTIONS).startswith(b"%PDF")


def test_a_stopped_report_leaves_the_older_file_as_it_was(worker: ReportWorker, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the older one")
    given = a_planned_assessment({"ARC-01": level(3, note="word " * 2_000_000, note_for="report")})
    worker._process.start()
    with ThreadPoolExecutor(1) as pool:
        making = pool.submit(export_pdf, given, target, OPTIONS, worker)
        assert worker._process._busy.wait(30)
        worker.cancel()
        with pytest.raises(OutputError, match="stopped"):
            making.result(30)

    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]
    assert target.read_bytes() == b"the older one"


def test_reports_are_made_one_after_another(worker: ReportWorker) -> None:
    with ThreadPoolExecutor(3) as pool:
        made = [pool.submit(_made, worker, SMALL) for _ in range(3)]
        sizes = {future.result(60) for future in made}

    assert sizes == {len(build_pdf(SMALL, OPTIONS))}


def _made(worker: ReportWorker, content: ReportContent) -> int:
    return len(worker.render(content, OPTIONS))
