"""常用语, 领域, 涉及部门: what ships, and what a library keeps in place of it."""

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.departments import Row
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import library, writing_aids


@pytest.fixture
def store(tmp_path):
    opened = library.open_library(tmp_path / "库.db", create=True)
    yield opened
    opened.close()


def test_what_ships_is_offered_while_nobody_has_changed_it(store):
    assert "教育" in writing_aids.fields()
    assert writing_aids.phrases(store) == writing_aids.shipped_phrases()
    assert writing_aids.departments(store) == writing_aids.shipped_departments()
    assert writing_aids.hint_tables(store).departments == writing_aids.shipped_departments()


def test_phrases_are_kept_in_their_order_each_once_and_on_one_line(store):
    writing_aids.keep_phrases(store, ["乙\n二", " 甲 ", "", "乙 二", "丙\x00"])
    assert writing_aids.phrases(store) == ("乙 二", "甲", "丙")
    writing_aids.keep_phrases(store, [])
    assert writing_aids.phrases(store) == ()


def test_a_table_of_departments_is_kept(store):
    rows = (Row(("学校", "学位"), ("教育局",)), Row(("医院",), ("卫健委", "医保局")))
    writing_aids.keep_departments(store, rows)
    assert writing_aids.departments(store) == rows
    assert writing_aids.hint_tables(store).departments == rows


@pytest.mark.parametrize("odd", ["{}", "不是 JSON", "3", '"甲"'])
def test_a_setting_that_is_no_list_is_as_good_as_none(store, odd):
    store.desk.put_setting("phrases", odd)
    store.desk.put_setting("departments", odd)
    assert writing_aids.phrases(store) == writing_aids.shipped_phrases()
    assert writing_aids.departments(store) == writing_aids.shipped_departments()


def test_what_is_no_phrase_and_no_row_within_a_list_is_left_out(store):
    store.desk.put_setting("phrases", '["甲", 3, null]')
    store.desk.put_setting("departments", '[["学校", "教育局"], ["一个"], 3]')
    assert writing_aids.phrases(store) == ("甲",)
    assert writing_aids.departments(store) == (Row(("学校",), ("教育局",)),)


def test_a_program_without_its_files_says_so(store, monkeypatch, tmp_path):
    writing_aids._shipped.cache_clear()
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(UserError, match="缺少 fields"):
        writing_aids.fields()
    monkeypatch.undo()
    assert writing_aids.fields()
