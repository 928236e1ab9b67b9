"""K002 by example.

Bad:

    方案：什邡市全民科学素质行动工作方案
    年度: 2007

Good:

    方案: 什邡市全民科学素质行动工作方案
    年度: 2007
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K002"
NAME = "yaml-syntax"
SEVERITY = Severity.ERROR
TITLE = Words(zh="YAML 写法有误", en="The YAML is malformed")
WHY = Words(
    zh="多半只是一个符号：全角冒号、制表符、没配对的引号。YAML 自己往往到几行以后才发觉，这里指出的是出错的根源。",
    en="Mostly it is one sign: a full-width colon, a tab, an open quote. YAML itself often notices some lines later; "
    "the spot named here is that of the cause.",
)
MESSAGES: dict[str, Words] = {
    "empty": Words(zh="文件是空的", en="the file is empty"),
    "root-text": Words(
        zh="整个文件只是一段文字，没有“键: 值”", en="the whole file is one text, without any “key: value”"
    ),
    "root-list": Words(
        zh="整个文件是一个列表，最外层应是“键: 值”", en="the file is a list; its outermost level must be “key: value”"
    ),
    "key-not-text": Words(zh="键名必须是文字：“{key}”", en="a key must be text: “{key}”"),
    "wide-colon": Words(zh="这里用了全角冒号“：”", en="full-width colon “：”"),
    "wide-comma": Words(zh="括号里用了全角逗号“，”", en="full-width comma “，” inside brackets"),
    "wide-bracket": Words(zh="这里用了全角括号“{sign}”", en="full-width bracket “{sign}”"),
    "wide-dash": Words(zh="列表符号用了“{sign}”", en="“{sign}” in place of a list dash"),
    "wide-hash": Words(zh="注释用了全角井号“＃”", en="full-width “＃” in place of a comment sign"),
    "wide-space-indent": Words(zh="行首有特殊空格（{code}）", en="an unusual space ({code}) at the start of the line"),
    "wide-space-after-colon": Words(zh="冒号后是特殊空格（{code}）", en="an unusual space ({code}) after the colon"),
    "tab": Words(zh="缩进用了 Tab（制表符）", en="a tab in the indentation"),
    "missing-space": Words(zh="冒号后少了一个空格", en="no space after the colon"),
    "missing-space-after-dash": Words(zh="列表符号“-”后少了一个空格", en="no space after the list dash “-”"),
    "lost-dash": Words(zh="这一行前面少了“- ”", en="the “- ” in front of this line is missing"),
    "bare-item": Words(
        zh="这一条下面还有别的栏目，它自己却没有栏目名", en="keys stand below this item, and it has none itself"
    ),
    "missing-colon": Words(zh="这一行缺少冒号，不是“键: 值”", en="this line has no colon, it is no “key: value”"),
    "no-key": Words(zh="冒号前面没有键名", en="there is no key before the colon"),
    "special-start": Words(zh="值不能直接以“{sign}”开头", en="a value cannot begin with a bare “{sign}”"),
    "dash-value": Words(zh="列表项“- ”不能写在键的同一行", en="a list item “- ” cannot stand on the line of its key"),
    "colon-in-value": Words(zh="值里有冒号加空格“: ”", en="the value contains a colon and a space “: ”"),
    "backslash": Words(zh="双引号里的“\\”会被当作转义符", en="a “\\” in double quotes is taken for an escape"),
    "unclosed-quote": Words(zh="这里的引号 {sign} 没有配对", en="the quote {sign} opened here is never closed"),
    "text-after-quote": Words(zh="引号结束后又出现了内容", en="more text follows the closing quote"),
    "unclosed-bracket": Words(zh="这里的括号“{sign}”没有配对", en="the bracket “{sign}” opened here is never closed"),
    "extra-bracket": Words(zh="多了一个括号“{sign}”", en="a bracket “{sign}” too many"),
    "bracket-items": Words(zh="括号里的写法有误", en="the items inside the brackets are malformed"),
    "indentation": Words(zh="这一行的缩进与上面没有对齐", en="this line is not aligned with those above"),
    "second-document": Words(
        zh="一个文件只能有一份方案，这里又出现了“{sign}”", en="one file holds one plan; “{sign}” begins another"
    ),
    "leftover": Words(zh="内容结束后又出现了别的文字", en="more text follows the end of the content"),
    "conflict-mark": Words(zh="这里有合并冲突的标记“{sign}”", en="a merge conflict mark “{sign}”"),
    "other": Words(zh="这里不符合 YAML 的写法", en="this is not valid YAML"),
    "toml-name": Words(zh="看不懂这一行", en="this line cannot be read"),
    "toml-value": Words(zh="等号后面的值看不懂", en="the value behind the equals sign cannot be read"),
    "toml-twice": Words(zh="这一项前面已经写过了", en="this one is written twice"),
    "toml": Words(zh="这里不符合 TOML 的写法", en="this is not valid TOML"),
}
_QUOTE_ALL = Words(zh='请给整个值加引号："…"', en='put quotes around the whole value: "…"')
_KEYS_FIRST = Words(zh="请从“方案: 名称”这样的行写起", en="please begin with a line such as “title: name”")
_PLAIN_SPACE = Words(zh="请改成普通空格", en="use ordinary spaces")
_PAIR = Words(zh="请检查从这里起的配对", en="please check the pairs from here on")
HINTS: dict[str, Words] = {
    "empty": Words(zh="可用 kepu init 生成一份样例", en="kepu init writes one to start from"),
    "root-text": _KEYS_FIRST,
    "root-list": _KEYS_FIRST,
    "key-not-text": Words(zh="请给键名加引号", en="put quotes around the key"),
    "wide-colon": Words(zh="请改成半角冒号加一个空格“: ”", en="write an ASCII colon and a space “: ”"),
    "wide-comma": Words(zh="请改成半角逗号加一个空格“, ”", en="write an ASCII comma and a space “, ”"),
    "wide-bracket": Words(zh="列表要用半角方括号 [ ]", en="lists take ASCII brackets [ ]"),
    "wide-dash": Words(zh="请改成半角短横加一个空格“- ”", en="write an ASCII hyphen and a space “- ”"),
    "wide-hash": Words(zh="请改成半角井号“#”", en="write an ASCII “#”"),
    "wide-space-indent": Words(zh="请用普通空格缩进", en="indent with ordinary spaces"),
    "wide-space-after-colon": _PLAIN_SPACE,
    "tab": _PLAIN_SPACE,
    "missing-space": Words(zh="请写成“键: 值”", en="write “key: value”"),
    "missing-space-after-dash": Words(zh="请写成“- 内容”", en="write “- text”"),
    "lost-dash": Words(
        zh="请在前面加上短横和一个空格“- ”，与其他各项的短横对齐",
        en="write a hyphen and a space “- ” in front of it, below those of the other items",
    ),
    "bare-item": Words(
        zh="职责请写成“- 内容: …”，任务和项目请写成“- 名称: …”",
        en="write a duty as “- 内容: …” (text), an action or a project as “- 名称: …” (name)",
    ),
    "missing-colon": Words(zh="请写成“键: 值”，或删掉这一行", en="write “key: value”, or delete the line"),
    "no-key": Words(zh="请补上键名，或删掉这一行", en="write the key, or delete the line"),
    "special-start": _QUOTE_ALL,
    "dash-value": Words(
        zh="请另起一行并缩进；若是内容，请加引号", en="start a new, indented line; if it is text, quote it"
    ),
    "colon-in-value": Words(zh="请给整个值加引号，或改用全角冒号“：”", en="put quotes around the whole value"),
    "backslash": Words(zh="请改用单引号，或把 \\ 写成 /", en="use single quotes, or write / for \\"),
    "unclosed-quote": _PAIR,
    "text-after-quote": Words(
        zh="引号要把整个值括起来；内容里的引号请用“ ”", en="quotes have to enclose the whole value; within it, use “ ”"
    ),
    "unclosed-bracket": _PAIR,
    "extra-bracket": Words(zh="请删掉它，或补上前面的一半", en="delete it, or add its other half"),
    "bracket-items": Words(zh="各项之间用半角逗号“, ”隔开", en="part the items with an ASCII comma “, ”"),
    "indentation": Words(
        zh="同一级的行，行首空格数要相同", en="lines of one level begin with the same number of spaces"
    ),
    "second-document": Words(
        zh="请删掉它，或把后面的内容另存成一个文件", en="delete it, or move the rest into a file of its own"
    ),
    "leftover": Words(zh="请删掉，或移到正确的键下面", en="delete it, or move it below its key"),
    "conflict-mark": Words(zh="请选定一个版本，删掉标记行", en="keep one version and delete the lines of marks"),
    "other": Words(
        zh="请检查这一行和上一行：冒号后要有空格，缩进要对齐，引号要成对",
        en="check this line and the one above: a space after colons, aligned indentation, paired quotes",
    ),
    "toml-name": Words(
        zh='请写成 strict = true 或 K302 = "关闭" 的样子；中文的名称要加英文引号',
        en='write lines such as strict = true or K302 = "off"; Chinese names stand in ASCII quotes',
    ),
    "toml-value": Words(
        zh='文字要加英文引号，例如 K302 = "关闭"', en='texts stand in ASCII quotes, for example K302 = "off"'
    ),
    "toml-twice": Words(zh="请删去一个", en="remove one of the two"),
    "toml": Words(zh="请检查引号和方括号是否成对", en="check that quotes and brackets are paired"),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, _MESSAGES_OF_MANY if flaw.facts.get("others") else MESSAGES, HINTS)


_MESSAGES_OF_MANY = {
    kind: Words(f"{words.zh}，像这样的还有 {{others}} 行", f"{words.en}; more lines like this: {{others}}")
    for kind, words in MESSAGES.items()
}
