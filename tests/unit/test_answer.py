"""What the worker answers is believed in nothing: keys, types and lengths are looked at."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.layout import Layout, Place
from beiguan_desktop.formats.kinds import DOCX, PDF, Extracted
from beiguan_desktop.services import answer
from beiguan_desktop.services.answer import InvalidAnswerError, understood

LISTS = ("noise", "joins", "generated", "places", "notes", "headings", "rows")
SILENT = {name: [] for name in LISTS}
GOOD = {"format": 3, "ok": True, "text": "各位代表：", "media": PDF, "pages": 2, "layout": SILENT}


def dumped(**changes) -> bytes:
    value = {key: each for key, each in (GOOD | changes).items() if each != "gone"}
    return json.dumps(value).encode()


def test_an_answer_says_what_was_read():
    read = Extracted("各位代表：\f𠮷\n二", PDF, 2)
    assert understood(answer.done(read), PDF) == read
    said = Layout(((5, 6),), ((8, " "),), ((0, "一、"),), (Place(0, 1, 1), Place(8, 2, 1)))
    read = Extracted("各位代表\f1\n\n代表", PDF, 2, said)
    assert understood(answer.done(read), PDF) == read
    noted = Layout(generated=((5, "1. "),), notes=(5,))
    read = Extracted("各位代表\n注。", DOCX, layout=noted)
    assert understood(answer.done(read), DOCX) == read
    read = Extracted("回顾\n去年。", DOCX, layout=Layout(headings=((0, 1),)))
    assert understood(answer.done(read), DOCX) == read
    read = Extracted("各位代表\n注。", DOCX, layout=Layout(rows=(0, 5)))
    assert understood(answer.done(read), DOCX) == read
    read = Extracted("各位代表：", DOCX)
    assert understood(answer.done(read), DOCX) == read


def test_a_refusal_is_the_sentence_of_the_worker():
    with pytest.raises(UserError, match="文件坏了"):
        understood(answer.refused("文件坏了。请换一个。"), PDF)


def test_text_is_cleaned_at_this_door_too():
    text = "一\u0000二\r\n三\u00a0四\ud800\ufffe\f五\u2028六"
    assert understood(dumped(text=text), PDF).text == "一二\n三\u00a0四\f五\n六"
    assert understood(answer.done(Extracted("一\ud800二", PDF, 1)), PDF).text == "一?二"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"7",
        b"[" * 200_000,
        b'{"format": 3, "format": 3}',
        b'{"format": NaN, "ok": false, "message": "x"}',
        b'{"format": 1.0, "ok": false, "message": "x"}',
        b'{"format": true, "ok": false, "message": "x"}',
        b'{"format": 3, "ok": false, "message": ""}',
        b'{"format": 3, "ok": false, "message": 7}',
        b'{"format": 3, "ok": false, "message": "x", "text": "x"}',
        b'{"format": 3, "ok": 0, "message": "x"}',
        json.dumps({"format": 3, "ok": False, "message": "长" * 301}).encode(),
        dumped(format=2),
        dumped(format="gone"),
        dumped(ok=1),
        dumped(ok="gone"),
        dumped(more=1),
        dumped(text="gone"),
        dumped(text=None),
        dumped(text=["x"]),
        dumped(text=""),
        dumped(text="\u0000\n"),
        dumped(text="长" * 2_000_001),
        dumped(media=DOCX),
        dumped(media=None),
        dumped(pages=0),
        dumped(pages=True),
        dumped(pages=1e300),
        dumped(pages=100_001),
        dumped(pages="2"),
        dumped(layout="gone"),
        dumped(layout=[]),
        dumped(layout={}),
        dumped(layout=SILENT | {"more": []}),
        dumped(layout=SILENT | {"noise": {}}),
        dumped(layout=SILENT | {"noise": [0, 1]}),
        dumped(layout=SILENT | {"noise": [[0]]}),
        dumped(layout=SILENT | {"noise": [[0, True]]}),
        dumped(layout=SILENT | {"noise": [[0, 6]]}),
        dumped(layout=SILENT | {"joins": [[0, 1]]}),
        dumped(layout=SILENT | {"generated": [["0", "一、"]]}),
        dumped(layout=SILENT | {"places": [[0, 1, "1"]]}),
        dumped(layout=SILENT | {"places": [[0, 0, 1]]}),
        dumped(layout=SILENT | {"notes": [0]}),
        dumped(layout=SILENT | {"notes": [[0]]}),
        dumped(layout=SILENT | {"headings": [[0]]}),
        dumped(layout=SILENT | {"headings": [[0, 4]]}),
        dumped(layout=SILENT | {"headings": [[0, False]]}),
        dumped(layout=SILENT | {"rows": [0]}),
        dumped(layout=SILENT | {"rows": [[99]]}),
        dumped(text="\0各位代表：", layout=SILENT | {"noise": [[1, 2]]}),
    ],
)
def test_what_no_sound_worker_writes_is_not_believed(data):
    with pytest.raises(InvalidAnswerError):
        understood(data, PDF)


def test_an_answer_that_is_too_large_is_not_parsed(monkeypatch):
    monkeypatch.setattr(answer, "LARGEST", 10)
    with pytest.raises(InvalidAnswerError, match="size"):
        understood(dumped(), PDF)


@given(st.binary(max_size=200))
def test_any_bytes_are_understood_or_not(data):
    with pytest.raises((UserError, InvalidAnswerError)):
        understood(data, PDF)
