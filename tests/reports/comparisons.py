"""Two small plans of which everything can be said that a comparison knows, and the sample county's two years."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.compare import compare
from kepu_cli.loading.load import load_bytes, load_file

if TYPE_CHECKING:
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.loading.load import Loaded
    from kepu_cli.loading.places import Places

SAMPLE = pathlib.Path(__file__).parents[2] / "data" / "examples" / "sample-county"

OLD = """\
方案: 2025年方案
年度: 2025
成员单位: [县教育局, 县科协, 县妇联, {名称: 县扶贫办}, 县体育局]
实施阶段: [{名称: 启动, 时间: 1月, 内容: 部署}]
重点任务:
  - 编号: 一
    名称: 青少年行动
    牵头单位: 县教育局
    牵头领导: 分管副县长
    职责:
      - {编号: 1.1, 内容: 办展览, 牵头单位: 县教育局、县科协, 完成时限: 6月底前, 目标: {场次: 20}}
      - {编号: 1.2, 内容: 办留守儿童夏令营, 牵头单位: 县妇联}
      - {编号: 1.3, 内容: 帮扶山村学校, 责任单位: 县扶贫办}
      - {编号: 1.4, 内容: 训练裁判, 牵头单位: 县科协, 责任单位: 县体育局}
      - {编号: 1.5, 内容: 训练教师}
      - {编号: 1.6, 内容: 训练家长}
      - {编号: 1.7, 内容: 建一个站, 目标: {站: 1}, 完成: {站: 1}, 牵头单位: 县科协}
  - 名称: 老行动
    职责: [{内容: 搜集旧书, 牵头单位: 县科协}]
"""
NEW = """\
方案: 2026年方案
年度: 2026
成员单位: [县教育局, 县科协, 县妇联, {名称: 县乡村振兴局, 前身: {名称: 县扶贫办, 至: 2025}}]
实施阶段: [{名称: 启动, 时间: 2月, 内容: 部署}]
重点任务:
  - 编号: 一
    名称: 青少年行动
    牵头单位: 县科协
    牵头领导: 常务副县长
    职责:
      - {编号: 1.1, 内容: 办展览, 牵头单位: 县妇联、县科协, 完成时限: 2026年9月底前, 目标: {场次: 30}}
      - {编号: 1.3, 内容: 帮扶山村学校, 责任单位: 县乡村振兴局、县妇联}
      - {编号: 1.4, 内容: 训练裁判, 牵头单位: 县科协, 责任单位: 县教育局、县妇联, 备注: 扩大范围}
      - {编号: 1.8, 内容: 举办留守儿童暑期夏令营, 牵头单位: 县妇联}
      - {编号: 1.9, 内容: 训练教师, 原编号: [1.5, 1.6]}
      - {编号: '1.10', 内容: 训练学生, 原编号: 1.4, 牵头单位: 县科协, 责任单位: 县教育局}
      - {编号: '1.11', 内容: 看月亮, 原编号: 9.9}
  - 名称: 新行动
    牵头单位: 县科协
"""


class Compared(NamedTuple):
    """A comparison with the lines of both files: what the reports take."""

    comparison: Comparison
    old: Places
    new: Places


def compared(old: str = OLD, new: str = NEW) -> Compared:
    return of_loaded(loaded(old, "旧.yaml"), loaded(new, "新.yaml"))


def sample() -> Compared:
    return of_loaded(*(load_file(SAMPLE / name, name) for name in ("2025.yaml", "2026.yaml")))


def loaded(text: str, name: str) -> Loaded:
    return load_bytes(text.encode(), name, pathlib.Path())


def of_loaded(old: Loaded, new: Loaded) -> Compared:
    assert old.plan is not None
    assert new.plan is not None
    return Compared(compare(old.plan, new.plan), old.places, new.places)
