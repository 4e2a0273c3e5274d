"""Where names may begin: after marks, after words that do something to them, after counts."""

import re

_DOING = """
化解 稳妥 打好 布局 配套 借势 进一步 定期 提档 升级 推送 随着 引荐 做细 帮助 推介 跑好 推动 推进
加快 加强 加大 建设 实施 完成 启动 开展 开工 支持 依托 围绕 聚焦 统筹 打造 创建 建成 新建 改建
扩建 改扩建 续建 在建 引进 引入 引育 培育 做强 做优 做大 提升 优化 完善 深化 强化 抓好 抓实 办好
用好 建好 管好 谋划 策划 落实 落地 签约 投资 总投资 启用 投用 运营 盘活 推出 举办 承办 组建 成立
建立 设立 获评 荣获 获批 成功 包括 涵盖 覆盖 涉及 位于 坐落 来自 服务 保障 确保 力促 力争 争取
促成 促进 促使 促 全力 全面 全部 有序 深入 扎实 积极 大力 重点 继续 持续 着力 努力 切实 稳步
尽快 抓紧 同步 协调 配合 联合 引导 鼓励 带动 辐射 发挥 借助 利用 通过 根据 按照 其中 以及 或者
特别是 尤其是 例如 诸如 包含 如期 顺利 先后 相继 分别 成为 作为 列为 入选 申报 创成 通车 贯通
打通 连接 联通 对接 合作 协议 整治 治理 改造 修复 修缮 维修 拆除 征收 搬迁 提标 规范 严格 坚持
关闭 关停 引领 加速 助力 推广 推荐 参加 走进 来到 进驻 落户 入驻 选址 收购 控股 整合 今年 去年
明年 年内 年底 目前 当前 同时 此外 近年 以来 期间 一年来 五年来 特色 总部位于 一是 二是 三是
四是 五是 六是 七是 八是 建设的 代表性 以 将 把 对 在 由 从 让 使 沿 被 给 跟 我区 我县 我市
我镇 全区 全县 全市 全省 本区 辖区 区内 县内 市内 的 了 等 完善了 建成了 抢抓 发展 做好 做实
做精 做响 擦亮 树立 总结 复制 推行 探索 创新 开发 开通 开放 开行 接续 高标准 高质量 高水平 高效
高起点 一体化 常态化 因地制宜 科学 加紧 加力 力推 有效 帮扶 赴推 跑出 争创 修筑 评为 新上 着眼
瞄准 立足 严把 狠抓 划定 壮大 扶持 借鉴 抓住 紧紧抓住 把好 制定 出台 掌握 注重 扩大 规划 规划好
解决 取得 实行 安排 升创 即 即以 建设好 确定 设计 编制 举行 召开 获得 授牌 挂牌 正式 已 疏通
打响 叫响 巩固 运用 利用好 服务好 抓 做 赴 访 接待 迎接 吸引 聚集 集聚 会同 前往 途经 途径 起于
止于 东至 西至 南至 北至 东起 西起 南起 北起 延伸至 连通 串联 涵养 保护 保留 复耕 流转 承包 签订
签署 达成 引资 招引 外迁 搬入 迁入 主动 融入 参与 牵头 现有 原有 已有 拥有 占地 新增 增加 增设
增至 申创 列入 进入 提速 上项目 找到
"""

DOING = re.compile("(?=(" + "|".join(sorted(_DOING.split(), key=len, reverse=True)) + "))")
"""Words that stand before a name: verbs, adverbs, times, prepositions."""
WORDS_OF_DOING = frozenset(_DOING.split())
AND = "和与及暨并"
TO = "向于到至为是"
"""Characters that end what stands before a name but may begin one, too: 和平路, 向阳花园."""
COUNT = re.compile(
    "[0-9首一二三四五六七八九十百千两几数多余][0-9.一二三四五六七八九十百千万亿余多来]*"
    "(?:余|多|来)?(个|条|所|家|处|座|项|名|类|批|件|片|宗|块|对|组|栋|间|套|支|场|次|"
    "亩|公里|千米|米|平方米|万平方米|亿元|万元|元|%|％|户|人|年|月|日)"
)
"""A number with what it counts; things that are counted have no names."""
_MEASURES = "亩 公里 千米 米 平方米 万平方米 亿元 万元 元 % ％ 户 人 年 月 日"
MEASURES = frozenset(_MEASURES.split())
"""What is measured or dated, not counted: a name may follow."""
ADMINISTRATION = re.compile("[一-鿿]{2,4}?(?:自治区|自治县|自治州|市|区|县|省|州)(?!级)")
SEGMENT = re.compile("[^，。；：、！？…“”‘’《》〈〉（）()〔〕【】\\[\\]—,;:!?/|·\\s]{1,300}")
"""What stands between two marks; a text without marks is cut, or it would take minutes."""


def edges(text: str) -> tuple[list[int], list[int], set[int]]:
    """Return where names may begin in a clause.

    First the places after what is said to be done, one for certain; then those after 和, 向 and
    the like, which may be part of the name; last those of both at which things are counted.
    """
    firm = {0}
    counted: set[int] = set()
    for match in DOING.finditer(text):
        firm.add(match.end(1))
    for match in COUNT.finditer(text):
        firm.add(match.end())
        if match.group(1) not in MEASURES:
            counted.add(match.end())
    loose = {
        at + 1
        for at, character in enumerate(text)
        if character in "与及暨"
        or (at and (character in AND or (character in TO and at not in firm)))
    }
    return sorted(firm), sorted(loose - firm), counted


def lead_end(text: str) -> int:
    """Return where the words that say what is done end at the beginning of a clause."""
    end = 0
    while (match := DOING.match(text, end)) is not None:
        end = match.end(1)
    return end
