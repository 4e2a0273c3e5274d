"""What is no part of a report: web page furniture, page numbers, running heads, copies."""

import re
from collections.abc import Collection, Container, Sequence
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_address, is_closed, label
from beiguan_desktop.core.lines import BLANKS, Line

_WORDS = (
    "ICP|公网安备|版权所有|网站标识码|E-mail|^主办|^承办",  # who runs the page
    "责任编辑|网络编辑|^编辑[：:]|^记者|^来源[：:]|^作者[：:]",  # who made it
    "^发布(?:时间|日期)|^时间[：:][0-9]",  # when
    "扫一扫|我要纠错|打印本页|^[【\\[（]?(?:打印|关闭|字[体号]|分享)|^附件下载",  # to press
    "^首页$|^当前位置|^[上下]一[篇条页]|^标签(?:云|[：:]$)",  # where to go
    "^相关(?:报道|链接|阅读|文章|新闻|评论)|^相关附件>",
    "^阅读|^评论|^浏览次数|^点击",  # how often it was read
    "[Pp]ublic ?domain|本作品|维基文库|著作权法",  # a licence box
    "百度|数据网",  # a watermark
    r"\{display|^false$",  # what a script left
)
_FURNITURE = re.compile("|".join(_WORDS))
_WATERMARK = re.compile(
    "数据网$|责任编辑[：:]|扫一扫在?手机|版权所有|ICP备|公网安备|我要纠错|打印本页|百度搜索"
)
"""What is furniture also in the middle of a report, where a torn line may begin with 主办."""
_FOOT = re.compile(
    r"[【\[（(]?(?:责任编辑|打印|关闭|我要纠错|扫一扫|版权所有|免责声明|分享到?[：:]|[上下]一篇[：:]"
    "|标签(?:云|[：:])|相关(?:报道|链接|文章|新闻|附件>)|.{0,12}ICP备)"
)
_NOTICE = re.compile("免责声明|未经许可|本站|侵权")
_LICENCE = re.compile(
    "本作品(?:是|在|来自)|标签云|[\u4e00-\u9fff]?ICP|(?:当前位置|相关报道|相关链接|相关文章|上一篇|下一篇)[：:]?"
)
_HEADER = re.compile("(?:标题|题名|题目)[：:]")
_FIELD = re.compile(
    "(?:年份|发文单位|发文时间|发布时间|报告人|来源(?:URL)?|网址|URL|作者|日期|地区|正文)[：:]|[=_*-]{5,}$"
)
_BARE_NUMBER = re.compile("[0-9０-９]{1,3}")
_PAGE_NUMBER = re.compile(
    r"[-—–－·][-—–－·. ]*[0-9０-９]{1,3}[-—–－·. ]*|第[ ]*[0-9]{1,3}[ ]*页.{0,8}"
)
_PAGE_EDGE = re.compile("^[0-9·.—–－-]+|[0-9·.—–－-]+$")
_LONGEST = 60
"""Columns of a line of furniture, at most."""
_PROSE = 20
"""Columns beyond which a closed line is prose."""
_PRINTED, _LONG, _FEWEST = 20, 40, 3
"""Columns of a printed line and of a long one, at least; long lines of a copy, at least."""
_COPY, _PAGE = 160, 500
"""Columns that long lines, and any lines, must hold before their repetition is a copy."""


def is_furniture(text: str) -> bool:
    """Tell whether a line above or below a report is a web page's furniture."""
    return columns(text) <= _LONGEST and bool(_FURNITURE.search(text.replace(" ", "")))


def is_notice(text: str) -> bool:
    """Tell whether a line speaks for the web site: 本站…, 未经许可…."""
    return bool(_NOTICE.search(text))


def is_licence(text: str) -> bool:
    """Tell whether a licence box or a list of links begins: nothing of the report follows."""
    return bool(_LICENCE.match(text))


def is_page_number(text: str) -> bool:
    """Tell whether a line is a page number by its form: - 7 -, 第 8 页."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def header_end(lines: Sequence[Line]) -> int:
    """Return how many lines an extraction put above the text: 标题：… 年份：… 正文：."""
    if not lines or not _HEADER.match(lines[0].text):
        return 0
    return next((i for i in range(1, len(lines)) if not _FIELD.match(lines[i].text)), len(lines))


def header_title(lines: Sequence[Line]) -> str:
    """Return the title an extraction's header names, without the occasion; "" if there is none."""
    if not header_end(lines):
        return ""
    return re.split("——|--", lines[0].text.partition(lines[0].text[2])[2])[0].strip(BLANKS)


def foot_start(lines: Sequence[Line], body: Container[str] = ()) -> int:
    """Return where a web page's foot begins, len(lines) if there is none.

    It begins at its first word of furniture below the last prose. What the page says again
    (`body` holds the lines of the body), an address to the meeting, as its summary has it, and
    the site's notices are no prose.
    """
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text
        if _FOOT.match(text) or is_notice(text) or is_licence(text):
            start = index
        elif is_closed(text) and columns(text) > _PROSE and not (text in body or is_address(text)):
            break
    return start


def running(text: str) -> str:
    """Return a running head without the page number beside it and without blanks."""
    return _PAGE_EDGE.sub("", re.sub(f"[{re.escape(BLANKS)}]", "", text))


def strays(lines: Sequence[Line], heads: Container[str] = ()) -> set[int]:
    """Find page numbers, running heads and watermarks in the flow of the report.

    A bare number is a page number only as one of a row: it may be a torn year. A running head
    is a line of the report's head that comes again (`heads`, as `running` gives them).
    """
    bare = [i for i, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.text)]
    numbers = [int(lines[i].text) for i in bare]
    is_row = len(bare) >= 3 and all(0 < b - a <= 3 for a, b in pairwise(numbers))
    again = [i for i, line in enumerate(lines) if running(line.text) in heads]
    return (
        {i for i, line in enumerate(lines) if is_page_number(line.text) or is_watermark(line.text)}
        | (set(bare) if is_row else set())
        | (set(again) if len(again) > 1 else set())
    )


def is_watermark(text: str) -> bool:
    """Tell whether a line in the middle of a report is furniture."""
    is_short = columns(text) <= 40 and not is_closed(text) and not label(text)
    return is_short and bool(_WATERMARK.search(text.replace(" ", "")))


def copy_start(lines: Sequence[Line]) -> int:
    """Find where a second copy of the body begins, len(lines) if there is none.

    Different lines in a row that were there before are a copy: three long ones that hold a good
    piece of text, or in a file of printed lines as many as make a page.
    """
    seen: set[str] = set()
    again: list[bool] = []
    run: dict[str, float] = {}
    start = 0
    for index, line in enumerate(lines):
        again.append(line.text in seen)
        seen.add(line.text)
        width = columns(line.text)
        if width < _PRINTED:
            continue
        if again[-1]:
            start = start if run else index
            run[line.text] = width
            if _is_copy(run.values()):
                return _with_short_lines(lines, start, again)
        elif width >= _LONG or max(run.values(), default=0) < _LONG:
            run = {}
    return len(lines)


def _with_short_lines(lines: Sequence[Line], start: int, again: Sequence[bool]) -> int:
    """Move the start of a copy up over its title and salutation, and open lines above them."""
    while start and (again[start - 1] or _is_open(lines[start - 1].text)):
        start -= 1
    return start


def _is_open(text: str) -> bool:
    return columns(text) < _LONG and not is_closed(text)


def _is_copy(widths: Collection[float]) -> bool:
    long = [width for width in widths if width >= _LONG]
    return (len(long) >= _FEWEST and sum(long) >= _COPY) or sum(widths) >= _PAGE
