"""Rosters to guess in."""

from __future__ import annotations

from kepu_cli.model import Department
from kepu_cli.near_names import NearNames
from kepu_cli.roster import Register

CITY = [
    "市委组织部",
    "市委宣传部",
    "市发改局",
    "市教育局",
    "市科技局",
    "市财政局",
    "市民政局",
    "市农业农村局",
    "市人社局",
    "市生态环境局",
    "市水利局",
    "市市场监管局",
    "市文体局",
    "市总工会",
    "市妇联",
    "团市委",
    "市科协",
]


def near(members: list[str], region: str = "什邡市") -> NearNames:
    return NearNames(Register([Department(name=name) for name in members], {}, region))


IN_CITY = near(CITY)
