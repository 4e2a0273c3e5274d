"""Signs of the faces that hold signs instead of letters (Symbol, Wingdings), in Unicode.

Files name them by a code of that face, alone or in the private area from U+F000 on. Those of one
look share a sign; what is not known is shown as a dot.
"""

BULLET = "•"


def _table(pairs: str) -> dict[int, str]:
    """Read a table: the code in hexadecimal figures, then the sign."""
    return {int(pair[:2], 16): pair[2:] for pair in pairs.split()}


_FACES = {
    "symbol": _table(
        "25% 2A* 2B+ 2D− 2F/ 300 311 322 333 344 355 366 377 388 399 3D= A3≤ A8◆ AB↔ AC← AD↑ AE→"
        " AF↓ B0° B1± B2″ B3≥ B4× B7• B8÷ B9≠ BB≈ BC… D7·"
    ),
    "wingdings": _table(
        "6C● 6D○ 6E■ 6F□ 70□ 71□ 72□ 73◆ 74◆ 75◆ 76◆ 77◆ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩"
        " 8C① 8D② 8E③ 8F④ 90⑤ 91⑥ 92⑦ 93⑧ 94⑨ 95⑩ 9E· 9F• A1○ A2○ A7■ A8□ AB★ AF★ B6☆ D8→ DF← E0→"
        " E1↑ E2↓ E8→ EF← F0→ F1↑ F2↓ F3↔ FB✕ FC✓ FD☑ FE☑"
    ),
}
_PRIVATE = range(0xE000, 0xF900)
_OF_FACES = range(0xF000, 0xF100)  # the part of it that such faces use


def sign(character: str, face: str) -> str:
    """Return the sign that a character of a face looks like; a letter of another face as it is."""
    code, name = ord(character), face.strip().lower()
    if code in _OF_FACES or (code <= 0xFF and name in _FACES):
        return _FACES.get(name, _FACES["wingdings"]).get(code & 0xFF, BULLET)
    return BULLET if code in _PRIVATE else character
