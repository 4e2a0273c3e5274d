"""Opinions whose place is gone from the text: no command forgets one, none stumbles over it."""

import docx
import pytest

from beiguan_desktop.core.correction import Discard
from beiguan_desktop.services.rereading import put_in_place, read_again, replacement
from beiguan_desktop.storage.store import open_store

NOW = "2031-03-02T08:00:00+08:00"
GONE = 60
"""The paragraph that is left out of the text afterwards."""


@pytest.fixture
def replaced(cli):
    """A library in which a paragraph with three opinions was left out of the text."""
    cli.writes("--paragraph", 1, "留在原处的意见")
    with open_store(cli.database) as store:
        report = store.shelf.load(cli.report)
        unit = report.paragraphs[GONE]
        words = unit.text[4:14]
    cli.writes("--paragraph", GONE, "对整段的意见")
    cli.writes("--paragraph", GONE, "--quote", words, "对一句的意见")
    change = ("--act", "修改", "--replacement", "新的写法", "--paragraph", GONE, "--quote", words)
    cli.writes(*change, "", kind="修改")
    with open_store(cli.database) as store:
        report = store.shelf.load(cli.report)
        starts = [it.spans[0][0] for it in report.units if (it.number or 0) >= GONE]
        said = [Discard(at) for at in starts]
        source = store.readings.source(store.readings.of(report.id)[0].source)
        reading, unfit = read_again(source, said)
        assert unfit == ()
        shown = replacement(store, report, reading, said)
        put_in_place(store, shown, reading, said, change_id="turn", now=NOW)
    return cli, unit, words


def test_they_are_listed_without_a_paragraph(replaced):
    cli, _, words = replaced
    found = cli.comments()
    assert [it["paragraph"] for it in found] == [1, None, None, None]
    assert {it["quote"] for it in found[2:]} == {words}
    assert {(it["page"], it["line"]) for it in found[1:]} == {(None, None)}
    table = cli.does("comments").out
    assert table.count("没找到位置") == 3
    assert cli.does("check").status == 0


def test_every_document_holds_them_and_says_what_they_were_about(replaced, tmp_path):
    cli, unit, words = replaced
    mine, speech = tmp_path / "我的意见.docx", tmp_path / "发言.docx"
    assert cli.gives("export", "mine", "--report", cli.report, "--output", mine)["comments"] == 4
    text = "\n".join(it.text for it in docx.Document(mine).paragraphs)
    assert f"没找到位置的一段“{unit.text[:8]}" in text
    assert f"没找到位置的一处“{words}”：对一句的意见。" in text
    assert f"没找到位置的一处，将“{words}”改为“新的写法”。" in text
    assert (
        cli.gives("export", "speech", "--report", cli.report, "--output", speech)["comments"] == 4
    )
    text = "\n".join(it.text for it in docx.Document(speech).paragraphs)
    assert "没找到位置的一处" in text
    assert cli.gives("export", "large", "--report", cli.report, "--output", tmp_path / "大.docx")
