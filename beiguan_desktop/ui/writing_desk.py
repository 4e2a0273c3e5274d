"""What stands round the box and helps: all kinds for staff, 更多, 常用语, 提示.

It is made when the writing pane is, and makes its own parts when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.scale import px

if TYPE_CHECKING:
    from beiguan_desktop.ui.aids_flow import AidsFlow
    from beiguan_desktop.ui.hinting import Hinting
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.more_form import MoreForm
    from beiguan_desktop.ui.staff import Staff
    from beiguan_desktop.ui.words_box import WordsBox

_LONGEST = 420
"""Pixels of a phrase in the menu at the standard size."""
EDIT_PHRASES = "增加、修改、排顺序…"
_NO_PHRASES = "还没有常用语"


class WritingDesk(QObject):
    """Leads from the buttons round the box to what they offer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._editor, self._writing = window.page.panel.editor, window.reading.writing
        self._box: WordsBox = self._editor.words_box
        self._menu: QMenu | None = None
        self._staff: Staff | None = None
        self.hinting: Hinting | None = None
        for box in (self._editor.words_box, self._editor.replacement_box):
            box.entered.connect(lambda it=box: self._remember(it))
        self._editor.feet.phrases_button.clicked.connect(self.offer_phrases)
        self._editor.extra.made.connect(self._on_form)
        self._editor.extra.shaped.connect(self._propose)
        self._editor.edited.connect(self._begin_hinting)
        self._writing.placed.connect(lambda _anchor: self._propose())
        self._workspace.opened.connect(lambda _report: self._follow_staff())

    # -- staff

    def _follow_staff(self) -> None:
        """Show the kinds for whoever sits here; the switch may be turned at any time."""
        from beiguan_desktop.ui.staff import staff_of  # noqa: PLC0415 - once the library is open

        if self._staff is None:
            self._staff = staff_of(self._workspace)
            self._staff.changed.connect(self._on_staff)
        self._on_staff(self._staff.is_on)
        if self._staff.is_on:
            QTimer.singleShot(0, self, self._bring_back)

    def _bring_back(self) -> None:
        """Open the line of 代录 again when words wait in it."""
        from beiguan_desktop.ui.recording_draft import is_waiting  # noqa: PLC0415 - for staff

        if self._workspace.report is not None and is_waiting(self._workspace):
            from beiguan_desktop.ui.recording_flow import bring_back  # noqa: PLC0415 - on first use

            bring_back(self._window)

    def _on_staff(self, is_on: bool) -> None:
        self._editor.choice.set_staff(is_staff=is_on)
        self._window.page.panel.fit()
        self._editor.set_act(self._editor.act)

    # -- hints

    def _begin_hinting(self) -> None:
        from beiguan_desktop.ui.hinting import Hinting  # noqa: PLC0415 - with the first word

        if self.hinting is None:
            self.hinting = Hinting(self._workspace, self._editor, self._writing)
            self.hinting.rest.start()

    # -- what stands under 更多

    def _on_form(self, form: MoreForm) -> None:
        from beiguan_desktop.services import writing_aids  # noqa: PLC0415 - on first use

        def departments() -> tuple[str, ...]:
            rows = writing_aids.departments(self._workspace.store)
            return tuple(dict.fromkeys(it for row in rows for it in row.departments))

        form.field.choices = writing_aids.fields
        form.departments.choices = departments
        form.table_asked.connect(lambda: self._aids().open_departments())
        form.phrases.clicked.connect(self.offer_phrases)
        form.lend_bar(self._window.page.panel)

    def _propose(self) -> None:
        """Offer the departments of what is written, the passage, its paragraph, its titles."""
        form, report, anchor = self._editor.extra.form, self._workspace.report, self._writing.anchor
        if form is None or report is None or not self._editor.extra.is_open:
            return
        form.phrases.setVisible(self._editor.feet.is_squeezed)
        from beiguan_desktop.core.departments import propose  # noqa: PLC0415 - on first use
        from beiguan_desktop.services import writing_aids  # noqa: PLC0415 - on first use

        texts = [self._editor.words_box.toPlainText()[:4000]]
        if anchor is not None and anchor.unit is not None:
            unit = report.units[anchor.unit]
            texts += [anchor.quote, unit.text, *reversed(unit.path)]
        form.propose(propose(writing_aids.departments(self._workspace.store), texts))

    def _aids(self) -> AidsFlow:
        from beiguan_desktop.ui.aids_flow import AidsFlow  # noqa: PLC0415 - seldom needed

        return flow_of(self._window, AidsFlow, lambda window: AidsFlow(window, self))

    def on_changed(self) -> None:
        """Know that a table was changed."""
        if self.hinting is not None:
            self.hinting.forget_tables()
        self._propose()

    # -- phrases

    def _remember(self, box: WordsBox) -> None:
        self._box = box

    def offer_phrases(self) -> None:
        """Open the menu of phrases under its button."""
        from beiguan_desktop.services import writing_aids  # noqa: PLC0415 - on first use

        form, button = self._editor.extra.form, self._editor.feet.phrases_button
        if form is not None and self._editor.feet.is_squeezed:
            button = form.phrases
        if self._menu is None:
            self._menu = QMenu(self._window)
            self._menu.setAccessibleName("常用语")
            self._menu.setToolTipsVisible(True)
        menu = self._menu
        menu.clear()
        menu.setFont(faces.sans(14))
        found = writing_aids.phrases(self._workspace.store)
        for phrase in found:
            end = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(menu.font()).elidedText(phrase, end, px(_LONGEST))
            action = menu.addAction(shown.replace("&", "&&"))
            action.setToolTip("" if shown == phrase else phrase)
            action.triggered.connect(lambda _checked=False, it=phrase: self._insert(it))
        if not found:
            menu.addAction(_NO_PHRASES).setEnabled(False)
        menu.addSeparator()
        menu.addAction(EDIT_PHRASES).triggered.connect(lambda: self._aids().open_phrases())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        if button.hasFocus():  # pressed by a key, and keys go on
            menu.setActiveAction(menu.actions()[0])

    def _insert(self, phrase: str) -> None:
        """Put a phrase at the caret of the box one wrote in last."""
        self._editor.focus_box()  # puts away what stands in the place of the boxes
        if self._box.isVisibleTo(self._editor):
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._box.insertPlainText(phrase)
            self._box.ensureCursorVisible()
