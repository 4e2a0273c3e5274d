"""What stands before the report's first words: title, occasion, speaker, label – and residue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.furniture import header_end, is_furniture
from beiguan_desktop.core.head_lines import (
    is_label,
    is_name,
    is_occasion,
    is_open_date,
    is_plausible,
    kind_of,
)
from beiguan_desktop.core.labels import ends_sentence, is_address, is_closed, is_salutation, label
from beiguan_desktop.core.lines import Line, Part

_ENDING = re.compile(
    "[^。！？；：:]{0,40}(?:报告|建议|草案|纲要|汇报|总结|说明|意见|方案|规划|计划|要点|讲话|发言|提案|议案)"
    "(?:[（(][^（()）]{1,12}[)）])?"
)
_CHAPTER = re.compile("(?:回顾|安排|部署|任务|目标|要求|打算|展望)$")
_PROSE = re.compile("[。！；]")
_BETWEEN_HAN = re.compile(r"(?<![A-Za-z0-9])[\s\u200b]+|[\s\u200b]+(?![A-Za-z0-9])")
_BETWEEN_PHRASES = re.compile(r"(?<=[\u4e00-\u9fff]{3})[\s\u200b]+(?=[\u4e00-\u9fff]{3})")
_PRESS = re.compile("^(?:来源|稿源|时间|记者)[：:]|摄$|^.{2,12}作政府工作报告")
_HEAD_LINES = 5
"""Lines of a head, at most, between its title or occasion and the salutation."""
_OPENING = re.compile(
    "^(?:现在，?)?(?:我(?:受.{2,24}委托|代表)|受.{2,24}委托，我).{2,80}(?:报告|汇报)|^现将.{2,40}如下"
)
_LOOSE = 3
"""Lines of no known kind above the body, at most, in a file without a web page round it."""


def body_start(lines: Sequence[Line]) -> int:
    """Find the first line of the report's own words.

    In a plain file it is what follows title, occasion and speaker. Among a web page's lines the
    salutation says so; without one the first chapter heading, else the first prose.
    """
    greeting = next((i for i, line in enumerate(lines) if _greets(line.text)), len(lines))
    header = header_end(lines)
    head = _plain_head(lines[header:])
    head = None if head is None else header + head
    if head is not None and (greeting == len(lines) or not _is_head(lines[head:greeting])):
        return head
    if greeting < len(lines):
        chapter = _first_chapter(lines[:greeting])
        return greeting if chapter is None else chapter
    return _first_words(lines)


def _first_words(lines: Sequence[Line]) -> int:
    """Find the first chapter or the first prose, whichever comes first, with a heading over it."""
    prose = next((i for i, line in enumerate(lines) if _is_prose(line.text)), len(lines))
    chapter = _first_chapter(lines[: prose + 1])
    if chapter is not None:
        return chapter
    is_headed = 0 < prose < len(lines) and _CHAPTER.search(lines[prose - 1].text)
    return prose - 1 if is_headed else prose if prose < len(lines) else 0


def _first_chapter(lines: Sequence[Line]) -> int | None:
    """Find the heading 一、 with sentences close below it: one in a table of contents has none."""
    for index, line in enumerate(lines):
        found = label(line.text)
        is_first = found is not None and found.style in ("chinese", "part") and found.number == 1
        if is_first and any(ends_sentence(below.text) for below in lines[index + 1 : index + 9]):
            return index
    return None


def _plain_head(lines: Sequence[Line]) -> int | None:
    """Return where the head of a plain file ends, None if a web page's lines stand in it."""
    index, known, loose = 0, 0, 0
    while index < len(lines) and not _begins_body(lines[index].text):
        part = _longest_part(lines, index)
        if known and not part.kind and lines[index].outline is not None:
            break
        if part.kind:
            known = part.last
        elif not is_plausible(lines[index].text) or loose == _LOOSE:
            return None
        loose += part.kind is None
        index = part.last
    is_signed = 0 < known == index - 1 and is_name(lines[known].text)
    if is_signed or (index < len(lines) and is_address(lines[index].text)):
        return index
    return known or int(_is_top_title(lines))


def _begins_body(text: str) -> bool:
    """Tell whether a line can only be the report's own words."""
    found = label(text)
    if is_furniture(text):
        return False
    if (found and found.style != "dash") or is_address(text) or is_salutation(text):
        return True
    is_long = columns(text) > 44 and "，" in text and not is_occasion(text)
    return ends_sentence(text) or is_long or (is_closed(text) and columns(text) > 10)


def _is_top_title(lines: Sequence[Line]) -> bool:
    """Tell whether a file's first line looks like a title although it does not say 工作报告.

    One without a title's last word must stand above something, be no torn line and no chapter.
    """
    if not lines or _begins_body(lines[0].text) or not is_plausible(lines[0].text):
        return False
    text = lines[0].text
    if _ENDING.fullmatch(text):
        return True
    is_torn = len(lines) == 1 or columns(text) > (24 if lines[1].breaks == 1 else 30)
    if is_torn or _is_chapter(lines) or "，" in text:
        return False
    return lines[1].outline is not None or _begins_body(lines[1].text)


def _is_chapter(lines: Sequence[Line]) -> bool:
    """Tell whether the first line is one chapter of several, for its words or for its style."""
    words, level = lines[0].text, lines[0].outline
    if level is not None and any(line.outline == level for line in lines[1:]):
        return True
    return bool(_CHAPTER.search(words)) and any(_CHAPTER.search(line.text) for line in lines[1:])


def _is_head(lines: Sequence[Line]) -> bool:
    """Tell whether lines above the salutation are none of the report's own words.

    That is a table of contents, headings only; or the report's head stands at their end.
    """
    is_contents = bool(lines) and not any(ends_sentence(line.text) for line in lines)
    last = [line.text for line in lines[-_HEAD_LINES:]]
    return is_contents or any(is_occasion(text) or kind_of([text]) == "title" for text in last)


def _greets(text: str) -> bool:
    """Tell whether a line addresses the meeting or says on whose behalf it reports."""
    is_opening = bool(_OPENING.search(text)) and is_closed(text)
    return is_salutation(text) or (is_address(text) and columns(text) > 12) or is_opening


def _is_prose(text: str) -> bool:
    return columns(text) >= 60 and bool(_PROSE.search(text)) and not text.endswith("......")


def front_matter(lines: Sequence[Line]) -> list[Part]:
    """Sort the lines before the body into units and residue.

    In a plain file every line is a unit, but for the source and a picture's caption. On a web
    page the last title counts, with what stands after it and a document's label just before it.
    """
    header = header_end(lines)
    found = list(_classified(lines, header))
    texts = ["".join(line.text for line in lines[part.first : part.last]) for part in found]
    traits = [_trait(part, text) for part, text in zip(found, texts, strict=True)]
    if "web" in traits or traits.count("plain") > _LOOSE:
        found = _of_a_page(found, texts, traits)
    else:
        found = _of_a_file(found, texts, traits)
    return [Part(index, index + 1, None) for index in range(header)] + found


def _trait(part: Part, text: str) -> str:
    """Tell of a line what it may be: known; press (source, caption); plain; or web."""
    if part.kind:
        return "known"
    return "press" if _PRESS.search(text) else "plain" if is_plausible(text) else "web"


def _of_a_file(found: list[Part], texts: Sequence[str], traits: Sequence[str]) -> list[Part]:
    """Name the plain lines in a plain file's head: its title if it shows no other, or meta."""
    first, last = _title_place(found, texts, traits)
    out = []
    for index, (part, trait) in enumerate(zip(found, traits, strict=True)):
        if index == first:
            out.append(Part(part.first, found[last - 1].last, "title"))
        elif not first < index < last:
            out.append(replace(part, kind="meta") if trait == "plain" else part)
    return out


def _title_place(
    found: Sequence[Part], texts: Sequence[str], traits: Sequence[str]
) -> tuple[int, int]:
    """Return which plain parts are the title, first and end; (-1, -1) if none is.

    It is the one that ends as titles do, else what begins the file: two lines if an occasion
    stands below them.
    """
    if any(part.kind == "title" for part in found):
        return -1, -1
    for index, text in enumerate(texts):
        if traits[index] == "plain" and _ENDING.fullmatch(text):
            return index, index + 1
    if traits[:2] == ["plain", "plain"] and len(texts) > 2 and is_occasion(texts[2]):
        return 0, 2
    return (0, 1) if traits[:1] == ["plain"] else (-1, -1)


def _of_a_page(found: list[Part], texts: Sequence[str], traits: Sequence[str]) -> list[Part]:
    """Tell the report's own lines from those of the web page round them."""
    titles = [index for index, part in enumerate(found) if part.kind == "title"]
    last = titles[-1] if titles else 0
    lowest = max(i for i, trait in enumerate(traits) if trait in ("web", "press", "plain"))
    out = []
    for index, part in enumerate(found):
        kind = part.kind
        if index > last and kind is None and titles and _is_among_known(traits, index):
            kind = "meta"
        is_near_label = kind == "meta" and index >= last - 2 and is_label(texts[index])
        is_stamp = index < lowest and is_open_date(texts[index])
        is_own = (index >= last or is_near_label) and not is_stamp
        out.append(replace(part, kind=kind if is_own else None))
    return out


def _is_among_known(traits: Sequence[str], index: int) -> bool:
    """Tell whether a plain line stands between lines that are known."""
    after = traits[index + 1] if index + 1 < len(traits) else "known"
    return traits[index] == "plain" and traits[index - 1] == after == "known"


def _classified(lines: Sequence[Line], index: int) -> Iterator[Part]:
    while index < len(lines):
        part = _longest_part(lines, index)
        yield part
        index = part.last


def _longest_part(lines: Sequence[Line], first: int) -> Part:
    """Take as many lines as make one title, occasion, speaker or label; else one of residue."""
    for last in range(min(len(lines), first + 4), first, -1):
        if last - first > 1 and _is_apart(lines[first:last]):
            continue
        kind = kind_of([line.text for line in lines[first:last]])
        if kind:
            return Part(first, last, kind)
    return Part(first, first + 1, None)


def _is_apart(lines: Sequence[Line]) -> bool:
    """Tell whether lines cannot be one unit: blank lines part them, or one is a web page's."""
    return any(line.breaks > 2 for line in lines[1:]) or any(is_furniture(it.text) for it in lines)


def plain_title(text: str) -> str:
    """Return a title without the blanks it was spaced out with; between phrases one stays."""
    return " ".join(_BETWEEN_HAN.sub("", part) for part in _BETWEEN_PHRASES.split(text))
