"""Audit facts → the page that says what is in the file, and how anybody checks it without this program."""

from collections.abc import Iterator
from typing import Final

from readiness.domain.trail import Link
from readiness.reports.audit.facts import AuditFacts
from readiness.reports.codes import with_codes

_FILES: Final = (
    ("questionnaire.json", "the questionnaire, word for word as it was frozen"),
    ("trail.jsonl", "every answer ever given, a line each, word for word"),
    ("trail.csv", "the same for a spreadsheet"),
    ("evidence.csv", "each link and text that answers stood on"),
    ("actions.csv", "what people took on"),
    ("decisions.csv", "what was asked of leadership, and what it said"),
    ("accepted-risks.csv", "what was accepted, why and until when"),
    ("open-facts.csv", "what was left to find out"),
    ("revisions.csv", "every revision of this assessment"),
    ("audit.json", "what this file is, and its seal"),
    ("verify.py", "the check as a short program for Python 3.8 or newer"),
    ("SHA256SUMS", "the SHA-256 of each file here"),
)
_SEALED_FILES: Final = (
    ("sealed.json", "what the seal seals, byte for byte: answers, frame, results, roles"),
    ("chain.jsonl", "the hash of every seal before, and of this one"),
)
_DRAFT_FILES: Final = (("draft.json", "what a seal would seal now"),)
_ORIGIN: Final = ("origin.json", "what the seal it came with seals, byte for byte")

_SUMS: Final = (
    "1. Is every file the one that was written?",
    "",
    "   sha256sum -c SHA256SUMS        (macOS: shasum -a 256 -c SHA256SUMS)",
    "",
    "2. Do they fit together?",
    "",
    "   python3 verify.py",
    "",
    "   It reads this folder alone, needs nothing but Python and goes to no network. It says what it",
    "   checked; if anything differs, it names the file and the place and ends with 1.",
)
_PEOPLE: Final = (
    "People",
    "------",
    "",
    "Nobody's name is in this file. People are roles, and in the text of the seal a hash of their name and",
    "of a secret number beside it. Owners who did not take part are “not a participant”. What people typed",
    "themselves is whole, so a name that somebody wrote into a note is in that note. Notes for the room are",
    "here as well: give this file only to those who may read them.",
)
_TABLES: Final = (
    "Tables",
    "------",
    "",
    "The tables are UTF-8, with commas, quotes and CRLF. A text that a spreadsheet could take for a formula",
    "has one apostrophe in front; so has a text that begins with one. Characters that cannot be seen stand",
    "as their codes, ⟨U+0000⟩. The JSON files have every text exactly as it was typed. The numbers of the",
    "trail count all answers of the workspace, so they leave out those of other assessments.",
)
_COVERED: Final = (
    "What the seal proves",
    "--------------------",
    "",
    "The seal is the SHA-256 of three texts: the hash of the seal before, sealed.json, and the time of the",
    "seal. Each text is preceded by its length in bytes as a number of eight bytes, the largest first.",
    "Nobody can change an answer, the frame, a result or the questionnaire without changing the seal; and",
    "none of the seals before it without changing this one too.",
    "",
    "The answers that stand on the trail are held against the seal word for word. Older lines of the trail,",
    "actions, decisions, accepted risks, open facts and revisions lie beside the seal, as they stood when",
    "this file was written: SHA256SUMS alone covers them. chain.jsonl has the hashes of the seals before,",
    "not their texts, which belong to other assessments; those have audit files of their own.",
    "",
    "Somebody who makes the whole file anew can make all of it fit, except the seal: hold it against the",
    "report, which has its beginning at the foot of each page and all of it on the page about the method.",
)
_DRAFT: Final = (
    "This is a draft: the assessment is open, and there is no seal. SHA256SUMS shows that the files are",
    "those that were written; nothing proves that what they say was not changed before.",
)
_HIDDEN: Final = (
    "The two sides' own answers are hidden until they are revealed, so they are left out: of the trail, of",
    "the evidence and of draft.json.",
)


def readme(facts: AuditFacts) -> str:
    """Return the page."""
    return "\n".join((*_head(facts), "", *_check(facts), "", *_rest(facts), ""))


def _head(facts: AuditFacts) -> Iterator[str]:
    given = facts.assessment
    title = with_codes(f"Audit file of {given.reference}")
    yield title
    yield "=" * len(title)
    yield ""
    if facts.seal is None:
        yield from _DRAFT
        if not given.revealed:
            yield ""
            yield from _HIDDEN
    else:
        yield f"Seal            {facts.seal.hash}"
        yield f"Sealed at       {facts.seal.at}"
        yield f"Place in chain  {facts.seal.sequence}"
    yield f"Questionnaire   {given.questionnaire.reference}"
    yield f"Answers given   {sum(bool(line.lane) for line in facts.trail)}, from the first to the last"
    yield ""
    for name, meaning in _contents(facts):
        yield f"{name:<20}{meaning}"


def _contents(facts: AuditFacts) -> tuple[tuple[str, str], ...]:
    if facts.seal is None:
        return (*_DRAFT_FILES, *_FILES)
    came = () if facts.origin is None else (_ORIGIN,)
    return (*_SEALED_FILES, *came, *_FILES)


def _check(facts: AuditFacts) -> Iterator[str]:
    yield "Check it without the program"
    yield "----------------------------"
    yield ""
    yield "Open a terminal in this folder."
    yield ""
    yield from _SUMS
    if facts.seal is not None:
        yield "   Write the seal behind it as the report prints it, and it is held against this one."
        yield ""
        yield "3. The seal by hand. This command prints it:"
        yield ""
        yield f"   {by_hand(facts.seal, 'sealed.json', len(facts.text.encode('utf-8')))}"
        yield ""
        yield "   And this one prints the “questionnaire_hash” that stands in sealed.json:"
        yield ""
        size = len(facts.questionnaire.encode("utf-8"))
        yield f"   {{ printf '{_length(size)}'; cat questionnaire.json; }} | sha256sum"
        if facts.origin is not None:
            yield ""
            yield f"   The assessment came with the seal {facts.origin.link.hash},"
            yield "   which sealed.json names as “received”. This prints it:"
            yield ""
            yield f"   {by_hand(facts.origin.link, 'origin.json', len(facts.origin.body.encode('utf-8')))}"


def _rest(facts: AuditFacts) -> Iterator[str]:
    if facts.seal is not None:
        yield from _COVERED
        yield ""
    yield from _PEOPLE
    yield ""
    yield from _TABLES


def by_hand(link: Link, name: str, size: int) -> str:
    """Return the shell’s command that prints a seal: lengths and texts, one after the other."""
    before, at = link.previous, link.at
    return (
        f"{{ printf '{_length(len(before))}{before}{_length(size)}'; cat {name};"
        f" printf '{_length(len(at))}{at}'; }} | sha256sum"
    )


def _length(size: int) -> str:
    """Return a length as eight bytes, as the shell writes them."""
    return "".join(f"\\{byte:03o}" for byte in size.to_bytes(8, "big"))
