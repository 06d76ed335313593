"""Questionnaires of any format, and the past answers they bring: say what a file would bring, take it in."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from readiness.cli.finding import finder
from readiness.cli.importing import say_effects, say_imported
from readiness.cli.terminal import Terminal
from readiness.domain.period import Period
from readiness.errors import Fault, UsageError
from readiness.exchange.bounded import read_content
from readiness.exchange.foreign import Foreign, Importer
from readiness.exchange.importers import IMPORTERS, read_foreign
from readiness.exchange.spreadsheet.importing import SpreadsheetImporter, read_sheets
from readiness.exchange.spreadsheet.mapping import guess, headers_of
from readiness.services.foreign import Answered, hold, take, usable
from readiness.services.lenses import Looked, told
from readiness.services.merging import Imported


def importers_for(given: Namespace) -> tuple[Importer, ...]:
    """Return what reads a file; with a mapping a spreadsheet is read by it, whatever it is called."""
    if given.map is None:
        return IMPORTERS
    by_mapping = SpreadsheetImporter(read_content(given.map))
    return tuple(by_mapping if isinstance(one, SpreadsheetImporter) else one for one in IMPORTERS)


def import_foreign(given: Namespace, terminal: Terminal, content: bytes, importer: Importer | None) -> int:
    """Take a questionnaire in with its answers, or with ``--preview`` say what that would bring."""
    _refuse_map(given, importer)
    importers = importers_for(given) if importer is None else (importer,)
    # What has faults needs no workspace, nor makes one.
    file = usable(read_foreign(content, str(given.file), finder(given, terminal), importers), str(given.file))
    _refuse_usage(given, file)
    if isinstance(importer, SpreadsheetImporter) and importer.mapping is None:
        _say_mapping(content, terminal)
    from readiness.cli.opening import opened  # noqa: PLC0415 - see above

    with opened(given, terminal, create=not given.preview) as assessing:
        looked = hold(assessing, file, given.version_name)
        answered = _answered(given, looked)
        if answered is not None and given.merge == "together":
            raise UsageError("--merge together is for response files.", remedy="Say mine or theirs.")
        done = None if given.preview else take(assessing, looked, answered, given.merge)
    for sentence in _sentences(looked, str(given.file)):
        terminal.say(sentence)
    say_effects(terminal, looked.effects, with_step=looked.found is None)
    return _say_done(terminal, looked, done)


def _say_done(terminal: Terminal, looked: Looked, done: Imported | None) -> int:
    if done is not None:
        counts = (list(done.new), list(done.changed), list(done.unchanged))
        return say_imported(terminal, "answers", done.reference, counts)
    if not looked.questionnaire.source and not looked.taken_as:  # one of ours is taken in whole
        name = [looked.questionnaire.reference]
        new, unchanged = ([], name) if looked.held else (name, [])
        return say_imported(terminal, "questionnaire", name[0], (new, [], unchanged))
    counts = (list(looked.new), list(looked.changed), list(looked.unchanged))
    return say_imported(terminal, "questionnaire", looked.questionnaire.reference, counts)


def _answered(given: Namespace, looked: Looked) -> Answered | None:
    if given.system is None:
        return None
    period = given.period or looked.period
    if period is None:
        raise UsageError(
            f"{given.file} does not say from which quarter its answers are.", remedy="Say --period YYYY-Qn."
        )
    return Answered(system=given.system, period=_period(period))


def _period(given: str | Period) -> Period:
    try:
        return given if isinstance(given, Period) else Period.parse(given)
    except ValueError as error:
        raise UsageError(f"{error}.") from error


def _refuse_map(given: Namespace, importer: Importer | None) -> None:
    if given.map is not None and not isinstance(importer, SpreadsheetImporter):
        raise UsageError(f"{given.file} is no spreadsheet, so it has no columns.", remedy="Leave --map out.")


def _refuse_usage(given: Namespace, file: Foreign) -> None:
    if given.version_name and not file.converted:
        raise UsageError(f"{given.file} says itself which version it is.", remedy="Leave --version-name out.")
    if given.period is not None:
        _period(given.period)
        if given.system is None:
            raise UsageError(
                "--period is the quarter of a system’s answers.", remedy="Say --system NAME too."
            )
    if given.system is not None and not file.answers:
        raise UsageError(f"{given.file} brings no answers.", remedy="Leave --system out.")
    if given.merge is not None and given.system is None:
        raise UsageError("--merge says whose answers count.", remedy="Leave it out, or say --system NAME.")


def _sentences(looked: Looked, file: str) -> Iterator[str]:
    yield from looked.taken_as
    yield from told(looked)
    asked = looked.questionnaire
    if asked.source is None and not looked.taken_as:
        return
    parts = {"pillar": len(asked.pillars), "question": len(asked.questions), "practice": looked.practices}
    counted = ", ".join(_counted(count, part) for part, count in parts.items() if count)
    weights = "; equal weights" if asked.source is not None and not looked.taken_as else ""
    yield f"{asked.title}: {counted}{weights}."
    if looked.answers:
        yield f"It brings {_counted(len(looked.answers), 'past answer')}."
    if looked.flaws:
        yield _flaws(looked.flaws, file)


def _flaws(flaws: Sequence[Fault], file: str) -> str:
    often = Counter(flaw.code for flaw in flaws).most_common()
    listed = ", ".join(f"{count} {code}" for code, count in often)
    counted = _counted(len(flaws), "flaw")
    return f"It has {counted} of its own ({listed}); “readiness check {file}” lists them with their lines."


def _say_mapping(content: bytes, terminal: Terminal) -> None:
    sheets = read_sheets(content)
    mapping = guess(sheets)
    sheet = next((one for one in sheets if mapping is not None and one.name == mapping.sheet), None)
    if mapping is not None and sheet is not None:
        document = mapping.as_json(headers_of(sheet, mapping.header))
        terminal.say(
            f"Guessed from the headers; as a file for --map: {json.dumps(document, ensure_ascii=False)}"
        )


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
