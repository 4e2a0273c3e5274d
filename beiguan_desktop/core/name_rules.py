"""Rules by which names are known in a report: what a name ends with, and what it is not.

No rule knows a name. Each row says how names of one sort are written; whoever finds a name
that is missed or a word that is taken for one changes a row here and adds its test.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["镇村街道", "道路地点", "项目", "企业", "行业"]
KINDS: tuple[Kind, ...] = ("镇村街道", "行业", "道路地点", "项目", "企业")
"""What names are grouped by, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Names that end with one of `endings` (a pattern).

    What stands before the ending has `least`…`most` characters, does not match `not_before`
    at its end, and the ending is not followed by `not_after`: 道路, 城镇化 are words, no names.
    """

    kind: Kind
    endings: str
    least: int
    most: int
    not_before: re.Pattern[str] = field(default=re.compile("$^"))
    not_after: re.Pattern[str] = field(default=re.compile("$^"))
    rare: int = 2
    """How many characters before the ending must belong to no plain word (long names only)."""

    @property
    def is_way(self) -> bool:
        """Whether these are streets: one of a row of them may be named by a plain word."""
        return self.endings in _WAYS

    @property
    def has_figures(self) -> bool:
        """Whether such names may begin with a figure or a letter: 107国道, 605片区."""
        return self.most == 0 or self.endings == "片区"


_WAYS = ("大道|大街", "路", "街", "巷")


def ends_in(characters: str, words: str = "") -> re.Pattern[str]:
    """Match a text that ends with one of some characters or words."""
    return re.compile(f"(?:{_either(characters, words)})$")


def goes_on(characters: str, words: str = "") -> re.Pattern[str]:
    """Match a text that begins with one of some characters or words."""
    return re.compile(_either(characters, words))


def _either(characters: str, words: str) -> str:
    return "|".join([f"[{characters}]", *words.split()] if characters else words.split())


LONG = (
    # Houses people go to. The name begins after the words that say what is done with it.
    Rule(
        "道路地点",
        "幼儿园|小学|中学|高中|学校|[东南西北]校区?|(?<!科)学院|大学|职教中心|医院|卫生院|社区卫生服务中心|卫生服务站",
        2,
        12,
        not_after=goes_on(
            "生段化园部",
            "教育 生态 集团 毕业 数量 总数 科技 专业",
        ),
    ),
    Rule(
        "道路地点",
        "公园|花园|广场|博物馆|图书馆|体育馆|体育场|体育中心|文化馆|科技馆|美术馆|纪念馆|大剧院|综合体|景区|古城|古镇|"
        "商圈|度假区|湿地",
        2,
        12,
        not_after=goes_on(
            "化舞之绿县群",
            "城市 建设管理 面积",
        ),
    ),
    Rule(
        "道路地点",
        "家属院|家属楼|小区|酒店|宾馆|大厦|旗舰店|商业街|步行街|火车站|高铁站|客运站|污水处理厂|\\d+千伏变电站|变电站|"
        "实验室|研究院|孵化器|综合楼|敬老院|养老院|福利院",
        2,
        12,
        not_after=goes_on(
            "式业",
            "管理 治理 片区 建设标准",
        ),
    ),
    Rule(
        "项目",
        "(?:产业|工业|科技|物流|示范|创业|创意|文化|生态)园(?:[一二三四五六七八九]{1,4}期)?|园区|基地|小镇|总部[一二三四五六]期",
        2,
        16,
        not_after=goes_on(
            "区化村",
            "建制",
        ),
    ),
    Rule(
        "项目",
        "(?:建设|改造|更新|提升|提质|升级|整治|治理|修复|扩建|新建|迁建|拓宽|盘活|保护|利用|开发|配套)*(?:项目|工程)",
        2,
        18,
        not_after=goes_on(
            "部师化款量制式学园库",
            "质量 机械 技术 系统 中心",
        ),
        rare=3,
    ),
    Rule(
        "企业",
        "公司|集团|药厂|水泥厂|制造厂|毯厂|机械厂|化工厂|[^处供净理]厂",
        2,
        14,
        not_after=goes_on(
            "化房区界商网家制校军长矿务",
            "作战",
        ),
    ),
)
"""Long names: they may hold plain words, but one part of them must be no plain word."""

LISTED: tuple[tuple[Kind, str], ...] = (
    ("项目", "项目|工程|园区|产业园|基地|楼盘"),
    ("企业", "企业|公司|集团|知名品牌|厂家|商家"),
    ("镇村街道", "乡镇|镇|乡|街道|社区|村"),
    ("道路地点", "道路|大道|路|街|商业综合体|综合体|商圈|景区|公园|学校|中学|小学|医院|小区|场馆"),
)
"""Names listed before 等…项目, 等…企业: 「甲、乙等一批房地产项目」 names 甲 and 乙."""
LIKE_A_NAME = re.compile("(?:园|基地|中心|院|厂|馆|楼|站|科技|[一二三四五六七八九]期)$")
"""How the companions of a name in a list of projects end: 低空经济产业园 beside 庄恒科技."""
