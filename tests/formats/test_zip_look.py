"""A zip is looked through before it is parsed, and nothing it says of itself is believed."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.zip_look import BROKEN, Bounds, look
from tests.formats import hostile
from tests.formats.made_files import docx, packed, paragraph

SMALL = Bounds(parts=4, part=3_000_000, whole=4_000_000)
MB = bytes(1024 * 1024)


def refusal(data: bytes, bounds: Bounds = SMALL) -> str:
    with pytest.raises(UserError) as refused:
        look(data, bounds)
    assert "请" in str(refused.value)
    return str(refused.value)


def test_a_sound_zip_gives_its_parts_piece_by_piece():
    text = "报告" * 100_000
    parts = look(packed({"a.xml": text, "图/": "", "b.bin": MB}))
    assert "a.xml" in parts
    assert "图/" not in parts
    assert b"".join(parts.pieces("a.xml")).decode() == text
    assert max(map(len, parts.pieces("b.bin"))) <= 64 * 1024


def test_what_is_only_stored_is_read_as_well():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.xml", "报告" * 20_000)
    parts = look(stream.getvalue())
    assert b"".join(parts.pieces("a.xml")).decode() == "报告" * 20_000


def test_parts_and_bytes_are_counted():
    assert "3 MB" not in refusal(packed({"a": MB * 4}))
    assert "超过了 2 MB" in refusal(packed({"a": MB * 4}))
    assert "超过了 3 MB" in refusal(packed({"a": MB * 2, "b": MB * 2}))
    assert "4 个部件" in refusal(packed({str(n): b"" for n in range(5)}))


def change(field: int, value: int):
    """Return a zip whose directory says something else of its part."""

    def lie(fields: list[int]) -> None:
        fields[field] = value

    return hostile.with_entry(docx(paragraph("报告")), "word/document.xml", lie)


@pytest.mark.parametrize(
    "data",
    [
        change(hostile.SIZE, 3),
        change(hostile.SIZE, 3_000_000_000),
        change(hostile.CRC, 5),
        change(hostile.PACKED, 3),
        change(hostile.PACKED, 4_000_000_000),
        change(hostile.METHOD, zipfile.ZIP_STORED),
        change(hostile.METHOD, zipfile.ZIP_LZMA),
        change(hostile.METHOD, 99),
        change(hostile.HEADER, 7),
        change(hostile.HEADER, 4_000_000),
        b"PK\x03\x04" + bytes(99),
        docx(paragraph("报告"))[:-30],
    ],
)
def test_a_zip_that_is_not_what_it_says_is_broken(data):
    assert "坏了" in refusal(data)


def test_packed_bytes_that_are_none_are_broken():
    data = docx(paragraph("报告"))
    at = data.index(b"word/document.xml") + len("word/document.xml")
    assert "坏了" in refusal(data[:at] + b"\xff" * 20 + data[at + 20 :])


def test_two_parts_of_one_name_are_broken():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.xml", "<b/>")
    assert "坏了" in refusal(stream.getvalue())


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "C:/a", "a\\..\\b"])
def test_names_that_lead_elsewhere_are_refused(name):
    assert "指向别处" in refusal(packed({name: b""}))


def test_a_locked_part_and_macros_are_refused():
    assert "密码" in refusal(hostile.locked_zip())
    assert "宏" in refusal(packed({"word/VBAproject.bin": b""}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [0, 65_530])
@pytest.mark.parametrize("marker", ["<!DOCTYPE a>", "<!ENTITY a 'b'>"])
def test_declarations_are_found_in_every_encoding_and_over_the_edge_of_a_piece(
    encoding, before, marker
):
    part = " " * (before // len(" ".encode(encoding))) + marker
    assert "DOCTYPE" in refusal(packed({"docProps/app.xml": part.encode(encoding)}))
    look(packed({"word/media/a.svg": part.encode(encoding)}))  # never parsed


def test_a_part_without_a_name_is_damage():
    sound = docx(paragraph("报告"))
    at = sound.rindex(b"PK\x01\x02") + 46  # where the last part's name stands in the list
    assert refusal(sound[:at] + b"\0" + sound[at + 1 :]) == BROKEN


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_zip_is_read_or_refused(data):
    sound = docx(paragraph("报告"))
    at = data.draw(st.integers(0, len(sound) - 1))
    piece = data.draw(st.binary(max_size=9))
    try:
        parts = look(sound[:at] + piece + sound[at + len(piece) :])
        for name in parts.infos:
            b"".join(parts.pieces(name))
    except UserError:
        pass
