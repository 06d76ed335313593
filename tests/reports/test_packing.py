"""Packing changes nothing that a reader sees."""

from io import BytesIO

import paper
import pytest
from reportlab.pdfgen.canvas import Canvas

from readiness.reports.packing import pack


def a_document(pages: int = 3) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.setTitle("Plain")
    for number in range(pages):
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Page {number}", f"p{number}")
        canvas.drawString(100, 100, f"This is page {number}.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_pages_text_outline_and_title_survive() -> None:
    packed = pack(a_document())

    assert [page.extract_text().strip() for page in paper.opened(packed).pages] == [
        f"This is page {n}." for n in range(3)
    ]
    assert paper.outline(packed) == ["Page 0", "Page 1", "Page 2"]
    assert paper.opened(packed).metadata.title == "Plain"


def test_many_objects_need_several_streams() -> None:
    packed = pack(a_document(pages=600))

    assert packed.count(b"/Type /ObjStm") > 1
    assert len(paper.opened(packed).pages) == 600


def test_the_same_document_packs_to_the_same_bytes_and_fewer() -> None:
    plain = a_document(pages=40)

    assert pack(plain) == pack(plain)
    assert len(pack(plain)) < len(plain) / 2


def test_a_document_without_a_classic_table_is_refused() -> None:
    with pytest.raises(ValueError, match="classic cross-reference table"):
        pack(pack(a_document()))
