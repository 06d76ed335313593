"""Arabic and Hebrew: joined letters, lines in reading order, and text that is copied as it was typed."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from builders import an_assessment, level, six_pillars

from readiness.domain.outcome import evaluate
from readiness.reports.background import NOTHING
from readiness.reports.content import describe
from readiness.reports.faces import is_covered
from readiness.reports.glyphs import missing_glyphs
from readiness.reports.options import ReportOptions
from readiness.reports.pdf import build_pdf
from readiness.reports.right_to_left import as_typed, is_turned, joined, turned

SERVICE = "\u062e\u062f\u0645\u0629 \u0627\u0644\u062f\u0641\u0639"
"""“Payment service” in Arabic."""

HEBREW = "\u05e9\u05d9\u05e8\u05d5\u05ea \u05ea\u05e9\u05dc\u05d5\u05de\u05d9\u05dd"
KURDISH_E = "\u06d5"
NKO = "\u07ca"


def all_shapes(_char: str) -> bool:
    return True


def printed(text: str) -> bytes:
    given = replace(
        an_assessment(six_pillars(), {"ARC-01": level(2, note=text, note_for="report", because=text)}),
        system=text,
    )
    options = ReportOptions(pages=("summary", "answers"))
    return build_pdf(describe(evaluate(given), options, NOTHING), options)


class TestLetters:
    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("\u062e\u062f\u0645\u0629", "\ufea7\ufeaa\ufee3\ufe94"),
            ("\u0644\u0627", "\ufefb"),
            ("\u0628\u0644\u0627", "\ufe91\ufefc"),
            ("\u0627\u0644\u0622\u0646", "\ufe8d\ufef5\ufee5"),
            ("\u0645\u064f\u062d", "\ufee3\u064f\ufea2"),
            ("\u0640\u0628\u0640", "\u0640\ufe92\u0640"),
            ("\u067e\u06cc", "\ufb58\ufbfd"),
            ("abc", "abc"),
            ("", ""),
        ],
    )
    def test_they_take_the_shape_that_their_neighbours_ask(self, typed: str, shown: str) -> None:
        assert joined(typed, all_shapes) == shown
        assert as_typed(shown) == typed

    def test_a_shape_without_a_glyph_is_left_out(self) -> None:
        assert joined("\u062e\u062f", lambda char: char < "\ufb50") == "\u062e\u062f"

    @pytest.mark.parametrize("char", [KURDISH_E, NKO])
    def test_a_letter_that_cannot_be_joined_is_printed_as_its_code(self, char: str) -> None:
        assert not is_covered(char)

        given = replace(an_assessment(six_pillars()), system=f"a{char}b")
        content = describe(evaluate(given), ReportOptions(), NOTHING)
        assert f"U+{ord(char):04X}" in missing_glyphs(content)


class TestLines:
    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("abc", "abc"),
            ("\u05d0\u05d1", "\u05d1\u05d0"),
            ("a \u05d0\u05d1 b", "a \u05d1\u05d0 b"),
            ("\u05d0 12 \u05d1", "\u05d1 12 \u05d0"),
            ("\u05d0 1,200 \u05d1", "\u05d1 1,200 \u05d0"),
            ("\u05d0 10% \u05d1", "\u05d1 10% \u05d0"),
            ("\u05d0 (\u05d1) v2", "v2 (\u05d1) \u05d0"),
            ("\u05d0 API (x)", "API (x) \u05d0"),
            ("a \u05d0 ", "a \u05d0 "),
            ("\u05d0-\u05d1.", ".\u05d1-\u05d0"),
            ("\u05e9\u05b0\u05d1", "\u05d1\u05e9\u05b0"),
        ],
    )
    def test_they_stand_in_the_order_in_which_they_are_read(self, typed: str, shown: str) -> None:
        assert turned(typed) == shown

    def test_numbers_after_arabic_belong_to_it(self) -> None:
        assert turned("\u062e 10 a") == "a 10 \u062e"

    def test_only_what_is_written_from_the_right_is_turned(self) -> None:
        assert is_turned(HEBREW)
        assert not is_turned("Za\u017c\u00f3\u0142\u0107 \u7ed3\u8d26 \u2026")


class TestPaper:
    @pytest.mark.parametrize("text", [SERVICE, HEBREW, f"{SERVICE} 10", f"v2 {HEBREW}"])
    def test_every_word_is_found_and_copied_as_it_was_typed(self, text: str) -> None:
        document = pypdfium2.PdfDocument(printed(text))
        read = "\n".join(page.get_textpage().get_text_bounded() for page in document)

        for word in text.split():
            assert read.count(word) >= 3

    def test_other_readers_read_it_too(self, tmp_path: Path) -> None:
        file = tmp_path / "report.pdf"
        file.write_bytes(printed(f"{SERVICE}, {HEBREW}"))
        try:
            told = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)  # noqa: S607
        except FileNotFoundError:
            pytest.skip("pdftotext is not installed")
        read = "".join(char for char in told.stdout.decode() if char not in "\u202a\u202b\u202c\u200e\u200f")

        for word in (*SERVICE.split(), *HEBREW.split()):
            assert word in read

    def test_the_same_text_gives_the_same_bytes(self) -> None:
        assert printed(SERVICE) == printed(SERVICE)
