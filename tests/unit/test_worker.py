"""The worker's half: whatever a file does to its parser becomes an answer."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import docx_in
from beiguan_desktop.formats.kinds import DOCX, PDF, XLSX
from beiguan_desktop.services import answer, own_limits, worker
from tests.formats import hostile
from tests.formats.made_tables import words, xlsx

resource = pytest.importorskip("resource", reason="these limits are POSIX")
LIMITS = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)


@pytest.fixture
def limits():
    """Give the limits of this process back afterwards."""
    before = {what: resource.getrlimit(what) for what in LIMITS}
    yield before
    for what, both in before.items():
        resource.setrlimit(what, both)


def test_pdf_and_word_files_are_read():
    for data, media in ((hostile.sound_pdf(), PDF), (hostile.sound_docx(), DOCX)):
        read = answer.understood(worker.answer_about(data), media)
        assert "各位代表：" in read.text


def test_a_table_is_read_when_one_is_wanted_and_refused_in_words_of_a_table():
    made = xlsx(words([["姓名", "意见"]]))
    read = answer.understood(worker.answer_about(made, is_table=True), XLSX)
    assert "姓名,意见" in read.text
    for data in (hostile.sound_docx(), made[:-40], b"PK\x03\x04", hostile.locked_zip()):
        said = json.loads(worker.answer_about(data, is_table=True))["message"]
        assert ".xlsx" in said or "Excel" in said
        assert not any(other in said for other in ("Word", "纯文本", "报告"))


def test_a_file_of_another_kind_is_not_for_the_worker():
    with pytest.raises(UserError, match="坏了"):
        worker.extract("各位代表".encode())


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UserError("请换一个文件。"), "请换一个文件。"),
        (MemoryError(), "用了太多内存"),
        (ZeroDivisionError("秘密"), "坏了"),
        (RecursionError(), "坏了"),
    ],
)
def test_every_stumble_of_a_parser_becomes_a_sentence(monkeypatch, error, words):
    def stumble(_data):
        raise error

    monkeypatch.setattr(docx_in, "read", stumble)
    said = json.loads(worker.answer_about(hostile.sound_docx()))
    assert (said["ok"], set(said)) == (False, {"format", "ok", "message"})
    assert words in said["message"]
    assert "秘密" not in said["message"]


@settings(max_examples=150)
@given(st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04"]), st.binary(max_size=300), st.booleans())
def test_any_bytes_give_an_answer(start, data, is_closed):
    data = start + data + (b"\n%%EOF\n" if is_closed else b"")
    said = json.loads(worker.answer_about(data))
    assert said["ok"] is True or "请" in said["message"]


def test_the_answer_is_put_into_the_folder_whole(tmp_path, limits):
    (tmp_path / "file").write_bytes(hostile.sound_docx())
    assert worker.run(tmp_path / "file", tmp_path, memory=1 << 45, seconds=10**6) == 0
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == 1 << 45
    assert resource.getrlimit(resource.RLIMIT_CPU)[0] == 10**6
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"file", answer.NAME}
    read = answer.understood((tmp_path / answer.NAME).read_bytes(), DOCX)
    assert read.text.endswith("请予审议。")


def test_a_limit_that_the_system_does_not_keep_is_no_reason_not_to_read(monkeypatch):
    def refuse(_what, _limits):
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    own_limits.set_limits(memory=1, seconds=1)


@pytest.mark.parametrize("name", ["beiguan-read-x", "我的文件夹"])
def test_a_worker_that_nobody_waits_for_cleans_up_its_own_folder_and_ends(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    (folder / "file").write_bytes(hostile.sound_docx())
    reading, writing = os.pipe()
    ended = []
    thread = own_limits.end_when_alone(reading, folder, ended.append)
    os.write(writing, b"x")
    thread.join(0.05)
    assert thread.is_alive()
    os.close(writing)
    thread.join(10)
    os.close(reading)
    assert ended == [1]
    assert folder.exists() == (name == "我的文件夹")
