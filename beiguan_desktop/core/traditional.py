"""Whether a text is set in traditional characters, which no rule here makes simplified ones."""

_TRADITIONAL = frozenset(
    "\u570b\u6703\u767c\u7d93\u6fdf\u696d\u5831\u52d9\u5be6\u73fe\u9032\u8fb2\u9ad4\u5c0d"
    "\u5b78\u95dc\u958b\u6a5f\u8a2d\u70ba\u7522\u52d5\u9577\u9ede\u7e3d\u8207\u5f9e\u9054"
    "\u9805\u584a\u8cc7\u8cc0\u8ca1\u7a05\u6a19\u6e96\u7a69\u8b70\u9078\u554f\u984c\u69cb"
    "\u9818\u5c0e\u7d44\u7e54\u9593\u9580\u6771\u8eca\u98a8\u7db2\u7d71\u8a08"
)
"""Characters that reports use on every page and that simplified texts write otherwise."""
_LEAST, _SHARE = 5, 0.03


def is_traditional(text: str) -> bool:
    """Tell whether so many characters are traditional ones that a quotation does not explain it."""
    found = sum(character in _TRADITIONAL for character in text)
    return found >= _LEAST and found >= _SHARE * len(text)
