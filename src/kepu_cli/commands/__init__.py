"""The commands, one module each. This list is the registry; a module is imported when its command is called."""

from __future__ import annotations

from typing import NamedTuple

from kepu_cli.findings import Words


class Entry(NamedTuple):
    """A command as the front page lists it. Its module has a function of the module's name and the rest of the help."""

    name: str
    module: str
    summary: Words


COMMANDS = (
    Entry("init", "init", Words("放一份带说明的方案和名册，照着改", "write a commented plan and roster to start from")),
    Entry("validate", "validate", Words("逐行检查方案", "check plans line by line")),
    Entry("gaps", "gaps", Words("找出没人负责的职责", "find the duties nobody covers")),
    Entry("show", "show", Words("在屏幕上看方案", "show the plan on the screen")),
    Entry("export", "export", Words("生成任务分工表和其他表格", "write the division-of-labour table and others")),
    Entry(
        "import",
        "import_",
        Words(
            "把别人的文件读成方案：Word、Excel、网页上复制的文字，或者 kepu 导出的表",
            "read a document as a plan: Word, Excel, text from a web page, or a table of our own",
        ),
    ),
    Entry("diff", "diff", Words("比较两份方案", "compare two plans")),
    Entry("fmt", "fmt", Words("把方案整理成统一的写法", "make plans uniform")),
    Entry("rules", "rules", Words("列出全部规则", "list all rules")),
    Entry("explain", "explain", Words("解释一条规则", "explain one rule")),
    Entry("schema", "schema", Words("输出给编辑器用的 JSON Schema", "print the JSON Schema for editors")),
    Entry("completion", "completion", Words("输出终端的补全脚本", "print a script for the shell's completion")),
)
