"""How high rows are of which most have never been seen."""

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.row_heights import RowHeights


def test_a_height_that_is_known_moves_what_stands_below():
    rows = RowHeights()
    assert (len(rows), rows.total, rows.row_at(5)) == (0, 0, -1)
    rows.guess([10, 20, 30])
    assert not rows.is_known(1)
    assert rows.know(1, 25) == 5
    assert rows.is_known(1)
    assert rows.tops == [0, 10, 35, 65]
    assert rows.know(1, 25) == 0
    rows.forget(1)
    assert not rows.is_known(1)
    assert [rows.row_at(y) for y in (-3, 0, 9, 10, 34, 64, 900)] == [0, 0, 0, 1, 1, 2, 2]


@given(st.lists(st.integers(1, 90), min_size=1), st.data())
def test_every_pixel_belongs_to_the_row_that_covers_it(heights, data):
    rows = RowHeights()
    rows.guess([40] * len(heights))
    for row in data.draw(st.permutations(range(len(heights)))):
        rows.know(row, heights[row])
    y = data.draw(st.integers(0, sum(heights) - 1))
    row = rows.row_at(y)
    assert rows.tops[row] <= y < rows.tops[row + 1]
    assert rows.height(row) == heights[row]
