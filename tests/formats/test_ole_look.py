"""Old Office files are told apart by what is in them, and locked ones are told."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.ole_look import look
from tests.formats import hostile


def test_a_word_document_is_let_by():
    look(hostile.old_word())
    look(hostile.ole("WordDocument", start=0x0100, size=4095))  # packed with others: not looked at


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (hostile.old_word(flags=0x0100), "加了密码"),
        (hostile.ole("Workbook"), "表格"),
        (hostile.ole("Book"), "表格"),
        (hostile.ole("PowerPoint Document"), "演示"),
        (hostile.ole("MatOST"), "请在 WPS 或 Word 中另存为 .docx"),
        (hostile.ole("WordDocument", start=9), "不完整"),
        (hostile.ole("WordDocument", start=0xFFFFFFFF), "不完整"),
        (hostile.old_word()[:560], "认不出"),
        ("各位代表WordDocument\0".encode("utf-16-le").ljust(999, b"\0"), "认不出"),
    ],
)
def test_what_is_no_word_document_that_can_be_read_is_refused(data, words):
    with pytest.raises(UserError, match=words) as refused:
        look(data)
    assert "请" in str(refused.value)


@given(st.data())
def test_any_damage_is_let_by_or_refused(data):
    sound = hostile.old_word()[:1600]
    at = data.draw(st.integers(0, len(sound) - 1))
    piece = data.draw(st.binary(max_size=40))
    with suppress(UserError):
        look(sound[:at] + piece + sound[at + len(piece) :])
