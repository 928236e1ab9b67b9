"""`kepu export`: the tables that go out, as a file whose suffix says the form, or a workbook for each department."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import ForceOption, PlanArgument
from kepu_cli.commands.idle_options import refuse_idle
from kepu_cli.commands.opening import STDIN, check_now, open_plan, settings_for
from kepu_cli.commands.output_suffix import known_suffix
from kepu_cli.errors import KepuError
from kepu_cli.exporters.forms import Form, render
from kepu_cli.findings import Words, say
from kepu_cli.help_page import both

if TYPE_CHECKING:
    from kepu_cli.exporters.options import Options

HELP = Words(
    "按文件名的后缀决定格式：.xlsx 是可直接打印的工作簿，有任务分工表、责任矩阵、"
    "部门任务清单、覆盖检查、统计五张表；.docx、.html、.md 是任务分工表；.json 和 .csv 是台账。--per-department "
    "给每个有任务的单位生成一份签收用的任务清单。写一个文件夹，里面各份方案的台账汇总成一张表（.csv 或 .parquet）。"
    "已有的文件不会被覆盖，除非加 --force。",
    "The suffix says the form: .xlsx is a workbook ready to print, with "
    "the division of labour, the matrix, the tasks by department, the coverage and statistics; .docx, .html and .md "
    "are the division of labour; .json and .csv the ledger. --per-department writes a list of tasks to sign for each "
    "department that has any. Of a folder, the ledgers of all its plans become one table (.csv or .parquet). Existing "
    "files are kept unless --force is given.",
)


OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=both("文件", "FILE"), help=both("写到哪个文件", "the file to write")),
]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--per-department",
        metavar=both("文件夹", "DIR"),
        help=both("每个单位一个工作簿，放在这个文件夹", "a workbook for each department, in this folder"),
    ),
]
SheetsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--sheets",
        metavar=both("表", "SHEETS"),
        help=both(
            "工作簿只要这几张表，顺序照写的排，用顿号或逗号隔开",
            "only these sheets, in this order: division, matrix, tasks, coverage, statistics",
        ),
    ),
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar=both("栏", "COLUMNS"),
        help=both(
            "任务分工表只要这几栏，没有内容的也印出来",
            "only these columns of the division of labour, empty ones too: number, measure, targets, leader, lead, "
            "responsible, support, due, remark",
        ),
    ),
]
TitleOption = Annotated[
    str,
    typer.Option(
        "--title",
        metavar=both("标题", "TITLE"),
        help=both("第一张表的标题，照写的印", "the title over the first table, as it is"),
    ),
]
AnnexOption = Annotated[
    str | None,
    typer.Option(
        "--annex",
        metavar=both("标签", "LABEL"),
        help=both("标题上方的附件标签，如 附件1", "the label above the title such as Annex 1"),
    ),
]
DutiesOption = Annotated[
    bool, typer.Option("--duties", help=both("矩阵里每项职责占一行", "a row for each duty in the matrix"))
]


def export(
    plan: PlanArgument,
    output: OutputOption = None,
    per_department: FolderOption = None,
    sheets: SheetsOption = None,
    columns: ColumnsOption = None,
    title: TitleOption = "",
    annex: AnnexOption = None,
    duties: DutiesOption = False,
    force: ForceOption = False,
) -> None:
    """Writes each file whole or not at all; refuses before the first where one exists."""
    from kepu_cli.exporters.options import Options, read_columns, read_sheets

    # Path.is_dir raises for a name that no file can have; os.path answers.
    if output and not per_department and os.path.isdir(plan):  # noqa: PTH112
        from kepu_cli.commands.export_folder import export_folder

        _refuse_idle(Form.CSV, output, sheets=sheets, columns=columns, title=title, annex=annex, duties=duties)
        export_folder(plan, output, force=force)
        return
    form = _form(output, per_department)
    _refuse_idle(form, output, sheets=sheets, columns=columns, title=title, annex=annex, duties=duties)
    options = Options(
        read_sheets(sheets) if sheets is not None else Options().sheets,
        read_columns(columns) if columns is not None else None,
        title,
        annex,
        duties,
    )
    _write(plan, (output, form), per_department, options, force=force)


_WRITTEN = Words("已生成 {file}", "wrote {file}")
_WRITTEN_FILES = Words(
    "已生成 {count} 个单位的任务清单，在 {folder} 里", "wrote the tasks of {count} departments to {folder}"
)
_NO_TARGET = Words(
    "请用 -o 写明输出文件，或用 --per-department 写明放各单位任务清单的文件夹",
    "please name an output file with -o, or a folder for the departments' files with --per-department",
)
_ONLY_XLSX = Words("它只管 .xlsx 工作簿", "it is for a .xlsx workbook")
_ONLY_TABLES = Words("{suffix} 是固定格式的台账", "{suffix} is the ledger in its fixed form")
_ONLY_OUTPUT = Words("没有用 -o 写明输出文件", "no output file is named with -o")


def _form(output: Path | None, per_department: Path | None) -> Form | None:
    if output is None:
        if per_department is None:
            raise KepuError(say(_NO_TARGET))
        return None
    return Form(known_suffix(output, tuple(Form)))


def _refuse_idle(form: Form | None, output: Path | None, **given: object) -> None:
    named = [name for name, value in given.items() if value not in (None, False, "")]
    for name in named:
        why = None
        if form is None:
            why = _ONLY_OUTPUT if name in ("sheets", "columns", "duties") else None
        elif form in (Form.JSON, Form.CSV):
            why = _ONLY_TABLES
        elif form is not Form.XLSX and name == "sheets":
            why = _ONLY_XLSX
        if why:
            suffix = output.suffix if output else ""
            told = Words(why.zh.format(suffix=suffix), why.en.format(suffix=suffix))
            refuse_idle(f"--{name}", told)


def _write(
    plan: str, target: tuple[Path | None, Form | None], folder: Path | None, options: Options, *, force: bool
) -> None:
    from kepu_cli.commands.department_files import ready_files, write_files
    from kepu_cli.ledger import build_ledger
    from kepu_cli.output import write_output

    output, form = target
    loaded, content = open_plan(plan)
    ledger = build_ledger(content)
    sources = () if plan == STDIN else (Path(plan), *_linked(loaded.places.files(), plan))
    files = ready_files(content, ledger, options, folder, force=force) if folder else ()
    if output and form:
        report = check_now(loaded, settings_for(plan).settings) if form is Form.XLSX else None
        data = render(form, content, ledger, options, report=report, places=loaded.places)
        write_output(output, data, force=force, protect=sources)
        console.note(_WRITTEN, file=output)
    if folder:
        write_files(files, force=force, protect=sources)
        console.note(_WRITTEN_FILES, count=len(files), folder=folder)


def _linked(labels: tuple[str, ...], plan: str) -> tuple[Path, ...]:
    """The roster and outline files, which an export must not replace either."""
    return tuple(Path(label) for label in labels if label != plan)
