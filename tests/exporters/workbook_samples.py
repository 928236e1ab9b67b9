"""Tables as county offices make them, for the tests of the workbook."""

from __future__ import annotations

from kepu_cli.exporters.workbook.book import BookInfo
from kepu_cli.findings import Lang
from kepu_cli.views.division import Column, DivisionBlock, DivisionRow, DivisionTable
from kepu_cli.views.matrix import Mark, Matrix, MatrixRow

INFO = BookInfo("什邡市全民科学素质行动实施方案任务分工表", "2026", Lang.ZH, annex="附件1")

_NAMES = (
    "市委组织部 市委宣传部 市委网信办 市发展和改革局 市教育和体育局 市科学技术和经济信息化局 市民族宗教事务局 "
    "市公安局消防救援大队 "
    "市民政局 市财政局 市人力资源和社会保障局 市自然资源和规划局 德阳市什邡生态环境局 市住房和城乡建设局 市农业农村局 "
    "市文化广播电视和旅游局 市卫生健康局 市应急管理局 市市场监督管理局 市林业和草原局 市总工会 共青团什邡市委员会 "
    "市妇女联合会 市科学技术协会 市融媒体中心"
)
DEPARTMENTS = tuple(_NAMES.split())

_ACTION_NAMES = (
    "青少年科学素质提升行动|农民科学素质提升行动|产业工人科学素质提升行动|老年人科学素质提升行动|领导干部和公务员科学素质提升行动|"
    "科技资源科普化工程|科普信息化提升工程|科普基础设施工程|基层科普能力提升工程|科学素质国际交流合作工程|"
    "“科普什邡”品牌培育及全国科普日（科技活动周）系列活动|科学素质监测评估"
)
_ACTIONS = _ACTION_NAMES.split("|")

_MEASURES = (
    "将弘扬科学家精神贯穿于育人全链条，坚持立德树人，实施科学家精神进校园行动。",
    (
        "开展科技类校外培训机构规范治理，建设科学教育特色学校10所，每年组织青少年科技创新大赛、机器人竞赛等活动不少于5场次，"
        "参与学生达到2万人次以上。"
    ),
    (
        "建立校内外科学教育资源有效衔接机制，推动学校与科技馆、博物馆、青少年宫、科普教育基地等场所结对，每学期至少开展一次科学实践活动；"
        "鼓励科技工作者担任科技辅导员，形成“馆校社企”协同育人格局。"
    ),
    "实施高素质农民培育计划。",
    "依托“科创中国”、学习强国等平台，面向新型农业经营主体开展线上线下技术培训，年培训3000人次。",
)


def county() -> tuple[DivisionTable, Matrix]:
    """12 actions, 50 duties, 25 departments."""
    blocks = []
    for a, action in enumerate(_ACTIONS):
        rows = [_county_row(a, d) for d in range((5, 4, 4, 3, 7, 5, 4, 4, 6, 1, 4, 3)[a])]
        blocks.append(DivisionBlock(("actions", a), str(a + 1), action, tuple(rows)))
    columns = (Column.NUMBER, Column.ACTION, Column.MEASURE, Column.LEADER, Column.LEAD, Column.RESPONSIBLE, Column.DUE)
    table = DivisionTable("什邡市全民科学素质行动实施方案（2026—2030年）任务分工表", columns, tuple(blocks))
    return table, matrix_of(table, "什邡市全民科学素质行动实施方案（2026—2030年）责任矩阵", DEPARTMENTS)


def _county_row(a: int, d: int) -> DivisionRow:
    pick = (a * 5 + d * 3) % 25
    responsible = tuple(DEPARTMENTS[(pick + 1 + step * 3) % 25] for step in range((a + d * 2) % 7 + 1))
    return DivisionRow(
        ("actions", a, "duties", d),
        {
            Column.MEASURE: _MEASURES[(a + d) % 5],
            Column.LEADER: ("黄剑", "陈碧、王昌宁")[d % 2],
            Column.DUE: ("2026年12月底前", "长期推进", "2027年6月")[(a + d) % 3],
        },
        {Column.LEAD: (DEPARTMENTS[pick],), Column.RESPONSIBLE: responsible},
    )


def tiny() -> tuple[DivisionTable, Matrix]:
    """Ten actions without duties, seven departments."""
    blocks = tuple(
        DivisionBlock(
            ("actions", a),
            str(a + 1),
            action,
            (
                DivisionRow(
                    ("actions", a),
                    {},
                    {Column.LEAD: (DEPARTMENTS[a % 7],), Column.RESPONSIBLE: tuple(DEPARTMENTS[: a % 6 + 1])},
                ),
            ),
        )
        for a, action in enumerate(_ACTIONS[:10])
    )
    table = DivisionTable(
        "石亭江镇科普工作任务分工表", (Column.NUMBER, Column.ACTION, Column.LEAD, Column.RESPONSIBLE), blocks
    )
    return table, matrix_of(table, "石亭江镇科普工作责任矩阵", DEPARTMENTS[:7])


def stress() -> tuple[DivisionTable, Matrix]:
    """60 duties, 40 departments with names of 30 characters, a measure of 400, line breaks, one row beyond a page."""
    departments = tuple(
        f"什邡市第{n:02}次全民科学素质行动计划纲要实施工作领导小组办公室甲乙丙"[:30] for n in range(1, 41)
    )
    long = "统筹推进科学普及与科技创新协同发展，完善工作机制。" * 16
    blocks = []
    for a in range(6):
        rows = []
        for d in range(10):
            responsible = departments if (a, d) == (1, 1) else departments[d * 3 : d * 3 + (a + d) % 5 + 1]
            measure = {3: long, 5: "第一步：摸底\n第二步：\n\n第三步：验收"}.get(
                d, f"落实第{a + 1}之{d + 1}项 (AI+ Science literacy) 举措"
            )
            rows.append(
                DivisionRow(
                    ("actions", a, "duties", d),
                    {Column.MEASURE: measure, Column.DUE: "2026年12月底前", Column.REMARK: "重点" if d == 2 else ""},
                    {
                        Column.LEAD: (departments[(a * 7 + d) % 40],),
                        Column.RESPONSIBLE: responsible,
                        Column.SUPPORT: departments[38:] if d % 4 == 0 else (),
                    },
                )
            )
        blocks.append(
            DivisionBlock(
                ("actions", a), f"（{'一二三四五六'[a]}）", f"第{a + 1}项重点任务" + "加强组织领导" * a, tuple(rows)
            )
        )
    table = DivisionTable(
        "压力测试计划" * 9, tuple(c for c in Column if c not in (Column.TARGETS, Column.LEADER)), tuple(blocks)
    )
    return table, matrix_of(table, "压力测试责任矩阵", departments)


def one_row(measure: str, *, action: str = "行动", name: str = "市科协") -> tuple[DivisionTable, Matrix]:
    """A plan of one duty."""
    row = DivisionRow(("actions", 0, "duties", 0), {Column.MEASURE: measure}, {Column.LEAD: (name,)})
    block = DivisionBlock(("actions", 0), "1", action, (row,))
    table = DivisionTable("表", (Column.NUMBER, Column.ACTION, Column.MEASURE, Column.LEAD), (block,))
    return table, matrix_of(table, "矩阵", (name,))


def matrix_of(table: DivisionTable, title: str, departments: tuple[str, ...]) -> Matrix:
    """Actions with light marks for what their duties have by name, then the duties."""
    rows = []
    for block in table.blocks:
        whole = [_mark(block.rows[0], name) for name in departments]
        many = len(block.rows) > 1
        light = tuple(mark and (Mark.LIGHT_RESPONSIBLE if many else mark) for mark in whole)
        rows.append(MatrixRow(block.path, block.number, block.action, is_action=True, marks=light))
        for n, row in enumerate(block.rows if many else (), start=1):
            marks = tuple(_mark(row, name) for name in departments)
            label = row.texts[Column.MEASURE][:40]
            rows.append(MatrixRow(row.path, f"{block.number}.{n}", label, is_action=False, marks=marks))
    return Matrix(title, departments, tuple(rows))


def _mark(row: DivisionRow, name: str) -> Mark | None:
    roles = {Column.LEAD: Mark.LEAD, Column.RESPONSIBLE: Mark.RESPONSIBLE, Column.SUPPORT: Mark.SUPPORT}
    return next((mark for column, mark in roles.items() if name in row.names.get(column, ())), None)
