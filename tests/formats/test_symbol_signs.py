"""Signs of Symbol and Wingdings are shown by signs that every face has."""

import pytest

from beiguan_desktop.formats.symbol_signs import sign


@pytest.mark.parametrize(
    ("character", "face", "want"),
    [
        ("\uf06c", "Wingdings", "●"),
        ("l", "Wingdings", "●"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0b7", "", "•"),
        ("\uf0d8", "宋体", "→"),
        ("1", " symbol ", "1"),
        ("\uf021", "Wingdings", "•"),
        ("一", "Wingdings", "一"),
        ("—", "", "—"),
        ("l", "Arial", "l"),
        ("\ue123", "Wingdings", "•"),
    ],
)
def test_a_sign_is_one_that_looks_like_it(character, face, want):
    assert sign(character, face) == want
