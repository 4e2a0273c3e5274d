"""What is no report on the command line: a sentence, nothing in the library, and a way round."""

import pytest

from beiguan_desktop.formats.text_in import LARGEST, LONGEST
from tests.formats import hostile
from tests.formats.made_files import docx, paragraph
from tests.no_reports import FILES, NOVEL, PAGE, REPORTS, SPEECH


@pytest.fixture
def written(tmp_path):
    """Write a text or bytes by their name."""

    def write(name: str, data: str | bytes):
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return tmp_path / name

    return write


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_report_makes_no_library_and_has_no_outline(new, written, name):
    text, word = FILES[name]
    file = written(name, text)
    for command in ("outline", "import"):
        told = new.refuses(command, file)
        assert told.startswith(f"文件“{name}”")
        assert word in told
        assert "不像一份报告" in told
        assert "请加上 --plain" in told
    assert not new.database.parent.exists()


BAD = {
    "网页.txt": (PAGE.encode(), "网页"),
    "空.txt": (b"", "空的"),
    "扫描.pdf": (hostile.FILES["扫描.pdf"][0](), "扫描件"),
    "加密.pdf": (hostile.encrypted_pdf(), "密码"),
    "加密.docx": (hostile.encrypted_docx(), "密码"),
    "断了.docx": (hostile.sound_docx()[:-200], "不完整"),
    "图片.txt": (hostile.PNG, "图片"),
    "小说.docx": (docx("".join(map(paragraph, NOVEL.split("\n")))), "小说"),
    "二十兆.txt": (b" " * (LARGEST + 1), "20 MB"),
    "太长.txt": ("报告工作。" * (LONGEST // 5 + 1), "200 万字"),
}


def test_whatever_is_refused_leaves_a_library_as_it_was(cli, written):
    before = cli.database.read_bytes()
    for name, (data, word) in BAD.items() | FILES.items():
        told = cli.refuses("import", written(name, data))
        assert word in told
        assert "请" in told
    assert cli.database.read_bytes() == before


def test_who_insists_reads_it_as_plain_paragraphs(new, written):
    file = written("发言.txt", SPEECH)
    printed = new.gives("outline", "--plain", file)
    lines = SPEECH.split("\n")[:-1]
    assert [unit["text"] for unit in printed["units"]] == lines
    assert {unit["kind"] for unit in printed["units"]} == {"paragraph"}
    assert (printed["noise"], printed["repairs"]) == ([], [])
    done = new.gives("import", "--plain", file)
    assert (done["paragraphs"], done["already"]) == (len(lines), False)
    assert new.gives("import", "--plain", file)["already"] is True
    assert new.writes("请把路修好。", "--paragraph", "2")


def test_the_way_round_is_open_for_word_files_too(new, written):
    file = written("小说.docx", BAD["小说.docx"][0])
    done = new.gives("import", "--plain", file)
    assert done["paragraphs"] == sum(bool(line) for line in NOVEL.split("\n"))


def test_a_small_report_of_any_kind_is_taken_in(new, written):
    for at, text in enumerate(REPORTS.values()):
        assert new.gives("import", written(f"{at}.txt", text))["already"] is False
    assert len(new.gives("reports")["reports"]) == len(REPORTS)


def test_the_option_is_explained(new):
    assert "每一行是一段" in new.says("import", "--help").out
