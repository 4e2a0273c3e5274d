"""Opinions of many authors entered through the services, as the study does with its file."""

import json
from pathlib import Path

import pytest

from tests.studies import opinions

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "design" / "examples" / "opinions.jsonl"


def line(**said):
    blank = dict.fromkeys(("paragraph_starts", "quote", "act", "replacement", "reason"), "")
    usual = {"kind": "建议", "text": "好", "author": "代表甲", "delegation": "第三代表团"}
    return json.dumps(blank | usual | {"source": "本人录入"} | said, ensure_ascii=False)


def test_what_was_entered_comes_back(tmp_path):
    file = tmp_path / "意见.jsonl"
    services = {"paragraph_starts": "优化公共服务。推进教育优质均衡", "quote": "学位紧张难题"}
    lines = [
        line(),
        line(**services, source="发言代录", author="代表乙"),
        line(**services, kind="修改", act="增加", replacement="，写明数量", source="纸质代录"),
    ]
    file.write_text("\n".join([*lines, ""]), "utf-8")
    counts, wrong = opinions.study(file, tmp_path / "a.db")
    assert wrong == []
    assert (counts["opinions"], counts["people"], counts["修改：增加"]) == (3, 2, 1)
    assert (counts["口头发言"], counts["书面意见"], counts["会前书面"]) == (1, 1, 1)


def test_what_would_not_come_back_is_told(tmp_path):
    file = tmp_path / "意见.jsonl"
    file.write_text(line(text=" 好 "), "utf-8")
    assert opinions.study(file, tmp_path / "a.db")[1] == ["line 1: text"]


@pytest.mark.skipif(not EXAMPLES.is_file(), reason="the example opinions lie outside the project")
def test_every_example_opinion_is_entered_and_comes_back(tmp_path):
    counts, wrong = opinions.study(EXAMPLES, tmp_path / "a.db")
    assert wrong == []
    assert counts["opinions"] == 40
    assert counts["report"] == sum(not it["paragraph_starts"] for it in opinions.read(EXAMPLES))
