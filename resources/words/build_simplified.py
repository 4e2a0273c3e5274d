"""Make the table of traditional characters and their simplified forms from the Unihan database.

    python build_simplified.py Unihan_Variants.txt

Made from Unihan_Variants.txt of Unicode 15.0 (Debian package unicode-data 15.0.0). Each character
of `simplified.txt` in an even place is the simplified form of the one before it: of several the
first that GB 2312 has. None is itself a form of another.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def table(lines: list[str]) -> dict[str, str]:
    """Return simplified forms by traditional characters, in code point order."""
    found: dict[str, str] = {}
    for line in lines:
        if "\tkSimplifiedVariant\t" in line:
            code, _, value = line.split("\t")
            character = chr(int(code[2:], 16))
            forms = [chr(int(form[2:], 16)) for form in value.split()]
            known = [form for form in forms if form != character and is_common(form)]
            if known:
                found[character] = known[0]
    return {each: form for each, form in sorted(found.items()) if form not in found}


def is_common(character: str) -> bool:
    """Tell whether GB 2312 has a character."""
    return bool(character.encode("gb2312", "ignore"))


def main() -> None:
    """Write simplified.txt beside this file."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    row = "".join(each + form for each, form in table(lines).items())
    (HERE / "simplified.txt").write_text(row + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
