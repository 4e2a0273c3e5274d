"""A small report built by hand, for tests that need places but no reader."""

from itertools import accumulate

from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Report, Runin, Unit

THREE = "三、2026年重点工作"
SIX = "（六）惠民生增福祉，提升群众幸福指数"
REVIEW = "一、2025年和“十四五”时期工作回顾"
DASH = "——五年接续奋斗，发展活力持续迸发。"


def report_of(*parts: Unit, title: str = "政府工作报告", edition: str = "审议稿") -> Report:
    """Number units, paragraphs and letters as the reader would."""
    letters = accumulate((letter_count(part.text) for part in parts), initial=0)
    units, number = [], 0
    for ordinal, (part, before) in enumerate(zip(parts, letters, strict=False)):
        is_paragraph = part.kind == "paragraph"
        number += is_paragraph
        units.append(
            Unit(
                ordinal,
                part.kind,
                part.level,
                part.text,
                part.text,
                ((0, len(part.text)),),
                runin=part.runin,
                path=part.path,
                number=number if is_paragraph else None,
                letter=before,
            )
        )
    return Report("r1", title, "审议", edition, None, "reading", tuple(units), ())


def line(kind: str, text: str) -> Unit:
    return Unit(0, kind, 0, text, text, ())


def heading(text: str, level: int, *path: str) -> Unit:
    return Unit(0, "heading", level, text, text, (), path=path)


def body(text: str, *path: str, runin: str = "", form: str = "topic", level: int = 2) -> Unit:
    """A paragraph; `runin` is its first sentence when that is a heading."""
    head = Runin(runin, level, form) if runin else None
    return Unit(0, "paragraph", 0, text, text, (), runin=head, path=path)


def small() -> Report:
    """One of everything that the shipped report has."""
    return report_of(
        line("meta", "北关区十一届人大六次会议文件（3）"),
        line("title", "政府工作报告"),
        line("meta", "——2026年2月27日在北关区第十一届人民代表大会第六次会议上"),
        line("meta", "安阳市北关区人民政府区长 可振虎"),
        line("salutation", "各位代表："),
        body("现在，我代表区人民政府向大会报告工作，请予审议。"),
        heading(REVIEW, 1),
        body(
            "（三）创新驱动纵深推进。申报专利8项、形成样机9套；研发平台增至 55 家。",
            REVIEW,
            runin="（三）创新驱动纵深推进。",
            form="numbered",
        ),
        body("各位代表！2025年目标任务的完成，标志着“十四五”顺利收官。", REVIEW),
        body("各位代表！“十四五”时期，我们坚持依法行政。", REVIEW),
        body(DASH + "开发区改革不断深化。", REVIEW, runin=DASH, form="dash"),
        body("全力推进“放管服”等改革，围绕企业服务。", REVIEW, DASH),
        heading("二、“十五五”时期主要目标任务", 1),
        body(
            "一是高质量发展实现重大突破。经济增长保持在合理区间。",
            "二、“十五五”时期主要目标任务",
            runin="一是高质量发展实现重大突破。",
            form="ordinal",
        ),
        heading(THREE, 1),
        heading(SIX, 2, THREE),
        body(
            "优化公共服务。推进教育优质均衡发展。多措并举化解东部区域学位紧张难题，多措并举。",
            THREE,
            SIX,
            runin="优化公共服务。",
            level=3,
        ),
        body("加强国防动员、人民防空和后备力量建设，深入开展双拥活动。", THREE, SIX),
        line("footer", "安阳市北关区十一届人大六次会议秘书处 2026年2月26日印"),
    )


def unit_of(report: Report, beginning: str) -> int:
    return next(u.ordinal for u in report.units if u.text.startswith(beginning))
