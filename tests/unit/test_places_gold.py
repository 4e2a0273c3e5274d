"""The names of the shipped report against labels made by eye, the missed ones among them."""

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.places import passages
from beiguan_desktop.core.report import Report
from beiguan_desktop.services.concerns import index_report
from beiguan_desktop.services.importing import read_report

VILLAGES = "北花村3 柏庄镇2 西苏度村 东辛庄村"
PLACES = """
蓝天实验室4 红旗路2 曙光北校2 安阳河2 安阳桥2 中华路2 印象汇 碧乐汇 苏宁易购豫北旗舰店
红旗路商业街 中原无人机科技企业孵化器 向阳花园 翠园街 长青街 第三实验幼儿园 灯塔路 解放路
解放路社区卫生服务中心 于曹沟 安阳天空之城 北花村乡田悦 汉字公园 地毯厂家属院 博地国际酒店
北关区老年人护理综合楼 永安110千伏变电站 北京服装学院 兴邨康复服务综合体 人民大道 甲骨文化博物馆
107国道 洹河 东风桥 605片区 马家垒片区 中原实业家属楼 蔬菜公司家属院 火车站片区 健康路 友谊路
御路沟 化工三路 昌泰西路 柏庄镇卫生院 光辉里 水晶超市印象汇店 无人机产业科技创新研究院2
"""
PROJECTS = """
安阳无人机产业园 宜居芳华里 宜居幸福里 向阳花园海绵化改造 建业城云著三区 建业世和府北园
建业世和府东麓 安飞航空直升机空中旅游 合泰臻园 春江花院 嘉洲花悦 博地国际酒店盘活
安浙百亿级童装产业园一期 低空经济产业园 庄恒科技 卡尔美服饰 云洹低空+AI研学基地 合一航空科技
无人驾驶航空中试基地 产城融合示范园四五六期 织布产业园一二期 豫北童装示范园
丰禾植保无人机生产基地 中资国能低空经济提升 中原天际起降点 安阳市低空经济培训交流中心 弘景璞悦
润安玖熙台 安禾嘉苑南区 世界文字文明互鉴与体验中心 南漳涧城市更新项目 彰东大棚改项目
御路沟污水管网改造工程 安阳普惠养老三级服务体系建设 青禾普惠养老 曙光北校南区
柏庄镇卫生院整体提升工程 美鹏梦圆 建筑业总部二期 无人机技术转移转化中心
"""
FIRMS = "小叮当 迪尚华盈 云洹网联 神安重工 坤宇无人机 北京世纪明德教育集团 苏宁易购"


def counted(text: str) -> dict[str, int]:
    """Read labels: a name, and how often it stands if more than once."""
    labels = {}
    for label in text.split():
        name = label.rstrip("0123456789")
        labels[name] = int(label[len(name) :] or 1)
    return labels


GOLD = {
    (kind, name): count
    for kind, text in (
        ("镇村街道", VILLAGES),
        ("道路地点", PLACES),
        ("项目", PROJECTS),
        ("企业", FIRMS),
    )
    for name, count in counted(text).items()
}


@pytest.fixture(scope="module")
def report() -> Report:
    file = paths.shipped_report()
    _, reading = read_report(file, now="2026-03-01T08:00:00+08:00")
    return Report("r", reading.title, "审议", "", None, reading.id, reading.units, reading.marks)


@pytest.fixture(scope="module")
def found(report) -> dict[tuple[str, str], int]:
    names = index_report(report)
    return {(n.kind, n.words): len(n.mentions) for n in names if n.kind != "行业"}


def test_nearly_every_name_that_people_see_is_found_and_nearly_nothing_else(found):
    hits = sum(min(count, found.get(name, 0)) for name, count in GOLD.items())
    wrong = {name: n for name, n in found.items() if name not in GOLD}
    missed = {name for name in GOLD if name not in found}
    precision = hits / (hits + sum(wrong.values()))
    recall = hits / sum(GOLD.values())
    assert precision >= 0.99, wrong
    assert recall >= 0.93, missed


def test_no_village_and_no_street_is_missed_or_invented(found):
    villages = {name: n for (kind, name), n in found.items() if kind == "镇村街道"}
    assert villages == counted(VILLAGES)


def test_both_places_that_speak_of_baizhuang_are_found(report):
    """Trial D4."""
    (town,) = (name for name in index_report(report) if name.words == "柏庄镇")
    first, second = passages(report, [town])
    words = [report.units[p.unit].text[p.start : p.end] for p in (first, second)]
    assert "柏庄镇北花村、西苏度村" in words[0]
    assert words[1].startswith("加快实施柏庄镇卫生院整体提升工程")
    for passage in (first, second):
        (mention,) = passage.mentions
        assert report.units[mention.unit].text[mention.start : mention.end] == "柏庄镇"


def test_every_span_shows_the_name_it_stands_for(report):
    for name in index_report(report):
        for mention in name.mentions:
            shown = "".join(report.units[mention.unit].text[mention.start : mention.end].split())
            if name.kind != "行业":
                assert shown == name.words
