from readiness.ui.finding import MOST_FOUND, Entry, Group, closeness, found


def an_entry(title: str, detail: str = "") -> Entry:
    return Entry(title, "action", lambda: None, detail)


def test_letters_must_stand_in_order() -> None:
    assert closeness("cko", "Checkout API") is not None
    assert closeness("okc", "Checkout API") is None


def test_starts_of_words_beat_letters_in_the_middle() -> None:
    entries = [an_entry("Scampi"), an_entry("Checkout API")]

    assert found("capi", entries)[0].title == "Checkout API"


def test_what_begins_with_the_letters_comes_before_what_holds_them_later() -> None:
    entries = [an_entry("ARC-16 How close to users are the servers?"), an_entry("Close and seal…")]

    assert found("close", entries)[0].title == "Close and seal…"


def test_a_whole_word_beats_the_starts_of_several() -> None:
    entries = [an_entry("DAT-03 How much do transactions wait on each other?"), an_entry("Go to Home")]

    assert found("home", entries)[0].title == "Go to Home"


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


def test_only_the_groups_that_come_near_are_opened() -> None:
    opened: list[str] = []

    def a_group(name: str) -> Group:
        def entries() -> list[Entry]:
            opened.append(name)
            return [an_entry(f"{name}, {year}-Q4") for year in range(2030, 1990, -1)]

        return Group(f"{name}, {' '.join(f'{year}-Q4' for year in range(1991, 2031))}", entries)

    groups = [a_group(f"System {number}") for number in range(200)]
    assert found("System 117 2003", [*groups, an_entry("Settings")])[0].title == "System 117, 2003-Q4"
    assert len(opened) <= MOST_FOUND
    assert len(found("", groups)) == MOST_FOUND
