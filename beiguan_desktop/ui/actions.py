"""Everything the window can do by name and key, in one place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_KEYS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "open": ("打开报告……", "从文件打开一份报告；也可以把文件拖进窗口", ("Ctrl+O",)),
    "library": (
        "资料库",
        "看资料库里的报告：打开、改说明、隐藏；点窗口左上角的报告名也行",
        ("Ctrl+L",),
    ),
    "undo": ("撤销", "撤销上一步", ("Ctrl+Z",)),
    "redo": ("重做", "重做刚撤销的一步", ("Ctrl+Y", "Ctrl+Shift+Z")),
    "find": ("查找", "在报告和意见里查找", ("Ctrl+F",)),
    "find_next": ("下一处", "到找到的下一处", ("F3",)),
    "find_previous": ("上一处", "到找到的上一处", ("Shift+F3",)),
    "go_to": ("转到", "到某一页、某一段", ("Ctrl+G",)),
    "smaller": ("A−", "报告的字小一点", ("Ctrl+-",)),
    "larger": ("A+", "报告的字大一点", ("Ctrl++", "Ctrl+=")),
    "normal_size": ("字恢复标准大小", "报告的字恢复标准大小", ("Ctrl+0",)),
    "hand_in": ("交意见", "看交哪些，再打印签名、存成文件或复制", ("Ctrl+E",)),
    "print": ("打印报告", "看打印的样子，打印", ("Ctrl+P",)),
    "large_print": ("大字稿", "把报告用大字打印，或者存成 PDF、Word 文件", ()),
    "speech": ("发言提纲", "把意见排成大字，看着发言，附要讲几分钟", ()),
    "blank_sheet": ("空白意见表", "打印出来手写的意见表", ()),
    "statistics": ("统计", "看意见在哪些部分、是哪几类，报告读了多少", ()),
    "compare": ("和上一稿对照", "看这一稿改了哪些段、哪些字", ()),
    "one_by_one": ("一段一段看", "一次只看一段，字更大", ("F5",)),
    "full_screen": ("全屏", "占满屏幕，再按一次退出", ("F11",)),
    "concerns": ("与我有关", "报告里讲到您的村、街道、行业的地方", ()),
    "terms": ("名词", "报告里的简称和说法，各指什么", ()),
    "whole_report": ("对整篇报告提意见", "写不属于哪一段的意见", ()),
    "on_selection": ("对选中的文字写意见", "对选中的文字写意见", ("Ctrl+Alt+M",)),
    "copy_place": (
        "复制这一段的位置",
        "复制成“第几部分……一段（第几页）”，说话、写稿时用；点段号也行",
        ("Ctrl+Shift+C",),
    ),
    "highlight": ("画重点", "给选中的字或选定的句子画重点，再按一次去掉", ("Ctrl+Alt+H",)),
    "star": ("加星标", "给这一段加星标，再按一次去掉", ("Ctrl+D",)),
    "my_marks": ("我的重点和星标", "看画了重点、加了星标的地方", ()),
    "previous": ("上一条意见", "到上一条意见", ("Alt+Up",)),
    "next": ("下一条意见", "到下一条意见", ("Alt+Down",)),
    "bin": ("回收站", "找回撤回的意见，清除没交过的", ()),
    "next_unread": ("下一段没读的", "到下一段没读的", ("F7",)),
    "next_pane": ("换一栏", "到下一栏", ("F6",)),
    "kind_1": ("提建议", "提建议", ("Alt+1",)),
    "kind_2": ("改报告", "改报告", ("Alt+2",)),
    "kind_3": ("问情况", "问情况", ("Alt+3",)),
    "person": ("姓名和代表团", "填写或改姓名和代表团", ()),
    "people": ("换人", "换一位来写，各看各的意见", ()),
    "record": ("代录", "替别人记下意见：谁、对哪里、说了什么", ("Ctrl+Alt+R",)),
    "table": ("从表格录入……", "从 Excel 或 CSV 表格录入意见，先看有哪些", ()),
    "about": ("关于北关审议", "版本、版权和许可", ()),
}

_SPOKEN = {"Alt+Up": "Alt+↑", "Alt+Down": "Alt+↓"}
"""Keys whose English names say nothing: a menu shows what stands on the key."""


@dataclass(frozen=True)
class Actions:
    """The actions by name; each belongs to the window and answers its keys everywhere in it."""

    by_name: dict[str, QAction]

    def __getitem__(self, name: str) -> QAction:
        """Return an action by name."""
        return self.by_name[name]

    def withhold(self, names: Iterable[str], why: str) -> None:
        """Offer some actions no more; their tips say why."""
        for name in names:
            self.by_name[name].setEnabled(False)
            self.by_name[name].setToolTip(why)


WRITING = (
    *("open", "undo", "redo", "whole_report", "on_selection", "highlight", "star"),
    *("kind_1", "kind_2", "kind_3", "person", "people", "record", "table"),
)
"""The actions that write into the library, or lead to it."""


def make_actions(window: QWidget, acts: dict[str, Callable[[], object]]) -> Actions:
    """Make every action and connect it to what it does."""
    result = {}
    for name, (text, tip, keys) in _KEYS.items():
        action = QAction(text, window)
        action.setToolTip(f"{tip}（{keys[0]}）" if keys else tip)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if keys and keys[0] in _SPOKEN:
            action.setText(f"{text}\t{_SPOKEN[keys[0]]}")
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        act = acts[name]
        action.triggered.connect(lambda _checked=False, act=act: act())
        window.addAction(action)
        result[name] = action
    return Actions(result)
