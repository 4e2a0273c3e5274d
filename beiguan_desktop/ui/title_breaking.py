"""Titles broken by sense: at a comma first, then round quotation marks, else balanced.

A title is never cut. Between all ways to break it the cheapest is taken; what a break costs
says how badly it reads.
"""

import re
import unicodedata
from collections.abc import Callable

_HEADING_WORDS = """
改革 开放 发展 突破 成效 显著 现代 产业 体系 治理 社会 民生 改善 生态 环境 保护
文化 繁荣 兴盛 政府 自身 建设 重点 工作 目标 任务 时期 回顾 主要 总体 要求 经济
运行 结构 优化 创新 驱动 深化 城乡 融合 加快 福祉 增强 大局 和谐 稳定 行政 效能
提升 综合 实力 加速 转型 活力 迸发 面貌 变化 殷实 质量 高效 扩大 有效 投资 精准
招商 引资 消费 能级 新兴 构建 科创 做强 主导 巩固 优势 平台 营商 挖掘 潜力 框架
推进 城市 更新 营造 宜居 乡村 振兴 空气 污染 防治 防控 土壤 绿色 低碳 稳岗 就业
完善 保障 服务 化解 风险 强化 安全 生产 维护 政治 坚持 依法 弘扬 实干 作风 坚守
清廉 底线 内需 增长 夯实 根基 释放 内生 动力 新阶 绘就 图景 修复 走好 之路 群众
幸福 指数 筑牢 屏障 全面 持续 不断 稳步 深刻 更加 接续 奋斗 实现 取得 形成 达到
迈上 重大 台阶 科技 教育 人才 法治 农业 农村 农民 财政 金融 企业 项目 数字 智能
制度 机制 责任 监督 纪律 廉洁 基础 设施 交通 能源 资源 健康 养老 医疗 卫生 住房
文明 精神 旅游 开发 公共 市场 主体 区域 协调 统筹 战略 国家 人民 五年 今年 去年
水污 过去 报告 情况 安排 建议 措施 意见
"""
_WORDS = frozenset(_HEADING_WORDS.split())
"""Two-character words of report headings: a line does not end within one."""

_HEADING_VERBS = "实现 取得 形成 达到 迈上 推进 推动 提升 加强 构建 完善 稳步 持续 不断 全面"
_VERBS = frozenset(_HEADING_VERBS.split())
"""Words a second line likes to begin with."""

_KEPT = _WORDS | _VERBS

_OPENING = "“‘「『（(《〈【"
_CLOSING = "”’」』）)》〉】，、；：。！？,;:!?.%％…—·"
_PAUSES = "，、；："
_HANGING = "，、；：。”’"
_COUNTERS = "年月日号个项家条种届次级大"
_ORDINAL = "第一二三四五六七八九十百"
_SUFFIXES = "化性率度者"
_NUMERAL = re.compile("[一二三四五六七八九十百]+、")

_NEVER = 1000.0
_LINE = 10.0
_UNEVEN = 6.0


def break_title(
    title: str, width_of: Callable[[str], float], width: float, first: float, last: float
) -> tuple[str, ...]:
    """Break a title into lines that together hold every character.

    `width_of` measures a string. A line may be `width` wide; the first one `first` and the
    last one `last`, where a count stands beside it. The blank half of a closing mark hangs out.
    """
    if not title:
        return ("",)
    if width_of(title) <= min(first, last):
        return (title,)
    ends = [0.0]
    for character in title:
        ends.append(ends[-1] + width_of(character))
    even = _even_width(ends[-1], width)
    # best[i]: the least cost of all lines up to i, and where the last of them begins
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(title) + 1):
        hanging = (ends[end] - ends[end - 1]) / 2 if title[end - 1] in _HANGING else 0.0
        choices = []
        for start in range(end - 1, -1, -1):
            room = min(first if start == 0 else width, last if end == len(title) else width)
            used = ends[end] - ends[start] - hanging
            if used > width and start < end - 1:
                break  # from any earlier beginning the line is wider still
            cost = _line_cost(used, room, even, single=end == start + 1)
            choices.append((best[start][0] + cost, start))
        cost, start = min(choices)
        best.append((cost + _break_cost(title, end), start))
    return _lines(title, best)


def _lines(title: str, best: list[tuple[float, int]]) -> tuple[str, ...]:
    lines: list[str] = []
    end = len(title)
    while end:
        start = best[end][1]
        lines.append(title[start:end])
        end = start
    return tuple(reversed(lines))


def _even_width(total: float, width: float) -> float:
    """Return how wide each line would be if all were alike."""
    return total / max(2, -(-total // width))


def _line_cost(used: float, room: float, even: float, *, single: bool) -> float:
    if used > room and not single:
        return _NEVER * used
    return _LINE + _UNEVEN * (used / even - 1) ** 2


def _break_cost(title: str, at: int) -> float:
    """Say how badly a break before character `at` reads; 0 at the end of the title."""
    if at == len(title):
        return 0.0
    before, after = title[at - 1], title[at]
    if after in _CLOSING or before in _OPENING or unicodedata.combining(after):
        return _NEVER
    if (numeral := _NUMERAL.match(title)) and at <= numeral.end():
        return _NEVER / 2
    if before in _PAUSES:
        return -8.0 if before == "，" else -4.0
    is_number = _is_run(before) and (_is_run(after) or after in _COUNTERS)
    if is_number or (before in _ORDINAL and after in _ORDINAL + _COUNTERS):
        return _NEVER / 2
    return _cost_among_words(title, at)


def _cost_among_words(title: str, at: int) -> float:
    before, after = title[at - 1], title[at]
    cost = 0.0 if before in "”」" else 2.0 if after in "“「" else 4.0
    if title.count("“", 0, at) > title.count("”", 0, at):
        cost += 20.0
    if before + after in _KEPT or after in _SUFFIXES:
        cost += 14.0
    elif title[at : at + 2] in _VERBS:
        cost -= 3.0
    elif title[at - 2 : at] in _VERBS:
        cost += 3.0
    return cost


def _is_run(character: str) -> bool:
    """Whether a character belongs to a number or a Latin word, which stays whole."""
    return character.isascii() and (character.isalnum() or character in ".%-+/")
