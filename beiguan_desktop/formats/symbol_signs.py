"""Signs of the faces that hold signs instead of letters (Symbol, Wingdings), in Unicode.

Files name them by a code of that face, alone or in the private area from U+F000 on. Those of one
look share a sign; what is not known is shown as a dot.
"""

BULLET = "•"

_SYMBOL = {
    **{0xA3: "≤", 0xA8: "◆", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°"},
    **{0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: BULLET, 0xB8: "÷", 0xB9: "≠", 0xBB: "≈"},
    **{0xBC: "…", 0xD7: "·", 0x2A: "*", 0x2B: "+", 0x2D: "−", 0x25: "%", 0x2F: "/", 0x3D: "="},
    **{code: chr(code) for code in range(0x30, 0x3A)},
}
_WINGDINGS = {
    **{0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆"},
    **{0x74: "◆", 0x75: "◆", 0x76: "◆", 0x77: "◆", 0x9E: "·", 0x9F: BULLET, 0xA1: "○", 0xA2: "○"},
    **{0xA7: "■", 0xA8: "□", 0xAB: "★", 0xAF: "★", 0xB6: "☆", 0xD8: "→", 0xDF: "←", 0xE0: "→"},
    **{0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xEF: "←", 0xF0: "→", 0xF1: "↑", 0xF2: "↓", 0xF3: "↔"},
    **{0xFB: "✕", 0xFC: "✓", 0xFD: "☑", 0xFE: "☑"},
    **{0x81 + at: chr(0x2460 + at) for at in range(10)},
    **{0x8C + at: chr(0x2460 + at) for at in range(10)},
}
_FACES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000


def sign(character: str, face: str) -> str:
    """Return the sign that a character of a face looks like; a letter of another face as it is."""
    code = ord(character)
    signs = _FACES.get(face.strip().lower())
    is_private = _PRIVATE <= code < _PRIVATE + 0x100
    if signs is None and not is_private:
        return BULLET if 0xE000 <= code < 0xF900 else character
    if not is_private and code > 0xFF:
        return character
    return (_WINGDINGS if signs is None else signs).get(code & 0xFF, BULLET)
