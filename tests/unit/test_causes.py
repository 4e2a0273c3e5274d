"""What the operating system says in English is told in Chinese."""

import errno
import os

import pytest

from beiguan_desktop.core.causes import in_chinese


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_number_of_the_system_has_a_phrase_without_english(number):
    told = in_chinese(OSError(number, os.strerror(number), "/inner/name"))
    assert told
    assert not any("a" <= letter.lower() <= "z" for letter in told)
    assert not told.endswith("。")


def test_what_users_meet_has_words_of_its_own(tmp_path):
    with pytest.raises(FileExistsError) as caught:
        tmp_path.mkdir()
    assert in_chinese(caught.value) == "那里已经有同名的文件"
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "none").read_bytes()
    assert in_chinese(caught.value) == "没有这个文件或文件夹"
    with pytest.raises(ValueError, match="null") as refused:
        (tmp_path / "a\0b").read_bytes()
    assert in_chinese(refused.value) == "路径里有不能用的字符"


def test_what_bears_no_number_is_unknown():
    assert in_chinese(OSError("no number")) == "原因不明"
    assert in_chinese(OSError(99999, "no such number")) == "系统错误99999"
