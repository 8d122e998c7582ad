"""A small invented policy about street lamps: its text, its examples, its case files."""

from __future__ import annotations

POLICY = """\
language 1

policy lamp_2030 "甲市路灯改造补助办法"
  text "sources/lamp.txt"
  valid from 2030-01-01 until 2030-12-31
  currency CNY
  payer city "市级财政", county "县级财政"
  paid by city

entity firm "企业"
  fact lamps: count "路灯盏数"
  fact approved: flag "方案已批准"

entity site of firm "工地"
  fact cost: money "造价"
  fact kind: choice of street, park "类别"

rule lamp_award "路灯奖励"
  article "一"
  quote "对改造路灯10盏以上的企业,一次性奖励5万元。"
  when lamps >= 10 "路灯10盏以上"
  award 5万元 once per firm

rule site_subsidy "工地补助"
  article "二"
  quote "方案经批准的,每个工地按造价的20%补助,最高10万元,由市、县按1:1比例分摊。"
  for each site
  when approved "方案已批准"
  rate 20% of cost cap 10万元 split city:county 1:1

rule park_subsidy "公园补助"
  article "三"
  quote "公园类工地另按不超过造价30%补助。"
  for each site
  when kind is park "类别为公园"
  rate up to 30% of cost
"""

EXAMPLES = """\

example "十盏"
  as of 2030-06-01
  given lamps 10, no history, no site
  expect lamp_award 5万元 (city 5万元)   # 刚好
  expect total 50000

example "九盏"
  as of 2030-06-01
  given lamps 9, no history
  expect lamp_award 0 because "路灯10盏以上"

example "两个工地"
  as of 2030-06-01
  given approved yes
  given site (cost 100000, kind street), site (cost 80万元, kind street)
  expect site_subsidy 120000.00 (city 60000, county 60000)

example "公园,尚未核定"
  as of 2030-06-01
  given approved no
  given site (cost 100000, kind park)
  expect park_subsidy 0 to 30000

example "公园,已核定"
  as of 2030-06-01
  given approved no
  given site (cost 100000, kind park), site (cost 200000, kind park)
  given decided park_subsidy 10%
  expect park_subsidy 30000
"""

TEXT = """\
甲市路灯改造补助办法
甲政〔2030〕7号

一、 对改造路灯 10 盏以上的企业，
一次性奖励

5 万元。

二、方案经批准的，每个工地按造价的 20％ 补助，最高 10 万元，由市、县按 1：1 比例分摊。
三、公园类工地另按不超过造价 30% 补助。
本办法自2030年1月1日起施行，有效期1年。
"""

YAML = """\
# 路灯案例
cases:
  - name: "一盏不少"   # 下限
    as_of: 2030-06-01
    facts:
      firm: {lamps: 10}
      site: []
      history: []
    expect:
      lamp_award: "50000.00"
      total: {low: "50000.00", high: "50000.00", split: {city: 50000}}
  - name: 全不知道
    as_of: 2030-06-01
    facts: {}
    expect:
      lamp_award: {low: 0, high: 50000, status: undetermined}
      total: {low: "0.00", high: null}
"""

CSV = """\
name,as_of,firm.lamps,firm.approved,site[0].kind,site[0].cost,site,history,expect.lamp_award,expect.site_subsidy,expect.site_subsidy.county,expect.lamp_award.status
十盏,2030-06-01,10,no,,,none,none,50000.00,,,eligible
"工地,不知批准",2030-06-01,9,unknown,street,100000,,none,0,0 to 20000.00,0..10000,ineligible
"""
