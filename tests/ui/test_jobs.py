"""Work in the background: its end is heard in the window's own thread, and a bug stays a bug."""

import threading
import time
from contextlib import nullcontext

import pytest

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    result = Jobs()
    yield result
    result.wait()
    qapp.processEvents()


def test_work_is_done_elsewhere_and_heard_here(jobs, qtbot):
    here, heard = threading.get_ident(), []

    def act() -> int:
        return threading.get_ident()

    jobs.run(act, lambda there: heard.append((there, threading.get_ident())), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    ((there, back),) = heard
    assert there != here
    assert back == here


def test_what_the_surroundings_did_is_told_in_words_here(jobs, qtbot):
    here, heard = threading.get_ident(), []

    def act() -> None:
        raise UserError("磁盘满了。")

    jobs.run(act, heard.append, lambda words: heard.append((words, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("磁盘满了。", here)]


def test_a_bug_in_the_background_is_a_bug_in_the_window(jobs, qtbot):
    heard = []

    def act() -> None:
        raise ValueError("bug")

    with qtbot.captureExceptions() as caught:
        jobs.run(act, heard.append, heard.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ValueError]
    assert heard == []


@pytest.mark.parametrize("wrong", [None, UserError("没有做成。"), ValueError("a bug")])
def test_what_was_held_is_let_go_however_it_ends(qapp, wrong):
    jobs, heard = Jobs(is_synchronous=True), []

    def act():
        if wrong is not None:
            raise wrong

    is_bug = isinstance(wrong, ValueError)
    with pytest.raises(ValueError, match="a bug") if is_bug else nullcontext():
        jobs.run(act, lambda _: heard.append("done"), heard.append, lambda: heard.append("free"))
    told = [] if is_bug else ["done" if wrong is None else "没有做成。"]
    assert heard == ["free", *told]


@pytest.mark.parametrize("is_synchronous", [True, False])
def test_nothing_is_kept_of_what_has_ended(qapp, qtbot, is_synchronous):
    jobs, heard = Jobs(is_synchronous=is_synchronous), []
    for number in range(20):
        jobs.run(lambda number=number: number, heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert sorted(heard) == list(range(20))
    jobs.wait()
    assert jobs._threads == []


def test_work_under_way_is_waited_for(jobs):
    done = []

    def act() -> None:
        time.sleep(0.05)
        done.append(True)

    jobs.run(act, lambda _: None, lambda _: None)
    jobs.wait()
    assert done == [True]


def test_who_finishes_has_heard_the_end(qapp):
    jobs, heard = Jobs(), []
    jobs.run(lambda: 7, heard.append, heard.append)
    jobs.finish()
    assert heard == [7]
