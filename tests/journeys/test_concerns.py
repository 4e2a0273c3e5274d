"""与我有关 and 名词, as a deputy comes to them: ticked once, read, written about."""

import shutil
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu

from beiguan_desktop.services import checking
from beiguan_desktop.ui.concern_flow import concerns_of
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.name_model import Role
from beiguan_desktop.ui.terms_flow import terms_of
from beiguan_desktop.ui.tour import tour_of
from tests.journeys.surroundings import full_disk, read_only
from tests.ui.page_parts import point

GLOSSARY = """政府工作报告
——2030年2月27日在青石区第十二届人民代表大会第三次会议上
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。
一、过去一年的工作
（一）经济运行稳中有进。深化“放管服”改革，落实“46+3”事项，青石镇产业园建成投产，综合实力稳步提升。
（二）民生福祉持续增进。开展“1+5”专项整治，青石镇卫生院改造完成，群众生活更加安心，社会大局和谐稳定。
二、今年的工作
（一）推动高质量发展。坚持把发展经济的着力点放在实体经济上，加快青石大道建设，为青石区未来不懈奋斗。
各位代表！让我们锐意进取、扎实苦干，为谱写青石区发展新篇章贡献力量！
名词解释
1.“放管服”：简政放权、放管结合、优化服务。
2.“1+5”专项整治：违建别墅和违法违规用地、违法违规建设等六类问题的专项整治。
3.“双碳”：碳达峰与碳中和。
"""


def ticks(deputy, *names: str) -> None:
    """Click on names in the list, each found by typing it."""
    page = concerns_of(deputy.window).page
    for name in names:
        page.search.setText(name)
        rows = range(page.model.rowCount())
        row = next(row for row in rows if page.model.index(row).data(Role.KEY) == name)
        pos = page.names.visualRect(page.model.index(row)).center()
        deputy.qtbot.mouseClick(page.names.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    page.search.clear()


def opens_concerns(deputy):
    deputy.window.actions_by_name["concerns"].trigger()
    page = concerns_of(deputy.window).page
    assert page.isVisible()
    return page


def listed(page) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def clicks_sentence(deputy, page, row: int) -> None:
    pos = page.passages.visualRect(page.passages.model().index(row)).center()
    deputy.qtbot.mouseClick(page.passages.viewport(), Qt.MouseButton.LeftButton, pos=pos)


def test_both_places_of_a_town_are_found_seen_and_written_about(deputy):
    """Trial D4."""
    deputy.starts()
    page = opens_concerns(deputy)
    assert "请在左边勾上" in page.empty.accessibleName()
    ticks(deputy, "柏庄镇")
    first, second = page.passages.lines
    assert first.place == "第41段　约第17页　（三）促改革优环境，释放发展内生动力"
    assert "柏庄镇北花村、西苏度村" in first.text
    assert "柏庄镇卫生院" in second.text
    assert [first.text[a:b] for a, b in first.marks] == ["柏庄镇"]
    assert page.head.text() == "报告里讲到它们的有 2 句，在 2 段里"

    clicks_sentence(deputy, page, 1)
    window, view = deputy.window, deputy.window.page.view
    assert view.isVisible()
    unit = deputy.report.paragraphs[52]
    at = unit.text.index("柏庄镇")
    assert view.state.found_now == (unit.ordinal, at, at + 3)
    bar = tour_of(window).bar
    assert bar.isVisible()
    assert bar.count.accessibleName() == "第 2 句，共 2 句"
    deputy.presses(bar.next)
    assert view.state.found_now[0] == deputy.report.paragraphs[41].ordinal
    deputy.presses(bar.previous)

    view.setFocus()
    deputy.key(Qt.Key.Key_Return)
    deputy.types("请写明什么时候建成。")
    deputy.finishes()
    assert deputy.the_comment().anchor.quote.startswith("加快实施柏庄镇卫生院")
    deputy.presses(bar.list)
    assert page.isVisible()
    assert page.passages.currentIndex().row() == 1
    deputy.key(Qt.Key.Key_Escape)
    assert view.isVisible()
    deputy.key(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert view.state.found_now is None


def test_a_name_within_another_is_marked_with_it(deputy):
    deputy.starts()
    page = opens_concerns(deputy)
    ticks(deputy, "柏庄镇", "柏庄镇卫生院", "柏庄镇卫生院整体提升工程")
    assert page.passages.lines[1].side == "柏庄镇卫生院整体提升工程、柏庄镇卫生院、柏庄镇"
    clicks_sentence(deputy, page, 1)
    state = deputy.window.page.view.state
    unit = deputy.report.paragraphs[52]
    at = unit.text.index("柏庄镇卫生院")
    assert state.found[unit.ordinal] == [(at, at + 12)]
    assert state.found_now == (unit.ordinal, at, at + 12)


def test_ticks_are_there_after_the_next_start_and_come_first(deputy):
    deputy.starts()
    opens_concerns(deputy)
    ticks(deputy, "柏庄镇", "养老托幼")
    deputy.starts_again()
    page = opens_concerns(deputy)
    assert listed(page)[:4] == ["已经勾上的", "柏庄镇", "养老托幼", "镇村街道"]
    assert page.model.ticked == {"柏庄镇", "养老托幼"}
    assert {side for line in page.passages.lines for side in line.side.split("、")} == {
        "柏庄镇",
        "养老托幼",
    }
    ticks(deputy, "柏庄镇")
    deputy.presses(concerns_of(deputy.window).clear_button)
    assert page.model.ticked == frozenset()
    assert not page.passages.isVisible()
    assert checking.check(deputy.database).ok


def test_ticks_belong_to_the_person_who_set_them(deputy):
    deputy.starts()
    opens_concerns(deputy)
    ticks(deputy, "柏庄镇")
    store = deputy.window.workspace.store
    store.desk.put_setting("concerns/somebody else", '["红旗路"]')
    deputy.starts_again()
    assert opens_concerns(deputy).model.ticked == {"柏庄镇"}


def shown_sections(window) -> list[str]:
    tree, model = window.page.tree, window.page.model
    rows = [i for i in model.rows() if not tree.isRowHidden(i.row(), i.parent())]
    return [index.data() for index in rows]


def test_the_tree_is_reduced_to_the_sections_of_a_town_and_shown_again(deputy):
    deputy.starts()
    window = deputy.window
    page = opens_concerns(deputy)
    flow = concerns_of(window)
    assert not flow.tree_button.isVisible()
    ticks(deputy, "柏庄镇")
    deputy.presses(flow.tree_button)
    assert window.page.isVisible()
    left = shown_sections(window)
    assert "挖掘文旅潜力" in left
    assert "优化公共服务" in left
    assert "深化重点改革" not in left
    assert window.progress.head.told.text().startswith("只看与我有关的，藏起")
    opens_concerns(deputy)
    ticks(deputy, "东辛庄村")
    assert "加强水污染防治" in shown_sections(window)
    deputy.presses(flow.tree_button)
    assert page.isVisible()
    assert "深化重点改革" in shown_sections(window)


def test_the_tree_alone_offers_what_was_ticked_before(deputy, tmp_path):
    deputy.starts()
    opens_concerns(deputy)
    ticks(deputy, "柏庄镇")
    deputy.starts_again()
    window = deputy.window
    offer = window.progress.filter.offers[-1]
    window.progress.filter.choose(offer)
    assert "挖掘文旅潜力" in shown_sections(window)
    assert "深化重点改革" not in shown_sections(window)
    file = tmp_path / "青石.txt"
    file.write_text(GLOSSARY, encoding="utf-8")
    window.import_report(file)
    assert "没有与您有关的" in window.progress.head.told.text()


def test_ticks_stay_here_whatever_is_handed_in(deputy, tmp_path):
    deputy.starts()
    opens_concerns(deputy)
    ticks(deputy, "西苏度村", "养老托幼")
    deputy.window.rooms.show_text()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("写得好，请坚持。")
    deputy.finishes()
    deputy.window.open_hand_in()
    target = tmp_path / "我的意见.docx"
    deputy.window.hand_in.store_at(target)
    with ZipFile(target) as packed:
        words = "".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())
    assert "写得好" in words
    assert "西苏度村" not in words
    assert "养老托幼" not in words


def test_by_keyboard_alone(deputy):
    deputy.starts()
    page = opens_concerns(deputy)
    assert page.search.hasFocus()
    deputy.types("北花")
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Space)
    assert page.model.ticked == {"北花村"}
    page.passages.setFocus(Qt.FocusReason.TabFocusReason)
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    assert deputy.window.page.view.hasFocus()
    assert tour_of(deputy.window).bar.count.accessibleName() == "第 2 句，共 3 句"


def test_another_report_is_looked_through_for_the_same_names(deputy, tmp_path):
    deputy.starts()
    opens_concerns(deputy)
    ticks(deputy, "柏庄镇", "文旅体育")
    file = tmp_path / "青石.txt"
    file.write_text(GLOSSARY, encoding="utf-8")
    deputy.window.import_report(file)
    page = concerns_of(deputy.window).page
    assert page.isVisible()
    assert listed(page)[:3] == ["已经勾上的", "文旅体育", "柏庄镇"]
    absent = next(row for row in range(page.model.rowCount()) if listed(page)[row] == "柏庄镇")
    assert page.model.index(absent).data(Role.NOTE) == "本报告没有提到"
    assert "都没有提到" in page.empty.accessibleName()
    ticks(deputy, "青石镇")
    assert len(page.passages.lines) == 2


def test_words_that_wait_in_the_box_stay_where_they_belong(deputy):
    deputy.starts()
    deputy.clicks(10, "始终坚持")
    deputy.types("还没有写完")
    page = opens_concerns(deputy)
    ticks(deputy, "柏庄镇")
    clicks_sentence(deputy, page, 0)
    assert deputy.box.toPlainText() == "还没有写完"
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[10].ordinal


def test_a_full_disk_is_told_and_the_ticks_hold_until_the_end(deputy):
    deputy.starts()
    page = opens_concerns(deputy)
    with full_disk(deputy.database):
        ticks(deputy, "柏庄镇", "教育", "医疗卫生", "就业创业", "红旗路", "中华路")
    assert page.passages.lines
    assert "柏庄镇" in page.model.ticked


def test_where_nothing_can_be_written_one_may_tick_for_now_and_ask_nothing(
    deputy, qtbot, open_folder
):
    deputy.starts()
    opens_concerns(deputy)
    ticks(deputy, "红旗路")
    shutil.copyfile(deputy.database, open_folder / "资料库.db")
    with read_only(open_folder):
        window = MainWindow(open_folder / "资料库.db", jobs=Jobs(is_synchronous=True))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.open()
        deputy.window, other = window, deputy.window
        page = opens_concerns(deputy)
        assert page.model.ticked == {"红旗路"}
        ticks(deputy, "柏庄镇")
        assert page.told.text() == "这个资料库现在只能看，勾选只在关掉窗口以前有用"
        assert {line.side for line in page.passages.lines} == {"柏庄镇", "红旗路"}
        window.actions_by_name["terms"].trigger()
        flow = terms_of(window)
        flow.page.names.choose("四应四不")
        assert "没有解释" in flow.page.words.text()
        assert not flow.ask_button.isVisible()
        window.close()
        deputy.window = other


def test_a_name_that_is_not_listed_is_looked_for_in_the_whole_text(deputy):
    deputy.starts()
    page = opens_concerns(deputy)
    page.search.setText("红旗渠")
    assert page.none.text() == "清单里没有“红旗渠”。按回车，到报告全文里找。"
    deputy.key(Qt.Key.Key_Return)
    view = deputy.window.page.view
    assert view.isVisible()
    (unit, start, end) = view.state.found_now
    assert deputy.report.units[unit].text[start:end] == "红旗渠"
    page = opens_concerns(deputy)
    page.search.setText("红旗路")
    deputy.key(Qt.Key.Key_Return)
    assert page.names.hasFocus()


def test_a_novel_has_no_names_and_a_sentence_says_so(deputy, tmp_path):
    deputy.starts()
    file = tmp_path / "小说.txt"
    file.write_text("他走进屋里。她坐在窗前。\n" * 400, encoding="utf-8")
    deputy.window.import_report(file)
    deputy.presses(deputy.window.taking_in.refusal.plain_button)
    page = opens_concerns(deputy)
    assert "没有认出" in page.none.text()


@pytest.fixture
def reader(deputy, tmp_path):
    """Somebody who reads a report that has a glossary."""
    deputy.starts()
    file = tmp_path / "青石.txt"
    file.write_text(GLOSSARY, encoding="utf-8")
    deputy.window.import_report(file)
    return deputy


def test_a_term_is_explained_where_it_stands(reader):
    view = reader.window.page.view
    unit = next(unit for unit in reader.report.units if "放管服" in unit.text)
    view.show_place(unit.ordinal)
    place = point(view, unit.ordinal, unit.text.index("放管服") + 1)
    asked = []
    view.term_asked.connect(lambda each: asked.append(each.words))
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    )
    assert "简政放权、放管结合、优化服务。" in asked[0]
    elsewhere = point(view, unit.ordinal, unit.text.index("稳中有进"))
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, elsewhere, view.mapToGlobal(elsewhere))
    )
    assert asked[1] == ""


def menu_at(view, place: QPoint) -> QMenu:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(view.viewport(), event)
    return next(menu for menu in view.findChildren(QMenu) if menu.isVisible())


def test_the_menu_of_a_term_leads_to_it_in_the_list(reader):
    view = reader.window.page.view
    unit = next(unit for unit in reader.report.units if "放管服" in unit.text)
    view.show_place(unit.ordinal)
    menu = menu_at(view, point(view, unit.ordinal, unit.text.index("放管服") + 1))
    (offered,) = (action for action in menu.actions() if action.text().startswith("名词"))
    assert offered.text() == "名词：放管服"
    offered.trigger()
    menu.close()
    page = terms_of(reader.window).page
    assert page.isVisible()
    assert page.head.text() == "“放管服”"
    assert page.words.text() == "简政放权、放管结合、优化服务。"
    assert len(page.passages.lines) == 1


def test_selected_words_offer_their_terms(reader):
    number = next(n for n, u in reader.report.paragraphs.items() if "46+3" in u.text)
    reader.drags(number, "深化“放管服”改革，落实“46+3”事项")
    view = reader.window.page.view
    menu = menu_at(view, QPoint(300, 100))
    offered = [a.text() for a in menu.actions() if a.text().startswith("名词")]
    menu.close()
    assert offered == ["名词：放管服", "名词：46+3"]


def test_the_menu_key_offers_the_terms_of_the_chosen_sentence(reader):
    number = next(n for n, u in reader.report.paragraphs.items() if "46+3" in u.text)
    reader.clicks(number, "深化")
    view = reader.window.page.view
    view.setFocus()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), view.viewport().mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    offered = [a.text() for a in menu.actions() if a.text().startswith("名词")]
    menu.close()
    assert offered == ["名词：放管服", "名词：46+3"]


def test_the_list_of_terms_leads_to_their_places_and_to_a_question(reader):
    window = reader.window
    window.actions_by_name["terms"].trigger()
    flow = terms_of(window)
    page = flow.page
    assert listed(page) == [
        "报告里有解释的",
        "放管服",
        "“1+5”专项整治",
        "双碳",
        "报告里没有解释的",
        "46+3",
    ]
    assert page.head.text() == "“放管服”"
    assert not flow.ask_button.isVisible()
    page.names.choose("双碳")
    assert "没有再用到" in page.empty.accessibleName()
    page.names.choose("“1+5”专项整治")
    assert page.words.text().startswith("违建别墅")
    clicks_sentence(reader, page, 0)
    assert window.page.view.isVisible()
    tour_of(window).bar.list.click()
    assert page.isVisible()
    page.names.choose("46+3")
    assert "没有解释" in page.words.text()
    reader.presses(flow.ask_button)
    assert reader.box.hasFocus()
    assert reader.box.toPlainText() == "“46+3”指的是什么？请说清楚。"
    reader.finishes()
    comment = reader.the_comment()
    assert (comment.kind, comment.anchor.quote) == ("询问", "46+3")


def test_a_question_does_not_push_other_words_out_of_the_box(reader):
    reader.window.actions_by_name["terms"].trigger()
    terms_of(reader.window).page.back_button.click()
    reader.clicks(1, "请予审议")
    reader.types("先写着")
    reader.window.actions_by_name["terms"].trigger()
    flow = terms_of(reader.window)
    flow.page.names.choose("46+3")
    reader.presses(flow.ask_button)
    assert reader.box.toPlainText() == "先写着"


def test_another_report_has_its_own_terms(reader):
    reader.window.actions_by_name["terms"].trigger()
    page = terms_of(reader.window).page
    page.search.setText("不存在")
    assert page.none.text().startswith("清单里没有")
    page.search.clear()
    entries = reader.window.workspace.store.shelf.entries()
    other = next(e.report for e in entries if e.report != reader.window.workspace.shown)
    reader.window.change_report(other)
    assert page.isVisible()
    assert "四应四不" in listed(page)
    assert "报告里有解释的" not in listed(page)
    assert page.head.text() == ""
    assert "这份报告没有附名词解释" in page.empty.accessibleName()
    page.names.choose("四应四不")
    assert terms_of(reader.window).ask_button.isVisible()


def test_the_list_the_head_and_the_bar_count_the_same_sentences(deputy):
    deputy.starts()
    page = opens_concerns(deputy)
    for name in ("医疗卫生", "柏庄镇"):
        ticks(deputy, name)
        row = listed(page).index(name)
        count = page.model.index(row).data(Role.NOTE)
        assert page.head.text().startswith(f"报告里讲到它们的有 {count}，")
        clicks_sentence(deputy, page, 0)
        assert tour_of(deputy.window).bar.count.accessibleName() == f"第 1 句，共 {count}"
        deputy.presses(tour_of(deputy.window).bar.list)
        ticks(deputy, name)
