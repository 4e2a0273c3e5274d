"""The writing pane: where one is, the box that never moves, the cards of a scope."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import faces, labels
from beiguan_desktop.ui.card_sifting import CardSifting
from beiguan_desktop.ui.comment_card import CommentList
from beiguan_desktop.ui.comment_editor import CommentEditor
from beiguan_desktop.ui.comment_model import EVERYTHING, CommentModel, Scope
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.dressing import as_it_is
from beiguan_desktop.ui.one_line import OneLine
from beiguan_desktop.ui.place_head import PlaceHead
from beiguan_desktop.ui.scale import SCALE, px
from beiguan_desktop.ui.scope_tab import ScopeTab
from beiguan_desktop.ui.theme import Theme

_PADDING, _TOP, _GAP, _FOOT, _LOW_FOOT = 20, 6, 8, 12, 8
_LOW, _LOW_FOR_STAFF = (688, 430), (780, 530, 430)
"""Heights below which the box is lower (a window of less than 800 pixels); the rows of all kinds
take more, and at last they stand in one row that scrolls."""
_SPACIOUS = 1180
"""Width from which a pane that lies under the text has room for the page beside the place."""
_SHARES, _TIGHT = (5, 3), (2, 1)
"""How box and cards share the width where they lie side by side, and where there is little."""
_HEAD_SHARE = 5
"""How wide the place is beside the kinds; each of them is 3."""
_NARROW = 560
"""Width below which the kinds have no room beside the place, which the text shows anyway."""


class CommentPanel(QWidget):
    """Head, editor, scopes and cards; it says what somebody wants and does none of it."""

    chosen = Signal(str)
    edit_asked = Signal(str)
    withdraw_asked = Signal(str)
    place_asked = Signal()
    """Somebody wants to go back to the place the words in the box belong to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._pages: Pages | None = None
        self._here: Scope | None = None
        self._section: Scope | None = None
        self.model = CommentModel(self)
        self.list = CommentList(self.model, theme)
        self.sifting = CardSifting(self.list, self.model, theme)
        self.editor = CommentEditor(theme)
        self.place = PlaceHead(theme)
        self._page = plain_label("", "ink3", faces.sans(14), wraps=False)
        self._passage = OneLine(faces.serif(14), "ink2")
        self._scopes = QButtonGroup(self)
        self.tabs = tuple(ScopeTab(word, theme) for word in ("本段", "本节", "全部"))
        self._cards, self._head = QWidget(), QWidget()
        self._is_lying = False
        self._gap = QSpacerItem(0, _GAP)
        self._hairline = QWidget()
        self._hairline.setObjectName("hairline")
        # it asks for no height: the box above has its own first, and the cards take the rest
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._build()
        self.list.chosen.connect(self.chosen)
        self.list.edit_asked.connect(self.edit_asked)
        self.list.withdraw_asked.connect(self.withdraw_asked)
        self.place.clicked.connect(self._on_place_clicked)
        self.set_place(None, None)

    def _build(self) -> None:
        top = QHBoxLayout(self._head)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.place)
        top.addStretch(1)
        top.addWidget(self._page)
        row = QHBoxLayout()
        row.setContentsMargins(_PADDING, 0, _FOOT, 0)
        row.setSpacing(12)
        for tab in self.tabs:
            self._scopes.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(self._show_scope)
        row.addStretch(1)
        row.addWidget(self.sifting.button)
        self.tabs[0].setChecked(True)
        below = QVBoxLayout(self._cards)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(0)
        below.addLayout(row)
        below.addWidget(self.sifting.line)
        below.addWidget(self._hairline)
        below.addWidget(self.list, 1)
        below.addWidget(self.editor.note)
        self.editor.note.setContentsMargins(_PADDING, _GAP, _PADDING, _FOOT)
        self._cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._upper = QVBoxLayout()
        self._upper.setContentsMargins(_PADDING, _TOP, _PADDING, 0)
        self._upper.setSpacing(0)
        self._upper.addWidget(self._head)
        self._upper.addWidget(self._passage)
        self._upper.addItem(self._gap)
        self._upper.addWidget(self.editor)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self._whole.addLayout(self._upper)
        self._whole.addWidget(self._cards, 1)
        self.editor.shaped.connect(self.make_room)
        self.editor.fields.lend_bar(self)

    # -- what the library says

    def set_report(self, report: Report, pages: Pages, comments: Iterable[Comment]) -> None:
        """Show the opinions on another report."""
        self._report, self._pages = report, pages
        self.model.set_comments(comments, report)
        self.sifting.follow(report)
        self._count()

    def apply(self, change: Change) -> None:
        """Follow a change row by row."""
        self.model.apply(change)
        self.sifting.apply(change)
        self._count()

    def set_read_only(self, read_only: bool) -> None:
        """Offer no writing where nothing can be written."""
        self.list.set_read_only(read_only)
        self.editor.setDisabled(read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do with lower boxes in a low window."""
        super().resizeEvent(event)
        self.fit()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.fit()

    def set_lying(self, *, is_lying: bool) -> None:
        """Lie under the text: the place beside the kinds, the cards beside the box."""
        if is_lying == self._is_lying:
            return
        self._is_lying = is_lying
        with as_it_is(self._head):
            if is_lying:
                self.editor.kinds_row.insertWidget(0, self._head, _HEAD_SHARE)
            else:
                self._upper.insertWidget(0, self._head)
        policy = QSizePolicy.Policy  # of a width of its own: the kinds stand still
        self._head.setSizePolicy(policy.Ignored if is_lying else policy.Preferred, policy.Fixed)
        self._passage.setVisible(not is_lying)
        self.list.is_beside = is_lying
        self._show_scope()
        directions = QBoxLayout.Direction
        self._whole.setDirection(directions.LeftToRight if is_lying else directions.TopToBottom)
        self.fit()
        self.make_room()

    def fit(self) -> None:
        """Do with the height there is, by whoever sits here."""
        gap, foot = (0, _LOW_FOOT) if SCALE.is_low and self._is_lying else (_GAP, _FOOT)
        self._gap.changeSize(0, gap)
        self._upper.invalidate()
        lying = self.height() - _TOP - gap - foot if self._is_lying else 0
        limits = _LOW_FOR_STAFF if self.editor.choice.is_staff else _LOW
        lowness = sum(self.height() < px(limit) for limit in limits)
        self.editor.set_low(lowness=lowness, lying=lying)
        self.sifting.line.set_low(is_low=self._is_lying)
        self._page.setVisible(not self._is_lying or self.width() >= px(_SPACIOUS))
        is_tight = self._is_lying and (SCALE.is_low or self.width() < px(_NARROW))
        self._head.setVisible(self.place.is_away or not is_tight)
        shares = _TIGHT if is_tight else _SHARES if self._is_lying else (0, 1)
        for place, share in enumerate(shares):
            self._whole.setStretch(place, share)

    # -- places

    def set_place(self, anchor: Anchor | None, around: tuple[int, int] | None) -> None:
        """Say where words will belong; `around` are the first and last unit of the section."""
        is_section = anchor is not None and anchor.place == "section"
        self._here = Scope.paragraph(anchor.unit) if anchor else None
        self._section = Scope.section(*around) if around and not is_section else None
        if around and is_section:
            self._here = Scope.section(*around)
        whole = "本节" if is_section else "本段"
        self.tabs[0].set_word("整篇" if anchor and anchor.unit is None else whole)
        self.place.set_place(labels.head_words(self._report, anchor) if self._report else "")
        self._page.setText(self._page_words(anchor))
        self._passage.set_words(labels.passage_words(self._report, anchor) if self._report else "")
        self.make_room()
        self._count()
        self._show_scope()

    def set_away(self, *, is_away: bool) -> None:
        """Say in the head that the words in the box belong elsewhere than where one looks."""
        if is_away != self.place.is_away:
            self.place.set_away(is_away=is_away)
            self.fit()

    def make_room(self) -> None:
        """Let the form of 改报告 have the room of the cards."""
        is_form = self.editor.is_tall
        self._cards.setVisible(not is_form)
        self._upper.setContentsMargins(_PADDING, _TOP, _PADDING, _FOOT if is_form else 0)
        vertical = QSizePolicy.Policy.Expanding if is_form else QSizePolicy.Policy.Maximum
        self.editor.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)

    def _page_words(self, anchor: Anchor | None) -> str:
        if anchor is None or anchor.unit is None or self._pages is None or self._report is None:
            return ""
        last = max(anchor.start, anchor.end - 1)
        one, other = (self._pages.at(anchor.unit, at) for at in (anchor.start, last))
        if one is None or other is None:
            return ""
        about = "约" if one.about or other.about else ""
        pages = f"{one.page}" if one.page == other.page else f"{one.page}—{other.page}"
        return f"{about}第{pages}页"

    def _on_place_clicked(self) -> None:
        if self.place.is_away:
            self.place_asked.emit()

    # -- scopes

    @property
    def current(self) -> str | None:
        """The opinion whose card is current."""
        return self.list.current

    def choose(self, comment_id: str) -> None:
        """Show the card of an opinion, in all opinions if this scope does not hold it."""
        if not self.list.show_comment(comment_id):
            self.tabs[2].setChecked(True)
            self._show_scope()
            if not self.list.show_comment(comment_id):
                self.sifting.reveal()
                self.list.show_comment(comment_id)

    def show_here(self) -> None:
        """Show the opinions of the place one looks at."""
        self.tabs[0].setChecked(True)
        self._show_scope()

    def _scope_of(self, tab: ScopeTab) -> Scope | None:
        return (self._here, self._section, EVERYTHING)[self.tabs.index(tab)]

    def _show_scope(self) -> None:
        wanted = next((tab for tab in self.tabs if tab.isChecked()), self.tabs[2])
        scope = self._scope_of(wanted)
        self.list.set_scope(EVERYTHING if scope is None else scope)
        self.sifting.tell()

    def _count(self) -> None:
        for tab in self.tabs:
            scope = self._scope_of(tab)
            tab.setVisible(scope is not None)
            tab.set_count(self.model.count(scope) if scope else 0)
        self.sifting.tell()
