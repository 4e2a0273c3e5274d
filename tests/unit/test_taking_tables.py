"""Opinions from a table: found, made, counted, and what is wrong by its line."""

from dataclasses import replace
from threading import Event

import pytest

from beiguan_desktop.core.change import inverse
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.table import Line, Sheet
from beiguan_desktop.formats import table_in
from beiguan_desktop.services import library, taking_tables
from beiguan_desktop.services.reading_apart import CancelledError
from beiguan_desktop.services.taking_tables import Library
from tests.formats import hostile
from tests.formats.made_files import docx, paragraph
from tests.formats.made_tables import words as excel
from tests.formats.made_tables import xlsx
from tests.unit.small_report import small

HEAD = ["姓名", "代表团", "原文", "意见", "改为", "身份", "提出方式", "记录人", "单独反映", "领域"]
QUOTE = "研发平台增至 55 家"


def sheet(*rows, head=HEAD, name=""):
    return Sheet(name, tuple(Line(at, tuple(row)) for at, row in enumerate([head, *rows], 1)))


def prepared(*rows, people=(), comments=(), me=None, head=HEAD):
    return taking_tables.prepare([sheet(*rows, head=head)], Library(small(), people, comments, me))


def test_a_line_becomes_an_opinion_with_all_it_says():
    row = ["代 表 甲", "第三", QUOTE, "写准", "56", "列席", "口头", "李四", "是", "科技"]
    taking = prepared([*row])
    (one,) = taking.added
    author = taking.change.edits[0].after
    assert (author.name, author.delegation, author.capacity) == ("代表甲", "第三", "列席人员")
    assert (one.person, one.author_name, one.author_delegation) == (author.id, "代表甲", "第三")
    assert (one.kind, one.act, one.text, one.replacement) == ("修改", "修改", "写准", "56")
    assert (one.anchor.quote, one.capacity, one.manner) == (QUOTE, "列席人员", "口头发言")
    assert (one.recorder, one.apart, one.field) == ("李四", True, "科技")
    assert (one.origin, len(one.import_key)) == ("table", 64)
    assert (taking.change.label, taking.change.person) == ("从表格录入", None)
    assert (taking.same, taking.problems, taking.unused) == (0, (), ())


def test_who_sits_here_has_recorded_what_others_said_and_not_his_own():
    me = Person("p9", "李四", version=1)
    taking = prepared(["代表甲", "", "", "好"], ["李四", "", "", "好"], people=[me], me=me)
    assert [one.recorder for one in taking.added] == ["李四", None]
    assert [one.manner for one in taking.added] == ["书面意见"] * 2
    assert taking.change.person == "p9"


def test_one_name_is_one_person_known_or_new():
    known = Person("p1", "代表甲", "第三", "部门负责人", version=4)
    taking = prepared(
        ["代表甲", "", "", "一"],
        ["代表乙", "第一", "", "二"],
        ["代表乙", "", "", "三"],
        ["代表甲", "第一", "", "四"],
        people=[known],
    )
    one, two, three, four = taking.added
    assert (one.person, one.author_delegation, one.capacity) == ("p1", "第三", "部门负责人")
    assert two.person == three.person
    assert four.person not in ("p1", two.person)
    made = [edit.after for edit in taking.change.edits if isinstance(edit.after, Person)]
    assert [(it.name, it.delegation) for it in made] == [("代表乙", "第一"), ("代表甲", "第一")]


def test_whoever_may_be_one_known_without_a_delegation_is_asked_about_not_made_anew():
    known = Person("p1", "代表甲", "", version=4)
    taking = prepared(["代表甲", "第三", "", "一"], ["代表甲", "", "", "二"], people=[known])
    (problem,) = taking.problems
    assert "第2行：这里已经有一位“代表甲”，没有写代表团。是同一位" in problem
    (one,) = taking.added
    assert one.person == "p1"


def test_two_persons_of_one_name_are_told_apart_by_their_delegation():
    both = [Person("p1", "王伟", "第一", version=1), Person("p2", "王伟", version=1)]
    taking = prepared(["王伟", "", "", "好"], ["王伟", "第一", "", "好"], people=both)
    assert taking.problems == (
        "第2行：叫“王伟”的有2位（第一、未写代表团）。请在“代表团”一列写明是哪一位。",
    )
    assert [one.person for one in taking.added] == ["p1"]


def test_problems_are_told_by_line_and_the_other_lines_come():
    taking = prepared(
        ["", "", "", "好"],
        ["代表甲", "", "火星", "好"],
        ["代表甲", "", "", "好"],
        ["代表甲", "", QUOTE, "", ""],
        ["代表甲", "", "", "字" * 100_001],
        ["代表甲", "", "", "很好", "", "记者"],
    )
    assert [problem.split("：")[0] for problem in taking.problems] == [
        *("第2行", "第3行", "第5行", "第6行", "第7行"),
    ]
    assert all("请" in problem for problem in taking.problems)
    assert [one.text for one in taking.added] == ["好"]


def test_a_person_whose_only_line_is_a_problem_is_not_made():
    taking = prepared(["代表甲", "", "", "好", "", "记者"])
    assert taking.change is None
    assert taking.added == ()


def test_a_line_is_the_same_however_its_opinion_was_reworded_or_withdrawn():
    rows = (["代表甲", "", QUOTE, "写准"], ["代表甲", "", QUOTE, "写准"], ["代表乙", "", "", "好"])
    first = prepared(*rows)
    assert (len(first.added), first.same) == (2, 1)
    one, other = first.added
    later = [replace(one, text="写准些"), replace(other, withdrawn_at="2026-02-27T10:00:00+08:00")]
    again = prepared(*rows, comments=later)
    assert (again.change, again.same, again.problems) == (None, 3, ())


@pytest.mark.parametrize(
    ("head", "other"),
    [
        (HEAD, ["代　表　甲", "第三", QUOTE, "写准"]),
        (HEAD, ["代表甲", "", QUOTE, "写准"]),
        (HEAD, ["代表甲", "第三", "研发平台增至55家", "写准"]),
        (["姓名", "原文", "意见", "类型"], ["代表甲", QUOTE, "写准", "意见建议"]),
    ],
)
def test_a_line_written_in_another_way_is_the_same_opinion(head, other):
    first = prepared(["代表甲", "第三", QUOTE, "写准"])
    people = [edit.after for edit in first.change.edits if isinstance(edit.after, Person)]
    known = [replace(it, version=1) for it in people]
    again = prepared(other, head=head, people=known, comments=first.added)
    assert (again.change, again.same, again.problems) == (None, 1, ())


def test_a_delegation_or_name_given_to_somebody_later_brings_nothing_again():
    row = ["代表甲", "", QUOTE, "写准"]
    first = prepared(row)
    (known, _) = (edit.after for edit in first.change.edits)
    for now in (
        replace(known, delegation="第三", version=2),
        replace(known, name="代表丙", version=2),
    ):
        assert prepared(row, people=[now], comments=first.added).same == 1
    placed = replace(known, delegation="第三", version=2)
    named = ["代表甲", "第三", QUOTE, "写准"]
    assert prepared(named, people=[placed], comments=first.added).same == 1
    other = [known, Person("p2", "代表甲", "第三", version=1)]
    assert len(prepared(named, people=other, comments=first.added).added) == 1, "a namesake"


@pytest.mark.parametrize(
    "other",
    [
        ["代表乙", "", QUOTE, "写准"],
        ["代表甲", "第三", QUOTE, "写准"],
        ["代表甲", "", "申报专利8项", "写准"],
        ["代表甲", "", QUOTE, "写准。"],
        ["代表甲", "", QUOTE, "写准", "60"],
    ],
)
def test_another_author_place_or_word_is_another_opinion(other):
    first = prepared(["代表甲", "", QUOTE, "写准"])
    assert len(prepared(other, comments=first.added).added) == 1


def test_the_same_words_on_another_report_are_another_opinion():
    sheets = [sheet(["代表甲", "", "", "好"])]
    other = replace(small(), id="r2")
    keys = {
        taking_tables.prepare(sheets, Library(report, (), ())).added[0].import_key
        for report in (small(), other)
    }
    assert len(keys) == 2


def test_several_sheets_are_named_and_one_without_a_head_is_passed_over():
    sheets = [
        sheet(["代表甲", "", "", "好"], name="一组"),
        sheet(["", "", "", "好"], head=["姓名", "电话", "", "意见"], name="二组"),
        Sheet("说明", (Line(1, ("怎么填",)),)),
    ]
    taking = taking_tables.prepare(sheets, Library(small(), (), ()))
    assert taking.problems[0].startswith("“二组”第2行：没有写姓名")
    assert (len(taking.added), taking.unused) == (1, ("电话",))


def test_what_nobody_sees_is_left_out_and_counted():
    taking = prepared(["代表\u200b甲", "", "", "\u202e写明\u202c"], ["代表甲", "", "", "写明"])
    (one,) = taking.added
    assert (one.author_name, one.text, taking.same, taking.unseen) == ("代表甲", "写明", 1, 3)


def test_a_table_without_a_head_says_what_to_write():
    with pytest.raises(UserError, match=r"没有认出表头.*请在第一行写上：姓名"):
        prepared(["好"], head=["甲"])


def test_progress_is_told_and_stopping_takes_nothing():
    stop, heard = Event(), []

    def told(done, whole):
        heard.append((done, whole))
        if done == 1:
            stop.set()

    sheets = [sheet(*[["代表甲", "", "", str(at)] for at in range(5)])]
    with pytest.raises(CancelledError):
        taking_tables.prepare(sheets, Library(small(), (), ()), stop=stop, told=told)
    assert heard == [(0, 5), (1, 5)]


# -- files


def test_csv_and_excel_files_are_read(tmp_path):
    rows = [["姓名", "意见"], ["代表甲", "好"]]
    (tmp_path / "表.csv").write_bytes("\n".join(map(",".join, rows)).encode("gbk"))
    (tmp_path / "表.xlsx").write_bytes(xlsx(excel(rows)))
    (text,) = taking_tables.read_table(tmp_path / "表.csv")
    (book,) = taking_tables.read_table(tmp_path / "表.xlsx")
    assert (text.name, book.name) == ("", "第一组")
    assert text.lines == book.lines


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("没有.csv", None, "没有找到"),
        ("批注稿.docx", docx(""), "批注稿收意见还没有做好"),
        ("空.csv", b"", "是空的"),
        ("大.csv", b"," * (table_in.LARGEST + 1), "8 MB"),
        ("改了名.xlsx", docx(paragraph("报告")), "不是表格.*另存为 .xlsx"),
        ("断了.xlsx", xlsx(excel([["甲"]]))[:-30], "这个表格文件不完整.*另存为 .xlsx"),
        ("加密.xlsx", hostile.locked_zip(), "加了密码.*Excel 中打开它，取消密码"),
        ("炸弹.xlsx", hostile.many_parts(), "不像一张意见表.*另存为 .xlsx"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words_of_a_table(tmp_path, name, data, reason):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(UserError, match=reason):
        taking_tables.read_table(file)


def test_a_folder_is_no_table_and_a_path_that_is_none_is_told(tmp_path):
    with pytest.raises(UserError, match="不是一个表格文件"):
        taking_tables.read_table(tmp_path)
    with pytest.raises(UserError, match=r"没有找到|读不出来"):
        taking_tables.read_table(tmp_path / "a\0b")
    file = tmp_path / "锁.csv"
    file.write_bytes(b"a")
    with pytest.MonkeyPatch.context() as patch:  # the superuser may read everything
        patch.setattr("pathlib.Path.open", lambda *_: (_ for _ in ()).throw(PermissionError(13)))
        with pytest.raises(UserError, match="读不出来"):
            taking_tables.read_table(file)


def test_reading_an_excel_file_can_be_cancelled(tmp_path):
    file, stop = tmp_path / "表.xlsx", Event()
    file.write_bytes(xlsx(excel([["甲"]])))
    stop.set()
    with pytest.raises(CancelledError):
        taking_tables.read_table(file, stop=stop)


# -- in a library


def test_a_table_is_written_and_undone_as_a_whole_and_can_come_again(tmp_path):
    with library.open_library(tmp_path / "a.db", create=True) as store:
        library.fill(store, now="2026-02-27T09:41:00+08:00")
        (entry,) = store.shelf.entries()
        report = store.shelf.load(entry.report)
        rows = [[f"代表{at % 3}", "第三", "", f"第{at}条"] for at in range(600)]

        def taken():
            known = store.every_comment()
            return taking_tables.prepare([sheet(*rows)], Library(report, store.people(), known))

        applied = store.apply(taken().change)
        assert (len(store.comments()), len(store.people())) == (600, 3)
        assert taken().change is None
        present = store.present(edit.record for edit in applied.edits)
        back = inverse(applied, present, change_id="u", at="2026-02-27T10:00:00+08:00")
        store.apply(back)
        assert (store.comments(), store.people()) == ([], [])
        store.apply(taken().change)
        assert len(store.comments()) == 600
