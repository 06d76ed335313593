"""Every importer in the order they are asked, and the gate before them: size, refusals, order of faults."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readiness.errors import Fault
from readiness.exchange.azure.importing import ReviewImporter
from readiness.exchange.checking import in_order
from readiness.exchange.finding import Find
from readiness.exchange.foreign import HEAD, Foreign, Guarded, Importer
from readiness.exchange.lens.importing import LensImporter
from readiness.exchange.own_importers import AnswersImporter, PackageImporter, QuestionnaireImporter
from readiness.exchange.spreadsheet.importing import SpreadsheetImporter
from readiness.exchange.tree import RefusedError

IMPORTERS: Final[tuple[Importer, ...]] = (
    PackageImporter(),
    AnswersImporter(),
    LensImporter(),
    ReviewImporter(),
    SpreadsheetImporter(),
    QuestionnaireImporter(),
)
"""The first that knows a file reads it."""


def importer_of(content: bytes, name: str, importers: Sequence[Importer] = IMPORTERS) -> Importer | None:
    """Return what reads a file; nothing where nobody knows it."""
    head = content[:HEAD]
    return next((one for one in importers if one.recognises(head, name)), None)


def read_foreign(content: bytes, name: str, find: Find, importers: Sequence[Importer] = IMPORTERS) -> Foreign:
    """Return what a file of any format says, its faults in the order in which they stand in it."""
    importer = importer_of(content, name, importers)
    if importer is None:
        return Foreign(faults=(_unknown(importers),))
    return read_with(importer, content, name, find)


def read_with(importer: Importer, content: bytes, name: str, find: Find) -> Foreign:
    """Return what a file says to one importer, whether it knows the file or not."""
    if len(content) > importer.most_bytes:
        told = f"the file has {len(content):,} bytes; {importer.most_bytes:,} are the most"
        return Foreign(kind=importer.kind, faults=(Fault(code="too-large", message=told, line=1, column=1),))
    try:
        found = importer.read(Guarded(name=name, content=content, find=find))
    except RefusedError as refused:
        return Foreign(kind=importer.kind, faults=(refused.fault,))
    return replace(found, faults=in_order(found.faults))


def _unknown(importers: Sequence[Importer]) -> Fault:
    known = ", ".join(dict.fromkeys(one.name for one in importers))
    return Fault(
        code="unknown-format", message=f"this is none of what is read here: {known}", line=1, column=1
    )
