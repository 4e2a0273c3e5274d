"""Whatever a person corrects, in whatever order: nothing is lost, nothing changes its place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core import outline
from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import (
    Described,
    Discard,
    Level,
    Merge,
    NotWrong,
    PageStart,
    Recast,
    Restore,
    Split,
    Unrepair,
    parsed,
    spelt,
)
from beiguan_desktop.core.layout import Layout, Place
from beiguan_desktop.core.pagination import Pages
from tests.unit.reading_checks import assert_whole, read
from tests.unit.specimen import LINES, TEXT

KINDS = ("title", "meta", "salutation", "heading", "paragraph", "footer", "note")
WORDS = """
一、 （一） (二) 一是 各位代表！ 政府工作报告 。 , : \\r\\n &nbsp; ???? <U+00A0> PM_{2.5} ２０２６ 7
-3- 加强建设 扫一扫 𠮷 ( 安 ) <!--x-->
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\n\u200b\n", "\u3000", " "])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.sampled_from(LINES), max_size=12).map("\n\n- 7 -\n\n".join),
    st.just(TEXT),
)


@st.composite
def corrections(draw, reading, size):
    """Corrections that mostly name places where something is, sometimes places where nothing is."""
    begins = [unit.spans[0][0] for unit in reading.units] or [0]
    begin = st.sampled_from(begins)
    place = st.integers(0, size)
    spans = [(it.start, it.end) for it in reading.repairs] + list(reading.noise) or [(0, 1)]
    span = st.sampled_from(spans)
    some = st.tuples(place, st.integers(0, 30)).map(lambda it: (it[0], it[0] + it[1]))
    one = st.one_of(
        begin.map(Merge),
        st.one_of(place, begin).map(Split),
        st.builds(Level, begin, st.integers(0, 5)),
        st.builds(Recast, begin, st.sampled_from(KINDS)),
        begin.map(Discard),
        (span | some).map(lambda it: Restore(*it)),
        (span | some).map(lambda it: Unrepair(*it)),
        st.builds(PageStart, place, st.integers(0, 60)),
        span.map(lambda it: NotWrong(*it)),
        st.just(Described("title", "计划报告")),
    )
    return draw(st.lists(one, max_size=12))


@given(TEXTS, st.data())
@settings(max_examples=300)
def test_any_corrections_lose_nothing_and_keep_the_order(text, data):
    reading = read(text)
    given = data.draw(corrections(reading, len(text)))
    now, unfit = corrected(text, reading, given)
    assert_whole(text, now)
    assert set(unfit) <= set(given)
    assert parsed(spelt(given)) == tuple(given)
    Pages(now.units, now.marks).starts()
    assert all(mark.letter >= 0 for mark in now.marks)
    assert len({mark.letter for mark in now.marks}) == len(now.marks)
    for unit in now.units:
        assert unit.runin is None or unit.text.startswith(unit.runin.text)
        assert (unit.level > 0) == (unit.kind == "heading")
        assert unit.text.strip() or not unit.source_text.strip("?")


@given(TEXTS, st.data())
@settings(max_examples=100)
def test_corrections_one_by_one_are_corrections_all_at_once(text, data):
    reading = read(text)
    given = data.draw(corrections(reading, len(text)))
    step = reading
    for one in given:
        step, _ = corrected(text, step, [one])
    whole, _ = corrected(text, reading, given)
    assert (step.id, step.noise, step.repairs) == (whole.id, whole.noise, whole.repairs)
    assert [it.path for it in step.units] == [it.path for it in whole.units]


@given(TEXTS)
def test_without_corrections_a_reading_stays_as_it_is(text):
    reading = read(text)
    assert corrected(text, reading, []) == (reading, ())


@given(st.data())
@settings(max_examples=100)
def test_a_print_with_its_lines_generated_numbers_and_running_heads_is_corrected_without_loss(data):
    """As a PDF or a Word file tells them, beside one another."""
    lines = [line.replace("\n", "") for line in LINES[4:20]]
    text = "\n— 9 —\n".join(lines)
    starts = [text.index(line) for line in lines]
    layout = Layout(
        noise=tuple((text.index("—", at), text.index("—", at) + 5) for at in _gaps(text, lines)),
        joins=((starts[5], ""), (starts[9], " ")),
        generated=((starts[3], "（九）"), (starts[6], "（十）")),
        places=tuple(Place(at, 1 + n // 4, 1 + n % 4) for n, at in enumerate(starts)),
    )
    assert layout.fits(text)
    reading = outline.read(text, source="0" * 64, layout=layout)
    given = data.draw(corrections(reading, len(text)))
    now, _ = corrected(text, reading, given)
    assert_whole(text, now)
    Pages(now.units, now.marks).starts()


def _gaps(text, lines):
    ends, at = [], 0
    for line in lines[:-1]:
        at = text.index(line, at) + len(line)
        ends.append(at)
    return ends
