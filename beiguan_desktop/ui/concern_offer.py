"""只看与我有关的: what the tree can be reduced to, offered before anybody has asked for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beiguan_desktop.ui.outline_filter import Only

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from beiguan_desktop.ui.main_window import MainWindow

_WORDS = "与我有关的"
_NONE = "没有与您有关的；要换，请点“更多—阅读—与我有关”"


def offer_concerns(window: MainWindow) -> None:
    """Let the tree be reduced to the sections that speak of what somebody has ticked."""

    def keeps(index: QModelIndex) -> bool:
        from beiguan_desktop.ui.concern_flow import concerns_of  # noqa: PLC0415 - on first use

        flow = concerns_of(window)
        flow.prepare()
        is_whole = window.page.model.unit_at(index) is None
        return not is_whole and not flow.units.isdisjoint(window.page.model.units_of(index))

    window.progress.filter.offers.append(Only(_WORDS, _NONE, keeps))


def is_chosen(window: MainWindow) -> bool:
    """Tell whether the tree is reduced to what concerns one."""
    chosen = window.progress.filter.chosen
    return chosen is not None and chosen.words == _WORDS


def toggle(window: MainWindow) -> bool:
    """Reduce the tree so, or show all of it again; tell which."""
    tree = window.progress.filter
    offer = next(only for only in tree.offers if only.words == _WORDS)
    is_on = not is_chosen(window)
    tree.choose(offer if is_on else None)
    return is_on
