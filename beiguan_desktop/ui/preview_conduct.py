"""What the preview's widgets lead to: every act on the proof, and what is shown of it."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from beiguan_desktop.core.findings import Finding
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.core.report import Description, Unit
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.preview_acts import done, offered, page_begun
from beiguan_desktop.ui.preview_finds import ALL, row_of
from beiguan_desktop.ui.preview_page import PreviewPage

_AT_TOP = QAbstractItemView.ScrollHint.PositionAtTop
_SAYS = {"no": "", "yes": "", "want": "写成意见", "unwant": "不写成意见"}
_WORDS = {
    ("joined", "no"): "还原",
    ("written", "no"): "还原",
    ("doubt", "no"): "不是错",
    ("out", "no"): "放回正文",
    ("joined", "yes"): "再改回来",
    ("written", "yes"): "再改回来",
    ("doubt", "yes"): "再看看",
    ("out", "yes"): "再略去",
}


class PreviewConduct(QObject):
    """Shows one proof after the other on the page."""

    def __init__(self, page: PreviewPage) -> None:
        super().__init__(page)
        self.page = page
        self.proof: Proof | None = None
        self._ordinal = 0
        self._is_quiet = False
        page.units.chosen.connect(self._stand_on)
        page.units.opened.connect(self._open_unit)
        page.units.menu_asked.connect(self._offer)
        page.unit.asked.connect(self._act)
        page.unit.page_asked.connect(self._begin_page)
        page.unit.left.connect(self.close_unit)
        page.act_asked.connect(lambda name: self._act(name, is_key=True))
        page.findings.said.connect(self._say)
        page.findings.chosen.connect(self._follow)
        page.undo_asked.connect(lambda: self._step(is_undo=True))
        page.redo_asked.connect(lambda: self._step(is_undo=False))
        page.foot.all_button.clicked.connect(self._restore_all)

    def show(self, proof: Proof, described: Description, meetings: list[str]) -> None:
        """Show a proof from its beginning."""
        self.proof = proof
        page = self.page
        page.description.put(described, meetings)
        page.description.offer_older((), None)
        page.description.doubt.hide()
        page.band.hide()
        self.close_unit()
        page.rows.set_units(())
        page.show_view(True)
        page.foot.tell("")
        self._refresh()
        page.show_tab(ALL)
        page.tabs[ALL].setChecked(True)
        page.units.stand_on(0)

    # -- what is seen

    def _refresh(self) -> None:
        proof, page = self.proof, self.page
        if proof is None:
            return
        reading = proof.reading
        pages = Pages(reading.units, reading.marks)
        page.rows.set_units(reading.units)
        listed = sum(it.kind in ("title", "heading") or bool(it.runin) for it in reading.units)
        page.finds.set_findings(proof.findings(), lambda it: row_of(it, proof, pages))
        counts = page.finds.counts()
        page.show_counts({True: listed, False: len(reading.units)}, counts)
        page.foot.all_button.setVisible(counts["joined"] + counts["written"] > 0)
        page.look_at_list()
        page.foot.name_steps(proof.undo_label, proof.redo_label)
        parts = sum(it.kind == "heading" and it.level == 1 for it in reading.units)
        paragraphs = sum(it.number is not None for it in reading.units)
        notes = sum(it.kind == "note" for it in reading.units)
        known = [f"{parts} 个部分" if parts else "", f"{paragraphs} 段"]
        known.append(f"{notes} 条注释" if notes else "")
        known.append(f"{'约 ' if pages.count else ''}{pages.count} 页" if pages.count else "")
        page.left_words.setText("，".join(filter(None, known)))
        page.words.setText(_summary(proof, counts["joined"] + counts["written"]))
        self._show_unit()

    def _unit(self) -> Unit | None:
        units = self.proof.reading.units if self.proof else ()
        return units[min(self._ordinal, len(units) - 1)] if units else None

    def _show_unit(self, place: int = 0) -> None:
        unit = self._unit()
        if unit is not None and not self.page.unit.isHidden():
            self.page.unit.show_unit(unit, place)

    def _stand_on(self, ordinal: int) -> None:
        self._ordinal = ordinal
        self._show_unit()
        proof, finds = self.proof, self.page.finds
        if proof is not None and not self._is_quiet:
            row = finds.row_at(proof.reading.units[ordinal].spans[0][0])
            if row >= 0:
                self.page.findings.scrollTo(finds.index(row, 0), _AT_TOP)

    def _take_row(self) -> None:
        """Mean the unit whose row one stands on: in the contents a paragraph has none."""
        unit = self.page.units.unit()
        if unit is not None:
            self._ordinal = unit.ordinal
            self._show_unit()

    def _open_unit(self, box: QWidget | None = None) -> None:
        """Show the unit one stands on large; the keys go to a box of it, if told."""
        self._take_row()
        if self.page.unit.isHidden():
            self.page.unit.show()
            self.page.fields_button.setChecked(False)
            self.page.make_room()
            self._show_unit()
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_unit(self) -> None:
        """Put the large text of the unit away."""
        had_focus = self.page.unit.isAncestorOf(self.page.focusWidget() or self.page)
        self.page.unit.hide()
        self.page.make_room()
        if had_focus:
            self.page.units.setFocus()

    def _follow(self, finding: Finding) -> None:
        """Show on the left where a finding stands, and the very place if the text is open."""
        if self.proof is None or self._is_quiet:
            return
        ordinal, start, _ = self.proof.place_of(finding)
        self._stand_quietly(ordinal)
        self._show_unit(start)

    def _stand_quietly(self, ordinal: int) -> None:
        self._is_quiet = True
        self._ordinal = ordinal
        self.page.units.stand_on(ordinal)
        self._ordinal = ordinal  # a paragraph has no row in the contents
        self._is_quiet = False

    # -- acts

    def _act(self, name: str, *, is_key: bool = False) -> None:
        if is_key and self.page.units.hasFocus():
            self._take_row()
        proof, unit = self.proof, self._unit()
        if proof is None or unit is None:
            return
        if name == "turn":
            name = "paragraph" if unit.kind == "heading" else "heading"
        start, place = unit.spans[0][0], self.page.unit.text.place()
        is_open = not self.page.unit.isHidden()
        self._took(done(proof, name, unit, place if is_open else 0), start)

    def _begin_page(self, page: str) -> None:
        proof, unit = self.proof, self._unit()
        if proof is not None and unit is not None:
            why = page_begun(proof, unit, self.page.unit.text.place(), page)
            if not why:
                self.page.unit.page_box.clear()
                self.page.units.setFocus()  # Ctrl+Z means the page that was told, not its figure
            self._took(why, unit.spans[0][0])

    def _took(self, why: str, start: int) -> None:
        """Show what came of an act, and stand on the same words as before."""
        proof = self.proof
        if proof is None:
            return
        if why:
            self.page.foot.tell(why)
            return
        self._again(start)
        lost = f"；有 {len(proof.unfit)} 处前面的改动现在用不上了" if proof.unfit else ""
        self.page.foot.tell(f"{proof.undo_label}{lost}")

    def _again(self, start: int) -> None:
        proof = self.proof
        if proof is None:
            return
        units = proof.reading.units
        before = [it.ordinal for it in units if it.spans[0][0] <= start]
        self._is_quiet = True
        self._refresh()
        self._is_quiet = False
        self._stand_quietly(before[-1] if before else 0)
        self._show_unit()

    def _say(self, finding: Finding, say: str) -> None:
        proof = self.proof
        if proof is None:
            return
        row = self.page.findings.currentIndex().row()
        label = (
            f"{_WORDS.get((finding.group, say), _SAYS[say])}：{finding.title.partition('，')[0]}"
        )
        if say in ("want", "unwant"):
            proof.want(label, finding, is_wanted=say == "want")
            fits = True
        elif say == "no":
            fits = proof.answer(label, finding)
        else:
            fits = proof.unsay(label, finding.answer)
        start = finding.start
        self._took("" if fits else "这里和别的改动连在一起，单独还原不了。", start)
        self.page.findings.stand_at(max(0, row))

    def _restore_all(self) -> None:
        proof, unit = self.proof, self._unit()
        if proof is None or unit is None:
            return
        count = proof.answer_all("全部还原")
        why = "" if count else "没有可以还原的了。"
        self._took(why, unit.spans[0][0])

    def _step(self, *, is_undo: bool) -> None:
        """Take the last act back, or do it again, and say what it was."""
        proof, unit = self.proof, self._unit()
        if proof is None or unit is None:
            return
        row = self.page.findings.currentIndex().row()
        label, word = (proof.undo(), "撤销") if is_undo else (proof.redo(), "重做")
        if label:
            self._again(unit.spans[0][0])
            self.page.findings.stand_at(max(0, row))
        self.page.foot.tell(f"{word}了：{label}" if label else f"没有可以{word}的")

    def _offer(self, point: QPoint) -> None:
        """Offer what can be said of the unit one stands on."""
        self._take_row()
        proof, unit = self.proof, self._unit()
        if proof is not None and unit is not None:
            menu = QMenu(self.page)
            menu.setFont(faces.sans(14))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name, words in offered(proof, unit):
                menu.addAction(words).triggered.connect(partial(self._act, name))
            menu.addSeparator()
            for words, box in (
                ("分成两段……", self.page.unit.text),
                ("第几页从这里开始……", self.page.unit.page_box),
            ):
                menu.addAction(words).triggered.connect(partial(self._open_unit, box))
            menu.popup(point)


def _summary(proof: Proof, made: int) -> str:
    findings, wanted = proof.findings(), proof.said.opinions
    back = sum(proof.is_answered(it) for it in findings if it.group in ("joined", "written"))
    waiting = (it for it in findings if it.group == "doubt" and it not in wanted)
    doubts = sum(not proof.is_answered(it) for it in waiting)
    parts = [f"整理了 {made} 处，都能还原" if made else "没有要整理的地方"]
    if back:
        parts[0] += f"（已还原 {back} 处）"
    if doubts:
        parts.append(f"{doubts} 处看着像错，没有动，请您定")
    return f"{'；'.join(parts)}。原文件不会改。"
