"""A report as a document that reads like print: one block a unit, built once, never changed.

Every size follows from the body's, so that A+ scales the page as a whole. The pitch is a whole
number of pixels and fixed, so that lines stand evenly and tints join; Qt then sets the baseline
at 80 % of it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.ui.display_text import DisplayText
from beiguan_desktop.ui.fonts import KAI, SANS, SERIF
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.utf16 import Paired, by_units

PITCH = 1.72
AIR = 0.14
BASELINE = 0.8
"""Where Qt sets the baseline of a line of fixed height, as a share of the height."""
MIDDLE = 0.38
"""How far above the baseline the visual middle of Han characters lies, in em."""
HEAD = 1.2
"""Space above the first unit, in em: a frame's, since Qt ignores a block's at the edge."""
FOOT = 3
"""How many empty lines stand below the last unit, a frame's too."""


@dataclass(frozen=True, eq=False)  # there are few, and each is itself
class Role:
    """How the units of one kind are set; lengths in em of the body, `scale` of its size."""

    family: str
    scale: float = 1.0
    bold: bool = False
    indent: float = 0.0
    above: float = 0.0
    below: float = 0.55
    centred: bool = False
    spacing: float = 0.0
    pitch: float = PITCH
    colour: str = "ink"

    @property
    def is_sense_broken(self) -> bool:
        """Whether lines end where sense allows, as in titles, and not wherever they are full."""
        return self.centred


_BODY = Role(SERIF, indent=2)
_ROLES = {
    "title": Role(
        SERIF, 1.78, bold=True, above=0.6, below=0.9, centred=True, spacing=1 / 3, pitch=1.5
    ),
    "meta": Role(KAI, below=0.3, centred=True, colour="ink2", pitch=1.6),
    "salutation": Role(SERIF, bold=True, above=1.2),
    "footer": Role(KAI, above=1.2, centred=True, colour="ink2"),
    "note": Role(KAI, indent=2, colour="ink2"),
}
_HEADINGS = {
    1: Role(SANS, 1.18, bold=True, indent=2, above=1.5, below=0.7, pitch=1.6),
    2: Role(KAI, 1.14, indent=2, above=0.9, pitch=1.6),
}
LONG_TITLE = 10
"""The most characters of a title set large: so many stand in one line of the least measure."""
_LONG_TITLE = replace(_ROLES["title"], scale=1.36, spacing=0.06, pitch=1.6)
_LOWER_HEADING = Role(SERIF, bold=True, indent=2, above=0.5)
_NUMBERED_RUNIN = Role(KAI, 1.04)
_OTHER_RUNIN = Role(SERIF, bold=True)


def role_of(unit: Unit) -> Role:
    """Return how a unit is set."""
    if unit.kind == "title" and len(unit.text) > LONG_TITLE:
        return _LONG_TITLE
    if unit.kind == "heading":
        return _HEADINGS.get(unit.level, _LOWER_HEADING)
    return _ROLES.get(unit.kind, _BODY)


class ReportDocument:
    """The document of one report at one size; `em` and `pitch` are the body's, in pixels."""

    def __init__(
        self,
        report: Report,
        points: float,
        theme: Theme,
        around: tuple[float, float] = (HEAD, FOOT),
        like: "ReportDocument | None" = None,
    ) -> None:
        """Set a report; `like` is the same report at another size, whose texts are taken over.

        `around` are ems above it and empty lines below.
        """
        self.report = report
        self.head, self.foot = around
        # what a letter takes in fact: some systems round sizes to whole pixels, or nearly so
        advance = QFontMetricsF(_font(SERIF, points)).horizontalAdvance("一")
        self.em = max(advance, float(round(advance)))
        self.pitch = round(self.em * PITCH)
        self.displays: tuple[DisplayText, ...] = (
            like.displays
            if like is not None and like.report is report
            else tuple(
                DisplayText(unit.text, sense=role_of(unit).is_sense_broken) for unit in report.units
            )
        )
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)
        self.document.setDefaultFont(_font(SERIF, points))
        _Setter(self, points, theme).write()

    def block(self, unit: int) -> QTextBlock:
        """Return the block that shows a unit."""
        return self.document.findBlockByNumber(unit)

    def em_of(self, unit: int) -> float:
        """Return the size of a unit's letters in pixels."""
        return self.em * role_of(self.report.units[unit]).scale

    def document_position(self, unit: int, position: int) -> int:
        """Return where in the document a code point of a unit is shown."""
        return int(self.block(unit).position()) + self.displays[unit].start(position)

    def place(self, document_position: int) -> tuple[int, int]:
        """Return the unit and the code point shown at a position of the document."""
        block = self.document.findBlock(document_position)
        if not block.isValid():
            block = self.document.lastBlock()
        unit = int(block.blockNumber())
        return unit, self.displays[unit].position(document_position - int(block.position()))

    def passage(self, unit: int, start: int, end: int) -> tuple[int, int]:
        """Return the code points of a unit that two document positions enclose."""
        offset = int(self.block(unit).position())
        display = self.displays[unit]
        low, high = (min(max(0, at - offset), display.length) for at in (start, end))
        return display.passage(low, high) if low < high else (0, 0)

    def true_text(self, start: int, end: int) -> str:
        """Return the report's own words, a unit a line, between two document positions."""
        units = range(self.place(start)[0], self.place(max(start, end - 1))[0] + 1)
        spans = [(unit, *self.passage(unit, start, end)) for unit in units]
        return "\n".join(self.report.units[unit].text[low:high] for unit, low, high in spans)


def _font(family: str, points: float) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class _Setter:
    """Writes the units into the empty document, each character format made once."""

    def __init__(self, target: ReportDocument, points: float, theme: Theme) -> None:
        self._target = target
        self._points = points
        self._theme = theme
        self._formats: dict[Role, tuple[QTextCharFormat, QTextCharFormat]] = {}
        self._blocks: dict[Role, QTextBlockFormat] = {}

    def write(self) -> None:
        target = self._target
        cursor = QTextCursor(target.document)
        frame = target.document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(round(target.head * target.em))
        form.setBottomMargin(target.foot * target.pitch)
        frame.setFrameFormat(form)
        cursor.beginEditBlock()
        for at, (unit, display) in enumerate(
            zip(target.report.units, target.displays, strict=True)
        ):
            role = role_of(unit)
            block = self._block_format(role)
            if at:
                cursor.insertBlock(block, self._pair(role)[False])
            else:
                cursor.setBlockFormat(block)
            self._write_unit(cursor, unit, display, role)
        cursor.endEditBlock()

    def _write_unit(
        self, cursor: QTextCursor, unit: Unit, display: DisplayText, role: Role
    ) -> None:
        airs: Sequence[tuple[int, int]] = display.airs
        if role.spacing > 0:  # the last letter's space would push the line off its centre
            airs = [(0, display.length - 1)] if display.length > 1 else []
        turn = display.end(len(unit.runin.text)) if unit.runin else 0
        within = bisect_left(airs, (turn,))
        text = by_units(display.shown)
        _write(cursor, text, (0, turn), airs[:within], self._pair(_runin_role(unit)))
        _write(cursor, text, (turn, display.length), airs[within:], self._pair(role))

    def _pair(self, role: Role) -> tuple[QTextCharFormat, QTextCharFormat]:
        """Return how letters are set without and with air behind them."""
        if role not in self._formats:
            plain = QTextCharFormat()
            plain.setFont(_font(role.family, self._points * role.scale))
            plain.setFontWeight(QFont.Weight.Bold if role.bold else QFont.Weight.Normal)
            plain.setForeground(QColor(getattr(self._theme, role.colour)))
            aired = QTextCharFormat(plain)
            aired.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            aired.setFontLetterSpacing((role.spacing or AIR * role.scale) * self._target.em)
            self._formats[role] = plain, aired
        return self._formats[role]

    def _block_format(self, role: Role) -> QTextBlockFormat:
        if role not in self._blocks:
            self._blocks[role] = self._made_block_format(role)
        return self._blocks[role]

    def _made_block_format(self, role: Role) -> QTextBlockFormat:
        em, pitch = self._target.em, self._target.pitch
        made = QTextBlockFormat()
        height = pitch if role.scale == 1 and role.pitch == PITCH else role.pitch * role.scale * em
        made.setLineHeight(round(height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTextIndent(role.indent * em)
        made.setTopMargin(round(role.above * em))
        made.setBottomMargin(round(role.below * em))
        centred = Qt.AlignmentFlag.AlignHCenter
        made.setAlignment(centred if role.centred else Qt.AlignmentFlag.AlignJustify)
        return made


def _write(
    cursor: QTextCursor,
    text: str | Paired,
    span: tuple[int, int],
    airs: Sequence[tuple[int, int]],
    formats: tuple[QTextCharFormat, QTextCharFormat],
) -> None:
    """Write a span of a text, in the second format what air follows: a few calls a paragraph."""
    at, end = span
    plain, aired = formats
    insert = cursor.insertText
    for low, high in airs:
        if at < low:
            insert(text[at:low], plain)
        insert(text[low:high], aired)
        at = high
    if at < end:
        insert(text[at:end], plain)


def _runin_role(unit: Unit) -> Role:
    is_numbered = unit.runin is not None and unit.runin.type == "numbered"
    return _NUMBERED_RUNIN if is_numbered else _OTHER_RUNIN
