"""K008 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: ../名册.yaml
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: departments.yaml
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.loading.linked_files import BUILTIN, BUILTIN_OUTLINES
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K008"
NAME = "bad-reference"
SEVERITY = Severity.ERROR
TITLE = Words("名册或纲要文件用不了", "A roster or outline cannot be had")
WHY = Words(
    "文件不在、不是 YAML 文件，或者在方案所在的文件夹之外。文件夹之外的文件一律不打开。",
    "The file is not there, is no YAML file, or lies outside the plan's folder, where kepu opens nothing.",
)

MESSAGES = {
    "missing": Words("找不到文件“{reference}”", "there is no file “{reference}”"),
    "missing-near": Words("找不到文件“{reference}”", "there is no file “{reference}”"),
    "outside": Words("“{reference}”不在方案所在的文件夹里", "“{reference}” lies outside the plan's folder"),
    "folder": Words("“{reference}”是文件夹，不是文件", "“{reference}” is a folder, not a file"),
    "not-yaml": Words("“{reference}”不是 YAML 文件", "“{reference}” is no YAML file"),
    "builtin": Words("没有自带的“{reference}”", "there is no “{reference}”"),
    "itself": Words("“{reference}”就是方案自己", "“{reference}” is the plan itself"),
    "unreadable": Words("读不了“{reference}”：{why}", "cannot read “{reference}”: {why}"),
    "chain": Words("名册文件又指向“{reference}”", "the roster file refers on to “{reference}”"),
}
_BUILTINS = tuple(BUILTIN + name for name in BUILTIN_OUTLINES)
HINTS = {
    "missing": Words(
        "请看看文件名和扩展名；路径从方案所在的文件夹算起",
        "see to its name and extension; the path starts at the plan's folder",
    ),
    "missing-near": Words("是不是“{near}”？", "did you mean “{near}”?"),
    "outside": Words(
        "请把文件放到方案所在的文件夹里，只写文件名", "put the file into the plan's folder and write its name"
    ),
    "folder": Words("请写到具体的文件，如 departments.yaml", "write the file itself, such as departments.yaml"),
    "not-yaml": Words(
        "请写 .yaml 或 .yml 文件；表格文件要先转成 YAML",
        "write a .yaml or .yml file; a spreadsheet has to be converted first",
    ),
    "builtin": Words(
        f"自带的只有上级纲要：{'、'.join(_BUILTINS)}", f"only these outlines are built in: {', '.join(_BUILTINS)}"
    ),
    "itself": Words("请写名册或纲要的文件名", "write the name of the roster's or the outline's file"),
    "unreadable": Words(
        "请看看文件是否被占用，能不能打开", "see whether the file is in use and whether you may open it"
    ),
    "chain": Words("请在方案里直接写最终的那个文件", "name the final file in the plan"),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
