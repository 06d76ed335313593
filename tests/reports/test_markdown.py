"""Markdown that a renderer shows as it was typed, with no markup in it but our own."""

from html.parser import HTMLParser

import pytest
from builders import a_planned_assessment, level, the_worked_example
from hostile import STRINGS, everywhere, shared_strings
from markdown_it import MarkdownIt

from readiness.domain.assessment import Assessment
from readiness.reports.book.markdown import escaped
from readiness.reports.codes import with_plain_breaks
from readiness.services.exporting import render_tables

RENDERER = MarkdownIt("commonmark").enable("table")
OUR_MARKUP = {
    *("h1", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "strong", "em", "br", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Page(HTMLParser):
    """What a reader sees of a page: its text, a list of items, the tags it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.items: list[str] = []
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert [name for name, _ in attrs if name not in {"style", "start"}] == []
        self.tags.add(tag)
        if tag in {"li", "h1", "h3", "h5", "p", "td"}:
            self.items.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"li", "h1", "h3", "h5", "p", "td"}:
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.items[-1] += data


def written(given: Assessment) -> str:
    return render_tables(given, ".md").decode("utf-8")


def shown(text: str) -> Page:
    return Page(RENDERER.render(text))


def test_everything_is_there_in_order() -> None:
    given = the_worked_example()
    text = written(given)
    titles = [line for line in text.splitlines() if line.startswith(("# ", "## "))]

    sheets = ["Summary", "Answers", "Scores", "Roadmap", "Method"]
    assert titles == ["# Checkout API, 2026-Q3: Small", *(f"## {sheet}" for sheet in sheets)]
    for question in given.questionnaire.questions:
        assert f"##### {question.id} {question.prompt}\n" in text
    assert "- **Score:** 42.1 of 100; Score 42, Holding" in text


def test_the_page_is_made_of_our_markup_alone() -> None:
    page = shown(written(a_planned_assessment({"ARC-01": level(2, "evidenced")})))

    assert page.tags <= OUR_MARKUP
    assert {"table", "h5", "li"} <= page.tags
    assert "Evidence: https://wiki.example/evidence" in page.items


def test_a_long_note_is_whole() -> None:
    note = "word " * 8_000 + "\n\nend"
    page = shown(written(a_planned_assessment({"ARC-01": level(2, note=note, note_for="report")})))

    assert f"Note: {note}" in page.items


def test_room_notes_stay_out() -> None:
    assert "Between us" not in written(a_planned_assessment({"ARC-01": level(2, note="Between us.")}))


MORE = {
    "heading": "# x",
    "closing": "x ##",
    "item": "- x\n+ y\n* z\n1. one\n2) two",
    "rule": "a\n---\nb\n===\nc\n***",
    "quote": "> x",
    "code": "    x\n```\ny\n```\n`z`",
    "emphasis": "*x* _y_ ~~z~~ snake_case",
    "link": "[x](javascript:alert(1)) ![y](z) <https://a.example> https://a.example www.a.example",
    "reference": "[x]: https://a.example\n[x]",
    "table": "a | b\n--- | ---\n1 | 2",
    "breaks": "\n\na\n\n\nb\n\n",
    "edges": "  a  \n\tb ",
    "backslash": "\\ \\* \\",
    "entity": "&amp; &#42;",
    "spaces": "   ",
}


def check(text: str) -> None:
    page = shown(written(everywhere(text)))
    seen = with_plain_breaks(text)

    for label in ("Note", "Because", "Evidence", "In scope"):
        assert not text or f"{label}: {seen}" in page.items
    assert page.tags <= OUR_MARKUP


@pytest.mark.parametrize("text", [*STRINGS.values(), *MORE.values()], ids=[*STRINGS, *MORE])
def test_what_was_typed_is_what_is_shown(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", MORE.values(), ids=MORE)
def test_a_text_of_its_own_is_shown_as_it_is(text: str) -> None:
    page = shown(escaped(text))

    assert page.items == [with_plain_breaks(text)]
    assert page.tags <= {"p", "br"}


@pytest.mark.parametrize("name", ["heading", "item", "quote", "emphasis", "table", "entity"])
def test_unescaped_it_would_be_markup(name: str) -> None:
    """The twin: the renderer of these tests sees markup where there is some."""
    assert shown(MORE[name]).items != [MORE[name]]


@pytest.mark.shared
def test_the_shared_strings_are_shown() -> None:
    for text in shared_strings().values():
        check(text)
