"""K007 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 全国科普日活动
        牵头单位: &a 县科协
        责任单位: 县教育局
        完成时限: 9月底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 全国科普日活动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 9月底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K007"
NAME = "unsafe-yaml"
SEVERITY = Severity.ERROR
TITLE = Words(zh="用了不安全的 YAML 写法", en="Unsafe YAML")
WHY = Words(
    zh="引用和标签能让几行字无限膨胀，或让内容与看到的不一样；控制字符会弄坏终端和表格。",
    en="References and tags let a few lines grow without end or mean what they do not show; "
    "control characters upset terminals and workbooks.",
)
MESSAGES: dict[str, Words] = {
    "anchor": Words(zh="不支持 & 锚点“{name}”", en="anchors are not supported: “{name}”"),
    "alias": Words(zh="不支持 * 引用“{name}”", en="aliases are not supported: “{name}”"),
    "merge-key": Words(zh="不支持 << 合并", en="merge keys (<<) are not supported"),
    "tag": Words(zh="不支持 ! 标签“{name}”", en="tags are not supported: “{name}”"),
    "directive": Words(zh="不支持 {name} 指令", en="the directive {name} is not supported"),
    "too-deep": Words(zh="嵌套超过 {limit} 层", en="nested more than {limit} levels deep"),
    "too-many-nodes": Words(zh="内容超过 {limit} 项，太多了", en="more than {limit} entries"),
    "control": Words(zh="这里有看不见的控制字符 {code}", en="an invisible control character {code}"),
    "control-escape": Words(
        zh="双引号里的 \\ 写法产生了控制字符（{code}）",
        en="the escape in double quotes makes a control character ({code})",
    ),
    "line-separator": Words(zh="这里有特殊换行符 {code}", en="an unusual line separator {code}"),
    "bom-inside": Words(
        zh="这里有一个 BOM（{code}），可能是两个文件拼接而成",
        en="a byte-order mark ({code}) inside the file; two files may have been joined",
    ),
}
_WRITE_OUT = Words(zh="请把内容照原样写出来", en="please write the content out")
_DELETE = Words(zh="请删掉这个字符", en="please delete this character")
HINTS: dict[str, Words] = {
    "anchor": Words(
        zh="若 & 是内容，请给整个值加引号", en="if the & belongs to the text, put quotes around the whole value"
    ),
    "alias": Words(
        zh="请把内容照原样写出来；若 * 是内容，请给整个值加引号",
        en="please write the content out; if the * belongs to the text, put quotes around the whole value",
    ),
    "merge-key": _WRITE_OUT,
    "tag": Words(
        zh="请删掉它；若 ! 是内容，请给整个值加引号",
        en="please delete it; if the ! belongs to the text, put quotes around the whole value",
    ),
    "directive": Words(zh="请删掉这一行", en="please delete this line"),
    "too-deep": Words(zh="请检查括号和列表符号是否多打了", en="please check for surplus brackets or dashes"),
    "too-many-nodes": Words(zh="请把方案分成几个文件", en="please split the plan into several files"),
    "control": _DELETE,
    "control-escape": Words(
        zh="请删掉它；若 \\ 是内容，请改用单引号",
        en="please delete it; if the \\ belongs to the text, use single quotes",
    ),
    "line-separator": Words(
        zh="多半是从 Word 粘贴来的，请删掉后重新按回车",
        en="probably pasted from Word; please delete it and press Enter",
    ),
    "bom-inside": _DELETE,
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
