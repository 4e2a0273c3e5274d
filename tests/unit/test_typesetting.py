"""A paper is set into pages: every word on its place, nothing alone, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.page_form import MM, Form, form_of
from beiguan_desktop.core.paper import PAGE, Block, Paper, Run, block
from beiguan_desktop.core.typesetting import set_pages
from tests.formats.opinions import paper as opinions_paper

ROLES = (
    *("title", "byline", "addressee", "heading1", "heading2", "heading3", "body"),
    *("row", "ruled row", "closing", "signature", "receipt", "imprint"),
)

SHORT = (block("body", "短"),)


def width(text, face):
    del face
    return sum(0.5 if c.isascii() else 1.0 for c in text)


def halves(title, wide, room, first):
    """Break a title in the middle when it is too wide."""
    middle = len(title) // 2
    return (title,) if wide(title) <= min(room, first) else (title[:middle], title[middle:])


def pages(*blocks, points=16.0, lines=PAGE):
    return list(set_pages(Paper("题", "", blocks, lines, points), width, halves))


def text_of(page):
    return "".join(each.text for each in page.words if not each.is_note)


def baselines(page):
    return sorted({round(each.y, 3) for each in page.words if not each.is_note})


def test_a_page_of_the_standard_has_22_lines_of_28_characters():
    form = form_of(Paper("", "", ()))
    made = pages(block("addressee", "字" * 28 * 30))
    first, second = made
    assert len(text_of(first)) == 22 * 28
    assert len(text_of(second)) == 8 * 28
    assert len(baselines(first)) == 22
    ends = [each.x for each in first.words if not each.is_note]
    assert min(ends) == 28
    assert max(ends) + form.cell == pytest.approx(28 + 156)
    assert 37 < min(baselines(first)) < max(baselines(first)) < 37 + 225
    assert form.is_standard


@pytest.mark.parametrize(("points", "columns", "lines"), [(18, 23, 22), (22, 19, 18), (28, 15, 14)])
def test_larger_type_has_fewer_characters_and_wider_margins(points, columns, lines):
    form = form_of(Paper("", "", (), points=points))
    assert (form.columns, form.lines) == (columns, lines)
    assert form.cell >= form.em
    assert form.pitch >= 1.55 * form.em
    assert not form.is_standard
    assert min(form.left, Form.width - form.left - form.measure) >= 30


def test_the_number_of_a_page_stands_outside_below_the_text():
    made = pages(block("body", "字" * 2000))
    odd, even = made[0].words[-1], made[1].words[-1]
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert odd.x > 105 > even.x > 28
    assert odd.y > 37 + 225 + 7
    assert odd.points == 14
    assert [page.number for page in made] == list(range(1, len(made) + 1))


def test_a_paragraph_is_indented_by_two_characters_and_a_heading_in_its_face():
    page = pages(
        block("heading1", "一、回顾"),
        block("heading2", "（一）稳"),
        block("body", Run("甲", "黑体"), "乙"),
    )[0]
    cell = form_of(Paper("", "", ())).cell
    assert page.words[0].x == pytest.approx(28 + 2 * cell)
    faces = {each.text: each.face for each in page.words}
    assert (faces["回"], faces["稳"], faces["甲"], faces["乙"]) == ("黑体", "楷体", "黑体", "宋体")


def test_no_heading_ends_a_page():
    for lines in range(18, 24):
        made = pages(*SHORT * lines, block("heading1", "标题"), block("body", "下文"))
        (page,) = [page for page in made if "标题" in text_of(page)]
        assert "下文" in text_of(page)


def test_no_line_of_a_paragraph_stands_alone_on_a_page():
    for lines in range(15, 23):
        made = pages(*SHORT * lines, block("body", "字" * 28 * 5 + "尾"))
        counts = [len({each.y for each in page.words if each.text in "字尾"}) for page in made]
        assert 1 not in counts


def test_what_must_stay_together_and_fills_more_than_a_page_is_parted_all_the_same():
    made = pages(*[block("heading1", "标题")] * 100)
    assert sum(text_of(page).count("标题") for page in made) == 100
    assert len(made) == 5


def test_the_label_stands_in_the_left_margin_and_is_read_first():
    page = pages(block("body", "字" * 60), points=22.0)[0]
    assert not any(each.text == "第12段" for each in page.words)
    labelled = set_pages(
        Paper("", "", (block_with("字" * 60, label="第12段"),), points=22.0), width, halves
    )
    label, first = next(labelled).words[:2]
    assert label.text == "第12段"
    assert label.is_note
    assert label.y == first.y
    assert 0 < label.x < label.x + width(label.text, "") * label.points * 0.353 < 30


@pytest.mark.parametrize("points", [18, 22, 28, 36])
def test_the_label_is_read_as_far_off_as_the_text_and_no_printer_cuts_it(points):
    for label, least in (("第5段", 0.6), ("第12段", 0.6 if points < 36 else 0.5), ("第188段", 0.4)):
        labelled = pages(block_with("字" * 60, label=label), points=float(points))[0]
        first = labelled.words[0]
        assert first.points >= least * points - 1e-9
        assert first.x >= 4 - 1e-9
        assert first.x + width(label, "") * first.points * MM == pytest.approx(27)
        plain = pages(block_with("字" * 60), points=float(points))[0]
        assert baselines(labelled) == baselines(plain)


def block_with(text, label="", marks=()):
    return Block("body", (Run(text),), label, marks)


def test_the_mark_of_a_page_stands_beside_its_line_and_its_place_is_ticked():
    marked = block_with("字" * 17 + "里" + "字" * 60, marks=((17, "原件约\n第3页"),))
    page = next(set_pages(Paper("", "", (marked,), points=22.0), width, halves))
    place = next(each for each in page.words if each.text == "里")
    notes = [each for each in page.words if each.is_note][:2]
    assert [note.text for note in notes] == ["原件约", "第3页"]
    assert notes[0].y < notes[1].y
    assert all(180 < note.x < 200 for note in notes)
    assert notes[0].y < place.y < notes[1].y + 5
    upright, foot = page.strokes
    assert upright.x1 == upright.x2 == pytest.approx(place.x)
    assert place.y < upright.y2 < place.y + 4
    assert foot.y1 == foot.y2 == upright.y2


@pytest.mark.parametrize(("position", "line"), [(0, 0), (1000, -1)])
def test_a_mark_at_the_very_beginning_or_end_has_its_line(position, line):
    marked = block_with("字" * 60, marks=((position, "第3页"),))
    page = next(set_pages(Paper("", "", (marked,)), width, halves))
    own = baselines(page)
    assert page.strokes[0].y1 == pytest.approx(own[line], abs=1)


def test_a_title_is_centred_and_broken_by_sense_only_while_it_is_one():
    page = pages(block("title", "关于北关区政府工作报告的若干意见和建议以及说明"))[0]
    lines = baselines(page)
    assert len(lines) == 2
    for y in lines:
        row = [each for each in page.words if round(each.y, 3) == y and not each.is_note]
        cell = form_of(Paper("", "", ())).cell * 22 / 16
        assert row[0].x - 28 == pytest.approx(28 + 156 - row[-1].x - cell)
        assert {each.points for each in row} == {22}
    endless = pages(block("title", "长" * 5000))
    assert sum(text_of(each).count("长") for each in endless) == 5000


def test_a_long_heading_is_broken_by_sense_and_only_its_first_line_is_indented():
    page = pages(block("heading1", "一、" + "标" * 30))[0]
    rows = [[w for w in page.words if round(w.y, 3) == y] for y in baselines(page)]
    assert [len(row) for row in rows] == [16, 16]
    cell = form_of(Paper("", "", ())).cell
    assert [row[0].x for row in rows] == pytest.approx([28 + 2 * cell, 28])


def test_a_line_in_the_middle_that_is_too_wide_is_broken_at_its_blanks():
    short, wide = (
        "秘书处 2026年",
        "安阳市北关区十一届人大六次会议秘书处办公室 2026年2月26日印发至各代表团",
    )
    (page,) = pages(block("imprint", short))
    assert len(baselines(page)) == 1
    page = pages(block("imprint", wide))[0]
    first, second = baselines(page)
    last = [each for each in page.words if round(each.y, 3) == first][-1]
    assert last.text == "室"
    assert second > first


def test_the_sheet_of_opinions_is_set_with_the_same_means():
    made = list(set_pages(opinions_paper(), width, halves))
    whole = "".join(map(text_of, made))
    assert whole == "".join("".join(line.split()) for line in opinions_paper().lines)
    assert sum(len(page.strokes) for page in made) == 2
    sign = next(each for page in made for each in page.words if each.text == "签")
    assert sign.x > 60


def test_cells_are_spread_and_those_that_are_too_wide_follow_one_another():
    page = pages(block("row", "左\t中\t右"), block("row", "单"))[0]
    left, middle, right, single = page.words[:4]
    cell = form_of(Paper("", "", ())).cell
    assert left.x == single.x == 28
    assert right.x + cell == pytest.approx(28 + 156)
    assert middle.x == pytest.approx((left.x + right.x) / 2)
    assert len(baselines(pages(block("row", "左" * 20 + "\t" + "右" * 20))[0])) == 2


def test_a_paper_without_words_is_one_page():
    (page,) = pages()
    assert [each.text for each in page.words] == ["— 1 —"]
    (page,) = pages(block_with("", label="第1段", marks=((0, "第2页"),)))
    assert [each.text for each in page.words] == ["第1段", "第2页", "— 1 —"]


def test_sixty_thousand_characters_in_one_paragraph_are_all_set():
    made = pages(block("body", "字" * 60_000), points=22.0)
    assert sum(len(text_of(page)) for page in made) == 60_000


@given(
    st.lists(st.tuples(st.sampled_from(ROLES), st.text("字，“a 1\t——", max_size=120)), max_size=12),
    st.sampled_from([16.0, 22.0, 36.0]),
)
def test_every_word_is_set_once_in_order_and_within_the_page(written, points):
    made = pages(*(block(role, text) for role, text in written), points=points)
    whole = "".join(map(text_of, made))
    assert whole == "".join("".join(text.split()) for _, text in written)
    for page in made:
        for each in page.words:
            assert 0 <= each.x < Form.width
            assert 0 < each.y < Form.height
