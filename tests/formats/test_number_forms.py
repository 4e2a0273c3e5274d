"""Numbers of lists are written as Word writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.formats.number_forms import FORMS, written


@pytest.mark.parametrize(
    ("form", "numbers", "want"),
    [
        ("decimal", (1, 10), "1 10"),
        ("decimalZero", (1, 10), "01 10"),
        ("001", (1, 10, 1000), "001 010 1000"),
        ("decimalFullWidth", (1, 20), "１ ２０"),
        ("decimalEnclosedCircle", (1, 20, 21, 0), "① ⑳ 21 0"),
        ("decimalEnclosedParen", (1, 20), "\u2474 \u2487"),
        ("decimalEnclosedFullstop", (1, 20), "\u2488 \u249b"),
        ("numberInDash", (1,), "- 1 -"),
        ("ordinal", (1, 2, 3, 4, 11, 12, 13, 21, 111), "1st 2nd 3rd 4th 11th 12th 13th 21st 111th"),
        ("hex", (10, 31), "A 1F"),
        ("upperRoman", (1, 4, 9, 14, 40, 90, 400, 1994, 0, 4000), None),
        ("lowerRoman", (3, 4000), "iii 4000"),
        ("upperLetter", (1, 26, 27, 53), "A Z AA AAA"),
        ("lowerLetter", (2, 28, 0, 781), "b bb 0 781"),
        ("chineseCounting", (1, 10, 11, 20, 21, 99, 100, 101), None),
        ("chineseCountingThousand", (1, 10, 12, 20, 99, 100, 101, 110, 111, 1001, 1010), None),
        ("chineseCountingThousand", (10_000, 100_010, 20_300, 0, 10**8), None),
        ("taiwaneseCountingThousand", (10_000,), "一\u842c"),
        (
            "japaneseCounting",
            (1, 10, 11, 100, 110, 101, 1000, 10_000),
            "一 十 十一 百 百十 百一 千 一万",
        ),
        ("chineseLegalSimplified", (1, 2, 3, 10, 110), "壹 贰 叁 壹拾 壹佰壹拾"),
        ("ideographDigital", (1, 10, 23), "一 一〇 二三"),
        ("taiwaneseDigital", (10,), "一○"),
        ("ideographEnclosedCircle", (1, 10, 11), "㈠ ㈩ 11"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (1, 12, 13), "子 亥 13"),
        ("ideographZodiacTraditional", (1, 11, 60, 61), "甲子 甲戌 癸亥 61"),
        ("thaiCounting", (1, 12), "1 12"),
    ],
)
def test_each_form_writes_small_and_large_numbers(form, numbers, want):
    more = {
        ("upperRoman", 10): "I IV IX XIV XL XC CD MCMXCIV 0 4000",
        ("chineseCounting", 8): "一 十 十一 二十 二十一 九十九 一○○ 一○一",
        ("chineseCountingThousand", 11): (
            "一 十 十二 二十 九十九 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十"
        ),
        ("chineseCountingThousand", 5): "一万 十万零一十 二万零三百 零 100000000",
    }
    got = " ".join(written(number, form) for number in numbers)
    assert got == (want or more[form, len(numbers)])


@given(st.integers(0, 10**9), st.sampled_from([*FORMS, "decimal", "0001", "?"]))
def test_every_number_is_written_in_few_signs(number, form):
    assert 0 < len(written(number, form)) <= 40
