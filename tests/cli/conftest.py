"""A small made-up policy on disk, for every command to work on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

POLICY = """\
language 1

policy riverside "滨河市数字化若干措施"
  number "滨政〔2031〕1号"
  issued 2031-01-01
  text "riverside.txt"
  valid from 2031-01-01 until 2031-12-31
  currency CNY
  paid by city

entity firm "企业"
  fact clients: count "服务企业家数" ask "服务了多少家企业？"
  fact certified: flag "已认证"

entity site of firm "场地"
  fact kind: choice of hub, plain "类型"
  fact cost: money "投资额"

# Sites first.
rule hub "枢纽补助"
  article "一"
  quote "对服务企业20家以上的枢纽按投资额30%给予补助，最高50万元，市、县各半。"
  for each site
  when kind is hub
  when clients >= 20 "服务企业20家以上"
  rate 30% of cost cap 500000 split city:county 1:1

rule prize "认证奖励"
  article "二"
  quote "对通过认证的企业一次性奖励10万元。"
  when certified
  award 100000
  once per firm

example "枢纽封顶"
  as of 2031-05-01
  given clients 25, certified yes, no history
  given site (kind hub, cost 2000000)
  expect hub 500000 (city 250000, county 250000)
  expect prize 100000
"""

TEXT = """\
滨河市数字化若干措施
一、对服务企业20家以上的枢纽按投资额30%给予补助，最高50万元，市、县各半。
二、对通过认证的企业一次性奖励10万元。
"""

FACTS = {
    "firm": {"clients": 25, "certified": True},
    "site": [{"kind": "hub", "cost": "2000000"}],
    "history": [],
}


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """The policy's file, its official text beside it."""
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "riverside.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "riverside.rules"
    path.write_text(POLICY, encoding="utf-8")
    return path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A case that is due 600,000 yuan."""
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    return path
