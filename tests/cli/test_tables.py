"""`comments --import`: opinions from tables, and what is wrong in them by line."""

import pytest

from beiguan_desktop.core.handing_in import Printed
from beiguan_desktop.services import clock
from beiguan_desktop.storage.store import open_store
from tests.cli.conftest import make_two_of_one_name
from tests.formats import hostile
from tests.formats.made_tables import words as excel
from tests.formats.made_tables import xlsx

HEAD = [
    "姓名",
    "代表团",
    "段落",
    "原文",
    "类型",
    "意见",
    "改为",
    "理由",
    "提出方式",
    "记录人",
    "电话",
]
ROWS = [
    ["代表甲", "第三代表团", "52", "学位紧张难题", "", "写明学位数", "", "", "", "", "1"],
    [
        "代表乙",
        "",
        "50",
        "3000 人次以上",
        "改报告",
        "",
        "7000 人次以上",
        "已经做到",
        "口头",
        "李四",
    ],
    ["代表丙", "", "64", "", "", "好"],
    ["代表甲", "第三代表团", "", "", "议案", "好"],
]


@pytest.fixture
def table(tmp_path):
    """Return what writes a CSV file in GBK, the head in its second line."""

    def write(rows, head=HEAD):
        lines = [["审议意见登记表"], head, *rows]
        text = "\r\n".join(",".join(f'"{cell}"' for cell in line) for line in lines)
        (tmp_path / "意见 表.csv").write_bytes(text.encode("gbk"))
        return tmp_path / "意见 表.csv"

    return write


def test_a_table_is_taken_in_and_the_second_time_adds_nothing(cli, table):
    file = table(ROWS[:2])
    assert cli.gives("comments", "--import", file) == {"added": 2, "same": 0, "problems": []}
    later, first = sorted(cli.comments(), key=lambda it: it["author"])
    assert (first["author"], first["delegation"]) == ("代表甲", "第三代表团")
    assert (first["quote"], first["kind"], first["text"]) == ("学位紧张难题", "建议", "写明学位数")
    assert (later["kind"], later["act"], later["replacement"]) == ("修改", "修改", "7000 人次以上")
    assert (later["manner"], later["recorder"], first["manner"]) == ("口头发言", "李四", "书面意见")
    assert cli.gives("comments", "--import", file) == {"added": 0, "same": 2, "problems": []}
    assert "2 条已经有了" in cli.does("comments", "--import", file).out
    assert cli.does("check").out.startswith("资料库完好")


def test_a_table_in_gbk_with_two_merged_head_lines_in_its_third_line(cli, tmp_path):
    text = (
        "北关区审议意见登记表,,,,,\r\n代表团：第三代表团　记录人：李四,,,,,\r\n\r\n"
        "序号,姓名,位置,,原文,意见\r\n,,页,段,,\r\n"
        '1,代 表 甲,20,,学位紧张难题,"写明，\r\n今年几个"\r\n'
        "2,代表乙,,16,,好\r\n3,代表丙,20/3,,,好\r\n"
    )
    (tmp_path / "表.csv").write_bytes(text.encode("gbk"))
    found = cli.gives("comments", "--import", tmp_path / "表.csv")
    assert found == {"added": 3, "same": 0, "problems": []}
    listed = {it["author"]: it for it in cli.comments()}
    first = listed["代表甲"]
    assert (first["paragraph"], first["quote"], first["text"]) == (
        *(52, "学位紧张难题", "写明，\n今年几个"),
    )
    assert (first["delegation"], first["recorder"]) == ("第三代表团", "李四")
    assert listed["代表乙"]["paragraph"] == 16
    assert listed["代表丙"]["page"] in (19, 20)  # where its paragraph begins


def test_problems_are_listed_by_line_and_the_rest_comes(cli, table):
    file = table(ROWS)
    answer = cli.does("comments", "--json", "--import", file)
    assert (answer.json["added"], answer.json["same"]) == (2, 0)
    one, other = answer.json["problems"]
    assert one.startswith("第5行：没有第64段：这份报告一共63段。请")
    assert other.startswith("第6行：类型“议案”认不出来。请写：建议、")
    assert answer.err.splitlines() == [one, other, "没有用到的列：电话。"]
    mended = table([*ROWS[:2], ["代表丙", "", "63", "", "", "好"]])
    assert cli.does("comments", "--import", mended).out == (
        "录入了 1 条意见，2 条已经有了，没有重复录。\n"
    )


def test_a_table_of_problems_alone_is_a_failure(cli, table):
    answer = cli.says(
        *("comments", "--database", cli.database, "--json", "--import", table(ROWS[2:])), status=1
    )
    assert (answer.json["added"], len(answer.json["problems"])) == (0, 2)
    assert cli.comments() == []


def test_two_persons_of_one_name_need_their_delegation(cli, table):
    make_two_of_one_name(cli.database, cli.report)
    rows = [["王伟", "第二代表团", "", "", "", "好"], ["王伟", "", "", "", "", "好"]]
    found = cli.gives("comments", "--import", table(rows))
    assert found["added"] == 1
    assert "叫“王伟”的有2位（第一代表团、第二代表团）" in found["problems"][0]
    people = {it["delegation"] for it in cli.comments("--author", "王伟", "--kind", "建议")}
    assert people == {"第一代表团", "第二代表团"}
    assert len(cli.comments("--author", "王伟", "--delegation", "第二代表团")) == 2


def test_what_nobody_sees_is_left_out_and_told(cli, tmp_path):
    (tmp_path / "a.csv").write_text("姓名,意见\n代表甲,写\u200b明\n", "utf-8")
    told = cli.does("comments", "--json", "--import", tmp_path / "a.csv").err
    assert told == "去掉了 1 个看不见的字符。\n"
    assert cli.comment()["text"] == "写明"


def test_an_excel_file_is_taken_in(cli, tmp_path):
    file = tmp_path / "表.xlsx"
    file.write_bytes(xlsx(excel([["姓名", "意见"], ["代表甲", "好"]])))
    assert cli.gives("comments", "--import", file, "--report", cli.report)["added"] == 1


def test_which_report_is_asked_for_where_there_are_several(cli, table, tmp_path):
    other = tmp_path / "计划.txt"
    other.write_text("计划报告\n各位代表：\n第一段写得清楚明白，请予审议。\n", "utf-8")
    wanted = cli.gives("import", other)["report"]
    file = table([["代表甲", "", "1", "", "", "好"]])
    assert "有2份报告。请用 --report" in cli.refuses("comments", "--import", file)
    cli.gives("comments", "--import", file, "--report", wanted)
    assert [it["report"] for it in cli.comments()] == [wanted]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("没有.csv", None, "没有找到"),
        ("稿.docx", b"PK", "批注稿收意见还没有做好"),
        ("图.csv", b"\x89PNG\0\0", "认不出这个文件里的表格"),
        ("密.xlsx", hostile.locked_zip(), "加了密码"),
        ("头.csv", "甲,乙".encode(), "没有认出表头"),
    ],
)
def test_a_file_that_is_no_table_is_refused_and_nothing_written(cli, tmp_path, name, data, reason):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    before = cli.database.read_bytes()
    assert reason in cli.refuses("comments", "--import", tmp_path / name)
    assert cli.database.read_bytes() == before


def test_a_filter_and_a_table_do_not_go_together(cli, table):
    for words in (("--kind", "建议"), ("--author", "甲"), ("--delegation", "一")):
        assert "整张表" in cli.refuses("comments", "--import", table(ROWS), *words)


# -- comment, with all it may say


def test_an_opinion_with_all_that_stands_under_more(cli):
    cli.writes(
        *("--field", "教育", "--departments", "区教育局、区财政局", "--weight", "重要"),
        *("--cosigners", "代表乙", "--private", "--apart", "--capacity", "列席人员"),
        *("--manner", "口头发言", "--recorder", "李四", "写明学位数"),
    )
    one = cli.comment()
    shown = ("field", "departments", "weight", "cosigners", "private", "apart")
    assert [one[name] for name in shown] == [
        "教育",
        "区教育局、区财政局",
        "重要",
        "代表乙",
        True,
        True,
    ]
    assert (one["capacity"], one["manner"], one["recorder"]) == ("列席人员", "口头发言", "李四")


@pytest.mark.parametrize("words", [("--capacity", "记者"), ("--manner", "飞鸽传书")])
def test_a_capacity_or_manner_that_there_is_not_is_wrong_usage(cli, words):
    options = ("--report", cli.report, "--kind", "建议", "--author", "甲", "好")
    answer = cli.says("comment", "--database", cli.database, *options, *words, status=2)
    assert "只能用" in answer.err


def test_an_addition_stands_at_one_of_several_places(cli):
    place = ("--paragraph", 3, "--quote", "同比增长", "--nth", 2, "--act", "增加")
    cli.writes(*place, "--replacement", "（按可比口径）", "", kind="修改")
    one = cli.comment()
    assert (one["kind"], one["act"], one["replacement"]) == ("修改", "增加", "（按可比口径）")
    assert one["quote"] == "同比增长"


def test_the_number_an_opinion_got_on_paper_is_listed(cli):
    written = cli.writes("好")
    with open_store(cli.database) as store:
        (one,) = store.comments()
        store.out_tray.put([Printed(one.report, one.person, "甲1", written, clock.now())])
    cli.writes("再好")
    assert {it["text"]: it["number"] for it in cli.comments()} == {"好": "甲1", "再好": None}
