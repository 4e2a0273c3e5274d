"""From a file that was read to a report in the library, by way of the page that shows it first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import (
    clock,
    importing,
    library,
    library_list,
    proofing,
    recognizing_again,
)
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.preview_conduct import PreviewConduct
from beiguan_desktop.ui.preview_older import OlderOffer
from beiguan_desktop.ui.preview_page import PreviewPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.proofing import Proof
    from beiguan_desktop.core.report import Description
    from beiguan_desktop.ui.main_window import MainWindow

_WAITS = "“{}”还没有看完。要接着看，按 Ctrl+O；不要了，点“{}”"
_READ = "“{}”读好了。写完这一条，按 Ctrl+O 看一看再打开"
_AGAIN = "上次改到一半的 {} 处已经接上，不要了可以撤销"
_LEFT = "没有打开，资料库里什么也没有添"
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the page is for: its title, its main button, what leaves it, and what taking does."""

    title: str
    main: str
    leave: str
    take: Callable[[Proof, Description], None]


class PreviewFlow(QObject):
    """Keeps one file on the page until it is taken or let go; `accepted` is the other purpose's."""

    accepted = Signal(object, object, object)
    """A Read, the corrections, and what the fields say: a report of the library was looked at."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page = PreviewPage(window.page.view.theme)
        self.conduct = PreviewConduct(self.page)
        self._older = OlderOffer(window, self.page)
        self._purpose: Purpose | None = None
        self._kin: proofing.Kin | None = None
        self._was_asking = False
        self._begun: Description
        window.rooms.addWidget(self.page)
        window.keepers.append(self._put_aside)
        self.page.back_asked.connect(self._step_back)
        self.page.foot.leave_button.clicked.connect(self.let_go)
        self.page.foot.main_button.clicked.connect(self._take)
        self.page.band.answered.connect(self._answer)

    @property
    def proof(self) -> Proof | None:
        """What waits to be taken."""
        return self.conduct.proof

    def open(self, proof: Proof) -> None:
        """Show a file that was read; one that the library has is told and shown as it is there."""
        store, read = self._window.workspace.store, proof.read
        if recognizing_again.known_as(store, read.source, read.reading):
            self._end()  # of another file that waits untouched
            self._window.taking_in.put(read)
            return
        name = read.source.name
        purpose = Purpose(f"打开“{name}”", "打开这份报告", "不打开", self._put)
        count = proofing.taken_up(store, proof)
        self._begin(proof, purpose, importing.description_of(read.source, read.reading))
        if count:
            self.page.foot.tell(_AGAIN.format(count))
        self._older.begin(proof, self._begun)
        self._look_for_kin(proof)

    def correct(self, proof: Proof, described: Description) -> None:
        """Show a report of the library, to correct what was recognised."""
        purpose = Purpose(f"校对“{described.title}”", "换成改好的文字", "不改了", self._accept)
        self._begin(proof, purpose, described)

    def _begin(self, proof: Proof, purpose: Purpose, described: Description) -> None:
        page, self._purpose, self._kin = self.page, purpose, None
        page.head.set_words(purpose.title)
        page.foot.main_button.setText(purpose.main)
        page.foot.leave_button.setText(purpose.leave)
        page.setAccessibleName(purpose.title)
        self._begun = described
        self._older.end()  # of another file that waited untouched
        reports = library_list.to_choose(self._window.workspace.store)
        meetings = {described.meeting, *(it.meeting for it in reports)} - {""}
        self.conduct.show(proof, described, sorted(meetings))
        box = self._window.page.panel.editor
        if self._window.reading.writing.has_words and box.isAncestorOf(
            self._window.focusWidget() or self._window
        ):
            self._window.status.add_told(_READ.format(_short(proof.read.source.name)))
        else:
            self.resume()

    def resume(self) -> bool:
        """Show again what waits to be taken; False if nothing does."""
        if self.proof is None:
            return False
        window = self._window
        self._was_asking = self._was_asking or window.stage.is_asking
        window.stage.show_hall()
        window.rooms.show_page(self.page)
        self.page.take_focus()
        return True

    @property
    def is_untouched(self) -> bool:
        """Whether another file may take the place of the one that waits."""
        return self.proof is None or not self.proof.is_touched

    # -- what it is like

    def _look_for_kin(self, proof: Proof) -> None:
        """Compare the file with the library, which is read beside the window as well."""
        said, path = self.page.description.said(), self._window.workspace.path

        def look() -> proofing.Kin:
            with garbage.held(), library.open_library(path, read_only=True) as store:
                reports = recognizing_again.known(store)
            return proofing.kin(reports, proof.read.reading, said)

        def take(found: proofing.Kin) -> None:
            if self.proof is proof:
                self._take_kin(found)

        self._window.jobs.run(look, take, self._window.workspace.refused.emit)

    def _take_kin(self, found: proofing.Kin) -> None:
        self._kin = found
        if found.same is None:
            if found.older is not None:
                self._older.propose(found.older.report)
        else:
            self.page.band.ask(found.same.title, found.same.edition, found.share)
            self.page.make_room()

    def _answer(self, answer: str) -> None:
        """Take what was answered to: is it the same report?"""
        found = self._kin.same if self._kin else None
        if found is None or self.proof is None:
            return
        if answer == "edition":
            self._older.choose(found.report)
            self.page.fields_button.setChecked(True)
            self.page.make_room()
        elif answer == "same":
            read, workspace = self.proof.read, self._window.workspace
            done = workspace.attempt(
                lambda: recognizing_again.is_same(
                    workspace.store, read.source, read.reading, found.report
                )
            )
            if done:
                self._end()
                self._show(found.report)
                self._window.status.add_told(
                    f"《{_short(found.title)}》已在资料库里，打开的就是那一份"
                )

    def _put_aside(self) -> bool:
        """Keep what somebody worked on: the window closes."""
        store, proof = self._window.workspace.store, self.proof
        is_import = self._purpose is not None and self._purpose.take == self._put
        if proof is None or not proof.is_touched or not is_import:
            return True
        return self._window.workspace.attempt(lambda: proofing.put_aside(store, proof))

    # -- taking it, or not

    def _take(self) -> None:
        if self.proof is None or self._purpose is None:
            return
        said = self.page.description.said()
        if not said.title:
            self.page.foot.tell("名称还空着。请写上报告的名称。")
            self.page.fields_button.setChecked(True)
            self.page.make_room()
            self.page.description.title.setFocus()
            return
        self._purpose.take(self.proof, said)

    def _accept(self, proof: Proof, said: Description) -> None:
        corrections = proofing.kept(proof, self._begun, said)
        self._end()
        self.accepted.emit(proof.read, corrections, said)

    def _put(self, proof: Proof, said: Description) -> None:
        """Put the report into the library as it was corrected, and show it."""
        workspace = self._window.workspace
        reading = replace(proof.reading, title=said.title)
        try:
            done = importing.put_report(
                workspace.store,
                proof.read.source,
                reading,
                edition=said.edition,
                edition_of=said.edition_of,
                genre=said.genre,
                meeting=said.meeting,
                corrections=proofing.kept(proof, self._begun, said),
            )
        except UserError as error:
            self.page.foot.tell(str(error))
            workspace.refused.emit(str(error))
            return
        before = workspace.shown
        self._end()
        is_shown = self._show(done.report)
        self._window.taking_in.tell(done, before)
        if is_shown and not done.already:
            self._write_opinions(proof)

    def _show(self, report: str) -> bool:
        window = self._window
        window.change_report(report)
        return window.workspace.shown == report

    def _write_opinions(self, proof: Proof) -> None:
        """Write an opinion on each doubt that was chosen; the first stands open in the box."""
        workspace, reading = self._window.workspace, self._window.reading
        report, author = workspace.report, workspace.ensure_me()
        if report is None or author is None or not proof.said.opinions:
            return
        change = proofing.opinions(
            report,
            proof,
            author=author,
            ids=[clock.new_id() for _ in proof.said.opinions],
            change_id=clock.new_id(),
            now=clock.now(),
        )
        if change is not None and workspace.do(change):
            first = change.edits[-len(proof.said.opinions)].record
            reading.cards.go_to(first)
            reading.writing.edit(workspace.comments[first])

    def let_go(self) -> None:
        """Take nothing: what was read is forgotten."""
        is_import = self._purpose is not None and self._purpose.take == self._put
        self._end()
        self._window.status.add_told(_LEFT if is_import else "没有改")

    def _step_back(self) -> None:
        """Show the text; what somebody worked on waits, the rest is let go."""
        if self.is_untouched:
            self.let_go()
        elif self.proof is not None and self._purpose is not None:
            self._window.rooms.show_text()
            name = _short(self.proof.read.source.name)
            self._window.status.add_told(_WAITS.format(name, self._purpose.leave))

    def _end(self) -> None:
        self.conduct.proof, self._purpose = None, None
        self._older.end()
        self._window.rooms.show_text()
        if self._was_asking:
            self._was_asking = False
            self._window.ask_person()


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
