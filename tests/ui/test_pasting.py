"""What goes into a box from the clipboard, and what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from beiguan_desktop.core.text import LONGEST
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.pasting import Pasted, taken
from beiguan_desktop.ui.words_box import WordsBox

ONLY_WORDS = "只放进了文字，图片没有放进来。"


def mime(*, text=None, html=None, is_picture=False, files=()):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if is_picture:
        image = QImage(2, 2, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        data.setImageData(image)
    if files:
        data.setUrls([QUrl.fromLocalFile(file) for file in files])
    return data


@pytest.mark.parametrize(
    ("source", "words", "told"),
    [
        (mime(text="写明"), "写明", ""),
        (mime(text="写明", html="<b>写明</b>"), "写明", ""),
        (mime(text="一\t二\n", is_picture=True), "一\t二\n", ""),  # cells of a table
        (mime(text="写明", html="<p>写明<IMG src='a.png'></p>"), "写明", ONLY_WORDS),
        (mime(text="写明\ufffc"), "写明", ONLY_WORDS),
        (mime(html="<p>写<b>明</b></p><p>白</p>"), "写明\n白", ""),
        (mime(html="<p>写明<img src='file:///a'></p>"), "写明", ONLY_WORDS),
        (mime(text="甲\r\n乙\x00丙\u202e"), "甲\n乙丙", "去掉了 2 个看不见的字符。"),
        (mime(), "", ""),
    ],
)
def test_only_words_are_taken(source, words, told):
    assert taken(source, LONGEST) == Pasted(words, told)


def test_pictures_and_files_are_refused_in_words():
    assert "图片放不进来" in taken(mime(is_picture=True), LONGEST).told
    assert "图片放不进来" in taken(mime(html="<img src='a'>"), LONGEST).told
    refused = taken(mime(text="file:///a", files=["/a"]), LONGEST)
    assert (refused.words, "文件放不进来" in refused.told) == ("", True)


def test_the_most_goes_in_and_one_more_does_not():
    assert taken(mime(text="𠮷" * LONGEST), LONGEST).words == "𠮷" * LONGEST
    refused = taken(mime(text="字" * (LONGEST + 1)), LONGEST)
    assert refused.words == ""
    assert "有 100001 个字，这里最多 100000 个字，没有粘贴" in refused.told
    assert "还能放 3 个字" in taken(mime(text="四个字啊"), 3).told
    assert "还能放 0 个字" in taken(mime(text="字"), -5).told
    assert "有 5000000 个字" in taken(mime(text="字" * 5_000_000), LONGEST).told


def test_what_is_not_seen_takes_no_room():
    assert taken(mime(text="字" * 10 + "\u200b" * 5), 10).words == "字" * 10


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(0, 60))
def test_nothing_is_cut_ever(text, room):
    pasted = taken(mime(text=text), room)
    assert len(pasted.words) <= room
    assert pasted.words == "" or "没有粘贴" not in pasted.told


@pytest.fixture
def box(qtbot):
    result = WordsBox("意见")
    qtbot.addWidget(result)
    result.setFont(faces.sans(16))
    result.show()
    return result


def test_a_chosen_part_makes_room_for_what_replaces_it(box):
    told = []
    box.told.connect(told.append)
    box.put("字" * LONGEST)
    box.insertFromMimeData(mime(text="多"))
    assert len(box.toPlainText()) == LONGEST
    assert "还能放 0 个字" in told[0]
    box.selectAll()
    box.insertFromMimeData(mime(text="新"))
    assert box.toPlainText() == "新"
    box.undo()
    assert len(box.toPlainText()) == LONGEST, "pasting is one step"


def test_nothing_to_take_says_nothing(box):
    told = []
    box.told.connect(told.append)
    box.insertFromMimeData(mime())
    assert (box.toPlainText(), told) == ("", [])
