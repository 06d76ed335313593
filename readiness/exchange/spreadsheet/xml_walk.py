"""The parts of an XLSX file as they stream by: no document types, no entities, no endless nesting."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

from readiness.exchange.tree import refused

MOST_DEPTH: Final = 32

Attributes = Mapping[str, str]


class Walk:
    """Calls what is interested in an element when it begins, when it ends, and with its text.

    Names come without their namespace. Where an element began is not kept: there are a million of them.
    """

    def __init__(
        self,
        part: str,
        begins: Callable[[str, Attributes], None],
        ends: Callable[[str, str], None],
    ) -> None:
        self._part = part
        self._begins = begins
        self._ends = ends
        self._depth = 0
        self._text: list[str] = []

    def go(self, content: bytes) -> None:
        """Walk through a part.

        Raises:
            RefusedError: it is no XML, or more of it than a spreadsheet has.
        """
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.EntityDeclHandler = self._on_doctype
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._text.append
        try:
            parser.Parse(content, True)
        except (ExpatError, ValueError, LookupError) as error:
            message = f"the part “{self._part}” cannot be read: {error}"
            raise refused("not-a-spreadsheet", message) from error

    def _on_doctype(self, *_: object) -> None:
        raise refused(
            "document-type", f"the part “{self._part}” declares a document type; no spreadsheet does"
        )

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise refused("too-deep", f"the part “{self._part}” nests deeper than {MOST_DEPTH}")
        self._text.clear()
        self._begins(_plain(name), {_plain(key): value for key, value in attributes.items()})

    def _on_end(self, name: str) -> None:
        self._depth -= 1
        self._ends(_plain(name), "".join(self._text))
        self._text.clear()


def _plain(name: str) -> str:
    return name.rpartition(" ")[2]
