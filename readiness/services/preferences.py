"""What the user prefers: read plainly and fast before the first paint, written with care later.

Reading needs the standard library only and takes whatever it finds: a damaged file, an unknown word or a
newer program's keys cost a default, never the start. Writing goes through storage: atomic, unknown keys kept.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal

from readiness.errors import OutputError
from readiness.services.column_memory import Remembered, remembered_from
from readiness.services.report_choices import AS_DESIGNED, ReportChoices, choices_from

ThemeChoice = Literal["system", "light", "dark"]
MotionChoice = Literal["system", "full", "reduced"]

MOST_RECENT: Final = 8
MOST_ADVISED: Final = 50
_LARGEST: Final = 100_000
_SMALLEST, _LARGEST_TEXT = 0.8, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The preferences. ``fiscal_year_start`` is a month from 1; it changes only the printed months.

    ``columns`` are what was chosen for tables of others, by their headers.

    ``last_quarters_mark`` shows last quarter's level once this quarter's is given. ``presenter_screen`` names
    the screen that the room saw last. ``own_workspace`` is where the user's own one was put, empty for the
    platform's folder; ``second_place`` is a folder for copies of backups, empty for none.
    """

    theme: ThemeChoice = "system"
    fiscal_year_start: int = 1
    company: str = ""
    single_keys: bool = True
    auto_advance: bool = False
    last_quarters_mark: bool = True
    zoom: float = 1.0
    motion: MotionChoice = "system"
    presenter_screen: str = ""
    own_workspace: str = ""
    second_place: str = ""
    place_asked: bool = False
    recent: tuple[str, ...] = ()
    advised: tuple[str, ...] = ()
    """Folders whose place was told of, so that it is not told again."""
    report: ReportChoices = AS_DESIGNED
    columns: Remembered = ()


class Preferences:
    """The preferences file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Settings:
        """Return what the file says, and the default for whatever it says wrongly or not at all."""
        return _settings(self._tree())

    def write(self, settings: Settings) -> None:
        """Keep the preferences, and whatever else a newer program wrote beside them.

        Raises:
            OutputError: the file could not be written; the one before is untouched.
        """
        from readiness.exchange.atomic import atomic_write  # noqa: PLC0415 - reading must stay light

        tree = {**self._tree(), **asdict(settings)}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"The settings cannot be kept in {self.path.parent}.",
                safe="They hold until the program ends.",
                details=str(error),
            ) from error
        atomic_write(self.path, json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n")

    def _tree(self) -> dict[str, object]:
        try:
            with self.path.open(encoding="utf-8") as file:
                tree = json.loads(file.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return tree if isinstance(tree, dict) else {}


def _settings(tree: Mapping[str, object]) -> Settings:
    plain = Settings()
    start, company = tree.get("fiscal_year_start"), tree.get("company")
    return Settings(
        theme=_theme(tree.get("theme")),
        fiscal_year_start=start if type(start) is int and 1 <= start <= 12 else plain.fiscal_year_start,  # noqa: PLR2004 - months
        company=_text(company),
        single_keys=tree.get("single_keys") is not False,
        auto_advance=tree.get("auto_advance") is True,
        last_quarters_mark=tree.get("last_quarters_mark") is not False,
        zoom=_zoom(tree.get("zoom")),
        motion=_motion(tree),
        presenter_screen=_text(tree.get("presenter_screen")),
        own_workspace=_path(tree.get("own_workspace")),
        second_place=_path(tree.get("second_place")),
        place_asked=tree.get("place_asked") is True,
        recent=_paths(tree.get("recent"))[:MOST_RECENT],
        advised=_paths(tree.get("advised"))[:MOST_ADVISED],
        report=choices_from(tree.get("report")),
        columns=remembered_from(tree.get("columns")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _path(value: object) -> str:
    """Read a whole path; what could not be one counts as none."""
    text = _text(value)
    return text if "\0" not in text and Path(text).is_absolute() else ""


def _zoom(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return 1.0
    return float(value) if _SMALLEST <= value <= _LARGEST_TEXT else 1.0


def _theme(value: object) -> ThemeChoice:
    if value == "light":
        return "light"
    return "dark" if value == "dark" else "system"


def _motion(tree: Mapping[str, object]) -> MotionChoice:
    """Read the choice; before there were three, a switch could only ask for less."""
    value = tree.get("motion")
    if value == "full":
        return "full"
    is_old = value is None and tree.get("reduce_motion") is True
    return "reduced" if value == "reduced" or is_old else "system"


def _paths(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(path for path in value if isinstance(path, str))
