"""Audit facts → one archive whose bytes depend on nothing but the facts."""

import json
from hashlib import sha256
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from readiness.domain.trail import Link, SealedText
from readiness.paths import bundled
from readiness.reports.audit.facts import AuditFacts
from readiness.reports.audit.readme import readme
from readiness.reports.audit.tables import tables, trail_line
from readiness.reports.book.csv_file import build_csv

FORMAT: Final = "readiness-audit/1"
SUMS: Final = "SHA256SUMS"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16


def build_audit(facts: AuditFacts, folder: str) -> bytes:
    """Return the file; everything in it lies in one folder."""
    files = _files(facts)
    sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return _archive({**files, SUMS: sums.encode("ascii")}, folder)


def _files(facts: AuditFacts) -> dict[str, bytes]:
    files = {
        "README.txt": readme(facts).encode("utf-8"),
        "audit.json": _document(_about(facts)),
        "verify.py": bundled("assets", "audit", "verify.py").read_bytes(),
        "questionnaire.json": facts.questionnaire.encode("utf-8"),
        "trail.jsonl": _lines([trail_line(line) for line in facts.trail]),
        **{name: build_csv(sheet) for name, sheet in tables(facts).items()},
    }
    if facts.seal is None:
        return {**files, "draft.json": facts.text.encode("utf-8")}
    files["sealed.json"] = facts.text.encode("utf-8")
    files["chain.jsonl"] = _lines([_link(one) for one in facts.chain])
    if facts.origin is not None:
        files["origin.json"] = facts.origin.body.encode("utf-8")
    return files


def _about(facts: AuditFacts) -> dict[str, Any]:
    given = facts.assessment
    return {
        "format": FORMAT,
        "state": "draft" if facts.seal is None else "sealed",
        "system": given.system,
        "period": str(given.period),
        "revision": given.revision,
        "questionnaire": given.questionnaire.reference,
        "seal": None if facts.seal is None else _link(facts.seal),
        "origin": _origin(facts.origin),
    }


def _origin(origin: SealedText | None) -> dict[str, Any] | None:
    return None if origin is None else _link(origin.link)


def _link(link: Link) -> dict[str, Any]:
    return {"sequence": link.sequence, "at": link.at, "previous": link.previous, "hash": link.hash}


def _document(value: dict[str, Any]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)}\n".encode()


def _lines(values: list[dict[str, Any]]) -> bytes:
    return "".join(
        f"{json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))}\n"
        for value in values
    ).encode("utf-8")


def _archive(files: dict[str, bytes], folder: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = ZipInfo(f"{folder}/{name}", date_time=_FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, content)
    return out.getvalue()
