"""What is said of backups: when and why each was made, what is in it, what going back would change."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from readiness.ui.quarters import shown_reference

if TYPE_CHECKING:
    from readiness.domain.restoring import Difference
    from readiness.services.restoring import BackupLine, SourceLine

_NAMED: Final = 3
_HASH: Final = 10


def when(at: str, now: datetime) -> str:
    """Return a stored UTC moment in local words, with its time of day."""
    local = datetime.fromisoformat(at).astimezone(now.tzinfo)
    clock = f"{local:%H:%M}"
    if local.date() == now.date():
        return _tr("Today, {0}").format(clock)
    if local.date() == now.date() - timedelta(days=1):
        return _tr("Yesterday, {0}").format(clock)
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {QLocale().standaloneMonthName(local.month)}{year}, {clock}"


def in_sentence(at: str) -> str:
    """Return a moment as it stands within a sentence."""
    return at[:1].lower() + at[1:]


def why(reason: str) -> str:
    """Return what a backup was made for."""
    words = {
        "asked": _tr("asked for"),
        "sealed": _tr("a quarter was sealed"),
        "before-update": _tr("before it was brought up to date"),
        "before-import": _tr("before an import"),
        "before-restore": _tr("before a backup was restored"),
    }
    return words.get(reason, _tr("after changes"))


def detail(line: "BackupLine") -> str:
    """Return what is in a backup, or why it cannot be used."""
    if line.fault:
        return line.fault
    parts = [
        why(line.why),
        _counted(line.systems, _tr("1 system"), _tr("{0} systems")),
        _counted(line.assessments, _tr("1 assessment"), _tr("{0} assessments")),
        QLocale().formattedDataSize(line.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat),
        _tr("seal {0}").format(line.head[:_HASH]) if line.head else _tr("nothing sealed"),
        *([_tr("second place only")] if line.places == ("second",) else []),
    ]
    return " · ".join(parts)


def source_title(line: "SourceLine") -> str:
    """Return of which workspace a folder of backups is, and of which computer where that is known."""
    source = line.source
    if line.is_of_here:
        return _tr("{name}, from this computer").format(name=source.name)
    words = _tr("{name}, from {computer}") if source.computer else _tr("{name}")
    return words.format(name=source.name, computer=source.computer)


def source_detail(line: "SourceLine", now: datetime) -> str:
    """Return how new a folder of backups is, what is in the newest, and where the workspace was."""
    newest = _tr("newest {0}") if len(line.source.backups) > 1 else "{0}"
    parts = [
        newest.format(in_sentence(when(line.source.made_at, now))),
        *(
            [_tr("the newest cannot be used")]
            if line.fault
            else [
                _counted(line.systems, _tr("1 system"), _tr("{0} systems")),
                _counted(line.assessments, _tr("1 assessment"), _tr("{0} assessments")),
            ]
        ),
        _folder_of(line.source.workspace) or line.source.folder.name,
    ]
    return " · ".join(parts)


def source_place(line: "SourceLine") -> str:
    """Return where the workspace was, or where its backups are."""
    if line.source.workspace:
        return _tr("It was {0}.").format(line.source.workspace)
    return _tr("They are in {0}.").format(line.source.folder)


def _folder_of(workspace: str) -> str:
    """Return the folder of a file of any system."""
    return workspace[: max(workspace.rfind("/"), workspace.rfind("\\"), 0)] or workspace


def content(found: "Difference") -> list[str]:
    """Return what is in a backup that takes no place yet: its first few assessments, its newest seal."""
    count = len(found.coming)
    if not count:
        return [_tr("It holds no assessment.")]
    answers = _counted(found.coming_answers, _tr("1 answer"), _tr("{0} answers"))
    words = (
        _tr("1 assessment, with {answers}: {names}.")
        if count == 1
        else _tr("{count} assessments, with {answers}: {names}.")
    )
    sealed = _tr("Sealed last: {0}.").format(shown_reference(found.sealed_then)) if found.sealed_then else ""
    told = words.format(count=count, answers=answers, names=named(found.coming))
    return [told, sealed or _tr("Nothing is sealed in it.")]


def changes(found: "Difference") -> list[str]:
    """Return what restoring would do, a sentence each."""
    if found.is_none:
        return [_tr("It says the same as the workspace does now. Nothing would change.")]
    return [sentence for sentence in _changes(found) if sentence]


def _changes(found: "Difference") -> Iterator[str]:
    yield _moved(
        found.going,
        found.going_answers,
        _tr("1 assessment would go, with {answers}: {names}."),
        _tr("{count} assessments would go, with {answers}: {names}."),
    )
    yield _moved(
        found.coming,
        found.coming_answers,
        _tr("1 assessment would come back, with {answers}: {names}."),
        _tr("{count} assessments would come back, with {answers}: {names}."),
    )
    if found.reopened:
        words = _tr("Sealed since, and would be open again: {names}.")
        yield words.format(names=named(found.reopened))
    yield _answers(found)
    if found.beside:
        one = _tr("In 1 assessment, only what stands beside the answers would read as it did then.")
        more = _tr("In {0} assessments, only what stands beside the answers would read as it did then.")
        yield _counted(found.beside, one, more)
    yield _sealed(found)


def _moved(references: Sequence[str], answers: int, one: str, more: str) -> str:
    if not references:
        return ""
    words = one if len(references) == 1 else more
    told = _counted(answers, _tr("1 answer"), _tr("{0} answers")) if answers else _tr("no answers")
    return words.format(count=len(references), answers=told, names=named(references))


def _answers(found: "Difference") -> str:
    parts = [
        words
        for count, words in (
            (found.answers_changed, _counted(found.answers_changed, _tr("1 reads"), _tr("{0} read"))),
            (found.answers_lost, _tr("{0} given since would go").format(found.answers_lost)),
            (found.answers_back, _tr("{0} would come back").format(found.answers_back)),
        )
        if count
    ]
    if found.answers_changed:
        parts[0] += _tr(" as before")
    return _tr("Of the answers in open assessments, {0}.").format(", ".join(parts)) if parts else ""


def _sealed(found: "Difference") -> str:
    if found.sealed_now == found.sealed_then:
        return ""
    now, then = (
        shown_reference(one) if one else _tr("nothing") for one in (found.sealed_now, found.sealed_then)
    )
    return _tr("Sealed last: {0} now, {1} in the backup.").format(now, then)


def named(references: Sequence[str]) -> str:
    """Return the first few names, and how many more there are."""
    shown = ", ".join(shown_reference(one) for one in references[:_NAMED])
    more = len(references) - _NAMED
    return shown + (_tr(" and {0} more").format(more) if more > 0 else "")


def _counted(count: int, one: str, more: str) -> str:
    return one if count == 1 else more.format(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
