"""The commands with a window: opening it, measuring it, drawing it, its test of itself."""

import itertools
import logging
import re
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox

from beiguan_desktop import paths
from beiguan_desktop.cli import window as windows
from beiguan_desktop.core.comment import Draft
from beiguan_desktop.storage.store import open_store
from beiguan_desktop.ui import picture
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.theme import LIGHT, PALETTES, WORN
from beiguan_desktop.ui.window_acts import look_for
from tests.cli.conftest import writer
from tests.conftest import ROOT
from tests.storage.library import sit

SHIPPED = paths.shipped_report()

pytestmark = pytest.mark.usefixtures("qapp")


class Onlooker:
    """Looks at what is on the screen while a command holds the program, and answers."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.refusals: list[str] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        for box in [widget for widget in shown if isinstance(widget, QMessageBox)]:
            self.seen.append(box.text())
            box.buttons()[0].click()
            return
        for window in [widget for widget in shown if isinstance(widget, MainWindow)]:
            if window.workspace.report is not None:
                self.seen.append(window.windowTitle())
                self.refusals.append(window.taking_in.refusal.words)
                window.close()

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture
def onlooker(monkeypatch):
    """Return somebody who presses the first button of every box and closes the window."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    somebody = Onlooker()
    yield somebody
    somebody.stop()
    log = logging.getLogger("beiguan_desktop")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


# -- opening


def test_the_window_opens_on_a_new_library_with_the_shipped_report(new, onlooker):
    answer = new.says("--database", new.database)
    assert (answer.out, answer.err) == ("", "")
    assert onlooker.seen[0].startswith(new.gives("reports")["reports"][0]["title"])


def test_a_report_is_taken_in_before_it_is_shown(new, onlooker, tmp_path):
    other = tmp_path / "计划 报告.txt"
    other.write_text("关于计划的报告\n\n各位代表：\n\n全年工作完成良好。\n", encoding="utf-8")
    new.says(other, "--database", new.database)
    first, second = new.gives("reports")["reports"]
    assert {first["paragraphs"], second["paragraphs"]} == {1, 63}
    with open_store(new.database, read_only=True) as store:
        assert len(store.shelf.load(store.desk.setting("report")).paragraphs) == 1


def test_a_report_that_cannot_be_read_does_not_keep_the_window_shut(new, onlooker, tmp_path):
    empty = tmp_path / "空.txt"
    empty.touch()
    new.says(empty, "--database", new.database)
    assert onlooker.refusals[0].startswith("文件是空的")
    assert "政府工作报告" in onlooker.seen[0]


def test_a_report_that_is_not_there_is_told_at_once(new):
    answer = new.says("没有.txt", "--database", new.database, status=1)
    assert "没有找到“没有.txt”" in answer.err
    assert not new.database.exists()


def test_what_is_no_library_is_told_in_a_box_and_on_the_console(new, onlooker, tmp_path):
    text = tmp_path / "文字.db"
    text.write_text("文字" * 999, encoding="utf-8")
    answer = new.says("--database", text, status=1)
    assert onlooker.seen == [answer.err.strip()]
    assert "不是北关审议的资料库" in answer.err


def test_without_a_screen_the_window_is_refused_in_words(new, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "没有图形界面" in new.says("--database", new.database, status=1).err
    assert not new.database.parent.exists()


# -- measuring


def test_the_time_to_the_first_letter_is_measured_from_the_start_of_the_process(new):
    timing = new.says("--database", new.database, "--exit-after-paint", "--json").json
    assert 0 < timing["painted_ms"] <= timing["ready_ms"]
    words = new.says("--database", new.database, "--exit-after-paint", SHIPPED).out
    assert words.startswith("画出报告 ")
    assert new.comments() == []


def test_measuring_leaves_a_waiting_draft_as_it_was(cli):
    cli.writes("--paragraph", 3, "--quote", "财政运行", "写好的")
    with open_store(cli.database) as store:
        (written,) = store.comments()
        sit(store, written.person)
        fresh = replace(written, id="d1", text="还没写完", version=0)
        store.desk.put_draft(Draft(fresh, 0, written.created_at))
    cli.says("--database", cli.database, "--exit-after-paint", "--json")
    assert [c["text"] for c in cli.comments()] == ["写好的"]
    with open_store(cli.database, read_only=True) as store:
        (kept,) = store.desk.drafts(cli.report)
    assert kept.comment.text == "还没写完"


def test_what_cannot_be_opened_cannot_be_measured(cli, tmp_path):
    with writer(cli.database):
        words = ("--exit-after-paint", "--json", "--database", cli.database)
        answer = cli.says(*words, status=1)
    assert answer.out == ""
    assert "正开着这个资料库" in answer.err


def test_without_a_screen_the_time_is_measured_off_screen(cli, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(sys, "platform", "linux")
    answer = cli.says("--database", cli.database, "--exit-after-paint", "--json")
    assert answer.json["ready_ms"] > 0
    assert "改在屏幕外测" in answer.err


def test_where_the_system_keeps_no_clock_the_command_line_is_the_beginning(monkeypatch):
    monkeypatch.delattr("time.clock_gettime", raising=False)
    assert windows.age_ms() >= 0


# -- drawing


def test_a_picture_has_the_size_that_was_asked_and_leaves_the_library_alone(cli, tmp_path):
    cli.writes("--paragraph", 3, "--quote", "财政运行", "画在图上")
    output = tmp_path / "阅 读 100%.png"
    settings = cli.database.with_suffix(".ini")
    settings.write_text("[text]\nsize=24\n\n[window]\nmaximized=true\n", encoding="utf-8")
    before = cli.database.read_bytes()
    options = ["--output", output, "--window", "1600x1000", "--text-size", "22", "--paragraph", 3]
    assert cli.gives("screenshot", "reading", *options) == {"file": str(output)}
    drawn = QImage(str(output))
    assert (drawn.width(), drawn.height()) == (1600, 1000)
    assert cli.database.read_bytes() == before
    assert "size=24" in settings.read_text(encoding="utf-8")


def test_text_size_and_paragraph_are_seen_in_the_picture(cli, tmp_path):
    pictures = []
    for number, words in enumerate(([], ["--text-size", 30], ["--paragraph", 50])):
        output = tmp_path / f"{number}.png"
        assert "已画好" in cli.does("screenshot", "reading", "--output", output, *words).out
        pictures.append(output.read_bytes())
    assert len(set(pictures)) == 3
    assert QImage(str(output)).width() == 1440


def test_what_the_readme_shows_is_done_in_the_window_before_it_is_drawn(cli, tmp_path):
    cli.writes("--paragraph", 3, "画在图上")
    before = cli.database.read_bytes()
    found, output = [], tmp_path / "查找.png"

    def find(window):
        look_for(window, "企业")
        found.append(window.page.view.state.found)

    picture.draw(cli.database, output, picture.Wanted(size=(1366, 768)), find)
    assert found[0]
    assert QImage(str(output)).width() == 1366
    assert cli.database.read_bytes() == before


def test_every_picture_of_the_readme_is_there_and_drawn_by_the_script():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / "docs" / "pictures" / "draw_pictures.py").read_text(encoding="utf-8")
    names = re.findall(r"\(docs/pictures/(\w+)\.png\)", readme)
    assert len(names) == 6
    for name in names:
        assert QImage(str(ROOT / "docs" / "pictures" / f"{name}.png")).width() == 1440
        assert f'"{name}"' in script or f'"{name}.png"' in script


def test_every_palette_is_drawn(cli, tmp_path):
    grounds = {}
    for theme, view in itertools.product(("light", "dark", "contrast"), ("reading", "statistics")):
        output = tmp_path / f"{theme} {view}.png"
        cli.does("screenshot", view, "--theme", theme, "--output", output)
        drawn = QImage(str(output))
        assert drawn.width() == 1440
        grounds[theme, view] = drawn.pixelColor(700, 2).name().upper()
    for theme, tokens in PALETTES.items():
        assert {grounds[theme, "reading"], grounds[theme, "statistics"]} == {tokens.ground}
    assert {WORN.paper, WORN.ink} == {LIGHT.paper, LIGHT.ink}  # and put off again


def test_a_picture_is_drawn_beside_an_open_window(cli, tmp_path):
    report = cli.report
    with writer(cli.database):
        output = tmp_path / "图.png"
        cli.does("screenshot", "reading", "--output", output, "--report", report[:8])
    assert output.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--text-size", "40"], "12 到 36"),
        (["--window", "800x600"], "窗口最小是"),
        (["--paragraph", "64"], "没有第64段"),
        (["--report", "abcdef"], "没有"),
        (["--output", "没有这个文件夹/图.png"], "没有“没有这个文件夹”这个文件夹"),
        (["--output", "图.jpg"], ".png"),
    ],
)
def test_what_cannot_be_drawn_is_refused(cli, tmp_path, monkeypatch, words, reason):
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    assert reason in cli.refuses("screenshot", "reading", "--output", "图.png", *words)
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("view", ["figures", "digest"])
def test_the_other_views_are_still_to_be_built(cli, tmp_path, view):
    told = cli.refuses("screenshot", view, "--output", tmp_path / "图.png")
    assert f"{view} 这一页还没有做好" in told
    assert "现在可以画 reading（阅读）、statistics（统计）、compare（对照）" in told


# -- its test of itself


def test_the_program_tests_itself_in_a_library_of_its_own(new, home):
    answer = new.says("selftest", "--json")
    assert answer.json["ok"] is True
    assert len(answer.json["steps"]) >= 8
    assert all(f"{step}……\n" in answer.err for step in answer.json["steps"])
    assert not home.exists()


def test_the_program_tests_itself_where_it_is_told_to(new):
    answer = new.does("selftest")
    assert answer.out.endswith("ok 自检通过\n")
    assert new.comment()["author"] == "自检"
    assert "已经有了" in new.refuses("selftest")


def test_what_a_machine_cannot_do_fails_by_name(new):
    new.database.with_name(new.database.name + ".lock").mkdir(parents=True)
    options = ("--database", new.database)
    answer = new.says("selftest", "--json", *options, status=1)
    assert answer.json == {"ok": False, "steps": []}
    assert "自检没有通过：打开窗口，读出报告：" in answer.err
    assert new.says("selftest", *options, status=1).out == "\n"


def test_the_users_own_library_is_left_alone_however_it_is_named(new, home, monkeypatch):
    home.mkdir(parents=True)
    (home / "beiguan.db").write_text("my own")
    monkeypatch.chdir(home)
    assert new.says("selftest", "--json", "--database", "beiguan.db").json["ok"] is True
    assert (home / "beiguan.db").read_text() == "my own"


def test_the_program_tests_itself_although_the_users_own_library_is_out_of_order(new, home):
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("no folder")
    assert new.says("selftest", "--json").json["ok"] is True
    named = new.says("selftest", "--database", home / "a.db", status=1)
    assert "路径中间有一段不是文件夹" in named.err


def test_two_editions_are_drawn_and_one_alone_is_not(cli, tmp_path):
    older, output = cli.report, tmp_path / "图.png"
    told = cli.refuses("screenshot", "compare", "--output", output, "--report", older[:8])
    assert "只有一份报告" in told
    text = (ROOT / "resources" / "report").glob("*.txt").__next__().read_text("utf-8")
    file = tmp_path / "修改稿.txt"
    file.write_text(text.replace("优化公共服务", "不断优化公共服务"), "utf-8")
    newer = cli.gives("import", file, "--edition", "修改稿", "--edition-of", older)["report"]
    for theme in ("light", "dark", "contrast"):
        words = ("--report", newer, "--theme", theme, "--window", "1366x768")
        cli.does("screenshot", "compare", "--output", output, *words)
        drawn = QImage(str(output))
        assert (drawn.width(), drawn.height()) == (1366, 768)
        assert drawn.pixelColor(700, 2).name().upper() == PALETTES[theme].ground
