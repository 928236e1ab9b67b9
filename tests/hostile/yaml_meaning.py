"""YAML that reads without complaint and means something other than what was typed."""

from __future__ import annotations

from tests.hostile.rows import GOOD, PLAN, Row, edit, passes, plan

LEAD = "    牵头单位: 县教育局\n"
DUE = "2026年底前"


def _year(value: str) -> str:
    return edit("年度: 2026", f"年度: {value}")


def _due(value: str) -> str:
    return edit(DUE, value)


def _name(value: str) -> str:
    return edit("青少年科学素质提升行动", value)


def _members(value: str) -> str:
    return edit("[县教育局, 县科协]", value)


DUPLICATES = (
    plan("a key twice", GOOD + "方案: 另一个\n", "K003 10:1", says="第 1 行"),
    plan("a second, empty list of actions", GOOD + "重点任务: []\n", "K003 10:1", says="第 5 行"),
    plan("a key twice, once in quotes", GOOD + '"方案": 另一个\n', "K003 10:1"),
    plan("a key and its synonym", GOOD + "标题: 另一个\n", "K003 10:1", says="方案"),
    plan("a key in both languages", GOOD + "title: another\n", "K003 10:1"),
    plan("a key twice in an action", edit(LEAD, LEAD + "    牵头单位: 县科协\n"), "K003 8:5"),
    plan(
        "a key twice in braces",
        edit(
            "  - 名称: 青少年科学素质提升行动\n" + LEAD,
            "  - {名称: 甲, 名称: 乙, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 6月}\n  - 名称: 丙行动\n" + LEAD,
        ),
        "K003 6:13",
    ),
    plan("a key three times", GOOD + "年度: 2027\n年度: 2028\n", "K003 10:1", "K003 11:1"),
)

KEYS = (
    plan("a key with a full-width space", edit("年度:", "年度　:"), "K004 2:1", says=("U+3000", "“年度”")),
    plan("a key with a zero-width space", edit("年度:", "年\u200b度:"), "K004 2:1", says=("\\u200b", "“年度”")),
    plan("a key with a no-break space", edit("年度:", "年度\xa0:"), "K004 2:1", says=("U+00A0", "“年度”")),
    plan("a key with a soft hyphen", edit("年度:", "年\xad度:"), "K004 2:1", says="“年度”"),
    plan("a key in full-width letters", edit("年度:", "ｙｅａｒ:"), "K004 2:1", says="“year”"),
    plan("a key with a direction mark", edit("年度:", "\u202e年度:"), "K004 2:1", says="“年度”"),
    plan("a key with blanks inside", edit("年度:", "年 度:"), "K004 2:1", says="“年度”"),
    plan("a misspelt key", edit("年度:", "年渡:"), "K004 2:1", says="是不是“年度”"),
    plan("an English slip", edit("年度:", "yaer:"), "K004 2:1", says="是不是“year”"),
    plan("a key that nobody knows", GOOD + "天气: 晴\n", "K004 10:1", says="没有“天气”这个栏目"),
    plan("a key that means yes", GOOD + "on: 1\n", "K004 10:1", says="“on”"),
    plan("a key that means null", GOOD + "~: 1\n", "K002 10:1", says="键名"),
    plan("a key that is nothing", GOOD + ": 1\n", "K002 10:1", says="键名"),
    plan("a key that is a list", GOOD + "[a, b]: 1\n", "K002 10:1", says="[a, b]"),
    plan("a key that is a template", GOOD + "{{ x }}: 1\n", "K002 10:1"),
    plan("a key that is a mapping", GOOD + "{a: b}: 1\n", "K002 10:1", says="{a: b}"),
    plan("an explicit key of several lines", GOOD + "? 很长\n  的键\n: 1\n", "K004 10:3"),
    plan("a number as key", GOOD + "2026: 1\n", "K004 10:1", says="“2026”"),
    plan("a key of five hundred characters", GOOD + "字" * 500 + ": 1\n", "K004 10:1", never="字" * 150),
    plan("a key that takes markup", GOOD + "'[red]甲[/red]': 1\n", "K004 10:1", says="[red]甲[/red]"),
    plan("a key with braces", GOOD + "'{0} {key} {{': 1\n", "K004 10:1", says="{0} {key} {{"),
    plan("a key with a percent sign", GOOD + "'%s %(key)s': 1\n", "K004 10:1", says="%s %(key)s"),
)

PUNCTUATION = (
    plan("every colon is full-width", GOOD.replace(": ", "："), "K002 1:3", says="全角冒号"),
    plan("every colon is full-width with a space", GOOD.replace(": ", "： "), "K002 1:3", says="全角冒号"),
    plan("a list with full-width commas", _members("[县教育局，县科协]")),
    plan("a list with enumeration commas", _members("[县教育局、县科协]")),
    plan("names in one text", _members("县教育局、县科协")),
    plan("names parted by semicolons", _members("县教育局；县科协")),
    plan("a list in full-width brackets", _members("【县教育局, 县科协】"), "K005 4:7", says="全角括号"),
    plan("quotes that are the text's own", _name("“双减”背景下的科学教育")),
    plan("brackets of the text's own", _name("科普（2026）专项行动")),
    plan("book marks in front", _name("《全民科学素质行动规划纲要》宣传贯彻")),
    plan("a full-width space for indentation", edit("    责任单位", "　　责任单位"), "K002 8:1", says="U+3000"),
    plan("full-width spaces for all indentation", GOOD.replace("    ", "　　"), "K002 7:1", says="U+3000"),
    plan(
        "a no-break space for indentation", edit("    责任单位", "\xa0\xa0\xa0\xa0责任单位"), "K002 8:1", says="U+00A0"
    ),
    plan("an en space for indentation", edit("    责任单位", "\u2002\u2002责任单位"), "K002 8:1", says="U+2002"),
    plan("a full-width space between the spaces", edit("    责任单位", "  　责任单位"), "K002 8:3", says="U+3000"),
    plan("a full-width hash above", "＃ 说明\n" + GOOD, "K002 1:1", says="＃"),
)

COMMENTS = (
    passes("a number sign in a name", _name("方案 #1 修订"), "K010 6:12", says=("注释", "#1 修订")),
    passes(
        "a number sign in a list", edit("    责任单位: 县科协\n", "    责任单位:\n      - 县科协 #二科\n"), "K010 9:13"
    ),
    plan("a number sign in quotes", _name("'方案 #1 修订'")),
    plan("a number sign without a space", _name("方案#1修订")),
    plan("a comment at the end of a line", _name("科普行动  # 待定")),
    plan("a comment without a space", _name("科普行动  #待定")),
    plan("a line of comment", "#方案\n" + GOOD),
)

SCALARS = ("no", "on", "yes", "2026", "1.50", "010", "12:30", "1_000", "2026-06-30", "=", ".inf", "0x1F", "true", "0o7")
VALUES = (
    *(
        plan(f"the year {value}", _year(value), "K005 2:5", says="四位数字")
        for value in (
            "true",
            "2026.0",
            "2_026",
            "02026",
            "0x7EA",
            "二〇二六",
            "26",
            "'2026 '",
            "-2026",
            "1e3",
            "2026-01-01",
            "２０２６",
            "2026-2027年度",
        )
    ),
    plan("a year that is a list", _year("[2026]"), "K005 2:6"),
    plan("a year with its word", _year("2026年")),
    plan("a year of five thousand digits", _year("9" * 5000), "K005 2:5", never="9" * 150),
    plan("a year that overflows", _year("1e999"), "K005 2:5"),
    plan("a number cut short", _year("0x_"), "K005 2:5"),
    plan("a number to the base of sixty", _year(":".join(["1", *["59"] * 300]) + ".5"), "K005 2:5"),
    plan("a year that is nothing", _year("~")),
    *(
        plan(f"the day {value}", _due(value), "K502 9:11", says="2026")
        for value in (
            "2026-02-30",
            "2026-13-01",
            "2026年2月30日",
            "2026/13/01",
            "20260230",
        )
    ),
    *(
        passes(f"the time {value[:20]}", _due(value), "K502 9:11")
        for value in (
            "25:61:61",
            "+99:99",
            '"86400"',
            "1:59:59.5",
            "9" * 5000,
            ".nan",
        )
    ),
    *(
        plan(f"the date {value}", _due(value))
        for value in (
            "2026-9-3",
            "2026/09/20",
            "2026年9月20日",
            "20260920",
            "２０２６-０９-２０",
            "2026.9.20",
            "九月底前",
        )
    ),
    plan("a due date that is a list", _due("[2026-09-20, 2026-10-01]"), "K005 9:12"),
    Row(
        "names that YAML would turn into something else",
        {PLAN: _members("[" + ", ".join(SCALARS) + ", 县教育局, 县科协]")},
        ("show", PLAN, "--matrix"),
        code=0,
    ),
    *(
        plan(
            f"a department called {name}",
            edit("县教育局, 县科协", f"县教育局, 县科协, {name}").replace(
                "    责任单位: 县科协", f"    责任单位: [县科协, {name}]"
            ),
        )
        for name in ("no", "010", "1.50", "12:30", "2026-06-30")
    ),
)

SHAPES = (
    plan("a list for a text", edit("方案: 示例方案", "方案: [示例, 方案]"), "K005 1:6", says="一段文字"),
    plan("a mapping for a text", edit("方案: 示例方案", "方案: {示例: 方案}"), "K005 1:6", says="一段文字"),
    plan("a text for the actions", GOOD[: GOOD.index("重点任务")] + "重点任务: 无\n", "K005 5:7", says="列表"),
    plan("a mapping for the actions", GOOD[: GOOD.index("重点任务")] + "重点任务:\n  名称: 甲行动\n", "K005 6:3"),
    plan("a text for an action", edit(GOOD[GOOD.index("  - 名称") :], "  - 青少年科学素质提升行动\n"), "K005 6:5"),
    plan("a list for an action", edit(GOOD[GOOD.index("  - 名称") :], "  - - 名称: 甲行动\n"), "K005 6:7"),
    plan("nothing for an action", GOOD + "  -\n", "K005 10:4", says="空的"),
    plan("nothing for the actions", GOOD[: GOOD.index("重点任务")] + "重点任务:\n", "K006 5:6"),
    plan("an empty list of actions", GOOD[: GOOD.index("重点任务")] + "重点任务: []\n", "K006 5:7"),
    plan("no actions at all", GOOD[: GOOD.index("重点任务")], "K006 1:1"),
    plan("no title", GOOD.partition("\n")[2], "K006 1:1", says="方案"),
    plan("a title of blanks", edit("方案: 示例方案", "方案: '   '"), "K006 1:5"),
    plan("a mapping for a department", edit("牵头单位: 县教育局", "牵头单位: {名称: 县教育局}"), "K005 7:12"),
    plan("a list of lists of departments", edit("牵头单位: 县教育局", "牵头单位: [[县教育局]]"), "K005 7:13"),
    plan("a list with nothing in it", edit("牵头单位: 县教育局", "牵头单位: [县教育局, ]")),
    plan("nothing among departments", edit("牵头单位: 县教育局", "牵头单位: [县教育局, ~]"), "K005 7:18"),
    plan("a mapping for the members", _members("{县教育局: 1, 县科协: 2}"), "K005 4:8"),
    plan(
        "several mistakes at once",
        edit("年度: 2026", "年度: 二六").replace("    责任单位", "    责任单们"),
        "K005 2:5",
        "K004 8:5",
    ),
    plan("an unknown rule", GOOD + "规则: {K999: 关闭}\n", "K005 10:12"),
    plan("an unknown severity", GOOD + "规则: {K302: 也许}\n", "K005 10:12", says="可以写"),
    plan(
        "the same number twice",
        edit(
            "  - 名称: 青少年科学素质提升行动",
            "  - {编号: 一, 名称: 甲行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 6月}\n"
            "  - 编号: 一\n    名称: 乙行动",
        ),
        "K103 7:9",
    ),
    plan("a department nobody knows", edit("牵头单位: 县教育局", "牵头单位: 县外星局"), "K201 7:11", "K208 4:8"),
)

ROWS = (*DUPLICATES, *KEYS, *PUNCTUATION, *COMMENTS, *VALUES, *SHAPES)
