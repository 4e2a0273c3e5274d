"""Positions in code points, as the program counts, and in UTF-16 units, as Qt does (𠮷 is two)."""


def to_units(text: str, position: int) -> int:
    """Return where code point `position` of a text begins in UTF-16 units."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def to_points(text: str, units: int) -> int:
    """Return the code point that holds UTF-16 unit `units`; the text's end is a position too.

    The middle of a pair belongs to the character the pair spells.
    """
    seen = 0
    for position, character in enumerate(text):
        seen += 2 if character > "\uffff" else 1
        if seen > units:
            return position
    return len(text)
