"""Taking a report in, from its file to the library."""

import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.correction import Described, Plainly
from beiguan_desktop.core.errors import NoReportError, UserError
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.formats import kinds
from beiguan_desktop.services.clock import new_id, now
from beiguan_desktop.services.importing import (
    import_report,
    is_read_apart,
    put_read,
    put_report,
    read_file,
    read_report,
    takes_time,
)
from beiguan_desktop.services.outlining import outline_json
from beiguan_desktop.services.reading_apart import CancelledError
from beiguan_desktop.services.rereading import read_again
from beiguan_desktop.storage.store import open_store
from tests.formats import hostile, made_files
from tests.journeys.surroundings import nobody
from tests.no_reports import NOVEL
from tests.unit.specimen import ECONOMY, TEXT

NOW = "2026-03-01T08:00:00+08:00"
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and pipes of POSIX")


def two_pages() -> bytes:
    """Print the title and the address on one page, the report on the other."""
    first = [("政府工作报告", 240, 750), ("各位代表：", 80, 700), ("— 1 —", 280, 60)]
    second = [("　　现在报告工作，请予审议。", 80, 750), ("— 2 —", 280, 60)]
    return made_files.pdf([made_files.printed(first), made_files.printed(second)])


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "报告 1%.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "library.db", create=True) as opened:
        yield opened


def test_a_file_is_read_with_its_source(file):
    source, reading = read_report(file, now=NOW)
    assert source.sha256 == reading.source == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (source.name, source.media, source.encoding) == ("报告 1%.txt", "text/plain", "utf-8")
    assert source.data == TEXT.encode()
    assert source.received_at == NOW


def test_the_outline_is_printed_as_the_contract_says(file):
    printed = outline_json(*read_report(file, now=NOW))
    assert list(printed) == ["source", "title", "units", "noise", "repairs"]
    assert printed["source"]["characters"] == len(TEXT)
    unit = next(u for u in printed["units"] if u["source_text"] == ECONOMY)
    assert list(unit) == (
        [
            "kind",
            "level",
            "text",
            "source_text",
            "spans",
            "runin",
            "path",
            "number",
            "page",
            "line",
            "about",
        ]
    )
    assert unit["runin"] == {"text": "（一）经济运行稳中有进。", "level": 2, "type": "numbered"}
    assert unit["number"] == 3
    assert unit["page"] is None
    assert printed["repairs"][0]["kind"] == "join"


def test_the_shipped_report_has_pages():
    shipped = Path(__file__).resolve().parents[2] / "resources" / "report" / "beiguan-2026.txt"
    printed = outline_json(*read_report(shipped, now=NOW))
    third = next(u for u in printed["units"] if u["number"] == 3)
    assert (third["page"], third["line"], third["about"]) == (1, 17, True)
    assert max(u["number"] or 0 for u in printed["units"]) == 63


def test_importing_twice_changes_nothing(store, file):
    first = import_report(store, file, now=NOW)
    again = import_report(store, file, now=NOW)
    assert (first.already, again.already) == (False, True)
    assert (first.report, first.title) == (again.report, again.title)
    assert first.paragraphs == again.paragraphs > 10
    assert len(store.shelf.entries()) == 1


def test_a_report_is_called_by_what_it_says_itself(store, file):
    done = import_report(store, file, now=NOW)
    described = store.descriptions()[done.report]
    assert (described.genre, described.edition) == ("政府工作报告", "审议稿")
    assert described.meeting == "青石区十二届人大三次会议"
    assert (described.edition_of, described.hidden_at, described.version) == (None, None, 0)


def test_a_report_is_called_by_what_is_told_of_it(store, file, tmp_path):
    first = import_report(store, file, now=NOW).report
    other = tmp_path / "修改稿.txt"
    other.write_bytes(TEXT.replace("全区", "全市").encode())
    read = read_file(other, now=NOW)
    said = [Described("genre", "其他"), Described("edition", "草案"), Described("meeting", "五次")]
    done = put_report(store, read.source, read.reading, edition_of=first, corrections=said)
    found = store.descriptions()[done.report]
    assert (found.genre, found.edition, found.meeting) == ("其他", "草案", "五次")
    assert found.edition_of == first
    assert store.readings.of(done.report)[0].corrections == tuple(said)


def test_what_a_caller_says_outdoes_what_a_correction_says(store, file):
    source, reading = read_report(file, now=NOW)
    said = [Described("genre", "其他"), Described("edition", "草案"), Described("meeting", "五次")]
    told = {"genre": "法院", "edition": "终稿", "meeting": ""}
    done = put_report(store, source, reading, corrections=said, **told)
    found = store.descriptions()[done.report]
    assert (found.genre, found.edition, found.meeting) == ("法院", "终稿", "")


def test_a_file_name_says_which_edition_it_is(store, tmp_path):
    file = tmp_path / "报告（送审稿）.txt"
    file.write_bytes(TEXT.encode())
    (entry,) = [import_report(store, file, now=NOW)] and store.shelf.entries()
    assert entry.edition == "送审稿"


def test_what_was_read_plainly_is_known_to_be(store, file):
    read = read_file(file, now=NOW, is_plain=True)
    done = put_read(store, read)
    (made,) = store.readings.of(done.report)
    assert made.corrections == (Plainly(),)
    assert read_again(store.readings.source(made.source), made.corrections) == (read.reading, ())


def test_another_file_with_the_same_letters_is_the_same_report(store, file, tmp_path):
    first = import_report(store, file, now=NOW)
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT.replace("\n\n", "\r\n").encode("gb18030"))
    assert import_report(store, other, now=NOW).report == first.report
    sha256 = hashlib.sha256(other.read_bytes()).hexdigest()
    assert store.shelf.find([f"source:{sha256}"]) == first.report


def test_word_and_pdf_files_are_kept_as_received_and_read_apart(store, tmp_path):
    for name, data, media in (
        ("报 告.docx", hostile.sound_docx(), kinds.DOCX),
        ("报 告.pdf", hostile.sound_pdf(), kinds.PDF),
        ("像文字.txt", hostile.sound_docx(), kinds.DOCX),
    ):
        (tmp_path / name).write_bytes(data)
        assert is_read_apart(tmp_path / name)
        source, reading = read_report(tmp_path / name, now=NOW)
        assert (source.media, source.encoding, source.data) == (media, "", data)
        assert any("请予审议" in unit.text for unit in reading.units)
        assert put_report(store, source, reading).already == (name == "像文字.txt")


def test_the_same_letters_in_another_kind_of_file_are_the_same_report(store, tmp_path):
    (tmp_path / "一.docx").write_bytes(hostile.sound_docx())
    text = "政府工作报告\n\n各位代表：\n\n现在报告工作，请予审议。\n"
    (tmp_path / "一.txt").write_text(text, "utf-8")
    first = import_report(store, tmp_path / "一.docx", now=NOW)
    again = import_report(store, tmp_path / "一.txt", now=NOW)
    assert (again.report, again.already) == (first.report, True)


def test_the_print_of_the_shipped_report_is_the_shipped_report(store, shared):
    first = import_report(store, paths.shipped_report(), now=NOW)
    again = import_report(store, shared / "report" / "beiguan-2026.pdf", now=NOW)
    assert (again.report, again.already, again.is_paged) == (first.report, True, True)


def test_the_print_of_a_report_that_is_there_brings_its_pages(store, tmp_path):
    """Whether the text was first or the print: page and line are those of the print."""
    print_ = tmp_path / "一.pdf"
    print_.write_bytes(two_pages())
    text = tmp_path / "一.txt"
    text.write_text(" 政府工作报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", "utf-8")
    first = import_report(store, text, now=NOW)
    assert store.shelf.load(first.report).marks == ()
    again = import_report(store, print_, now=NOW)
    assert (again.report, again.already, again.is_paged) == (first.report, True, True)
    report = store.shelf.load(first.report)
    pages = Pages(report.units, report.marks)
    assert [(pages.at(unit).page, pages.at(unit).line) for unit in range(3)] == [
        *((1, 1), (1, 2), (2, 1)),
    ]
    assert not any(pages.at(unit).about for unit in range(3))
    assert not import_report(store, print_, now=NOW).is_paged
    assert import_report(store, text, now=NOW).already
    assert store.shelf.load(first.report) == report


def test_what_is_refused_at_once_is_not_read_apart(file, tmp_path):
    (tmp_path / "图.docx").write_bytes(hostile.PNG)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管.docx")  # to open it would wait for ever
    for path in (file, tmp_path, tmp_path / "没有.pdf", tmp_path / "图.docx", tmp_path / "管.docx"):
        assert not is_read_apart(path)
    assert not is_read_apart(tmp_path / "a\0b")


def test_a_long_text_takes_time_as_word_and_pdf_files_do(file, tmp_path):
    (tmp_path / "长.txt").write_bytes(b"\n" * 100_000)
    (tmp_path / "一.docx").write_bytes(hostile.sound_docx())
    assert takes_time(tmp_path / "长.txt")
    assert takes_time(tmp_path / "一.docx")
    for path in (file, tmp_path, tmp_path / "没有.txt", tmp_path / "a\0b"):
        assert not takes_time(path)


def test_what_is_no_report_is_refused_unless_it_shall_be_plain(store, tmp_path):
    (tmp_path / "小说.txt").write_text(NOVEL, encoding="utf-8")
    with pytest.raises(NoReportError, match=r"文件“小说\.txt”看起来是一部小说"):
        import_report(store, tmp_path / "小说.txt", now=NOW)
    assert store.shelf.entries() == []
    source, reading = read_report(tmp_path / "小说.txt", now=NOW, is_plain=True)
    assert source.data == NOVEL.encode()
    assert {unit.kind for unit in reading.units} == {"paragraph"}
    assert not put_report(store, source, reading).already


def test_the_printed_lines_of_a_plain_pdf_file_are_joined_as_it_tells(tmp_path):
    (tmp_path / "一.pdf").write_bytes(hostile.sound_pdf())
    _, reading = read_report(tmp_path / "一.pdf", now=NOW, is_plain=True)
    assert [unit.kind for unit in reading.units] == ["paragraph", "paragraph"]
    assert reading.marks[0].page == 1


def test_reading_apart_can_be_cancelled(tmp_path):
    (tmp_path / "慢.docx").write_bytes(hostile.slow_docx())
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        read_report(tmp_path / "慢.docx", now=NOW, stop=stop)


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path):
    with pytest.raises(UserError, match="没有找到"):
        read_report(tmp_path / "none.txt", now=NOW)
    with pytest.raises(UserError, match="文件夹"):
        read_report(tmp_path, now=NOW)
    with pytest.raises(UserError, match=r"读不出来.*（路径里有不能用的字符）"):
        read_report(tmp_path / "a\0b", now=NOW)
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match=r"“x.txt”读不出来.*（路径中间有一段不是文件夹）。$"):
        read_report(tmp_path / "file" / "x.txt", now=NOW)


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        os.truncate(stream.fileno(), 21 * 1024 * 1024)
    with pytest.raises(UserError, match="20 MB"):
        read_report(huge, now=NOW)


@on_posix
def test_a_file_without_permission_is_refused_in_words(file):
    file.chmod(0)
    with nobody(reads_program=False), pytest.raises(UserError, match="权限"):
        read_report(file, now=NOW)


@on_posix
def test_what_might_never_end_is_refused_before_it_is_opened(tmp_path):
    os.mkfifo(tmp_path / "报告.txt")
    for endless in (tmp_path / "报告.txt", Path("/dev/zero")):
        with pytest.raises(UserError, match="是管道或设备，不是文件"):
            read_report(endless, now=NOW)


def test_ids_sort_by_age_and_times_have_an_offset():
    ids = [new_id() for _ in range(50)]
    assert len(set(ids)) == 50
    assert ids[0][:8] <= ids[-1][:8]
    assert now()[-6] in "+-"


def test_a_report_out_of_sight_is_shown_again_when_its_file_is_opened(store, file):
    report = import_report(store, file, now=NOW).report
    before = store.descriptions()[report]
    hidden = Edit(report, before, replace(before, hidden_at=NOW))
    store.apply(Change("h", "收起报告", NOW, None, (hidden,)))
    assert store.shelf.entries() == []
    assert import_report(store, file, now=NOW).already
    assert [entry.report for entry in store.shelf.entries()] == [report]
    assert store.descriptions()[report].version == 2
