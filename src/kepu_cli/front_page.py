"""What `kepu` and `kepu --help` show, without the command line's framework: a newcomer should not wait for it."""

from __future__ import annotations

from kepu_cli.commands import COMMANDS
from kepu_cli.findings import Words
from kepu_cli.help_page import in_lang, page, section


def help_text() -> str:
    """The page of `kepu --help`: all commands."""
    usage = in_lang(Words("kepu [选项] 命令 …", "kepu [OPTIONS] COMMAND …"))
    options = [("--version", in_lang(VERSION))]
    commands = [(entry.name, in_lang(entry.summary)) for entry in COMMANDS]
    return page(usage, in_lang(ABOUT), [], options) + section(_COMMANDS, commands) + "\n" + in_lang(_MORE_HELP) + "\n"


def guide_text() -> str:
    """The three commands a newcomer needs first."""
    return in_lang(_GUIDE)


ABOUT = Words(
    "检查任务分工方案，找出没人负责的职责，生成分工表，比较两年的变化。",
    "Checks task-responsibility plans, finds the duties nobody covers, writes the division-of-labour table, "
    "compares two years.",
)
VERSION = Words("显示版本", "show the version")
_COMMANDS = Words("命令", "Commands")
_MORE_HELP = Words("每个命令的用法：kepu 命令 --help", "For one command: kepu COMMAND --help")
_GUIDE = Words(
    zh="""kepu：任务分工方案的检查、查漏、出表、对比

头一次用，先试这三条命令：

  kepu init 我的方案            在“我的方案”文件夹里放一份带说明的方案和名册，照着改就行
  kepu validate plan.yaml       逐行检查：写错的单位、漏写的牵头、重复的编号
  kepu export plan.yaml -o 分工表.xlsx
                                生成能直接打印的任务分工表和责任矩阵

接着会用到：

  kepu gaps plan.yaml           哪些职责没人负责，哪些单位没有任务
  kepu show plan.yaml           在屏幕上看方案；加 --matrix 看矩阵
  kepu diff 2025.yaml 2026.yaml 和去年比，改了什么

全部命令：kepu --help
""",
    en="""kepu: checks task-responsibility plans, finds gaps, writes the tables, compares two years

New here? Start with these three:

  kepu init my-plan             puts a commented plan and roster into the folder my-plan
  kepu validate plan.yaml       checks it line by line: unknown departments, missing leads, duplicate ids
  kepu export plan.yaml -o table.xlsx
                                writes the division-of-labour table and the matrix, ready to print

Then:

  kepu gaps plan.yaml           the duties nobody covers, the members without a duty
  kepu show plan.yaml           the plan on the screen; --matrix for the matrix
  kepu diff 2025.yaml 2026.yaml what changed since last year

All commands: kepu --help
""",
)
