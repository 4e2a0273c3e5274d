"""Invented files that are no report, and small reports of every kind there is."""

NOVEL = "第一章 雨夜\n\n" + "\n".join(
    [
        "他推开门，雨还在下。她站在屋檐下看着他，半天没有开口。",
        "“你怎么才来？”她问道。",
        "“路上堵了。”他笑道，“你吃过了没有？我带了两个包子。”",
        "她摇了摇头，眼圈红了。他把伞收起来，靠在墙边，心里忽然有点慌。",
    ]
    * 12
)
OLD_NOVEL = "\n".join(
    f"第{at}回　过山庄英雄借宿　闻笛声公子回头\n"
    "话说那汉子背着包裹，走了半日，腹中饥饿，远远望见一座庄院，便上前叩门。"
    "庄客出来看时，那汉子唱个喏，说起来意，庄客进去通报不提。"
    for at in ("一", "二", "三")
)
TABLE = "年份\t产量\t收入\n" + "\n".join(
    f"{year}\t{3 * year % 977}.{year % 10}\t{7 * year % 4999}" for year in range(1990, 2026)
)
TITLED_TABLE = "2026年一般公共预算收支计划\n单位 万元\n" + "\n".join(
    f"科目{at}\t{31 * at}.5\t{17 * at}\t{at}.2%" for at in range(100, 140)
)
SPEECH = (
    "各位代表：\n大家好，我来自王庄村，我想说说村口那条路，一下雨就走不了。\n"
    "我的发言完了，谢谢大家！\n"
)
AGREEING = (
    "听了区长向大会作的政府工作报告，我很受鼓舞。\n"
    "我完全赞成这个报告，建议把村里的路修好。\n谢谢各位代表！"
)
SHOPPING = "\n".join(["鸡蛋", "牛奶两盒", "酱油", "西红柿", "给妈妈买药", "电池", "交电费"] * 5)
NUMBERED_SHOPPING = "要买的东西\n" + "\n".join(
    f"{at}. {what}" for at, what in enumerate(["鸡蛋", "牛奶", "酱油", "葱", "纸巾"] * 6, 1)
)
POEM = "\n".join(["春风吹过小河湾", "柳条轻轻绿两岸", "谁家燕子归来早", "衔着新泥过矮檐", ""] * 10)
LOG = "\n".join(
    f"2026-01-{day:02} 08:{day:02}:11,204 INFO server 已启动，端口 80{day:02}，等待连接"
    for day in range(1, 29)
)
CODE = "import os\nfrom pathlib import Path\n\n" + "\n".join(
    f"def step_{at}(value):\n    # 第{at}步\n    return value + {at}" for at in range(20)
)
MAIL = (
    "发件人：李明\n收件人：王芳\n主题：周末去爬山吗\n\n"
    "王芳：\n周末天气不错，要不要一起去爬山？记得多带点水，山上风大，穿厚一点。\n李明"
)
ENGLISH = "It was a quiet evening, and nobody in the village had heard of it yet.\n" * 20
PAGE = "<!DOCTYPE html>\n<html><head><title>菜谱</title></head>\n<body>" + "<p>鸡蛋炒饭</p>\n" * 40
FILES = {
    "小说.txt": (NOVEL, "小说"),
    "章回.txt": (OLD_NOVEL, "小说"),
    "数字.txt": (TABLE, "数字表"),
    "收支.txt": (TITLED_TABLE, "数字表"),
    "发言.txt": (SPEECH, "几句话"),
    "赞成.txt": (AGREEING, "几句话"),
    "购物.txt": (SHOPPING, "清单"),
    "要买的.txt": (NUMBERED_SHOPPING, "清单"),
    "诗.txt": (POEM, "诗歌"),
    "日志.txt": (LOG, "运行记录"),
    "程序.txt": (CODE, "程序代码"),
    "邮件.txt": (MAIL, "电子邮件"),
    "英文.txt": (ENGLISH, "不是汉字"),
}
"""By name: what stands in the file, and a word of what it is taken for."""

_OPENING = "各位代表：\n现在，我代表{who}，向大会报告工作，请予审议。\n"
_MIDDLE = "去年，全县经济平稳发展，各项任务全面完成。今年要继续加强管理，完善制度，抓好落实。"
REPORTS = {
    "a government's": "青石县政府工作报告\n" + _OPENING.format(who="县人民政府") + _MIDDLE,
    "a plan's": (
        "关于青石县2030年国民经济和社会发展计划执行情况与2031年计划草案的报告\n各位代表：\n"
        "受县人民政府委托，现将计划执行情况和计划草案提请大会审查。\n一、执行情况\n"
        "粮食产量30.5万吨，增长2.1%；财政收入12亿元，增长6%。\n二、主要目标\n生产总值增长6%左右。"
    ),
    "a budget's, with a table": (
        "青石县2030年财政预算执行情况和2031年预算草案的报告\n一、收入\n去年收入12亿元，完成预算的101%。"
        "\n" + "\n".join(f"{name}\t{3 * at}.2\t{2 * at}" for at, name in enumerate("甲乙丙丁", 11))
    ),
    "a court's": (
        "青石县人民法院工作报告\n"
        + _OPENING.format(who="县人民法院")
        + "全年受理案件3210件，审结3105件。我们依法惩处犯罪，"
        + "他们当中有的人悔过自新，他的家人很感激。"
    ),
    "a procuratorate's": (
        "人民检察院工作报告\n各位代表：\n去年，我院批准逮捕210人，提起公诉350人，监督立案12件。"
    ),
    "a standing committee's": (
        "县人大常委会工作报告\n"
        + _OPENING.format(who="县人大常委会")
        + "常委会听取了专项报告，开展了执法检查，办理代表建议86件。"
    ),
    "a town's, the shortest": "王庄镇政府工作报告\n我们修了路，也架了桥。",
    "an outline of five years": (
        "青石县国民经济和社会发展第十六个五年规划纲要（草案）\n第一章\n未来五年要发展。"
    ),
    "points of work": "2031年工作要点\n1.修路\n今年修三条路。\n2.架桥\n今年架一座桥。",
    "about rule by law": (
        "青石县2030年法治政府建设情况的报告\n一、主要做法\n加强监督，规范执法，完善制度。"
    ),
    "a Party congress's": (
        "同志们：\n现在，我代表县委员会向大会作报告。\n全县人民团结奋斗，成绩来之不易。"
    ),
    "an opening alone": "各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。",
    "a part without a title": "（一）加快产业发展。\n" + _MIDDLE * 5,
    "no line ends, no marks": (_MIDDLE * 6).replace("，", "").replace("。", ""),
    "old letters": (
        "政府工作報告\n各位代表：\n現在，我代表縣人民政府，向大會報告工作，請予審議。\n"
        "過去一年，全縣經濟發展，社會穩定，各項計劃全面完成。"
    ),
    "a speaker who says I and you": (
        _OPENING.format(who="全体委员") + "我和他们说，你们要加强工作，他们也要发展生产。" * 12
    ),
}
"""What must be let in, each with the marks of its kind and hardly more."""
