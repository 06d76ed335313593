"""Files that somebody else made come into the window by way of the other process.

Each kind has two parts. The first runs in the background and waits for the other process, the second in the
database thread; nothing of them is loaded before a file is chosen.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.ui.desk import Desk

if TYPE_CHECKING:
    from readiness.domain.assessment import Assessment
    from readiness.exchange.foreign import Foreign
    from readiness.exchange.packages import Package
    from readiness.exchange.spreadsheet.mapping import Mapping
    from readiness.services.foreign_files import Known, Reader
    from readiness.services.sealed_packages import Incoming
    from readiness.services.shelf import Looked
    from readiness.services.tables import Tabled
    from readiness.services.taking_in import TakingIn

Reading = Callable[["Reader", Path, "Known"], Any]
Holding = Callable[[Desk, Any], Any]


def known_at(desk: Desk) -> "Known":
    """Return the questionnaires a file may name."""
    from readiness.services.foreign_files import known_in  # noqa: PLC0415 - in the database thread

    return known_in(desk.assessing.workspace)


def read_questionnaire(reader: "Reader", path: Path, known: "Known") -> "Foreign | Tabled":
    """Read a questionnaire of any format, or the sheets of a spreadsheet."""
    from readiness.services.tables import read_any  # noqa: PLC0415 - in the background

    return reader.read(read_any, path, known.find)


def read_columns(
    reader: "Reader", path: Path, known: "Known", *, table: "Tabled", mapping: "Mapping"
) -> "Foreign":
    """Read the rows of a spreadsheet that are in the window already, now that their columns are chosen."""
    from readiness.services.tables import read_columns as read  # noqa: PLC0415 - in the background

    return reader.make(partial(read, mapping=mapping), table.sheet(mapping), path.name, known.find)


def hold_questionnaire(desk: Desk, file: "Foreign | Tabled") -> "Looked | Tabled":
    """Say what a questionnaire would bring; a spreadsheet waits for its columns."""
    from readiness.services.tables import hold_any  # noqa: PLC0415 - in the database thread

    return hold_any(desk.assessing, file)


def read_response(reader: "Reader", path: Path, known: "Known") -> "Assessment":
    """Read what came back from a response pack."""
    from readiness.services import foreign_files  # noqa: PLC0415 - in the background

    return reader.read(foreign_files.read_response, path, known.find)


def hold_response(desk: Desk, theirs: "Assessment") -> "TakingIn":
    """Say what the answers would bring into which assessment."""
    from readiness.services.taking_in import look  # noqa: PLC0415 - in the database thread

    return look(desk.assessing, theirs)


def read_package(reader: "Reader", path: Path, known: "Known") -> "Package":
    """Read a sealed package and prove its seal."""
    from readiness.services import sealed_packages  # noqa: PLC0415 - in the background

    return reader.read(sealed_packages.read_package, path, known.find)


def hold_package(desk: Desk, package: "Package") -> "Incoming":
    """Say what a package would bring."""
    from readiness.services import sealed_packages  # noqa: PLC0415 - in the database thread

    return sealed_packages.hold_package(desk.assessing, package)
