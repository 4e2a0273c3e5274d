"""Files brought by every door; what is no report ends as a sentence, the library unchanged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from beiguan_desktop.formats.text_in import LARGEST, LONGEST
from beiguan_desktop.services import importing
from beiguan_desktop.ui import session
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.opening_flow import OpeningFlow
from tests.formats import hostile
from tests.formats.made_files import docx, paragraph
from tests.journeys.test_opening_files import Pulse
from tests.journeys.watching import LIMIT
from tests.no_reports import NOVEL, SPEECH, TABLE

TITLE = "青石县人民法院工作报告"
REPORT = f"{TITLE}\n各位代表：\n现在报告工作，请予审议。\n一、去年工作\n审结案件210件。"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
BAD: dict[str, tuple[bytes, str]] = {
    "空.txt": (b"", "空的"),
    "扫描.pdf": (hostile.FILES["扫描.pdf"][0](), "扫描件"),
    "加密.pdf": (hostile.encrypted_pdf(), "密码"),
    "加密.docx": (hostile.encrypted_docx(), "密码"),
    "断了.pdf": (hostile.sound_pdf()[:-60], "不完整"),
    "断了.docx": (hostile.sound_docx()[:-200], "不完整"),
    "图片.docx": (hostile.PNG, "图片"),
    "小说.txt": (NOVEL.encode("gb18030"), "小说"),
    "小说.docx": (docx("".join(map(paragraph, NOVEL.split("\n")))), "小说"),
    "数字.txt": (TABLE.encode(), "数字表"),
    "发言.txt": (SPEECH.encode(), "几句话"),
    "二十兆.txt": (b" " * (LARGEST + 1), "20 MB"),
    "太长.txt": (("报告工作。" * (LONGEST // 5 + 1)).encode(), "200 万字"),
}


@pytest.fixture
def busy(deputy):
    """Return somebody before a window that works in real threads."""
    deputy.window.jobs.is_synchronous = False
    deputy.starts()
    return deputy


def write(folder: Path, name: str, data: bytes | str) -> Path:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


def rows(deputy) -> list[tuple[str, str, int]]:
    entries = deputy.window.workspace.store.shelf.entries()
    return [(entry.report, entry.title, entry.comments) for entry in entries]


def told(deputy) -> str:
    return deputy.window.taking_in.refusal.words


def drops(deputy, *urls: QUrl, on=None, words: str = "") -> bool:
    """Drag files over a part of the window and let them go; tell whether they were taken."""
    target, brought = on or deputy.window.page.view.viewport(), QMimeData()
    brought.setUrls(list(urls))
    if words:
        brought = QMimeData()
        brought.setText(words)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy, spot = Qt.DropAction.CopyAction, QPoint(20, 20)
    enter = QDragEnterEvent(spot, copy, brought, left, none)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(spot), copy, brought, left, none)
        QApplication.sendEvent(target, drop)
    return enter.isAccepted()


def takes(deputy) -> None:
    """Look at what was dropped and open it."""
    page = flow_of(deputy.window, OpeningFlow).preview.page
    assert page.isVisible()
    deputy.presses(page.foot.main_button)


def local(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))


# -- what is refused


@pytest.mark.parametrize("name", BAD)
def test_it_is_told_and_nothing_is_changed(busy, qtbot, tmp_path, name):
    data, word = BAD[name]
    window, before, shown = busy.window, rows(busy), busy.report.id
    window.import_report(write(tmp_path, name, data))
    qtbot.waitUntil(lambda: word in told(busy), timeout=20_000)
    assert "请" in told(busy)
    assert (rows(busy), busy.report.id) == (before, shown)
    may_be_plain = name in ("小说.txt", "小说.docx", "数字.txt", "发言.txt")
    assert window.taking_in.refusal.plain_button.isVisible() == may_be_plain
    busy.clicks(3, "规模以上工业增加值")
    busy.types("照样能写")
    busy.finishes()
    assert busy.texts() == ["照样能写"]
    assert word in told(busy), "it stays until it is read"
    busy.presses(window.taking_in.refusal.close_button)
    assert told(busy) == ""


def test_an_old_word_file_is_read_apart_or_refused_in_words(busy, qtbot, tmp_path):
    before, file = rows(busy), write(tmp_path, "旧.doc", OLD_WORD)
    busy.window.import_report(file)
    qtbot.waitUntil(lambda: told(busy) != "", timeout=60_000)
    assert "请" in told(busy)
    assert rows(busy) == before


def test_it_is_told_at_the_start_beside_the_questions(deputy, tmp_path):
    session.open_with(deputy.window, write(tmp_path, "小说.txt", NOVEL))
    assert deputy.window.stage.first_start.isVisible()
    assert "小说" in told(deputy)
    assert deputy.report.title == "政府工作报告"
    deputy.presses(deputy.window.stage.first_start.skip_button)
    assert "小说" in told(deputy)


def test_who_insists_gets_plain_paragraphs(deputy, tmp_path):
    deputy.starts()
    deputy.window.import_report(write(tmp_path, "发言.txt", SPEECH))
    deputy.presses(deputy.window.taking_in.refusal.plain_button)
    assert told(deputy) == ""
    assert [unit.kind for unit in deputy.report.units] == ["paragraph"] * 3
    deputy.clicks(2, "村口那条路")
    deputy.types("请修好")
    deputy.finishes()
    assert deputy.texts() == ["请修好"]


def test_a_word_file_is_read_as_plain_paragraphs_beside_the_window(busy, qtbot, tmp_path):
    busy.window.import_report(write(tmp_path, "小说.docx", BAD["小说.docx"][0]))
    qtbot.waitUntil(lambda: "小说" in told(busy), timeout=20_000)
    with qtbot.waitSignal(busy.window.workspace.opened, timeout=20_000):
        busy.presses(busy.window.taking_in.refusal.plain_button)
    assert {unit.kind for unit in busy.report.units} == {"paragraph"}


def test_by_keys_alone_the_sentence_is_put_away_and_the_text_has_the_keys(deputy, tmp_path):
    deputy.starts()
    deputy.window.import_report(write(tmp_path, "空.txt", b""))
    deputy.window.taking_in.refusal.close_button.setFocus()
    deputy.key(Qt.Key.Key_Escape)
    assert told(deputy) == ""
    assert deputy.window.page.view.hasFocus()
    deputy.window.import_report(tmp_path / "空.txt")
    assert not deputy.window.taking_in.refusal.isAncestorOf(QApplication.focusWidget())
    deputy.window.taking_in.refusal.close_button.setFocus()
    deputy.key(Qt.Key.Key_Return)
    assert told(deputy) == ""


# -- Ctrl+O


def chooses_file(deputy, qtbot, file: Path) -> None:
    """Choose a file in the dialog that is open."""
    (dialog,) = (it for it in deputy.window.findChildren(QFileDialog) if it.isVisible())
    dialog.setDirectory(str(file.parent))
    name = dialog.findChild(QLineEdit)
    name.setText(file.name)
    qtbot.keyClick(name, Qt.Key.Key_Return)


def test_ctrl_o_asks_for_a_file_and_reads_it(deputy, qtbot, tmp_path):
    deputy.starts()
    deputy.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    chooses_file(deputy, qtbot, write(tmp_path, "法院.txt", REPORT))
    qtbot.waitUntil(flow_of(deputy.window, OpeningFlow).preview.page.isVisible)
    takes(deputy)
    assert deputy.report.title == TITLE
    assert "要换回去" in deputy.window.status.words


def test_another_file_is_asked_for_from_the_sentence_where_the_last_one_lay(
    deputy, qtbot, tmp_path
):
    deputy.starts()
    drops(deputy, local(write(tmp_path, "小说.txt", NOVEL)))
    deputy.presses(deputy.window.taking_in.refusal.other_button)
    (dialog,) = (it for it in deputy.window.findChildren(QFileDialog) if it.isVisible())
    assert Path(dialog.directory().absolutePath()) == tmp_path
    chooses_file(deputy, qtbot, write(tmp_path, "法院.txt", REPORT))
    qtbot.waitUntil(flow_of(deputy.window, OpeningFlow).preview.page.isVisible)
    takes(deputy)
    assert deputy.report.title == TITLE
    assert told(deputy) == ""


# -- dropped


@pytest.mark.parametrize("on", ["text", "box", "tree", "first page"])
def test_a_file_is_dropped_anywhere(deputy, tmp_path, on):
    window, file = deputy.window, write(tmp_path, "法 院 100%.txt", REPORT)
    if on == "first page":
        window.open()
        assert drops(deputy, local(file), on=window.stage)
        takes(deputy)
        assert window.stage.first_start.isVisible()
    else:
        deputy.starts()
        part = {
            "text": window.page.view.viewport(),
            "box": deputy.box.viewport(),
            "tree": window.page.tree.viewport(),
        }[on]
        assert drops(deputy, local(file), on=part)
        takes(deputy)
    assert deputy.report.title == TITLE
    assert deputy.box.toPlainText() == ""


def test_what_else_is_dropped_is_answered_in_words(deputy, tmp_path):
    deputy.starts()
    before = rows(deputy)
    drops(deputy, local(tmp_path))
    assert "是一个文件夹" in told(deputy)
    drops(deputy, local(write(tmp_path, "一.txt", REPORT)), local(write(tmp_path, "二.txt", NOVEL)))
    assert told(deputy) == "一次拖进来了 2 个文件。请一次拖一份报告。"
    drops(deputy, QUrl("https://example.org/报告.pdf"))
    assert "网址" in told(deputy)
    drops(deputy, local(write(tmp_path, "照片.png", hostile.PNG)))
    assert "图片" in told(deputy)
    drops(deputy, local(tmp_path / "不见了.txt"))
    assert "没有找到" in told(deputy)
    assert rows(deputy) == before


def test_words_that_are_dragged_are_no_file(deputy):
    deputy.starts()
    assert not drops(deputy, words="几个字", on=deputy.window.page.tree.viewport())
    assert told(deputy) == ""


def test_a_second_file_waits_for_nobody_and_is_told_so(busy, qtbot, tmp_path):
    drops(busy, local(write(tmp_path, "慢.docx", hostile.slow_docx())))
    drops(busy, local(write(tmp_path, "法院.txt", REPORT)))
    assert "请等它读完" in busy.window.status.words
    busy.presses(busy.window.taking_in.bar.button)
    drops(busy, local(tmp_path / "法院.txt"))
    takes(busy)
    qtbot.waitUntil(lambda: busy.report.title == TITLE, timeout=20_000)


def test_nothing_can_be_dropped_into_a_library_that_is_only_read(deputy, tmp_path):
    deputy.starts().window.close()
    deputy.window = deputy._new_window()
    deputy.window.workspace._only_read = True
    deputy.window.open()
    assert not drops(deputy, local(write(tmp_path, "法院.txt", REPORT)))
    assert not deputy.window.actions_by_name["open"].isEnabled()


# -- large texts


LONG = (NOVEL + "\n") * (1_900_000 // len(NOVEL))


def test_a_novel_of_two_million_characters_keeps_nobody_from_writing(busy, qtbot, tmp_path):
    window, before = busy.window, rows(busy)
    file = write(tmp_path, "长篇.txt", LONG)
    pulse = Pulse()
    window.import_report(file)
    assert window.taking_in.is_busy
    qtbot.waitUntil(lambda: window.taking_in.bar.isVisible() or told(busy) != "", timeout=60_000)
    qtbot.waitUntil(lambda: "小说" in told(busy), timeout=60_000)
    assert pulse.silence < LIMIT
    assert rows(busy) == before


def test_a_large_text_is_cancelled_and_the_window_is_closed_meanwhile(busy, qtbot, tmp_path):
    window, file = busy.window, write(tmp_path, "长篇.txt", LONG)
    window.import_report(file)
    qtbot.waitUntil(window.taking_in.bar.isVisible, timeout=20_000)
    busy.presses(window.taking_in.bar.button)
    assert window.status.words.startswith("已取消，没有导入")
    window.import_report(file)
    assert window.close()
    assert told(busy) == ""


def test_a_report_larger_than_most_is_read_in_a_job_and_shown(busy, qtbot, tmp_path):
    text = f"{TITLE}\n各位代表：\n" + "我们加强管理，完善制度，促进发展。\n" * 2_000
    file = write(tmp_path, "长.txt", text)
    assert importing.takes_time(file)
    assert not importing.takes_time(write(tmp_path, "短.txt", REPORT))
    with qtbot.waitSignal(busy.window.workspace.opened, timeout=20_000):
        busy.window.import_report(file)
        assert busy.window.taking_in.is_busy
    assert busy.report.title == TITLE
