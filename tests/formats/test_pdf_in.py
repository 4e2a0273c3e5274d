"""The plain text of PDF files, page by page; what cannot be read is refused in words."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core import outline
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.layout import Flow
from beiguan_desktop.formats import pdf_in
from beiguan_desktop.formats.kinds import PDF
from tests.formats import hostile, made_files
from tests.formats.made_files import pdf, printed
from tests.unit.reading_checks import assert_whole


def refusal(data: bytes, **limits) -> str:
    with pytest.raises(UserError) as refused:
        pdf_in.read(data, **limits)
    assert "请" in str(refused.value)
    return str(refused.value)


def test_pages_are_read_in_order_with_their_numbers_as_noise():
    first = [("政府工作报告", 240, 750), ("各位代表：", 80, 700), ("　　现在报告工作。", 80, 670)]
    second = [("请予审议。", 80, 750), ("— 2 —", 280, 60)]
    read = pdf_in.read(pdf([printed([*first, ("— 1 —", 280, 60)]), printed(second)]))
    assert read.text == ("政府工作报告\n各位代表：\n　　现在报告工作。\n— 1 —\f请予审议。\n— 2 —")
    assert (read.media, read.pages) == (PDF, 2)
    assert [read.text[a:b] for a, b in read.layout.noise] == ["— 1 —", "— 2 —"]
    assert [place[1:] for place in read.layout.places] == [(1, 1), (1, 2), (1, 3), (2, 1)]
    assert read.layout.fits(read.text)


def test_a_page_that_stands_on_its_head_is_read_as_it_is_turned():
    full = "现在我代表区人民政府向大会报告工作请予审议并请各位提出"
    lines = [("　　" + full[2:], 80, 700), (full, 80, 672), ("完。", 80, 644)]
    turned = b"\n".join(
        b"BT /song 16 Tf -1 0 0 -1 %d %d Tm <%s> Tj ET"
        % (595 - left, 842 - up, text.encode("utf-16-be").hex().encode())
        for text, left, up in lines
    )
    for drawing in (printed(lines), turned):
        read = pdf_in.read(pdf([drawing]))
        assert Flow(read.text, read.layout).text == f"　　{full[2:]}{full}完。"


@pytest.mark.parametrize(
    ("quarter", "box"),
    [(0, (1, 2, 3, 5)), (1, (95, 1, 98, 3)), (2, (7, 95, 9, 98)), (3, (2, 7, 5, 9))],
)
def test_boxes_are_turned_until_lines_read_from_left_to_right(quarter, box):
    assert pdf_in._upright((1, 2, 3, 5), quarter, (10, 100)) == box


def test_hyphens_that_nobody_sees_are_gone():
    read = pdf_in.read(pdf([printed([("甲乙\u00ad丙。", 80, 700)])]))
    assert read.text == "甲乙丙。"


def test_rare_letters_are_whole():
    assert pdf_in.read(pdf([printed([("𠮷林𠮷", 80, 700)])])).text == "𠮷林𠮷"


def test_blanks_after_the_last_line_of_the_file_are_allowed():
    assert pdf_in.read(hostile.sound_pdf() + b"\n" + bytes(3000)).pages == 1


def test_pictures_without_text_are_a_scan_and_a_picture_among_pages_is_not():
    words = refusal(pdf([made_files.PICTURE] * 2))
    assert words.startswith("这是扫描件，没有文字，请先识别成文字")
    text = printed([("报告。", 80, 700)])
    assert pdf_in.read(pdf([text, made_files.PICTURE])).text == "报告。\f"
    assert "扫描件" in refusal(pdf([text, made_files.PICTURE, made_files.PICTURE]))


def test_a_stamp_on_every_picture_does_not_make_it_text():
    stamped = made_files.PICTURE + b"\n" + printed([("某某扫描", 80, 800)])
    assert "没有文字" in refusal(pdf([stamped] * 4))


def test_pages_and_characters_are_counted(monkeypatch):
    text = printed([("各位代表", 80, 700)])
    assert "有 3 页，超过了 2 页" in refusal(pdf([text] * 3), pages=2)
    monkeypatch.setattr(pdf_in, "LONGEST", 11)
    assert "200 万字" in refusal(pdf([text] * 3))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (hostile.encrypted_pdf, "密码"),
        (hostile.looped_tree, "坏了"),
        (lambda: pdf([b""]), "没有文字"),
        (lambda: hostile.sound_pdf()[:-10], "不完整"),
        (lambda: b"%PDF-1.7\n%%EOF", "坏了"),
        (lambda: made_files.pdf_objects({1: b"<< /Type /Catalog >>"}), "坏了"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(make, words):
    assert words in refusal(make())


def test_a_page_that_cannot_be_opened_is_broken():
    pages = b"<< /Type /Pages /Count 2 /Kids [3 0 R 9 0 R] >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page}
    assert "坏了" in refusal(made_files.pdf_objects(objects))


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_gives_text_or_a_sentence(data):
    sound = hostile.sound_pdf()
    at = data.draw(st.integers(0, len(sound) - 1))
    piece = data.draw(st.binary(max_size=12))
    with suppress(UserError):
        pdf_in.read(sound[:at] + piece + sound[at + len(piece) :])


def test_the_print_of_the_shipped_report_holds_the_letters_of_its_text(shared):
    text = (shared / "report" / "beiguan-2026.txt").read_text("utf-8")
    read = pdf_in.read((shared / "report" / "beiguan-2026.pdf").read_bytes())
    assert read.pages == read.text.count("\f") + 1 == 24
    one = outline.read(read.text, source="pdf", layout=read.layout)
    other = outline.read(text, source="txt")
    assert_whole(read.text, one)
    assert one.letters == other.letters
    assert [unit.text for unit in one.units] == [unit.text for unit in other.units]
    assert [unit.runin for unit in one.units] == [unit.runin for unit in other.units]


def test_the_scan_of_the_shipped_report_is_a_scan(shared):
    assert "扫描件" in refusal((shared / "report" / "beiguan-2026-scan.pdf").read_bytes())
