"""What was left out of a report is listed, by what it was."""

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.layout import Layout
from tests.unit.reading_checks import assert_whole, read
from tests.unit.specimen import TEXT

COPY = TEXT[TEXT.index("各位代表") :]


def left_out(text, layout=None):
    reading = outline.read(text, source="0" * 64, layout=layout or Layout())
    assert_whole(text, reading)
    listed = [it for it in reading.repairs if it.kind != "join" and not it.after]
    assert all(text[it.start : it.end] == it.before and it.grade == "必错" for it in listed)
    return {it.kind: it.before for it in listed}


@pytest.mark.parametrize(
    ("end", "kind", "words"),
    [
        ("\n&nbsp;", "signs left over", "&nbsp;"),
        ("\n责任编辑：王某", "web residue", "责任编辑：王某"),
        ("\n\n" + COPY, "repeated body", "各位代表"),
    ],
)
def test_what_stands_behind_the_report_is_named(end, kind, words):
    found = left_out(TEXT + end)
    assert found[kind].startswith(words[:4])
    assert left_out(TEXT) == {}


def test_page_numbers_and_running_heads_are_told_apart():
    lines = TEXT.split("\n\n")
    numbered = "\n\n".join([*lines[:6], "- 3 -", *lines[6:]])
    assert left_out(numbered) == {"page number": "- 3 -"}
    head = "北关区人民代表大会文件"
    headed = "\n\n".join([*lines[:6], head, *lines[6:]])
    at = headed.index(head)
    assert left_out(headed, Layout(noise=((at, at + len(head)),))) == {"running head": head}


def test_what_lies_within_a_paragraph_is_told_by_its_join():
    text = TEXT.replace("发展", "发\n- 3 -\n展", 1)
    assert "page number" not in left_out(text)
    assert any("- 3 -" in it.before for it in read(text).repairs if it.kind == "join")
