"""Fonts: every character the program shows has a glyph, and bold is a real bold."""

import re

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import fonts

SIGNS = "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹①⑳㈠✓−×—…＋□☑＿←↑→↓\u2060\u200b\u2009\u3000𠮷涇邨堃喆昇"
FACES = [(fonts.SERIF, False), (fonts.SERIF, True), (fonts.SANS, False), (fonts.SANS, True)]


HAN = re.compile("[\u2e80-\ud7ff\uff01-\uffee\U00020000-\U0003ffff]")
A_RANGE = re.compile(".-.")  # the ends of a pattern's range are no words


def characters_of_the_sources() -> set[str]:
    found: set[str] = set()
    for file in (paths.resources().parent / "beiguan_desktop").rglob("*.py"):
        found.update(HAN.findall(A_RANGE.sub("", file.read_text(encoding="utf-8"))))
    return found


def raw(family: str, bold: bool) -> QRawFont:
    fonts.load()
    font = QFont(family)
    font.setBold(bold)
    return QRawFont.fromFont(font)


@pytest.mark.parametrize(("family", "bold"), [*FACES, (fonts.KAI, False)])
def test_every_character_of_the_report_and_of_the_interface_has_a_glyph(qapp, family, bold):
    face = raw(family, bold)
    report = set(paths.shipped_report().read_text(encoding="utf-8-sig")) - set("\r\n")
    wanted = report | characters_of_the_sources() | set(SIGNS)
    assert face.familyName() == family
    assert sorted(c for c in wanted if not face.supportsCharacter(ord(c))) == []


@pytest.mark.parametrize(("family", "bold"), FACES)
def test_bold_is_a_real_bold(qapp, family, bold):
    assert raw(family, bold).weight() == (QFont.Weight.Bold if bold else QFont.Weight.Normal)


def test_loading_twice_registers_each_face_once(qapp):
    fonts.load()
    before = QFontDatabase.families()
    fonts.load()
    assert QFontDatabase.families() == before
    assert QFontInfo(QFont(fonts.KAI)).family() == fonts.KAI


@pytest.mark.parametrize("begin", [fonts.load_beside, lambda: None])
def test_a_missing_font_says_to_install_again(qapp, tmp_path, monkeypatch, begin):
    monkeypatch.setattr(fonts, "resources", lambda: tmp_path)
    fonts._missing.cache_clear()
    begin()
    with pytest.raises(UserError, match="程序文件不完整，请重新安装"):
        fonts.load()
    fonts._missing.cache_clear()


@pytest.mark.parametrize("name", ["NotoSerifSC", "NotoSansSC", "BeiguanKai"])
def test_each_family_lies_beside_its_licence(name):
    folder = paths.resources() / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / f"OFL-{name}.txt").read_text(encoding="utf-8")
    for file in folder.glob(f"{name}-*.ttf"):
        assert file.stat().st_size < 5_000_000
