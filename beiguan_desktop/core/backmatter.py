"""What stands after the report's last words: imprint, annex, glossary – and residue."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_closed, label
from beiguan_desktop.core.lines import Line
from beiguan_desktop.core.report import Kind

_IMPRINT = re.compile(
    r".{0,40}(?:秘书处|办公室|办公厅).{0,24}印发?|[（(]?共印[ 0-9０-９]+份[)）]?|.{0,30}日印发?"
)
_ANNEX = re.compile(
    r"(?:附件?|附录|附表|附注|注释|注解|注|尾注|脚注)[0-9０-９一二三四五六]{0,2}[：:]?.{0,30}"
    r"|(?:《?(?:政府工作)?报告》?)?.{0,16}(?:名词|用语|词语|缩略语|专业术语|术语|词汇).{0,4}(?:解释|注释|说明|释义)[：:]?"
    r"|相关(?:名词|用语).{0,6}"
)
_RESIDUE = re.compile(
    r"ICP|公网安备|责任编辑|扫一扫|版权所有|网站标识码|[Pp]ublic ?domain|百度|数据网|我要纠错"
    r"|网络编辑|本作品|维基文库|著作权法|E-mail|\{display|打印本页|^false$|^首页$|^主办|^承办|^当前位置"
    r"|^标签云|^[【\[（]?(?:打印|关闭|字[体号]|分享)|^来源[：:]|^发布(?:时间|日期)|^阅读|^评论|^附件下载"
    r"|^相关(?:报道|链接|阅读|文章|新闻)|^[上下]一[篇条页]|^编辑[：:]|^记者|^浏览次数|^点击"
)
_BARE_NUMBER = re.compile("[0-9０-９]{1,3}")
_PAGE_NUMBER = re.compile(
    r"[-—–－·][-—–－·. ]*[0-9０-９]{1,3}[-—–－·. ]*|第[ ]*[0-9]{1,3}[ ]*页.{0,8}"
)
_LICENCE = re.compile(
    "本作品(?:是|在)|^标签云|^冀?ICP|^(?:当前位置|相关报道|相关链接|相关文章|上一篇|下一篇)[：:]?"
)
_PERORATION = re.compile("奋斗|贡献|篇章|前进|努力|胜利|辉煌|答卷|力量|局面|明天|未来|献礼")
_ITEM = re.compile(
    r"[\[［【〔(（①-⑳]?[0-9０-９]{0,2}[\]］】〕)）．.、]?[ \u3000]*[^。！？]{1,40}[：:—]"
)


_SENTENCE = re.compile("[。！？!?；;][”’」』）)】]*$")
_ANNEX_HEAD = re.compile("附件?[0-9０-９一二三]{0,2}(?:[：:]|$)")
_NOTICE = re.compile("免责声明|未经许可|本站|侵权")
_GLOSSARY = re.compile("名词|解释|注释|释义|用语|^附|^注[：:]?$")
_ITEM_START = re.compile(r"[\[［【〔①-⑳＠※*]|[^。！？]{1,40}(?:[：:—]|是)[^。]{0,8}指")
_SIGNATURE = re.compile(
    r"[^，。；：、]{0,24}(?:政府|委员?会|办公室|办公厅|秘书处|局|厅|院|常委会|管委会)"
    r"|[（(]?[0-9０-９〇○零一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,3}月"
    r"(?:[0-9０-９一二三四五六七八九十]{1,3}日)?[)）]?"
)
_COPY = 160
"""Columns that lines of the body must hold before their repetition is a copy of it."""

_TAIL_LENGTH = 4
"""Lines after the last sentence, at most, in a file without a web page round it."""


def is_residue(text: str) -> bool:
    """Tell whether a short line is a web page's furniture."""
    return columns(text) <= 60 and bool(_RESIDUE.search(text.replace(" ", "")))


def strays(lines: Sequence[Line]) -> set[int]:
    """Find page numbers and watermarks in the flow of the report.

    A bare number is a page number only as one of a row: it may be a torn year.
    """
    bare = [i for i, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.text)]
    numbers = [int(lines[i].text) for i in bare]
    is_row = len(bare) >= 3 and all(0 < b - a <= 3 for a, b in pairwise(numbers))
    row = set(bare) if is_row else set()
    return row | {
        i
        for i, line in enumerate(lines)
        if _PAGE_NUMBER.fullmatch(line.text) or _is_watermark(line.text)
    }


def _is_watermark(text: str) -> bool:
    return is_residue(text) and columns(text) <= 40 and not is_closed(text) and not label(text)


def copy_start(lines: Sequence[Line]) -> int:
    """Find where a second copy of the body begins, len(lines) if there is none.

    Three different long lines in a row that were there before are a copy, if they hold a good
    piece of text; the short lines above them (its title, its salutation) belong to it.
    """
    seen: set[str] = set()
    run: set[str] = set()
    before, start = 0, len(lines)
    for index, line in enumerate(lines):
        if columns(line.text) < 40:
            continue
        if line.text in seen:
            start = start if run else before
            run.add(line.text)
            if len(run) >= 3 and sum(map(columns, run)) >= _COPY:
                return start
        else:
            run = set()
            seen.add(line.text)
            before = index + 1
    return len(lines)


def body_end(lines: Sequence[Line]) -> int:
    """Find the line after the report's last words (end exclusive).

    The peroration is the last long line that ends so; what follows is annex and residue, but
    for sentences that go on at once. Without one everything up to the last closed line is body.
    """
    end = _with_sentences(lines, _last_words(lines))
    return end if _foreign(lines[end:]) else _with_open_lines(lines, end)


def _foreign(lines: Sequence[Line]) -> bool:
    """Tell whether lines after the body cannot be the report's own words left open."""
    return len(lines) > _TAIL_LENGTH or any(_is_stop(line.text) for line in lines)


def _is_stop(text: str) -> bool:
    is_back = _NOTICE.search(text) or _IMPRINT.fullmatch(text) or _LICENCE.match(text)
    is_annex = _ANNEX.fullmatch(text) and not _SENTENCE.search(text)
    is_glossary = _GLOSSARY.search(text) and not is_closed(text)
    is_note = is_annex or is_glossary or _ITEM_START.match(text)
    return bool(is_residue(text) or is_back or is_note)


def _with_sentences(lines: Sequence[Line], end: int) -> int:
    """Move the end of the body over sentences that follow it, with the headings above them."""
    loose = 0
    for index in range(end, len(lines)):
        text = lines[index].text
        if _is_stop(text):
            break
        loose = 0 if label(text) or columns(text) > 20 else loose + 1
        if _SENTENCE.search(text):
            end, loose = index + 1, 0
        if loose > 1:
            break
    return end


def _with_open_lines(lines: Sequence[Line], end: int) -> int:
    """Move the end of the body over last lines without a closing mark; a signature is none."""
    for index in range(end, len(lines)):
        if not _SIGNATURE.fullmatch(lines[index].text):
            end = index + 1
    return end


def _last_words(lines: Sequence[Line]) -> int:
    """Find the line after the peroration, or after the last closed line of some length."""
    licence = next(
        (i for i, line in enumerate(lines) if i and _LICENCE.match(line.text)), len(lines)
    )
    first = next((i for i, line in enumerate(lines) if _chapter(line.text) == 1), 0)
    chapter = 0
    for index in range(licence - 1, -1, -1):
        text = lines[index].text
        chapter = _chapter(text) or chapter
        words = _with_torn_start(lines, index)
        is_end = not chapter or (chapter == 1 and index > first)
        if is_end and _PERORATION.search(words[-60:]) and _is_last_word(words):
            return index + 1
    for index in range(licence - 1, -1, -1):
        text = lines[index].text
        words = _with_torn_start(lines, index)
        if is_closed(text) and columns(words) > 20 and not is_residue(text):
            return index + 1
    annex = (i for i in range(1, licence) if _ANNEX_HEAD.match(lines[i].text))
    last = next(annex, licence)
    sentences = (i for i in range(last, 0, -1) if _SENTENCE.search(lines[i - 1].text))
    return next(sentences, last)


def _chapter(text: str) -> int:
    """Return the number of a chapter's heading, 0 for any other line."""
    found = label(text)
    return found.number if found and found.style == "chinese" else 0


def _with_torn_start(lines: Sequence[Line], index: int) -> str:
    """Return a line with the one before it if that one is open: the peroration may be torn."""
    before = lines[index - 1].text if index else ""
    is_torn = columns(before) > 20 and not is_closed(before) and not label(lines[index].text)
    return before + lines[index].text if is_torn else lines[index].text


def _is_last_word(text: str) -> bool:
    return text.endswith(("！", "!")) and columns(text) > 30


def back_kinds(lines: Sequence[Line], body: Container[str] = ()) -> list[Kind | None]:
    """Sort the lines after the body: footer, note, or None for residue.

    `body` holds the lines of the body: a line that repeats one of them is part of a copy.
    """
    kinds: list[Kind | None] = []
    is_signed = not _foreign(lines)
    is_annex, is_over = False, False
    for line in lines:
        text = line.text
        is_over = is_over or bool(_LICENCE.match(text))
        if is_over or is_residue(text) or text in body:
            kinds.append(None)
        elif is_signed or _IMPRINT.fullmatch(text):
            kinds.append("footer")
        elif _ANNEX.fullmatch(text):
            is_annex = True
            kinds.append("note")
        else:
            is_prose = is_closed(text) and columns(text) > 20
            is_item = bool(_ITEM.match(text)) and columns(text) > 20
            is_annex = is_annex or is_prose or is_item
            kinds.append("note" if is_annex else None)
    return kinds
