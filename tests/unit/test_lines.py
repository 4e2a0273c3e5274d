"""Cutting a source into lines."""

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.lines import cut, merged, split


def test_digits_latin_and_blanks_count_half():
    assert columns("政府 2026") == 2 + 5 / 2
    assert columns("“十四五”") == 5


def test_lines_are_trimmed_of_every_blank_and_of_residue_at_the_edges():
    text = "\u3000\u200b甲&nbsp;\r\n????乙 丙<U+00A0>\u00a0\n\n<!-- 丁 -->戊?\n己???"
    lines, noise = cut(text)
    assert [line.text for line in lines] == ["甲", "乙 丙", "戊?", "己"]
    assert [line.breaks for line in lines] == [0, 1, 3, 1]
    found = [text[a:b] for a, b in merged(noise, text)]
    assert found == ["&nbsp;\r\n????", "<U+00A0>\u00a0\n\n<!-- 丁 -->", "???"]


def test_residue_of_any_length_goes_off_the_edges():
    text = "甲" + "\ue004" * 9 + "&nbsp;" * 9 + "???" + "<U+00A0>" * 9
    assert [line.text for line in cut(text)[0]] == ["甲"]


def test_an_indent_and_a_page_of_the_print_are_seen():
    lines, _ = cut("\u3000\u3000甲\n\u200b\n乙\n\n\u200b\n丙")
    assert [line.is_indented for line in lines] == [True, False, False]
    assert [line.is_page_end for line in lines] == [False, True, False]
    assert [line.breaks for line in lines] == [0, 1, 3]


def test_noise_with_only_blanks_between_is_one_span():
    assert merged([(4, 6), (0, 3), (3, 3)], " ab \ncd") == ((1, 7 - 1),)
    assert merged([(0, 1), (2, 3)], "a b"[:3]) == ((0, 3),)
    assert merged([(0, 1), (2, 3)], "axb") == ((0, 1), (2, 3))


def test_tags_end_lines_and_signs_of_private_fonts_are_residue_at_the_edges():
    text = '<p class="a">甲&emsp;</p><div>乙<br/>\ue004丙\ue004</div>丁<5'
    lines, noise = cut(text)
    assert [line.text for line in lines] == ["甲", "乙", "丙", "丁<5"]
    solid = [text[a:b] for a, b in merged(noise, text)]
    assert "".join([*solid, "甲乙丙丁<5"]).count("\ue004") == 2


def test_a_line_is_split_without_blanks_and_empty_parts():
    line = cut("\u3000甲 乙  丙")[0][0]
    parts = split(line, [2, 3, 4, 5])
    assert [(part.start, part.end, part.text, part.breaks) for part in parts] == [
        (1, 2, "甲", 0),
        (3, 4, "乙", 2),
        (6, 7, "丙", 2),
    ]
    assert split(line, []) == [line]
