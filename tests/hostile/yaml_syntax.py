"""YAML that no parser takes: the place told is that of the cause, not the one where the parser gave up."""

from __future__ import annotations

from tests.hostile.rows import GOOD, edit, plan

_TITLE = "方案: 示例方案"
_NAME = "名称: 青少年科学素质提升行动"

SLIPS = (
    plan("a full-width colon", edit("年度: 2026", "年度：2026"), "K002 2:3", says="全角冒号"),
    plan("a full-width colon in the first line", edit(_TITLE, "方案：示例方案"), "K002 1:3", says="全角冒号"),
    plan("a full-width colon in the last line", edit("完成时限: ", "完成时限："), "K002 9:9", says="全角冒号"),
    plan("a full-width colon before a list", edit("成员单位: ", "成员单位："), "K002 4:5", says="全角冒号"),
    plan("a full-width colon over a list", edit("重点任务:", "重点任务："), "K002 5:5", says="全角冒号"),
    plan("a full-width colon and a semicolon", edit("牵头单位: 县教育局", "牵头单位：县教育局；"), "K002 7:9"),
    plan("no space after the colon", edit("年度: 2026", "年度:2026"), "K002 2:3", says="空格"),
    plan("no space after the colon, hanzi", edit("地区: 示例县", "地区:示例县"), "K002 3:3", says="空格"),
    plan("no space after the dash", edit("  - 名称", "  -名称"), "K002 6:3", says="“-”"),
    plan("a full-width dash", edit("  - 名称", "  － 名称"), "K002 6:3", says="－"),
    plan("a long dash", edit("  - 名称", "  — 名称"), "K002 6:3", says="—"),
    plan("two long dashes", edit("  - 名称", "  —— 名称"), "K002 6:3"),
    plan("a bullet", edit("  - 名称", "  • 名称"), "K002 6:3"),
    plan("a full-width space after the colon", edit("年度: 2026", "年度:　2026"), "K002 2:4", says="U+3000"),
    plan("a no-break space after the colon", edit("年度: 2026", "年度:\xa02026"), "K002 2:4", says="U+00A0"),
    plan("a full-width space after the dash", edit("  - 名称", "  -　名称"), "K002 6:4", says="U+3000"),
    plan("a tab for indentation", edit("    责任单位", "\t责任单位"), "K002 8:1", says="Tab"),
    plan("a tab among spaces", edit("    责任单位", "  \t责任单位"), "K002 8:3", says="Tab"),
    plan("a tab after the dash", edit("  - 名称", "  -\t名称"), "K002 6:4", says="Tab"),
    plan("tabs everywhere", GOOD.replace("    ", "\t\t").replace("  - ", "\t- "), "K002 6:1", says="Tab"),
    plan("a tab after the colon", edit("年度: 2026", "年度:\t2026")),
    plan("a tab at the end of a line", edit("年度: 2026", "年度: 2026\t")),
    plan("one space too few", edit("    责任单位", "   责任单位"), "K002 8:4", says="对齐"),
    plan("one space too many", edit("    责任单位", "     责任单位"), "K002 8:6"),
    plan("one space too many at the top", edit("年度: 2026", " 年度: 2026"), "K002 2:2"),
    plan("a line without a colon", edit("年度: 2026", "年度 2026"), "K002 2:1", says="冒号"),
    plan("a colon in the value", edit(_TITLE, "方案: 目标: 到2026年"), "K002 1:7", says="引号"),
    plan("a list item behind the key", edit("牵头单位: 县教育局", "牵头单位: - 县教育局"), "K002 7:11"),
)

SIGNS = (
    *(
        plan(f"a value that begins with {sign}", edit(_TITLE, f"方案: {sign}示例方案"), f"K002 1:{column}", says="引号")
        for sign, column in (("@", 5), ("%", 5), ("`", 5), ("|", 5), (">", 5))
    ),
    plan("a value that begins with *", edit(_TITLE, "方案: *示例方案"), "K002 1:5", says="*"),
    plan("a value that begins with &", edit(_TITLE, "方案: &示例 方案"), "K002 1:5", says="&"),
    plan("a value that begins with !", edit(_TITLE, "方案: !示例 方案"), "K002 1:5", says="!"),
    plan("a value that begins with !!", edit(_TITLE, "方案: !! 示例方案"), "K002 1:5"),
    plan("a value that begins with a bracket", edit(_TITLE, "方案: [2026] 示例方案"), "K002 1:5", says="整个值加引号"),
    plan("a value that begins with a brace", edit(_TITLE, "方案: {2026} 示例方案"), "K002 1:5", says="整个值加引号"),
    plan("a value that begins with a dash", edit(_TITLE, "方案: - 示例方案"), "K002 1:5"),
    plan("bold text", edit("县教育局\n    责", "**县教育局**\n    责"), "K002 7:11"),
    plan("a colon in full width inside a value", edit(_TITLE, "方案: 目标：到2026年")),
)

QUOTES = (
    plan("a quote left open", edit(_TITLE, '方案: "示例方案'), "K002 1:5", says="引号"),
    plan(
        "a quote left open, closed by a later one",
        edit(_TITLE, '方案: "示例方案').replace(_NAME, '名称: "青少年"'),
        "K002 1:5",
    ),
    plan("a single quote left open", edit(_TITLE, "方案: '示例方案"), "K002 1:5"),
    plan("a single quote within single quotes", edit(_TITLE, "方案: '示例'方案'"), "K002 1:9"),
    plan("text behind the quotes", edit(_NAME, '名称: "双减"背景下的行动'), "K002 6:13"),
    plan("full-width quotes that nobody closes", edit(_TITLE, "方案: “示例方案")),
    plan("a path with backslashes", edit(_TITLE, '方案: "D:\\科普"'), "K002 1:8", says="\\"),
    plan("a path whose backslashes mean something", edit(_TITLE, '方案: "C:\\new\\table.yaml"'), "K002 1:8", says="\\"),
    plan("a path in single quotes", edit(_TITLE, "方案: 'D:\\科普'")),
    plan("an escape cut short", edit(_TITLE, '方案: "\\u12"'), "K002 1:6"),
    plan("an escape of no character", edit(_TITLE, '方案: "\\UFFFFFFFF"'), "K007 1:6"),
    plan("a backslash at the end", edit(_TITLE, '方案: "示例\\'), "K002 1:5"),
)

BRACKETS = (
    plan("a bracket left open", edit("县科协]", "县科协"), "K002 4:7", says="括号"),
    plan("a brace left open", edit("[县教育局, 县科协]", "{县教育局, 县科协"), "K002 4:7"),
    plan("a bracket too many", edit("县科协]", "县科协]]"), "K002 4:18", says="多了"),
    plan("a bracket at the end", GOOD + "]\n", "K002 10:1"),
    plan("braces at the end", GOOD + "}}}}\n", "K002 10:1"),
    plan("a bracket closed in full width", edit("县科协]", "县科协］"), "K002 4:17", says="］"),
    plan("a bracket closed by a brace", edit("县科协]", "县科协}"), "K002 4:17"),
    plan("a bracket with two commas", edit("县教育局, 县", "县教育局,, 县"), "K002 4:13"),
    plan(
        "JSON",
        '{"方案": "示例方案", "年度": 2026, "地区": "示例县", "成员单位": ["县教育局", "县科协"], '
        '"重点任务": [{"名称": "科普行动", "牵头单位": "县教育局", "责任单位": "县科协", "完成时限": "2026年底前"}]}',
    ),
)

DOCUMENTS = (
    plan("a second document", GOOD + "---\n" + GOOD, "K002 10:1", says="---"),
    plan("text after the end mark", GOOD + "...\n多余\n", "K002 11:1"),
    plan("a document mark in front", "---\n" + GOOD),
    plan("an end mark", GOOD + "...\n"),
    plan(
        "marks of a merge conflict",
        edit("年度: 2026\n", "<<<<<<< HEAD\n年度: 2026\n=======\n年度: 2027\n>>>>>>> b\n"),
        "K002 2:1",
    ),
    plan("nothing at all", "", "K002 1:1", says=("空的", "kepu init")),
    plan("only line ends", "\n\n\n", "K002 1:1", says="空的"),
    plan("only blanks", "   \n", "K002 1:1", says="空的"),
    plan("only comments", "# 说明\n# 说明\n", "K002 1:1", says="空的"),
    plan("only a byte-order mark", b"\xef\xbb\xbf", "K002 1:1", says="空的"),
    plan("only a document mark", "---\n", "K002 1:1", says="空的"),
    plan("only null", "~\n", "K002 1:1", says="空的"),
    plan("only a number", "42\n", "K002 1:1"),
    plan("only a text", "示例方案\n", "K002 1:1", says="一段文字"),
    plan("a text of several lines", "示例方案\n二〇二六年\n", "K002 1:1"),
    plan("a list", "- 示例方案\n- 甲\n", "K002 1:1", says="列表"),
    plan("an empty mapping", "{}\n", "K006 1:1", "K006 1:1"),
    plan("a web page", "<!DOCTYPE html><html><body>方案</body></html>", "K001 1:1", says="网页"),
    plan("Markdown", "# 示例方案\n\n- [ ] 科普行动\n- [x] 科普日\n", "K002 3:3"),
    plan("a version directive", "%YAML 1.3\n---\n" + GOOD, "K007 1:1", says="%YAML"),
    plan("a tag directive", "%TAG ! tag:x,2026:\n---\n" + GOOD, "K007 1:1", says="%TAG"),
    plan("a percentage in front", "%50 完成\n", "K002 1:1"),
)

TAGS = tuple(
    plan(f"the tag {tag}", edit(_TITLE, f"方案: {tag} 示例方案"), "K007 1:5", says="标签")
    for tag in (
        "!!python/object:os.system",
        "!!python/object/apply:os.system",
        "!!python/name:os.system",
        "!!python/module:os",
        "!include",
        "!!bool",
        "!!timestamp",
        "!!int",
        "!!float",
        "!!binary",
        "!!set",
        "!!omap",
        "!!str",
        "!",
        "!<tag:yaml.org,2002:str>",
        "!a!b",
    )
)

ROWS = (*SLIPS, *SIGNS, *QUOTES, *BRACKETS, *DOCUMENTS, *TAGS)
