"""What goes out: the archive, its size, its sums; and the program in the odd places of people."""

import hashlib
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from beiguan_desktop import __version__
from release import build, trial
from tests import no_reports
from tests.formats import hostile, made_files

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path):
    """Return a folder as PyInstaller leaves it: files, a folder within, a link."""
    made = tmp_path / "beiguan"
    (made / "_internal").mkdir(parents=True)
    (made / "beiguan").write_bytes(b"program")
    (made / "beiguan").chmod(0o755)
    (made / "_internal" / "数据.txt").write_text("文字", "utf-8")
    (made / "_internal" / "link").symlink_to("数据.txt")
    return made


def test_the_archive_holds_every_file_with_its_rights_and_nobodys_name(folder, tmp_path):
    archive = tmp_path / "a.tar.xz"
    build.pack(folder, archive)
    with tarfile.open(archive) as tar:
        entries = {entry.name: entry for entry in tar}
    assert sorted(entries) == [
        "beiguan/_internal/link",
        "beiguan/_internal/数据.txt",
        "beiguan/beiguan",
    ]
    assert entries["beiguan/beiguan"].mode & 0o111
    assert entries["beiguan/_internal/link"].issym()
    assert {(entry.uid, entry.uname) for entry in entries.values()} == {(0, "")}


def test_on_windows_the_archive_is_a_zip(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert build.archive_name("1.2.3").startswith("beiguan-1.2.3-windows-")
    archive = tmp_path / build.archive_name("1.2.3")
    build.pack(folder, archive)
    assert "beiguan/beiguan" in zipfile.ZipFile(archive).namelist()


def test_the_sums_are_those_that_sha256sum_checks(tmp_path):
    file = tmp_path / "a.bin"
    file.write_bytes(b"abc")
    assert build.sum_line(file) == f"{hashlib.sha256(b'abc').hexdigest()}  a.bin\n"


def test_links_count_once_and_what_is_too_large_is_not_done(folder):
    assert build.size(folder) < 100
    assert "285" in build.judge(284_000_000, 91_000_000)
    for sizes in ((286_000_000, 1), (1, 93_000_000)):
        with pytest.raises(build.BuildError, match="太大"):
            build.judge(*sizes)


def test_the_version_is_the_programs():
    assert build.version() == __version__


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Return the program from source, put down and started as the frozen one is tried."""
    place = tmp_path_factory.mktemp("人")
    target, home = place / "北关 审议", place / "张 三"
    home.mkdir()
    for name in ("beiguan_desktop", "resources", "db"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    environment = {
        "PYTHONPATH": str(target),
        "PYTHONSAFEPATH": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "beiguan_desktop"]
    return trial.Program(command, home, target / "resources", environment)


@pytest.mark.parametrize(
    "act",
    [
        trial.writes_nothing_at_home,
        trial.a_home_that_cannot_be_written,
        trial.the_same_without_fonts,
        trial.broken_resources,
    ],
    ids=lambda act: act.__name__,
)
def test_from_an_odd_folder_an_odd_home_and_the_root(program, act):
    assert act(program)


def test_documents_are_read_by_the_worker_there(program, tmp_path):
    folder = tmp_path / "文 件"
    folder.mkdir()
    words = no_reports.REPORTS["a government's"]
    body = "".join(map(made_files.paragraph, words.split("\n")))
    (folder / "报 告.docx").write_bytes(made_files.docx(body))
    assert trial.documents_by_the_worker(program, folder)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="children are found in /proc")
def test_a_worker_that_is_killed_leaves_a_sentence_there(program, tmp_path):
    slow = tmp_path / "慢.pdf"
    slow.write_bytes(hostile.drawn_in_drawn())
    assert trial.a_worker_that_is_killed(program, slow)


def test_a_trial_that_fails_says_what_was_seen(program):
    with pytest.raises(trial.TrialError, match="应当返回 1"):
        trial.refuses(program.run("--version"), "。")
