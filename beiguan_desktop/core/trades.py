"""行业: the trades a deputy may work in, each with the words that speak of it in a report.

A word counts wherever it stands, so only words that mean one trade are in the table: 建设,
服务, 发展 are in none. Longer words that hold one and mean something else stand after ≠.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

TRADES: Mapping[str, str] = MappingProxyType(
    {
        "教育": (
            "教育 学校 幼儿园 小学 中学 高中 学位 学区 教师 义务教育 职业院校 高校 学前 课程 "
            "校园 办学 托育 ≠ 警示教育 国防教育 学习教育 宣传教育 教育整顿 普法教育 主题教育 "
            "廉政教育 思想教育 党性教育"
        ),
        "医疗卫生": (
            "医疗 医院 卫生院 卫生服务 诊疗 分级诊疗 医保 中医 疾控 慢性病 传染病 公共卫生 "
            "基层卫生 卫生健康 医养 ≠ 环境卫生"
        ),
        "养老托幼": (
            "养老 老年 敬老 助餐 日间照料 医养 适老 托育 托位 生育支持 育儿 残疾人 孤儿 失能 ≠ "
            "老年体育"
        ),
        "社会保障": (
            "社会保障 社会救助 低保 特困 养老保险 医疗保险 保障房 公租房 退役军人 救助 福利 优抚"
        ),
        "就业创业": ("就业 创业 失业 零工 技能培训 职业培训 稳岗 农民工 欠薪 劳动者 用工"),
        "农业农村": (
            "农业 农村 农民 粮食 耕地 高标准农田 乡村振兴 种植 养殖 畜牧 村集体 脱贫 返贫 "
            "农产品 和美乡村 ≠ 农业银行"
        ),
        "工业制造": (
            "工业 制造 纺织 服装 装备 规上企业 技术改造 智能化改造 绿色工厂 产业园 专精特新 "
            "生产线 ≠ 工业游 工业园区污水"
        ),
        "科技创新": (
            "科技 研发 创新平台 实验室 高新技术 专利 技术合同 成果转化 研究院 孵化器 低空经济 "
            "无人机 人工智能 数字经济 ≠ 科技有限"
        ),
        "商贸消费": (
            "消费 商贸 商业 零售 商圈 电商 夜间经济 家电 以旧换新 餐饮 超市 商场 外贸 进出口 "
            "展销 ≠ 消费者物价"
        ),
        "文旅体育": (
            "文旅 旅游 景区 研学 文化 文物 非遗 博物馆 体育 演艺 酒店 ≠ 文化程度 企业文化 "
            "文化市场执法 老年体育"
        ),
        "交通出行": (
            "交通 道路 公路 国道 铁路 高铁 机场 停车 充电桩 公交 路网 市政道路 物流 航空枢纽 ≠ "
            "道路两侧开发"
        ),
        "住房城建": (
            "住房 老旧小区 城市更新 棚改 城中村 保交房 房地产 物业 雨水管网 污水管网 供水 供热 "
            "燃气 排水 海绵 建筑业 住宅 市政 小区 家属院"
        ),
        "生态环境": (
            "生态环境 空气质量 优良天数 大气 PM 水污染 断面 黑臭水体 土壤 扬尘 垃圾分类 绿化 "
            "节能 降碳 低碳 河湖 饮用水源 排污 ≠ 政治生态 营商生态 创新生态"
        ),
        "安全应急": (
            "安全生产 消防 防灾 应急 食品安全 药品 隐患 自建房 危险化学品 防汛 燃气安全 饮食用药"
        ),
        "社会治理": (
            "社会治理 基层治理 网格 信访 矛盾纠纷 综治 平安 扫黑除恶 法律服务 法治 调解 治安 "
            "社区治理"
        ),
        "营商与招商": (
            "营商环境 招商 民营 民间投资 融资 政务服务 高效办成一件事 市场主体 经营主体 "
            "中小企业 开发区 项目签约 减税 涉企"
        ),
        "财政金融": ("财政 预算收入 债务 金融 税收 税费 债券 银行 信贷 专项资金 国有资产 国企"),
    }
)
"""Trade → its words, and after ≠ the words that only look like them."""


def _pattern(words: str) -> re.Pattern[str]:
    meant, _, unlike = words.partition("≠")
    wanted = "|".join(sorted(meant.split(), key=len, reverse=True))
    others = "|".join(sorted(unlike.split(), key=len, reverse=True))
    return re.compile(f"{others}|({wanted})" if others else f"({wanted})")


_PATTERNS = {trade: _pattern(words) for trade, words in TRADES.items()}


def trade_words(text: str) -> list[tuple[str, int, int]]:
    """Return every word of a trade in a text: trade, start and end in code points."""
    return [
        (trade, match.start(1), match.end(1))
        for trade, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        if match.group(1)
    ]
