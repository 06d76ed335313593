"""Critical journeys: what may pause is said, and what was written before that still reads."""

import json

from readiness.domain.journeys import Journey, read_from, written


def test_what_must_stay_alive_is_written_as_its_name_alone_as_ever() -> None:
    assert written((Journey("Pay"), Journey("Voucher", may_pause=True))) == [
        "Pay",
        {"name": "Voucher", "may_pause": True},
    ]


def test_what_was_written_comes_back() -> None:
    journeys = (Journey("Pay"), Journey("Voucher", may_pause=True), Journey(""))

    assert read_from(json.loads(json.dumps(written(journeys)))) == journeys


def test_journeys_of_before_must_all_stay_alive() -> None:
    assert read_from(["Pay", "Return"]) == (Journey("Pay"), Journey("Return"))


def test_one_line_names_what_may_pause() -> None:
    assert [str(one) for one in (Journey("Pay"), Journey("Voucher", may_pause=True))] == [
        "Pay",
        "Voucher (may pause)",
    ]
