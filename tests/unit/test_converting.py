"""Old Word files through LibreOffice: bounded, cancelled, killed – always a sentence.

Another program stands in for LibreOffice where it must be slow or fail; the real one is asked
where it is installed.
"""

import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.kinds import DOC, DOCX, RTF
from beiguan_desktop.services import converting, libreoffice
from beiguan_desktop.services.clock import now
from beiguan_desktop.services.importing import is_read_apart, read_report
from beiguan_desktop.services.reading_apart import USUAL, CancelledError, Limits, read_apart
from tests.formats import hostile, made_lists
from tests.formats.made_files import paragraph

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
resource = pytest.importorskip("resource", reason="these limits are POSIX")

OFFICE = libreoffice.found()
real = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
NAMED = "请在 WPS 或 Word 中另存为 .docx"
LISTS = [
    made_lists.abstract(0, made_lists.level(0, numFmt="chineseCounting", lvlText="%1、")),
    made_lists.instance(1, 0),
]
REPORT = made_lists.document(
    paragraph("政府工作报告")
    + paragraph("各位代表：")
    + made_lists.item("去年工作回顾", 1, 0)
    + paragraph("去年工作取得了很好的成绩，全年目标任务圆满完成，请予审议。")
    + made_lists.item("今年工作安排", 1, 0),
    LISTS,
)


@pytest.fixture
def instead(tmp_path, monkeypatch):
    """Let another program stand in for LibreOffice: it gets the same words."""

    def stand_in(code: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        script = folder / "soffice"
        names = "file = sys.argv[-1]; made = sys.argv[sys.argv.index('--outdir') + 1]"
        script.write_text(f"#!{sys.executable}\nimport os, sys, time, shutil\n{names}\n{code}\n")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    return stand_in


@pytest.fixture
def no_office(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "没有"))
    monkeypatch.setattr(libreoffice, "PLACES", ())


def refusal(data: bytes, media: str = DOC, **options) -> str:
    with pytest.raises(UserError) as refused:
        read_apart(data, media, **options)
    assert not isinstance(refused.value, CancelledError)
    return str(refused.value)


def limits(seconds: float) -> Limits:
    return Limits({**USUAL.seconds, DOC: seconds, RTF: seconds})


def saved_as(kind: str, data: bytes, folder: Path, suffix: str = "docx") -> bytes:
    """Have LibreOffice save a file as another kind."""
    (folder / f"a.{suffix}").write_bytes(data)
    profile = (folder / "profile").as_uri()
    words = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    words += ["--outdir", str(folder), str(folder / f"a.{suffix}")]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return (folder / f"a.{kind}").read_bytes()


def is_running(word: str) -> bool:
    """Tell whether a process has this word among its words (Linux only)."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if word.encode() in (place / "cmdline").read_bytes():
                return True
        except OSError:
            continue
    return False


def until(is_so, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


# -- without LibreOffice


@pytest.mark.parametrize(("media", "kind"), [(DOC, ".doc 或 .wps"), (RTF, "RTF")])
def test_without_libreoffice_the_sentence_says_what_to_do(private, no_office, media, kind):
    said = refusal(b"", media)
    assert NAMED in said
    assert kind in said


def test_without_libreoffice_nothing_is_started(private, no_office, tmp_path):
    (tmp_path / "旧.doc").write_bytes(hostile.old_word())
    assert not is_read_apart(tmp_path / "旧.doc")
    with pytest.raises(UserError, match=NAMED):
        read_report(tmp_path / "旧.doc", now=now())


# -- with one that is slow, fails or does too much


def test_what_it_makes_is_read_within_the_limits_of_every_word_file(private, instead, tmp_path):
    (tmp_path / "b.docx").write_bytes(REPORT)
    instead(f"os.mkdir(made); shutil.copy({str(tmp_path / 'b.docx')!r}, made + '/file.docx')")
    read = read_apart(hostile.old_word(), DOC)
    assert (read.media, read.text.split("\n")[2]) == (DOCX, "去年工作回顾")
    assert [number for _, number in read.layout.generated] == ["一、", "二、"]
    (tmp_path / "b.docx").write_bytes(hostile.many_paragraphs())
    assert "20000 段" in refusal(b"")


@pytest.mark.parametrize("code", ["", "sys.exit(1)", "os.kill(os.getpid(), 9)", "os.mkdir(made)"])
def test_what_it_cannot_turn_into_a_word_file_is_told(private, instead, code):
    instead(code)
    said = refusal(b"")
    assert "转换不了" in said
    assert NAMED in said


def test_a_program_that_cannot_be_started_is_told(private, instead):
    instead("")
    Path(str(libreoffice.found())).write_bytes(b"\x7fELF nothing")
    assert "转换不了" in refusal(b"")


@pytest.mark.parametrize("media", [DOC, RTF])
def test_one_that_takes_too_long_is_given_up_with_all_it_has_started(private, instead, media):
    instead("import subprocess; subprocess.run(['sleep', '61.25'])")
    said = refusal(b"", media, limits=limits(1.5))
    assert "超过 1.5 秒" in said
    assert NAMED in said
    until(lambda: not is_running("61.25"))


def test_what_the_user_wants_no_longer_is_stopped_with_all_it_has_started(private, instead):
    instead("import subprocess; subprocess.run(['sleep', '62.25'])")
    stop = threading.Event()
    threading.Thread(target=lambda: (until(lambda: is_running("62.25")), stop.set())).start()
    with pytest.raises(CancelledError):
        read_apart(b"", DOC, stop=stop)
    until(lambda: not is_running("62.25"))


def test_memory_and_files_are_bounded_for_whatever_it_starts(private, instead, tmp_path):
    note = tmp_path / "limits"
    ask = "import resource as r; [r.getrlimit(w)[0] for w in (r.RLIMIT_AS, r.RLIMIT_FSIZE)]"
    ask = ask.replace("; [", f"; open({str(note)!r}, 'w').write(repr([") + "))"
    instead(f"import subprocess; subprocess.run([sys.executable, '-c', {ask!r}])")
    refusal(b"")
    assert note.read_text() == repr([converting.MEMORY, converting.LARGEST])


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_when_the_program_dies_all_that_was_started_ends_and_nothing_is_left(private, instead):
    instead("import subprocess; subprocess.run(['sleep', '63.25'])")
    words = (
        f"from beiguan_desktop.services.reading_apart import read_apart;read_apart(b'', {DOC!r})"
    )
    environment = paths.program_environment() | {"TMPDIR": str(private)}
    with subprocess.Popen([sys.executable, "-c", words], env=environment) as program:
        until(lambda: is_running("63.25"))
        program.kill()
    until(lambda: not is_running("63.25"))
    until(lambda: not list(private.iterdir()))


def test_the_half_of_the_worker_puts_the_result_in_its_place(tmp_path, instead, monkeypatch):
    (tmp_path / "b.docx").write_bytes(b"made")
    instead(f"os.mkdir(made); shutil.copy({str(tmp_path / 'b.docx')!r}, made + '/file.docx')")
    limited = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)
    before = {what: resource.getrlimit(what) for what in limited}
    ample = {"memory": 1 << 45, "seconds": 10**6}  # this very process has taken its time already
    try:
        file, office = tmp_path / "file", Path(str(libreoffice.found()))
        assert converting.run(file, tmp_path, office, **ample) == 0
        assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == converting.LARGEST
        assert (tmp_path / libreoffice.RESULT).read_bytes() == b"made"
        (tmp_path / "b").mkdir()
        assert converting.run(file, tmp_path / "b", tmp_path / "gone", **ample) == 1
    finally:
        for what, both in before.items():
            resource.setrlimit(what, both)


# -- with the real one


@real
@pytest.mark.parametrize(("kind", "media"), [("doc", DOC), ("rtf", RTF)])
def test_a_real_old_file_is_read_with_its_numbers(private, tmp_path, kind, media):
    data = saved_as(kind, REPORT, tmp_path)
    (tmp_path / f"报 告.{kind}").write_bytes(data)
    assert is_read_apart(tmp_path / f"报 告.{kind}")
    source, reading = read_report(tmp_path / f"报 告.{kind}", now=now())
    assert (source.media, source.data, source.encoding) == (media, data, "")
    assert [unit.source_text for unit in reading.units][2::2] == ["去年工作回顾", "今年工作安排"]
    assert [unit.generated[:1] for unit in reading.units][2::2] == ["一", "二"]


@real
@pytest.mark.parametrize("data", [hostile.old_word(), b"{\\rtf1 \\bin99999999 "])
def test_an_old_file_that_is_damaged_ends_as_a_sentence(private, data):
    media = DOC if data.startswith(b"\xd0") else RTF
    assert "请" in refusal(data, media)


LINKED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    '<text:p>请予审议<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
    '<draw:image xlink:href="{}" xlink:type="simple"/></draw:frame></text:p>'
    "</office:text></office:body></office:document>"
).format


@real
def test_an_old_file_fetches_nothing_from_the_net(private, tmp_path):
    """A picture that is only linked is left where it is; LibreOffice by itself would ask for it."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - as above

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        link = f"http://127.0.0.1:{server.server_port}/a.png"
        data = saved_as("doc", LINKED(link).encode(), tmp_path, "fodt")
        assert "INCLUDEPICTURE".encode("utf-16-le") in data
        asked.clear()
        read = read_apart(data, DOC)
        server.shutdown()
    assert "请予审议" in read.text
    assert asked == []
