"""What Word shows beside the text of a file: numbers, what is hidden, what goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.layout import PLAIN, Layout
from beiguan_desktop.formats import docx_in
from beiguan_desktop.formats.kinds import Extracted
from tests.formats.made_files import docx, paragraph
from tests.formats.made_lists import (
    abstract,
    document,
    first,
    instance,
    item,
    level,
    num_pr,
    style,
)

CHINESE = level(0, numFmt="chineseCountingThousand", lvlText="%1、", suff="nothing")
BRACKET = level(1, numFmt="chineseCounting", lvlText="（%2）")
LISTS = [abstract(0, CHINESE, BRACKET), instance(1, 0), instance(2, 0, first(0, 7))]
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BEGIN, MIDDLE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def read(body: str, lists=LISTS, styles=()) -> Extracted:
    made = docx_in.read(document(body, lists, styles))
    assert made.layout.fits(made.text)
    return made


def shown(made: Extracted) -> str:
    """Return the text with its numbers put in."""
    numbers = dict(made.layout.generated)
    return "".join(numbers.get(at, "") + each for at, each in enumerate(made.text))


def hidden(made: Extracted) -> list[str]:
    return [made.text[slice(*span)] for span in made.layout.noise]


def test_numbers_stand_beside_the_text_and_not_in_it():
    body = item("回顾", 1, 0) + paragraph("去年。") + item("工业", 1, 1) + item(" 安排", 1, 0)
    made = read(body)
    assert made.text == "回顾\n去年。\n工业\n 安排"
    assert made.layout.generated == ((0, "一、"), (7, "（一）"), (11, "二、"))
    assert shown(made) == "一、回顾\n去年。\n（一）工业\n 二、安排"


def test_an_empty_paragraph_of_a_list_counts_and_has_nothing_to_stand_before():
    assert shown(read(item("", 1, 0) + item("安排", 1, 0) + paragraph("。"))) == "\n二、安排\n。"


def test_lists_are_found_by_style_and_may_begin_with_another_number():
    styles = [style("a"), style("h", f"<w:pPr>{num_pr(2)}</w:pPr>", based_on="a")]
    body = item("甲", style="h") + item("乙", style="h") + item("丙", 0, 0, style="h")
    assert shown(read(body, styles=styles)) == "七、甲\n八、乙\n丙"


def test_a_number_of_an_empty_cell_stands_before_the_words_of_the_next():
    cell = "<w:tc>{}</w:tc>".format
    rows = [
        cell(item("", 1, 0)) + cell(paragraph("产值")),
        cell(item("", 1, 0)) + cell(item("税收", 1, 1)),
        cell(item("", 1, 0)) + cell("<w:p/>"),
        cell("<w:p/>") + cell(paragraph("末")),
    ]
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    made = read(f"<w:tbl>{table}</w:tbl>")
    assert made.text == "\t产值\n\t税收\n\t\n\t末"
    assert shown(made) == "\t一、\t产值\n\t二、\t（一）税收\n\t\n\t末"


def test_a_number_is_cut_where_it_is_longer_than_any_list_has():
    lists = [abstract(0, level(0, numFmt="decimal", lvlText="第" * 99)), instance(1, 0)]
    assert read(item("甲", 1, 0), lists).layout.generated == ((0, "第" * 39),)
    lists = [abstract(0, level(0, numFmt="none", lvlText=" ")), instance(1, 0)]
    assert read(item("甲", 1, 0), lists).layout == PLAIN


def test_many_numbers_count_as_characters(monkeypatch):
    monkeypatch.setattr("beiguan_desktop.formats.docx_text.LONGEST", 9)
    with pytest.raises(Exception, match="200 万字"):
        read(item("甲", 1, 0) * 4)


# -- what was struck out


def test_a_paragraph_whose_end_was_struck_out_goes_on_in_the_next():
    body = paragraph("前。") + item("回顾", 1, 0, mark="<w:del/>") + item("去年", 1, 0)
    made = read(body + item("后", 1, 0))
    assert made.text == "前。\n回顾\n去年\n后"
    assert made.layout.joins == ((6, ""),)
    assert made.layout.generated == ((3, "一、"), (9, "二、"))


def test_a_paragraph_that_was_struck_out_whole_is_an_empty_line_without_number():
    gone = item("", 1, 0, mark="<w:moveFrom/>")
    made = read(item("甲", 1, 0) + gone + item("乙", 1, 0))
    assert shown(made) == "一、甲\n\n二、乙"
    assert made.layout.joins == ()


def test_numbers_that_were_changed_count_as_they_are_now():
    change = f'<w:pPrChange w:id="1"><w:pPr>{num_pr(2, 0)}</w:pPr></w:pPrChange>'
    body = item("甲", 1, 0).replace("</w:pPr>", f"{change}</w:pPr>")
    plain = f"<w:p><w:pPr>{change}</w:pPr><w:r><w:t>乙</w:t></w:r></w:p>"
    assert shown(read(body + plain)) == "一、甲\n乙"


# -- what Word hides


def test_hidden_words_stay_in_the_text_as_noise():
    body = f"<w:p>{run('见')}{run('藏', '<w:vanish/>')}{run('着', '<w:vanish/>')}{run('得')}</w:p>"
    off = '<w:vanish w:val="0"/>'
    made = read(body + f"<w:p>{run('显', off)}{run(' ', '<w:vanish/>')}</w:p>")
    assert made.text == "见藏着得\n显 "
    assert hidden(made) == ["藏着"]


def test_a_style_hides_words_and_a_run_may_show_them():
    styles = [
        style("a"),
        style("z", "<w:rPr><w:vanish/></w:rPr>", based_on="a"),
        style("c", "<w:rPr><w:vanish/></w:rPr>", kind="character"),
        style("d", based_on="c", kind="character"),
    ]
    styled, on = run("字", '<w:rStyle w:val="d"/>'), run("看", '<w:vanish w:val="false"/>')
    body = item("窗体顶端", style="z") + f"<w:p>{styled}{run('句')}</w:p>"
    made = read(body + item("", style="z").replace("</w:p>", f"{on}</w:p>"), styles=styles)
    assert made.text == "窗体顶端\n字句\n看"
    assert hidden(made) == ["窗体顶端", "字"]


def test_a_number_waits_for_words_that_are_shown():
    body = item("", 1, 0).replace("</w:p>", f"{run('藏', '<w:vanish/>')}{run('见')}</w:p>")
    assert shown(read(body)) == "藏一、见"


# -- fields and controls


def test_a_table_of_contents_is_noise_where_it_stands_in_paragraphs():
    body = (
        f"<w:p>{run('目录')}</w:p>"
        f"<w:p>{BEGIN}{code(' TO')}{code('C o')}{MIDDLE}{run('一、回顾')}{BEGIN}"
        f"{code('PAGEREF x')}{MIDDLE}{run('1')}{END}</w:p><w:p>{run('二、安排')}</w:p>"
        f"<w:p>{END}</w:p><w:p>{run('一、回顾')}</w:p>"
    )
    made = read(body)
    assert made.text == "目录\n一、回顾1\n二、安排\n\n一、回顾"
    assert hidden(made) == ["一、回顾1", "二、安排"]


def test_a_table_of_contents_in_its_control_is_left_out():
    gallery = '<w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj>'.format
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    contents = control(gallery("Table of Contents"), paragraph("目录") + paragraph("一、回顾"))
    cover = control(gallery("Cover Pages"), paragraph("封面"))
    made = read(cover + contents + paragraph("一、回顾"))
    assert (made.text, made.layout) == ("封面\n一、回顾", PLAIN)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (f"{BEGIN}{code('PAGE')}{MIDDLE}{run('3')}{END}", "3"),
        (f'<w:fldSimple w:instr=" DATE ">{run("今天")}</w:fldSimple>', "今天"),
        (f"{BEGIN}{code('TOC')}{END}{run('后')}", "后"),
        (f"{END}{MIDDLE}{code('TOC')}{run('乱')}", "乱"),
        (f'<w:r><w:fldChar w:fldCharType="odd"/></w:r>{run("怪")}', "怪"),
    ],
)
def test_what_other_fields_result_in_is_text(field, words):
    made = read(f"<w:p>{field}</w:p><w:p>{run('后')}</w:p>")
    assert (made.text, hidden(made)) == (f"{words}\n后", [])


def test_a_simple_field_may_be_a_table_of_contents():
    made = read(f'<w:p><w:fldSimple w:instr="TOC">{run("一")}</w:fldSimple>{run("二")}</w:p>')
    assert (made.text, hidden(made)) == ("一二", ["一"])


def test_fields_that_never_end_are_followed_so_far_only():
    made = read(f"<w:p>{BEGIN * 99}{END * 99}{run('文')}</w:p>")
    assert (made.text, hidden(made)) == ("文", [])


# -- what else stands in a run


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Symbol" w:char="B1"/>', "±"),
        ('<w:sym w:font="Webdings" w:char="F061"/>', "•"),
        ('<w:sym w:font="宋体" w:char="4E00"/>', "一"),
        ('<w:sym w:char="小"/>', ""),
        ('<w:sym w:char="FFFFFF"/>', ""),
        ("<w:sym/>", ""),
        ("<w:softHyphen/>", ""),
        ('<w:footnoteReference w:id="2"/>', ""),
        ('<w:commentReference w:id="2"/>', ""),
        (f"<w:ruby><w:rt>{run('bei')}</w:rt><w:rubyBase>{run('北')}</w:rubyBase></w:ruby>", "北"),
    ],
)
def test_signs_and_references(inside, words):
    assert read(f"<w:p><w:r><w:t>始</w:t></w:r><w:r>{inside}</w:r></w:p>").text == f"始{words}"


def test_the_letters_of_a_formula_are_text():
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    base = "<m:e><m:r><m:t>PM</m:t></m:r></m:e>"
    formula = f"<m:oMath {space}><m:sSub>{base}<m:sub><m:r><m:t>2.5</m:t></m:r></m:sub></m:sSub>"
    assert read(f"<w:p>{run('浓度')}{formula}</m:oMath></w:p>").text == "浓度PM2.5"


# -- what the parts say


def test_levels_are_understood_as_they_are_written():
    own = (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
        ' w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    other = own.replace("001, 002, 003, ...", "a, ç, ĝ, ...").replace('"decimal"', '"upperRoman"')
    face = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'.format
    levels = [
        level(0, lvlText="%1.", more=own),
        level(1, lvlText="%2.", more=other, start="x"),
        level(2, numFmt="bullet", lvlText="\uf0b7", more=face("Symbol")),
        level(3, numFmt="bullet", lvlText="n", more=face("Wingdings")),
        level(4, numFmt="bullet", lvlText="", more='<w:lvlPicBulletId w:val="0"/>'),
        level(5, numFmt="decimal", lvlText="%6", more="<w:rPr><w:vanish/></w:rPr>"),
        level(6, lvlText="%1.%7", isLgl="1", suff="space", lvlRestart="0"),
        level(7, numFmt="bullet", lvlText="n", more=face("Arial")),
        level(8, numFmt="bullet", lvlText="\ue123"),
        level(9, lvlText="%1"),
        '<w:lvl><w:lvlText w:val="%1"/></w:lvl>',
    ]
    lists = [abstract(0, *levels), instance(1, 0)]
    body = "".join(item("文", 1, at) for at in range(9))
    got = [line.removesuffix("文").strip() for line in shown(read(body, lists)).split("\n")]
    assert got == ["001.", "0.", "•", "■", "•", "", "1.1", "n", "•"]


def test_of_definitions_of_one_name_the_first_counts_and_broken_ones_do_no_harm():
    lists = [
        abstract(0, CHINESE),
        abstract(0, level(0, lvlText="x%1")),
        "<w:numIdMacAtCleanup/><w:lvlOverride/><w:startOverride w:val='3'/>",
        instance(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride/></w:lvlOverride>'),
        instance(1, 9),
        abstract(5, more='<w:numStyleLink w:val="S"/>'),
        instance(2, 5),
    ]
    styles = [
        style("S", f"<w:pPr>{num_pr(1)}</w:pPr>", kind="numbering"),
        style("S"),
        "<w:latentStyles/>",
        "<w:style/>",
        style("t", f"<w:tblStylePr><w:pPr>{num_pr(1)}</w:pPr></w:tblStylePr>", kind="table"),
    ]
    body = item("甲", 1, 0) + item("乙", 2, 0) + item("丙", style="t")
    assert shown(read(body, lists, styles)) == "一、甲\n二、乙\n丙"


def test_an_own_level_of_a_list_goes_before_the_common_one():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, lvlText="%1)")}</w:lvlOverride>'
    lists = [abstract(0, CHINESE), instance(1, 0), instance(2, 0, own)]
    assert shown(read(item("甲", 1, 0) + item("乙", 2, 0), lists)) == "一、甲\n2)乙"


def test_a_file_without_the_parts_has_no_numbers():
    assert docx_in.read(docx(item("甲", 1, 0))).layout == Layout()


_SAID = st.text(st.characters(codec="utf-8", exclude_characters='<&"', categories=("L", "N", "P")))
_LEVEL = st.dictionaries(
    st.sampled_from(["start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText"]),
    _SAID | st.sampled_from(["0", "1", "%1.%2", "bullet", "none", "upperRoman", "-1", "9" * 40]),
)


@given(st.lists(st.tuples(st.integers(-1, 9), _LEVEL), max_size=5), st.integers(-1, 9))
def test_whatever_is_said_of_a_level_the_file_is_read(levels, at):
    lists = [
        abstract(0, *(level(each, **says) for each, says in levels)),
        instance(1, 0, first(at, 3)),
    ]
    assert read(item("文", 1, at) * 3, lists).text == "文\n文\n文"


_LEAVES = st.sampled_from(
    [
        *(BEGIN, MIDDLE, END, code("TOC"), num_pr(1, 0), num_pr(None, 1), '<w:pStyle w:val="h"/>'),
        *("<w:vanish/>", "<w:del/>", "<w:t>一、文</w:t>", "<w:t> </w:t>", "<w:br/>", run("文")),
        *(item("文", 1, 0), item("", 1, 1), item("删", 1, 0, mark="<w:del/>"), paragraph("文")),
        '<w:docPartGallery w:val="Table of Contents"/>',
    ]
)
_HOLDERS = (
    "p",
    "pPr",
    "r",
    "rPr",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "del",
    "fldSimple",
    "sym",
)
_BODIES = st.recursive(
    _LEAVES,
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(_HOLDERS),
        st.lists(inner, max_size=5),
    ),
    max_leaves=30,
)


@given(st.lists(_BODIES, max_size=8))
def test_whatever_stands_where_what_is_told_fits_the_text(parts):
    read("".join(parts) + paragraph("末"), styles=[style("h", f"<w:pPr>{num_pr(1)}</w:pPr>")])


# -- headings


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def under(text: str, name: str, inside: str = "") -> str:
    """Return a paragraph of a style, with properties of its own."""
    own = f'<w:pPr><w:pStyle w:val="{name}"/>{inside}</w:pPr>'
    return f"<w:p>{own}<w:r><w:t>{text}</w:t></w:r></w:p>"


OUTLINED = [
    style("a"),
    style("h1", f"<w:pPr>{outline(0)}</w:pPr>", based_on="a"),
    style("own", based_on="h1"),
    style("Heading 2", based_on="a"),
    style("text", f"<w:pPr>{outline(9)}</w:pPr>", based_on="h1"),
    style("heading 3", f"<w:pPr>{outline(1)}</w:pPr>", based_on="a"),
    style("heading 5", based_on="a"),
]


@pytest.mark.parametrize(
    ("paragraph_xml", "level"),
    [
        (under("甲", "h1"), 0),
        (under("甲", "own"), 0),
        (under("甲", "Heading 2"), 1),
        (under("甲", "heading 3"), 1),
        (under("甲", "heading 5"), None),
        (under("甲", "text"), None),
        (under("甲", "a"), None),
        (under("甲", "a", outline(2)), 2),
        (under("甲", "h1", outline(3)), 3),
        (under("甲", "h1", outline(9)), None),
        (under("", "h1"), None),
        (under("甲", "h1").replace("</w:p>", "<w:r><w:br/></w:r></w:p>"), 0),
        (under("甲", "h1").replace("</w:p>", f"<w:r><w:br/></w:r>{run('乙')}</w:p>"), None),
        (f"<w:tbl><w:tr><w:tc>{under('甲', 'h1')}</w:tc></w:tr></w:tbl>", None),
    ],
)
def test_a_paragraph_of_an_outlines_level_on_one_line_is_a_heading(paragraph_xml, level):
    made = read(paragraph("各位代表：") + paragraph_xml + paragraph("乙。"), styles=OUTLINED)
    assert made.layout.headings == (() if level is None else ((6, level),))


def test_a_heading_whose_end_was_struck_out_is_part_of_the_next_paragraph():
    gone = under("回", "h1", "<w:rPr><w:del/></w:rPr>")
    made = read(gone + under("顾", "a") + gone + under("顾", "h1"), styles=OUTLINED)
    assert made.layout.headings == ()


def test_a_headings_style_may_number_it_too():
    styles = [style("a"), style("h1", f"<w:pPr>{num_pr(1)}{outline(0)}</w:pPr>", based_on="a")]
    made = read(under(" 回顾", "h1") + paragraph("去年。"), styles=styles)
    assert (made.layout.generated, made.layout.headings) == (((1, "一、"),), ((1, 0),))
