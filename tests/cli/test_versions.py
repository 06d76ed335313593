"""Versions from the command line: importing a later one says what it does to trends; upgrade moves."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_pillar, a_question, a_questionnaire, a_topic
from commands import Ran, run_command

from readiness.domain.questionnaire import Lineage, LineageChange, Questionnaire
from readiness.exchange.questionnaires import write_questionnaire
from readiness.services.assessing import Assessing


def of(version: str, *ids: str, since: str = "", changes: tuple[LineageChange, ...] = ()) -> Questionnaire:
    lineage = Lineage(from_version=since, changes=changes) if since else None
    asked = [a_question(id_, why="It costs.", action="Do it.", hint="Look.") for id_ in ids]
    topic = a_topic("TOP", *asked)
    return a_questionnaire(a_pillar("ONE", topic), id="ours", title="Ours", version=version, lineage=lineage)


FIRST = of("1.0", "A-1", "A-2", "A-3")
SECOND = of("2.0", "A-1", "A-2", "A-4", since="1.0", changes=(LineageChange(redefine="A-1"),))


class Bench:
    """A workspace with the first version, answered under it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "mine.readiness"

    def run(self, *arguments: str | Path) -> Ran:
        return run_command(*arguments, "--workspace", self.workspace)

    def take(self, questionnaire: Questionnaire, *options: str) -> Ran:
        path = self.folder / f"{questionnaire.reference}.yaml"
        path.write_text(write_questionnaire(questionnaire), encoding="utf-8")
        return self.run("import", path, *options)

    def answer(self, period: str) -> None:
        path = self.folder / f"{period}.json"
        agreed = {f"A-{number}": {"level": number, "note": "Seen."} for number in (1, 2, 3)}
        document = {
            "format": "readiness-answers/1",
            "questionnaire": "ours@1.0",
            "system": "Shop",
            "period": period,
            "agreed": agreed,
        }
        path.write_text(json.dumps(document), encoding="utf-8")
        assert self.run("import", path).code == 0


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench(tmp_path)
    assert made.take(FIRST).code == 0
    made.answer("2026-Q2")
    assert made.run("close", "Shop@2026-Q2").code == 0
    made.answer("2026-Q3")
    return made


def test_a_first_version_says_nothing_about_trends(tmp_path: Path) -> None:
    assert "trend" not in Bench(tmp_path).take(FIRST).err


def test_a_later_version_says_on_stderr_what_it_does_to_trends(bench: Bench) -> None:
    taken = bench.take(SECOND, "--json")
    assert taken.document == {
        "kind": "questionnaire",
        "id": "ours@2.0",
        "new": ["ours@2.0"],
        "changed": [],
        "unchanged": [],
    }
    assert "A major version after ours@1.0: it can score the same answers differently." in taken.err
    assert "1 trend restarts and 1 trend ends." in taken.err
    assert "A-1 asks something else, so its trend restarts (Shop)." in taken.err
    assert "1 open assessment asks ours@1.0" in taken.err
    assert "trend" not in bench.take(SECOND).err, "it is here already"


def test_a_version_that_calls_itself_smaller_than_it_is_is_told_so(bench: Bench) -> None:
    topic = FIRST.pillars[0].topics[0]
    gated = replace(topic.questions[0], quick=True)
    pillar = replace(FIRST.pillars[0], topics=(replace(topic, questions=(gated, *topic.questions[1:])),))
    small = replace(FIRST, version="1.1", pillars=(pillar,), lineage=Lineage(from_version="1.0"))
    assert "It calls itself 1.1; by what it changes it would be 2.0." in bench.take(small).err


def test_upgrade_says_what_it_would_do_and_then_does_it(bench: Bench) -> None:
    bench.take(SECOND)
    ref = "Shop@2026-Q3"
    preview = bench.run("upgrade", ref, "--to", "2.0", "--preview")
    assert preview.out.splitlines() == [
        "Shop@2026-Q3 would ask ours@2.0 in place of ours@1.0.",
        "1 answer is kept, 2 are cleared, 1 question is new.",
        "A-1 asks something else now; its note stays.",
        "A-3 is asked no more.",
    ]
    assert bench.run("score", ref, "--json").document["questionnaire"] == "ours@1.0"
    done = bench.run("upgrade", ref, "--to", "2.0", "--json")
    assert done.document == {
        "ref": ref,
        "from": "ours@1.0",
        "to": "ours@2.0",
        "kept": ["A-2"],
        "guessed": [],
        "cleared": [
            {"question": "A-1", "was": ["A-1"], "why": "redefined"},
            {"question": "A-3", "was": ["A-3"], "why": "retired"},
        ],
        "new": ["A-4"],
    }
    assert bench.run("score", ref, "--json").document["counts"]["levels"] == 1
    assert bench.run("verify").code == 0


@pytest.mark.parametrize(
    ("ref", "version", "code", "words"),
    [
        ("Shop@2026-Q2", "2.0", 1, "Shop@2026-Q2 is sealed, so it cannot change."),
        ("Shop@2026-Q3", "7.0", 1, "There is no questionnaire ours@7.0."),
        ("Shop@2026-Q3", "1.0", 1, "asks ours@1.0 already"),
        ("2026-Q3.json", "2.0", 2, "only an assessment in the workspace can be moved"),
    ],
)
def test_what_cannot_be_upgraded_is_refused_in_a_sentence(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, ref: str, version: str, code: int, words: str
) -> None:
    bench.take(SECOND)
    monkeypatch.chdir(bench.folder)
    ran = bench.run("upgrade", ref, "--to", version)
    assert (ran.code, words in ran.err) == (code, True)


def test_a_published_version_is_given_out_with_its_remarks(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    with closing(Assessing.create(bench.workspace)) as assessing:
        assessing.publish(FIRST, f"# A remark.\n{write_questionnaire(FIRST)}")
    out = tmp_path / "out.yaml"
    assert bench.run("export", "ours@1.0", "-o", out).code == 0
    assert out.read_text(encoding="utf-8").startswith("# A remark.\n")
