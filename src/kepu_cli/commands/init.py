"""`kepu init`: a commented plan and roster to start from."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.findings import Lang, Words
from kepu_cli.help_page import both
from kepu_cli.shell_words import typed

HELP = Words(
    "--outline 2021 把纲要的各项行动、工程和职责一并列好。已有的文件不会被覆盖，除非加 --force。",
    "--outline 2021 lays out the outline's actions and duties. Existing files are kept unless --force is given.",
)


class Outline(StrEnum):
    Y2021 = "2021"
    Y2006 = "2006"


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar=both("文件夹", "DIR"),
            help=both("放在哪个文件夹，默认当前文件夹", "where; the current folder by default"),
        ),
    ] = Path(),
    outline: Annotated[
        Outline | None,
        typer.Option("--outline", metavar="2021|2006", help=both("按哪个纲要列任务", "lay out this outline's actions")),
    ] = None,
    keys: Annotated[
        Lang | None,
        typer.Option("--keys", metavar="zh|en", help=both("用中文键还是英文键", "Chinese or English keys")),
    ] = None,
    region: Annotated[
        str,
        typer.Option(
            "--region", metavar=both("地区", "NAME"), help=both("地区名，如 什邡市", "the region, e.g. 什邡市")
        ),
    ] = "示例县",
    force: Annotated[bool, typer.Option("--force", help=both("覆盖已有的文件", "replace existing files"))] = False,
) -> None:
    """Writes the starting files."""
    from datetime import UTC, datetime

    from kepu_cli.loading.builtin_outlines import builtin_outline
    from kepu_cli.loading.linked_files import BUILTIN
    from kepu_cli.output import write_all
    from kepu_cli.starting.draft import has_level
    from kepu_cli.starting.templates import starter

    chosen = builtin_outline(BUILTIN + outline.value) if outline else None
    year = datetime.now(UTC).astimezone().year
    files = starter(region, year, keys or console.current_lang(), chosen)
    write_all(folder, {name: text.encode() for name, text in files.items()}, force=force)
    console.note(_WRITTEN, folder=folder, plan=typed(folder / "plan.yaml"))
    if not has_level(region):
        console.note(_NO_LEVEL, region=region)


_WRITTEN = Words(
    "已在 {folder} 放好 plan.yaml（方案）和 departments.yaml（名册）。\n改好后运行：kepu validate {plan}",
    "wrote plan.yaml and departments.yaml to {folder}.\nWhen you have filled them in: kepu validate {plan}",
)
# 什邡 may be a city, a county or a district: that is for the clerk to say.
_NO_LEVEL = Words(
    "“{region}”没有写明是市、县还是区，单位也就写成了“教育局”“科协”，前面没有“市”“县”“区”。\n"
    "要带上的话，请写全地区名（{region}市、{region}县……），加 --force 再来一次。",
    "“{region}” does not say whether it is a 市, 县 or 区, so the departments (教育局, 科协) bear none either.\n"
    "If they should, run it again with the whole name ({region}市, {region}县 …) and --force.",
)
