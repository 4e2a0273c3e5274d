"""How names are known: every rule by a sentence that has one and by words that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.name_finding import NameFinder
from beiguan_desktop.core.name_rules import KINDS, LONG
from beiguan_desktop.core.place_rules import SHORT
from beiguan_desktop.services.concerns import plain_words


@pytest.fixture(scope="module")
def finder():
    return NameFinder(plain_words())


def names(finder, text: str) -> str:
    """Return the names of a text, those within others, too, in order."""
    return " ".join(text[name.start : name.end] for name in finder.find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # villages, streets
        ("推动柏庄镇北花村、西苏度村农文旅融合发展", "柏庄镇 北花村 西苏度村"),
        ("加强东辛庄村“千吨万人”饮用水源地保护", "东辛庄村"),
        ("有效帮扶金花塘村", "金花塘村"),
        ("北花村村民和永安村党支部", "北花村 永安村"),
        ("全村、乡村、农村、城中村、行政村、驻村、美丽乡村和文明村", ""),
        ("建设5个宜居宜业和美乡村", ""),
        ("村庄、村民、村集体经济和村镇", ""),
        ("在碧岭社区、坪环社区试点", "碧岭社区 坪环社区"),
        ("建设“完整社区”，各社区、社区卫生服务和社区治理", ""),
        ("七里坪街道龙马风情小镇", "七里坪街道龙马风情小镇 七里坪街道"),
        ("各街道、乡镇（街道）和一条街", ""),
        ("城镇化、乡镇企业、各镇和小城镇", ""),
        ("义联庄乡山体滑坡治理", "义联庄乡"),
        ("城乡、下乡、返乡和乡村振兴", ""),
        ("东牛、西小里、李小王等村", "东牛 西小里 李小王"),
        ("科教文卫体等农村事业", ""),
        # roads and waters
        ("围绕中华路、人民大道引进不少于2家中高端酒店", "中华路 人民大道"),
        ("加快健康路友谊路排水管网更新改造", "健康路 友谊路"),
        ("新建改扩建化工三路、昌泰西路等市政道路", "化工三路 昌泰西路"),
        ("翠园街、长青街等4条市政道路建成通车", "翠园街 长青街"),
        ("翠园街与和平路交叉口", "翠园街 和平路"),
        ("道路、公路、铁路、网路、思路、出路、新路、致富路和产业路", ""),
        ("一带一路、一路走来、探索新路径、完善路网", ""),
        ("商业街、步行街、背街小巷和9条小街小巷", ""),
        ("推动中华路北向贯通和107国道改线", "中华路 107国道"),
        ("着眼洹河两岸环境提升", "洹河"),
        ("安阳河南岸、河南省、河道、河流、河湖和银河", "安阳河"),
        ("御路沟污水管网", "御路沟"),
        ("红旗渠精神", ""),
        ("东风桥东地块、605片区63亩地、马家垒片区", "东风桥 605片区 马家垒片区"),
        ("桥梁、大桥、天桥和立交桥", ""),
        ("米会高速和高速增长", "米会高速"),
        ("瀑河水库和病险水库", "瀑河水库"),
        ("连通至巨能路", "巨能路"),
        # houses
        ("加快实施柏庄镇卫生院整体提升工程", "柏庄镇卫生院整体提升工程 柏庄镇卫生院 柏庄镇"),
        ("深化与北京服装学院等高校的战略合作", "北京服装学院"),
        ("老旧小区改造和向阳花园海绵化改造", "向阳花园"),
        ("依托“甲骨秘境”和黛眉山省级旅游度假区", "黛眉山省级旅游度假区"),
        ("新建改扩建学校、幼儿园41所，建成14所中小学", ""),
        ("区长城学校和县医院", "长城学校"),
        ("建成国内首个半开放式无人机动态测试风洞实验室", ""),
        ("解放路社区卫生服务中心", "解放路社区卫生服务中心 解放路"),
        # projects
        ("全力盘活彰东大棚改项目", "彰东大棚改项目"),
        ("36个省、市重点项目和民生实事项目、示范工程", ""),
        ("推进永安110千伏变电站等项目建设", "永安110千伏变电站"),
        ("投资2.1亿元的晨旭汽车零部件、集宏兴服饰等项目", "晨旭汽车零部件 集宏兴服饰"),
        ("东部区域推进弘景璞悦、润安玖熙台等项目", "弘景璞悦 润安玖熙台"),
        ("政务巡查、物流配送、安防救援等示范项目", ""),
        ("安浙百亿级童装产业园一期、低空经济产业园、庄恒科技等项目",
         "安浙百亿级童装产业园一期 低空经济产业园 庄恒科技"),
        ("宜居芳华里、宜居幸福里等一批房地产项目", "宜居芳华里 宜居幸福里"),
        ("加快园区管理、工业园区和特色产业基地", ""),
        ("推进中原实业家属楼、蔬菜公司家属院等项目", "中原实业家属楼 蔬菜公司家属院"),
        # firms
        ("推动云洹网联、神安重工、坤宇无人机等企业加大研发投入", "云洹网联 神安重工 坤宇无人机"),
        ("云洹网联、和平饭店、式样重工等企业", "云洹网联"),
        ("与北京世纪明德教育集团合作", "北京世纪明德教育集团"),
        ("上市公司、龙头企业、教育集团和污水处理厂", ""),
        ("工会、共青团、妇联等群团组织更好发挥桥梁纽带作用", ""),
        ("“中国芯”、汽车灯具、配件等企业", ""),
    ],
)  # fmt: skip
def test_a_name_is_known_by_how_it_is_written(finder, text, expected):
    assert names(finder, text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("推动柏庄镇发展", "镇村街道"),
        ("围绕中华路建设", "道路地点"),
        ("曙光北校等项目", "道路地点"),
        ("实施彰东大棚改项目", "项目"),
        ("小叮当、迪尚华盈等知名品牌", "企业"),
    ],
)
def test_a_name_belongs_to_the_group_its_ending_tells(finder, text, kind):
    assert [name.kind for name in finder.find(text)][:1] == [kind]


def test_every_rule_belongs_to_a_group_that_is_offered():
    assert {rule.kind for rule in (*SHORT, *LONG)} < set(KINDS)


@given(st.text(alphabet="柏庄北花村镇路街等和、项目企业第三12的，。“”()河桥社区工程", max_size=60))
def test_whatever_is_written_names_are_pieces_of_it_in_order(text):
    found = NameFinder(plain_words()).find("".join(text.split()))
    places = [(name.start, -name.end) for name in found]
    assert places == sorted(places)
    assert all(0 <= name.start < name.end <= len(text) for name in found)
    assert len(set(places)) == len(places)
