"""The notes of a Word file: at the foot of its pages, at its end. They are read after the body.

Plan and budget explain their terms there. They stand in parts of their own, so that the text of the
body is the same with and without them.
"""

from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.formats.docx_body import Body
from beiguan_desktop.formats.docx_numbers import Definitions
from beiguan_desktop.formats.docx_text import Written
from beiguan_desktop.formats.docx_words import SPACES, Attributes, known, value
from beiguan_desktop.formats.number_forms import written

_NOTE = known(("footnote", "endnote"))
_AS_BODY = f"{{{SPACES[0]}}}body"
_FORMS = {"footnotes": "decimal", "endnotes": "lowerRoman"}
"""How the notes of a part are numbered unless a file says otherwise."""


class Notes(Body):
    """Hears one part: each of its notes is like a body of its own."""

    def __init__(self, most: int) -> None:
        """Read at most so many paragraphs."""
        super().__init__(most, Definitions())
        self.texts: dict[str, str] = {}
        self._id = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Hear an element begin."""
        if tag in _NOTE:
            self._id, self.written = value(attributes, "id") or "", Written()
        super().start(_AS_BODY if tag in _NOTE else tag, attributes)

    def end(self, tag: str) -> None:
        """Hear an element end."""
        super().end(_AS_BODY if tag in _NOTE else tag)
        if tag in _NOTE:
            self.texts.setdefault(self._id, self.written.text.strip(BLANKS))


def write(body: Body, texts: dict[str, dict[str, str]]) -> None:
    """Write the notes that the body names after it, with their numbers: `texts` by part and id."""
    for part, form in _FORMS.items():
        named = [name for kind, name in body.notes if kind == part]
        for count, name in enumerate(dict.fromkeys(named), 1):
            text = texts.get(part, {}).get(name, "")
            if text:
                body.written.note(f"{written(count, form)}. ", text)
