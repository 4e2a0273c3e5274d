"""What a report is called once its text is read anew."""

from dataclasses import replace

from beiguan_desktop.core.calling import called_back, called_now
from beiguan_desktop.core.change import Edit
from beiguan_desktop.core.correction import Described, Merge
from beiguan_desktop.core.report import Description

IMPORTED = Description("r1", "政府工作报告", "政府工作报告", "审议稿", "三次会议")


def test_a_report_that_nobody_has_described_takes_the_title_of_its_reading():
    assert called_now(IMPORTED, "新读的名", (), ()) == replace(IMPORTED, title="新读的名")
    assert called_now(IMPORTED, "", (), [Merge(1)]) == IMPORTED
    described = replace(IMPORTED, version=1)
    assert called_now(described, "新读的名", (), ()) == described


def test_what_somebody_says_now_outdoes_what_was_said_before():
    described = replace(IMPORTED, title="我起的名", version=1)
    was = [Described("title", "从前的名"), Described("meeting", "")]
    assert called_now(described, "从前的名", was, was) == described
    now = [*was, Described("title", "现在的名"), Described("genre", "计划")]
    found = called_now(described, "现在的名", was, now)
    assert (found.title, found.genre, found.meeting) == ("现在的名", "计划", "三次会议")


def test_it_is_called_as_before_again_unless_it_was_called_otherwise_since():
    edit = Edit("r1", IMPORTED, replace(IMPORTED, title="新名", version=1))
    assert called_back(edit, edit.after) == replace(IMPORTED, version=1)
    since = replace(edit.after, title="又一个名", version=2)
    assert called_back(edit, since) == since
    assert called_back(Edit("r1", None, edit.after), since) == since
