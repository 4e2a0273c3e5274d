"""Whether two reports are editions of one text; traditional characters; stopping long work."""

from itertools import pairwise

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.comparing import compare
from beiguan_desktop.core.errors import CancelledError
from beiguan_desktop.core.kept import Kept, are_editions, kept
from beiguan_desktop.core.placing import place
from beiguan_desktop.core.steps import Steps
from beiguan_desktop.core.traditional import is_traditional
from beiguan_desktop.services import comparing
from tests.unit.test_placing import ALL, OLD, ONE, THREE, TWO, edition, on


def traditional(text):
    """Write a text in traditional characters, where the table has one."""
    forms = {form: chr(code) for code, form in comparing.simplified().items()}
    return "".join(forms.get(each, each) for each in text)


OTHER = edition(*map(traditional, ALL))


def test_editions_of_one_report_share_most_words():
    new = edition(ONE, TWO.replace("二十八", "三十"), "全新的一段文字。", THREE)
    found = are_editions(OLD.units, new.units)
    assert 0.7 < found.share < 0.8
    assert found.are_editions
    assert found.warning == ""
    assert are_editions(OLD.units, OLD.units) == Kept(1.0, is_other_script=False)


def test_another_report_is_told_as_such():
    found = are_editions(
        OLD.units, edition("另一份报告的一段文字。", "讲别的事情。", ONE[:9]).units
    )
    assert not found.are_editions
    assert found.warning.startswith("这两份不像同一份报告的两稿：只有")
    assert kept((), (), OLD.units).share == 0.0


def test_an_edition_in_traditional_characters_is_told_where_nothing_folds_them():
    assert is_traditional(unit.text for unit in OTHER.units)
    assert not is_traditional(ALL)
    assert not is_traditional(["plain words", "。"])
    found = are_editions(OLD.units, OTHER.units)
    assert found.is_other_script
    if not found.are_editions:
        assert "繁体字" in found.warning
    assert Kept(0.1, is_other_script=True).warning.startswith("两份报告一份是繁体字")
    for quote in ("高标准农田", "老旧小区", "断头路"):
        (placed,) = place(OLD, OTHER, [on(OLD, quote)])
        assert placed.anchor is None or placed.anchor.quote == traditional(quote)


def test_folded_an_edition_in_traditional_characters_is_the_same():
    assert {it.status for it in comparing.compare(OLD.units, OTHER.units)} == {"same"}
    for old, new, into in ((OLD, OTHER, traditional), (OTHER, OLD, str)):
        whole = [on(old, unit.text[3:11]) for unit in old.units]
        for before, after in zip(whole, comparing.place(old, new, whole), strict=True):
            assert (after.rule, after.anchor.unit, after.anchor.start, after.anchor.quote) == (
                "same",
                before.unit,
                before.start,
                into(OLD.units[before.unit].text[3:11]),
            )
    assert are_editions(OLD.units, OTHER.units, folds=comparing.simplified()).share == 1.0
    assert compare(OTHER.units, OTHER.units, folds=comparing.simplified())[0].status == "same"


def test_without_its_table_the_program_compares_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    comparing.simplified.cache_clear()
    try:
        assert comparing.simplified() == {}
        assert {it.status for it in comparing.compare(OLD.units, OLD.units)} == {"same"}
    finally:
        comparing.simplified.cache_clear()


def test_progress_rises_to_its_end_and_is_told_once_a_hundredth():
    new = edition(ONE, TWO.replace("二十八", "三十"), THREE)
    for work in (
        lambda heard: place(OLD, new, [on(OLD, "停车位")] * 1000, on_progress=heard),
        lambda heard: place(OLD, OLD, [on(OLD, "停车位")] * 1000, on_progress=heard),
        lambda heard: place(OLD, new, [], on_progress=heard),
        lambda heard: compare(OLD.units, new.units, on_progress=heard),
    ):
        heard = []
        work(lambda done, whole, heard=heard: heard.append((done, whole)))
        assert heard[-1] == (100, 100)
        assert all(one < other for one, other in pairwise(heard))


@pytest.mark.parametrize("after", range(6))
def test_long_work_ends_soon_after_nobody_wants_it(after):
    asked = iter(range(after))
    new = edition(TWO.replace("二十八", "三十"), THREE + "加。", ONE + "加。")
    with pytest.raises(CancelledError, match="已取消"):
        place(OLD, new, [on(OLD, "停车位")] * 1000, stop=lambda: next(asked, None) is None)
    rest = iter(range(after))
    with pytest.raises(CancelledError):
        compare(OLD.units, new.units, stop=lambda: next(rest, None) is None)


def test_work_that_nobody_watches_goes_on():
    steps = Steps(lambda: False)
    steps.look()
    steps.done(1, 0)
