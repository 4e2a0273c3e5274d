"""Writing and listing opinions on the command line."""

import pytest

from tests.cli.conftest import make_two_of_one_name

KEYS = [
    *("comment", "report", "paragraph", "page", "line", "quote", "kind", "act", "text"),
    *("replacement", "reason", "author", "delegation", "conflict", "decision", "number"),
    *("capacity", "manner", "recorder"),
    *("field", "departments", "weight", "cosigners", "private", "apart"),
]


def test_an_opinion_on_a_passage(cli):
    written = cli.writes(
        *("--paragraph", 5, "--quote", "支持蓝天实验室", "--delegation", "第三代表团", "写明金额。")
    )
    one = cli.comment()
    assert list(one) == KEYS
    assert one["comment"] == written
    assert (one["report"], one["paragraph"], one["quote"]) == (cli.report, 5, "支持蓝天实验室")
    assert (one["kind"], one["act"], one["text"]) == ("建议", "", "写明金额。")
    assert (one["author"], one["delegation"]) == ("代表甲", "第三代表团")
    assert one["page"] >= 1
    assert one["line"] >= 1
    assert (one["conflict"], one["decision"], one["number"]) == (False, None, None)
    assert (one["capacity"], one["manner"], one["recorder"]) == ("代表", "会前书面", None)


def test_a_quote_is_found_whatever_its_blanks_and_width(cli):
    cli.writes("--paragraph", 50, "--quote", "职业技能培训３０００人次以上", "好")
    assert cli.comment()["quote"] == "职业技能培训 3000 人次以上"


def test_an_opinion_on_a_paragraph_and_on_the_whole_report(cli):
    cli.writes("--paragraph", 16, "一段")
    cli.writes("整篇")
    whole, paragraph = cli.comments()
    assert (whole["text"], whole["paragraph"], whole["page"]) == ("整篇", None, None)
    assert (paragraph["text"], paragraph["paragraph"], paragraph["quote"]) == ("一段", 16, "")


def test_another_wording_an_addition_a_deletion_and_a_move(cli):
    place = ("--paragraph", 50, "--quote", "3000 人次以上")
    cli.writes(*place, "--replacement", "7000 人次以上", "--reason", "已经做到", "", kind="修改")
    cli.writes(*place, "--act", "增加", "--replacement", "，重点是青年", "", kind="修改")
    cli.writes(*place, "--act", "删除", "", kind="修改")
    cli.writes(*place, "--act", "移位", "--replacement", "第51段之后", "", kind="修改")
    found = [(c["act"], c["replacement"], c["reason"]) for c in cli.comments()]
    assert found == [
        ("修改", "7000 人次以上", "已经做到"),
        ("增加", "，重点是青年", ""),
        ("删除", "", ""),
        ("移位", "第51段之后", ""),
    ]


def test_a_paragraph_is_deleted_without_a_word_and_the_report_is_not(cli):
    cli.writes("--paragraph", 5, "--act", "删除", "", kind="修改")
    one = cli.comment()
    assert (one["paragraph"], one["act"], one["text"], one["quote"]) == (5, "删除", "", "")
    options = ("--report", cli.report, "--kind", "修改", "--author", "甲")
    assert "整份报告不能删去" in cli.refuses("comment", *options, "--act", "删除", "")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--paragraph", "3", "--quote", "同比增长", "好"], "有2处"),
        (["--paragraph", "3", "--quote", "同比增长", "--nth", "3", "好"], "只有2处"),
        (["--paragraph", "3", "--quote", "火星", "好"], "0处"),
        (["--paragraph", "64", "好"], "第1段到第63段"),
        (["--paragraph", "-1", "好"], "没有第-1段"),
        (["--nth", "1", "好"], "--quote"),
        ([""], "还没有写字"),
        (["--act", "增加", "好"], "只有“修改”"),
        (["--replacement", "乙", "好"], "只有“修改”"),
        (["--delegation", "第一", "好" * 100_001], "100000"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(cli, words, reason):
    before = cli.database.read_bytes()
    options = ("--report", cli.report, "--kind", "建议", "--author", "甲")
    assert reason in cli.refuses("comment", *options, *words)
    assert cli.database.read_bytes() == before


@pytest.mark.parametrize(("act", "what"), [("增加", "增加的文字"), ("移位", "移到哪里")])
def test_words_to_add_and_a_place_to_move_to_are_asked_for_by_their_option(cli, act, what):
    before = cli.database.read_bytes()
    options = ("--report", cli.report, "--kind", "修改", "--author", "甲", "--act", act)
    for words in (["写在这里"], ["--replacement", " ", "--reason", "理由", ""]):
        refused = cli.refuses("comment", *options, "--paragraph", 5, *words)
        assert f"还没有写{what}" in refused
        assert "--replacement" in refused
    assert cli.database.read_bytes() == before
    cli.gives("comment", *options, "--paragraph", 5, "--replacement", "第六段之后", "")


def test_nth_chooses_among_several_places(cli):
    for nth in (2, 1):
        cli.writes("--paragraph", 3, "--quote", "同比增长", "--nth", nth, f"第{nth}处")
    assert [c["text"] for c in cli.comments()] == ["第1处", "第2处"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=1+1", "=1+1"),
        ("-5%", "-5%"),
        ("--json", "--json"),
        ("𠮷祥里", "𠮷祥里"),
        ("第一行\n第二行\t<b>&amp;'\"\\", "第一行\n第二行\t<b>&amp;'\"\\"),
        ("半个\ud842字", "半个字"),
        ("零\x00字", "零字"),
    ],
)
def test_words_are_kept_as_they_are_but_for_what_is_no_character(cli, text, kept):
    cli.writes("--", text)
    assert cli.comment()["text"] == kept


def test_the_longest_opinion_is_kept_whole(cli):
    cli.writes("𠮷" * 100_000)
    assert cli.comment()["text"] == "𠮷" * 100_000


def test_names_are_cleaned_like_every_word(cli):
    cli.writes("--delegation", "第一\udcff", "好", author=" 代表\udcff甲 ")
    one = cli.comment()
    assert (one["author"], one["delegation"]) == ("代表甲", "第一")
    options = ("--report", cli.report, "--kind", "建议", "--author")
    assert "姓名还空着" in cli.refuses("comment", *options, " ", "好")


def test_one_name_is_one_person_and_two_of_a_name_need_their_delegation(cli):
    make_two_of_one_name(cli.database, cli.report)
    options = ("--report", cli.report, "--kind", "意见", "--author", "王伟", "好")
    assert "有2位（第一代表团、第二代表团）" in cli.refuses("comment", *options)
    cli.gives("comment", *options, "--delegation", "第二代表团")
    assert [c["delegation"] for c in cli.comments("--kind", "意见")] == ["第二代表团"]
    cli.writes("一")
    cli.writes("二")
    assert len(cli.comments("--author", "代表甲")) == 2


def test_opinions_are_listed_in_the_order_of_the_report_and_filtered(cli):
    cli.writes("--paragraph", 50, "五十", kind="批评")
    cli.writes("--paragraph", 3, "--quote", "财政运行", "三后", author="代表乙")
    cli.writes("--paragraph", 3, "--quote", "地区生产总值", "三前")
    cli.writes("整篇", kind="肯定")
    assert texts(cli) == ["整篇", "三前", "三后", "五十"]
    assert texts(cli, "--author", " 代表乙 ") == ["三后"]
    assert texts(cli, "--kind", "批评") == ["五十"]
    assert texts(cli, "--kind", "批评", "--author", "代表乙") == []
    assert texts(cli, "--report", cli.report, "--author", "代表甲") == ["整篇", "三前", "五十"]


def texts(cli, *words):
    return [c["text"] for c in cli.comments(*words)]


def test_the_list_for_people_is_a_table_with_one_line_an_opinion(cli):
    assert cli.does("comments").out == "没有这样的意见。\n"
    cli.writes("第一行\n第二行", author="代\n表")
    cli.writes("--quote", "政府工作报告", "标题上的意见")
    cli.writes("--paragraph", 50, "--quote", "3000 人次", "--act", "删除", "", kind="修改")
    lines = cli.does("comments").out.splitlines()
    assert [line.split()[0] for line in lines] == ["段", "整篇", "标题", "50"]
    assert "第一行 第二行" in lines[1]
    assert "删除" in lines[3]


def test_what_was_written_for_people_is_a_sentence(cli):
    options = ("--report", cli.report, "--kind", "建议", "--author", "甲")
    assert cli.does("comment", *options, "好").out.startswith("已写下这条意见，编号 ")


def test_what_its_author_keeps_to_himself_is_marked_in_the_table(cli):
    cli.writes("--private", "只给自己看")
    cli.writes("给大家看")
    mine, others = cli.does("comments").out.splitlines()[1:]
    assert "（仅自己可见）只给自己看" in mine
    assert "仅自己可见" not in others


def test_names_and_words_are_kept_as_they_look(cli):
    team = ("--delegation", "第一\ufeff代表团")
    cli.writes(*team, "写\u200b明\u202e金额", author="\u202e代\u200b表甲")
    (one,) = cli.comments("--author", "代表甲")
    assert (one["text"], one["author"], one["delegation"]) == ("写明金额", "代表甲", "第一代表团")
