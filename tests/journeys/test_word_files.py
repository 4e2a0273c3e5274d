"""Word files with automatic numbers, and old ones: read, written on, found again."""

import os
import sys

import pytest

from beiguan_desktop.services import libreoffice
from beiguan_desktop.services.clock import now
from beiguan_desktop.services.importing import read_report
from tests.formats import hostile
from tests.formats.made_files import paragraph
from tests.formats.made_lists import abstract, document, instance, item, level, num_pr, style

CHAPTERS = level(0, numFmt="chineseCountingThousand", lvlText="%1、", suff="nothing", pStyle="h1")
PARTS = level(1, numFmt="chineseCounting", lvlText="（%2）", suff="nothing", pStyle="h2")
LISTS = [abstract(0, CHAPTERS, PARTS), instance(1, 0)]
STYLES = [
    style("a"),
    style("h1", f"<w:pPr>{num_pr(1)}</w:pPr>", based_on="a"),
    style("h2", f"<w:pPr>{num_pr(1, 1)}</w:pPr>", based_on="a"),
]
LINES = (
    ("", "", "政府工作报告"),
    ("", "", "各位代表："),
    ("h1", "一、", "去年工作回顾"),
    ("h2", "（一）", "经济运行稳中向好。全年地区生产总值增长百分之六，企业效益明显改善。"),
    ("h2", "（二）", "民生保障有力有效。新建学校三所，改造老旧小区二十个，群众得到实惠。"),
    ("h1", "二、", "今年工作安排"),
    ("h2", "（一）", "扩大有效需求。办好消费季活动，抓好一百个重点项目，形成更多实物量。"),
    ("", "", "各位代表！让我们团结一心，为建设更加美好的家园而努力奋斗！"),
)
NUMBERED = document(
    "".join(item(text, style=name) if name else paragraph(text) for name, _, text in LINES),
    LISTS,
    STYLES,
)


@pytest.fixture
def reader(deputy, private, tmp_path):
    """Return somebody who has opened a Word file with automatic numbers."""
    (tmp_path / "编号.docx").write_bytes(NUMBERED)
    deputy.starts()
    deputy.window.import_report(tmp_path / "编号.docx")
    return deputy


def test_automatic_numbers_are_seen_and_make_the_tree(reader):
    assert [unit.text for unit in reader.report.units] == [f"{n}{text}" for _, n, text in LINES]
    assert [unit.generated for unit in reader.report.units] == [n for _, n, _ in LINES]
    shown = reader.window.page.view.document().toPlainText()
    assert "一、去年工作回顾" in shown
    assert "（二）民生保障有力有效。" in shown
    model = reader.window.page.tree.model()
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert titles[1:3] == ["一、去年工作回顾", "二、今年工作安排"]


def test_an_opinion_on_a_numbered_paragraph_keeps_its_place(reader):
    number = next(u.number for u in reader.report.units if "新建学校" in u.text)
    reader.clicks(number, "新建学校三所")
    reader.types("请说明选址")
    reader.finishes()
    before = reader.the_comment()
    reader.clicks(number, "（二）民生保障")
    reader.types("标题再短一些")
    reader.finishes()
    reader.starts_again()
    comments = {one.text: one for one in reader.window.workspace.comments.values()}
    assert comments["请说明选址"] == before
    unit = reader.report.paragraphs[number]
    quotes = {one.anchor.quote for one in comments.values()}
    assert all(quote in unit.text for quote in quotes)
    assert any("新建学校三所" in quote for quote in quotes)
    assert any(quote.startswith("（二）") for quote in quotes)
    assert unit.generated == "（二）"


def test_the_same_report_with_typed_numbers_is_the_same_report(reader, tmp_path):
    (tmp_path / "打的号.txt").write_text("\n".join(f"{n}{text}" for _, n, text in LINES), "utf-8")
    _, typed = read_report(tmp_path / "打的号.txt", now=now())
    _, numbered = read_report(tmp_path / "编号.docx", now=now())
    assert typed.letters == numbered.letters
    before = reader.report.id
    reader.window.import_report(tmp_path / "打的号.txt")
    assert reader.report.id == before
    (tmp_path / "没有号.txt").write_text("\n".join(text for _, _, text in LINES), "utf-8")
    _, bare = read_report(tmp_path / "没有号.txt", now=now())
    assert bare.letters != numbered.letters


def test_without_libreoffice_an_old_word_file_is_told_what_to_do_with(
    deputy, private, tmp_path, monkeypatch
):
    monkeypatch.setenv("PATH", str(tmp_path / "没有"))
    monkeypatch.setattr(libreoffice, "PLACES", ())
    (tmp_path / "旧.doc").write_bytes(hostile.old_word())
    deputy.starts()
    before = deputy.report.id
    deputy.window.import_report(tmp_path / "旧.doc")
    assert "请在 WPS 或 Word 中另存为 .docx" in deputy.window.taking_in.refusal.words
    assert deputy.report.id == before


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of POSIX")
def test_an_old_word_file_is_read_beside_the_window_and_can_be_cancelled(
    deputy, qtbot, private, tmp_path, monkeypatch
):
    """Another program stands in for LibreOffice: it waits, and copies once it may."""
    (tmp_path / "bin").mkdir()
    script, may = tmp_path / "bin" / "soffice", tmp_path / "may"
    (tmp_path / "b.docx").write_bytes(NUMBERED)
    script.write_text(
        f"#!{sys.executable}\nimport os, sys, time, shutil\n"
        f"while not os.path.exists({str(may)!r}): time.sleep(0.02)\n"
        "made = sys.argv[sys.argv.index('--outdir') + 1]; os.mkdir(made)\n"
        f"shutil.copy({str(tmp_path / 'b.docx')!r}, made + '/file.docx')\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "旧.wps").write_bytes(hostile.old_word())
    window = deputy.window
    window.jobs.is_synchronous = False
    deputy.starts()
    before = deputy.report.id
    window.import_report(tmp_path / "旧.wps")
    qtbot.waitUntil(window.taking_in.bar.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: bool(list(private.glob("*/profile"))), timeout=20_000)
    deputy.presses(window.taking_in.bar.button)
    window.jobs.wait()
    assert deputy.report.id == before
    assert list(private.iterdir()) == []
    may.touch()
    with qtbot.waitSignal(window.workspace.opened, timeout=20_000):
        window.import_report(tmp_path / "旧.wps")
    assert any(unit.text == "二、今年工作安排" for unit in deputy.report.units)


STYLED = (
    ("h1", "政府工作报告"),
    ("", "各位代表："),
    ("", "现在，我代表县人民政府向大会报告工作，请予审议。"),
    ("h2", "去年工作回顾"),
    ("own", "办好实事"),
    ("", "新建学校三所，改造老旧小区二十个，完善配套设施，群众得到更多实惠"),
    ("own", "修好道路"),
    ("", "修通三条乡村公路，方便沿线群众出行，改造一批危桥，消除安全隐患。"),
    ("h2", "今年工作安排"),
    ("own", "扩大投资"),
    ("", "抓好一百个重点项目，形成更多实物工作量，推动经济持续回升向好。"),
    ("", "各位代表！让我们团结一心，为建设更加美好的家园而努力奋斗！"),
)
OUTLINED = [
    style("a"),
    *(style(f"h{n}", f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>') for n in (1, 2, 3)),
    style("own", based_on="h3"),
]


def test_headings_without_numbers_are_seen_for_their_styles(deputy, private, tmp_path):
    body = "".join(item(text, style=name) if name else paragraph(text) for name, text in STYLED)
    (tmp_path / "样式.docx").write_bytes(document(body, (), OUTLINED))
    deputy.starts()
    deputy.window.import_report(tmp_path / "样式.docx")
    assert [unit.text for unit in deputy.report.units] == [text for _, text in STYLED]
    headings = [(u.level, u.text) for u in deputy.report.units if u.kind == "heading"]
    ranks = {"h2": 1, "own": 2}
    assert headings == [(ranks[name], text) for name, text in STYLED if name in ranks]
    assert deputy.report.title == "政府工作报告"
    model = deputy.window.page.tree.model()
    chapters = [model.index(row, 0) for row in range(model.rowCount())]
    assert [each.data() for each in chapters][1:3] == ["去年工作回顾", "今年工作安排"]
    assert [model.rowCount(each) for each in chapters][1:3] == [2, 1]
