"""What is taken of a clipboard: words, as they are; and what is said of the rest."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from beiguan_desktop.core.text import LONGEST, seen

_LONGEST_MARKUP = 1_000_000
"""Characters of markup that are looked at; reading more would hold the window up."""
_PICTURES = ("<img", "<v:imagedata", "<svg")
_PICTURE = "图片放不进来，这里只能写字。请把图上的意思写出来。"
_ONLY_WORDS = "只放进了文字，图片没有放进来。"
_FILE = "文件放不进来。请打开它，复制里面的文字，再粘贴。"


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words to insert, and a sentence about what was left out; either may be empty."""

    words: str = ""
    told: str = ""


def taken(source: QMimeData, room: int) -> Pasted:
    """Return what of a clipboard goes into a box with room for so many characters.

    Too many words are not cut: none go in, and all of them stay where they were copied.
    """
    if source.hasUrls():
        return Pasted(told=_FILE)
    markup = source.html()[:_LONGEST_MARKUP] if source.hasHtml() else ""
    words = source.text() if source.hasText() else _bare(markup)
    has_picture = source.hasImage() if not words else _has_picture(markup)
    if len(words) > 4 * LONGEST:  # even to clean them takes too long
        return Pasted(told=_too_many(len(words), room))
    words, unseen = seen(words)
    if len(words) > room:
        return Pasted(told=_too_many(len(words), room))
    if has_picture or "\ufffc" in source.text():
        return Pasted(words, _ONLY_WORDS if words.strip() else _PICTURE)
    return Pasted(words, f"去掉了 {unseen} 个看不见的字符。" if unseen else "")


def _bare(markup: str) -> str:
    """Return the words of markup; nothing is loaded, for the fragment belongs to no document."""
    return QTextDocumentFragment.fromHtml(markup).toPlainText()


def _has_picture(markup: str) -> bool:
    lower = markup.lower()
    return any(sign in lower for sign in _PICTURES)


def _too_many(count: int, room: int) -> str:
    most = f"这里最多 {LONGEST} 个字" if room == LONGEST else f"这里还能放 {max(0, room)} 个字"
    return f"要粘贴的有 {count} 个字，{most}，没有粘贴。请分成几条来写，复制的文字还在。"
