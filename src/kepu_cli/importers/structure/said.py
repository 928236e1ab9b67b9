"""What reading a document has to tell, and what it asks to be looked at."""

from __future__ import annotations

from kepu_cli.findings import Words

NO_HEADING = Words(
    "原文这里缺了标题，只有单位；请补上名称",
    "the heading is missing here, only the departments are written; please add the name",
)
NO_HEADING_NUMBERED = Words(
    "原文这里缺了标题，只有单位，按次序应当是第 {number} 项；请补上编号和名称",
    "the heading is missing here, only the departments are written; by its place it should be no. {number}. "
    "Please add number and name",
)
NO_NUMBER = Words(
    "原文这一项没有编号，前后都有；请核对",
    "this one has no number, though those around it have; please check",
)
SECOND_SENTENCE = Words(
    "原文和上一条写在同一段里，单位是分开写的，所以拆成两条",
    "stands in one paragraph with the item before, but names its own departments, so it became an item of its own",
)
TWO_BLOCKS = Words(
    "原文这一条下面写了两次单位，都记在这里；请看看是不是少了一条",
    "departments are written twice below this item, all are noted here; please see whether an item is missing",
)
CLOSING = Words(
    "像是保障措施，不是任务；全文没有写单位，先按任务读进来，不要的话请删去",
    "looks like a safeguard rather than a task; as the text names no departments it was read as one, please remove it "
    "if it is none",
)
LOST_SECTION = Words(
    "原文前后编号不连，这一条所在部分的标题可能缺了",
    "the numbers around it do not follow each other; the heading of its section may be missing",
)
LEVELS = Words(
    "任务取自{actions}一级，举措取自{measures}一级；不对的话，请用 --actions-at 指明任务是哪一级",
    "actions were taken from the level of {actions}, measures from that of {measures}; if this is wrong, say with "
    "--actions-at which level the actions are",
)
ONE_LEVEL = Words(
    "任务取自{actions}一级；不对的话，请用 --actions-at 指明任务是哪一级",
    "actions were taken from the level of {actions}; if this is wrong, say with --actions-at which level they are",
)
NO_SUCH_LEVEL = Words(
    "文中没有“{form}”这一级编号，任务所在的级别是自己判断的",
    "no number of the form “{form}” is in the text, so the level of the actions was inferred",
)
REPEATED = Words(
    "从{where}起又写了一遍同样的任务，只读一次",
    "the same actions are written again from {where}; they were read once",
)
PAGES = Words(
    "文中的 {first} 到 {last} 是网页分页的序号，没有当作编号",
    "the numbers {first} to {last} count pages of a web site and were not taken as numbering",
)
UNPLACED = Words(
    "有 {count} 处写了单位，但看不出是哪一项的（如{where}），留在剩余文字里",
    "departments stand in {count} places (such as {where}) where it is not clear whose they are; they are left over",
)
NOBODY = Words(
    "文中没有写由哪个单位来做，请逐项补上",
    "the text does not say who does what; please add the departments",
)
SUBJECTS = Words(
    "有 {count} 处没有单列单位，单位写在句子里（如{where}的“{name}”），没有算作分工，请对照着补上",
    "{count} item(s) name no department of their own, though sentences begin with one (such as “{name}”, {where}); "
    "these were not taken as who does it, please add the departments",
)
BY_DEPARTMENT = Words(
    "原文按单位列任务，这里的名称就是单位，读作由它负责；请补上任务的名称",
    "the document lists tasks by department: this name is the department, read as responsible; please add a name",
)
