"""是哪一份的新一稿: offered before a report is taken in, with a word where the two are unlike."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.errors import CancelledError
from beiguan_desktop.core.shelving import Listed, older_choices
from beiguan_desktop.services import editions, library, library_list, proofing
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.library_words import MOST_OLDER, name_of

if TYPE_CHECKING:
    from beiguan_desktop.core.proofing import Proof
    from beiguan_desktop.core.report import Description
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.preview_page import PreviewPage


class OlderOffer(QObject):
    """Keeps the reports that may be the edition before; who chose one himself keeps it."""

    def __init__(self, window: MainWindow, page: PreviewPage) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self._strip = page.description
        self._proof: Proof | None = None
        self._begun: Description
        self._listed: list[Listed] = []
        self._is_chosen = False
        self._stop = Event()
        self._strip.older.chosen.connect(self.choose)

    def begin(self, proof: Proof, described: Description) -> None:
        """Offer what the library has; none is preset."""
        self._proof, self._begun, self._is_chosen = proof, described, False
        self._listed = library_list.to_choose(self._window.workspace.store)
        self._put(None)

    def end(self) -> None:
        """Look at nothing any more."""
        self._stop.set()
        self._proof = None

    def propose(self, report: str) -> None:
        """Preset a report unless somebody has chosen already."""
        if not self._is_chosen:
            self._put(report)

    def choose(self, report: str) -> None:
        """Take what somebody chose, "" for none."""
        self._is_chosen = True
        self._put(report or None)

    def _put(self, report: str | None) -> None:
        said = self._strip.said()
        this = Listed("", said.title, said.genre, edition_of=report)
        offered = older_choices(self._listed, this)[:MOST_OLDER]
        self._strip.offer_older([(it.id, name_of(it)) for it in offered], report)
        older = next((it for it in offered if it.id == report), None)
        if older is not None and said.edition == self._begun.edition:
            self._strip.edition.put(proofing.next_edition(older.edition, said.edition))
        self._compare(report)

    def _compare(self, report: str | None) -> None:
        """Compare the two beside the window, and say so where they share too little."""
        self._stop.set()
        self._tell("")
        if report is None or self._proof is None:
            return
        stop = self._stop = Event()
        path, units = self._window.workspace.path, self._proof.reading.units

        def look() -> str:
            try:
                with garbage.held(), library.open_library(path, read_only=True) as store:
                    return editions.unlike(store, report, units, stop)
            except CancelledError:
                return ""

        def take(words: str) -> None:
            if not stop.is_set():
                self._tell(words)

        self._window.jobs.run(look, take, self._window.workspace.refused.emit)

    def _tell(self, words: str) -> None:
        self._strip.doubt.setText(words)
        self._strip.doubt.setVisible(bool(words))
        self._page.make_room()
