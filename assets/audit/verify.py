"""Checks the audit file that it came in, with Python 3.8 or newer and nothing else; it goes to no network.

    python3 verify.py [SEAL]

It reads the folder it lies in. SEAL is the hash that is printed in the report, or how it begins. It ends
with 0 if everything holds, else with 1 and the places that do not.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping

HERE = Path(__file__).resolve().parent
SUMS = "SHA256SUMS"
FIRST = "readiness"
SHORTEST = 8
ALWAYS = {
    "README.txt",
    "accepted-risks.csv",
    "actions.csv",
    "audit.json",
    "decisions.csv",
    "evidence.csv",
    "open-facts.csv",
    "questionnaire.json",
    "revisions.csv",
    "trail.csv",
    "trail.jsonl",
    "verify.py",
}
NO_CHARACTERS = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    f"{NO_CHARACTERS}]"
)
ANSWER = {  # columns of trail.csv, and what they are called in trail.jsonl
    "Level": "level",
    "Confidence": "confidence",
    "Does not apply because": "not_applicable",
    "Because": "because",
    "Note": "note",
    "Note is for": "note_for",
    "Evidence": "evidence",
    "Ticked": "ticked",
    "Left out": "left_out",
    "Carried from": "carried_from",
    "Restated as": "restated",
}

About = Mapping[str, Any]
Check = Callable[[About], str]

faults: list[str] = []


def fault(place: str, what: str) -> None:
    """Note what does not hold, and where."""
    faults.append(f"{place}: {what}")


def content(name: str) -> bytes:
    """Return a file of this folder."""
    return (HERE / name).read_bytes()


def text_name(about: About) -> str:
    """Return the name of the text that is sealed, or would be."""
    return "draft.json" if about["seal"] is None else "sealed.json"


def digest(*texts: bytes) -> str:
    """Return the hash of texts, each behind its length in eight bytes."""
    total = sha256()
    for text in texts:
        total.update(len(text).to_bytes(8, "big"))
        total.update(text)
    return total.hexdigest()


def seal_of(link: About, text: bytes) -> str:
    """Return the seal of a text, from the seal before and the time."""
    return digest(link["previous"].encode("utf-8"), text, link["at"].encode("utf-8"))


def lines(name: str) -> Iterator[tuple[str, Any]]:
    """Yield the documents of a file, a line each, with their places."""
    for number, line in enumerate(content(name).decode("utf-8").split("\n"), 1):
        if line:
            yield f"{name}:{number}", json.loads(line)


def rows(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of a table by the titles of its columns, with their places."""
    csv.field_size_limit(2**31 - 1)
    with (HERE / name).open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            yield f"{name}, row {number}", row


def as_cell(value: object) -> str:
    """Return a value as a table shows it."""
    text = "\n".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def plain(cell: str) -> str:
    """Return a cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") else cell


def answers(about: About) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the answers of the text that is sealed, by lane and question."""
    told = json.loads(content(text_name(about)))["answers"]
    return {(lane, id_): said for lane, among in told.items() for id_, said in among.items()}


def check_sums(about: About) -> str:
    """Hold every file against its hash."""
    named = set()
    for number, line in enumerate(content(SUMS).decode("ascii").splitlines(), 1):
        wanted, _, name = line.partition("  ")
        if not name or Path(name).name != name:
            fault(f"{SUMS}:{number}", "names no file of this folder")
        elif not (HERE / name).is_file():
            fault(name, "is missing")
        elif sha256(content(name)).hexdigest() != wanted:
            fault(name, f"is not the file that {SUMS} names")
        named.add(name)
    sealed = {"sealed.json", "chain.jsonl"} | ({"origin.json"} if about["origin"] else set())
    for name in sorted((ALWAYS | ({"draft.json"} if about["seal"] is None else sealed)) - named):
        fault(SUMS, f"does not name {name}")
    return f"{len(named)} files have the hashes of {SUMS}"


def check_questionnaire(about: About) -> str:
    """Hold the questionnaire against its hash in the text that is sealed."""
    told = json.loads(content(text_name(about)))
    if digest(content("questionnaire.json")) != told["questionnaire_hash"]:
        fault("questionnaire.json", f"is not the one whose hash stands in {text_name(about)}")
    return f"the questionnaire is the one that was answered, {told['questionnaire']}"


def check_seal(about: About) -> str:
    """Reckon the seal, and hold what audit.json says against the text."""
    text = content("sealed.json")
    if seal_of(about["seal"], text) != about["seal"]["hash"]:
        fault("sealed.json", "is not what the seal in audit.json seals")
    told = json.loads(text)
    for name in ("period", "revision", "questionnaire"):
        if told[name] != about[name]:
            fault("audit.json", f"says another {name} than sealed.json")
    return "the seal is that of sealed.json, its time and the seal before"


def check_origin(about: About) -> str:
    """Reckon the seal that it came with, and find it in the text that is sealed."""
    origin = about["origin"]
    if seal_of(origin, content("origin.json")) != origin["hash"]:
        fault("origin.json", "is not what the seal that it came with seals")
    if json.loads(content("sealed.json")).get("received") != origin["hash"]:
        fault("audit.json", "names another origin than sealed.json")
    return "the seal that it came with holds, and sealed.json names it"


def check_chain(about: About) -> str:
    """Follow the chain from its start to this seal."""
    count, before, last = 0, FIRST, None
    for place, link in lines("chain.jsonl"):
        count += 1
        if link["sequence"] != count:
            fault(place, f"is not seal {count}")
        if link["previous"] != before:
            fault(place, "does not name the seal before it")
        before, last = link["hash"], link
    if last != about["seal"]:
        fault(f"chain.jsonl:{count}", "the last seal is not the one in audit.json")
    return f"{count} seals, each names the one before; the last is this one"


def check_trail(about: About) -> str:
    """Hold what stands at the end of the trail against the text that is sealed, word for word."""
    left = answers(about)
    count, before = 0, 0
    for place, line in lines("trail.jsonl"):
        count += 1
        if line["sequence"] <= before:
            fault(place, "is out of order")
        before = line["sequence"]
        if line.get("stands"):
            lane, id_ = line["lane"], line["question"]
            said = {key: value for key, value in line["answer"].items() if key != "at"}
            if left.pop((lane, id_), None) != said:
                fault(place, f"differs from {text_name(about)}, {lane} {id_}")
    for lane, id_ in left:
        fault("trail.jsonl", f"has no line that stands for {lane} {id_}")
    return f"{count} lines of the trail; what stands at its end is what {text_name(about)} says"


def check_table(about: About) -> str:
    """Hold the table of the trail against its lines."""
    told = [line for _, line in lines("trail.jsonl")]
    count = 0
    for place, row in rows("trail.csv"):
        if count < len(told):
            wanted = _row(told[count])
            for title in (title for title, value in wanted.items() if plain(row[title]) != as_cell(value)):
                fault(place, f"says another “{title}” than trail.jsonl")
        count += 1
    if count != len(told):
        fault("trail.csv", f"has {count} rows, and trail.jsonl {len(told)} lines")
    return f"{count} rows of trail.csv say the same"


def _row(line: About) -> dict[str, object]:
    said = line.get("answer", {})
    return {
        "Sequence": line["sequence"],
        "Time (UTC)": line["at"],
        "Zone": line["zone"],
        "Lane": line.get("lane"),
        "Question": line.get("question"),
        "Role": line.get("role"),
        "Stands": "yes" if line.get("stands") else "no",
        **{title: said.get(key) for title, key in ANSWER.items()},
    }


def check_evidence(about: About) -> str:
    """Hold the table of the evidence against the text that is sealed."""
    left = {
        (lane, id_, str(number)): text
        for (lane, id_), said in answers(about).items()
        for number, text in enumerate(said.get("evidence", ()), 1)
    }
    count = 0
    for place, row in rows("evidence.csv"):
        count += 1
        wanted = left.pop((row["Lane"], plain(row["Question"]), row["Number"]), None)
        if wanted is None or as_cell(wanted) != plain(row["Evidence"]):
            fault(place, f"differs from {text_name(about)}")
    for lane, id_, number in left:
        fault("evidence.csv", f"lacks evidence {number} of {id_}, {lane}")
    return f"{count} pieces of evidence, as {text_name(about)} names them"


def checks(about: About) -> Iterator[tuple[str, Check]]:
    """Yield what is to be checked, with the file it is about."""
    yield SUMS, check_sums
    yield "questionnaire.json", check_questionnaire
    if about["seal"] is not None:
        yield "sealed.json", check_seal
        yield "chain.jsonl", check_chain
    if about["origin"] is not None:
        yield "origin.json", check_origin
    yield "trail.jsonl", check_trail
    yield "trail.csv", check_table
    yield "evidence.csv", check_evidence


def run(about: About) -> None:
    """Make every check; what cannot be read does not hold."""
    for name, check in checks(about):
        before = len(faults)
        try:
            said = check(about)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, csv.Error) as error:
            fault(name, f"cannot be checked: {type(error).__name__}: {error}")
        if len(faults) == before:
            print(f"holds  {said}")


def verdict(about: About, wanted: str) -> str:
    """Say that everything holds, and what is left for a person to do."""
    if about["seal"] is None:
        return "ok: the files fit together. This is a draft without a seal: nothing proves what they say."
    if wanted:
        return f"ok: everything holds, under the seal that was given: {about['seal']['hash']}"
    return f"ok: everything holds. Hold this seal against the one in the report: {about['seal']['hash']}"


def main(wanted: str) -> int:
    """Check this folder; return 0 if everything holds."""
    about: dict[str, Any] = {}
    try:
        about = json.loads(content("audit.json"))
        if about["format"] != "readiness-audit/1":
            fault("audit.json", "is of another format than this program knows")
        seal = about["seal"]["hash"] if about["seal"] is not None else ""
        if wanted and (len(wanted) < SHORTEST or not seal.startswith(wanted.lower())):
            fault("audit.json", f"does not have the seal {wanted}")
        run(about)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        fault("audit.json", f"cannot be read: {type(error).__name__}: {error}")
    for what in faults:
        print(f"FAILS  {what}")
    if not faults:
        print(verdict(about, wanted))
    return 1 if faults else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
