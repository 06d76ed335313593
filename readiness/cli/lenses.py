"""Commands about custom lenses: take one into the workspace, write one out again."""

from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from typing import Final

from readiness.cli.finding import kept_file
from readiness.cli.importing import say_effects, say_imported
from readiness.cli.terminal import Terminal
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import Fault, FaultyFileError, UsageError
from readiness.exchange.atomic import atomic_write
from readiness.exchange.lens.reading import read_lens
from readiness.exchange.questionnaires import write_questionnaire
from readiness.services.lenses import Looked, lens_file, look_at_lens, take_lens, told

_ENDINGS: Final = (".json", ".yaml", ".yml")


def import_lens(given: Namespace, terminal: Terminal, content: bytes) -> int:
    """Take a lens in as a version of its questionnaire, or with ``--preview`` say what that would bring."""
    reading = read_lens(content)
    if reading.lens is None:  # a file with faults needs no database, nor makes one
        raise FaultyFileError(str(given.file), reading.faults)
    from readiness.cli.opening import opened  # noqa: PLC0415 - see above

    with opened(given, terminal, create=not given.preview) as assessing:
        looked = look_at_lens(assessing, content, str(given.file), given.version_name)
        does = assessing.effects_of(looked.questionnaire)
        if not given.preview:
            take_lens(assessing, looked)
    for sentence in (*told(looked), *_summary(looked, str(given.file))):
        terminal.say(sentence)
    say_effects(terminal, does, with_step=False)
    counts = (list(looked.new), list(looked.changed), list(looked.unchanged))
    return say_imported(terminal, "questionnaire", looked.questionnaire.reference, counts)


def _summary(looked: Looked, file: str) -> tuple[str, ...]:
    asked = looked.questionnaire
    parts = {"pillar": len(asked.pillars), "question": len(asked.questions), "practice": looked.practices}
    counted = ", ".join(f"{count} {part}{'' if count == 1 else 's'}" for part, count in parts.items())
    sizes = f"{asked.title}: {counted}; equal weights."
    return (sizes, _flaws(looked.flaws, file)) if looked.flaws else (sizes,)


def _flaws(flaws: tuple[Fault, ...], file: str) -> str:
    often = Counter(flaw.code for flaw in flaws).most_common()
    listed = ", ".join(f"{count} {code}" for code, count in often)
    counted = "1 flaw" if len(flaws) == 1 else f"{len(flaws)} flaws"
    return f"It has {counted} of its own ({listed}); “readiness check {file}” lists them with their lines."


def export_questionnaire(questionnaire: Questionnaire, given: Namespace, terminal: Terminal) -> int:
    """Write a questionnaire: a lens as the file it was, or as the console takes it; any as YAML."""
    is_json = given.output.suffix.lower() == ".json"
    if given.output.suffix.lower() not in _ENDINGS:
        raise UsageError(
            f"“{given.output.name}” has no ending that says what to write.",
            remedy=f"Endings of a questionnaire are: {', '.join(_ENDINGS)}.",
        )
    if is_json or given.for_upload:
        content, changes = lens_file(questionnaire, for_upload=given.for_upload)
    else:
        content, changes = _as_yaml(questionnaire, given, terminal), ()
    atomic_write(given.output, content)
    for change in changes:
        terminal.say(f"{change.where}: “{change.before}” is written “{change.after}”.")
    if terminal.as_json:
        changed = [asdict(change) for change in changes]
        terminal.print_document({"path": str(given.output), **({"changed": changed} if changed else {})})
    else:
        terminal.print(str(given.output))
    return 0


def _as_yaml(questionnaire: Questionnaire, given: Namespace, terminal: Terminal) -> bytes:
    if questionnaire.source is not None:
        raise UsageError(
            f"{questionnaire.reference} is a custom lens, which is written as JSON.",
            remedy="Give the file the ending .json.",
        )
    text = kept_file(questionnaire, given, terminal) or write_questionnaire(questionnaire)
    return text.encode("utf-8")
