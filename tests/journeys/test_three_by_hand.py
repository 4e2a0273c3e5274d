"""Three of 代表甲's opinions of the example, by mouse and keys alone, as far as the sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from beiguan_desktop.formats import gongwen_docx

NEW = "通过新建扩建学校、深化集团化办学等措施，年内新增一批学位，切实"
WHY = "“多措并举”过于笼统，群众看不出今年到底做什么。"
LIST = "（具体项目见附件）"
WHY_LIST = "报告没有列出民生实事的具体项目，代表无法审议和监督。"
MEALS = "吃饭的人少、难以维持，建议落实运营补助和送餐上门。"


def puts_caret(deputy, words: str, *, behind: bool = False, selects: bool = False) -> None:
    """Click into the box of the new wording before or behind some words, or mark them."""
    box = deputy.editor.replacement_box
    at = box.toPlainText().index(words)
    cursor = box.textCursor()
    cursor.setPosition(at + (len(words) if behind else 0))
    if selects:
        cursor.setPosition(at + len(words), cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.setFocus()


def changes(deputy, number: int, words: str) -> None:
    """Click a sentence and choose 改报告: two of the four acts."""
    deputy.clicks(number, words)
    deputy.presses(deputy.editor.kind_buttons["修改"])


def gives_reason(deputy, words: str) -> None:
    deputy.editor.words_box.setFocus()
    deputy.types(words)
    deputy.finishes()


def test_three_opinions_by_hand_stand_on_the_sheet_as_in_the_example(deputy, tmp_path):
    deputy.starts("代表甲", "第三代表团")
    changes(deputy, 52, "多措并举")
    puts_caret(deputy, "多措并举", selects=True)
    deputy.types(NEW)
    gives_reason(deputy, WHY)
    last = next(
        n for n, it in deputy.report.paragraphs.items() if "件民生实事" in it.text and n > 55
    )
    changes(deputy, last, "件民生实事")
    puts_caret(deputy, "件民生实事", behind=True)
    deputy.types(LIST)
    gives_reason(deputy, WHY_LIST)
    deputy.clicks(51, "完善老年助餐服务网络")
    deputy.types(MEALS)
    deputy.finishes()
    deputy.window.activateWindow()
    deputy.window.open_hand_in()
    page, file = deputy.window.hand_in.page, tmp_path / "我的意见.docx"
    deputy.presses(page.save_button)
    dialog = next(it for it in page.findChildren(QFileDialog) if it.isVisible())
    dialog.findChild(QLineEdit).setText(str(file))
    deputy.qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    lines = gongwen_docx.read_back(file.read_bytes())
    assert lines[5:10] == [
        f"甲1. 第三部分（六）“优化公共服务”一段（第20页），将“多措并举”改为“{NEW}”。",
        f"理由：{WHY}",
        f"甲2. 第四部分（四）“坚守清廉底线”一段（第24页），在“‘10+3’件民生实事”后增加“{LIST}”。",
        f"理由：{WHY_LIST}",
        "二、对政府工作的意见建议（1条）",
    ]
    assert lines[10].startswith("甲3. 第三部分（六）“完善社会保障”一段（第20页）")
    assert lines[10].endswith(f"：{MEALS}")
