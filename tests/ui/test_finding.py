from readiness.ui.finding import Entry, closeness, found


def an_entry(title: str, detail: str = "") -> Entry:
    return Entry(title, "action", lambda: None, detail)


def test_letters_must_stand_in_order() -> None:
    assert closeness("cko", "Checkout API") is not None
    assert closeness("okc", "Checkout API") is None


def test_starts_of_words_beat_letters_in_the_middle() -> None:
    entries = [an_entry("Scampi"), an_entry("Checkout API")]

    assert found("capi", entries)[0].title == "Checkout API"


def test_letters_in_a_row_beat_letters_apart() -> None:
    entries = [an_entry("Onboard early"), an_entry("Order service")]

    assert found("order", entries)[0].title == "Order service"


def test_no_letters_find_everything_as_given() -> None:
    entries = [an_entry("B"), an_entry("A")]

    assert [entry.title for entry in found("  ", entries)] == ["B", "A"]


def test_the_detail_is_searched_where_the_title_has_nothing() -> None:
    entries = [an_entry("DAT-04", "Write contention"), an_entry("ARC-01", "Modularity")]

    assert [entry.title for entry in found("contention", entries)] == ["DAT-04"]


def test_case_and_spaces_do_not_matter() -> None:
    assert [entry.title for entry in found("CHECK api", [an_entry("Checkout API")])] == ["Checkout API"]


def test_what_nobody_has_finds_nothing() -> None:
    assert found("zzz", [an_entry("Checkout API")]) == ()
