"""What stands after the report's last words: imprint, annex, glossary – and residue."""

import re
from collections.abc import Container, Sequence

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.furniture import (
    foot_start,
    is_furniture,
    is_licence,
    is_notice,
    is_page_number,
)
from beiguan_desktop.core.labels import ends_sentence, is_closed, label
from beiguan_desktop.core.line_habit import wrap_width
from beiguan_desktop.core.lines import Line, Part, runs
from beiguan_desktop.core.report import Kind

_IMPRINT = re.compile(
    r"[^，。：《“]{0,40}(?:秘书处|办公室|办公厅)[^，。：《“]{0,24}印发?"
    r"|[（(]?共印[ 0-9０-９]+份[)）]?|[^，。：《“]{0,30}日印发?"
)
_TERMS = "名词|用语|词语|缩略语|术语|词汇"
_ANNEX = re.compile(
    r"[※*★【\[［〔（(]*(?:"
    r"附[件录表图注]?[0-9０-９一二三四五六]{0,2}(?:[：: \u3000].{0,40})?"  # 附件1：…
    r"|附[件录表][^，。；]{0,30}"
    r"|(?:注|尾注|脚注)[0-9０-９]{0,2}(?:[：:].{0,30})?"
    r"|.{0,12}(?:注释|注解)[：:]?"  # 生僻字注释：
    rf"|.{{0,24}}(?:{_TERMS}).{{0,4}}(?:解释|注释|说明|释义)"  # 《政府工作报告》有关名词解释
    rf"|相关(?:{_TERMS}).{{0,6}}"
    r")[※*★】\]］〕）)：:]*"
)
"""The title of an annex or a glossary."""
_ITEM = re.compile(
    r"[\[［【〔(（①-⑳]?[0-9０-９]{0,2}[\]］】〕)）．.、]?[ \u3000]*[^。！？—]{1,40}[：:—]"
)
_ITEM_START = re.compile(r"[\[［【〔①-⑳＠※*]|[^。！？]{1,40}(?:[：:—]|是)[^。]{0,8}指")
_NUMBERED = re.compile(r"[\[［【〔][0-9０-９]|[0-9０-９]{1,2}[．.、](?![0-9])")
_GLOSSARY = re.compile("名词|解释|注释|释义|用语|^附|^注[：:]?$")
_PERORATION = re.compile("奋斗|贡献|篇章|前进|努力|胜利|辉煌|答卷|力量|局面|明天|未来|献礼")
_SIGNATURE = re.compile(
    r"[^，。；：、]{0,24}(?:政府|委员?会|办公室|办公厅|秘书处|局|厅|院|常委会|管委会)"
    r"|[（(]?[0-9０-９〇○零一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,3}月"
    r"(?:[0-9０-９一二三四五六七八九十]{1,3}日)?[)）]?"
)
_CLAUSE = re.compile("[，；：:]")
_MARGIN = 3.5
"""Columns by which a full line may be shorter than the print is wide."""
_TAIL_LENGTH = 4
"""Lines after the last sentence, at most, in a file without a web page round it."""
_CHANCE = 4
"""Columns up to which body and annex may hold the same line by chance."""
_SHORT = 20
"""Columns of a line in an annex that says nothing of where it is from, at most."""
_HEADINGS = 3
"""Lines of an annex's heading, at most."""
_EARLIEST = 0.4
"""The share of a text above which no annex begins."""


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
    is_site = is_furniture(text) or is_notice(text) or is_licence(text)
    is_glossary = _GLOSSARY.search(text) and not is_closed(text)
    is_note = is_glossary or _is_annex(text) or _ITEM_START.match(text)
    return bool(is_site or is_note or _IMPRINT.fullmatch(text))


def _is_annex(text: str) -> bool:
    return bool(_ANNEX.fullmatch(text)) and not ends_sentence(text)


def _with_sentences(lines: Sequence[Line], end: int) -> int:
    """Move the end of the body over sentences that follow it, with the headings above them."""
    loose = 0
    for index in range(end, len(lines)):
        text = lines[index].text
        if _is_stop(text):
            break
        loose = 0 if label(text) or columns(text) > 20 else loose + 1
        if ends_sentence(text):
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
    limit = min(_licence(lines), _annex(lines), foot_start(lines))
    last = _peroration(lines, limit)
    if last:
        return last
    for index in range(limit - 1, -1, -1):
        text = lines[index].text
        is_long = columns(_with_torn_start(lines, index)) > 20
        if is_closed(text) and is_long and not is_furniture(text):
            return _with_broken_off(lines, index + 1, limit)
    sentences = (i for i in range(limit, 0, -1) if ends_sentence(lines[i - 1].text))
    return next(sentences, limit)


def _with_broken_off(lines: Sequence[Line], end: int, limit: int) -> int:
    """Move the end over clauses that break off above an annex or a web page's foot."""
    if limit == len(lines):
        return end
    while end < limit and "，" in lines[end].text and not _is_stop(lines[end].text):
        end += 1
    return end


def _licence(lines: Sequence[Line]) -> int:
    places = (i for i, line in enumerate(lines) if i and is_licence(line.text))
    return next(places, len(lines))


def _annex(lines: Sequence[Line]) -> int:
    """Find the first title of an annex in the lower part of the text.

    It stands below a sentence, two short lines between them at most, or above an entry.
    """
    if not lines:
        return 0
    top = lines[0].start + _EARLIEST * (lines[-1].end - lines[0].start)
    for index in range(1, len(lines)):
        if lines[index].start < top or not _is_annex(lines[index].text):
            continue
        above = [line.text for line in reversed(lines[max(0, index - _HEADINGS) : index])]
        nearest = next((text for text in above if is_closed(text) or columns(text) > 30), "")
        below = "".join(line.text for line in lines[index + 1 : index + 2])
        if is_closed(nearest) or _ITEM_START.match(below):
            return index
    return len(lines)


def _peroration(lines: Sequence[Line], limit: int) -> int:
    """Find the line after the last one above `limit` that ends as reports end, 0 without one.

    A chapter below it says that the report goes on, unless the chapters begin anew there.
    """
    first = next((i for i, line in enumerate(lines) if _chapter(line.text) == 1), 0)
    chapter = 0
    for index in range(limit - 1, -1, -1):
        text = lines[index].text
        chapter = _chapter(text) or chapter
        words = _with_torn_start(lines, index)
        is_end = not chapter or (chapter == 1 and index > first)
        if is_end and _PERORATION.search(words[-60:]) and _is_last_word(words):
            return index + 1
    return 0


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


def back_matter(lines: Sequence[Line], body: Container[str] = ()) -> list[Part]:
    """Sort the lines after the body into footers, notes and residue.

    `body` holds the lines of head and body: a line that repeats one of them is part of a copy.
    """
    full = wrap_width(lines)
    parts: list[Part] = []
    is_clause = False
    for index, kind in enumerate(_back_kinds(lines, body)):
        is_rest = is_clause and kind == "note"
        if is_rest:
            before, line = lines[index - 1].text, lines[index]
            is_rest = _wraps(before, line, full) if full else _goes_on(before, line)
        first = parts.pop().first if is_rest else index
        parts.append(Part(first, index + 1, kind))
        is_clause = kind == "note" and (is_rest or bool(full or _CLAUSE.search(lines[index].text)))
    return parts


def _back_kinds(lines: Sequence[Line], body: Container[str]) -> list[Kind | None]:
    if not _foreign(lines):
        return ["footer"] * len(lines)
    kinds: list[Kind | None] = [None] * len(lines)
    copied = _copied(lines, body)
    is_annex = False
    heading = 0
    for index, line in enumerate(lines[: foot_start(lines, body)]):
        text = line.text
        if is_licence(text):
            break
        if index in copied or is_page_number(text) or (is_furniture(text) and not is_annex):
            heading = index + 1
        elif _IMPRINT.fullmatch(text):
            kinds[index], heading = "footer", index + 1
        elif is_annex or _opens_annex(text):
            above = [] if is_annex else lines[heading:index][-_HEADINGS:]
            kinds[index - len(above) : index + 1] = ["note"] * (len(above) + 1)
            is_annex = True
    return kinds


def _copied(lines: Sequence[Line], body: Container[str]) -> set[int]:
    """Find the lines that the body holds; a short one, a number, counts only beside another.

    Below an annex's title rows of a table and short lines are its own, whatever the body holds,
    unless there is prose among those beside them.
    """
    again = {i for i, line in enumerate(lines) if line.text in body}
    annex = next((i for i, line in enumerate(lines) if _is_annex(line.text)), len(lines))
    for run in runs(sorted(i for i in again if i > annex)):
        if not any(_is_prose(lines[i].text) for i in run):
            again -= set(run)
    return {i for i in again if columns(lines[i].text) > _CHANCE or again & {i - 1, i + 1}}


def _is_prose(text: str) -> bool:
    return "\t" not in text and columns(text) > _SHORT


def _opens_annex(text: str) -> bool:
    """Tell whether a line is an annex's title, prose, or an entry of a glossary."""
    is_long = columns(text) > 20
    return _is_annex(text) or (is_long and (is_closed(text) or bool(_ITEM.match(text))))


def _goes_on(before: str, line: Line) -> bool:
    """Tell whether a line goes on with the note above it: an open clause that the print broke."""
    is_new = _ITEM_START.match(line.text) or label(line.text) or _is_annex(line.text)
    is_open = not is_closed(before) and not _is_annex(before)
    return is_open and not is_new and not line.is_indented and line.breaks == 1


def _wraps(before: str, line: Line, full: float) -> bool:
    """Tell whether a printed line goes on with the note above it: that one is full."""
    is_new = _NUMBERED.match(line.text) or _is_annex(line.text) or _is_annex(before)
    return columns(before) >= full - _MARGIN and not is_new and not line.is_indented
