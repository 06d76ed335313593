"""Commands that write a questionnaire out again: as the file it was made of, or as one of ours."""

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from readiness.cli.finding import kept_file
from readiness.cli.terminal import Terminal
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import UsageError
from readiness.exchange.atomic import atomic_write
from readiness.exchange.questionnaires import write_questionnaire
from readiness.services.lenses import lens_file

if TYPE_CHECKING:
    from readiness.exchange.lens.writing import Changed

_ENDINGS: Final = (".json", ".yaml", ".yml", ".csv")


def export_questionnaire(questionnaire: Questionnaire, given: Namespace, terminal: Terminal) -> int:
    """Write a questionnaire: a lens or a review as the file it was, a lens for upload; any other as YAML."""
    ending = given.output.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(
            f"“{given.output.name}” has no ending that says what to write.",
            remedy=f"Endings of a questionnaire are: {', '.join(_ENDINGS)}.",
        )
    changes: tuple[Changed, ...] = ()
    if ending == ".csv":
        content = _as_review(questionnaire, given)
    elif ending == ".json" or given.for_upload:
        content, changes = lens_file(questionnaire, for_upload=given.for_upload)
    else:
        content = _as_yaml(questionnaire, given, terminal)
    atomic_write(given.output, content)
    for change in changes:
        terminal.say(f"{change.where}: “{change.before}” is written “{change.after}”.")
    if terminal.as_json:
        changed = [asdict(change) for change in changes]
        terminal.print_document({"path": str(given.output), **({"changed": changed} if changed else {})})
    else:
        terminal.print(str(given.output))
    return 0


def _as_review(questionnaire: Questionnaire, given: Namespace) -> bytes:
    if questionnaire.source is None or questionnaire.source.form != "azure-review":
        raise UsageError(
            f"{questionnaire.reference} was made of no exported review, so no CSV can be written.",
            remedy="Give the file the ending .yaml, or .json for a lens.",
        )
    if given.for_upload:
        raise UsageError("--for-upload is for a custom lens.", remedy="Leave it out.")
    return questionnaire.source.text.encode("utf-8")


def _as_yaml(questionnaire: Questionnaire, given: Namespace, terminal: Terminal) -> bytes:
    if questionnaire.source is not None:
        was, ending = {"aws-custom-lens": ("a custom lens", "JSON")}.get(
            questionnaire.source.form, ("an exported review", "CSV")
        )
        raise UsageError(
            f"{questionnaire.reference} is {was}, which is written as {ending}.",
            remedy=f"Give the file the ending .{ending.lower()}.",
        )
    text = kept_file(questionnaire, given, terminal) or write_questionnaire(questionnaire)
    return text.encode("utf-8")
