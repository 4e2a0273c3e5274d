"""A file is what its bytes say, whatever it is called; what is no report is told what to do."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.kinds import AS_TEXT, DOC, DOCX, PDF, RTF, TEXT, XLSX, about, media_of
from tests.formats import hostile


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"%PDF-1.7 ...", PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", PDF),
        (b"PK\x03\x04....", DOCX),
        ("各位代表：%PDF 是一种文件".encode(), TEXT),
        (b"BM \xe6\x98\xaf", TEXT),
        (b"", TEXT),
        (hostile.old_word(), DOC),
        (b"{\\rtf1", RTF),
    ],
)
def test_what_can_be_read_is_known_by_its_beginning(data, media):
    assert media_of(data) == media


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x05\x06", "空的压缩文件"),
        (hostile.encrypted_docx(), "加了密码"),
        (b"\xef\xbb\xbf\r\n<HTML xmlns:o='urn:office'>", "网页.*另存为 .docx"),
        (b"<!DOCTYPE html>", "网页"),
        (b"MIME-Version: 1.0\r\n", "网页"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "网页"),
        (b"\x89PNG\r\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"GIF89a", "图片"),
        (b"II*\0", "图片"),
        (b"MM\0*", "图片"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "图片"),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", "图片"),
        (b"Rar!\x1a\x07", "解压"),
        (b"7z\xbc\xaf\x27\x1c", "解压"),
        (b"\x1f\x8b\x08", "解压"),
        (b"SQLite format 3\x00....", "资料库"),
    ],
)
def test_what_is_no_report_is_refused_in_words_that_say_what_to_do(data, words):
    with pytest.raises(UserError, match=words) as refused:
        media_of(data)
    assert "请" in str(refused.value)


@given(st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]), st.binary(max_size=64))
def test_any_bytes_are_of_some_kind_or_refused(start, data):
    with suppress(UserError):
        assert media_of(start + data) in (TEXT, PDF, DOCX, DOC, RTF)


def test_what_to_do_is_said_as_it_is_done_with_each_kind():
    assert about(DOCX, AS_TEXT) == about(PDF, AS_TEXT) == AS_TEXT
    assert "请在 WPS 或 Word 中另存为 .docx" in about(DOC, f"太慢。{AS_TEXT}")
    assert ".xlsx" in about(XLSX, AS_TEXT)
