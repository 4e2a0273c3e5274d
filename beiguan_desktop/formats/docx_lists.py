"""What a Word file says of its lists (numbering.xml) and styles (styles.xml), as it goes by."""

import re

from beiguan_desktop.core.text import legible
from beiguan_desktop.formats.docx_numbers import LEVELS, Abstract, Instance, Level, Style
from beiguan_desktop.formats.docx_words import Attributes, Branch, known, number, value
from beiguan_desktop.formats.hearing import Heard
from beiguan_desktop.formats.symbol_signs import BULLET, sign

_LONGEST = 100  # characters of the pattern of a number
_PADDED = re.compile("0+1")

_OF_LISTS = known(
    ("abstractNum", "numStyleLink", "num", "abstractNumId", "lvlOverride", "startOverride", "lvl")
)
_OF_LEVEL = (
    *("start", "numFmt", "-/Choice/numFmt", "-/Fallback/numFmt", "lvlText", "suff", "lvlRestart"),
    *("isLgl", "pStyle", "lvlPicBulletId", "rPr/rFonts", "rPr/vanish"),
)
_OF_STYLE = (
    *("name", "basedOn", "pPr/numPr/numId", "pPr/numPr/ilvl", "pPr/outlineLvl", "rPr/vanish"),
)
_HEADING = re.compile("heading ([1-9])", re.IGNORECASE)
"""Word's own styles of headings, which have their level whether or not a file says so."""
_STYLE = known(("style",))


class Lists(Heard):
    """Gathers abstract and concrete lists with their levels."""

    def __init__(self) -> None:
        self.abstracts: dict[str, Abstract] = {}
        self.lists: dict[str, Instance] = {}
        self._branch = Branch(_OF_LEVEL)
        self._at: int | None = None
        self._is_level = False
        self._begin("")

    def _begin(self, name: str) -> None:
        self._id, self._link, self._abstract = name, "", ""
        self._override: int | None = None
        self._levels: dict[int, Level] = {}
        self._starts: dict[int, int] = {}

    def start(self, tag: str, attributes: Attributes) -> None:
        """Note what an element says of the list or level that is open."""
        name = _OF_LISTS.get(tag)
        if self._is_level:
            self._branch.start(tag, attributes)
        elif name == "lvl":
            self._is_level, self._at = True, number(attributes, "ilvl")
            self._branch.forget()
        elif name == "abstractNum":
            self._begin(value(attributes, "abstractNumId") or "")
        elif name == "num":
            self._begin(value(attributes, "numId") or "")
        else:
            self._note(name, attributes)

    def _note(self, name: str | None, attributes: Attributes) -> None:
        if name == "numStyleLink":
            self._link = value(attributes) or ""
        elif name == "abstractNumId":
            self._abstract = value(attributes) or ""
        elif name == "lvlOverride":
            self._override = number(attributes, "ilvl")
        elif name == "startOverride":
            first = number(attributes)
            if self._override is not None and first is not None:
                self._starts[self._override] = first

    def end(self, tag: str) -> None:
        """Keep the list or level that ends."""
        name = _OF_LISTS.get(tag)
        if self._is_level:
            self._is_level = not self._branch.end()
            if not self._is_level and self._at is not None and self._at < LEVELS:
                self._levels[self._at] = _level(self._branch)
        elif name == "abstractNum":
            self.abstracts.setdefault(self._id, Abstract(self._levels, self._link))
        elif name == "num":
            self.lists.setdefault(self._id, Instance(self._abstract, self._levels, self._starts))


def _level(said: Branch) -> Level:
    start = said.number("start")
    form = _form(said)
    return Level(
        start=0 if start is None else start,
        form=form,
        text=_text(said, form),
        suffix=said.value("suff") or "tab",
        restart=said.number("lvlRestart"),
        is_legal=bool(said.is_on("isLgl")),
        is_hidden=bool(said.is_on("rPr/vanish")),
        style=said.value("pStyle") or "",
    )


def _form(said: Branch) -> str:
    """Return a form; one of the writer's own (001, 002, …) may stand beside a usual one."""
    own = said.value("-/Choice/numFmt", "format") or ""
    first = own.split(",")[0].strip()[:_LONGEST]
    if _PADDED.fullmatch(first):
        return first
    return said.value("numFmt") or said.value("-/Fallback/numFmt") or "decimal"


def _text(said: Branch, form: str) -> str:
    """Return the pattern of a number; a bullet as a sign that all faces have."""
    text = legible((said.value("lvlText") or "")[:_LONGEST]).replace("\n", " ").replace("\t", " ")
    if form != "bullet":
        return text
    face = said.value("rPr/rFonts", "ascii") or ""
    return BULLET if "lvlPicBulletId" in said else "".join(sign(each, face) for each in text)


class Styles(Heard):
    """Gathers which style stands upon which, and which are lists, headings, hidden."""

    def __init__(self) -> None:
        self.styles: dict[str, Style] = {}
        self.usual = ""
        self._id: str | None = None
        self._branch = Branch(_OF_STYLE)

    def start(self, tag: str, attributes: Attributes) -> None:
        """Note what an element says of the style that is open."""
        if self._id is not None:
            self._branch.start(tag, attributes)
        elif tag in _STYLE:
            self._id = value(attributes, "styleId") or ""
            self._branch.forget()
            is_usual = value(attributes, "default") in ("1", "true", "on")
            if is_usual and value(attributes, "type") == "paragraph":
                self.usual = self._id

    def end(self, _tag: str) -> None:
        """Keep the style that ends."""
        if self._id is not None and self._branch.end():
            said = self._branch
            style = Style(
                based_on=said.value("basedOn") or "",
                list_id=said.value("pPr/numPr/numId"),
                level=said.number("pPr/numPr/ilvl"),
                is_hidden=said.is_on("rPr/vanish"),
                outline=_outline(said),
            )
            self.styles.setdefault(self._id, style)
            self._id = None


def _outline(said: Branch) -> int | None:
    level = said.number("pPr/outlineLvl")
    own = _HEADING.fullmatch(said.value("name") or "")
    return int(own[1]) - 1 if level is None and own else level
