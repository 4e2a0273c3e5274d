"""Looking for words, against the definition of a hit tried at every place of small texts."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beiguan_desktop.core.finding import Initials, Query, Searchable, Span, around
from beiguan_desktop.core.folding import Folded
from beiguan_desktop.services.searching import initials

FEW = Initials("cz 重长\nh 湖\nhx 行\nj 教加\ny 育\nx 现\nq 庆\ns 实试事\n")
LETTERS = "教育现加重庆长行试实验室事十四五，。 “”（）3.5,、-—㎡㎜２Ａａjyx%𠮷"


def found(text, typed):
    """Return what is found of a text of one piece, as its own words."""
    return [text[span.start : span.end] for span in Searchable([text]).find(Query(typed)).spans()]


def similar(text, typed, table=FEW):
    there = Searchable([text])
    query = Query(typed)
    hits = there.find_similar(query, there.find(query), table)
    return hits.likeness, [text[span.start : span.end] for span in hits.spans()]


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("新增学位3000个，学位", "学位", ["学位", "学位"]),
        ("优化 公共，服务", "化公共服", ["化 公共，服"]),
        ("“十四五”时期", "十四五时期", ["十四五”时期"]),
        ("十四五时期", "“十四五”时期", ["十四五时期"]),
        ("ＧＤＰ增长", "gdp", ["ＧＤＰ"]),
        ("城区建成", "区", ["区"]),
        ("在𠮷野家", "𠮷", ["𠮷"]),
        ("PM₂.₅下降", "pm2.5", ["PM₂.₅"]),
        ("建成3,000个，投资1，200元", "3000", ["3,000"]),
        ("改改改改改", "改改", ["改改", "改改"]),
        ("12+2+N", "12+2+n", ["12+2+N"]),
        ("增长24.3%", "24.3％", ["24.3%"]),
        ("增长24.3%，", "增长24.", ["增长24"]),
        ("面积5㎡", "m2", ["㎡"]),
        ("面积5㎜", "m", ["㎜"]),
        ("㎜㎜米", "m", ["㎜", "㎜"]),
    ],
)
def test_blanks_marks_width_and_case_make_no_difference(text, typed, hits):
    assert found(text, typed) == hits


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("增长24.3%", "243"),
        ("1—2月", "12月"),
        ("第3、5条", "35"),
        ("8：30开始", "830"),
        ("学位", "学习"),
        ("没有", ""),
        ("没 有", "  "),
        ("没有", "\n"),
    ],
)
def test_what_is_another_figure_or_nothing_is_not_found(text, typed):
    assert found(text, typed) == []


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("甲（乙）丙(丁)", "(", ["（", "("]),
        ("“一”“二", "“", ["“", "”", "“"]),
        ("好。好。", "。", ["。", "。"]),
        ("一——二", "——", ["——"]),
        ("a.*b", ".*", [".*"]),
        ("一\n。二", "\n。", ["。"]),
        ("甲", "。", []),
    ],
)
def test_marks_alone_are_looked_for_as_they_are(text, typed, hits):
    assert found(text, typed) == hits


def test_a_sign_that_is_part_of_figures_is_found_everywhere():
    assert found("24.3%，5％", "%") == ["%", "％"]


def test_no_hit_runs_from_one_piece_into_the_next():
    text = Searchable(["优化公共", "服务", "", "公共服务"])
    assert text.find(Query("公共服务")).spans() == [Span(3, 0, 4)]
    assert text.find(Query("服务")).spans() == [Span(1, 0, 2), Span(3, 2, 4)]
    assert Searchable([]).find(Query("服务")).spans() == []


def test_the_first_hit_from_a_place_on_is_told_and_after_the_last_the_first():
    hits = Searchable(["一学位，二", "三学位"]).find(Query("学位"))
    assert [hits.first_from(*place) for place in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2))] == [
        0,
        0,
        1,
        1,
        0,
    ]


def test_a_text_can_be_folded_before_it_is_searched():
    text = Searchable(["学位"])
    text.prepare()
    assert [span.begin for span in text.find(Query("学位")).spans()] == [(0, 0)]


@pytest.mark.parametrize(
    ("typed", "is_any"), [("学", True), ("%", True), ("。", True), (" ", False)]
)
def test_blanks_alone_look_for_nothing(typed, is_any):
    assert bool(Query(typed)) == is_any


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("学位", 0, 2, ("", "学位", "")),
        ("新增 学位 200 个", 3, 5, ("新增", "学位", "200个")),
        ("一二三四五六学 位七八九十，后面", 6, 9, ("…三四五六", "学位", "七八九十…")),
        ("用 GDP growth 计", 2, 5, ("用", "GDP", "growth计")),
        ("前\n学位\n后", 2, 4, ("前", "学位", "后")),
    ],
)
def test_words_around_a_hit_stand_on_one_line(text, start, end, words):
    assert around(text, Span(0, start, end), before=4, after=4 if "…" in words[2] else 40) == words


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("教育现 加强", "jyxj", ["教育现 加"]),
        ("教育，现加强", "jyxj", []),
        ("“教育”现加", "yx", []),
        ("“教育”现加", "jy", ["教育"]),
        ("3,000教育3.5", "000jy", ["000教育"]),
        ("3,000教育3.5", "3000jy", ["3,000教育"]),
        ("重庆和长行", "zq", ["重庆"]),
        ("重庆和长行", "cq", ["重庆"]),
        ("重庆和长行", "ZH", ["长行"]),
        ("教教教", "jj", ["教教"]),
        ("5教育，J育", "5jy", ["5教育"]),
        ("jy和J育", "jy", ["J育"]),
        ("教育", "j", []),
        ("教育", "j育", []),
        ("教育", "12", []),
        ("鿿教", "jj", []),
    ],
)
def test_letters_spell_words_by_any_reading(text, typed, hits):
    likeness, words = similar(text, typed)
    assert words == hits
    assert likeness == ("sound" if hits or Query(typed).is_initials else "exact")


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("实验室，试验室，实 验室", "试验室", ["实验室", "实 验室"]),
        ("十五五和十三五", "十四五", ["十五五", "十三五"]),
        ("验室，实验", "试验室", []),
        ("3验室，x验室", "试验室", []),
        ("实验室", "试验", []),
        ("实验实验室", "试验室", ["实验室"]),
        ("十五五五", "十四五", ["十五五"]),
        ("试验试验室", "试验室", []),
        ("试实室", "试验事", []),
    ],
)
def test_one_wrong_character_is_forgiven(text, typed, hits):
    assert similar(text, typed)[1] == hits


def test_what_is_similar_does_not_run_over_the_end_of_a_piece():
    text = Searchable(["实验", "室", "验室"])
    query = Query("试验室")
    assert text.find_similar(query, text.find(query), FEW).spans() == []


def test_another_table_of_initials_is_taken_up():
    text, query = Searchable(["教育"]), Query("ab")
    exact = text.find(query)
    assert len(text.find_similar(query, exact, FEW)) == 0
    table = Initials("a 教\nb 育")
    assert len(text.find_similar(query, exact, table)) == 1
    assert len(text.find_similar(query, exact, table)) == 1


@pytest.mark.parametrize(
    "typed", ["%", "(", "[", "\\", "", " ", "?" * 99, "𠮷", "\ud800", "a" * 999]
)
def test_nothing_that_can_be_typed_is_an_error(typed):
    text = Searchable(["甲（乙）", "", "%"])
    query = Query(typed)
    text.find_similar(query, text.find(query), FEW).spans()


def test_the_shipped_table_knows_every_reading_of_today():
    table = initials()
    for words, typed in (
        ("教育现代化", "jyxdh"),
        ("重庆", "cq"),
        ("重点", "zd"),
        ("银行", "yh"),
        ("行动", "xd"),
        ("校长", "xz"),
        ("长治", "cz"),
        ("柏庄", "bz"),
        ("女", "n"),
    ):
        assert table.pattern(typed).match(table.spell(words)), words


# -- the definition, tried at every place


def counts(text):
    """Return what counts of a text as pairs of character and code point, slowly."""
    digits = "0123456789０１２３４５６７８９₀₁₂₃₄₅₆₇₈₉"
    signs = {"．": ".", "：": ":", "，": ",", "—": "-", "－": "-", "·": "、"}
    pairs = []
    for at, c in enumerate(text):
        around = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        is_inside = all(side and side in digits for side in around)
        run = 0
        while at + 1 + run < len(text) and text[at + 1 + run] in digits:
            run += 1
        if is_inside and c in ",，" and run == 3:
            continue
        if is_inside and c in ".．-—－:：,，、·/;":
            pairs.append((signs.get(c, c), at))
            continue
        for f in unicodedata.normalize("NFKC", c).casefold():
            kind = unicodedata.category(f)
            if kind[0] in "LN" or (kind[0] == "S" and kind != "Sk") or f in "%‰":
                pairs.append((f, at))
    return pairs


def windows(text, size):
    pairs = counts(text)
    for low in range(len(pairs) - size + 1):
        part = pairs[low : low + size]
        yield low, "".join(c for c, _ in part), (part[0][1], part[-1][1] + 1)


def defined(text, words):
    """Return exact hits from left to right, apart from each other in the text."""
    hits, free, end = [], 0, 0
    for low, window, span in windows(text, len(words)):
        if window == words and low >= free:
            free = low + len(words)
            if span[0] >= end:
                hits.append((low, span))
                end = span[1]
    return hits


def defined_similar(text, words, is_like):
    taken = [low for low, _ in defined(text, words)]
    hits, free = [], 0
    for low, window, span in windows(text, len(words)):
        is_apart = all(abs(low - other) >= len(words) for other in taken)
        if is_like(window, text[slice(*span)]) and low >= free and is_apart:
            hits.append(span)
            free = low + len(words)
    return hits


@given(
    st.lists(st.text(LETTERS, max_size=12), max_size=4), st.text(LETTERS, min_size=1, max_size=4)
)
@example(["㎜㎜"], "㎜")
@example(["3.5", "3.，5"], "3.5")
@example(["1,000", "1,0000", "1,00"], "1000")
def test_every_hit_is_found_and_nothing_else(pieces, typed):
    query = Query(typed)
    if query.is_literal:
        return
    expected = [
        (at, *span) for at, piece in enumerate(pieces) for _, span in defined(piece, query.words)
    ]
    spans = Searchable(pieces).find(query).spans()
    assert [(span.piece, span.start, span.end) for span in spans] == expected


READINGS = {
    "重": "cz",
    "长": "cz",
    "行": "hx",
    "教": "j",
    "加": "j",
    "育": "y",
    "现": "x",
    "庆": "q",
}


@given(st.text("教育现加重庆长行jy，5", max_size=14), st.text("jyxczqh5", min_size=1, max_size=3))
def test_initials_find_every_run_they_spell(text, typed):
    query = Query(typed)
    if not query.is_initials:
        return

    def is_like(window, written):
        pairs = zip(window, query.words, strict=True)
        return "，" not in written and all(q == c or q in READINGS.get(c, "") for c, q in pairs)

    assert_similar(text, query, is_like)


@given(st.text("试实验室事，3", max_size=14), st.text("试实验室事3", min_size=3, max_size=5))
def test_one_letter_off_finds_every_run_that_is_so(text, typed):
    query = Query(typed)
    if not query.may_be_off:
        return

    def is_like(window, _written):
        other = [pair for pair in zip(window, query.words, strict=True) if pair[0] != pair[1]]
        return len(other) == 1 and "3" not in other[0]

    assert_similar(text, query, is_like)


def assert_similar(text, query, is_like):
    there = Searchable([text])
    hits = there.find_similar(query, there.find(query), FEW)
    expected = defined_similar(text, query.words, is_like)
    assert [(span.start, span.end) for span in hits.spans()] == expected


@given(st.lists(st.text(LETTERS, max_size=9), min_size=1, max_size=3))
def test_each_place_of_a_folded_text_leads_back(pieces):
    folded = Folded(pieces)
    for at, character in enumerate(folded.text):
        if character != "\n":
            piece, start, end = folded.span(at, 1)
            assert end == start + 1
            assert folded.place(piece, start) <= at
