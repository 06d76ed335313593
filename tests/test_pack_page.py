"""The page of a response pack in a real Chromium with the network off: answered, saved, read back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import CHROMIUM, Browser, browsing
from builders import a_pillar, a_question, a_questionnaire, a_topic, an_assessment, level

from readiness.domain.assessment import Answer, Assessment
from readiness.domain.counting import Side
from readiness.domain.journeys import Journey
from readiness.domain.meeting import asked
from readiness.domain.period import Period
from readiness.domain.questionnaire import Questionnaire
from readiness.exchange.answers import parse_answers
from readiness.exchange.packs import Pack, render_pack
from readiness.services.assessing import Assessing, Draft
from readiness.services.packing import Share, make_packs
from readiness.services.taking_in import look_at_file, take_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here (Debian’s package chromium)"),
]

HOSTILE = "</script><img src=http://evil.example/x onerror=alert(1)>\u202e{{page}}`${1}"
SEEN = tuple(f"Customers see {level}." for level in range(5))


def questionnaire() -> Questionnaire:
    gate = a_question(
        "ARC-02", asked_of="engineering", gate=True, product_prompt="Who notices?", product_levels=SEEN
    )
    more = tuple(a_question(f"ARC-0{number}") for number in range(3, 7))
    first = a_pillar("ARC", a_topic("MOD", a_question("ARC-01", why="Because."), gate, *more))
    return a_questionnaire(first, a_pillar("OBS", a_topic("SIG", a_question("constructor"))))


def private(**changes: Any) -> Assessment:
    theirs = {"ARC-01": level(4, note="theirs alone")}
    return an_assessment(
        questionnaire(), revealed=False, engineering=theirs, journeys=(Journey("Pay"),), **changes
    )


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.fixture
def page(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Open a page of its own for the test: another name is another draft."""
    browser.complaints.clear()
    return write(tmp_path, person=request.node.name)


def write(
    folder: Path, assessment: Assessment | None = None, *, person: str = "", side: Side = "product"
) -> Path:
    given = assessment or private()
    path = folder / "page.html"
    questions = asked(given.questionnaire, side)
    pack = Pack(
        assessment=given, side=side, questions=questions, person=person, answers_name="my answers.json"
    )
    path.write_bytes(render_pack(pack))
    return path


def begin(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("Enter")


def saved(browser: Browser, assessment: Assessment | None = None) -> Assessment:
    """Save by key and read the file back as the program does."""
    browser.forget_events()
    browser.press("s", ctrl=True)
    file = browser.downloaded()
    content = file.read_bytes()
    file.unlink()
    read, _, faults = parse_answers(content, file.name, lambda _: (assessment or private()).questionnaire)
    assert faults == ()
    assert read is not None
    return read


def said(answer: Answer) -> tuple[object, ...]:
    return (
        answer.level,
        answer.unknown,
        answer.not_applicable,
        answer.confidence,
        answer.note,
        answer.evidence,
    )


def test_it_is_answered_by_keyboard_and_the_file_reads_back(browser: Browser, page: Path) -> None:
    begin(browser, page)
    assert browser.text("prompt") == "How is ARC-01 done?"
    assert browser.text("why") == "Because."
    browser.press("3")
    browser.press("n")
    browser.type("Ran in March.\nBy hand.")
    browser.press("Escape")
    browser.press("ArrowRight")
    assert browser.text("expects") == "Answer what you expect. Engineering answers how it is."
    browser.press("2", shift=True)
    browser.press("ArrowRight")
    browser.press("d")
    browser.press("ArrowRight")
    browser.press("x")
    browser.type("One region.")
    browser.press("Escape")
    browser.press("ArrowRight")
    browser.press("4")
    browser.press("c")
    browser.press("e")
    browser.type("https://wiki.example/a\n1200 orders/min")
    browser.press("Escape")
    browser.press("ArrowRight")
    browser.press("1")
    browser.press("Delete")
    browser.press("Enter")
    browser.press("0")
    read = saved(browser)
    assert {id_: said(answer) for id_, answer in read.product.items()} == {
        "ARC-01": (3, False, None, None, "Ran in March.\nBy hand.", ()),
        "ARC-02": (2, False, None, "guess", "", ()),
        "ARC-03": (None, True, None, None, "", ()),
        "ARC-04": (None, False, "One region.", None, "", ()),
        "ARC-05": (4, False, None, "evidenced", "", ("https://wiki.example/a", "1200 orders/min")),
        "constructor": (0, False, None, None, "", ()),
    }
    assert (read.agreed, read.engineering) == ({}, {})
    assert {answer.by for answer in read.product.values()} == {read.participants[0].name}
    assert all(answer.at.endswith("Z") for answer in read.product.values())
    assert (read.system, str(read.period), read.participants[0].lane) == (
        "Checkout API",
        "2026-Q3",
        "product",
    )
    assert browser.complaints == []


def test_a_page_goes_out_and_its_answers_come_back(browser: Browser, tmp_path: Path) -> None:
    workspace = Assessing.create(tmp_path / "a.readiness")
    id_ = workspace.start(Draft(system="Checkout API", period=Period(2026, 3), mode="private"))
    packed = make_packs(workspace.load(id_), "product", [Share(person="Ana Ruiz", topics=("GRO",))], tmp_path)
    begin(browser, packed.packs[0].path)
    browser.press("3")
    browser.forget_events()
    browser.press("s")
    preview = look_at_file(workspace, browser.downloaded(), id_)
    assert (preview.person, preview.ids("new")) == ("Ana Ruiz", ("GRO-01",))
    assert take_in(workspace, preview, {}).new == ("GRO-01",)
    kept = workspace.workspace.load(id_).product["GRO-01"]
    workspace.workspace.database.close()
    assert (kept.level, kept.by) == (3, "Ana Ruiz")


def test_nothing_is_requested_and_nothing_could_be(browser: Browser, page: Path) -> None:
    browser.requests.clear()
    begin(browser, page)
    browser.press("2")
    saved(browser)
    outside = [address for address in browser.requests if not address.startswith("data:font/woff;base64,")]
    assert [address for address in outside if not address.startswith("blob:")] == [page.as_uri()]
    refused = browser.ask(
        "Promise.all([fetch('http://evil.example/'), fetch('file:///etc/hostname')]"
        ".map((asked) => asked.then(() => 'went out', () => 'refused')))"
    )
    assert refused == ["refused", "refused"]
    assert (
        browser.ask(
            "new Promise((told) => { const i = new Image(); i.onerror = () => told('refused');"
            " i.onload = () => told('shown'); i.src = 'http://evil.example/x.png'; })"
        )
        == "refused"
    )
    assert sum("Content Security Policy" in told for told in browser.complaints) >= 3


def test_the_draft_is_there_again_after_the_page_was_closed(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("3")
    browser.press("n")
    browser.type("Half a sentence")
    assert browser.text("kept").startswith("Draft kept here, ")
    browser.reload()
    assert "is here: 1 of 7 answered" in browser.text("restored")
    assert browser.text("begin-word") == "Go on"
    browser.press("Enter")
    assert browser.ask("document.querySelector('#level-3').getAttribute('aria-checked')") == "true"
    assert browser.ask("document.getElementById('note').value") == "Half a sentence"


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "null",
        "[]",
        '{"answers": [["ARC-01", {"level": 99, "note": 7, "sure": "x"}], ["__proto__", {"level": 1}], 5]}',
        '{"answers": [["NOPE", {"level": 1}]], "place": "NOPE", "later": [{}], "name": {}}',
    ],
)
def test_a_damaged_draft_is_harmless(browser: Browser, page: Path, kept: str) -> None:
    browser.open(page)
    key = browser.ask("`readiness-pack/1 ${JSON.parse(document.getElementById('pack').textContent).id}`")
    browser.ask(f"localStorage.setItem({json.dumps(key)}, {json.dumps(kept)})")
    browser.reload()
    browser.press("Enter")
    assert browser.text("prompt") == "How is ARC-01 done?"
    assert browser.text("left").startswith("0 of 7")
    assert browser.complaints == []


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.ask("Storage.prototype.setItem = () => { throw new Error('full'); }; 1")
    browser.press("Enter")
    browser.press("2")
    assert (
        browser.text("kept")
        == "This browser keeps no draft. Save the answers file before you close the page."
    )
    assert saved(browser).product["ARC-01"].level == 2


def test_a_reason_is_required(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("2")
    browser.press("x")
    assert browser.text("reason-said") == "Needed: without a reason the answer stays as it was."
    browser.type("   ")
    browser.press("Escape")
    assert saved(browser).product["ARC-01"].level == 2


def test_what_is_pasted_can_always_be_read_back(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("d")
    pasted = "'a\\u0000b\\ud800c\\uffffd\\u0007'"
    browser.ask(f"document.getElementById('note').value = {pasted}")
    browser.ask("document.getElementById('note').dispatchEvent(new Event('input'))")
    assert saved(browser).product["ARC-01"].note == "a\ufffdb\ufffdc\ufffdd\ufffd"


def test_a_hostile_questionnaire_is_shown_as_typed_and_does_nothing(browser: Browser, tmp_path: Path) -> None:
    browser.complaints.clear()
    browser.requests.clear()
    question = a_question("ARC-01", prompt=HOSTILE, why=HOSTILE, levels=(HOSTILE,) * 5)
    whole = a_questionnaire(a_pillar("ARC", a_topic("MOD", question)))
    given = an_assessment(
        whole, system=HOSTILE, scope_in=HOSTILE, journeys=(Journey(HOSTILE),), revealed=False
    )
    begin(browser, write(tmp_path, given, person="Hostile"))
    shown = HOSTILE.replace("\u202e", "⟨U+202E⟩")
    assert browser.text("prompt") == shown
    assert shown in browser.text("level-2")
    assert browser.ask("document.images.length") == 0
    browser.press("2")
    assert saved(browser, given).product["ARC-01"].level == 2
    assert [address for address in browser.requests if address.startswith("http")] == []
    assert browser.complaints == []


def test_the_overview_leads_to_any_question_and_says_what_is_open(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("1")
    browser.press("ArrowRight")
    browser.press("l")
    browser.press("o")
    assert browser.text("overview-heading") == "1 of 7 answered"
    assert "1 question marked to come back to" in browser.text("overview-about")
    assert browser.text("go-ARC-01").splitlines()[-1] == "1 Ad hoc"
    assert browser.text("go-ARC-02").splitlines()[-1] == "Not answered, come back later"
    browser.ask("document.getElementById('go-constructor').focus()")
    browser.press("Enter")
    assert browser.text("prompt") == "How is constructor done?"
    browser.press("ArrowRight")
    assert browser.text("overview-heading") == "1 of 7 answered"
    browser.press("Escape")
    assert browser.text("place") == "7 of 7"


def test_everything_has_a_name_and_one_can_get_everywhere_by_tab(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("2")
    told = browser.accessible()
    acting = {"button", "radio", "textbox", "checkbox", "link"}
    assert all(name for role, name in told if role in acting)
    names = [name for role, name in told if role == "radio"]
    assert "2, Partial. The most critical journey has it." in names
    assert ("radiogroup", "How is ARC-01 done?") in told
    assert "2 Partial. 1 of 7 answered." in [name for _, name in told]
    focused = []
    for _ in range(12):
        browser.press("Tab")
        focused.append(browser.ask("document.activeElement.id || document.activeElement.tagName"))
    wanted = ["level-2", "answer-unknown", "answer-not-applicable", "clear-answer", "note", "evidence"]
    assert focused[: len(wanted)] == wanted
    assert {"sure-informed", "show-overview", "come-back-later", "next-question"} <= set(focused)


def test_arrows_move_inside_a_group_of_choices(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("Tab")
    browser.press("ArrowDown")
    browser.press("ArrowDown")
    browser.press("Enter")
    assert browser.text("level-2").endswith("Chosen")


def test_single_keys_can_be_switched_off(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("?")
    browser.ask("document.getElementById('single-keys').click()")
    browser.press("Escape")
    browser.press("3")
    assert browser.text("left").startswith("0 of 7")
    browser.press("ArrowRight")
    assert browser.text("place") == "2 of 7"


def test_a_page_without_a_name_asks_for_one(browser: Browser, tmp_path: Path) -> None:
    browser.open(write(tmp_path, private(scope_in="Nameless"), side="engineering"))
    browser.ask("document.getElementById('person-name').focus()")
    browser.type("Ana Ruiz")
    browser.press("Enter")
    browser.press("2")
    read = saved(browser)
    assert (read.engineering["ARC-01"].by, read.participants[0].name) == ("Ana Ruiz", "Ana Ruiz")
    assert b"theirs alone" not in (tmp_path / "page.html").read_bytes()


def test_a_change_after_saving_asks_to_save_again(browser: Browser, page: Path) -> None:
    begin(browser, page)
    browser.press("2")
    saved(browser)
    assert "my answers.json" in browser.text("saved")
    assert json.loads(browser.ask("document.getElementById('as-text').value"))["system"] == "Checkout API"
    browser.press("Escape")
    browser.press("3")
    browser.press("o")
    assert browser.text("saved").endswith("Save it again.")


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (1180, 720), (3840, 2160)])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_cut_off_at_any_width(
    browser: Browser, page: Path, size: tuple[int, int], *, dark: bool
) -> None:
    browser.open(page, dark=dark, size=size)
    browser.press("Enter")
    browser.press("2")
    for key in ("Escape", "o"):
        browser.press(key)
        assert browser.ask("document.documentElement.scrollWidth <= innerWidth")
    assert browser.ask("getComputedStyle(document.body).backgroundColor") == (
        "rgb(16, 22, 28)" if dark else "rgb(246, 245, 241)"
    )


def test_it_prints_every_question_with_what_was_chosen(browser: Browser, page: Path) -> None:
    from pypdf import PdfReader  # noqa: PLC0415 - only this test reads paper

    begin(browser, page)
    browser.press("2")
    printed = page.with_name("paper.pdf")
    printed.write_bytes(browser.paper())
    with PdfReader(printed) as reader:
        text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert "How is constructor done?" in text
    assert "Answer: 2 Partial" in text
    assert "[×] 2 Partial" in text
