"""Bytes to text, or a sentence in Chinese that says what to do."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.text_in import LARGEST, LONGEST, decode

TEXT = "各位代表：\r\n现在，我代表区人民政府向大会报告工作。𠮷\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_every_encoding_met_is_read_without_its_mark(mark, encoding):
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b" \n\t", "空的"),
        (codecs.BOM_UTF8, "空的"),
        (bytes(range(256)), "不是文字"),
        ("各位\0代表".encode(), "不是文字"),
        (b"a\0b\0\xff\xd8\xff\xd8c\0d\0e\0f\0g\0h\0", "编码"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "不是文字"),
        (b"abc\xff\xff", "编码"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "编码"),
        (b"a" * (LARGEST + 1), "20 MB"),
        (b"a" * (LONGEST + 1), "200 万"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words_that_say_what_to_do(data, words):
    with pytest.raises(UserError, match=words) as refused:
        decode(data)
    assert "请" in str(refused.value)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_sentence(data):
    try:
        text, encoding = decode(data)
    except UserError:
        return
    assert data.endswith(text.encode(encoding))


OLD_FORMS = "\u653f\u5e9c\u5de5\u4f5c\u5831\u544a\u570b\u6c11\u7d93\u6fdf\u9054\u5230"


def test_big5_is_told_from_the_rare_characters_it_would_read_as():
    with pytest.raises(UserError, match=r"Big5.*另存为 UTF-8"):
        decode(f"{OLD_FORMS}\r\n".encode("cp950"))


def test_traditional_and_rare_characters_in_gb18030_are_read():
    rare = "".join(map(chr, range(0x4E02, 0x4E06)))
    not_in_big5 = "\u4e02\u4eea\u4eec\u4f1b"
    for text in (OLD_FORMS, rare, not_in_big5, f"{OLD_FORMS}{TEXT}"):
        assert decode(text.encode("gb18030")) == (text, "gb18030")
