"""A finished PDF → the same with its small objects packed and compressed (PDF 1.5, object streams).

Structure for screen readers is thousands of little dictionaries, which reportlab writes one by one in plain
text; packed they are an eighth of that, and the report is half its size.
"""

import re
import zlib
from collections.abc import Mapping
from typing import Final

from readiness.reports.right_to_left import as_typed

_MOST_IN_A_STREAM: Final = 1000
_LEVEL: Final = 7
"""Of compression; higher ones take a tenth of the whole report’s time for a thousandth of its size."""

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_READ_AS: Final = re.compile(rb"<([0-9A-F]{2})> <(F[BE][0-9A-F]{2})>")
_SPARE: Final = re.compile(
    rb"/Length \d+|/FormType 1|/Matrix \[ 1 0 0 1 0 0 \]"
    rb"|/Resources << /Font \d+ 0 R /ProcSet \[[^\]]*\] >>"
)
"""What a stream need not say: its old length, what holds anyway, fonts of a form that has no text."""

_COLUMNS: Final = 7
_ENTRY: Final = 20
"""Bytes of one entry in a classic cross-reference table."""


def pack(pdf: bytes) -> bytes:
    """Return the document with everything that is no stream packed; it must have one classic table."""
    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    objects = _objects(pdf, table)
    trailer = _trailer(pdf, table)
    streams = {number: _pressed(body) for number, body in objects.items() if body.endswith(b"endstream")}
    small = {number: body for number, body in objects.items() if number not in streams}
    return _written(streams, small, trailer)


def _objects(pdf: bytes, table: int) -> dict[int, bytes]:
    """Cut the document at the offsets of its table."""
    head = re.compile(rb"xref\s+0 (\d+)\s+").match(pdf, table)
    if head is None:
        msg = "the document has no classic cross-reference table from 0"
        raise ValueError(msg)
    entries = pdf[head.end() :]
    offsets = [int(entries[i * _ENTRY : i * _ENTRY + 10]) for i in range(1, int(head[1]))]
    ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], table], strict=True))
    found = {}
    for number, offset in enumerate(offsets, 1):
        whole = pdf[offset : ends[offset]]
        body = whole[whole.index(b"obj") + 3 : whole.rindex(b"endobj")]
        found[number] = body.strip(b"\r\n ")
    return found


def _trailer(pdf: bytes, table: int) -> bytes:
    """Return what the trailer says of root, information and identity."""
    text = pdf[pdf.index(b"trailer", table) : pdf.rindex(b"startxref")]
    inside = text[text.index(b"<<") + 2 : text.rindex(b">>")]
    lines = [line.strip() for line in inside.splitlines() if not line.strip().startswith(b"%")]
    return re.sub(rb"/Size \d+", b"", b" ".join(lines))


def _pressed(body: bytes) -> bytes:
    """Return a stream compressed, except what says of the file what it is, which others read as it stands."""
    head, _, rest = body.partition(b"stream")
    if b"/Filter" in head or b"/Metadata" in head:
        return body
    content = rest.removesuffix(b"endstream").removeprefix(b"\r").removeprefix(b"\n")
    length = re.search(rb"/Length (\d+)", head)
    content = content if length is None else content[: int(length[1])]
    if content.startswith(b"/CIDInit"):
        content = _READ_AS.sub(_letters, content)
    about = _SPARE.sub(b"", b" ".join(head.split()).removeprefix(b"<<").removesuffix(b">>"))
    return _stream(b" ".join(about.split()), zlib.compress(content, _LEVEL))


def _letters(found: re.Match[bytes]) -> bytes:
    """Let what a font draws as the joined shape of a letter be read as the letter."""
    typed = as_typed(chr(int(found[2], 16)))
    return b"<%b> <%b>" % (found[1], typed.encode("utf-16-be").hex().upper().encode())


def _written(streams: Mapping[int, bytes], small: Mapping[int, bytes], trailer: bytes) -> bytes:
    following = max([*streams, *small], default=0) + 1
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    file = bytearray(_HEADER)
    for number, body in streams.items():
        places[number] = (1, len(file), 0)
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    for begin in range(0, len(small), _MOST_IN_A_STREAM):
        group = dict(list(small.items())[begin : begin + _MOST_IN_A_STREAM])
        for index, number in enumerate(group):
            places[number] = (2, following, index)
        places[following] = (1, len(file), 0)
        file += b"%d 0 obj\n%b\nendobj\n" % (following, _object_stream(group))
        following += 1
    start = len(file)
    places[following] = (1, start, 0)
    file += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (following, _table(places, trailer), start)
    return bytes(file)


def _object_stream(group: Mapping[int, bytes]) -> bytes:
    index: list[int] = []
    offset = 0
    for number, body in group.items():
        index += [number, offset]
        offset += len(body) + 1
    head = b" ".join(b"%d" % value for value in index) + b"\n"
    content = zlib.compress(head + b"\n".join(group.values()), _LEVEL)
    about = b"/Type /ObjStm /N %d /First %d" % (len(group), len(head))
    return _stream(about, content)


def _table(places: Mapping[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    rows = b"".join(
        kind.to_bytes(1) + first.to_bytes(4) + second.to_bytes(2)
        for _, (kind, first, second) in sorted(places.items())
    )
    predicted = b"/DecodeParms << /Predictor 12 /Columns %d >>" % _COLUMNS
    about = b"/Type /XRef /W [1 4 2] /Size %d %b %b" % (len(places), predicted, trailer)
    return _stream(about, zlib.compress(_upwards(rows), 9))


def _upwards(rows: bytes) -> bytes:
    """Return each row as its difference to the one above: neighbours are nearly alike."""
    above = bytes(_COLUMNS)
    found = bytearray()
    for begin in range(0, len(rows), _COLUMNS):
        row = rows[begin : begin + _COLUMNS]
        found += b"\x02" + bytes((one - two) & 0xFF for one, two in zip(row, above, strict=True))
        above = row
    return bytes(found)


def _stream(about: bytes, content: bytes) -> bytes:
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (about, len(content), content)
