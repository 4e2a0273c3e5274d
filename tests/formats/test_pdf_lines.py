"""Printed lines become a text that leaves nothing out, and notes on what the print says of it."""

import pytest

from beiguan_desktop.core.layout import Flow
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.formats.pdf_lines import INDENT, laid_out
from beiguan_desktop.formats.pdf_page import PrintedLine

SIZE, LEFT, WIDTH = 16.0, 80.0, 28
FULL = "现在我代表区人民政府向大会报告工作请予审议并请各位提出意见"[:WIDTH]


def line(text: str, row: int = 0, *, indent: float = 0, left: float | None = None) -> PrintedLine:
    """Print a text in a row of the page, 28 characters wide; Latin counts half."""
    start = LEFT + indent * SIZE if left is None else left
    width = sum(0.5 if c.isascii() else 1 for c in text.strip()) * SIZE
    top = 740 - 28 * row
    return PrintedLine(text, start, start + width, top, top - SIZE)


def page(*lines: str, number: int | None = None, first: int = 0) -> list[PrintedLine]:
    """Print lines one under another; one that begins with > is indented by two characters."""
    printed = [
        line(text.removeprefix(">"), first + row, indent=2 * text.startswith(">"))
        for row, text in enumerate(lines)
    ]
    return printed + ([line(f"— {number} —", 24, left=276)] if number else [])


def page_texts(pages) -> list[str]:
    """Return what flows on each page: heads gone, paragraphs joined."""
    text, layout = laid_out(pages)
    assert layout.fits(text)
    assert text.count("\f") == max(0, len(pages) - 1)
    words = sorted(word for page in pages for word in solid(*(line.text for line in page)))
    assert sorted(solid(text)) == words  # nothing is left out
    return Flow(text, layout).text.split("\f") if pages else []


def solid(*texts: str) -> list[str]:
    return [sign for text in texts for sign in text if sign not in BLANKS]


def places(pages) -> list[tuple[str, int, int]]:
    """Return how each printed line begins, its page and line."""
    text, layout = laid_out(pages)
    return [(text[at : at + 2].strip(), page, row) for at, page, row in layout.places]


def text(*lines: str) -> str:
    return page_texts([page(*lines)])[0]


def test_lines_are_joined_until_the_next_indent():
    short = FULL[2:]
    assert text(f">{short}", FULL, "完毕。", f">{short}", "又一段。") == (
        f"{INDENT}{short}{FULL}完毕。\n{INDENT}{short}又一段。"
    )


def test_a_line_that_ends_early_ends_its_paragraph_even_without_indents():
    assert text(FULL, "完。", FULL, "一、标题", FULL) == f"{FULL}完。\n{FULL}一、标题\n{FULL}"


def test_a_line_that_ends_a_little_early_goes_on_when_its_sentence_is_open():
    assert text(FULL, FULL[:24], "15.2%，增长", FULL) == f"{FULL}{FULL[:24]}15.2%，增长\n{FULL}"


def test_centred_lines_stand_alone_but_for_the_rest_of_one_that_was_full():
    rest = line("上", 2, left=LEFT + 13.5 * SIZE)
    lines = [line(FULL, 0), line(FULL, 1), rest, line("区长", 3, left=LEFT + 13 * SIZE)]
    assert page_texts([lines]) == [f"{FULL}{FULL}上\n区长"]
    beside = [line(FULL, 0), line(FULL, 1), line("旁", 2, left=LEFT + 20 * SIZE)]
    assert page_texts([beside]) == [f"{FULL}{FULL}\n旁"]


@pytest.mark.parametrize(
    ("one", "other", "between"),
    [
        ("增长 ", "15%", " "),
        ("增至", " 家", " "),
        ("the", "end", " "),
        ("第20", "26年", ""),
        ("工", "作", ""),
    ],
)
def test_blanks_at_a_line_end_are_kept_and_words_of_letters_parted(one, other, between):
    first = FULL[: WIDTH - 2] + one
    assert text(FULL, first, other).endswith(one.strip() + between + other.strip())


@pytest.mark.parametrize(
    "words", ["— 3 —", "3", "第3页", "第 3 页 共 24 页", "3/24", "－12－", "·5·"]
)
def test_page_numbers_go_from_head_and_foot(words):
    body = [line("正文。", 3), line("还有正文。", 4)]
    assert page_texts([[*body, line(words, 24, left=280)]]) == ["正文。\n还有正文。"]
    assert page_texts([[line(words, 0, left=280), *body]]) == ["正文。\n还有正文。"]


def test_a_number_among_the_words_and_a_year_that_is_long_stay():
    assert text("甲。", "12", "乙。") == "甲。\n12\n乙。"
    assert text("甲。", "12345") == "甲。\n12345"


def test_running_heads_go_when_they_stand_at_one_height_on_many_pages():
    pages = [
        [line("北关区人大文件", 0), *page(f"{c}段。", number=n, first=2)]
        for n, c in enumerate("甲乙丙", 1)
    ]
    assert page_texts(pages) == ["甲段。", "乙段。", "丙段。"]
    pages[2][0] = line("北关区人大文件", 6)
    assert page_texts(pages)[0] == "北关区人大文件\n甲段。"


def test_a_head_on_odd_pages_only_goes_as_well():
    pages = [page(f"甲{n}段写到这里。", number=n, first=2) for n in range(1, 9)]
    for one in pages[::2]:
        one.insert(0, line("政府工作报告", 0))
    assert not any("报告" in text for text in page_texts(pages))


def test_lines_that_jump_up_the_page_are_put_in_order_and_columns_are_not():
    jumbled = [line("二。", 1), line("一。", 0), line("三。", 2)]
    assert page_texts([jumbled]) == ["一。\n二。\n三。"]
    columns = [line("左一。", 0), line("左二。", 1), line("右一。", 0, left=400)]
    assert page_texts([columns])[0].split("\n")[:2] == ["左一。", "左二。"]
    assert page_texts([columns])[0].endswith("右一。")


def test_a_page_number_that_comes_first_in_the_file_does_not_stir_the_page():
    lines = [line("— 1 —", 24, left=280), line("一。", 5), line("二。", 6)]
    assert page_texts([lines]) == ["一。\n二。"]
    assert page_texts([[line("一。", 5), line("3", 2), line("二。", 6)]]) != [""]


def test_empty_pages_and_letters_without_a_place_do_no_harm():
    assert page_texts([]) == []
    assert page_texts([[], page("一。"), []]) == ["", "一。", ""]
    nowhere = PrintedLine("无处", 0, 0, 0, 0)
    assert page_texts([[nowhere, nowhere]]) == ["无处\n无处"]


def test_odd_and_even_pages_have_margins_of_their_own():
    odd = page(f">{FULL[2:]}", FULL, "完。", number=1)
    even = [line(f.text, row, left=f.left + 40) for row, f in enumerate(odd[:3])]
    first, second = page_texts([odd, even])
    assert first == second == f"{INDENT}{FULL[2:]}{FULL}完。"


def test_a_paragraph_goes_on_overleaf_when_its_first_line_there_has_no_indent():
    closed = FULL[:27] + "。"
    first = page("北关区", f">{FULL[2:]}", closed, number=1)
    second = page("北关区", FULL, "完。", f">{FULL[2:]}", "完。", number=2)
    third = page("北关区", f">{FULL[2:]}", "完。", number=3)
    whole = f"{INDENT}{FULL[2:]}{closed}{FULL}完。\n{INDENT}{FULL[2:]}完。"
    assert page_texts([first, second, third]) == [whole, f"{INDENT}{FULL[2:]}完。"]


def test_without_indents_a_sentence_that_ended_is_not_joined_overleaf():
    closed = FULL[:27] + "。"
    assert page_texts([page(FULL, closed), page(FULL, "完。")]) == [
        f"{FULL}{closed}",
        f"{FULL}完。",
    ]


def test_without_indents_a_label_begins_a_paragraph_once_the_sentence_before_has_ended():
    closed = FULL[:27] + "。"
    assert text(FULL, closed, "（二）乙。", FULL) == f"{FULL}{closed}\n（二）乙。\n{FULL}"
    assert text(FULL, closed, "各位代表！乙。", FULL).startswith(f"{FULL}{closed}\n各位")
    assert text(FULL, FULL, "一、乙。") == f"{FULL}{FULL}一、乙。"


def test_where_lines_are_stretched_a_closed_one_that_is_a_little_short_ends_a_paragraph():
    closed = FULL[:26] + "。"
    assert text(FULL, closed, FULL, FULL) == f"{FULL}{closed}\n{FULL}{FULL}"
    ragged = [FULL[:27], FULL[:28], FULL[:26], FULL[:27]]
    assert text(*ragged, closed, *ragged) == f"{''.join(ragged)}{closed}{''.join(ragged)}"


def test_the_address_begins_a_paragraph_even_below_a_full_line():
    assert text(FULL, "各位代表：", FULL) == f"{FULL}\n各位代表：\n{FULL}"


def test_without_indents_a_wide_gap_parts_paragraphs():
    closed = FULL[:27] + "。"
    lines = [line(FULL, row) for row in (0, 1, 2)] + [
        line(closed, 3),
        line(FULL, 5),
        line("完。", 6),
    ]
    assert page_texts([lines]) == [f"{FULL * 3}{closed}\n{FULL}完。"]


def test_pieces_of_one_line_are_put_together_and_cells_of_a_row_are_not():
    low = PrintedLine("₂.₅", LEFT + 2 * SIZE, LEFT + 3 * SIZE, 734, 722)
    lines = [line("臭氧"), low, line("浓度下降。", left=LEFT + 3 * SIZE), line("乙。", 1)]
    assert page_texts([lines]) == ["臭氧₂.₅浓度下降。\n乙。"]
    cells = [line("指标"), line("数值", left=LEFT + 10 * SIZE), line("下一行", 1)]
    assert page_texts([cells]) == ["指标\n数值\n下一行"]
    assert places([cells]) == [("指标", 1, 1), ("数值", 1, 1), ("下一", 1, 2)]


def test_printed_lines_are_counted_without_heads_and_numbers():
    pages = [page("北关区", f">{c}一。", f"{c}二。", number=n) for n, c in enumerate("甲乙丙", 1)]
    assert places(pages)[2:] == [("乙一", 2, 1), ("乙二", 2, 2), ("丙一", 3, 1), ("丙二", 3, 2)]


def test_pages_are_counted_as_the_print_numbers_them_when_it_does_so_throughout():
    cover = [line("封面", 9)]
    pages = [page(f"{c}段。", number=n) for n, c in enumerate("甲乙丙", 1)]
    assert [place[1] for place in places([cover, *pages])] == [1, 2, 3]
    assert [place[1] for place in places([*pages[1:], page("丁。", number=4)])] == [2, 3, 4]
    odd = [page("甲。", number=7), page("乙。", number=3), page("丙。", number=1)]
    assert [place[1] for place in places(odd)] == [1, 2, 3]
    assert [place[1] for place in places([page("甲。", number=7)])] == [1]
