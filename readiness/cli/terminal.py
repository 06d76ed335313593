"""Where a command prints: results to one stream, messages to the other."""

import json
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final, Self, TextIO

if TYPE_CHECKING:
    from rich.console import RenderableType

_KEPT: Final = "\t\n"
_STEERING: Final[Mapping[int, str]] = {
    code: f"⟨U+{code:04X}⟩"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in _KEPT
}
"""Characters that would steer a terminal or turn text round, and what is shown instead."""
_ESCAPED: Final[Mapping[int, str]] = {code: f"\\u{code:04x}" for code in _STEERING if code >= ord("\x7f")}
"""The same in JSON, which escapes the others by itself and means the same either way."""


class Terminal:
    """Two streams and the form of the answer; a test gives its own."""

    def __init__(self, out: TextIO, err: TextIO, *, as_json: bool = False) -> None:
        self.out = out
        self.err = err
        self.as_json = as_json

    @classmethod
    def standard(cls) -> Self:
        """Return the process's own streams, which then print every character somehow."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return cls(sys.stdout, sys.stderr)

    def print(self, line: str) -> None:
        """Print one line of the result."""
        self.out.write(f"{visible(line)}\n")

    def print_document(self, document: Mapping[str, object]) -> None:
        """Print the one JSON document that is the whole result."""
        plain = "utf" in (self.out.encoding or "utf-8").lower()
        text = json.dumps(document, ensure_ascii=not plain, allow_nan=False, indent=2)
        self.out.write(f"{text.translate(_ESCAPED)}\n")

    def show(self, *renderables: "RenderableType") -> None:
        """Lay tables and paragraphs out over the width at hand."""
        from rich.console import Console  # noqa: PLC0415 - only what is laid out pays for it

        console = Console(file=self.out, markup=False, emoji=False, highlight=False)
        with console.capture() as caught:
            for renderable in renderables:
                console.print(renderable)
        self.out.writelines(f"{line.rstrip()}\n" for line in caught.get().splitlines())

    def say(self, message: str) -> None:
        """Tell something that is not the result."""
        self.err.write(f"{visible(message)}\n")

    def flush(self) -> None:
        """Hand everything over now, so that a closed pipe is noticed here."""
        self.out.flush()

    def hang_up(self) -> None:
        """Leave a closed pipe alone, so that the interpreter does not write to it again at its end."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.out.fileno())
        os.close(nowhere)


def visible(text: str) -> str:
    """Return the text with everything that would steer a terminal written out."""
    return text.translate(_STEERING)
