"""The page for somebody elsewhere asks for practices, in a real browser: ticked by keys, kept, sent back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import CHROMIUM, Browser, browsing
from builders import an_assessment
from lenses import a_choice, a_lens, a_lens_question, as_asked, backups
from test_pack_page import begin, saved, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here (Debian’s package chromium)"),
]

MANY = [a_choice(f"step_{number}", f"Step {number} is taken before every release") for number in range(1, 13)]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("chromium")) as started:
        yield started


def test_practices_are_ticked_by_their_keys_and_come_back(browser: Browser, tmp_path: Path) -> None:
    asks = as_asked(
        a_lens(backups(), a_lens_question("many", MANY, ("step_1", "NO_RISK"), ("default", "HIGH_RISK")))
    )
    given = an_assessment(asks, revealed=False)
    begin(browser, write(tmp_path, given, person="Kim"))
    browser.press("1")
    browser.press("2", shift=True)
    browser.press("c")
    browser.press("c")
    browser.press("ArrowRight")
    browser.press("9")
    browser.press("7")
    browser.press("9")
    browser.reload()
    browser.press("Enter")
    read = saved(browser, given).product
    assert (read["backups"].ticked, read["backups"].left_out, read["backups"].level) == (
        ("taken",),
        ("restored",),
        4,
    )
    assert read["backups"].confidence == "guess"
    assert (read["many"].ticked, read["many"].level) == (("step_7",), 0)
    assert browser.complaints == []


def test_none_of_these_takes_the_others_away_on_the_page(browser: Browser, tmp_path: Path) -> None:
    given = an_assessment(as_asked(a_lens(backups())), revealed=False)
    begin(browser, write(tmp_path, given, person="Lee"))
    browser.press("1")
    browser.press("0")
    assert saved(browser, given).product["backups"].ticked == ("backups_no",)
    browser.press("Escape")
    browser.press("2")
    assert saved(browser, given).product["backups"].ticked == ("restored",)
    browser.press("Escape")
    browser.press("Delete")
    browser.press("d")
    assert saved(browser, given).product["backups"].unknown
