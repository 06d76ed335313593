"""The pictures of the studio: nothing yet, a problem, all fields, before the room, changed outside, tried."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from readiness.domain.studio.places import Place, at
from readiness.ui.pages.studio_page import StudioPage

if TYPE_CHECKING:
    from shots import Studio

    from readiness.domain.questionnaire import Questionnaire

Go = Callable[["Studio"], None]

_CORE: Final = "scalability@1.0"
_ASKED: Final[Place] = (1, 0, 2)
_WAIT: Final = 900
_LONG: Final = "Everything that happens to the data of the whole organisation"


def empty(studio: "Studio") -> None:
    """Show what stands there before anything is written."""
    _forget(studio)
    studio.open(studio.places.sample)
    studio.window.go_studio()
    _page(studio).table.empty.emit()


def opened(studio: "Studio") -> None:
    """Begin with a copy of the core, at a question."""
    _begin(studio)


def problem(studio: "Studio") -> None:
    """Let a level lose its words."""
    page = _begin(studio)
    levels = list(at(_draft(page), _ASKED).levels)
    levels[3] = ""
    page.editing.write("levels 3", tuple(levels))
    page.editing.write("prompt", "What happens to the busiest rows when writes double?")
    studio.linger(_WAIT)


def meaning(studio: "Studio") -> None:
    """Show what is asked of a question that reads differently."""
    problem(studio)
    page = _page(studio)
    page.editor.take_focus("same")


def more(studio: "Studio") -> None:
    """Open the other fields."""
    page = _begin(studio)
    page.editor.question.open_more()
    studio.linger(_WAIT)
    page.editor.take_focus("product_prompt")


def present(studio: "Studio") -> None:
    """Show the question as the room sees it."""
    page = _begin(studio)
    page.preview.choice.set_value("present")
    page.preview.show_kind("present")


def present_away(studio: "Studio") -> None:
    """Show it in Assess again."""
    page = _page(studio)
    page.preview.choice.set_value("assess")
    page.preview.show_kind("assess")


def head(studio: "Studio") -> None:
    """Show what the questionnaire says of itself."""
    _begin(studio).table.select(())


def topic(studio: "Studio") -> None:
    """Show a topic with a long name."""
    page = _begin(studio)
    page.table.select((1, 0))
    page.editing.write("name", _LONG)
    studio.linger(_WAIT)


def outside(studio: "Studio") -> None:
    """Let another program change the file."""
    page = _begin(studio)
    drafting = page.table.drafting
    if drafting is not None:
        text = drafting.path.read_text(encoding="utf-8")
        drafting.path.write_text(text.replace("name: Data", "name: Their data"), encoding="utf-8")
    page.table.look()
    studio.linger(_WAIT)


def compare(studio: "Studio") -> None:
    """Show both texts."""
    outside(studio)
    studio.window.studio.compare()


def tried(studio: "Studio") -> None:
    """Answer the draft in memory."""
    _begin(studio)
    studio.window.studio.try_it()


def away(studio: "Studio") -> None:
    """Close what stands over the page, and go home."""
    studio.close_dialogs()
    studio.window.go_home()
    studio.settle()


def _begin(studio: "Studio") -> StudioPage:
    """Open a fresh copy of the core."""
    _forget(studio)
    studio.open(studio.places.sample)
    studio.window.go_studio()
    studio.settle()
    page = _page(studio)
    page.table.edit_version(_CORE)
    studio.settle()
    page.table.select(_ASKED)
    studio.linger(_WAIT)
    return page


def _forget(studio: "Studio") -> None:
    folder = studio.places.questionnaires
    for path in folder.glob("*.yaml") if folder.is_dir() else ():
        path.unlink()


def _page(studio: "Studio") -> StudioPage:
    page = studio.window.findChild(StudioPage, "studio")
    if page is None:
        raise LookupError("studio")
    return page


def _draft(page: StudioPage) -> "Questionnaire":
    draft = page.table.draft
    if draft is None:
        raise LookupError("draft")
    return draft
