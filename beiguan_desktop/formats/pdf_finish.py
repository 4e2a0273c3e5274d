"""The last touches to a PDF file as Qt writes it.

Qt leaves characters beyond the first 65,536 (𠮷) without a name, so that they can be seen but
neither searched nor copied; it dates a file by the clock and numbers its objects by chance. All
is mended here, and the language is said; the same pages on the same day are the same bytes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from beiguan_desktop.core.errors import UserError

_ENTRY = re.compile(rb"^(\d{10}) (\d{5}) ([fn])", re.MULTILINE)
_INFO_DATE = re.compile(rb"(/(?:Creation|Mod)Date )\([^)]*\)")
_XMP_DATE = re.compile(rb'((?:Create|Modify|Metadata)Date=")[^"]*"')
_RANGE = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]{4})> (?=[<\[])", re.MULTILINE)
_REFERENCE = rb"\b(\d+) 0 R\b"
_OWN_NUMBER = re.compile(rb"\d+ 0 obj")
_STREAM = re.compile(rb"(?=\bstream\r?\n)")
_SUBSET = re.compile(rb"/FontName /[A-Z]{6}\+")  # its letters are the number of an object
_WIDTHS = re.compile(rb"/W \[(.*?\]?)\n\]", re.DOTALL)
_ALIKE = re.compile(rb"^\d+ (\d+) [\d.]+ *$", re.MULTILINE)
_EACH = re.compile(rb"(\d+) \[([\d. ]*)\]")


def finish(data: bytes, *, today: date, rare: Mapping[str, Sequence[str]]) -> bytes:
    """Return a PDF file with its date, its language and a name for every character.

    `rare` holds, by the name of a font file's face (NotoSerifSC-Regular), the characters beyond
    the first plane in the order in which they were first drawn. Raises UserError for bytes that
    are not such a file.
    """
    try:
        start = int(data.rpartition(b"startxref")[2].split()[0])
        table, trailer = data[start:].split(b"trailer", 1)
        head, objects = _objects(data[:start], table)
        catalogue = _numbers(rb"/Root (\d+) 0 R", trailer)[0]
    except (ValueError, IndexError):
        raise UserError("PDF 文件没有写好，没有存。请再试一次，或者存成 Word 文件。") from None
    made = {number: _dated(body, today) for number, body in objects.items()}
    made[catalogue] = made[catalogue].replace(b"<<\n", b"<<\n/Lang (zh-CN)\n", 1)
    for number, names in _unnamed(made, rare):
        made[number] = _with_names(made[number], names)
    return _joined(head, made, trailer.rpartition(b"startxref")[0])


def _objects(body: bytes, table: bytes) -> tuple[bytes, dict[int, bytes]]:
    """Return what stands before the first object, and the bytes of each by its number."""
    entries = enumerate(_ENTRY.findall(table))
    places = {number: int(place) for number, (place, _, state) in entries if state == b"n"}
    order = sorted(places, key=places.__getitem__)
    ends = [*(places[number] for number in order[1:]), len(body)]
    found = {number: body[places[number] : end] for number, end in zip(order, ends, strict=True)}
    return body[: places[order[0]]], found


def _dated(body: bytes, today: date) -> bytes:
    """Replace the hour by the day: as long as before, for a stream's length is written down."""
    day = today.isoformat().encode()
    compact = day.replace(b"-", b"")
    body = _INFO_DATE.sub(rb"\g<1>(D:" + compact + rb"000000Z)", body)
    return _XMP_DATE.sub(rb"\g<1>" + day + rb'T00:00:00+00:00"', body)


def _unnamed(
    objects: Mapping[int, bytes], rare: Mapping[str, Sequence[str]]
) -> Iterable[tuple[int, dict[int, str]]]:
    """Yield for each font the object of its names, and the names it lacks.

    A font numbers its glyphs as they are first drawn: the n-th without a name is the n-th rare
    character. Where the counts differ nothing is guessed.
    """
    for body in list(objects.values()):
        names, inner = _numbers(rb"/ToUnicode (\d+) 0 R", body), _numbers(rb"ts \[(\d+) 0 R", body)
        if not names or not inner:
            continue
        glyphs = _WIDTHS.search(objects[inner[0]])
        face = re.search(rb"/BaseFont /(?:[A-Z]{6}\+)?([\w-]+)", body)
        lacking = rare.get(face[1].decode(), ()) if face else ()
        if lacking:
            known = _named(objects[names[0]])
            # widths are left out where all are the same: then all glyphs are those that are told
            count = _count(glyphs[1]) if glyphs else len(known) + len(lacking)
            codes = [code for code in range(1, count) if code not in known]
            if len(codes) == len(lacking):
                yield names[0], dict(zip(codes, lacking, strict=True))


def _count(widths: bytes) -> int:
    """Return how many glyphs widths are told of: 「0 [1000 ] 1 16 1000 17 [558 549 ]」 are 19."""
    ends = [int(last) for last in _ALIKE.findall(widths)]
    ends += [int(first) + len(each.split()) - 1 for first, each in _EACH.findall(widths)]
    return max(ends) + 1


def _named(cmap: bytes) -> set[int]:
    pairs = ((int(low, 16), int(high, 16)) for low, high in _RANGE.findall(cmap))
    return {code for first, last in pairs for code in range(first, last + 1)}


def _with_names(body: bytes, names: Mapping[int, str]) -> bytes:
    lines = [f"<{code:04X}> <{c.encode('utf-16-be').hex().upper()}>" for code, c in names.items()]
    listed = "\n".join([f"{len(lines)} beginbfchar", *lines, "endbfchar", ""]).encode()
    length = _numbers(rb"/Length (\d+)", body)[0]
    longer = body.replace(b"endcmap", listed + b"endcmap", 1)
    return longer.replace(b"/Length %d" % length, b"/Length %d" % (length + len(listed)), 1)


def _joined(head: bytes, objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """Write objects one after another in the order in which they refer to one another."""
    numbers = _in_order(objects, trailer)
    places, parts, at = [], [head], len(head)
    for old in numbers:
        body = _renumbered(_SUBSET.sub(rb"/FontName /BGSYAA+", objects[old]), numbers)
        parts.append(_OWN_NUMBER.sub(b"%d 0 obj" % numbers[old], body, count=1))
        places.append(at)
        at += len(parts[-1])
    count = len(places) + 1
    rows = [b"0000000000 65535 f \n", *(b"%010d 00000 n \n" % place for place in places)]
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % count, _renumbered(trailer, numbers))
    ending = b"startxref\n%d\n%%%%EOF\n" % at
    return b"".join([*parts, b"xref\n0 %d\n" % count, *rows, b"trailer", trailer, ending])


def _in_order(objects: Mapping[int, bytes], trailer: bytes) -> dict[int, int]:
    """Number objects anew, from the trailer on, as they are first referred to."""
    numbers: dict[int, int] = {}
    waiting = _numbers(_REFERENCE, trailer)
    for old in waiting:  # grows while it is gone through
        if old not in numbers:
            numbers[old] = len(numbers) + 1
            waiting += _numbers(_REFERENCE, _STREAM.split(objects[old], maxsplit=1)[0])
    return numbers


def _renumbered(body: bytes, numbers: Mapping[int, int]) -> bytes:
    """Let references follow the new numbers; a stream's bytes only look like some."""
    described, *stream = _STREAM.split(body, maxsplit=1)
    new = re.sub(_REFERENCE, lambda found: b"%d 0 R" % numbers[int(found[1])], described)
    return b"".join((new, *stream))


def _numbers(pattern: bytes, body: bytes) -> list[int]:
    return [int(number) for number in re.findall(pattern, body)]
