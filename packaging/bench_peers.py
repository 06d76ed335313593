"""The report in a new process beside other programs that make a PDF of the same content.

They are handed finished input: LibreOffice the workbook that Readiness writes, the others every string of
the report in its place. Nothing of theirs is counted but the way from a file to a PDF. Whoever is not
installed is left out, and said so.
"""

import html
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench_measure import Child, Pair, compare, take_turns, timed

from readiness import paths
from readiness.domain.assessment import Assessment

Page = list[tuple[str, float, float, float, str]]
_A4 = (595.276, 841.89)
_PEERS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "LibreOffice": (("soffice", "libreoffice"), 1 / 5),
    "Chromium": (("chromium", "chromium-browser", "google-chrome"), 1 / 3.5),
    "WeasyPrint": (("weasyprint",), 1 / 8),
    "typst": (("typst",), None),
}
"""Each with its commands, and the share of its time that the report may take."""

_OURS = "the whole report"


def measure(assessment: Assessment, pages: Sequence[Page], ours: Child, folder: Path) -> Iterator[Pair]:
    """Yield one row a program that is installed."""
    inputs = _inputs(assessment, pages, folder)
    for name, (commands, target) in _PEERS.items():
        found = next((path for path in map(shutil.which, commands) if path), None)
        if found is None:
            print(f"skipped: {name} is not installed", file=sys.stderr, flush=True)
            continue
        run = partial(_run, _command(name, found, inputs, folder))
        taken = take_turns({_OURS: ours, name: lambda run=run: timed(run)}, rounds=7)  # type: ignore[misc]
        size = (folder / f"{name}.pdf").stat().st_size / 1000
        note = f"{name} makes {size:.0f} KB"
        yield compare(taken, f"report beside {name}", _OURS, name, target, notes=[note])


def _inputs(assessment: Assessment, pages: Sequence[Page], folder: Path) -> dict[str, Path]:
    from readiness.services.exporting import render_tables  # noqa: PLC0415 - the children must not pay for it

    made = {
        "LibreOffice": ("LibreOffice.xlsx", render_tables(assessment, ".xlsx")),
        "Chromium": ("page.html", _html(pages).encode()),
        "typst": ("page.typ", _typst(pages).encode()),
    }
    for name, content in made.values():
        (folder / name).write_bytes(content)
    files = {program: folder / name for program, (name, _) in made.items()}
    return {**files, "WeasyPrint": files["Chromium"]}


def _command(name: str, program: str, inputs: dict[str, Path], folder: Path) -> list[str]:
    given, out = str(inputs[name]), str(folder / f"{name}.pdf")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    known: dict[str, Callable[[], list[str]]] = {
        "LibreOffice": lambda: [
            *(program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), given)
        ],
        "Chromium": lambda: [
            *(program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium"),
            *("--no-pdf-header-footer", f"--print-to-pdf={out}", f"file://{given}"),
        ],
        "WeasyPrint": lambda: [program, given, out],
        "typst": lambda: [
            program,
            "compile",
            "--font-path",
            str(paths.bundled("assets", "fonts")),
            given,
            out,
        ],
    }
    return known[name]()


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, env=os.environ, timeout=120)


def _html(pages: Sequence[Page]) -> str:
    faces = sorted({face for page in pages for face, *_ in page})
    fonts = "".join(
        f"@font-face{{font-family:{face};src:url(file://{paths.bundled('assets', 'fonts', f'{face}.ttf')})}}"
        for face in faces
    )
    style = (
        f"{fonts}@page{{size:{_A4[0]}pt {_A4[1]}pt;margin:0}}body{{margin:0}}"
        f"section{{position:relative;width:{_A4[0]}pt;height:{_A4[1] - 1}pt;break-after:page}}"
        "span{position:absolute;white-space:pre;line-height:1}"
    )
    body = "".join(f"<section>{''.join(map(_span, page))}</section>" for page in pages)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}"


def _span(mark: tuple[str, float, float, float, str]) -> str:
    face, size, left, base, text = mark
    place = f"left:{left:.1f}pt;top:{_A4[1] - base - size:.1f}pt;font:{size}pt {face}"
    return f'<span style="{place}">{html.escape(text)}</span>'


def _typst(pages: Sequence[Page]) -> str:
    head = f"#set page(width: {_A4[0]}pt, height: {_A4[1]}pt, margin: 0pt)\n"
    return head + "\n#pagebreak()\n".join("\n".join(map(_placed, page)) for page in pages)


def _placed(mark: tuple[str, float, float, float, str]) -> str:
    _, size, left, base, text = mark
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#place(dx: {left:.1f}pt, dy: {_A4[1] - base - size:.1f}pt, text(size: {size}pt, "{quoted}"))'
