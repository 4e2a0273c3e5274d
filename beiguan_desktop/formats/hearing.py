"""XML heard as it is unpacked: it never becomes a tree, so memory does not grow with it."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from beiguan_desktop.core.errors import UserError


class DoctypeError(Exception):
    """A document type, which no office program writes."""


class Heard:
    """Hears XML go by; a document type is refused whatever its encoding."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear an element begin."""

    def end(self, tag: str) -> None:
        """Hear an element end."""

    def data(self, text: str) -> None:
        """Hear characters."""

    def doctype(self, *_names: str | None) -> None:
        """Refuse a document type."""
        raise DoctypeError

    def close(self) -> None:
        """Hear the end."""


def hear(pieces: Iterable[bytes], heard: Heard, broken: str) -> None:
    """Let XML be heard piece by piece; raise UserError(`broken`) when it is none."""
    target: Any = heard  # lxml calls of its protocol what is there
    parser = etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.close()
    except (etree.XMLSyntaxError, etree.ParserError, DoctypeError):
        raise UserError(broken) from None
